//! Small documents in which an order's life is told.

use tillwire_core::Platform;
use tillwire_core::event::{Decoder, Event};
use tillwire_core::lifecycle::{Action, Change, OrderBook, Verdict};
use tillwire_core::verify::Headers;

/// A delivery, or the platform's answer to a read.
#[derive(Clone, Debug)]
pub struct Delivery {
    pub platform: Platform,
    /// klikit's type of the event; empty for an answer.
    pub kind: &'static str,
    /// klikit's mark of the delivery.
    pub mark: Option<&'static str>,
    pub body: String,
    pub is_answer: bool,
}

impl Delivery {
    pub fn event(&self) -> Event {
        let decoder = Decoder::new(self.platform);
        if self.is_answer {
            return decoder.decode_orders(self.body.as_bytes()).unwrap();
        }
        let mut headers = Headers::new();
        if self.platform == Platform::Klikit {
            headers.add("x-klikit-event-type", self.kind.as_bytes()).unwrap();
        }
        if let Some(mark) = self.mark {
            headers.add("x-klikit-event-id", mark.as_bytes()).unwrap();
        }
        decoder.decode_unverified(&headers, self.body.as_bytes()).unwrap()
    }

    pub fn marked(self, mark: &'static str) -> Self {
        Self { mark: Some(mark), ..self }
    }

    fn new(platform: Platform, kind: &'static str, body: String) -> Self {
        Self { platform, kind, mark: None, body, is_answer: false }
    }
}

/// Applies a delivery about one order.
pub fn apply(book: &mut OrderBook, delivery: &Delivery) -> Change {
    let mut changes = book.apply("main", &delivery.event(), 0).unwrap();
    assert_eq!(changes.len(), 1);
    changes.remove(0)
}

/// Applies deliveries about one order to an empty book; the last change.
pub fn applied(deliveries: &[Delivery]) -> Change {
    let mut book = OrderBook::default();
    deliveries.iter().map(|delivery| apply(&mut book, delivery)).last().unwrap()
}

pub fn actions(deliveries: &[Delivery]) -> Vec<Action> {
    let mut book = OrderBook::default();
    deliveries.iter().map(|delivery| apply(&mut book, delivery).action()).collect()
}

pub fn verdicts(deliveries: &[Delivery]) -> Vec<Verdict> {
    let mut book = OrderBook::default();
    deliveries.iter().map(|delivery| apply(&mut book, delivery).verdict()).collect()
}

/// klikit, at a minute of a fixed hour: the members beside id and time.
pub fn klikit(kind: &'static str, minute: u32, members: &str) -> Delivery {
    klikit_untimed(kind, &format!(r#""updated_at":"2026-06-18T12:{minute:02}:00Z",{members}"#))
}

/// klikit, without a time.
pub fn klikit_untimed(kind: &'static str, members: &str) -> Delivery {
    let body = format!(r#"{{"brand_id":1,"branch_id":2,"orders":[{{"id":42,{members}}}]}}"#);
    Delivery::new(Platform::Klikit, kind, body)
}

/// klikit's answer to a list of orders, one of them changed at a minute of the same hour.
pub fn klikit_answer(minute: u32, members: &str) -> Delivery {
    let order = format!(
        r#"{{"id":42,"brand_id":1,"branch_id":2,"updated_at":"2026-06-18T12:{minute:02}:00Z",{members}}}"#
    );
    let body = format!(r#"{{"request_id":"r","data":{{"orders":[{order}],"page":1,"size":10,"total":1}}}}"#);
    Delivery { is_answer: true, ..Delivery::new(Platform::Klikit, "", body) }
}

pub const CREATED: &str = "klikit.order.created.v2";
pub const STATUS: &str = "klikit.order.status.updated";
pub const CART: &str = "klikit.order.cart.updated";

/// One line of a klikit cart.
pub fn item(name: &str, quantity: u32) -> String {
    format!(r#"{{"item_id":7,"title":"{name}","quantity":{quantity},"price":500,"groups":[]}}"#)
}

/// The member of a klikit order that has these lines.
pub fn cart(items: &[String]) -> String {
    format!(r#""cart":[{}]"#, items.join(","))
}

/// Fire, at a minute of a fixed hour: the members of `data` beside the order's id.
pub fn fire(kind: &'static str, minute: u32, members: &str) -> Delivery {
    let body = format!(
        r#"{{"event":{{"id":"e-{kind}-{minute}","type":"{kind}","createdAt":"2026-06-18T12:{minute:02}:00.000Z"}},"data":{{"orderId":"f-1",{members}}},"_meta":{{"attempt":"1"}}}}"#
    );
    Delivery::new(Platform::Fire, kind, body)
}

/// Fire's answer to a read of one order.
pub fn fire_answer(members: &str) -> Delivery {
    Delivery { is_answer: true, ..Delivery::new(Platform::Fire, "", format!(r#"{{"id":"f-1",{members}}}"#)) }
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
    atlas_order(state, &format!("[{}]", atlas_item(1, "Laksa", quantity, "")))
}

/// One line of an Atlas order; `more` is members, each with a comma before it.
pub fn atlas_item(id: u32, name: &str, quantity: u32, more: &str) -> String {
    format!(
        r#"{{"id":{id},"name":"{name}","quantity":{quantity},"currency":"SGD","unit_price":4.5,"item_total":4.5{more}}}"#
    )
}

pub fn atlas_order(state: &str, items: &str) -> Delivery {
    let body = format!(r#"{{"order_id":5,"identifier":"A5","state":"{state}","order_items":{items}}}"#);
    Delivery::new(Platform::Atlas, "", body)
}

/// Atlas, in the envelope of the first generation, at a second.
pub fn enveloped(kind: &'static str, second: i64, order: &Delivery) -> Delivery {
    let body = format!(r#"{{"event_type":"{kind}","event_at":{second},"payload":{}}}"#, order.body);
    Delivery::new(Platform::Atlas, kind, body)
}

/// An order of one line in the envelope of the first generation, at a second.
pub fn atlas_at(kind: &'static str, second: i64, state: &str) -> Delivery {
    enveloped(kind, second, &atlas(state, 1))
}
