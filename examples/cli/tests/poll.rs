//! `tillwire poll`, against simulated platforms.

mod common;
mod desk;

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use common::{Run, path_text, program, run, scratch};
use desk::Desk;
use serde_json::Value;
use tillwire_sim::{Fault, Filter, Platform, RateLimit, RetryAfter, Settings, Step};

/// A till without receiver: what it keeps, and a desk with its account.
struct Till {
    desk: Desk,
    book: String,
    cursor: String,
}

impl Till {
    /// A till that begins; the name is to be unique among all tests.
    fn new(platform: Platform, name: &str) -> Self {
        Self::with(Settings::default(), platform, name)
    }

    fn with(settings: Settings, platform: Platform, name: &str) -> Self {
        let absent = |what: &str| {
            let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{what}"));
            let _ = fs::remove_file(&path);
            path_text(&path)
        };
        Self {
            desk: Desk::with(settings, platform, name),
            book: absent("book.json"),
            cursor: absent("cursor.json"),
        }
    }

    fn poll(&self, more: &[&str]) -> Run {
        let own = ["--book", &self.book, "--cursor", &self.cursor];
        self.desk.run("poll", &[own.as_slice(), more].concat())
    }

    /// What the book holds, a line each under a head.
    fn held(&self) -> String {
        run(&["book", "--platform", self.desk.platform.name(), "--book", &self.book], b"").printed()
    }

    /// Orders that are accepted.
    fn accepted(&self, count: usize) -> Vec<String> {
        let ids = self.desk.sim.place_orders(self.desk.platform, count);
        for id in &ids {
            self.advance(id, Step::Accepted);
        }
        ids
    }

    fn advance(&self, order: &str, step: Step) {
        self.desk.sim.advance(self.desk.platform, order, step).unwrap();
    }

    /// What the cursor says.
    fn seen_until(&self) -> i64 {
        let cursor: Value = serde_json::from_slice(&fs::read(&self.cursor).unwrap()).unwrap();
        cursor["seen_until_ms"].as_i64().unwrap()
    }
}

/// Unix milliseconds.
fn now_ms() -> i64 {
    i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis()).unwrap()
}

/// How many tickets were printed.
fn tickets(found: &Run) -> usize {
    found.out.matches("| ORDER ").count()
}

fn ends_well(found: &Run) {
    assert_eq!(found.code, 0, "{found:?}");
}

#[test]
fn new_orders_are_found_and_their_tickets_printed_once() {
    let till = Till::new(Platform::Klikit, "poll-new");
    let placed = till.accepted(3);
    let first = till.poll(&["--tickets"]);
    ends_well(&first);
    assert_eq!(tickets(&first), 3, "{first:?}");
    for id in &placed {
        let is_told = |line: &str| line.contains(id) && line.contains(": new, print; accepted");
        let told = first.out.lines().filter(|line| line.starts_with("klikit main: order ") && is_told(line));
        assert_eq!(told.count(), 1, "{first:?}");
    }
    assert_eq!(till.held().matches(", printed\n").count(), 3, "{}", till.held());
    // Attempts are told as they are of a call, then what the round came to.
    let told: Vec<_> = first.err.lines().collect();
    assert!(
        told[0].contains(" klikit_orders GET /orders?") && told[0].contains(", attempt 1: HTTP 200 in "),
        "{first:?}"
    );
    assert!(told[1].contains(" klikit_order GET /orders/"), "{first:?}");
    let last = told.last().unwrap();
    assert!(
        last.starts_with("round over: 3 of 3 records, 1 page; ") && last.ends_with("Z was seen"),
        "{first:?}"
    );

    let again = till.poll(&["--tickets", "--every", "1", "--rounds", "2"]);
    ends_well(&again);
    assert_eq!(again.out, "");
    let rounds: Vec<_> = again.err.lines().filter(|line| line.starts_with("round over: ")).collect();
    assert_eq!(rounds.len(), 2, "{again:?}");
    assert!(rounds.iter().all(|line| line.contains(", 1 page; 0 changes; everything up to ")), "{again:?}");
    let quiet = till.poll(&["--quiet"]);
    assert_eq!((quiet.code, quiet.out.as_str(), quiet.err.as_str()), (0, "", ""));
}

#[test]
fn what_happens_between_rounds_is_printed_by_the_next_one() {
    for platform in [Platform::Klikit, Platform::Fire] {
        let till = Till::new(platform, &format!("poll-cancelled-{}", platform.name()));
        let id = till.desk.sim.place_orders(platform, 1).remove(0);
        if platform == Platform::Klikit {
            till.advance(&id, Step::Accepted);
        }
        ends_well(&till.poll(&[]));
        till.advance(&id, Step::Cancelled);
        let found = till.poll(&["--json"]);
        ends_well(&found);
        let changes: Vec<Value> = found.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(changes.len(), 1, "{found:?}");
        assert_eq!(
            (&changes[0]["order"]["id"], &changes[0]["verdict"]),
            (&id.as_str().into(), &"changed".into())
        );
        assert!(till.held().contains("cancelled"), "{}", till.held());
        assert_eq!(till.poll(&[]).out, "");
    }
}

#[test]
fn a_ticket_is_voided_where_its_order_was_cancelled() {
    let till = Till::new(Platform::Klikit, "poll-void");
    let id = till.accepted(1).remove(0);
    assert_eq!(tickets(&till.poll(&["--tickets"])), 1);
    till.advance(&id, Step::Cancelled);
    let found = till.poll(&["--tickets"]);
    assert!(
        found.out.contains("changed, void; accepted -> cancelled") && found.out.contains("| VOID "),
        "{found:?}"
    );
}

#[test]
fn the_cursor_goes_on_and_without_it_the_first_round_looks_back() {
    let till = Till::new(Platform::Klikit, "poll-cursor");
    let two_hours = 7_200_000;
    till.desk.sim.place_orders_at(Platform::Klikit, 1, now_ms() - two_hours, 1);
    // Not as far as the order.
    assert_eq!(till.poll(&["--lookback", "1"]).out, "");
    let before = till.seen_until();
    assert!((now_ms() - before).abs() < 60_000, "{before}");
    // The cursor has passed it, and stays as it is but for the time.
    assert_eq!(till.poll(&["--lookback", "3"]).out, "");
    assert!(till.seen_until() >= before);
    fs::remove_file(&till.cursor).unwrap();
    let found = till.poll(&["--lookback", "3"]);
    assert_eq!(found.out.matches(": new, ").count(), 1, "{found:?}");
    // The book knows what a reader without a cursor reads again.
    fs::remove_file(&till.cursor).unwrap();
    assert_eq!(till.poll(&[]).out, "");
    assert!(till.held().starts_with("1 order in the book\nklikit main: "), "{}", till.held());
    // No cursor is written unless asked for.
    fs::remove_file(&till.cursor).unwrap();
    ends_well(&till.desk.run("poll", &["--book", &till.book]));
    assert!(!Path::new(&till.cursor).exists());
}

#[test]
fn a_round_that_breaks_off_keeps_the_book_and_leaves_the_cursor() {
    let till = Till::new(Platform::Klikit, "poll-broken");
    ends_well(&till.poll(&[]));
    let seen_until = till.seen_until();
    let text = fs::read_to_string(&till.cursor).unwrap();
    let before = text.replace(&seen_until.to_string(), &(seen_until - 60_000).to_string());
    fs::write(&till.cursor, &before).unwrap();
    till.accepted(3);
    // The list comes, and one order of it in full does not.
    till.desk.sim.fault(Fault::Status(503), Filter::platform(Platform::Klikit).path("/orders/"), 1);
    let broken = till.poll(&["--tickets", "--attempts", "1"]);
    assert_eq!(
        (broken.code, broken.said("code"), tickets(&broken)),
        (3, Some("unavailable"), 3),
        "{broken:?}"
    );
    assert!(!broken.err.contains("round over"), "{broken:?}");
    assert_eq!(fs::read_to_string(&till.cursor).unwrap(), before);
    assert!(till.held().starts_with("3 orders in the book\n"), "{}", till.held());
    let next = till.poll(&["--tickets"]);
    ends_well(&next);
    assert_eq!(tickets(&next), 0, "{next:?}");
    assert!(till.seen_until() >= seen_until);
}

#[test]
fn rounds_go_on_after_what_may_pass_and_end_with_what_does_not() {
    let till = Till::new(Platform::Klikit, "poll-every");
    till.accepted(1);
    let list = || Filter::platform(Platform::Klikit).path("/orders");
    till.desk.sim.fault(Fault::Status(503), list(), 1);
    let found = till.poll(&["--attempts", "1", "--every", "1", "--rounds", "2", "--tickets"]);
    assert_eq!((found.code, tickets(&found), found.said("code")), (0, 1, Some("unavailable")), "{found:?}");
    assert!(found.err.contains("round over: "), "{found:?}");
    till.desk.sim.fault(Fault::Status(401), list(), 1);
    let found = till.poll(&["--every", "1"]);
    assert_eq!((found.code, found.said("code")), (3, Some("unauthorized")), "{found:?}");
    // The last round counts.
    till.desk.sim.fault(Fault::Status(503), list(), 2);
    let found = till.poll(&["--attempts", "1", "--every", "1", "--rounds", "2"]);
    assert_eq!((found.code, found.err.matches("error: ").count()), (3, 2), "{found:?}");
}

#[test]
fn the_next_round_waits_as_long_as_the_platform_wants() {
    let till = Till::new(Platform::Klikit, "poll-wait");
    till.desk.sim.fault(
        Fault::TooManyRequests(RetryAfter::Seconds(3)),
        Filter::platform(Platform::Klikit),
        1,
    );
    let began = std::time::Instant::now();
    let found = till.poll(&["--attempts", "1", "--every", "1", "--rounds", "2"]);
    ends_well(&found);
    assert_eq!(found.said("retry after"), Some("3 s"), "{found:?}");
    assert!(began.elapsed() >= Duration::from_secs(3));
}

#[test]
fn atlas_orders_that_are_known_are_read_and_the_others_said_to_be_out_of_reach() {
    let till = Till::new(Platform::Atlas, "poll-atlas");
    let warning = "warning: Atlas lists no orders: new ones that were missed cannot be found\n";
    let ids = till.desk.sim.place_orders(Platform::Atlas, 2);
    let none = till.poll(&[]);
    assert_eq!((none.code, none.out.as_str()), (0, ""), "{none:?}");
    assert_eq!(none.err, format!("{warning}round over: 0 changes\n"));
    assert_eq!(till.poll(&["--quiet"]).err, "");
    let known = format!(r#"{{"order_id":{},"state":"unpaid","order_items":[]}}"#, ids[0]);
    let known = scratch("poll-atlas-order.json", known.as_bytes());
    let book = ["book", "--platform", "atlas", "--book", &till.book, "--account", "north", &known];
    run(&book, b"").printed();
    till.advance(&ids[0], Step::Accepted);
    let _ = fs::remove_file(&till.cursor);
    assert_eq!(till.poll(&["--label", "south"]).out, "");
    let _ = fs::remove_file(&till.cursor);
    let found = till.poll(&["--label", "north", "--tickets"]);
    assert_eq!((found.code, tickets(&found)), (0, 1), "{found:?}");
    assert!(
        found.out.starts_with("atlas north: order ") && found.err.ends_with("\nround over: 1 change\n"),
        "{found:?}"
    );
    assert!(!found.out.contains(&format!("({})", ids[1])), "{found:?}");
}

#[test]
fn a_cursor_that_is_none_of_this_account_is_refused() {
    let till = Till::new(Platform::Klikit, "poll-other");
    ends_well(&till.poll(&["--label", "north"]));
    let north = fs::read(&till.cursor).unwrap();
    let book = fs::read(&till.book).unwrap();
    let asked = till.desk.sim.log().len();
    let newer =
        String::from_utf8(north.clone()).unwrap().replace("\"tillwire_poll\":1", "\"tillwire_poll\":9");
    for (text, code) in [
        (north.as_slice(), "export"),
        (b"", "export"),
        (b"\xff", "export"),
        (newer.as_bytes(), "version"),
        (&book, "export"),
    ] {
        fs::write(&till.cursor, text).unwrap();
        let found = till.poll(&[]);
        assert_eq!((found.code, found.out.as_str(), found.said("code")), (2, "", Some(code)), "{found:?}");
        assert!(found.err.starts_with(&format!("error: {}: ", till.cursor)), "{found:?}");
        assert!(found.said("hint").is_some_and(|hint| hint.contains("reads further back")), "{found:?}");
        assert!(found.said("use").is_some_and(|options| options.contains("--label NAME")), "{found:?}");
        assert_eq!(fs::read(&till.cursor).unwrap(), text);
    }
    assert_eq!(till.desk.sim.log().len(), asked);
    assert_eq!(fs::read(&till.book).unwrap(), book);
}

#[test]
fn what_cannot_be_used_is_refused_before_anything_is_read() {
    let till = Till::new(Platform::Klikit, "poll-usage");
    let book = till.book.as_str();
    for (args, what) in [
        ([].as_slice(), "--book <PATH>"),
        (&["--book", book, "--cursor", book], "book and cursor are the same file"),
        (&["--book", "no/such.json"], "no/such.json cannot be written: "),
        (&["--book", &till.desk.account], "this is no export of a book of orders"),
        (&["--book", book, "--rounds", "2"], "--every"),
        (&["--book", book, "--every", "0"], "--every"),
        (&["--book", book, "--lookback", "2161"], "--lookback"),
        (&["--book", book, "--json", "--tickets"], "cannot be used with"),
        (
            &["--book", book, "--dictionary", "klikit_order_status=no-such-file"],
            "no-such-file cannot be read",
        ),
    ] {
        let found = till.desk.run("poll", args);
        assert_eq!((found.code, found.out.as_str()), (2, ""), "{found:?}");
        assert!(found.err.contains(what), "{what}: {found:?}");
    }
    let found = run(&["poll", "klikit", "--account", &till.desk.account, "--book", book], b"");
    assert_eq!((found.code, found.said("code")), (2, Some("setting")), "{found:?}");
    assert!(till.desk.sim.log().is_empty() && !Path::new(book).exists());
}

#[test]
fn tickets_that_nobody_reads_do_not_count_as_printed() {
    let till = Till::new(Platform::Klikit, "poll-unread");
    till.accepted(2);
    let mut child = program(&[
        "poll",
        "klikit",
        "--account",
        &till.desk.account,
        "--secret-file",
        &till.desk.secrets[0],
        "--book",
        &till.book,
        "--cursor",
        &till.cursor,
        "--tickets",
        "--every",
        "1",
    ])
    .stdout(Stdio::piped())
    .stderr(Stdio::null())
    .spawn()
    .unwrap();
    drop(child.stdout.take());
    assert!(child.wait().unwrap().success());
    assert!(!Path::new(&till.cursor).exists());
    assert_eq!(tickets(&till.poll(&["--tickets"])), 2);
}

#[test]
fn a_list_that_breaks_off_keeps_the_pages_that_were_read() {
    let till = Till::new(Platform::Klikit, "poll-pages");
    till.desk.sim.place_orders(Platform::Klikit, 250);
    till.desk.sim.change_settings(|settings| {
        settings.klikit.common.rate_limit =
            Some(RateLimit { requests: 2, window_ms: 600_000, retry_after: RetryAfter::Seconds(600) });
    });
    let found = till.poll(&["--quiet"]);
    assert_eq!((found.code, found.said("code")), (3, Some("rate_limited")), "{found:?}");
    let read = found.out.matches(": new, ").count();
    assert!(read > 0 && read < 250, "{read}");
    assert!(till.held().starts_with(&format!("{read} orders in the book\n")));
    assert!(!Path::new(&till.cursor).exists());
}
