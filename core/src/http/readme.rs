//! The tables of calls as the README shows them.

extern crate std;

use std::fmt::Write;
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::account::Account;
use super::endpoint::{Endpoint, Host, Place, Repeat};
use super::outcome::Failure;
use super::retry::{self, Attempt, Policy, Stop};
use super::trouble::Trouble;
use crate::platform::Platform;
use crate::readme::{self, title};

/// The operations of each platform.
fn operations() -> String {
    let mut table =
        String::from("| operation | method and path | scope | sent again |\n| --- | --- | --- | --- |\n");
    for &platform in Platform::ALL {
        let _ = writeln!(table, "| **{}** | | | |", title(platform));
        for row in Endpoint::all(platform) {
            let (name, scope) = (row.operation.name(), scope(row));
            let _ = writeln!(table, "| `{name}` | {} | {scope} | {} |", address(row), again(row.repeat));
        }
    }
    table
}

/// How an operation is asked for.
fn address(row: &Endpoint) -> String {
    let is_any = |place| row.slots.iter().any(|slot| slot.place == place);
    let second = if row.host == Host::App { ", at `app`" } else { "" };
    match (is_any(Place::Method), is_any(Place::WholePath)) {
        (true, _) => "any method and path".into(),
        (_, true) => format!("`{}`, any path", row.method.name()),
        _ if row.path.is_empty() => format!("`{}`, the account says the path", row.method.name()),
        _ => format!("`{} {}`{second}", row.method.name(), row.path),
    }
}

fn scope(row: &Endpoint) -> String {
    match (row.login, row.scope) {
        (true, _) => "after `fire_login`".into(),
        (_, Some(scope)) => format!("`{scope}`"),
        _ => "–".into(),
    }
}

fn again(repeat: Repeat) -> &'static str {
    match repeat {
        Repeat::Safe => "yes",
        Repeat::Keyed => "yes, known by its key",
        Repeat::Once => "only if it surely was not done",
        Repeat::Never => "never",
    }
}

/// Whether reads, writes with a key and other writes are sent again.
type Consequences = [Result<(), Stop>; 3];

/// When a request is sent again: outcomes with the same consequences in one row.
fn retries() -> String {
    let mut outcomes: Vec<(String, Attempt)> = Vec::new();
    for &failure in Failure::ALL {
        outcomes.push((format!("`{}`", failure.name()), Attempt::Failed(failure)));
    }
    outcomes.push(("a success that cannot be read".into(), Attempt::Unreadable));
    outcomes.extend((100..600).map(|status| (status.to_string(), Attempt::Status(status))));
    let other =
        [Repeat::Safe, Repeat::Keyed, Repeat::Once].map(|repeat| retry::again(repeat, Attempt::Status(400)));
    let mut rows: Vec<(Consequences, Vec<String>)> = Vec::new();
    for (name, outcome) in outcomes {
        let row = [Repeat::Safe, Repeat::Keyed, Repeat::Once].map(|repeat| retry::again(repeat, outcome));
        let is_other = row == other && matches!(outcome, Attempt::Status(_));
        let name = if is_other { "any other status".into() } else { name };
        match rows.iter_mut().find(|(known, _)| *known == row) {
            Some((_, names)) if names.contains(&name) => {}
            Some((_, names)) => names.push(name),
            None => rows.push((row, Vec::from([name]))),
        }
    }
    rows.sort_by_key(|([_, _, once], _)| *once == Err(Stop::Final));
    let word = |result: Result<(), Stop>| match result {
        Ok(()) => "again",
        Err(Stop::Unsafe) => "no: it may have been done",
        Err(_) => "no",
    };
    let mut table = String::from(
        "| what came of it | reads | writes with a key | other writes |\n| --- | --- | --- | --- |\n",
    );
    for (row, names) in rows {
        let [safe, keyed, once] = row.map(word);
        let _ = writeln!(table, "| {} | {safe} | {keyed} | {once} |", names.join(", "));
    }
    table
}

/// How often and how soon, by platform.
fn policies() -> String {
    let policies: Vec<_> =
        Platform::ALL.iter().map(|&platform| Account::builder(platform).policy_so_far()).collect();
    let names: Vec<_> = Platform::ALL.iter().map(|&platform| title(platform)).collect();
    let mut table = format!("| | {} |\n| --- |{}\n", names.join(" | "), " --- |".repeat(names.len()));
    let mut row = |name: &str, value: fn(&Policy) -> String| {
        let values: Vec<_> = policies.iter().map(value).collect();
        let _ = writeln!(table, "| {name} | {} |", values.join(" | "));
    };
    row("attempts, the first included", |policy| policy.attempts.to_string());
    row("wait after the first, then doubled", |policy| format!("{} ms", policy.first_wait_ms));
    row("longest wait", |policy| format!("{} ms", policy.longest_wait_ms));
    row("all in all", |policy| format!("{} ms", policy.total_ms));
    table
}

/// What a till does about each kind of trouble.
fn troubles() -> String {
    let mut table = String::from("| trouble | what it is | what to do |\n| --- | --- | --- |\n");
    for &trouble in Trouble::ALL {
        let (name, what, hint) = (trouble.name().to_uppercase(), trouble.message(), trouble.hint());
        let _ = writeln!(table, "| `{name}` | {what} | {hint} |");
    }
    table
}

#[test]
fn the_readme_shows_the_tables() {
    let retries = format!("{}\n{}", retries(), policies());
    let parts = [("operations", operations()), ("retries", retries), ("troubles", troubles())];
    readme::check("README.md", &parts);
}

/// Where each operation of a platform is published, and what is assumed of it.
fn sources(platform: Platform) -> String {
    let mut table = String::from("| operation | page | assumed |\n| --- | --- | --- |\n");
    for row in Endpoint::all(platform) {
        let name = row.operation.short_name();
        let _ = writeln!(table, "| `{name}` | <{}> | {} |", row.source, row.assumption.unwrap_or("–"));
    }
    table
}

#[test]
fn each_platforms_notes_show_its_pages_and_assumptions() {
    for &platform in Platform::ALL {
        for row in Endpoint::all(platform) {
            assert!(row.source.starts_with("https://"), "{}", row.operation.name());
        }
        let file = format!("core/src/{}/README.md", platform.name());
        readme::check(&file, &[("calls", sources(platform))]);
    }
}
