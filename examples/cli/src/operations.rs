//! The table of operations, for people.

use tillwire_core::Platform;
use tillwire_core::http::{Endpoint, Operation, Slot};

use crate::args;

/// The operations of all platforms, of one, or one of them.
pub(crate) fn list(platform: Option<Platform>, operation: Option<Operation>) -> String {
    let is_meant = |endpoint: &&Endpoint| {
        platform.is_none_or(|platform| endpoint.operation.platform() == platform)
            && operation.is_none_or(|operation| endpoint.operation == operation)
    };
    let all = Platform::ALL.iter().flat_map(|platform| Endpoint::all(*platform));
    let texts: Vec<_> = all.filter(is_meant).map(text).collect();
    texts.join("\n")
}

fn text(endpoint: &Endpoint) -> String {
    let operation = endpoint.operation;
    let (platform, name) = (operation.platform().name(), operation.short_name());
    let slots: Vec<_> = endpoint.slots.iter().filter(|slot| args::is_given(slot.parameter)).collect();
    let options: Vec<_> = slots.iter().map(|slot| option(slot)).collect();
    let width = options.iter().map(|option| option.chars().count()).max().unwrap_or_default();
    let head = format!("{platform} {name}: {}\n", args::purpose(operation));
    let facts = args::said(endpoint);
    let facts = facts.lines().map(|line| format!("    {line}\n"));
    let lines = options.iter().zip(slots);
    let lines = lines.map(|(option, slot)| format!("    {option:<width$}  {}\n", args::help(slot)));
    [head].into_iter().chain(facts).chain(lines).collect()
}

/// A parameter, and what its value has to be.
fn option(slot: &Slot) -> String {
    let words = slot.words.join("|");
    let form = if words.is_empty() { args::form(slot.form) } else { &words };
    format!("--{} {form}", slot.parameter.name())
}
