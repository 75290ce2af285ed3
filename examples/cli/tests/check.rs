//! `tillwire check`, against simulated platforms.

mod common;
mod desk;

use std::net::TcpListener;
use std::path::Path;

use common::{Run, path_text, run, scratch};
use desk::Desk;
use serde_json::Value;
use tillwire_core::dictionary::Vocabulary;
use tillwire_sim::{Certificate, Fault, Filter, Platform, Settings, Site};

/// The cells of the lines of a check, the last one as a whole.
fn rows<'r>(found: &'r Run, check: &str) -> Vec<Vec<&'r str>> {
    let cells = |line: &'r str| line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
    found.out.lines().map(cells).filter(|row: &Vec<_>| row.first() == Some(&check)).collect()
}

/// The first line of a check, from its result on.
fn row<'r>(found: &'r Run, check: &str) -> Vec<&'r str> {
    let results = ["ok", "refused", "failed", "skipped"];
    let row =
        rows(found, check).into_iter().next().unwrap_or_else(|| panic!("no line {check}: {}", found.out));
    row.into_iter().skip_while(|cell| !results.contains(cell)).collect()
}

fn result<'r>(found: &'r Run, check: &str) -> &'r str {
    row(found, check)[0]
}

#[test]
fn everything_is_well_at_klikit_and_nothing_is_written() {
    let desk = Desk::new(Platform::Klikit, "check-klikit");
    let found = desk.check(&[]);
    assert_eq!(found.code, 0, "{found:?}");
    assert!(found.out.starts_with("CHECK "), "{}", found.out);
    for check in ["credentials", "clock", "brands:read", "orders:read", "menus:read"] {
        assert_eq!(result(&found, check), "ok", "{}", found.out);
    }
    for vocabulary in Vocabulary::ALL.iter().filter(|vocabulary| vocabulary.is_served()) {
        let row = row(&found, vocabulary.name());
        assert_eq!((row[0], row[1]), ("ok", "200"), "{}", found.out);
        assert!(row.last().unwrap().ends_with(" words"), "{row:?}");
    }
    for (check, why) in [
        ("certificate", "the address is plain http"),
        ("menus:oos", "only by a write: --write item_availability ..."),
        ("visibility:write", "only by a write: --write branch_visibility ..."),
        ("webhooks:read", "the platform publishes no path for klikit_webhooks"),
        ("order_status", "only by a write: --write order_status ..."),
    ] {
        let row = row(&found, check);
        assert_eq!((row[0], *row.last().unwrap()), ("skipped", why), "{}", found.out);
    }
    assert_eq!(row(&found, "orders:read").last(), Some(&"1 in all"), "{}", found.out);
    // Each request is told while it happens, and its mark stands in the table.
    let log = desk.sim.log();
    assert_eq!(found.err.lines().count(), log.len(), "{found:?}");
    let told = found.err.lines().next().unwrap();
    let mark = told.rsplit("request id ").next().unwrap();
    assert!(row(&found, "brands:read").contains(&mark), "{}", found.out);
    assert!(log.iter().all(|entry| entry.method == "GET"));
    assert_eq!(desk.check(&["--quiet"]).err, "");
}

#[test]
fn a_store_and_an_order_can_be_named() {
    let desk = Desk::new(Platform::Klikit, "check-named");
    let order = desk.sim.order_ids(Platform::Klikit).remove(0);
    let branches = desk.call(&["branches", "--all", "--quiet"]);
    let store: Value = serde_json::from_str(branches.out.lines().next().unwrap()).unwrap();
    let (brand, branch) = (store["brand_ids"][0].to_string(), store["id"].to_string());
    let found = desk.check(&["--brand_id", &brand, "--branch_id", &branch, "--order", &order]);
    assert_eq!((found.code, result(&found, "order")), (0, "ok"), "{}", found.out);
    let asked: Vec<_> = desk.sim.log().iter().map(|entry| entry.path.clone()).collect();
    assert!(asked.contains(&format!("/menus?brand_id={brand}&branch_id={branch}")), "{asked:?}");
    assert!(asked.contains(&format!("/orders/{order}")), "{asked:?}");
    let none = desk.check(&["--order", "1"]);
    assert_eq!(
        (none.code, row(&none, "order")[..3].to_vec()),
        (3, vec!["refused", "404", "resource_not_found"])
    );
}

#[test]
fn dictionaries_are_stored_for_the_other_commands() {
    let desk = Desk::new(Platform::Klikit, "check-dictionaries");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check-dictionaries").join("new");
    let found = desk.check(&["--save-dictionaries", &path_text(&folder)]);
    assert_eq!(found.code, 0, "{found:?}");
    desk.sim.fault(Fault::EmptyOk, Filter::any().path("/orders/order-types"), 1);
    let empty = desk.check(&[]);
    assert_eq!((empty.code, result(&empty, "klikit_order_type")), (3, "failed"), "{}", empty.out);
    let stored = folder.join("klikit_order_status.json");
    assert!(
        row(&found, "klikit_order_status")
            .last()
            .unwrap()
            .ends_with(&format!("stored in {}", stored.display()))
    );
    for vocabulary in Vocabulary::ALL.iter().filter(|vocabulary| vocabulary.is_served()) {
        let file = folder.join(vocabulary.name()).with_extension("json");
        let option = format!("{}={}", vocabulary.name(), file.display());
        let order = desk.sim.order_ids(Platform::Klikit).remove(0);
        let found = desk.call(&["order", "--id", &order, "--orders", "--dictionary", &option, "--quiet"]);
        assert_eq!((found.code, found.err.as_str()), (0, ""), "{found:?}");
    }
}

#[test]
fn what_the_credentials_may_not_do_is_refused_by_scope() {
    let desk = Desk::new(Platform::Klikit, "check-scope");
    desk.sim.change_settings(|settings| settings.klikit.scopes = vec!["brands:read".into()]);
    let found = desk.check(&[]);
    assert_eq!(found.code, 3, "{found:?}");
    assert_eq!((result(&found, "credentials"), result(&found, "brands:read")), ("ok", "ok"), "{}", found.out);
    for check in ["orders:read", "menus:read"] {
        let row = row(&found, check);
        assert_eq!(row[..3], ["refused", "403", "auth_forbidden"], "{}", found.out);
        assert_eq!(row.last(), Some(&"the credentials may not do this"), "{}", found.out);
    }
}

#[test]
fn credentials_that_are_not_accepted_are_told_and_those_that_are_by_number() {
    let desk = Desk::new(Platform::Klikit, "check-credentials");
    let [first, second] = desk.secrets.as_slice() else { panic!("klikit has two secrets") };
    let with = |files: &[&str]| {
        let files = files.iter().flat_map(|file| ["--secret-file", file]);
        let args: Vec<_> = ["--account", &desk.account, "--quiet"].into_iter().chain(files).collect();
        desk.run_without_secret("check", &args)
    };
    let found = with(&[second]);
    assert_eq!(found.code, 3, "{found:?}");
    assert_eq!(
        row(&found, "credentials")[..3],
        ["refused", "401", "auth_invalid_credential"],
        "{}",
        found.out
    );
    assert_eq!(result(&found, "clock"), "ok", "{}", found.out);
    let found = with(&[second, first]);
    assert_eq!((found.code, row(&found, "credentials").last()), (0, Some(&"secret 2 of 2")), "{}", found.out);
}

#[test]
fn a_clock_that_is_off_is_told_in_seconds() {
    let ahead = |seconds| Settings { date_shift_seconds: seconds, ..Settings::default() };
    let desk = Desk::with(ahead(1000), Platform::Klikit, "check-clock");
    let found = desk.check(&["--quiet"]);
    assert_eq!((found.code, result(&found, "clock")), (3, "failed"), "{}", found.out);
    let why = *row(&found, "clock").last().unwrap();
    assert!(
        why.starts_with("the platform's is +1000 s ") || why.starts_with("the platform's is +999 s "),
        "{why}"
    );
    let desk = Desk::with(ahead(-200), Platform::Klikit, "check-clock-behind");
    let found = desk.check(&["--quiet"]);
    let why = *row(&found, "clock").last().unwrap();
    assert_eq!((found.code, result(&found, "clock")), (0, "ok"), "{}", found.out);
    assert!(why.starts_with("the platform's is -20"), "{why}");
    // A refusal states the time as well.
    desk.sim.change_settings(|settings| settings.klikit.common.revoked = true);
    assert_eq!(result(&desk.check(&["--quiet"]), "clock"), "ok");
}

#[test]
fn a_host_that_is_not_reached_is_tried_once() {
    let desk = Desk::new(Platform::Klikit, "check-nobody");
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let found = desk.check(&["--api-address", &format!("http://{free}"), "--attempts", "1"]);
    assert_eq!(found.code, 3, "{found:?}");
    assert_eq!(row(&found, "brands:read")[0], "failed", "{}", found.out);
    assert_eq!(row(&found, "brands:read").last(), Some(&"no connection could be made"), "{}", found.out);
    for check in ["credentials", "clock", "orders:read", "klikit_provider"] {
        assert_eq!(result(&found, check), "skipped", "{}", found.out);
    }
    assert_eq!(found.err.lines().count(), 1, "{found:?}");
}

#[test]
fn the_certificate_is_judged() {
    let desk = Desk::new(Platform::Klikit, "check-tls");
    let authority = scratch("check-tls.pem", desk.sim.ca_pem().as_bytes());
    let check = |certificate| {
        let url = desk.sim.tls_url(certificate, Site::Klikit);
        desk.check(&["--api-address", &url, "--root-certificates", &authority, "--quiet"])
    };
    let found = check(Certificate::Good);
    assert_eq!((found.code, row(&found, "certificate").last()), (0, Some(&"trusted")), "{}", found.out);
    let found = check(Certificate::Expired);
    assert_eq!((found.code, result(&found, "certificate")), (3, "refused"), "{}", found.out);
}

#[test]
fn a_write_is_tried_only_when_it_is_named() {
    let desk = Desk::new(Platform::Klikit, "check-write");
    let order = desk.sim.place_orders(Platform::Klikit, 1).remove(0);
    let id = format!("id={order}");
    let found = desk.check(&["--write", "order_status", &id, "status=accepted", "idempotency_key=check-1"]);
    assert_eq!((found.code, result(&found, "write")), (0, "ok"), "{}", found.out);
    assert!(found.err.contains("key check-1 "), "{found:?}");
    assert!(rows(&found, "order_status").is_empty(), "{}", found.out);
    let actions = desk.sim.actions();
    assert_eq!((actions.len(), actions[0].idempotency_key.as_deref()), (1, Some("check-1")));
    let two =
        ["--write", "order_status", &id, "status=accepted", "--write", "item_availability", "sku=sku-42"];
    let found = desk.check(&[two.as_slice(), &["available=false", "--quiet"]].concat());
    let writes = rows(&found, "write");
    assert_eq!((found.code, writes[0][2], writes[1][2]), (3, "refused", "ok"), "{}", found.out);

    for (args, what) in [
        (["--write", "order"].as_slice(), "klikit has no write order"),
        (&["--write", "nothing"], "klikit has no write nothing"),
        (&["--write", "id=1"], "--write id=1 names no operation"),
        (&["--write", "order_status", "station=1"], "klikit_order_status takes no station"),
        (&["--write", "order_status", "nothing=1"], "klikit_order_status takes no nothing"),
        (&["--write", "order_status", "status=accepted"], "klikit_order_status needs id"),
        (&["--brand_id", "1"], "--branch_id"),
        (&["--brand_id", "a", "--branch_id", "b"], "brand_id is not a whole number"),
    ] {
        let before = desk.sim.log().len();
        let found = desk.check(args);
        assert_eq!((found.code, found.out.as_str()), (2, ""), "{found:?}");
        assert!(found.err.contains(what), "{what}: {found:?}");
        assert_eq!(desk.sim.log().len(), before);
    }
}

#[test]
fn everything_is_well_at_fire_and_a_login_is_tried_where_there_is_a_client() {
    let desk = Desk::new(Platform::Fire, "check-fire");
    let found = desk.check(&["--quiet"]);
    assert_eq!(found.code, 0, "{}", found.out);
    for check in ["credentials", "clock", "orders:read", "store:read", "channels:read"] {
        assert_eq!(result(&found, check), "ok", "{}", found.out);
    }
    for check in ["webhooks:kds", "orders:write", "component-health:write", "login", "order_refund"] {
        assert_eq!(result(&found, check), "skipped", "{}", found.out);
    }
    assert_eq!(rows(&found, "certificate").len(), 2, "{}", found.out);
    let in_the_open = desk.check(&["--write", "login", "client_secret=swordfish"]);
    assert_eq!((in_the_open.code, in_the_open.err.contains("swordfish")), (2, false), "{in_the_open:?}");
    let found = desk.check(&["--client-secret-file", &desk.secrets[1], "--quiet"]);
    assert_eq!((found.code, row(&found, "login")[..2].to_vec()), (0, vec!["ok", "201"]), "{}", found.out);

    let stores = desk.call(&["stores", "--all", "--quiet"]);
    let store: Value = serde_json::from_str(stores.out.lines().next().unwrap()).unwrap();
    let id = format!("store_id={}", store["id"].as_str().unwrap());
    let alive =
        ["--write", "component_health", "component_type=pos", "component_id=till-7", &id, "status=online"];
    let found = desk.check(&[alive.as_slice(), &["--quiet"]].concat());
    assert_eq!((found.code, row(&found, "write")[..2].to_vec()), (0, vec!["ok", "204"]), "{}", found.out);
}

#[test]
fn a_platform_without_scopes_is_tried_by_what_can_be_read() {
    let desk = Desk::new(Platform::Atlas, "check-atlas");
    let found = desk.check(&["--quiet"]);
    assert_eq!(found.code, 0, "{}", found.out);
    assert_eq!((result(&found, "menus"), result(&found, "credentials")), ("ok", "ok"), "{}", found.out);
    assert_eq!(row(&found, "order").last(), Some(&"name one with --order"), "{}", found.out);
    let order = desk.sim.order_ids(Platform::Atlas).remove(0);
    let found = desk.check(&["--order", &order, "--quiet"]);
    assert_eq!((found.code, result(&found, "order")), (0, "ok"), "{}", found.out);
    desk.sim.fault(Fault::Status(500), Filter::any(), 9);
    let found = desk.check(&["--attempts", "1", "--quiet"]);
    assert_eq!((found.code, row(&found, "menus")[..2].to_vec()), (3, vec!["failed", "500"]), "{}", found.out);
    assert_eq!(result(&found, "credentials"), "skipped", "{}", found.out);
    for (args, what) in [
        (["--brand_id", "1", "--branch_id", "2"].as_slice(), "atlas has no menus by brand and branch"),
        (&["--save-dictionaries", "nowhere"], "atlas serves no dictionaries"),
    ] {
        let found = desk.check(args);
        assert_eq!(found.code, 2, "{found:?}");
        assert!(found.err.contains(what), "{found:?}");
    }
}

#[test]
fn without_an_account_nothing_is_tried() {
    let found = run(&["check", "klikit"], b"");
    assert_eq!((found.code, found.out.as_str()), (2, ""), "{found:?}");
    assert!(found.said("hint").is_some(), "{found:?}");
}
