//! The command line of `tillwire call`: an operation of the library's table is a command, its parameters are options.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::error::ErrorKind;
use clap::{Arg, ArgMatches, Args, Command, Error, FromArgMatches};
use tillwire_core::Platform;
use tillwire_core::http::{Endpoint, Form, Key, Operation, Parameter, Slot};

use super::caller::CREDENTIALS;
use super::{Caller, Known};

pub(super) fn call_help() -> String {
    format!(
        "{CREDENTIALS}\n\n\
         Example: tillwire call klikit order_status --account klikit.json --id 412 --status accepted\n         \
         tillwire call klikit orders --all --from 2026-06-01T00:00:00Z --account klikit.json >orders.txt\n         \
         tillwire call --list fire"
    )
}

#[derive(Args)]
#[command(next_help_heading = "What to print")]
pub(crate) struct Call {
    #[command(flatten)]
    pub(crate) asked: Asked,
    /// Print the operations, or those of a platform: what they take, and what they rely on
    #[arg(long, global = true)]
    pub(crate) list: bool,
    /// Print the request as it would be sent, its secrets as `…`; nothing is sent, and no secret read
    #[arg(long = "dry-run", global = true)]
    pub(crate) dry_run: bool,
    /// The idempotency key of a write, to repeat one that may have been done [default: random]
    #[arg(long, value_name = "KEY", global = true)]
    pub(crate) key: Option<String>,
    #[command(flatten)]
    pub(crate) output: Output,
    #[command(flatten)]
    pub(crate) known: Known,
    #[command(flatten)]
    pub(crate) caller: Caller,
}

/// What is printed in place of the answer.
#[derive(Args)]
pub(crate) struct Output {
    /// Read all pages of a list, and print each record as JSON on a line of its own
    #[arg(long, global = true, conflicts_with_all = ["summary", "dry_run"])]
    pub(crate) all: bool,
    /// Print what the library reads of the answer, a field a line, instead of the answer
    #[arg(long, global = true, conflicts_with = "orders")]
    pub(crate) summary: bool,
    /// Print the orders in the answer as the library's own JSON, one a line
    #[arg(long, global = true)]
    pub(crate) orders: bool,
}

/// What is asked for, as far as it was said.
#[derive(Default)]
pub(crate) struct Asked {
    pub(crate) platform: Option<Platform>,
    pub(crate) operation: Option<Operation>,
    pub(crate) given: Vec<(Parameter, Value)>,
}

/// The value of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Text(String),
    /// What a file holds.
    File(PathBuf),
}

impl Value {
    /// JSON begins with a bracket, so what begins with `@` names a file that holds it.
    pub(crate) fn new(form: Form, text: &str) -> Self {
        match text.strip_prefix('@') {
            Some(path) if form == Form::Json => Self::File(path.into()),
            _ => Self::Text(text.into()),
        }
    }
}

impl Args for Asked {
    fn augment_args(command: Command) -> Command {
        let platforms = Platform::ALL.iter().map(|platform| of_platform(*platform));
        command.subcommands(platforms).subcommand_value_name("PLATFORM").subcommand_help_heading("Platforms")
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Asked {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let Some((platform, matches)) = matches.subcommand() else { return Ok(Self::default()) };
        let platform = known(Platform::from_name(platform))?;
        let Some((operation, matches)) = matches.subcommand() else {
            return Ok(Self { platform: Some(platform), ..Self::default() });
        };
        let operation = known(Operation::of(platform, operation))?;
        let slots = operation.endpoint().slots.iter().filter(|slot| is_given(slot.parameter));
        let value = |slot: &Slot| {
            let text = matches.get_one::<String>(slot.parameter.name())?;
            Some((slot.parameter, Value::new(slot.form, text)))
        };
        Ok(Self {
            platform: Some(platform),
            operation: Some(operation),
            given: slots.filter_map(value).collect(),
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// What clap has taken, the table knows.
fn known<T>(found: Option<T>) -> Result<T, Error> {
    found.ok_or_else(|| Error::new(ErrorKind::InvalidSubcommand))
}

fn of_platform(platform: Platform) -> Command {
    let operations = Endpoint::all(platform).iter().map(of_operation);
    Command::new(platform.name())
        .about(format!("The operations of {}", platform.name()))
        .subcommands(operations)
        .subcommand_value_name("OPERATION")
        .subcommand_help_heading("Operations")
        .disable_help_subcommand(true)
}

fn of_operation(endpoint: &'static Endpoint) -> Command {
    let slots = endpoint.slots.iter().filter(|slot| is_given(slot.parameter));
    Command::new(endpoint.operation.short_name())
        .about(purpose(endpoint.operation))
        .args(slots.map(option))
        .after_help(said(endpoint))
}

/// What an operation is for, without the platform before it.
pub(crate) fn purpose(operation: Operation) -> &'static str {
    let text = operation.doc().split_once(": ").map_or(operation.doc(), |(_, text)| text);
    text.trim_end_matches('.')
}

/// The facts of an operation beside its parameters, a line each.
pub(crate) fn said(endpoint: &Endpoint) -> String {
    let path = if endpoint.path.is_empty() { "(its path is to be set)" } else { endpoint.path };
    let mut lines = vec![format!("{} {path}", endpoint.method.name())];
    lines.extend(endpoint.scope.map(|scope| format!("Scope: {scope}")));
    if endpoint.login {
        lines.push("Needs a login, which is done by itself".into());
    }
    if endpoint.pages.is_some() {
        lines.push("A list that comes by page: --all reads all of them".into());
    }
    match endpoint.key {
        Key::Header(name) => lines.push(format!("Key: the header {}", name.trim_end_matches('\0'))),
        Key::Parameter(parameter) => lines.push(format!("Key: {}", parameter.name())),
        Key::None => {}
    }
    lines.push(format!("Sent again: {}", endpoint.repeat.doc().trim_end_matches('.')));
    lines.extend(endpoint.assumption.map(|text| format!("Assumption: {text}")));
    lines.push(endpoint.source.into());
    lines.join("\n")
}

/// Whether a parameter is an option: a secret never is.
pub(crate) fn is_given(parameter: Parameter) -> bool {
    parameter != Parameter::ClientSecret
}

fn option(slot: &'static Slot) -> Arg {
    let name = slot.parameter.name();
    let option = Arg::new(name)
        .long(name)
        .value_name(form(slot.form))
        .help(help(slot))
        .help_heading("Parameters")
        .allow_negative_numbers(true);
    if slot.words.is_empty() { option } else { option.value_parser(PossibleValuesParser::new(slot.words)) }
}

/// What a parameter is for, and whether the operation needs it.
pub(crate) fn help(slot: &Slot) -> String {
    let text = slot.parameter.doc().trim_end_matches('.');
    if slot.required { format!("{text} (needed)") } else { text.into() }
}

/// What stands for the value of a parameter in help.
pub(crate) const fn form(form: Form) -> &'static str {
    match form {
        Form::Integer => "NUMBER",
        Form::Flag => "true|false",
        Form::Time => "TIME",
        Form::Date => "DATE",
        Form::Json => "JSON|@FILE",
        Form::Word => "WORD",
        _ => "TEXT",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_json_comes_from_a_file() {
        assert_eq!(Value::new(Form::Json, "@a.json"), Value::File("a.json".into()));
        assert_eq!(Value::new(Form::Json, "{}"), Value::Text("{}".into()));
        assert_eq!(Value::new(Form::Text, "@a"), Value::Text("@a".into()));
    }

    #[test]
    fn no_secret_is_an_option_and_every_other_parameter_is() {
        for operation in Operation::ALL {
            let command = of_operation(operation.endpoint());
            let options: Vec<_> = command.get_arguments().map(|option| option.get_id().as_str()).collect();
            let slots = operation.endpoint().slots.iter().map(|slot| slot.parameter.name());
            assert_eq!(options, slots.filter(|name| *name != "client_secret").collect::<Vec<_>>());
        }
    }
}
