//! What holds for every body of every platform: nothing panics, and what is decoded holds together.

use tillwire_core::Platform;
use tillwire_core::event::{AmountError, Decoder, Key};
use tillwire_core::order::{LineInt, LineText, OrderText};
use tillwire_core::verify::Headers;

/// Places of the documented bodies, in bodies that name them otherwise.
const LOCATIONS: [&[(&str, &str)]; 4] = [
    &[],
    &[("$.data", "$"), ("$.payload", "$"), ("$.orders", "$.data")],
    &[
        ("$", "$.data"),
        ("$.data", "$.data"),
        ("$.orders", "$.orders"),
        ("$.payload.order_items", "$.order_items"),
    ],
    &[
        ("$.event.type", "$.event"),
        ("$.event.id", "$._meta.executionId"),
        ("$.data.orderId", "$.data.orderCode"),
        ("$.data.store.locationInfo", "$.data.payments.totals[0]"),
        ("$.payload.total", "$.order_items[0].unit_price"),
        ("$.orders", "$.orders"),
    ],
];

/// Decodes a body, as documented and by locations, and checks the event.
///
/// # Panics
/// Where something does not hold.
pub fn check(platform: Platform, body: &[u8]) {
    for places in LOCATIONS {
        let decoder = places.iter().fold(Decoder::new(platform), |decoder, (canonical, actual)| {
            decoder.locate(canonical, actual).expect("a location")
        });
        check_by(&decoder, body);
    }
}

fn check_by(decoder: &Decoder, body: &[u8]) {
    let Ok(event) = decoder.decode_unverified(&Headers::new(), body) else { return };
    assert_eq!(event.document().text().as_bytes(), body, "the body is kept as received");
    for problem in event.problems() {
        let value = event.document().at(&problem.path);
        assert!(value.is_some() || problem.path.contains('…'), "{} leads nowhere", problem.path);
        let (by_place, by_scale) = (event.money_at(&problem.path), event.money_at_scale(&problem.path, 4));
        let absent = |amount| amount == Err(AmountError::Absent);
        assert_eq!(absent(by_place), absent(by_scale), "{}", problem.path);
    }
    for (position, order) in event.orders().enumerate() {
        assert!(order.text(OrderText::Id).is_some_and(|id| !id.is_empty()));
        assert_eq!(event.key(position, Key::Content).map(|key| key.len()), Some(64));
        for (at, line) in order.lines().enumerate() {
            let parent = line.int(LineInt::Parent).and_then(|parent| usize::try_from(parent).ok());
            assert_eq!(parent.is_some(), line.depth() > 0);
            if let Some(parent) = parent {
                assert!(parent < at && order.line(parent).unwrap().depth() + 1 == line.depth());
            }
            for &field in LineText::ALL {
                assert!(line.text(field).is_none_or(|text| !text.contains('\0')));
            }
        }
    }
    let json = event.to_json().expect("there is memory");
    let read: serde_json::Value = serde_json::from_str(&json).expect("the event is JSON");
    assert_eq!(read["orders"].as_array().map(Vec::len), Some(event.orders().len()));
}
