//! What holds for every body of every platform, whatever is known beside it: nothing panics, and events hold together.

use tillwire_agreement::event;
use tillwire_core::Platform;
use tillwire_core::event::Decoder;
use tillwire_core::value::Currency;
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

/// Decodes a body and checks the event.
///
/// A line that begins with what no JSON begins with may stand before the body and say what it is:
///
/// | line | the body is |
/// | --- | --- |
/// | `!order.created` | a delivery to an address that receives this type |
/// | `?order.created` | a delivery with a header that says so and marks it; scales are set to their limit, and a store |
/// | `*` | the answer to a read of orders |
/// | `@1`, alone or before one of these | shaped otherwise, as one of several sets of locations says |
///
/// # Panics
/// Where something does not hold.
pub fn check(platform: Platform, input: &[u8]) {
    let mut lines = input.splitn(2, |byte| *byte == b'\n');
    let (first, rest) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
    let (places, known, body) = match first {
        [b'@', number, known @ ..] => (LOCATIONS[usize::from(*number) % LOCATIONS.len()], known, rest),
        [b'!' | b'?' | b'*', ..] => (LOCATIONS[0], first, rest),
        _ => (LOCATIONS[0], &[][..], input),
    };
    let decoder = places.iter().fold(Decoder::new(platform), |decoder, (canonical, actual)| {
        decoder.locate(canonical, actual).expect("a location")
    });
    let mut headers = Headers::new();
    // A refusal is as good as an event.
    let _ = match known {
        [b'!', name @ ..] => {
            let name = std::str::from_utf8(name).unwrap_or("?");
            event::decode(&decoder.expect_event(name), &headers, body)
        }
        [b'?', name @ ..] => {
            let mut decoder = decoder.type_header("known").id_header("known").store("1/2", "own");
            for code in ["BRL", "CLP", "SGD"] {
                decoder = decoder.scale(Currency::new(code).expect("three letters"), Decoder::MAX_SCALE);
            }
            // A value that is none leaves the header out.
            let _ = headers.add("known", name);
            event::decode(&decoder, &headers, body)
        }
        [b'*', ..] => event::decode_orders(&decoder, body),
        _ => event::decode(&decoder, &headers, body),
    };
}
