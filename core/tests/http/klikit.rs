//! klikit's calls, from the account to the reply.

use tillwire_core::Platform;
use tillwire_core::http::{
    Account, AccountError, AccountText, Arguments, Call, CallBuildError, Clock, Environment, Failure, Next,
    Operation, Outcome, Parameter, ReplyInt, ReplyText, Stop, Trouble,
};
use tillwire_core::verify::Headers;

fn account() -> Account {
    Account::builder(Platform::Klikit)
        .environment(Environment::Production)
        .text(AccountText::Key, "partner")
        .text(AccountText::Secret, "new secret")
        .text(AccountText::Secret, "old-secret")
        .build()
        .unwrap()
}

fn accept() -> Call {
    let arguments = Arguments::new().with(Parameter::Id, "412").with(Parameter::Status, "accepted");
    account().call(Operation::KlikitOrderStatus, &arguments, [7; 16]).unwrap()
}

fn header<'c>(call: &'c Call, name: &str) -> Option<&'c str> {
    call.request().headers().find(|(known, _)| *known == name).map(|(_, value)| value)
}

fn answered(call: &mut Call, status: u16, headers: &Headers, body: &str) -> Result<Next, String> {
    call.after(Outcome::Answered { status, headers, body: body.as_bytes() }, Clock::default())
        .map_err(|error| error.to_string())
}

#[test]
fn a_status_change_is_these_bytes() {
    let call = accept();
    let request = call.request();
    assert_eq!(request.method().name(), "PATCH");
    assert_eq!(request.url(), "https://gateway-enterprise.klikit.io/v1/partner/orders/412/status");
    assert_eq!(request.body(), Some(br#"{"status":"accepted"}"#.as_slice()));
    assert_eq!(header(&call, "Idempotency-Key"), Some("07070707-0707-4707-8707-070707070707"));
    assert_eq!(header(&call, "Authorization"), Some("Basic cGFydG5lcjpuZXcgc2VjcmV0"));
    assert_eq!(header(&call, "Content-Type"), Some("application/json"));
}

#[test]
fn a_secret_that_was_accepted_comes_first_and_the_newer_one_after_it() {
    let refused = r#"{"error":{"code":"INVALID_CREDENTIALS","message":"no"}}"#;
    let mut call = accept();
    call.skip_to_secret(7);
    assert_eq!(call.secret_index(), 0);
    call.skip_to_secret(1);
    assert_eq!((call.secret_index(), call.request().headers().len()), (1, 5));
    assert_eq!(header(&call, "Authorization"), Some("Basic cGFydG5lcjpvbGQtc2VjcmV0"));
    assert!(matches!(answered(&mut call, 401, &Headers::new(), refused), Ok(Next::Again { wait_ms: 0 })));
    assert_eq!((call.secret_index(), call.request().headers().len()), (0, 5));
    assert_eq!(header(&call, "Authorization"), Some("Basic cGFydG5lcjpuZXcgc2VjcmV0"));
    let Ok(Next::Done(reply)) = answered(&mut call, 200, &Headers::new(), "{}") else { panic!("no reply") };
    assert_eq!(reply.int(ReplyInt::SecretIndex), Some(0));
}

#[test]
fn a_setting_is_refused_at_once_or_when_the_account_is_made() {
    let mut builder = Account::builder(Platform::Klikit);
    assert_eq!(builder.set_text(AccountText::Key, "a:b"), Err(AccountError::ColonInKey));
    assert_eq!(builder.set_path(Operation::KlikitOrder, "orders"), Err(AccountError::Path));
    assert!(builder.set_path(Operation::KlikitOrder, "/orders/{id}/full").is_ok());
    let copy = builder.clone().text(AccountText::Key, "a:b");
    assert_eq!(copy.build().unwrap_err(), AccountError::ColonInKey);
}

#[test]
fn the_second_secret_is_tried_where_the_first_is_refused_and_nothing_else_changes() {
    let mut call = accept();
    let key = header(&call, "Idempotency-Key").unwrap().to_owned();
    let refused = r#"{"error":{"code":"INVALID_CREDENTIALS","message":"no"}}"#;
    let next = answered(&mut call, 401, &Headers::new(), refused).unwrap();
    assert!(matches!(next, Next::Again { wait_ms: 0 }));
    assert_eq!(header(&call, "Authorization"), Some("Basic cGFydG5lcjpvbGQtc2VjcmV0"));
    assert_eq!(header(&call, "Idempotency-Key"), Some(key.as_str()));
    let error = answered(&mut call, 401, &Headers::new(), refused).unwrap_err();
    assert_eq!(
        error,
        "klikit_order_status: the platform does not accept the credentials (HTTP 401, code INVALID_CREDENTIALS, 2 attempts)"
    );
}

#[test]
fn a_reply_states_what_changed() {
    let mut call = accept();
    let body = r#"{"request_id":"req_4d1b","data":{"id":"412","status":"accepted","updated_at":"2023-11-07T05:31:56Z"}}"#;
    let Ok(Next::Done(reply)) = answered(&mut call, 200, &Headers::new(), body) else { panic!("no reply") };
    assert_eq!(reply.text(ReplyText::RequestId), Some("req_4d1b"));
    assert_eq!(reply.text(ReplyText::Status), Some("accepted"));
}

#[test]
fn a_broken_connection_is_tried_again_five_times_in_all() {
    let mut call = accept();
    let body = call.request().body().unwrap().to_vec();
    let mut elapsed_ms = 0;
    for least in [500, 1000, 2000, 4000] {
        let clock = Clock { elapsed_ms, now_ms: 0 };
        let Ok(Next::Again { wait_ms }) = call.after(Outcome::Failed(Failure::Broken), clock) else {
            panic!("no further attempt")
        };
        assert!((least..=least + least / 2).contains(&wait_ms), "{wait_ms}");
        assert_eq!(call.request().body(), Some(body.as_slice()));
        elapsed_ms += wait_ms;
    }
    let error = call.after(Outcome::Failed(Failure::Broken), Clock { elapsed_ms, now_ms: 0 }).unwrap_err();
    assert_eq!((error.trouble(), error.stop(), error.attempts()), (Trouble::Broken, Stop::Attempts, 5));
    assert!(error.may_be_done());
}

#[test]
fn what_cannot_be_asked_is_refused_before_anything_is_sent() {
    let account = account();
    let build = |operation, arguments: Arguments| account.call(operation, &arguments, [0; 16]).unwrap_err();
    let long = Arguments::new()
        .with(Parameter::From, "2026-01-01T00:00:00Z")
        .with(Parameter::To, "2026-04-01T00:00:00.001Z");
    assert_eq!(build(Operation::KlikitOrders, long), CallBuildError::Window { most_days: 90 });
    let half = Arguments::new().with(Parameter::BrandId, "1");
    let together = CallBuildError::Together { first: Parameter::BrandId, second: Parameter::BranchId };
    assert_eq!(build(Operation::KlikitMenus, half), together);
    let cancel = Arguments::new().with(Parameter::Id, "1").with(Parameter::Status, "cancelled");
    let operation = Operation::KlikitOrderStatus;
    let missing = CallBuildError::Missing { operation, parameter: Parameter::Reason };
    assert_eq!(build(operation, cancel), missing);
}

#[test]
fn credentials_go_to_known_hosts_only() {
    let build = |address| {
        Account::builder(Platform::Klikit)
            .text(AccountText::Key, "partner")
            .text(AccountText::Secret, "secret")
            .text(AccountText::ApiAddress, address)
            .build()
            .map(|_| ())
    };
    assert_eq!(build("https://api.dev.shadowchef.co/v1/partner"), Ok(()));
    assert_eq!(build("http://127.0.0.1:8080"), Ok(()));
    let host = "gateway-enterprise.klikit.io.example".to_owned();
    let refused = build("https://gateway-enterprise.klikit.io.example/v1");
    assert_eq!(refused, Err(AccountError::HostNotAllowed { host }));
}

#[test]
fn a_refusal_states_the_platforms_clock() {
    let mut headers = Headers::new();
    headers.add("Date", b"Sun, 06 Nov 1994 08:49:37 GMT").unwrap();
    let outcome = Outcome::Answered { status: 403, headers: &headers, body: b"{}" };
    let error = accept().after(outcome, Clock::default()).unwrap_err();
    assert_eq!(error.server_time().map(|time| time.unix_ms), Some(784_111_777_000));
    let error = accept().after(Outcome::Failed(Failure::Untrusted), Clock::default()).unwrap_err();
    assert_eq!(error.server_time(), None);
}
