//! Reading and writing when all is well.

use tillwire_core::Platform;
use tillwire_core::http::{Operation, Parameter, ReplyInt, ReplyText, Trouble};
use tillwire_sim::Platform as Simulated;
use tillwire_transport::{CameTo, SendError};

use crate::support::{accept, arguments, client, error, sim};

#[test]
fn an_order_is_read_and_accepted() {
    let sim = sim();
    let orders = sim.place_orders(Simulated::Klikit, 1);
    let client = client(&sim, Platform::Klikit);
    let read = client.send(Operation::KlikitOrder, &arguments(&[(Parameter::Id, &orders[0])])).unwrap();
    assert_eq!(read.int(ReplyInt::HttpStatus), Some(200));
    assert!(read.document().is_some());
    let accepted = client.send(Operation::KlikitOrderStatus, &accept(&orders[0])).unwrap();
    assert_eq!(accepted.text(ReplyText::Status), Some("accepted"));
    assert_eq!(sim.actions().len(), 1);

    let notes = client.notes();
    assert_eq!(notes.len(), 2);
    assert_eq!(notes[1].came_to, CameTo::Status(200));
    assert_eq!(notes[1].path, format!("/orders/{}/status", orders[0]));
    assert_eq!(notes[1].request_id.as_deref(), accepted.text(ReplyText::RequestId));
    assert!(notes[1].request_id.is_some());
    assert_eq!(client.notes(), []);
    let counters = client.counters();
    assert_eq!((counters.attempts(), counters.replies(), counters.answers(2)), (2, 2, 2));
}

#[test]
fn a_refusal_tells_the_platforms_code_and_request_id() {
    let sim = sim();
    let client = client(&sim, Platform::Klikit);
    let error = error(client.send(Operation::KlikitOrderStatus, &accept("404")));
    assert_eq!(error.trouble(), Trouble::NotFound);
    assert_eq!(error.status(), Some(404));
    assert!(error.code().is_some() && error.request_id().is_some());
    assert_eq!(client.counters().errors(Trouble::NotFound), 1);
    assert_eq!(client.counters().all_errors(), 1);
}

#[test]
fn what_cannot_be_asked_for_is_not_sent() {
    let sim = sim();
    let client = client(&sim, Platform::Klikit);
    let missing = client.send(Operation::KlikitOrder, &arguments(&[]));
    assert!(matches!(missing, Err(SendError::Build(_))), "{missing:?}");
    assert_eq!(missing.unwrap_err().code_name(), "argument");
    let foreign = client.crawl(Operation::KlikitOrder, arguments(&[]));
    assert!(matches!(foreign, Err(SendError::Build(_))));
    assert_eq!(sim.log(), []);
}

#[test]
fn notes_that_nobody_fetches_are_dropped_and_counted() {
    let sim = sim();
    let client = client(&sim, Platform::Klikit);
    for _ in 0..1030 {
        client.send(Operation::KlikitOrderStatuses, &arguments(&[])).unwrap();
    }
    assert_eq!(client.notes().len(), 1024);
    assert_eq!(client.counters().notes_lost(), 6);
}
