//! `tillwire check`: credentials, scopes, certificate and clock against a platform, as a table.

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use tillwire_core::Limits;
use tillwire_core::dictionary::Dictionary;
use tillwire_core::http::{CallError, Host, Operation, Reply, ReplyInt, ReplyText, ReplyTime, Trouble};
use tillwire_core::verify::Tolerance;
use tillwire_transport::{Client, SendError};

use crate::account::Purpose;
use crate::args::Check;
use crate::call;
use crate::clock;
use crate::failure::Failure;
use crate::table::table;
use crate::terminal;
use crate::trial::{self, Trial};

pub(crate) fn run(args: &Check) -> Result<ExitCode, Failure> {
    let client = args.caller.client(args.platform, Purpose::Call)?;
    let trials = trial::plan(args, &client)?;
    refuse_what_is_not_served(args, &trials)?;
    let mut found = Found::default();
    let mut rows = Vec::new();
    for trial in &trials {
        rows.push(found.try_one(args, &client, trial)?);
    }
    let rows: Vec<_> = found.general(&client, &trials).into_iter().chain(rows).collect();
    let is_well = rows.iter().all(|row| matches!(row.result, Verdict::Ok | Verdict::Skipped));
    crate::print(shown(rows).as_bytes())?;
    Ok(if is_well { ExitCode::SUCCESS } else { ExitCode::from(3) })
}

fn refuse_what_is_not_served(args: &Check, trials: &[Trial]) -> Result<(), Failure> {
    let platform = args.platform.name();
    if args.brand_id.is_some() && Operation::of(args.platform, "brands").is_none() {
        return Err(Failure::usage(format!("{platform} has no menus by brand and branch"))
            .hint("leave --brand_id and --branch_id out"));
    }
    let Some(folder) = &args.save_dictionaries else { return Ok(()) };
    if trials.iter().all(|trial| trial.vocabulary.is_none()) {
        return Err(Failure::usage(format!("{platform} serves no dictionaries"))
            .hint("leave --save-dictionaries out"));
    }
    fs::create_dir_all(folder)
        .map_err(|error| Failure::usage(format!("{} cannot be made: {error}", folder.display())))
}

/// How a check came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Ok,
    /// The platform says no.
    Refused,
    /// The platform was not reached, or what it answered is not what it should be.
    Failed,
    Skipped,
}

impl Verdict {
    const fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Refused => "refused",
            Self::Failed => "failed",
            Self::Skipped => "skipped",
        }
    }
}

/// A line of the table.
#[derive(Clone)]
struct Row {
    name: String,
    by: &'static str,
    result: Verdict,
    status: Option<String>,
    code: Option<String>,
    request_id: Option<String>,
    milliseconds: Option<String>,
    why: String,
}

impl Row {
    fn new(name: &str, by: &'static str, result: Verdict, why: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            by,
            result,
            status: None,
            code: None,
            request_id: None,
            milliseconds: None,
            why: why.into(),
        }
    }

    fn of_reply(trial: &Trial, reply: &Reply) -> Self {
        let total = reply.int(ReplyInt::Total).map_or_else(String::new, |total| format!("{total} in all"));
        Self {
            status: reply.int(ReplyInt::HttpStatus).map(|status| status.to_string()),
            request_id: reply.text(ReplyText::RequestId).map(Into::into),
            ..Self::new(&trial.name, trial.operation.short_name(), Verdict::Ok, total)
        }
    }

    fn of_error(trial: &Trial, error: &CallError) -> Self {
        let result = match error.status() {
            Some(400..500) => Verdict::Refused,
            _ => Verdict::Failed,
        };
        Self {
            status: error.status().map(|status| status.to_string()),
            code: error.code().map(Into::into),
            request_id: error.request_id().map(Into::into),
            ..Self::new(&trial.name, trial.operation.short_name(), result, error.trouble().message())
        }
    }
}

/// What answers tell beside what was asked for.
#[derive(Default)]
struct Found {
    /// The hosts that were tried, and why one was not reached.
    hosts: Vec<(Host, Option<Trouble>)>,
    /// The answer that says most about the credentials.
    credentials: Option<Row>,
    /// Seconds that the platform's clock is ahead of this machine's. It is well where a signed time would still be taken.
    clock: Option<i64>,
}

impl Found {
    fn try_one(&mut self, args: &Check, client: &Client, trial: &Trial) -> Result<Row, Failure> {
        let (operation, host) = (trial.operation, trial.operation.endpoint().host);
        let skipped = |why: &str| Row::new(&trial.name, operation.short_name(), Verdict::Skipped, why);
        if let Some(why) = &trial.why_not {
            return Ok(skipped(why));
        }
        if self.hosts.iter().any(|(known, trouble)| *known == host && trouble.is_some()) {
            return Ok(skipped("its host was not reached"));
        }
        let started = Instant::now();
        let sent = call::send(client, operation, &trial.arguments, args.caller.quiet);
        let milliseconds = Some(started.elapsed().as_millis().to_string());
        let row = match sent {
            Ok(reply) => {
                self.note(host, None, reply.time(ReplyTime::Server).map(|time| time.unix_ms));
                let row = Row::of_reply(trial, &reply);
                self.credentials_accepted(trial, client, &row, reply.int(ReplyInt::SecretIndex));
                dictionary(args, trial, &reply, row)?
            }
            Err(failed) => match &failed.error {
                SendError::Call(error) => {
                    let unreached = error.status().is_none().then(|| error.trouble());
                    self.note(host, unreached, error.server_time().map(|time| time.unix_ms));
                    let row = Row::of_error(trial, error);
                    self.credentials_judged(trial, error, &row);
                    row
                }
                other => Row::new(&trial.name, operation.short_name(), Verdict::Failed, other.to_string()),
            },
        };
        Ok(Row { milliseconds, ..row })
    }

    fn note(&mut self, host: Host, unreached: Option<Trouble>, server_ms: Option<i64>) {
        match self.hosts.iter_mut().find(|(known, _)| *known == host) {
            Some((_, trouble)) => *trouble = unreached,
            None => self.hosts.push((host, unreached)),
        }
        if self.clock.is_none() {
            let now = i64::try_from(clock::since_1970().as_millis()).unwrap_or(i64::MAX);
            // `Date` leaves the part of a second out.
            self.clock =
                server_ms.map(|server| server.saturating_sub(now).saturating_add(999).div_euclid(1000));
        }
    }

    fn credentials_accepted(&mut self, trial: &Trial, client: &Client, row: &Row, secret: Option<i64>) {
        if trial.operation == Operation::FireLogin || self.are_accepted() {
            return;
        }
        let count = client.account().secret_count();
        let which = secret.unwrap_or_default().saturating_add(1);
        let why = if count > 1 { format!("secret {which} of {count}") } else { String::new() };
        self.credentials = Some(Row { name: "credentials".into(), why, ..row.clone() });
    }

    /// Of refusals, only that of the credentials or of a scope tells whether the credentials are good.
    fn credentials_judged(&mut self, trial: &Trial, error: &CallError, row: &Row) {
        if trial.operation == Operation::FireLogin || self.are_accepted() {
            return;
        }
        let row = Row { name: "credentials".into(), ..row.clone() };
        match error.trouble() {
            Trouble::Unauthorized => self.credentials = Some(row),
            Trouble::Forbidden => {
                self.credentials =
                    Some(Row { result: Verdict::Ok, why: "known, but without the scope".into(), ..row });
            }
            _ => {}
        }
    }

    fn are_accepted(&self) -> bool {
        self.credentials.as_ref().is_some_and(|row| row.result == Verdict::Ok)
    }

    /// The lines about no operation alone.
    fn general(&self, client: &Client, trials: &[Trial]) -> Vec<Row> {
        let mut rows: Vec<_> =
            self.hosts.iter().map(|(host, trouble)| certificate(client, trials, *host, *trouble)).collect();
        rows.push(self.credentials.clone().unwrap_or_else(|| {
            Row::new("credentials", "", Verdict::Skipped, "no answer says whether they are accepted")
        }));
        rows.push(match self.clock {
            None => Row::new("clock", "", Verdict::Skipped, "no answer states the time"),
            Some(ahead) => {
                let is_well = match Tolerance::DEFAULT {
                    Tolerance::Within(seconds) => ahead.unsigned_abs() <= seconds.into(),
                    Tolerance::Unchecked => true,
                };
                let result = if is_well { Verdict::Ok } else { Verdict::Failed };
                Row::new("clock", "", result, format!("the platform's is {ahead:+} s from this machine's"))
            }
        });
        rows
    }
}

fn certificate(client: &Client, trials: &[Trial], host: Host, unreached: Option<Trouble>) -> Row {
    let row = |result, why| Row::new("certificate", host.name(), result, why);
    let at_host = trials.iter().filter(|trial| trial.operation.endpoint().host == host);
    let mut calls = at_host.filter_map(|trial| client.call(trial.operation, &trial.arguments).ok());
    if calls.any(|call| call.request().url().starts_with("http://")) {
        return row(Verdict::Skipped, "the address is plain http");
    }
    match unreached {
        None => row(Verdict::Ok, "trusted"),
        Some(Trouble::Untrusted) => row(Verdict::Refused, Trouble::Untrusted.message()),
        Some(_) => row(Verdict::Skipped, "the host was not reached"),
    }
}

/// What a dictionary has, and where it was stored.
fn dictionary(args: &Check, trial: &Trial, reply: &Reply, row: Row) -> Result<Row, Failure> {
    let Some(vocabulary) = trial.vocabulary else { return Ok(row) };
    let text = reply.document().map_or("", |document| document.text());
    let dictionary = match Dictionary::load(vocabulary, text.as_bytes(), &Limits::default()) {
        Ok(dictionary) => dictionary,
        Err(error) => return Ok(Row { result: Verdict::Failed, why: error.to_string(), ..row }),
    };
    let words = dictionary.count();
    let Some(folder) = &args.save_dictionaries else {
        return Ok(Row { why: format!("{words} words"), ..row });
    };
    let path = folder.join(vocabulary.name()).with_extension("json");
    save(&path, text)?;
    Ok(Row { why: format!("{words} words, stored in {}", path.display()), ..row })
}

fn save(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text)
        .map_err(|error| Failure::usage(format!("{} cannot be written: {error}", path.display())))
}

fn shown(rows: Vec<Row>) -> String {
    let cell = |text: Option<String>| text.map_or_else(|| "-".into(), |text| terminal::line(&text));
    let rows = rows.into_iter().map(|row| {
        [
            row.name,
            row.by.into(),
            row.result.name().into(),
            cell(row.status),
            cell(row.code),
            cell(row.request_id),
            cell(row.milliseconds),
            terminal::line(&row.why),
        ]
    });
    table(["CHECK", "BY", "RESULT", "HTTP", "CODE", "REQUEST ID", "MS", ""], rows.collect())
}
