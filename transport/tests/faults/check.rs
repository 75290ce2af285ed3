//! One case: a call meets a fault, and everything about it is checked.

use std::collections::BTreeSet;

use tillwire_core::http::{Account, CallError, Key, Policy, Repeat, Reply, ReplyInt, Stop, Trouble};
use tillwire_sim::{Entry, Fault, RetryAfter, Sim};
use tillwire_transport::{Client, SendError};

use crate::call::Kind;
use crate::support::{account, sim, timed};

/// How long a call may take here, in milliseconds: the published waits fit into it.
const TOTAL_MS: u64 = 15_000;
/// How long an attempt may take where another may follow.
const ATTEMPT_MS: u64 = 4000;
/// How much later than its deadline a call may end on a machine that is busy.
const SLACK_MS: u128 = 1500;
/// The SHA-256 of no bytes: what the simulator notes of a body that it did not read.
const UNREAD: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// Runs a case; a few words on what it came to, or what is wrong.
pub fn run(fault: &Fault, trouble: Option<Trouble>, kind: Kind, times: u32) -> Result<String, String> {
    let sim = sim();
    let arguments = kind.arguments(&sim);
    let account = account(&sim, kind.platform());
    let policy = Policy { total_ms: TOTAL_MS, ..published(kind) };
    let account: Account = account.policy(policy).build().unwrap();
    let client = Client::builder(account).attempt_ms(ATTEMPT_MS).build().unwrap();
    sim.fault(fault.clone(), kind.filter(), times);
    let seen = Seen::new(&sim);
    let (result, took) = timed(|| client.send(kind.operation(), &arguments));
    let told = told(&result);
    let wrong = |what: &str| {
        Err(format!(
            "{} under {fault:?} {times} times: {what}: {told}; {:#?}",
            kind.name(),
            seen.entries(&sim)
        ))
    };
    if took.as_millis() > u128::from(TOTAL_MS) + SLACK_MS {
        return wrong(&format!("took {took:?}"));
    }
    let entries = seen.entries(&sim);
    if let Err(what) = no_action_twice(&sim).and_then(|()| attempts(&entries, &result, policy, kind, fault)) {
        return wrong(&what);
    }
    let checked = match &result {
        Ok(reply) => reply_is_right(reply, &sim, fault, trouble, kind, times),
        Err(SendError::Call(error)) => error_is_right(error, fault, trouble, kind, times),
        Err(_) => Err("no error of a call".to_owned()),
    };
    match checked {
        Ok(()) => Ok(told.clone()),
        Err(what) => wrong(&what),
    }
}

fn published(kind: Kind) -> Policy {
    if kind.platform() == tillwire_core::Platform::Fire { Policy::FIRE } else { Policy::KLIKIT }
}

fn told(result: &Result<Reply, SendError>) -> String {
    match result {
        Ok(reply) => format!("reply after {}", reply.int(ReplyInt::Attempts).unwrap_or(0)),
        Err(SendError::Call(error)) => {
            let done = if error.may_be_done() { ", may be done" } else { "" };
            format!("{} after {}, {:?}{done}", error.trouble().name(), error.attempts(), error.stop())
        }
        Err(error) => error.to_string(),
    }
}

/// What was in the log before the call.
struct Seen(usize);

impl Seen {
    fn new(sim: &Sim) -> Self {
        Self(sim.log().len())
    }

    fn entries(&self, sim: &Sim) -> Vec<Entry> {
        sim.log().split_off(self.0)
    }
}

fn no_action_twice(sim: &Sim) -> Result<(), String> {
    let actions = sim.actions();
    if actions.len() <= 1 { Ok(()) } else { Err(format!("an action happened twice: {actions:#?}")) }
}

/// Attempts as the simulator saw them: as many as the error says, no more than allowed, the same bytes, and not too soon.
fn attempts(
    entries: &[Entry],
    result: &Result<Reply, SendError>,
    policy: Policy,
    kind: Kind,
    fault: &Fault,
) -> Result<(), String> {
    let told = match result {
        Ok(reply) => {
            reply.int(ReplyInt::Attempts).and_then(|attempts| u32::try_from(attempts).ok()).unwrap_or(0)
        }
        Err(SendError::Call(error)) => error.attempts(),
        Err(_) => 0,
    };
    if u32::try_from(entries.len()).unwrap() != told || told > policy.attempts {
        return Err(format!("{told} attempts are told"));
    }
    let bodies: BTreeSet<_> =
        entries.iter().map(|entry| entry.body_sha256.as_str()).filter(|sum| *sum != UNREAD).collect();
    let keys: BTreeSet<_> = entries.iter().map(|entry| entry.idempotency_key.as_deref()).collect();
    if bodies.len() > 1 || keys.len() > 1 {
        return Err("attempts differ".to_owned());
    }
    let takes_header = matches!(kind.operation().endpoint().key, Key::Header(_));
    if keys.iter().any(|key| key.is_some() != takes_header) {
        return Err("an attempt has no key, or one too many".to_owned());
    }
    let mut wait = policy.first_wait_ms;
    for pair in entries.windows(2) {
        let asked = if pair[0].fault.is_some() { asked_ms(fault) } else { 0 };
        let waited = pair[1].at_ms - pair[0].at_ms;
        if waited + 1 < wait.max(asked) {
            return Err(format!("attempt {} came after {waited} ms", pair[1].number));
        }
        wait *= 2;
    }
    Ok(())
}

/// How long a fault asks to wait.
fn asked_ms(fault: &Fault) -> u64 {
    match fault {
        Fault::TooManyRequests(RetryAfter::Seconds(seconds) | RetryAfter::Date(seconds)) => seconds * 1000,
        _ => 0,
    }
}

/// Whether a call may be sent again under a fault: the rules once more, by the fault rather than by what the client saw.
fn is_repeated(fault: &Fault, kind: Kind) -> bool {
    let safe = matches!(kind.operation().endpoint().repeat, Repeat::Safe | Repeat::Keyed);
    match fault {
        Fault::TooManyRequests(_) => true,
        Fault::Status(status) => safe && *status >= 500,
        Fault::HugeBody { .. } | Fault::Redirect { .. } | Fault::EmptyOk => false,
        Fault::Committed(fault) => is_repeated(fault, kind),
        _ => safe,
    }
}

fn reply_is_right(
    reply: &Reply,
    sim: &Sim,
    fault: &Fault,
    trouble: Option<Trouble>,
    kind: Kind,
    times: u32,
) -> Result<(), String> {
    if trouble.is_some() && times > 1 {
        return Err("a reply in spite of the fault".to_owned());
    }
    let attempts = if trouble.is_some() { 2 } else { 1 };
    if reply.int(ReplyInt::Attempts) != Some(attempts) || (attempts == 2 && !is_repeated(fault, kind)) {
        return Err("a reply after other attempts than the rules allow".to_owned());
    }
    let is_read = kind.operation().endpoint().repeat == Repeat::Safe;
    if sim.actions().len() != usize::from(!is_read) {
        return Err("the action is not done".to_owned());
    }
    Ok(())
}

fn error_is_right(
    error: &CallError,
    fault: &Fault,
    trouble: Option<Trouble>,
    kind: Kind,
    times: u32,
) -> Result<(), String> {
    if Some(error.trouble()) != trouble {
        return Err(format!("expected {trouble:?}"));
    }
    if is_repeated(fault, kind) {
        if times == 1 || !matches!(error.stop(), Stop::Attempts | Stop::Deadline) || error.attempts() < 2 {
            return Err("it was given up too early".to_owned());
        }
    } else if error.attempts() != 1 {
        return Err("it was sent again against the rules".to_owned());
    }
    let repeat = kind.operation().endpoint().repeat;
    let is_lost = matches!(
        trouble,
        Some(Trouble::Broken | Trouble::TimedOut | Trouble::BadAnswer | Trouble::Unavailable)
    );
    if is_lost && repeat == Repeat::Once && error.stop() != Stop::Unsafe {
        return Err("it does not say that another attempt would not be safe".to_owned());
    }
    let unknown = matches!(
        trouble,
        Some(
            Trouble::Broken
                | Trouble::TimedOut
                | Trouble::BadAnswer
                | Trouble::TooLarge
                | Trouble::Unavailable
        )
    );
    if error.may_be_done() != (unknown && repeat != Repeat::Safe) {
        return Err("whether it may be done is not told rightly".to_owned());
    }
    match fault {
        Fault::Status(status) => platform_words(error, *status, kind),
        _ => Ok(()),
    }
}

/// The platform's own answer of an error is in ours.
fn platform_words(error: &CallError, status: u16, kind: Kind) -> Result<(), String> {
    if error.status() != Some(status) {
        return Err("another status".to_owned());
    }
    // For other statuses the simulator answers with a plain text, as something before the platform would.
    if status != 500 {
        return Ok(());
    }
    let states_id = kind.platform() == tillwire_core::Platform::Klikit;
    if error.code().is_none() || (states_id && error.request_id().is_none()) {
        return Err("the platform's code or request id is missing".to_owned());
    }
    Ok(())
}
