//! Calls of every operation: accounts and arguments that serve for all of them, and what holds for any request and any answer.

use tillwire_core::Platform;
use tillwire_core::http::{
    Account, AccountText, Arguments, Call, CallError, Clock, Endpoint, Form, Key, Next, Operation, Outcome,
    Parameter, Place, Policy, Reply, ReplyInt, ReplyText, Request, Slot,
};
use tillwire_core::verify::Headers;

/// Stands for every secret of an account. It is in no answer, so that it is found where it should not be.
pub const SECRET: &str = "5ecret-of-nobody";

/// The address of every account.
pub const BASE: &str = "http://127.0.0.1:7/base";

/// An account that has everything, and two secrets.
///
/// # Panics
/// Where it is refused.
#[must_use]
pub fn account(platform: Platform, policy: Policy) -> Account {
    let second = format!("{SECRET}-2");
    let mut builder = Account::builder(platform)
        .text(AccountText::ApiAddress, BASE)
        .text(AccountText::Secret, SECRET)
        .text(AccountText::Secret, &second)
        .policy(policy);
    let more = match platform {
        Platform::Klikit => &[AccountText::Key][..],
        Platform::Atlas => &[AccountText::Merchant],
        Platform::Fire => &[
            AccountText::AppAddress,
            AccountText::AccountId,
            AccountText::VendorId,
            AccountText::ClientId,
            AccountText::ClientSecret,
            AccountText::Token,
        ],
        _ => panic!("a platform without an account"),
    };
    for &setting in more {
        let value = match setting {
            AccountText::AppAddress => BASE,
            AccountText::ClientSecret | AccountText::Token => SECRET,
            _ => "public",
        };
        builder = builder.text(setting, value);
    }
    for endpoint in Endpoint::all(platform).iter().filter(|endpoint| endpoint.path.is_empty()) {
        builder = builder.path(endpoint.operation, "/set/by/the/account");
    }
    builder.build().expect("an account")
}

/// A value that a parameter takes.
#[must_use]
pub fn sample(slot: &Slot) -> &'static str {
    match (slot.form, slot.place) {
        (Form::Integer, _) => "60",
        (Form::Flag, _) => "true",
        (Form::Time | Form::Utc, _) => "2026-06-18T10:15:30+08:00",
        (Form::Date, _) => "2026-06-18",
        (Form::Json, _) => "{}",
        (Form::Word, _) => slot.words.first().expect("a word"),
        (_, Place::WholePath) => "/anything",
        _ => "anything",
    }
}

/// Arguments that an operation takes: all, or those that it needs.
#[must_use]
pub fn arguments(operation: Operation, all: bool) -> Arguments {
    let slots = operation.endpoint().slots.iter().filter(|slot| all || slot.required);
    slots.fold(Arguments::new(), |arguments, slot| arguments.with(slot.parameter, sample(slot)))
}

/// Checks a request of these arguments, and that it says what they say.
///
/// # Panics
/// Where something does not hold.
pub fn check_request(request: &Request, arguments: &Arguments) {
    let endpoint = request.operation().endpoint();
    assert!(
        request.url().starts_with(BASE) && request.url()[BASE.len()..].starts_with('/'),
        "{}",
        request.url()
    );
    assert!(request.url().bytes().all(|byte| byte.is_ascii_graphic()), "{}", request.url());
    for (name, value) in request.headers() {
        assert!(
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'),
            "{name}"
        );
        assert!(
            !value.is_empty() && value.bytes().all(|byte| (b' '..=b'~').contains(&byte)),
            "{name}: {value}"
        );
    }
    assert!(!request.shown().contains(SECRET) && !format!("{request:?}").contains(SECRET));
    match endpoint.key {
        Key::None => assert!(request.key().is_none()),
        Key::Header(_) => assert!(request.key().is_some()),
        // The caller's own mark may be longer than any that a header takes.
        Key::Parameter(own) => assert!(request.key().is_some() || arguments.get(own).is_some()),
    }
    match request.body() {
        Some(body) => assert!(serde_json::from_slice::<serde::de::IgnoredAny>(body).is_ok()),
        None => assert!(request.headers().all(|(name, _)| name != "Content-Type")),
    }
}

/// A call of an operation.
///
/// # Panics
/// Where it is refused.
#[must_use]
pub fn call(operation: Operation, policy: Policy) -> Call {
    let account = account(operation.platform(), policy);
    account.call(operation, &arguments(operation, false), [7; 16]).expect("arguments that it takes")
}

/// Gives an answer to every operation, and checks what is read from it.
///
/// # Panics
/// Where something does not hold.
pub fn check_answer(status: u16, headers: &Headers, body: &[u8]) {
    for &operation in Operation::ALL {
        let mut call = call(operation, Policy { attempts: 2, ..Policy::KLIKIT });
        let outcome = Outcome::Answered { status, headers, body };
        let mut next = call.after(outcome, Clock::default());
        if let Ok(Next::Again { wait_ms }) = next {
            next = call.after(outcome, Clock { elapsed_ms: wait_ms, now_ms: i64::MAX });
        }
        match next {
            Ok(Next::Done(reply)) => check_reply(&reply, status),
            Ok(Next::Again { .. }) => panic!("a third attempt of two"),
            Err(error) => check_error(&error, status),
        }
    }
}

fn check_reply(reply: &Reply, status: u16) {
    assert!((200..300).contains(&status));
    assert_eq!(reply.int(ReplyInt::HttpStatus), Some(status.into()));
    let records = i64::try_from(reply.records().count()).expect("few");
    assert_eq!(reply.int(ReplyInt::Records).unwrap_or(0), records);
    for &field in ReplyText::ALL {
        assert!(reply.text(field).is_none_or(|text| !text.contains('\0')));
        assert_eq!(reply.text_with_nul(field).map(str::len), reply.text(field).map(|text| text.len() + 1));
    }
    assert!(is_plain(&format!("{reply:?}")));
}

fn check_error(error: &CallError, status: u16) {
    assert_eq!(error.status(), Some(status));
    assert!((1..=2).contains(&error.attempts()));
    assert!(error.raw().len() <= CallError::RAW_BYTES);
    assert!(error.document().is_none() || error.raw().is_empty());
    assert!(!error.hint().is_empty());
    let is_read = error.operation().endpoint().repeat == tillwire_core::http::Repeat::Safe;
    assert!(!is_read || !error.may_be_done());
    assert!(is_plain(&format!("{error}")) && is_plain(&format!("{error:?}")));
}

/// Whether a line for a log is one, and short.
fn is_plain(line: &str) -> bool {
    line.len() < 1000 && !line.chars().any(char::is_control)
}

/// The parameter with which a list is told which page.
#[must_use]
pub fn number(arguments: &Arguments, parameter: Parameter) -> usize {
    arguments.get(parameter).and_then(|text| text.parse().ok()).expect("a number")
}
