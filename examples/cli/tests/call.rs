//! `tillwire call`, against simulated platforms.

mod common;
mod desk;

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::thread;

use common::{Run, program, run, run_command, scratch};
use desk::{Desk, without_secrets};
use serde_json::{Value, json};
use tillwire_core::http::{Endpoint, Operation};
use tillwire_sim::{AcceptedSecrets, Certificate, Fault, Filter, Platform, Site};

fn parsed(found: &Run) -> Value {
    serde_json::from_str(&found.out).unwrap_or_else(|error| panic!("{error}: {found:?}"))
}

/// The lines that a run printed, each a JSON document.
fn records(found: &Run) -> Vec<Value> {
    found.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// The key that a write was told to have.
fn key(found: &Run) -> &str {
    let line = found.err.lines().find_map(|line| line.strip_prefix("key ")).expect("a line with the key");
    line.split(' ').next().expect("a key")
}

const ACCEPT: &[&str] = &["order_status", "--id", "GF-1", "--status", "accepted"];

/// A desk at klikit with an order to accept.
fn with_order(name: &str) -> (Desk, String) {
    let desk = Desk::new(Platform::Klikit, name);
    let order = desk.sim.place_orders(Platform::Klikit, 1).remove(0);
    (desk, order)
}

fn accept<'a>(order: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let mut args = ACCEPT.to_vec();
    args[2] = order;
    args.extend(more);
    args
}

#[test]
fn a_read_prints_the_answer_and_tells_what_happened() {
    let (desk, order) = with_order("call-read");
    let found = desk.call(&["order", "--id", &order]);
    assert_eq!(found.code, 0, "{found:?}");
    assert_eq!(parsed(&found)["data"]["id"].to_string().trim_matches('"'), order);
    let told: Vec<_> = found.err.lines().collect();
    assert_eq!(told.len(), 1, "{found:?}");
    assert!(
        told[0].contains(&format!(" klikit_order GET /orders/{order}, attempt 1: HTTP 200 in ")),
        "{found:?}"
    );
    let quiet = desk.call(&["order", "--id", &order, "--quiet"]);
    assert_eq!(parsed(&quiet)["data"], parsed(&found)["data"]);
    assert_eq!(quiet.err, "");
}

#[test]
fn the_summary_is_what_the_library_reads() {
    let (desk, order) = with_order("call-summary");
    let found = desk.call(&accept(&order, &["--summary"]));
    assert_eq!(found.code, 0, "{found:?}");
    for (name, value) in [("http_status", "200"), ("attempts", "1"), ("id", &order), ("status", "accepted")] {
        assert_eq!(found.said(name), Some(value), "{found:?}");
    }
    assert!(found.said("request_id").is_some() && found.said("server").is_some(), "{found:?}");
}

#[test]
fn a_write_is_told_with_its_key_and_the_same_key_does_nothing_again() {
    let (desk, order) = with_order("call-key");
    let first = desk.call(&accept(&order, &[]));
    assert_eq!(first.code, 0, "{first:?}");
    let again = desk.call(&accept(&order, &["--key", key(&first)]));
    assert_eq!((again.code, &again.out), (0, &first.out), "{again:?}");
    let actions = desk.sim.actions();
    assert_eq!(actions.len(), 1);
    assert_eq!(actions[0].idempotency_key.as_deref(), Some(key(&first)));
    // A new key is a new action, which is no longer possible.
    let other = desk.call(&accept(&order, &[]));
    assert_eq!((other.code, other.said("code")), (3, Some("transition")), "{other:?}");
    let found = desk.call(&["order", "--id", &order, "--key", "abc"]);
    assert_eq!((found.code, found.said("use")), (2, Some("the command without --key")), "{found:?}");
}

#[test]
fn a_refusal_is_the_platforms_answer_and_what_to_do() {
    let (desk, order) = with_order("call-refusal");
    let found = desk.call(&["order", "--id", "1"]);
    assert_eq!(found.code, 3, "{found:?}");
    assert_eq!(parsed(&found)["error"]["code"], "resource_not_found");
    assert!(found.err.contains("error: klikit_order: there is no such thing"), "{found:?}");
    assert_eq!(found.said("code"), Some("not_found"), "{found:?}");
    assert_eq!(found.said("platform code"), Some("resource_not_found"));
    assert_eq!(found.said("request id"), parsed(&found)["request_id"].as_str());
    assert!(found.said("hint").is_some_and(|hint| hint.contains("environment")), "{found:?}");
    assert_eq!(found.said("may be done"), None);
    // Where the output has a form of its own, the answer is no part of it.
    for option in ["--summary", "--orders"] {
        let found = desk.call(&["order", "--id", "1", option]);
        assert_eq!((found.code, found.out.as_str()), (3, ""), "{found:?}");
    }
    desk.sim.fault(Fault::ProxyPage, Filter::any(), 1);
    let found = desk.call(&["order", "--id", &order, "--attempts", "1"]);
    assert_eq!((found.code, found.said("code")), (3, Some("unavailable")), "{found:?}");
    assert!(found.out.contains("<html"), "{found:?}");
}

#[test]
fn an_attempt_that_fails_is_told_and_followed_by_another() {
    let (desk, order) = with_order("call-retry");
    desk.sim.fault(Fault::Status(503), Filter::any(), 1);
    let found = desk.call(&accept(&order, &[]));
    assert_eq!(found.code, 0, "{found:?}");
    let told: Vec<_> = found.err.lines().collect();
    assert!(told[0].starts_with("key ") && told.len() == 3, "{found:?}");
    assert!(told[1].contains("attempt 1: HTTP 503 in ") && told[1].contains(", again in "), "{found:?}");
    assert!(told[2].contains("attempt 2: HTTP 200 in "), "{found:?}");
    assert_eq!(desk.sim.actions().len(), 1);
}

#[test]
fn attempts_and_deadline_end_a_call_and_the_error_says_how_to_repeat_it() {
    let (desk, order) = with_order("call-limits");
    desk.sim.fault(Fault::Status(503), Filter::any(), 1);
    let found = desk.call(&accept(&order, &["--attempts", "1", "--quiet"]));
    assert_eq!((found.code, found.said("code")), (3, Some("unavailable")), "{found:?}");
    assert!(found.err.contains("1 attempt)"), "{found:?}");
    desk.sim.fault(Fault::DropAfterCommit, Filter::any(), 1);
    let lost = desk.call(&accept(&order, &["--attempts", "1", "--quiet"]));
    assert_eq!((lost.code, lost.said("code")), (3, Some("broken")), "{lost:?}");
    let again = lost.said("may be done").expect("a hint").rsplit(' ').next().expect("a key").to_owned();
    assert_eq!(lost.said("key"), Some(again.as_str()));
    assert_eq!(desk.call(&accept(&order, &["--key", &again])).code, 0);
    assert_eq!(desk.sim.actions().len(), 1);
    desk.sim.fault(Fault::BlackHole, Filter::any(), 9);
    let found = desk.call(&["orders", "--deadline", "1"]);
    assert_eq!((found.code, found.said("code")), (3, Some("timed_out")), "{found:?}");
}

#[test]
fn all_pages_come_one_record_a_line() {
    let desk = Desk::new(Platform::Klikit, "call-all");
    let placed = desk.sim.place_orders(Platform::Klikit, 250);
    let all = desk.call(&["orders", "--all", "--size", "60"]);
    assert_eq!(all.code, 0, "{}", all.err);
    let ids: BTreeSet<_> = records(&all).iter().map(|order| order["id"].to_string()).collect();
    assert_eq!(records(&all).len(), ids.len());
    assert!(placed.iter().all(|id| ids.contains(id)));
    // No bar where nobody watches: a line for each page, and the sum.
    let told: Vec<_> = all.err.lines().collect();
    assert!(told[..5].iter().all(|line| line.contains("HTTP 200")), "{}", all.err);
    assert_eq!(told[5..], [format!("{0} of {0} records, 5 pages", ids.len())]);
    assert_eq!(desk.call(&["orders", "--all", "--quiet"]).err, "");

    let orders = desk.call(&["orders", "--all", "--orders", "--quiet"]);
    assert_eq!((orders.code, orders.out.lines().count()), (0, ids.len()), "{}", orders.err);
    assert!(records(&orders).iter().all(|order| order["id"].is_string() && order["lines"].is_array()));

    let none = desk.call(&["brands", "--all"]);
    assert_eq!((none.code, none.said("use")), (2, Some("the command without --all")), "{none:?}");
}

#[test]
fn a_list_that_breaks_off_keeps_what_was_read() {
    let desk = Desk::new(Platform::Klikit, "call-all-broken");
    desk.sim.place_orders(Platform::Klikit, 30);
    let whole = desk.call(&["orders", "--all", "--size", "10", "--quiet"]);
    desk.sim.change_settings(|settings| {
        settings.klikit.common.rate_limit = Some(tillwire_sim::RateLimit {
            requests: 2,
            window_ms: 600_000,
            retry_after: tillwire_sim::RetryAfter::Seconds(600),
        });
    });
    let found = desk.call(&["orders", "--all", "--size", "10"]);
    assert_eq!((found.code, found.said("code")), (3, Some("rate_limited")), "{found:?}");
    assert!(found.said("retry after").is_some_and(|wait| wait.ends_with(" s")), "{found:?}");
    assert!(whole.out.starts_with(&found.out), "{found:?}");
}

#[test]
fn orders_are_the_librarys_own() {
    let (desk, order) = with_order("call-orders");
    let found = desk.call(&["order", "--id", &order, "--orders", "--quiet"]);
    assert_eq!((found.code, found.err.as_str()), (0, ""), "{found:?}");
    let orders = records(&found);
    assert_eq!((orders.len(), orders[0]["id"].as_str()), (1, Some(order.as_str())));
    let none = desk.call(&["brands", "--orders"]);
    assert_eq!(none.code, 1, "{none:?}");
}

#[test]
fn a_dry_run_shows_the_request_and_sends_nothing() {
    let desk = Desk::new(Platform::Klikit, "call-dry");
    let args = accept("412", &["--account", &desk.account, "--key", "abc", "--dry-run"]);
    let found = desk.run_without_secret("call", &args);
    let url = desk.sim.url(Site::Klikit);
    let version = env!("CARGO_PKG_VERSION");
    let expected = format!(
        "PATCH {url}/orders/412/status\nAccept: application/json\nUser-Agent: tillwire/{version}\n\
         Content-Type: application/json\nIdempotency-Key: abc\nAuthorization: …\n\n{{\"status\":\"accepted\"}}\n"
    );
    assert_eq!(found.printed(), expected);
    assert!(desk.sim.log().is_empty());
    // A secret that is there is not read.
    let absent =
        desk.run_without_secret("call", &[args.as_slice(), &["--secret-file", "no-such-file"]].concat());
    assert_eq!(absent.printed(), expected);
}

#[test]
fn a_login_is_shown_without_its_secrets() {
    let account = scratch(
        "call-dry-fire.json",
        br#"{"environment": "production", "account_id": "100", "client_id": "till"}"#,
    );
    let call = |args: &[&str]| {
        run(&[["call", "fire", "--account", &account, "--dry-run"].as_slice(), args].concat(), b"").printed()
    };
    let login = call(&["login"]);
    assert!(login.contains("\nx-api-key: …\n") && login.contains("\naccount: 100\n"), "{login}");
    let body = "\n\n{\"client_id\":\"till\",\"client_secret\":\"…\",\"grant_type\":\"client_credentials\"}\n";
    assert!(login.ends_with(body), "{login}");
    let refund = call(&["order_refund", "--id", "7", "--reason", "closed", "--vendor_id", "100.2.1"]);
    assert!(refund.contains("\nAuthorization: …\n"), "{refund}");
}

#[test]
fn a_body_comes_from_a_file_or_standard_input() {
    let account = scratch("call-atlas.json", br#"{"environment": "production", "merchant": "m1"}"#);
    let file = scratch("call-atlas-order.json", b"{\"note\": \"no onions\"}\n");
    let create = ["call", "atlas", "order_create", "--outlet_id", "1", "--channel_id", "2", "--dry-run"];
    let create = [create.as_slice(), &["--account", &account, "--body"]].concat();
    for (body, stdin) in [(format!("@{file}"), ""), ("@-".into(), "{\"note\": \"no onions\"}\n")] {
        let shown = run(&[create.as_slice(), &[&body]].concat(), stdin.as_bytes()).printed();
        assert!(
            shown.starts_with("POST https://api.atlas.kitchen/admin/v1/outlets/1/channels/2/orders\n"),
            "{shown}"
        );
        assert!(shown.contains("\nX-Api-Key: …\nX-Merchant-Id: m1\n"), "{shown}");
        assert!(shown.ends_with("\n\n{\"note\": \"no onions\"}\n"), "{shown}");
    }
    for (body, what) in
        [("@no-such-file", "no-such-file cannot be read"), ("nonsense", "is not a JSON object")]
    {
        let found = run(&[create.as_slice(), &[body]].concat(), b"");
        assert_eq!(found.code, 2, "{found:?}");
        assert!(found.err.contains(what), "{found:?}");
    }
}

#[test]
fn secrets_come_from_files_or_the_environment_and_rotate() {
    let desk = Desk::new(Platform::Klikit, "call-secrets");
    let own = ["call", "klikit", "brands", "--account", &desk.account];
    let none = run(&own, b"");
    assert_eq!((none.code, none.said("code")), (2, Some("setting")), "{none:?}");
    assert!(none.said("use").is_some_and(|options| options.contains("TILLWIRE_API_SECRET")), "{none:?}");
    let mut command = program(&own);
    command.env("TILLWIRE_API_SECRET", desk.sim.credentials(Platform::Klikit).get("secret"));
    let found = run_command(command, b"");
    without_secrets(&found);
    assert_eq!(found.code, 0, "{found:?}");

    desk.sim.change_settings(|settings| settings.klikit.accepted_secrets = AcceptedSecrets::Secondary);
    let refused = desk.call(&["brands"]);
    assert_eq!((refused.code, refused.said("code")), (3, Some("unauthorized")), "{refused:?}");
    let [first, second] = desk.secrets.as_slice() else { panic!("klikit has two secrets") };
    let files = ["--account", &desk.account, "--secret-file", first, "--secret-file", second];
    let both = desk.run_without_secret("call", &[["brands", "--summary"].as_slice(), &files].concat());
    assert_eq!((both.code, both.said("secret_index")), (0, Some("1")), "{both:?}");

    let twice = scratch("call-secret-two-breaks", b"abc\n\n");
    let odd = run(&[own.as_slice(), &["--secret-file", &twice]].concat(), b"");
    assert_eq!((odd.code, odd.said("from")), (2, Some(twice.as_str())), "{odd:?}");
    let bytes = scratch("call-secret-bytes", b"\xff\xfe");
    let odd = run(&[own.as_slice(), &["--secret-file", &bytes]].concat(), b"");
    assert_eq!((odd.code, odd.said("from")), (2, Some(bytes.as_str())), "{odd:?}");
}

#[test]
fn an_account_file_names_secrets_beside_it_and_paths() {
    let desk = Desk::new(Platform::Klikit, "call-account");
    let url = desk.sim.url(Site::Klikit);
    let secret = std::path::Path::new(&desk.secrets[0]).file_name().unwrap().to_str().unwrap();
    let account = json!({
        "api_address": "https://gateway-enterprise.klikit.io/v1/partner",
        "key": desk.sim.credentials(Platform::Klikit).get("key"),
        "secret_files": [secret],
        "label": "shop 7",
        "paths": {"webhooks": "/webhooks"},
    });
    let account = scratch("call-account-whole.json", account.to_string().as_bytes());
    // An option stands above the file.
    let found = desk.run_without_secret("call", &["webhooks", "--account", &account, "--api-address", &url]);
    assert_eq!(found.code, 0, "{found:?}");
    assert!(found.err.contains(" shop 7 klikit_webhooks GET /webhooks, attempt 1: HTTP 200"), "{found:?}");
    let without = desk.call(&["webhooks"]);
    assert!(
        without.said("use").is_some_and(|hint| hint.starts_with("\"paths\": {\"webhooks\": ")),
        "{without:?}"
    );
}

#[test]
fn an_account_that_cannot_be_used_is_told_without_what_it_holds() {
    let secret = scratch("call-usage-secret", b"swordfish\n");
    let cases: [(&str, &str, &[&str]); 12] = [
        ("{}", "error: key is not set", &["--environment", "production"]),
        ("{}", "--environment ENVIRONMENT, or --api-address URL", &[]),
        (r#"{"key": "a:swordfish", "environment": "production"}"#, "the key has a colon", &[]),
        (r#"{"secret": "swordfish"}"#, "unknown field `secret`", &[]),
        (r#"{"key": "a""#, "the account file cannot be used: EOF", &[]),
        (r#"{"key": "a", "environment": "staging"}"#, "there is no environment staging", &[]),
        (r#"{"key": "a", "merchant": "m"}"#, "the platform takes no merchant", &[]),
        (r#"{"key": "a", "paths": {"nothing": "/"}}"#, "klikit has no operation nothing", &[]),
        (r#"{"key": "a", "paths": {"webhooks": "nothing"}}"#, "a path does not begin with a slash", &[]),
        (r#"{"key": "a", "api_address": "https://klikit.example"}"#, "--allow-host HOST", &[]),
        (r#"{"key": "a", "api_address": "http://klikit.example"}"#, "in clear", &[]),
        (r#"{"key": "a", "environment": "production"}"#, "--proxy URL", &["--proxy", "ftp://swordfish"]),
    ];
    for (number, (account, what, more)) in cases.iter().enumerate() {
        let account = scratch(&format!("call-usage-{number}.json"), account.as_bytes());
        let own = ["call", "klikit", "brands", "--account", &account, "--secret-file", &secret];
        let found = run(&[own.as_slice(), more].concat(), b"");
        assert_eq!((found.code, found.out.as_str()), (2, ""), "{found:?}");
        assert!(found.err.contains(what), "{what}: {found:?}");
        assert!(found.said("hint").is_some() && !found.err.contains("swordfish"), "{found:?}");
    }
    let account =
        scratch("call-usage-good.json", br#"{"key": "a", "api_address": "https://klikit.example"}"#);
    let allowed =
        ["call", "klikit", "brands", "--account", &account, "--dry-run", "--allow-host", "klikit.example"];
    assert!(run(&allowed, b"").printed().starts_with("GET https://klikit.example/brands\n"));
    let own = ["call", "klikit", "brands", "--account", &account, "--secret-file", &secret];
    let no_certificates =
        [own.as_slice(), &["--allow-host", "klikit.example", "--root-certificates", &secret]].concat();
    let found = run(&no_certificates, b"");
    assert_eq!((found.code, found.said("use")), (2, Some("--root-certificates FILE")), "{found:?}");
}

#[test]
fn what_cannot_be_asked_is_refused_before_anything_is_sent() {
    let desk = Desk::new(Platform::Klikit, "call-usage");
    for (args, what) in [
        (["order"].as_slice(), "--id VALUE"),
        (&["order", "--id"], "a value is required"),
        (&["order_status", "--id", "1", "--status", "eaten"], "[possible values: accepted, ready, picked_up"),
        (&["order_status", "--id", "1", "--status", "cancelled"], "--reason VALUE"),
        (&["orders", "--from", "yesterday"], "an RFC 3339 date and time"),
        (&["orders", "--size", "many"], "--size VALUE"),
        (&["menus", "--brand_id", "1"], "set both for one store"),
        (&["brands", "--id", "1"], "unexpected argument '--id'"),
        (&["kitchen_report"], "unrecognized subcommand 'kitchen_report'"),
        (&[], "tillwire call --list klikit"),
        (&["orders", "--all", "--summary"], "cannot be used with"),
        (&["brands", "--attempts", "0"], "--attempts"),
        (
            &["brands", "--dictionary", "klikit_order_status=no-such-file", "--orders"],
            "no-such-file cannot be read",
        ),
    ] {
        let found = desk.call(args);
        assert_eq!((found.code, found.out.as_str()), (2, ""), "{found:?}");
        assert!(found.err.contains(what), "{what}: {found:?}");
    }
    assert!(desk.sim.log().is_empty());
    let found = run(&["call"], b"");
    assert_eq!(found.code, 2);
    assert_eq!(found.said("hint"), Some("choose an operation: tillwire call --list"), "{found:?}");
}

#[test]
fn where_nobody_listens_nothing_is_done() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let desk = Desk::new(Platform::Klikit, "call-nobody");
    let address = format!("http://{free}");
    let found = desk.call(&accept("1", &["--api-address", &address, "--attempts", "2"]));
    assert_eq!((found.code, found.said("code")), (3, Some("no_connection")), "{found:?}");
    assert_eq!((found.out.as_str(), found.said("may be done")), ("", None), "{found:?}");
    assert_eq!(found.err.matches("no_connection in ").count(), 2, "{found:?}");
}

#[test]
fn the_list_is_the_librarys_table() {
    let all = run(&["call", "--list"], b"").printed();
    for operation in Operation::ALL {
        let (platform, name) = (operation.platform().name(), operation.short_name());
        let one = run(&["call", platform, name, "--list"], b"").printed();
        assert!(all.contains(&one), "{one}");
        assert!(one.starts_with(&format!("{platform} {name}: ")), "{one}");
        let Endpoint { method, path, slots, scope, assumption, source, .. } = operation.endpoint();
        let facts = [Some(*path), Some(*source), *scope, *assumption];
        assert!(
            facts.iter().flatten().all(|fact| one.contains(fact)) && one.contains(method.name()),
            "{one}"
        );
        for slot in slots.iter().filter(|slot| slot.parameter.name() != "client_secret") {
            let option = format!("    --{} ", slot.parameter.name());
            let line = one
                .lines()
                .find(|line| line.starts_with(&option))
                .unwrap_or_else(|| panic!("{option}: {one}"));
            assert_eq!(line.ends_with("(needed)"), slot.required, "{line}");
            assert!(slot.words.iter().all(|word| line.contains(word)), "{line}");
        }
        let help = run(&["call", platform, name, "--help"], b"").printed();
        assert!(
            help.contains(source) && help.contains(&format!("tillwire call {platform} {name} ")),
            "{help}"
        );
    }
    let klikit = run(&["call", "--list", "klikit"], b"").printed();
    assert!(all.starts_with(&klikit) && !klikit.contains("fire"), "{klikit}");
    assert!(all.contains("--status accepted|ready|picked_up|rejected|cancelled  "), "{all}");
}

#[test]
fn a_login_is_made_where_it_is_needed_and_its_token_is_shown_nowhere() {
    let desk = Desk::new(Platform::Fire, "call-login");
    let order = desk.sim.place_orders(Platform::Fire, 1).remove(0);
    let with_client =
        |args: &[&str]| desk.call(&[args, &["--client-secret-file", &desk.secrets[1]]].concat());
    let login = with_client(&["login"]);
    assert_eq!((login.code, login.said("http_status")), (0, Some("201")), "{login:?}");
    assert!(!login.out.contains("accessToken") && !login.err.contains("Bearer"), "{login:?}");
    let refund = ["order_refund", "--id", &order, "--reason", "kitchen closed"];
    let found = with_client(&refund);
    let told: Vec<_> = found.err.lines().collect();
    assert!(
        told[0].contains(" fire_login POST /api/authentication/login, attempt 1: HTTP 201 in "),
        "{found:?}"
    );
    assert!(told[1].contains(" fire_order_refund POST "), "{found:?}");
    let without = desk.call(&refund);
    assert_eq!((without.code, without.out.as_str()), (2, ""), "{without:?}");
    assert!(without.err.contains("client_id") || without.err.contains("client_secret"), "{without:?}");
}

#[test]
fn a_report_of_the_kitchen_has_its_key_in_the_body() {
    let desk = Desk::new(Platform::Fire, "call-report");
    let report = [
        "kitchen_report",
        "--event_type",
        "order.preparing",
        "--occurred_at",
        "2026-06-10T18:12:02Z",
        "--id",
        "1",
        "--event_id",
        "2",
        "--metadata",
        r#"{"screen": 3}"#,
    ];
    let shown = desk.call(&[report.as_slice(), &["--dry-run", "--key", "report-7"]].concat()).printed();
    assert!(
        shown.contains(r#""providerEventId":"report-7""#) && shown.contains(r#""metadata":{"screen": 3}"#),
        "{shown}"
    );
    let found = desk.call(&report);
    assert_eq!(found.code, 3, "{found:?}");
    assert!(!key(&found).is_empty());
}

#[test]
fn an_atlas_order_is_created_and_read() {
    let desk = Desk::new(Platform::Atlas, "call-atlas");
    let known = desk.sim.order_ids(Platform::Atlas).remove(0);
    let found = desk.call(&["order", "--id", &known, "--orders", "--quiet"]);
    assert_eq!((found.code, records(&found).len()), (0, 1), "{found:?}");
    let found = desk.call(&["menus", "--summary"]);
    assert_eq!((found.code, found.said("http_status")), (0, Some("200")), "{found:?}");
}

#[test]
fn a_certificate_is_trusted_by_an_authority_that_is_given() {
    let desk = Desk::new(Platform::Klikit, "call-tls");
    let authority = scratch("call-tls.pem", desk.sim.ca_pem().as_bytes());
    let call = |certificate, more: &[&str]| {
        let url = desk.sim.tls_url(certificate, Site::Klikit);
        desk.call(&[["brands", "--api-address", &url].as_slice(), more].concat())
    };
    let trusted = ["--root-certificates", authority.as_str()];
    assert_eq!(call(Certificate::Good, &trusted).code, 0);
    for (certificate, more) in [
        (Certificate::Good, [].as_slice()),
        (Certificate::Expired, &trusted),
        (Certificate::OtherHost, &trusted),
        (Certificate::UnknownAuthority, &trusted),
    ] {
        let found = call(certificate, more);
        assert_eq!((found.code, found.said("code")), (3, Some("untrusted")), "{found:?}");
        assert!(
            found.err.contains("attempt 1: untrusted in ") && !found.err.contains("attempt 2"),
            "{found:?}"
        );
    }
}

#[test]
fn a_proxy_is_gone_through() {
    let desk = Desk::new(Platform::Klikit, "call-proxy");
    let proxy = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", proxy.local_addr().unwrap());
    let asked = thread::spawn(move || {
        let (mut client, _) = proxy.accept().unwrap();
        let request = BufReader::new(client.try_clone().unwrap());
        let head: Vec<_> =
            request.lines().map_while(Result::ok).take_while(|line| !line.is_empty()).collect();
        client.write_all(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n").unwrap();
        head.join("\n")
    });
    let url = desk.sim.tls_url(Certificate::Good, Site::Klikit);
    let found = desk.call(&["brands", "--proxy", &address, "--api-address", &url, "--attempts", "1"]);
    assert_eq!((found.code, found.said("code")), (3, Some("proxy")), "{found:?}");
    assert!(asked.join().unwrap().starts_with("CONNECT 127.0.0.1:"));
    assert!(desk.sim.log().is_empty());
}
