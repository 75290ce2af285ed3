//! What the tests share: accounts of the simulator, and policies that do not wait for minutes.
#![allow(dead_code, reason = "each test program uses a part")]

use std::time::{Duration, Instant};

use tillwire_core::Platform;
use tillwire_core::http::{Account, AccountBuilder, AccountText, Arguments, CallError, Parameter, Policy};
use tillwire_sim::{Settings, Sim, Site};
use tillwire_transport::{Client, SendError};

pub fn sim() -> Sim {
    Sim::start(Settings::default()).unwrap()
}

/// The simulator's name for a platform.
pub fn site(platform: Platform) -> Site {
    match platform {
        Platform::Klikit => Site::Klikit,
        Platform::Atlas => Site::Atlas,
        Platform::Fire => Site::FireApi,
        other => panic!("{} is not simulated", other.name()),
    }
}

/// An account with the simulator's credentials, at this address.
pub fn account_at(sim: &Sim, platform: Platform, url: &str) -> AccountBuilder {
    let known = sim.credentials(site(platform).platform());
    let account = Account::builder(platform).text(AccountText::ApiAddress, url);
    match platform {
        Platform::Klikit => {
            account.text(AccountText::Key, known.get("key")).text(AccountText::Secret, known.get("secret"))
        }
        Platform::Atlas => account
            .text(AccountText::Secret, known.get("api_key"))
            .text(AccountText::Merchant, known.get("merchant_id")),
        Platform::Fire => account
            .text(AccountText::Secret, known.get("api_key"))
            .text(AccountText::ClientId, known.get("client_id"))
            .text(AccountText::ClientSecret, known.get("client_secret"))
            .text(AccountText::AccountId, known.get("account"))
            .text(AccountText::VendorId, known.get("vendor"))
            .text(AccountText::AppAddress, url),
        other => panic!("{} is not simulated", other.name()),
    }
}

pub fn account(sim: &Sim, platform: Platform) -> AccountBuilder {
    account_at(sim, platform, &sim.url(site(platform)))
}

pub fn client(sim: &Sim, platform: Platform) -> Client {
    Client::builder(account(sim, platform).build().unwrap()).build().unwrap()
}

/// klikit's policy with waits of milliseconds.
pub fn hasty(total_ms: u64) -> Policy {
    Policy { attempts: 5, first_wait_ms: 10, longest_wait_ms: 100, total_ms }
}

pub fn arguments(values: &[(Parameter, &str)]) -> Arguments {
    values.iter().fold(Arguments::new(), |arguments, (parameter, value)| arguments.with(*parameter, value))
}

/// Accepts a klikit order.
pub fn accept(order: &str) -> Arguments {
    arguments(&[(Parameter::Id, order), (Parameter::Status, "accepted")])
}

/// The error of a call.
pub fn error<T: std::fmt::Debug>(result: Result<T, SendError>) -> CallError {
    match result {
        Err(SendError::Call(error)) => error,
        other => panic!("expected the error of a call: {other:?}"),
    }
}

/// How long something took.
pub fn timed<T>(does: impl FnOnce() -> T) -> (T, Duration) {
    let began = Instant::now();
    let done = does();
    (done, began.elapsed())
}

/// Unix milliseconds.
pub fn now_ms() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    i64::try_from(since.as_millis()).unwrap()
}
