//! Everything that the client shows of itself, searched for every secret, and everything about customers.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use tillwire_core::Platform;
use tillwire_core::http::{AccountText, Arguments, Operation, Parameter};
use tillwire_sim::{Certificate, Fault, Filter, Platform as Simulated, RetryAfter, Sim, Site};
use tillwire_transport::{Client, SendError};

use crate::support::{
    FIRE_EVENT, FIRE_ORDER, accept, account, account_at, arguments, create_order, hasty, sim,
};

const PROXY_PASSWORD: &str = "proxy-password";
const CUSTOMER: &[(&str, &str)] = &[
    ("name", "Jane Sample"),
    ("phone", "+6590000042"),
    ("email", "jane.sample@example.com"),
    ("remark", "ring twice, second floor"),
];

/// Shows what a program's log would.
struct Log;

impl log::Log for Log {
    fn enabled(&self, metadata: &log::Metadata<'_>) -> bool {
        metadata.level() <= log::Level::Debug
    }

    fn log(&self, record: &log::Record<'_>) {
        if self.enabled(record.metadata()) {
            eprintln!("{} {}", record.target(), record.args());
        }
    }

    fn flush(&self) {}
}

#[test]
fn nothing_that_is_shown_tells_a_secret_or_anything_about_a_customer() {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "leaks::a_full_run", "--ignored", "--nocapture"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    let (stdout, shown) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    let words: Vec<_> = stdout.lines().filter_map(|line| line.strip_prefix("WORD ")).collect();
    assert!(words.len() > 20, "{words:?}");
    for said in ["HTTP 429", "HTTP 500", "cancelled", "untrusted", "fire_login", "reply", "Use pooled"] {
        assert!(shown.contains(said), "{said} is not shown: the run is not what it should be");
    }
    assert!(shown.lines().count() > 150, "{}", shown.lines().count());
    let lower = shown.to_lowercase();
    for word in words {
        let found = lower.lines().find(|line| line.contains(&word.to_lowercase()));
        assert_eq!(found, None, "{word} is shown");
    }
}

/// The other process of the test above: prints on its standard output what must not be shown, and shows everything on its
/// standard error.
#[test]
#[ignore = "it is the other process of the test above"]
fn a_full_run() {
    log::set_logger(&Log).unwrap();
    log::set_max_level(log::LevelFilter::Debug);
    let sim = sim();
    let mut words = words(&sim);
    for platform in [Platform::Klikit, Platform::Fire, Platform::Atlas] {
        calls_of(&sim, platform, &mut words);
    }
    ends(&sim);
    println!();
    for word in &words {
        println!("WORD {word}");
    }
}

/// Secrets and customers of the simulator.
fn words(sim: &Sim) -> BTreeSet<String> {
    let mut words: BTreeSet<String> = CUSTOMER.iter().map(|(_, word)| (*word).to_owned()).collect();
    for platform in Simulated::ALL {
        let known = sim.credentials(platform);
        let is_secret = |name: &str| name.contains("secret") || name.contains("token") || name == "api_key";
        words.extend(known.iter().filter(|(name, _)| is_secret(name)).map(|(_, word)| word.to_owned()));
        let order = sim.place_orders(platform, 1).remove(0);
        customers(&serde_json::from_str(&sim.order(platform, &order).unwrap()).unwrap(), &mut words);
    }
    let known = sim.credentials(Simulated::Klikit);
    for secret in ["secret", "secondary_secret"] {
        words.insert(STANDARD.encode(format!("{}:{}", known.get("key"), known.get(secret))));
    }
    words.insert(PROXY_PASSWORD.to_owned());
    words.insert(STANDARD.encode(format!("till:{PROXY_PASSWORD}")));
    words
}

/// What a document tells about customers.
fn customers(value: &Value, words: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                let name = name.to_lowercase();
                let private =
                    ["phone", "mail", "address", "first_name", "last_name", "user_", "contact_", "customer"];
                match value {
                    Value::String(text)
                        if text.len() > 4 && private.iter().any(|part| name.contains(part)) =>
                    {
                        words.insert(text.clone());
                    }
                    Value::String(_) => {}
                    value => customers(value, words),
                }
            }
        }
        Value::Array(elements) => elements.iter().for_each(|element| customers(element, words)),
        _ => {}
    }
}

fn show(what: impl Debug) {
    eprintln!("{what:?}");
}

fn show_result<T: Debug>(result: Result<T, SendError>) {
    match result {
        Ok(reply) => eprintln!("reply {reply:?} {reply:#?}"),
        Err(error) => eprintln!("{error} {error:?} {error:#?} {} {}", error.code_name(), error.hint()),
    }
}

/// Operations with everything private that they take.
fn operations(platform: Platform) -> Vec<(Operation, Arguments)> {
    let private = "Jane Sample +6590000042 jane.sample@example.com";
    match platform {
        Platform::Klikit => vec![
            (Operation::KlikitOrder, arguments(&[(Parameter::Id, "7585311")])),
            (Operation::KlikitOrderStatus, accept("7585311")),
            (Operation::KlikitOrders, arguments(&[])),
            (Operation::KlikitRead, arguments(&[(Parameter::Path, "/orders?search=Jane%20Sample")])),
        ],
        Platform::Fire => vec![
            (Operation::FireOrders, arguments(&[(Parameter::Search, private)])),
            (Operation::FireOrder, arguments(&[(Parameter::Id, FIRE_ORDER)])),
            (
                Operation::FireKitchenReport,
                arguments(&[
                    (Parameter::Id, FIRE_ORDER),
                    (Parameter::EventId, FIRE_EVENT),
                    (Parameter::EventType, "order.ready"),
                    (Parameter::OccurredAt, "2026-05-26T18:30:00Z"),
                ]),
            ),
            (
                Operation::FireOrderRefund,
                arguments(&[
                    (Parameter::Id, FIRE_ORDER),
                    (Parameter::Reason, "ring twice, second floor"),
                    (Parameter::Email, "jane.sample@example.com"),
                ]),
            ),
            (
                Operation::FireOrderCancel,
                arguments(&[(Parameter::Id, "none"), (Parameter::Reason, "ring twice, second floor")]),
            ),
        ],
        _ => vec![
            (Operation::AtlasOrderCreate, create_order()),
            (Operation::AtlasOrder, arguments(&[(Parameter::Id, "98765")])),
        ],
    }
}

fn calls_of(sim: &Sim, platform: Platform, words: &mut BTreeSet<String>) {
    let made = account(sim, platform).policy(hasty(1500)).text(AccountText::Label, "shop 7");
    show(&made);
    let builder = Client::builder(made.build().unwrap()).attempt_ms(200);
    show(&builder);
    let client = builder.build().unwrap();
    show(&client);
    show(&*client.account());
    let faults = [
        None,
        Some(Fault::DropAfterCommit),
        Some(Fault::TooManyRequests(RetryAfter::Missing)),
        Some(Fault::Status(400)),
        Some(Fault::Status(401)),
        Some(Fault::Status(409)),
        Some(Fault::Status(422)),
        Some(Fault::Status(500)),
        Some(Fault::ProxyPage),
        Some(Fault::TruncatedJson),
        Some(Fault::LengthTooLong),
        Some(Fault::Redirect { status: 302, location: "http://127.0.0.1:9/?name=Jane%20Sample".to_owned() }),
        Some(Fault::BlackHole),
    ];
    for fault in faults {
        for (operation, arguments) in operations(platform) {
            sim.clear_faults();
            if let Some(fault) = &fault {
                sim.fault(fault.clone(), Filter::any(), 3);
            }
            show(&arguments);
            match client.call(operation, &arguments) {
                Ok(mut call) => {
                    show(&call);
                    show(call.request());
                    show_result(client.send_call(&mut call));
                }
                Err(error) => show_result::<()>(Err(error)),
            }
        }
    }
    sim.clear_faults();
    if platform == Platform::Fire {
        let login = client.send(Operation::FireLogin, &Arguments::new());
        words.insert(login.as_ref().unwrap().token().unwrap().to_string());
        show_result(login);
    }
    if platform == Platform::Klikit {
        let mut pages = client.crawl(Operation::KlikitOrders, Arguments::new()).unwrap();
        show_result(pages.next());
        show(&pages);
    }
    client.canceller().cancel();
    show(client.canceller());
    let (operation, arguments) = operations(platform).remove(0);
    show_result(client.send(operation, &arguments));
    for note in client.notes() {
        eprintln!("{note} {note:?}");
    }
    show(client.counters());
}

/// Certificates and proxies that are no good.
fn ends(sim: &Sim) {
    let account = || {
        let url = sim.tls_url(Certificate::Expired, Site::Klikit);
        account_at(sim, Platform::Klikit, &url).policy(hasty(1500)).build().unwrap()
    };
    let through = format!("http://till:{PROXY_PASSWORD}@{}", sim.address());
    let builders = [
        Client::builder(account()).root_certificates(sim.ca_pem().as_bytes()),
        Client::builder(account()).proxy(&through),
        Client::builder(account()).proxy(&format!("socks5://till:{PROXY_PASSWORD}@127.0.0.1:1")),
    ];
    for builder in builders {
        show(&builder);
        match builder.build() {
            Ok(client) => {
                show(&client);
                show_result(client.send(Operation::KlikitOrder, &arguments(&[(Parameter::Id, "1")])));
                for note in client.notes() {
                    eprintln!("{note} {note:?}");
                }
            }
            Err(error) => eprintln!("{error} {error:?}"),
        }
    }
}
