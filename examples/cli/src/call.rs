//! `tillwire call`: asks a platform for something, and prints what it answers.

use std::path::Path;

use tillwire_core::http::{
    Arguments, CallError, Key, Operation, Parameter, Reply, ReplyInt, ReplyText, ReplyTime,
};
use tillwire_transport::{Client, SendError};

use crate::account::Purpose;
use crate::args::{Call, Value};
use crate::crawl;
use crate::failure::Failure;
use crate::input;
use crate::log;
use crate::operations;
use crate::orders;
use crate::preview;
use crate::terminal;

pub(crate) fn run(args: &Call) -> Result<(), Failure> {
    let (asked, output) = (&args.asked, &args.output);
    if args.list {
        return crate::print(operations::list(asked.platform, asked.operation).as_bytes());
    }
    let (Some(platform), Some(operation)) = (asked.platform, asked.operation) else {
        let platform = asked.platform.map_or("", |platform| platform.name());
        return Err(Failure::usage("it is not said what to ask for").hint(format!(
            "choose an operation: {}",
            format!("tillwire call --list {platform}").trim_end()
        )));
    };
    let arguments = arguments(&asked.given, args.key.as_deref())?;
    if args.dry_run {
        let client = args.caller.client(platform, Purpose::Preview)?;
        let call = client.call(operation, &arguments).map_err(|error| Failure::sent(error, None))?;
        return crate::print(preview::text(call.request()).as_bytes());
    }
    let decoder = if output.orders { Some(orders::decoder(&args.known, platform)?) } else { None };
    let client = args.caller.client(platform, Purpose::Call)?;
    if output.all {
        return crawl::run(&client, operation, arguments, decoder.as_ref(), args.caller.quiet);
    }
    let sent = send(&client, operation, &arguments, args.caller.quiet);
    match (sent, decoder) {
        (Ok(reply), Some(decoder)) => orders::print(&reply, &decoder),
        (Ok(reply), None) if output.summary => crate::print(summary(&reply).as_bytes()),
        (Ok(reply), None) => crate::print(body(&reply).as_bytes()),
        (Err(failed), decoder) => {
            let has_form = output.summary || decoder.is_some();
            if let Some(error) = failed.error.call().filter(|_| !has_form) {
                crate::print(refusal(error).as_bytes())?;
            }
            Err(Failure::sent(failed.error, failed.key.as_deref()))
        }
    }
}

/// The arguments as they were given; those in files, read.
pub(crate) fn arguments(given: &[(Parameter, Value)], key: Option<&str>) -> Result<Arguments, Failure> {
    let mut arguments = Arguments::new();
    for (parameter, value) in given {
        set(&mut arguments, *parameter, value)?;
    }
    if let Some(key) = key {
        arguments.set(Parameter::IdempotencyKey, key);
    }
    Ok(arguments)
}

/// Sets a parameter to its value, or to what its file holds.
pub(crate) fn set(arguments: &mut Arguments, parameter: Parameter, value: &Value) -> Result<(), Failure> {
    match value {
        Value::Text(text) => arguments.set(parameter, text),
        Value::File(path) => arguments.set(parameter, &text(path)?),
    }
    Ok(())
}

fn text(path: &Path) -> Result<String, Failure> {
    let body = input::body(path)?;
    String::from_utf8(body.bytes)
        .map_err(|_| Failure::usage("the file is no UTF-8, so it is no JSON").about(&body.label))
}

/// A call that came to nothing, and the mark of the action where it had one.
pub(crate) struct Failed {
    pub(crate) error: SendError,
    key: Option<String>,
}

/// Sends a request, and tells on standard error what happens. The mark of an action is told before it is sent.
pub(crate) fn send(
    client: &Client,
    operation: Operation,
    arguments: &Arguments,
    quiet: bool,
) -> Result<Reply, Failed> {
    // What needs a login has no mark, and is made after the login.
    if operation.endpoint().key == Key::None {
        let sent = log::following(client, quiet, log::tell, || client.send(operation, arguments));
        return sent.map_err(|error| Failed { error, key: None });
    }
    let mut call = client.call(operation, arguments).map_err(|error| Failed { error, key: None })?;
    let key = call.request().key().map(|key| key.as_str().to_owned());
    if let Some(key) = key.as_ref().filter(|_| !quiet) {
        eprintln!("key {key} (to repeat this very action: --key {key})");
    }
    let sent = log::following(client, quiet, log::tell, || client.send_call(&mut call));
    sent.map_err(|error| Failed { error, key })
}

/// The answer as it was received. That of a login is the token itself, which is not shown.
fn body(reply: &Reply) -> String {
    match reply.document() {
        Some(_) if reply.token().is_some() => summary(reply),
        Some(document) => terminal::received(document.text().trim_end()) + "\n",
        None => String::new(),
    }
}

/// What the platform says of a refusal, as it was received.
fn refusal(error: &CallError) -> String {
    let text = match error.document() {
        Some(document) => terminal::received(document.text()),
        None => terminal::lines(&String::from_utf8_lossy(error.raw())),
    };
    match text.trim_end() {
        "" => String::new(),
        text => format!("{text}\n"),
    }
}

/// What the library reads of an answer, a field a line.
fn summary(reply: &Reply) -> String {
    let ints = ReplyInt::ALL.iter().filter_map(|field| Some((field.name(), reply.int(*field)?.to_string())));
    let texts =
        ReplyText::ALL.iter().filter_map(|field| Some((field.name(), reply.text(*field)?.to_owned())));
    let times =
        ReplyTime::ALL.iter().filter_map(|field| Some((field.name(), reply.time(*field)?.to_string())));
    let lines = ints.chain(texts).chain(times);
    lines.map(|(name, value)| terminal::line(&format!("{name}: {value}")) + "\n").collect()
}
