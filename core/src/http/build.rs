//! From an operation and its arguments to the bytes of a request.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use zeroize::Zeroizing;

use super::account::Account;
use super::argument::Arguments;
use super::call::Call;
use super::call_build_error::CallBuildError;
use super::endpoint::{Endpoint, Form, Host, Key, Place, Slot};
use super::filled::Filled;
use super::key::IdempotencyKey;
use super::method::Method;
use super::operation::Operation;
use super::parameter::Parameter;
use super::request::{Header, Request};
use super::url;
use crate::platform::Platform;
use crate::value::Timestamp;
use crate::{atlas, fire, klikit};

const USER_AGENT: &str = concat!("tillwire/", env!("CARGO_PKG_VERSION"));

/// Makes a call.
pub(super) fn call(
    account: &Account,
    operation: Operation,
    arguments: &Arguments,
    random: [u8; 16],
) -> Result<Call, CallBuildError> {
    if operation.platform() != account.platform {
        return Err(CallBuildError::OtherPlatform { operation });
    }
    let endpoint = operation.endpoint();
    let (arguments, key) = completed(account, endpoint, arguments, random)?;
    let filled = Filled::new(endpoint, &arguments)?;
    let host = filled.whole(Place::Host).and_then(Host::from_name).unwrap_or(endpoint.host);
    let base = account.base(host).ok_or(CallBuildError::NoBase { operation })?;
    let path = match filled.whole(Place::WholePath) {
        Some(path) if url::is_path(path) => path,
        Some(_) => return Err(CallBuildError::Path { parameter: Parameter::Path }),
        None => account.path(endpoint).ok_or(CallBuildError::NoPath { operation })?,
    };
    for name in names(path) {
        let slot = path_slot(endpoint, name).ok_or(CallBuildError::NoPath { operation })?;
        if arguments.get(slot.parameter).is_none() {
            return Err(CallBuildError::Missing { operation, parameter: slot.parameter });
        }
    }
    let method = filled.whole(Place::Method).and_then(Method::from_name).unwrap_or(endpoint.method);
    let body = body(&filled)?;
    let untried = authorizations(account, endpoint)?;
    let mut headers = Vec::new();
    headers.push(Header::new("Accept\0", "application/json"));
    headers.push(Header::new("User-Agent\0", USER_AGENT));
    if body.is_some() {
        headers.push(Header::new("Content-Type\0", "application/json"));
    }
    if let (Key::Header(name), Some(key)) = (endpoint.key, &key) {
        headers.push(Header::new(name, key.as_str()));
    }
    let request = Request {
        operation,
        method,
        url: address(&base.text, path, &filled, Shown::All),
        shown: address("", path, &filled, Shown::Harmless),
        headers,
        body,
        repeat: endpoint.repeat,
        key,
    };
    Ok(Call::new(endpoint, request, untried, account, random))
}

/// The arguments with what the account says, and the mark of the action where the operation takes one.
fn completed(
    account: &Account,
    endpoint: &'static Endpoint,
    arguments: &Arguments,
    random: [u8; 16],
) -> Result<(Arguments, Option<IdempotencyKey>), CallBuildError> {
    let mut completed = arguments.clone();
    for slot in endpoint.slots {
        if completed.get(slot.parameter).is_none() {
            if let Some(value) = account.default_of(slot.parameter) {
                completed.set(slot.parameter, value);
            }
        }
    }
    let given = completed.take(Parameter::IdempotencyKey);
    let key = match (endpoint.key, given) {
        (Key::None, None) => return Ok((completed, None)),
        (Key::None, Some(_)) => {
            let (operation, parameter) = (endpoint.operation, Parameter::IdempotencyKey);
            return Err(CallBuildError::NotTaken { operation, parameter });
        }
        (_, Some(text)) => {
            IdempotencyKey::from_text(&text).map_err(|problem| CallBuildError::Key { problem })?
        }
        (_, None) => IdempotencyKey::from_random(random),
    };
    if let Key::Parameter(parameter) = endpoint.key {
        match completed.get(parameter) {
            // The caller's own mark of the report is the mark of the action.
            Some(own) => return Ok((completed.clone(), IdempotencyKey::from_text(own).ok())),
            None => completed.set(parameter, key.as_str()),
        }
    }
    Ok((completed, Some(key)))
}

/// The headers by which the platform knows who calls, for each of the account's secrets, the first last.
pub(super) fn authorizations(
    account: &Account,
    endpoint: &'static Endpoint,
) -> Result<Vec<(usize, Vec<Header>)>, CallBuildError> {
    (0..account.secrets.len())
        .rev()
        .map(|secret| Ok((secret, authorization(account, endpoint, secret)?)))
        .collect()
}

/// The headers by which the platform knows who calls, with one of the account's secrets.
fn authorization(
    account: &Account,
    endpoint: &'static Endpoint,
    secret: usize,
) -> Result<Vec<Header>, CallBuildError> {
    match account.platform {
        Platform::Klikit => klikit::authorization(account, endpoint, secret),
        Platform::Atlas => atlas::authorization(account, endpoint, secret),
        Platform::Fire => fire::authorization(account, endpoint, secret),
    }
}

/// Which parameters an address is written with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    All,
    /// Those that cannot be about a customer; the others are an ellipsis.
    Harmless,
}

/// Base, path and query, with a NUL behind them.
fn address(base: &str, path: &str, filled: &Filled<'_>, shown: Shown) -> String {
    let mut out = String::from(base);
    let mut rest = path;
    while let Some((before, name, after)) = next_name(rest) {
        out.push_str(before);
        let found = filled.values().find(|(slot, _)| slot.place == Place::Path && slot.name == name);
        if let Some((slot, value)) = found {
            write(&mut out, slot, value, shown);
        }
        rest = after;
    }
    // A path that the caller wrote may hold anything.
    match shown {
        Shown::Harmless if filled.whole(Place::WholePath).is_some() => out.push_str("/…"),
        _ => out.push_str(rest),
    }
    let mut mark = if rest.contains('?') { '&' } else { '?' };
    for (slot, value) in filled.values().filter(|(slot, _)| slot.place == Place::Query) {
        out.push(mark);
        out.push_str(slot.name);
        out.push('=');
        write(&mut out, slot, value, shown);
        mark = '&';
    }
    out.push('\0');
    out
}

/// The names in braces in a path.
pub(super) fn names(path: &str) -> impl Iterator<Item = &str> {
    let mut rest = path;
    core::iter::from_fn(move || {
        let (_, name, after) = next_name(rest)?;
        rest = after;
        Some(name)
    })
}

/// A path with a letter for each name in it. Braces that stay are none of a name.
pub(super) fn without_names(path: &str) -> String {
    let (mut out, mut rest) = (String::new(), path);
    while let Some((before, _, after)) = next_name(rest) {
        out.push_str(before);
        out.push('x');
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The parameter that a name in a path stands for.
pub(super) fn path_slot(endpoint: &'static Endpoint, name: &str) -> Option<&'static Slot> {
    endpoint.slots.iter().find(|slot| slot.place == Place::Path && slot.name == name)
}

/// Splits a path at its first name in braces.
fn next_name(path: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = path.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

fn write(out: &mut String, slot: &Slot, value: &str, shown: Shown) {
    if shown == Shown::Harmless && slot.form == Form::Private {
        out.push('…');
    } else {
        url::encode_into(out, value);
    }
}

/// The body, with a NUL behind it: the caller's own bytes, or the parameters of the body in the order of the table.
fn body(filled: &Filled<'_>) -> Result<Option<Zeroizing<Vec<u8>>>, CallBuildError> {
    let mut out = Zeroizing::new(Vec::new());
    if let Some(whole) = filled.whole(Place::WholeBody) {
        let room = whole.len().saturating_add(1);
        out.try_reserve_exact(room).map_err(|_| CallBuildError::OutOfMemory)?;
        out.extend_from_slice(whole.as_bytes());
        out.push(0);
        return Ok(Some(out));
    }
    let members = || filled.values().filter(|(slot, _)| slot.place == Place::Body);
    if members().next().is_none() {
        return Ok(None);
    }
    // Each byte of a text may become an escape of six. Reserved at once: what a vector leaves behind as it grows is not wiped.
    let longest = members()
        .map(|(slot, value)| value.len().saturating_mul(6).saturating_add(slot.name.len()).saturating_add(6))
        .fold(3, usize::saturating_add);
    out.try_reserve_exact(longest).map_err(|_| CallBuildError::OutOfMemory)?;
    let mut mark = b'{';
    for (slot, value) in members() {
        out.push(mark);
        out.push(b'"');
        out.extend_from_slice(slot.name.as_bytes());
        out.extend_from_slice(b"\":");
        match slot.form {
            Form::Integer | Form::Flag | Form::Json => out.extend_from_slice(value.as_bytes()),
            Form::Utc => {
                out.push(b'"');
                out.extend_from_slice(in_utc(value).as_bytes());
                out.push(b'"');
            }
            Form::Text | Form::Time | Form::Date | Form::Word | Form::Private => {
                let quoted = Zeroizing::new(serde_json::to_string(value).unwrap_or_default());
                out.extend_from_slice(quoted.as_bytes());
            }
        }
        mark = b',';
    }
    out.extend_from_slice(b"}\0");
    Ok(Some(out))
}

/// A time as it is, or in UTC where it states another offset.
fn in_utc(time: &str) -> String {
    match Timestamp::from_iso(time) {
        Ok(Timestamp { unix_ms, offset_minutes: Some(offset) }) if offset != 0 => {
            Timestamp { unix_ms, offset_minutes: None }.to_string()
        }
        _ => time.into(),
    }
}
