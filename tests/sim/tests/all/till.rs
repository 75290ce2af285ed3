//! What a till reads in the answers: the simulator's documents are whole, and odd nowhere.

use serde_json::json;
use tillwire_core::event::{Decoder, Event};
use tillwire_core::order::{OrderMoney, OrderText};
use tillwire_core::{Platform as Till, ProblemCode};
use tillwire_sim::{Platform, Settings, Sim, Site, Step};

use crate::client::get;

fn read(sim: &Sim, platform: Till, site: Site, path: &str) -> Event {
    let answer = get(sim, site, path);
    let event = Decoder::new(platform).decode_orders(&answer.body).unwrap();
    // Of klikit's codes some are disputed, whoever sends them.
    let odd = event.problems().iter().find(|problem| problem.code != ProblemCode::DisputedCode);
    assert!(odd.is_none(), "{path}: {odd:?}");
    event
}

/// Reference and total of each order.
fn told(event: &Event) -> Vec<(String, Option<String>)> {
    let text = |order: &tillwire_core::order::Order| order.text(OrderText::Reference).unwrap().to_owned();
    let total = |order: &tillwire_core::order::Order| {
        order.money(OrderMoney::Total).map(|total| total.amount.normalize().to_string())
    };
    event.orders().map(|order| (text(order), total(order))).collect()
}

#[test]
fn the_samples_are_read_with_their_totals() {
    let sim = Sim::start(Settings::default()).unwrap();
    let one = |event: &Event, reference: &str, total: &str| {
        assert_eq!(told(event), [(reference.to_owned(), Some(total.to_owned()))]);
    };
    one(&read(&sim, Till::Klikit, Site::Klikit, "/orders/7585311"), "GF-412", "26.1");
    one(&read(&sim, Till::Klikit, Site::Klikit, "/orders"), "GF-412", "26.1");
    one(
        &read(&sim, Till::Fire, Site::FireApi, "/api/v1/fire/external/orders/OC-br-001"),
        "OC-br-001",
        "22.9",
    );
    one(&read(&sim, Till::Atlas, Site::Atlas, "/orders/98765"), "A123", "35.42");
    one(&read(&sim, Till::Atlas, Site::Atlas, "/orders/identifier/A123"), "A123", "35.42");
}

#[test]
fn a_page_is_read_wherever_its_orders_are() {
    let sim = Sim::start(Settings::default()).unwrap();
    let ids = sim.place_orders(Platform::Fire, 5);
    for (id, step) in ids.iter().zip([Step::Paid, Step::Ready, Step::Delivered, Step::Cancelled]) {
        sim.advance(Platform::Fire, id, step).unwrap();
    }
    let page =
        read(&sim, Till::Fire, Site::FireApi, "/api/v1/fire/external/orders?accountId=100&vendorId=100.2.1");
    assert_eq!(told(&page).len(), 6);
    let ids = sim.place_orders(Platform::Klikit, 5);
    for (id, step) in
        ids.iter().zip([Step::Accepted, Step::Ready, Step::Dispatched, Step::Delivered, Step::Cancelled])
    {
        sim.advance(Platform::Klikit, id, step).unwrap();
    }
    assert_eq!(told(&read(&sim, Till::Klikit, Site::Klikit, "/orders")).len(), 6);
    let order = sim.order(Platform::Klikit, &ids[4]).unwrap();
    assert_eq!(serde_json::from_str::<serde_json::Value>(&order).unwrap()["status"], json!(3));
}
