//! Cancelling from another thread.

use std::io::Read;
use std::thread;
use std::time::Duration;

use tillwire_core::Platform;
use tillwire_core::http::{Operation, Parameter, Trouble};
use tillwire_sim::{Fault, Filter, Platform as Simulated, RetryAfter};
use tillwire_transport::Client;

use crate::deadlines::server;
use crate::support::{accept, account_at, arguments, client, error, now_ms, sim, timed};

/// Cancels a little later.
fn soon(client: &Client) -> thread::JoinHandle<()> {
    let canceller = client.canceller();
    thread::spawn(move || {
        thread::sleep(Duration::from_millis(200));
        canceller.cancel();
    })
}

#[test]
fn a_wait_ends_at_once() {
    let sim = sim();
    let orders = sim.place_orders(Simulated::Klikit, 1);
    sim.fault(Fault::TooManyRequests(RetryAfter::Seconds(30)), Filter::any(), 1);
    let client = client(&sim, Platform::Klikit);
    let cancels = soon(&client);
    let (result, took) = timed(|| client.send(Operation::KlikitOrderStatus, &accept(&orders[0])));
    cancels.join().unwrap();
    let cancelled = error(result);
    assert_eq!((cancelled.trouble(), cancelled.attempts()), (Trouble::Cancelled, 1));
    // 429 means that nothing was done, and nothing was sent after it.
    assert!(!cancelled.may_be_done());
    assert!(took < Duration::from_secs(2), "{took:?}");

    // What comes after it is cancelled, too, and nothing is sent, until it is reset.
    let again = error(client.send(Operation::KlikitOrderStatus, &accept(&orders[0])));
    assert_eq!((again.trouble(), again.attempts(), again.may_be_done()), (Trouble::Cancelled, 0, false));
    assert_eq!(sim.log().len(), 1);
    client.canceller().reset();
    client.send(Operation::KlikitOrderStatus, &accept(&orders[0])).unwrap();
}

#[test]
fn a_call_that_waits_for_an_answer_ends_and_may_be_done() {
    let sim = sim();
    let deaf = server(|mut stream| {
        let _ = stream.read_to_end(&mut Vec::new());
    });
    for scheme in ["http", "https"] {
        let account = account_at(&sim, Platform::Klikit, &format!("{scheme}://{deaf}")).build().unwrap();
        let client = Client::builder(account).build().unwrap();
        let cancels = soon(&client);
        let (result, took) = timed(|| client.send(Operation::KlikitOrderStatus, &accept("1")));
        cancels.join().unwrap();
        let cancelled = error(result);
        assert_eq!((cancelled.trouble(), cancelled.attempts()), (Trouble::Cancelled, 1));
        assert!(cancelled.may_be_done());
        assert!(took < Duration::from_secs(2), "{took:?}");
    }
}

#[test]
fn a_list_ends_between_pages_and_goes_on_where_it_was() {
    let sim = sim();
    sim.place_orders_at(Simulated::Klikit, 250, now_ms() - 600_000, 1000);
    let all = sim.order_ids(Simulated::Klikit).len();
    let client = client(&sim, Platform::Klikit);
    let mut pages = client.crawl(Operation::KlikitOrders, arguments(&[(Parameter::Size, "100")])).unwrap();
    assert_eq!(pages.next().unwrap().unwrap().new_records().len(), 100);
    client.canceller().cancel();
    assert_eq!(error(pages.next()).trouble(), Trouble::Cancelled);
    client.canceller().reset();
    assert_eq!(pages.next().unwrap().unwrap().new_records().len(), 100);
    assert_eq!(pages.next().unwrap().unwrap().new_records().len(), all - 200);
    assert!(pages.next().unwrap().is_none());
    assert_eq!(pages.progress().records, u64::try_from(all).unwrap());
}
