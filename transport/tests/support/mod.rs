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

/// The order that simulated Fire begins with, and the event that brought it to the kitchen.
pub const FIRE_ORDER: &str = "21ec1f6c-c301-4528-b999-7836c1d21c6c";
pub const FIRE_EVENT: &str = "0d6e8a1c-1e7a-4b4f-8a3a-74ab0e9a9b21";

/// Creates an order at Atlas.
pub fn create_order() -> Arguments {
    arguments(&[(Parameter::OutletId, "45"), (Parameter::ChannelId, "1"), (Parameter::Body, ATLAS_ORDER)])
}

const ATLAS_ORDER: &str = r#"{
    "fulfilment_type": "delivery", "serving_date": "2026-04-03", "timeslot_start": 54000, "timeslot_end": 55800,
    "timeslot_type": "asap", "contact_name": "Jane Sample", "contact_phone": "+6590000042", "external_order_id": "E1",
    "order_items": [{ "item_id": 380, "quantity": 2, "price_cents": 1500, "sub_items": [] }]
}"#;

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
