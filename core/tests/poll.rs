//! Catching up by reading: rounds against a platform that is a list of orders.

use tillwire_core::Platform;
use tillwire_core::event::Decoder;
use tillwire_core::http::{
    Account, AccountText, Arguments, CallError, Clock, Next, Operation, Outcome, Parameter, Reply, Trouble,
};
use tillwire_core::lifecycle::{Action, OrderBook, Progress, Verdict};
use tillwire_core::poll::{PollError, PollSettings, Poller};
use tillwire_core::verify::Headers;

const HOUR: i64 = 3_600_000;
/// 2026-06-10T12:00:00Z.
const NOON: i64 = 1_781_092_800_000;

/// klikit, as far as these tests need it: orders with id, status and the hour in which they were created.
struct Klikit {
    orders: Vec<(u32, u32, i64)>,
    /// What was asked for, in order.
    asked: Vec<String>,
    /// The platform's clock.
    now_ms: i64,
}

impl Klikit {
    fn answer(&mut self, operation: Operation, arguments: &Arguments) -> Result<Reply, CallError> {
        let get = |parameter| arguments.get(parameter).unwrap_or_default().to_owned();
        let order = |(id, status, hour): &(u32, u32, i64)| {
            format!(
                r#"{{"id":{id},"status":{status},"created_at":"2026-06-10T{hour:02}:00:00Z","cart":[{{"name":"Tea","quantity":1}}]}}"#
            )
        };
        let (status, body) = if operation == Operation::KlikitOrders {
            let (from, to) = (get(Parameter::From), get(Parameter::To));
            self.asked.push(format!("{from} to {to}"));
            let within = |hour: i64| {
                let created = format!("2026-06-10T{hour:02}:00:00Z");
                from <= created && created < to
            };
            let found: Vec<_> = self.orders.iter().filter(|(.., hour)| within(*hour)).map(order).collect();
            (200, format!(r#"{{"data":{{"total":{},"orders":[{}]}}}}"#, found.len(), found.join(",")))
        } else {
            let id = get(Parameter::Id);
            self.asked.push(id.clone());
            match self.orders.iter().find(|(known, ..)| known.to_string() == id) {
                Some(found) => (200, format!(r#"{{"data":{}}}"#, order(found))),
                None => (404, r#"{"error":{"code":"resource_not_found","message":""}}"#.to_owned()),
            }
        };
        let account = Account::builder(Platform::Klikit)
            .text(AccountText::Key, "partner")
            .text(AccountText::Secret, "secret")
            .text(AccountText::ApiAddress, "http://127.0.0.1:1")
            .build()
            .unwrap();
        let mut call = account.call(operation, arguments, [0; 16]).unwrap();
        let mut headers = Headers::new();
        assert_eq!(self.now_ms % (24 * HOUR) / HOUR, 12, "the date below says so");
        headers.add("Date", b"Wed, 10 Jun 2026 12:00:00 GMT").unwrap();
        let outcome = Outcome::Answered { status, headers: &headers, body: body.as_bytes() };
        match call.after(outcome, Clock::default())? {
            Next::Done(reply) => Ok(reply),
            Next::Again { .. } => panic!("not the end"),
        }
    }
}

fn platform(orders: &[(u32, u32, i64)]) -> Klikit {
    Klikit { orders: orders.to_vec(), asked: Vec::new(), now_ms: NOON }
}

/// Runs a round; tells which orders had which verdict and action.
fn round(
    poller: &mut Poller,
    klikit: &mut Klikit,
    book: &mut OrderBook,
    now_ms: i64,
) -> Vec<(String, Verdict, Action)> {
    let decoder = Decoder::new(Platform::Klikit);
    poller.begin(book, now_ms).unwrap();
    let mut told = Vec::new();
    while let Some((operation, arguments)) = poller.next_call().unwrap() {
        match klikit.answer(operation, &arguments) {
            Ok(reply) => {
                let changes = poller.take(&reply, &decoder, book, now_ms / 1000).unwrap();
                told.extend(
                    changes.iter().map(|c| (c.order_id().unwrap().to_owned(), c.verdict(), c.action())),
                );
            }
            Err(error) => assert!(poller.failed(error.trouble()), "{error}"),
        }
    }
    told
}

fn poller() -> Poller {
    Poller::new(Platform::Klikit, "main", PollSettings::default())
}

#[test]
fn a_new_order_is_found_read_in_full_and_printed_once() {
    let mut klikit = platform(&[(1, 2, 11)]);
    let (mut poller, mut book) = (poller(), OrderBook::default());
    let told = round(&mut poller, &mut klikit, &mut book, NOON);
    assert_eq!(told.iter().filter(|(.., action)| *action == Action::Print).count(), 1);
    assert_eq!(klikit.asked, ["2026-06-09T12:00:00Z to 2026-06-10T12:00:00Z", "1"]);
    assert_eq!(poller.seen_until_ms(), Some(NOON));
    let again = round(&mut poller, &mut klikit, &mut book, NOON + 60_000);
    assert!(again.iter().all(|(_, verdict, _)| *verdict == Verdict::Duplicate), "{again:?}");
}

#[test]
fn a_cancellation_of_an_order_that_was_created_before_the_cursor_is_seen() {
    let mut klikit = platform(&[(1, 2, 9)]);
    let (mut poller, mut book) = (poller(), OrderBook::default());
    round(&mut poller, &mut klikit, &mut book, NOON);
    klikit.orders[0].1 = 3;
    let told = round(&mut poller, &mut klikit, &mut book, NOON + 60_000);
    assert_eq!(told, [("1".to_owned(), Verdict::Changed, Action::Void)]);
    assert_eq!(klikit.asked.last().unwrap(), "2026-06-10T09:00:00Z to 2026-06-10T12:01:00Z");
    assert_eq!(book.order("main", Platform::Klikit, "1").unwrap().progress(), Some(Progress::Cancelled));
}

#[test]
fn an_open_order_beyond_the_reach_of_the_window_is_read_by_its_id() {
    let mut klikit = platform(&[(1, 2, 1)]);
    let settings = PollSettings { reach_ms: HOUR, ..PollSettings::default() };
    let (mut poller, mut book) = (Poller::new(Platform::Klikit, "main", settings), OrderBook::default());
    round(&mut poller, &mut klikit, &mut book, NOON);
    klikit.asked.clear();
    klikit.orders[0].1 = 3;
    let told = round(&mut poller, &mut klikit, &mut book, NOON + 60_000);
    assert_eq!(told, [("1".to_owned(), Verdict::Changed, Action::Void)]);
    assert_eq!(klikit.asked, ["2026-06-10T11:50:00Z to 2026-06-10T12:01:00Z", "1"]);
}

#[test]
fn an_order_that_is_not_there_any_more_does_not_end_the_round() {
    let mut klikit = platform(&[(1, 2, 1), (2, 2, 2)]);
    let settings = PollSettings { reach_ms: HOUR, ..PollSettings::default() };
    let (mut poller, mut book) = (Poller::new(Platform::Klikit, "main", settings), OrderBook::default());
    round(&mut poller, &mut klikit, &mut book, NOON);
    klikit.orders.remove(0);
    klikit.orders[0].1 = 3;
    klikit.asked.clear();
    let told = round(&mut poller, &mut klikit, &mut book, NOON + 60_000);
    assert_eq!(klikit.asked[1..], ["1", "2"]);
    assert_eq!(told, [("2".to_owned(), Verdict::Changed, Action::Void)]);
    assert_eq!(poller.seen_until_ms(), Some(NOON));
}

#[test]
fn a_clock_that_is_ahead_does_not_move_the_cursor_beyond_the_platforms_own() {
    let mut klikit = platform(&[]);
    let mut poller = poller();
    round(&mut poller, &mut klikit, &mut OrderBook::default(), NOON + 5 * HOUR);
    assert_eq!(poller.seen_until_ms(), Some(NOON));
}

#[test]
fn a_round_that_fails_leaves_the_cursor_where_it_was() {
    let (mut poller, book) = (poller(), OrderBook::default());
    poller.begin(&book, NOON).unwrap();
    assert_eq!(poller.next_call().unwrap().unwrap().0, Operation::KlikitOrders);
    assert!(!poller.failed(Trouble::NotFound));
    assert!(poller.next_call().unwrap().is_none());
    assert_eq!(poller.seen_until_ms(), None);
}

#[test]
fn the_cursor_is_exported_and_imported_for_the_same_account_only() {
    let mut klikit = platform(&[]);
    let mut first = poller();
    round(&mut first, &mut klikit, &mut OrderBook::default(), NOON);
    let text = first.export().unwrap();
    assert_eq!(
        text,
        r#"{"tillwire_poll":1,"platform":"klikit","account":"main","seen_until_ms":1781092800000}"#
    );
    let mut second = poller();
    second.import(&text).unwrap();
    assert_eq!(second.seen_until_ms(), Some(NOON));
    let mut other = Poller::new(Platform::Klikit, "other", PollSettings::default());
    assert!(matches!(other.import(&text), Err(PollError::NoExport)));
    let newer = text.replace(":1,", ":2,");
    assert!(matches!(second.import(&newer), Err(PollError::Version { found: 2 })));
    let odd = text.replace("1781092800000", "9223372036854775807");
    assert!(matches!(second.import(&odd), Err(PollError::NoExport)));
    assert_eq!(second.seen_until_ms(), Some(NOON));
}

#[test]
fn atlas_orders_that_are_known_are_read_by_id_and_no_others() {
    let decoder = Decoder::new(Platform::Atlas);
    let body = br#"{"event_type":"order.confirmed","event_at":1727423000,"payload":{"id":5,"state":"confirmed","order_items":[]}}"#;
    let event = decoder.decode_unverified(&Headers::new(), body).unwrap();
    let mut book = OrderBook::default();
    book.apply("main", &event, 0).unwrap();
    let mut poller = Poller::new(Platform::Atlas, "main", PollSettings::default());
    poller.begin(&book, NOON).unwrap();
    let (operation, arguments) = poller.next_call().unwrap().unwrap();
    assert_eq!((operation, arguments.get(Parameter::Id)), (Operation::AtlasOrder, Some("5")));
    assert!(poller.next_call().unwrap().is_none());
}

#[test]
fn fire_is_asked_for_a_window_of_creation() {
    let mut poller = Poller::new(Platform::Fire, "main", PollSettings::default());
    poller.begin(&OrderBook::default(), NOON).unwrap();
    let (operation, arguments) = poller.next_call().unwrap().unwrap();
    assert_eq!(operation, Operation::FireOrders);
    assert_eq!(arguments.get(Parameter::DateFilter), Some("created_at"));
    assert_eq!(arguments.get(Parameter::From), Some("2026-06-09T12:00:00Z"));
}
