//! One row of a platform's table of operations.

use super::argument::Arguments;
use super::call_build_error::CallBuildError;
use super::method::Method;
use super::operation::Operation;
use super::parameter::Parameter;
use super::reply::{ReplyInt, ReplyText, ReplyTime};
use crate::value::codes;

codes! {
    /// Which of a platform's addresses an operation is at.
    pub enum Host {
        /// The API.
        Api = 1, "api";
        /// Fire's second address, of its dashboard and of reports.
        App = 2, "app";
    }
}

codes! {
    /// Whether a request may be sent again when nobody knows whether it arrived.
    pub enum Repeat {
        /// It reads: always.
        Safe = 1, "safe";
        /// The platform tells a repeat by a key in it: always, with the same bytes.
        Keyed = 2, "keyed";
        /// It may do its work twice: only where it surely did not arrive, or was refused for the moment.
        Once = 3, "once";
        /// It would be out of date: never, whatever came of it.
        Never = 4, "never";
    }
}

codes! {
    /// Where a parameter goes.
    pub enum Place {
        /// In the path.
        Path = 1, "path";
        /// In the query.
        Query = 2, "query";
        /// A member of the JSON body.
        Body = 3, "body";
        /// The whole body.
        WholeBody = 4, "whole_body";
        /// The whole path.
        WholePath = 5, "whole_path";
        /// The method.
        Method = 6, "method";
        /// Which of the platform's addresses the request goes to.
        Host = 7, "host";
    }
}

codes! {
    /// What a parameter has to be.
    pub enum Form {
        /// Any text.
        Text = 1, "text";
        /// A whole number.
        Integer = 2, "integer";
        /// `true` or `false`.
        Flag = 3, "flag";
        /// An RFC 3339 date and time with an offset or `Z`.
        Time = 4, "time";
        /// A date, YYYY-MM-DD.
        Date = 5, "date";
        /// A JSON object or array.
        Json = 6, "json";
        /// One of the words that the platform documents.
        Word = 7, "word";
        /// Text that may be about a customer: never logged.
        Private = 8, "private";
        /// An RFC 3339 date and time with an offset or `Z`, which is sent in UTC.
        Utc = 9, "utc";
    }
}

/// One parameter of an operation.
#[derive(Debug)]
pub struct Slot {
    /// Which.
    pub parameter: Parameter,
    /// The platform's name for it.
    pub name: &'static str,
    /// Where it goes.
    pub place: Place,
    /// What it has to be.
    pub form: Form,
    /// The words that are taken, where the form is [`Form::Word`].
    pub words: &'static [&'static str],
    /// Whether the operation needs it.
    pub required: bool,
}

/// Where a request carries the mark of the action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The operation takes none.
    None,
    /// In the header of this name, which has a NUL behind it.
    Header(&'static str),
    /// It is the value of this parameter.
    Parameter(Parameter),
}

/// How a list that comes by page is crawled.
#[derive(Debug)]
pub struct Pages {
    /// Where the records are.
    pub list: &'static str,
    /// Where the total is stated.
    pub total: &'static str,
    /// Where the size of a page is stated, since a platform may give fewer than asked for.
    pub size: &'static str,
    /// The members of a record that identify it; the first that is there counts.
    pub identity: &'static [&'static str],
    /// How many are asked for unless the caller says otherwise.
    pub default_size: u32,
}

/// Which field of a reply something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerForm {
    /// A text.
    Text(ReplyText),
    /// A whole number, or a flag as 0 or 1.
    Int(ReplyInt),
    /// A time.
    Time(ReplyTime),
}

/// One thing that the answer to an operation states.
#[derive(Clone, Copy, Debug)]
pub struct Answer {
    /// The field of the reply.
    pub form: AnswerForm,
    /// Where it stands: a path in the body, such as `$.data.updated_at`, or a header's name.
    pub wire: Wire,
}

/// Where a value stands in an answer.
#[derive(Clone, Copy, Debug)]
pub enum Wire {
    /// At a path in the body.
    Body(&'static str),
    /// In a header.
    Header(&'static str),
}

/// One operation of a platform: how it is asked for, and what its answer states.
#[derive(Debug)]
pub struct Endpoint {
    /// Which.
    pub operation: Operation,
    /// The method.
    pub method: Method,
    /// Which address.
    pub host: Host,
    /// The path below the address, with a name in braces for each parameter in it. Empty where the platform publishes none:
    /// the account's settings have to say it.
    pub path: &'static str,
    /// The parameters, in the order in which they are written.
    pub slots: &'static [Slot],
    /// Whether it may be repeated.
    pub repeat: Repeat,
    /// Where the mark of the action goes.
    pub key: Key,
    /// Whether it needs a login before it.
    pub login: bool,
    /// The scope that the credential needs, where the platform names one.
    pub scope: Option<&'static str>,
    /// Where the records are, where it is a list that comes whole.
    pub list: Option<&'static str>,
    /// How it is crawled, where it is a list that comes by page.
    pub pages: Option<&'static Pages>,
    /// What its answer states.
    pub answers: &'static [Answer],
    /// What the platform does not promise, where something of it is assumed.
    pub assumption: Option<&'static str>,
    /// The platform's public page.
    pub source: &'static str,
    /// Rules among the parameters, beyond what the slots say.
    pub rule: fn(&Arguments) -> Result<(), CallBuildError>,
}

impl Endpoint {
    /// Stands for an operation without a row, of which there is none: a test sees to it.
    pub(super) const MISSING: Self = endpoint(Operation::KlikitRead, Method::Get, "", "");

    /// The slot of a parameter.
    pub fn slot(&self, parameter: Parameter) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.parameter == parameter)
    }

    /// Where the records of a list are, whether it comes whole or by page.
    pub fn records(&self) -> Option<&'static str> {
        self.pages.map(|pages| pages.list).or(self.list)
    }
}

/// A read without parameters at the API, to which a row of a table adds what it has more.
pub(crate) const fn endpoint(
    operation: Operation,
    method: Method,
    path: &'static str,
    source: &'static str,
) -> Endpoint {
    Endpoint {
        operation,
        method,
        host: Host::Api,
        path,
        slots: &[],
        repeat: match method {
            Method::Get => Repeat::Safe,
            _ => Repeat::Once,
        },
        key: Key::None,
        login: false,
        scope: None,
        list: None,
        pages: None,
        answers: &[],
        assumption: None,
        source,
        rule: no_rule,
    }
}

#[allow(clippy::unnecessary_wraps, reason = "rules may refuse")]
fn no_rule(_: &Arguments) -> Result<(), CallBuildError> {
    Ok(())
}

/// A parameter, needed where it is in the path; a row says more with the functions below.
pub(crate) const fn slot(parameter: Parameter, name: &'static str, place: Place, form: Form) -> Slot {
    Slot { parameter, name, place, form, words: &[], required: matches!(place, Place::Path) }
}

/// The path of a read or write that has no row of its own. It may be about a customer.
pub(crate) const PATH: Slot = slot(Parameter::Path, "path", Place::WholePath, Form::Private).required();

/// The method of such a write.
pub(crate) const METHOD: Slot = slot(Parameter::Method, "method", Place::Method, Form::Word)
    .words(&["POST", "PATCH", "PUT", "DELETE"])
    .required();

/// The body of a write, whole.
pub(crate) const BODY: Slot = slot(Parameter::Body, "body", Place::WholeBody, Form::Json);

impl Slot {
    /// The operation needs it.
    pub(crate) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The operation does without it.
    pub(crate) const fn optional(mut self) -> Self {
        self.required = false;
        self
    }

    /// Only these words are taken.
    pub(crate) const fn words(mut self, words: &'static [&'static str]) -> Self {
        self.form = Form::Word;
        self.words = words;
        self
    }
}
