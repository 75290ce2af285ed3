//! `tillwire book` and `tillwire ask`: an order's life at the desk, in one call and in several.

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{Run, program, run_command, vectors};
use serde_json::Value;

/// A folder with deliveries, in which the program runs.
struct Desk(PathBuf);

impl Desk {
    /// An empty folder; the name is to be unique among all tests.
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.join(name), text).unwrap();
    }

    fn copy(&self, name: &str, vector: &str) {
        fs::copy(vectors(vector), self.0.join(name)).unwrap();
    }

    fn files(&self) -> Vec<String> {
        let mut files: Vec<_> = fs::read_dir(&self.0)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        files.sort();
        files
    }

    fn run_with(&self, line: &str, stdin: &[u8]) -> Run {
        let args: Vec<_> = line.split_whitespace().collect();
        let mut command = program(&args);
        command.current_dir(&self.0);
        run_command(command, stdin)
    }

    fn run(&self, line: &str) -> Run {
        self.run_with(line, b"")
    }
}

/// klikit, at a minute of a fixed hour: the members of the order beside its id, name and time.
fn klikit(minute: u32, members: &str) -> String {
    format!(
        r#"{{"brand_id":1,"branch_id":2,"orders":[{{"id":42,"short_id":"GF-1","updated_at":"2026-06-18T12:{minute:02}:00Z",{members}}}]}}"#
    )
}

fn item(id: u32, name: &str, quantity: u32, modifier: &str) -> String {
    format!(
        r#"{{"item_id":{id},"title":"{name}","quantity":{quantity},"price":500,"groups":[{{"group_id":1,"title":"Extra","modifiers":[{{"modifier_id":3,"title":"{modifier}","quantity":1}}]}}]}}"#
    )
}

/// A desk with the deliveries of one order of klikit.
fn klikit_desk(name: &str) -> Desk {
    let desk = Desk::new(name);
    let cart = |items: &[String]| format!(r#""cart":[{}]"#, items.join(","));
    let first =
        cart(&[item(7, "Rendang", 1, "Sambal"), item(8, "Sate", 1, "Rice"), item(9, "Laksa", 1, "Egg")]);
    let second =
        cart(&[item(7, "Rendang", 2, "Sambal"), item(9, "Laksa", 1, "Tofu"), item(10, "Teh", 1, "Ice")]);
    desk.write(
        "placed.json",
        &klikit(1, &format!(r#""status":1,"payment_status":3,"currency":"SGD",{first}"#)),
    );
    desk.write("accepted.json", &klikit(2, r#""status":2,"payment_status":1"#));
    desk.write("changed.json", &klikit(3, &second));
    desk.write("ready.json", &klikit(4, r#""status":4"#));
    desk.write("cancelled.json", &klikit(5, r#""status":3,"cancellation_reason":"customer called""#));
    desk.copy("statuses.json", "klikit/dictionaries/statuses.json");
    desk
}

const LIFE: &str = "klikit.order.created.v2=placed.json klikit.order.status.updated=accepted.json \
    klikit.order.cart.updated=changed.json klikit.order.cart.updated=changed.json \
    klikit.order.created.v2=placed.json klikit.order.status.updated=ready.json \
    klikit.order.status.updated=cancelled.json";
const STATUSES: &str = "--dictionary klikit_order_status=statuses.json";

/// What the book holds, as printed at the end.
fn held(printed: &str) -> &str {
    printed.rsplit("\n\n").next().unwrap()
}

#[test]
fn a_life_line_by_line() {
    let desk = klikit_desk("book-life");
    let before = desk.files();
    let printed = desk.run(&format!("book --platform klikit {STATUSES} {LIFE}")).printed();
    assert_eq!(printed, include_str!("books/klikit.txt"));
    assert_eq!(desk.files(), before, "nothing is kept unless asked");
}

#[test]
fn tickets_are_printed_changed_and_voided() {
    let desk = klikit_desk("book-tickets");
    let printed = desk.run(&format!("book --platform klikit {STATUSES} --tickets {LIFE}")).printed();
    assert_eq!(printed, include_str!("books/klikit-tickets.txt"));
}

#[test]
fn each_change_is_a_line_of_json() {
    let desk = klikit_desk("book-json");
    let printed = desk.run(&format!("book --platform klikit {STATUSES} --json {LIFE}")).printed();
    let changes: Vec<Value> = printed.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let said = |member: &str| -> Vec<_> {
        changes.iter().map(|change| change[member].as_str().unwrap_or("-").to_owned()).collect()
    };
    let verdicts = ["new", "changed", "changed", "duplicate", "duplicate", "changed", "changed", "held"];
    assert_eq!(said("verdict"), verdicts);
    let actions = ["print", "update", "reprint", "nothing", "nothing", "update", "void", "nothing"];
    assert_eq!(said("action"), actions);
    assert_eq!(changes[2]["line_changes"].as_array().unwrap().len(), 4);
    assert!(changes.iter().all(|change| change["order"]["id"] == "42" && change["account"] == "main"));
    assert_eq!(desk.run(&format!("book --platform klikit --json --tickets {LIFE}")).code, 2);
}

#[test]
fn a_book_goes_from_call_to_call() {
    let desk = klikit_desk("book-calls");
    let book = format!("book --platform klikit {STATUSES} --now 1781784000 --book");
    let at_once = desk.run(&format!("{book} once.json {LIFE}")).printed();
    let mut last = String::new();
    for delivery in LIFE.split_whitespace() {
        last = desk.run(&format!("{book} calls.json {delivery}")).printed();
    }
    assert_eq!(held(&last), held(&at_once));
    let kept = |name: &str| fs::read_to_string(desk.0.join(name)).unwrap();
    assert_eq!(kept("once.json"), kept("calls.json"));

    // Without a delivery, the book is shown, and stays as it is.
    let shown = desk.run(&format!("{book} once.json")).printed();
    assert_eq!(shown, held(&at_once));
    assert_eq!(kept("once.json"), kept("calls.json"));

    // The same order of another account is another order.
    let other = desk.run(&format!("{book} once.json --account north accepted.json")).printed();
    assert!(
        other.starts_with(
            "accepted.json: order GF-1 (42): new, fetch; accepted, payment paid, needs detail\n"
        ),
        "{other}"
    );
    assert!(
        held(&other).starts_with("2 orders in the book\nklikit main: order GF-1 (42): cancelled, "),
        "{other}"
    );
    assert!(held(&other).contains("\nklikit north: order GF-1 (42): accepted, "), "{other}");
    assert_eq!(desk.files().iter().filter(|name| name.contains("once")).count(), 1, "{:?}", desk.files());
}

#[test]
fn the_type_stands_before_the_file_or_is_the_same_for_all() {
    let desk = klikit_desk("book-types");
    desk.copy("read.json", "klikit/reads/order-detail-whole.json");
    let first = |line: &str| {
        let printed = desk.run(&format!("book --platform klikit {line}")).printed();
        printed.lines().next().unwrap().to_owned()
    };
    let change = "changed.json: order GF-1 (42): new, ";
    assert_eq!(first("klikit.order.cart.updated=changed.json"), format!("{change}preview; needs detail"));
    assert_eq!(
        first("--type klikit.order.cart.updated changed.json"),
        format!("{change}preview; needs detail")
    );
    let read = "read.json: order GF-412 (7585311): new, print; accepted, payment paid, due 2026-06-25T04:35:00+00:00";
    for orders in ["orders=read.json", "--orders read.json", "--type order.created orders=read.json"] {
        assert_eq!(first(orders), read);
    }
    // A type of its own stands above what is said of all.
    assert_eq!(
        first("--orders klikit.order.cart.updated=changed.json"),
        format!("{change}preview; needs detail")
    );
    assert_eq!(desk.run("book --platform klikit --orders --type order.created read.json").code, 2);
    assert_eq!(desk.run("book --platform klikit").code, 2);

    let body = fs::read(desk.0.join("placed.json")).unwrap();
    let found = desk.run_with("book --platform klikit klikit.order.created.v2=-", &body).printed();
    assert!(found.starts_with("standard input: order GF-1 (42): new, print; "), "{found}");
}

#[test]
fn what_is_not_plain_is_said_on_the_line() {
    let desk = klikit_desk("book-flags");
    desk.copy("atlas.json", "atlas/order-event.json");
    let found = desk.run("book --platform atlas atlas.json").printed();
    assert!(
        found.starts_with("atlas.json: order A123 (98765): new, print; accepted, uncertain\n"),
        "{found}"
    );

    desk.write("test.json", &klikit(1, r#""status":1,"is_fake":true,"cart":[]"#));
    let found = desk.run("book --platform klikit klikit.order.created.v2=test.json").printed();
    assert!(
        found.contains("test.json: order GF-1 (42): new, update; placed, needs detail, test\n"),
        "{found}"
    );

    // A name from outside drives no terminal.
    let hostile = klikit(1, r#""status":1,"cart":[]"#).replace("GF-1", r"A\u001b[2J\n");
    desk.write("hostile.json", &hostile);
    let found = desk.run("book --platform klikit klikit.order.created.v2=hostile.json").printed();
    assert!(found.starts_with("hostile.json: order A [2J  (42): new, "), "{found:?}");
}

#[test]
fn what_is_about_no_order_says_what_it_is_about() {
    let desk = Desk::new("book-no-order");
    desk.copy("menu.json", "fire/menu-updated-v2-removal.json");
    desk.copy("day.json", "fire/store-business-day-closed.json");
    let found = desk.run("book --platform fire menu.json day.json").printed();
    let lines: Vec<_> = found.lines().collect();
    assert_eq!(lines[0], "menu.json: menu.updated about menu (removed): not_understood, nothing");
    assert!(lines[1].starts_with("day.json: store.business_day_closed about business day "), "{found}");
    assert_eq!(held(&found), "0 orders in the book\n");
}

#[test]
fn a_dictionary_may_say_more_of_what_the_book_holds() {
    let desk = klikit_desk("book-dictionary");
    desk.write("five.json", &klikit(4, r#""status":5"#));
    let found =
        desk.run("book --platform klikit --book book.json klikit.order.created.v2=placed.json five.json");
    assert_eq!(found.code, 0, "{found:?}");
    assert!(
        found.err.starts_with("warning: five.json: the platform's sources dispute what this code means"),
        "{found:?}"
    );
    assert!(
        found.out.contains("five.json: order GF-1 (42): changed, update; placed -> ready, "),
        "{found:?}"
    );
    let found = desk.run(&format!("book --platform klikit --book book.json {STATUSES}")).printed();
    assert!(found.starts_with("the book: order GF-1 (42): changed, update; ready -> delivered\n"), "{found}");
    let found = desk.run(&format!("book --platform klikit --book book.json {STATUSES}")).printed();
    assert!(found.starts_with("1 order in the book\nklikit main: order GF-1 (42): delivered, "), "{found}");
}

#[test]
fn a_delivery_that_cannot_be_decoded_stops_none_of_the_others() {
    let desk = klikit_desk("book-undecodable");
    desk.write("cut.json", "{\"orders\":[");
    let found = desk.run("book --platform klikit --book book.json placed.json cut.json accepted.json");
    assert_eq!(found.code, 1, "{found:?}");
    assert!(found.err.contains("error: cut.json: ") && found.said("code") == Some("not_json"), "{found:?}");
    assert!(found.err.ends_with("error: 1 of 3 deliveries could not be decoded\n"), "{found:?}");
    assert!(
        found.out.contains("accepted.json: order GF-1 (42): changed, print; placed -> accepted, "),
        "{found:?}"
    );
    let kept = desk.run("book --platform klikit --book book.json").printed();
    assert!(kept.contains("order GF-1 (42): accepted"), "{kept}");
}

#[test]
fn a_file_that_cannot_be_used_costs_nothing() {
    let desk = klikit_desk("book-files");
    for (text, message, code_line) in [
        ("{", "book.json: ", Some("1 (line 1, column 2)")),
        ("{\"orders\":[]}", "book.json: this is no export of a book of orders", None),
        ("{\"tillwire_book\":9,\"orders\":[]}", "book.json: the export is of version 9, ", None),
    ] {
        desk.write("book.json", text);
        let found = desk.run("book --platform klikit --book book.json placed.json");
        assert_eq!((found.code, found.out.as_str()), (2, ""), "{found:?}");
        assert!(found.err.starts_with(&format!("error: {message}")), "{found:?}");
        assert_eq!(found.said("offset"), code_line, "{found:?}");
        assert!(found.said("hint").is_some(), "{found:?}");
        assert_eq!(fs::read_to_string(desk.0.join("book.json")).unwrap(), text);
    }
    let found = desk.run("book --platform klikit --book new.json placed.json none.json");
    assert_eq!((found.code, found.out.as_str()), (2, ""), "{found:?}");
    assert!(found.err.starts_with("error: none.json cannot be read: "), "{found:?}");
    let found = desk.run("book --platform klikit --book no/such.json placed.json");
    assert_eq!(found.code, 2, "{found:?}");
    assert!(found.err.starts_with("error: no/such.json cannot be written: "), "{found:?}");
    assert!(!desk.files().contains(&"new.json".into()));
}

#[test]
fn a_till_may_ask_or_not() {
    let desk = klikit_desk("book-ask");
    let placed = "klikit.order.created.v2=placed.json";
    desk.run(&format!("book --platform klikit --book book.json {placed}")).printed();
    let ask = |rest: &str| desk.run(&format!("ask --platform klikit --book book.json {rest}"));
    for (rest, code, answer, reason) in [
        ("42 accept", 0, "allowed: nothing speaks against it", "none"),
        ("GF-1 accept", 0, "allowed: nothing speaks against it", "none"),
        ("42 hand_over", 0, "doubtful: a step before it was not taken yet", "skips"),
        ("42 prepare", 1, "refused: the platform takes no such request", "unsupported"),
        ("42 cancel", 1, "refused: a reason code is needed; give one", "needs_reason"),
        ("42 cancel --reason=", 1, "refused: a reason code is needed; give one", "needs_reason"),
        ("42 reject --reason out_of_items", 0, "allowed: nothing speaks against it", "none"),
    ] {
        let found = ask(rest);
        let printed = format!("{answer}\nreason: {reason}\norder GF-1 (42): placed\n");
        assert_eq!((found.code, found.out, found.err), (code, printed, String::new()), "{rest}");
    }
    desk.run("book --platform klikit --book book.json cancelled.json").printed();
    assert!(ask("42 accept").out.starts_with("refused: the order is over\n"));
}

#[test]
fn an_order_that_cannot_be_found_is_told_with_what_to_do() {
    let desk = klikit_desk("book-ask-none");
    desk.write(
        "again.json",
        &fs::read_to_string(desk.0.join("placed.json")).unwrap().replace("\"id\":42", "\"id\":43"),
    );
    desk.run("book --platform klikit --book book.json placed.json again.json").printed();
    let ask = |rest: &str| {
        let found = desk.run(&format!("ask --book book.json {rest}"));
        assert_eq!((found.code, found.out.as_str()), (2, ""), "{found:?}");
        found
    };
    let found = ask("--platform klikit 41 accept");
    assert!(
        found.err.starts_with("error: the book has no order 41 of klikit under the account main\n"),
        "{found:?}"
    );
    assert_eq!(
        found.said("hint"),
        Some("see what it holds with `tillwire book --platform klikit --book book.json`")
    );
    let found = ask("--platform fire 42 accept");
    assert!(
        found.err.starts_with("error: the book has no order 42 of fire under the account main\n"),
        "{found:?}"
    );
    let found = ask("--platform klikit --account north GF-1 accept");
    assert_eq!(found.said("hint"), Some("it has one under another account; give --account main"));
    let found = ask("--platform klikit GF-1 accept");
    assert!(found.err.starts_with("error: 2 orders are called GF-1\n"), "{found:?}");
    assert_eq!(found.said("hint"), Some("give the id of the one you mean: 42, 43"));
    let found = desk.run("ask --platform klikit --book none.json 42 accept");
    assert_eq!(found.code, 2, "{found:?}");
    assert!(found.err.starts_with("error: none.json cannot be read: "), "{found:?}");
    assert_eq!(desk.run("ask --platform klikit --book book.json 42 eat").code, 2);
}
