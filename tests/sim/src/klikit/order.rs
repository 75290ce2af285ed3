//! An order of klikit: what is kept of it, and the whole of it as it is answered.

use std::sync::LazyLock;

use serde_json::{Value, json};

use crate::clock::{self, SECOND};
use crate::shelf::Record;
use crate::step::Step;
use crate::template::Template;

/// The order that all others are made from.
static SAMPLE: LazyLock<Value> = LazyLock::new(|| {
    let answer = include_str!("../../../vectors/klikit/reads/order-detail-whole.json");
    serde_json::from_str::<Value>(answer).map_or(Value::Null, |mut answer| answer["data"].take())
});
static TEMPLATE: LazyLock<Template> = LazyLock::new(|| Template::new(&SAMPLE, &CHANGING));

const CHANGING: [&str; 18] = [
    "id",
    "short_id",
    "external_id",
    "identity",
    "branch_id",
    "brand_id",
    "brands",
    "provider_id",
    "type",
    "status",
    "created_at",
    "updated_at",
    "can_accept",
    "can_ready",
    "can_deliver",
    "can_cancel",
    "can_void",
    "cancellation_reason",
];

const FIRST_ID: u64 = 7_585_311;
const FIRST_SHORT_ID: usize = 412;

/// What is kept of an order.
pub(super) struct Order {
    created: i64,
    pub(super) updated: i64,
    pub(super) status: Status,
    pub(super) kind: Kind,
    store: Store,
    pub(super) provider: u64,
    pub(super) reason: Option<Box<str>>,
}

/// How far an order is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    Placed,
    Accepted,
    Ready,
    PickedUp,
    Delivered,
    Cancelled,
    Rejected,
}

/// How the order reaches the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    PickUp,
    Delivery,
    DineIn,
}

/// A brand at a branch.
#[derive(Clone, Copy)]
struct Store {
    brand: u64,
    branch: u64,
}

impl Status {
    /// The id in `GET /orders/statuses`. Assumption: a rejected order shows as cancelled; the dictionary has no id for it.
    pub(super) const fn id(self) -> u64 {
        match self {
            Self::Placed => 1,
            Self::Accepted => 2,
            Self::Cancelled | Self::Rejected => 3,
            Self::Ready => 4,
            Self::Delivered => 5,
            Self::PickedUp => 9,
        }
    }

    /// The word in `PATCH /orders/{id}/status`.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Placed => "placed",
            Self::Accepted => "accepted",
            Self::Ready => "ready",
            Self::PickedUp => "picked_up",
            Self::Delivered => "delivered",
            Self::Cancelled => "cancelled",
            Self::Rejected => "rejected",
        }
    }

    pub(super) const fn is_final(self) -> bool {
        matches!(self, Self::Delivered | Self::Cancelled | Self::Rejected)
    }
}

impl Kind {
    /// The id in `GET /orders/order-types`.
    const fn id(self) -> u64 {
        match self {
            Self::PickUp => 1,
            Self::Delivery => 2,
            Self::DineIn => 3,
        }
    }
}

impl Record for Order {
    fn created(&self) -> i64 {
        self.created
    }
}

impl Order {
    /// The order GF-412, at the times it has in the samples.
    pub(super) fn sample() -> Self {
        let at = |member| SAMPLE[member].as_str().and_then(clock::parse).unwrap_or_default();
        Self {
            created: at("created_at"),
            updated: at("updated_at"),
            status: Status::Accepted,
            kind: Kind::Delivery,
            store: Store { brand: 5297, branch: 1293 },
            provider: 6,
            reason: None,
        }
    }

    /// A new order. Kinds, stores and providers take turns. klikit's times have whole seconds.
    pub(super) fn new(number: usize, at: i64) -> Self {
        let created = at.saturating_sub(at.rem_euclid(SECOND));
        let (kind, provider) = match number % 3 {
            0 => (Kind::Delivery, 6),
            1 => (Kind::PickUp, 1),
            _ => (Kind::DineIn, 9),
        };
        let store = if number % 2 == 0 {
            Store { brand: 5297, branch: 1293 }
        } else {
            Store { brand: 1100, branch: 5913 }
        };
        Self { created, updated: created, status: Status::Placed, kind, store, provider, reason: None }
    }

    pub(super) fn branch(&self) -> u64 {
        self.store.branch
    }

    /// Sets the status at `now`; times never go back.
    pub(super) fn become_(&mut self, status: Status, now: i64) {
        self.status = status;
        self.updated = self.updated.max(now);
    }

    /// A step that klikit, its customer or its courier takes; nothing if there is no such step from here.
    pub(super) fn step(&mut self, step: Step, now: i64) -> Option<()> {
        let (rank, status) = match step {
            Step::Accepted => (1, Status::Accepted),
            Step::Ready => (2, Status::Ready),
            Step::Dispatched => (3, Status::PickedUp),
            Step::Delivered => (4, Status::Delivered),
            Step::Cancelled => (5, Status::Cancelled),
            Step::Preparing | Step::Paid => return None,
        };
        let reached = match self.status {
            Status::Placed => 0,
            Status::Accepted => 1,
            Status::Ready => 2,
            Status::PickedUp => 3,
            Status::Delivered => 4,
            Status::Cancelled | Status::Rejected => return None,
        };
        (rank > reached).then(|| self.become_(status, now))
    }

    /// The next step of an order that nobody cancels; nothing for one that is over.
    pub(super) fn next(&self) -> Option<Step> {
        match self.status {
            Status::Placed => Some(Step::Accepted),
            Status::Accepted => Some(Step::Ready),
            Status::Ready => Some(Step::Dispatched),
            Status::PickedUp => Some(Step::Delivered),
            Status::Delivered | Status::Cancelled | Status::Rejected => None,
        }
    }

    /// The whole order.
    pub(super) fn whole(&self, number: usize) -> String {
        let (external, identity) = match number {
            0 => (SAMPLE["external_id"].clone(), SAMPLE["identity"].clone()),
            _ => (format!("4417-{}-GF", number.saturating_add(9_921)).into(), format!("{number:06x}").into()),
        };
        let mut brands = SAMPLE["brands"].clone();
        brands[0]["id"] = self.store.brand.into();
        TEMPLATE.with(&json!({
            "id": id(number),
            "short_id": format!("GF-{}", FIRST_SHORT_ID.saturating_add(number)),
            "external_id": external,
            "identity": identity,
            "branch_id": self.store.branch,
            "brand_id": self.store.brand,
            "brands": brands,
            "provider_id": self.provider,
            "type": self.kind.id(),
            "status": self.status.id(),
            "created_at": clock::seconds_text(self.created),
            "updated_at": clock::seconds_text(self.updated),
            "can_accept": self.status == Status::Placed,
            "can_ready": self.status == Status::Accepted,
            "can_deliver": self.status == Status::Ready && self.kind != Kind::Delivery,
            "can_cancel": !self.status.is_final() && self.status != Status::PickedUp,
            "can_void": !self.status.is_final(),
            "cancellation_reason": self.reason.as_deref().unwrap_or_default(),
        }))
    }

    /// What a webhook brings.
    pub(super) fn delivered(&self, number: usize) -> String {
        let Store { brand, branch } = self.store;
        format!("{{\"brand_id\":{brand},\"branch_id\":{branch},\"orders\":[{}]}}", self.whole(number))
    }
}

/// The id of an order.
pub(super) fn id(number: usize) -> u64 {
    FIRST_ID.saturating_add(u64::try_from(number).unwrap_or(u64::MAX))
}

/// The number of the order of this id.
pub(super) fn number(id: &str) -> Option<usize> {
    usize::try_from(id.parse::<u64>().ok()?.checked_sub(FIRST_ID)?).ok()
}
