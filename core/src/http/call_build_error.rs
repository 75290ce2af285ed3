//! Why an operation cannot be asked for with what it is told.

use super::endpoint::Form;
use super::key::KeyError;
use super::operation::Operation;
use super::parameter::Parameter;

/// An operation cannot be asked for with these arguments, or by this account.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CallBuildError {
    /// The operation is another platform's.
    #[error("{} is no operation of the account's platform", operation.name())]
    OtherPlatform {
        /// The operation.
        operation: Operation,
    },
    /// The operation takes no such parameter.
    #[error("{} takes no {}", operation.name(), parameter.name())]
    NotTaken {
        /// The operation.
        operation: Operation,
        /// The parameter.
        parameter: Parameter,
    },
    /// A parameter that the operation needs is not set, or empty.
    #[error("{} needs {}", operation.name(), parameter.name())]
    Missing {
        /// The operation.
        operation: Operation,
        /// The parameter.
        parameter: Parameter,
    },
    /// A parameter is not of its form.
    #[error("{} is not {}", parameter.name(), form_text(*form))]
    Form {
        /// The parameter.
        parameter: Parameter,
        /// What it has to be.
        form: Form,
    },
    /// A parameter is too short or too long.
    #[error("{} is not between {least} and {most} {unit}", parameter.name())]
    Range {
        /// The parameter.
        parameter: Parameter,
        /// The least.
        least: i64,
        /// The most.
        most: i64,
        /// Of what.
        unit: &'static str,
    },
    /// Parameters that go together, of which one is set and the other is not.
    #[error("{} and {} go together: set both, or neither", first.name(), second.name())]
    Together {
        /// One.
        first: Parameter,
        /// The other.
        second: Parameter,
    },
    /// The window of time is longer than the platform takes, or ends before it begins.
    #[error("the window between {} and {} is not 0 to {most_days} days long", Parameter::From.name(), Parameter::To.name())]
    Window {
        /// How many days it may have.
        most_days: i64,
    },
    /// A path, or a part of one, would lead elsewhere than below the platform's address.
    #[error("{} leads elsewhere, or has characters that no path has", parameter.name())]
    Path {
        /// The parameter.
        parameter: Parameter,
    },
    /// The mark of the action cannot be one.
    #[error("{}: {problem}", Parameter::IdempotencyKey.name())]
    Key {
        /// What it has to be.
        problem: KeyError,
    },
    /// The platform publishes no path for the operation, and the account has none.
    #[error("the platform publishes no path for {}", operation.name())]
    NoPath {
        /// The operation.
        operation: Operation,
    },
    /// The account has no address for the operation.
    #[error("the account has no address for {}", operation.name())]
    NoBase {
        /// The operation.
        operation: Operation,
    },
    /// The account lacks what the platform asks for, to know who calls.
    #[error("the account has no {what}, which {} needs", operation.name())]
    NoCredential {
        /// The operation.
        operation: Operation,
        /// What.
        what: &'static str,
    },
    /// Memory for the request could not be had.
    #[error("memory for the request could not be had")]
    OutOfMemory,
}

impl CallBuildError {
    /// The stable name of the kind of error.
    pub const fn code_name(&self) -> &'static str {
        match self {
            Self::OutOfMemory => "memory",
            Self::NoPath { .. } | Self::NoBase { .. } | Self::NoCredential { .. } => "setting",
            _ => "argument",
        }
    }

    /// What to do about it.
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::OtherPlatform { .. } => "use an account of that platform",
            Self::NotTaken { .. } => "leave it out; the operation's row in the manual says what it takes",
            Self::Missing { .. } => "set it; the operation's row in the manual says what it needs",
            Self::Form { form, .. } => match form {
                Form::Time | Form::Utc => "write it as 2026-06-18T10:15:30+08:00 or 2026-06-18T02:15:30Z",
                Form::Date => "write it as 2026-06-18",
                Form::Flag => "write true or false",
                Form::Json => "give a JSON object or array, whole",
                Form::Word => "the operation's row in the manual lists the words that the platform takes",
                _ => "check what was passed",
            },
            Self::Range { .. } => "check what was passed",
            Self::Together { .. } => "set both for one store, or neither for the whole business",
            Self::Window { .. } => "ask for a shorter window, or for several",
            Self::Path { .. } => {
                "write a path as /orders/412?fields=id, below the address; an id is no . or .."
            }
            Self::Key { .. } => {
                "use the key that was kept with the decision, or leave it out for a new action"
            }
            Self::NoPath { .. } => {
                "ask the platform for the path, and set it on the account for this operation"
            }
            Self::NoBase { .. } => "choose an environment, or set the address that the platform gave you",
            Self::NoCredential { .. } => "set it on the account, as the platform issued it",
            Self::OutOfMemory => "send less at once, or free memory",
        }
    }
}

const fn form_text(form: Form) -> &'static str {
    match form {
        Form::Text | Form::Private => "text without control characters",
        Form::Integer => "a whole number",
        Form::Flag => "true or false",
        Form::Time | Form::Utc => "an RFC 3339 date and time with an offset",
        Form::Date => "a date",
        Form::Json => "a JSON object or array",
        Form::Word => "one of the words that the platform takes",
    }
}
