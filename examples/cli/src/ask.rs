//! `tillwire ask`: whether a till may ask the platform for something.

use std::collections::BTreeSet;
use std::process::ExitCode;

use tillwire_core::lifecycle::{OrderBook, OrderState, Permission, Progress};
use tillwire_core::order::OrderText;

use crate::args::Ask;
use crate::change;
use crate::failure::Failure;
use crate::kept;
use crate::terminal;

pub(crate) fn run(args: &Ask) -> Result<ExitCode, Failure> {
    let book = kept::read(&args.file)?;
    let state = find(args, &book)?;
    let with_reason = args.reason.as_ref().is_some_and(|reason| !reason.is_empty());
    let (permission, reason) = state.may_ask(args.wanted, with_reason);
    let progress = state.progress().unwrap_or(Progress::Unknown);
    let order = change::named(id(state), Some(state.order()));
    let order = terminal::line(&format!("{order}: {}", progress.name()));
    let text = format!("{}: {}\nreason: {}\n{order}\n", permission.name(), reason.message(), reason.name());
    crate::print(text.as_bytes())?;
    Ok(if permission == Permission::Refused { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn id(state: &OrderState) -> &str {
    state.order().text(OrderText::Id).unwrap_or_default()
}

/// The order with this id, or else the only one with this reference.
fn find<'b>(args: &Ask, book: &'b OrderBook) -> Result<&'b OrderState, Failure> {
    let (own, platform) = (args.account.name.as_str(), args.from.platform);
    if let Some(state) = book.order(own, platform, &args.order) {
        return Ok(state);
    }
    let is_called = |state: &OrderState| {
        state.platform() == platform
            && [OrderText::Id, OrderText::Reference]
                .iter()
                .any(|name| state.order().text(*name) == Some(&args.order))
    };
    let called: Vec<_> = book.orders().filter(|(_, state)| is_called(state)).collect();
    let found: Vec<_> =
        called.iter().filter(|(account, _)| *account == own).map(|(_, state)| *state).collect();
    match found.as_slice() {
        [state] => Ok(state),
        [] => Err(none(args, called.iter().map(|(account, _)| *account).collect())),
        several => {
            let ids: Vec<_> = several.iter().map(|state| id(state)).collect();
            Err(Failure::usage(format!("{} orders are called {}", several.len(), args.order))
                .hint(format!("give the id of the one you mean: {}", ids.join(", "))))
        }
    }
}

/// There is no such order, but perhaps under other accounts.
fn none(args: &Ask, accounts: BTreeSet<&str>) -> Failure {
    let (platform, path) = (args.from.platform.name(), args.file.display());
    let failure = Failure::usage(format!(
        "the book has no order {} of {platform} under the account {}",
        args.order, args.account.name
    ));
    if accounts.is_empty() {
        return failure
            .hint(format!("see what it holds with `tillwire book --platform {platform} --book {path}`"));
    }
    let accounts: Vec<_> = accounts.into_iter().collect();
    failure
        .hint(format!("it has one under another account; give --account {}", accounts.join(" or --account ")))
}
