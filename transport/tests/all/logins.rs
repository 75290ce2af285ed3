//! The login before Fire's v4 operations: once, and once more when the token is refused.

use std::sync::Barrier;
use std::thread;

use tillwire_core::Platform;
use tillwire_core::http::{AccountText, Arguments, Operation, Parameter, ReplyInt, Trouble};
use tillwire_sim::{Platform as Simulated, Sim};
use tillwire_transport::{Client, SendError};

use crate::support::{FIRE_ORDER, account, arguments, client, error, sim};

fn refund(order: &str) -> Arguments {
    arguments(&[(Parameter::Id, order), (Parameter::Reason, "customer changed their mind")])
}

/// The paths that were asked for: `login` and `refund`.
fn asked(sim: &Sim) -> Vec<String> {
    sim.log().iter().map(|entry| entry.path.rsplit('/').next().unwrap_or_default().to_owned()).collect()
}

fn tokens_last(sim: &Sim, seconds: u64) {
    sim.change_settings(|settings| settings.fire.token_seconds = seconds);
}

#[test]
fn one_login_serves_all_calls() {
    let sim = sim();
    let client = client(&sim, Platform::Fire);
    assert!(!client.account().has_token());
    client.send(Operation::FireOrderRefund, &refund(FIRE_ORDER)).unwrap();
    assert!(client.account().has_token());
    for order in sim.place_orders(Simulated::Fire, 2) {
        client.send(Operation::FireOrderRefund, &refund(&order)).unwrap();
    }
    assert_eq!(asked(&sim), ["login", "refund", "refund", "refund"]);
    assert_eq!((client.counters().logins(), client.counters().replies()), (1, 4));
}

#[test]
fn a_token_that_is_refused_is_replaced_once() {
    let sim = sim();
    let client = client(&sim, Platform::Fire);
    tokens_last(&sim, 0);
    let refused = error(client.send(Operation::FireOrderRefund, &refund(FIRE_ORDER)));
    assert_eq!(
        (refused.trouble(), refused.status(), refused.attempts()),
        (Trouble::Unauthorized, Some(401), 2)
    );
    assert_eq!(asked(&sim), ["login", "refund", "login", "refund"]);
    assert!(sim.actions().is_empty());

    tokens_last(&sim, 3600);
    let reply = client.send(Operation::FireOrderRefund, &refund(FIRE_ORDER)).unwrap();
    assert_eq!(reply.int(ReplyInt::Attempts), Some(2));
    assert_eq!(asked(&sim)[4..], ["refund", "login", "refund"]);
    let log = sim.log();
    assert_eq!(log[4].body_sha256, log[6].body_sha256);
    assert_eq!(sim.actions().len(), 1);
}

#[test]
fn many_threads_log_in_once() {
    const THREADS: usize = 8;
    let sim = sim();
    let orders = sim.place_orders(Simulated::Fire, THREADS * 2);
    let client = client(&sim, Platform::Fire);
    let refund_all = |orders: &[String]| {
        let start = Barrier::new(THREADS);
        thread::scope(|scope| {
            for order in orders {
                let (client, start) = (&client, &start);
                scope.spawn(move || {
                    start.wait();
                    client.send(Operation::FireOrderRefund, &refund(order)).unwrap();
                });
            }
        });
    };
    tokens_last(&sim, 1);
    refund_all(&orders[..THREADS]);
    thread::sleep(std::time::Duration::from_millis(1100));
    tokens_last(&sim, 3600);
    let logins = client.counters().logins();
    refund_all(&orders[THREADS..]);
    assert_eq!(client.counters().logins(), logins + 1);
    assert_eq!(sim.actions().len(), THREADS * 2);
}

#[test]
fn a_call_that_is_made_first_has_its_token_already() {
    let sim = sim();
    let client = client(&sim, Platform::Fire);
    let mut call = client.call(Operation::FireOrderRefund, &refund(FIRE_ORDER)).unwrap();
    assert_eq!(asked(&sim), ["login"]);
    client.send_call(&mut call).unwrap();
    assert_eq!(asked(&sim), ["login", "refund"]);
}

#[test]
fn without_a_login_nothing_is_sent() {
    let sim = sim();
    let wrong = account(&sim, Platform::Fire).text(AccountText::ClientSecret, "not-the-secret");
    let client = Client::builder(wrong.build().unwrap()).build().unwrap();
    let refused = error(client.send(Operation::FireOrderRefund, &refund(FIRE_ORDER)));
    assert_eq!((refused.operation(), refused.trouble()), (Operation::FireLogin, Trouble::Unauthorized));
    assert_eq!(asked(&sim), ["login"]);

    let known = sim.credentials(Simulated::Fire);
    let without = tillwire_core::http::Account::builder(Platform::Fire)
        .text(AccountText::Secret, known.get("api_key"))
        .text(AccountText::AccountId, known.get("account"))
        .text(AccountText::ApiAddress, &sim.url(tillwire_sim::Site::FireApi));
    let client = Client::builder(without.build().unwrap()).build().unwrap();
    let missing = client.send(Operation::FireOrderRefund, &refund(FIRE_ORDER));
    assert!(
        matches!(&missing, Err(SendError::Build(error)) if error.to_string() == "fire_login needs client_id"),
        "{missing:?}"
    );
}
