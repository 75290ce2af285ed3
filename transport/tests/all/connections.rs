//! Connections: kept, used again by many threads, and never in the way of a write that goes out once.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Duration;

use tillwire_core::Platform;
use tillwire_core::http::{Operation, Parameter, Trouble};
use tillwire_sim::Platform as Simulated;
use tillwire_transport::Client;

use crate::support::{accept, account_at, arguments, client, error, hasty, sim};

#[test]
fn a_connection_is_used_again() {
    let sim = sim();
    let orders = sim.place_orders(Simulated::Klikit, 5);
    let client = client(&sim, Platform::Klikit);
    for order in &orders {
        client.send(Operation::KlikitOrderStatus, &accept(order)).unwrap();
        client.send(Operation::KlikitOrder, &arguments(&[(Parameter::Id, order)])).unwrap();
    }
    let log = sim.log();
    assert_eq!(log.len(), 10);
    assert!(log.iter().all(|entry| entry.connection == log[0].connection), "{log:?}");
}

#[test]
fn many_threads_share_a_client() {
    const THREADS: usize = 16;
    let sim = sim();
    let orders = sim.place_orders(Simulated::Klikit, THREADS * 4);
    let client = client(&sim, Platform::Klikit);
    let start = Barrier::new(THREADS);
    thread::scope(|scope| {
        for part in orders.chunks(4) {
            let (client, start) = (&client, &start);
            scope.spawn(move || {
                start.wait();
                for order in part {
                    client.send(Operation::KlikitOrderStatus, &accept(order)).unwrap();
                }
            });
        }
    });
    assert_eq!(sim.actions().len(), THREADS * 4);
    assert_eq!(client.counters().replies(), 64);
    let most = sim.log().iter().map(|entry| entry.connection).max().unwrap();
    assert!(usize::try_from(most).unwrap() < THREADS * 3, "{most} connections for {THREADS} threads");
}

/// Answers one request on each connection and then ends it without a word; counts requests.
fn answers_once(dies_after: Duration) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let requests = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&requests);
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let counted = Arc::clone(&counted);
            thread::spawn(move || {
                let mut piece = [0; 4096];
                if stream.read(&mut piece).unwrap_or(0) == 0 {
                    return;
                }
                counted.fetch_add(1, Ordering::SeqCst);
                let body = "{\"id\":1}";
                let length = body.len();
                write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{body}").unwrap();
                thread::sleep(dies_after);
            });
        }
    });
    (url, requests)
}

#[test]
fn a_connection_that_ended_meanwhile_does_not_fail_a_call() {
    let sim = sim();
    let (url, requests) = answers_once(Duration::from_millis(20));
    let account = account_at(&sim, Platform::Atlas, &url).policy(hasty(5000)).build().unwrap();
    let client = Client::builder(account).build().unwrap();
    let create = arguments(&[
        (Parameter::OutletId, "1"),
        (Parameter::ChannelId, "2"),
        (Parameter::Body, "{\"order_items\":[]}"),
    ]);
    for _ in 0..5 {
        client.send(Operation::AtlasOrderCreate, &create).unwrap();
        thread::sleep(Duration::from_millis(60));
        client.send(Operation::AtlasOrder, &arguments(&[(Parameter::Id, "1")])).unwrap();
        thread::sleep(Duration::from_millis(60));
    }
    assert_eq!(requests.load(Ordering::SeqCst), 10);
    assert_eq!(client.counters().attempts(), 10);
}

/// A server that keeps connections open, and drops the second request of each without an answer: what a kept connection
/// that dies just then looks like.
#[test]
fn a_write_that_goes_out_once_goes_over_a_connection_of_its_own() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            thread::spawn(move || {
                let mut piece = [0; 4096];
                let mut request = Vec::new();
                let is_whole = |request: &[u8]| {
                    request.ends_with(b"[]}")
                        || (request.starts_with(b"GET") && request.ends_with(b"\r\n\r\n"))
                };
                while !is_whole(&request) {
                    let count = stream.read(&mut piece).unwrap();
                    request.extend_from_slice(&piece[..count]);
                }
                stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}").unwrap();
                let _ = stream.read(&mut piece);
            });
        }
    });
    let sim = sim();
    let account = account_at(&sim, Platform::Atlas, &url).policy(hasty(5000)).build().unwrap();
    let client = Client::builder(account).build().unwrap();
    let create = arguments(&[
        (Parameter::OutletId, "1"),
        (Parameter::ChannelId, "2"),
        (Parameter::Body, "{\"order_items\":[]}"),
    ]);
    for _ in 0..5 {
        client.send(Operation::AtlasOrderCreate, &create).unwrap();
    }
    assert_eq!(client.counters().attempts(), 5);
    // A read over the kept connection finds it dead, and comes through over a new one.
    client.send(Operation::AtlasOrder, &arguments(&[(Parameter::Id, "1")])).unwrap();
    assert_eq!(client.counters().attempts(), 7);
}

#[test]
fn nobody_at_the_address_is_no_connection_and_an_unknown_name_no_host() {
    let sim = sim();
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    for (url, trouble) in [
        (format!("http://{free}"), Trouble::NoConnection),
        ("https://tillwire-test.invalid".to_owned(), Trouble::NoHost),
    ] {
        let account = account_at(&sim, Platform::Atlas, &url)
            .text(tillwire_core::http::AccountText::AllowHost, "tillwire-test.invalid")
            .policy(hasty(5000))
            .build()
            .unwrap();
        let client = Client::builder(account).build().unwrap();
        let create = arguments(&[
            (Parameter::OutletId, "1"),
            (Parameter::ChannelId, "2"),
            (Parameter::Body, "{\"order_items\":[]}"),
        ]);
        let error = error(client.send(Operation::AtlasOrderCreate, &create));
        assert_eq!(error.trouble(), trouble);
        assert!(!error.may_be_done());
        // Nothing was sent, so even this is tried again.
        assert_eq!(error.attempts(), 5);
    }
}
