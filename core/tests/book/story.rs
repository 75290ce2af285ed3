//! Small documents in which an order's life is told.

use tillwire_core::Platform;
use tillwire_core::event::{Decoder, Event};
use tillwire_core::verify::Headers;

/// A delivery: the platform, its headers and its body.
#[derive(Clone, Debug)]
pub struct Delivery {
    pub platform: Platform,
    pub kind: &'static str,
    pub body: String,
}

impl Delivery {
    pub fn event(&self) -> Event {
        let mut headers = Headers::new();
        if self.platform == Platform::Klikit {
            headers.add("x-klikit-event-type", self.kind.as_bytes()).unwrap();
        }
        Decoder::new(self.platform).decode_unverified(&headers, self.body.as_bytes()).unwrap()
    }
}

/// klikit, at a minute of a fixed hour: the members beside id and time.
pub fn klikit(kind: &'static str, minute: u32, members: &str) -> Delivery {
    let body = format!(
        r#"{{"brand_id":1,"branch_id":2,"orders":[{{"id":42,"updated_at":"2026-06-18T12:{minute:02}:00Z",{members}}}]}}"#
    );
    Delivery { platform: Platform::Klikit, kind, body }
}

pub const CREATED: &str = "klikit.order.created.v2";
pub const STATUS: &str = "klikit.order.status.updated";
pub const CART: &str = "klikit.order.cart.updated";

/// One line of a klikit cart.
pub fn item(name: &str, quantity: u32) -> String {
    format!(r#"{{"item_id":7,"title":"{name}","quantity":{quantity},"price":500,"groups":[]}}"#)
}

/// Fire, at a minute of a fixed hour: the members of `data` beside the order's id.
pub fn fire(kind: &'static str, minute: u32, members: &str) -> Delivery {
    let body = format!(
        r#"{{"event":{{"id":"e-{kind}-{minute}","type":"{kind}","createdAt":"2026-06-18T12:{minute:02}:00.000Z"}},"data":{{"orderId":"f-1",{members}}},"_meta":{{"attempt":"1"}}}}"#
    );
    Delivery { platform: Platform::Fire, kind, body }
}

pub const FIRE_LINES: &str = r#""orderLines":[{"uid":"l-1","itemId":"9","itemDescription":"Feijoada","quantity":"1","itemType":"PRODUCT"}]"#;

/// A step of Fire's kitchen.
pub fn step(minute: u32, status: &str, rank: u32) -> Delivery {
    fire(
        "order.status_updated",
        minute,
        &format!(
            r#""status":"COMPLETED","kitchen":{{"status":"{status}","rank":{rank},"occurredAt":"2026-06-18T12:{minute:02}:00Z","history":[]}}"#
        ),
    )
}

/// Atlas, the current generation: the order alone, without a time.
pub fn atlas(state: &str, quantity: u32) -> Delivery {
    let body = format!(
        r#"{{"order_id":5,"identifier":"A5","state":"{state}","order_items":[{{"id":1,"name":"Laksa","quantity":{quantity},"currency":"SGD","unit_price":4.5,"item_total":4.5,"sub_items":[]}}]}}"#
    );
    Delivery { platform: Platform::Atlas, kind: "", body }
}

/// Atlas, in the envelope of the first generation, at a second.
pub fn atlas_at(kind: &'static str, second: u32, state: &str) -> Delivery {
    let order = atlas(state, 1).body;
    let body = format!(r#"{{"event_type":"{kind}","event_at":{second},"payload":{order}}}"#);
    Delivery { platform: Platform::Atlas, kind, body }
}
