//! An order of Fire: what is kept of it, the snapshot that events bring, and what reads answer.

use std::sync::LazyLock;

use serde_json::{Value, json};

use super::{events, kitchen};
use crate::clock;
use crate::credentials::Credentials;
use crate::platform::Platform;
use crate::shelf::Record;
use crate::step::Step;
use crate::template::Template;

/// The event that all orders are made from.
static SAMPLE: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../vectors/fire/order-opened.json")).unwrap_or_default()
});

/// The channel of all orders.
pub(super) const CHANNEL: &str = "KIOSK";
/// What an order costs, in ten-thousandths of its currency.
pub(super) const TOTAL: i64 = 359_000;
pub(super) const CURRENCY: &str = "BRL";

// The sample's ids: of each, the last group counts on.
const ID: (&str, u64) = ("21ec1f6c-c301-4528-b999-", 0x7836_c1d2_1c6c);
const EXTERNAL_ID: (&str, u64) = ("7805610b-97cf-461f-a2d6-", 0xd86f_63a8_0833);
const OPENED_ID: (&str, u64) = ("0d6e8a1c-1e7a-4b4f-8a3a-", 0x74ab_0e9a_9b21);
const COMPLETED_ID: (&str, u64) = ("0d6e8a1d-1e7a-4b4f-8a3a-", 0x74ab_0e9a_9b21);
const CODE: &str = "OC-br-";

/// Members of a read that each order has of its own.
const READ_CHANGING: [&str; 13] = [
    "id",
    "orderCode",
    "orderExternal",
    "status",
    "paymentStatus",
    "businessDayDate",
    "createdAt",
    "updatedAt",
    "metadata",
    "kitchen",
    "aggregator",
    "settlement",
    "payments",
];
/// The others.
const READ_SAME: [&str; 17] = [
    "accountId",
    "vendorId",
    "storeId",
    "stationId",
    "anonymousCustomerId",
    "customerId",
    "billingId",
    "channel",
    "deletedAt",
    "store",
    "customer",
    "billing",
    "fulfillment",
    "orderLines",
    "totals",
    "paymentMethods",
    "fiscal",
];
const SNAPSHOT_CHANGING: [&str; 10] = [
    "orderId",
    "orderCode",
    "businessDayDate",
    "externalOrderId",
    "createdAt",
    "paymentStatus",
    "status",
    "kds",
    "lastKnown",
    "cancellation",
];

static READ: LazyLock<Template> = LazyLock::new(|| Template::new(&read_sample(), &READ_CHANGING));
/// Before and after the payment.
static SNAPSHOTS: LazyLock<(Template, Template)> = LazyLock::new(|| {
    let mut sample = SAMPLE["data"].clone();
    let open = Template::new(&sample, &SNAPSHOT_CHANGING);
    for tender in sample["payments"]["paymentMethods"].as_array_mut().into_iter().flatten() {
        tender["transactionStatus"] = "APPROVED".into();
    }
    (open, Template::new(&sample, &SNAPSHOT_CHANGING))
});

/// What is kept of an order.
pub(super) struct Order {
    created: i64,
    updated: i64,
    pub(super) status: Status,
    pub(super) payment: &'static str,
    /// By rank, which counts from 1; absent where the kitchen skipped the stage.
    cooked: [Option<Box<Cooked>>; 3],
    /// Statuses of the delivery with their times, the oldest first.
    travelled: Vec<(Box<str>, i64)>,
    pub(super) cancellation: Option<Box<Cancellation>>,
    /// What was charged.
    pub(super) tenders: Vec<Tender>,
    pub(super) declined: usize,
    pub(super) completed: Option<i64>,
    /// The delivery-style status before this one, and this one.
    pub(super) lifecycle: (&'static str, &'static str),
}

/// Whether the sale is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    Open,
    Completed,
    Cancelled,
}

/// A stage of the kitchen.
struct Cooked {
    occurred: i64,
    station: Option<Box<str>>,
    report: Box<str>,
}

/// A tender that was charged.
pub(super) struct Tender {
    pub(super) transaction: Box<str>,
    pub(super) method: Box<str>,
    /// In ten-thousandths of the order's currency.
    pub(super) amount: i64,
    pub(super) at: i64,
}

/// Who cancelled an order, and why.
pub(super) struct Cancellation {
    pub(super) at: i64,
    pub(super) by: &'static str,
    pub(super) reason: Box<str>,
    pub(super) source: &'static str,
    /// `cancellationType`, `cancellationGroup`, `cancellationNote`, as they were given.
    pub(super) more: Value,
}

impl Status {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Open => "OPEN",
            Self::Completed => "COMPLETED",
            Self::Cancelled => "CANCELLED",
        }
    }
}

impl Record for Order {
    fn created(&self) -> i64 {
        self.created
    }
}

impl Order {
    /// The order OC-br-001, at the time it has in the samples.
    pub(super) fn sample() -> Self {
        Self::at(SAMPLE["data"]["createdAt"].as_str().and_then(clock::parse).unwrap_or_default())
    }

    /// A new order, open and unpaid.
    pub(super) fn at(created: i64) -> Self {
        Self {
            created,
            updated: created,
            status: Status::Open,
            payment: "PENDING",
            cooked: [None, None, None],
            travelled: Vec::new(),
            cancellation: None,
            tenders: Vec::new(),
            declined: 0,
            completed: None,
            lifecycle: ("received", "received"),
        }
    }

    /// In ten-thousandths.
    pub(super) fn paid(&self) -> i64 {
        self.tenders.iter().fold(0, |sum, tender| sum.saturating_add(tender.amount))
    }

    /// The kitchen's rank: 0 before it began.
    fn rank(&self) -> usize {
        self.cooked.iter().rposition(Option::is_some).map_or(0, |index| index.saturating_add(1))
    }

    /// Takes a report of the kitchen, `stage` counted from 0; false if the order is as far or further.
    pub(super) fn cook(
        &mut self,
        stage: usize,
        occurred: i64,
        station: Option<&str>,
        report: &str,
        now: i64,
    ) -> bool {
        if stage < self.rank() {
            return false;
        }
        let Some(place) = self.cooked.get_mut(stage) else { return false };
        *place = Some(Box::new(Cooked { occurred, station: station.map(Into::into), report: report.into() }));
        let words = ["in_preparation", "ready", "dispatched"];
        self.touch(now);
        self.become_(words.get(stage).copied().unwrap_or("dispatched"));
        true
    }

    /// Takes a status of the delivery; the newest, which is current then.
    pub(super) fn travel(&mut self, status: &str, occurred: i64, now: i64) -> String {
        let place = self.travelled.partition_point(|(_, at)| *at <= occurred);
        self.travelled.insert(place, (status.into(), occurred));
        self.touch(now);
        self.travelled.last().map_or_else(String::new, |(status, _)| status.to_string())
    }

    /// The sale is settled.
    pub(super) fn settle(&mut self, now: i64) {
        self.status = Status::Completed;
        self.payment = "SUCCEEDED";
        self.completed = Some(now);
        self.touch(now);
        if self.rank() == 0 {
            self.become_("accepted");
        }
    }

    pub(super) fn cancel(&mut self, cancellation: Cancellation, now: i64) {
        self.status = Status::Cancelled;
        self.cancellation = Some(Box::new(cancellation));
        self.touch(now);
        self.become_("cancelled");
    }

    /// A step that Fire, its customer or a courier takes, and the event that tells of it.
    pub(super) fn step(&mut self, step: Step, now: i64) -> Option<&'static str> {
        if self.status == Status::Cancelled {
            return None;
        }
        let stage = match step {
            Step::Paid if self.status == Status::Open => {
                let (transaction, method) = ("simulated".into(), "CASH".into());
                self.tenders.push(Tender { transaction, method, amount: TOTAL, at: now });
                self.settle(now);
                return Some(events::COMPLETED);
            }
            Step::Cancelled => {
                let (by, source) = ("9b2a3c4d-0000-4000-8000-000000000001", "backoffice");
                let reason = "Cancelled in the back office".into();
                self.cancel(Cancellation { at: now, by, reason, source, more: json!({}) }, now);
                return Some(events::CANCELLED);
            }
            Step::Delivered => {
                self.travel("delivered", now, now);
                self.become_("delivered");
                return Some(events::CHANGED);
            }
            Step::Preparing => 0,
            Step::Ready => 1,
            Step::Dispatched => 2,
            Step::Accepted | Step::Paid => return None,
        };
        self.cook(stage, now, None, "simulated", now).then_some(events::STATUS_UPDATED)
    }

    /// The next step of an order that nobody cancels; nothing for one that is over.
    pub(super) fn next(&self) -> Option<Step> {
        match (self.status, self.rank()) {
            (Status::Open, _) => Some(Step::Paid),
            (Status::Completed, 0) => Some(Step::Preparing),
            (Status::Completed, 1) => Some(Step::Ready),
            (Status::Completed, 2) => Some(Step::Dispatched),
            _ => None,
        }
    }

    pub(super) fn business_day(&self, number: usize) -> String {
        // The store's clock is three hours behind UTC. The sample says a day of its own.
        match number {
            0 => SAMPLE["data"]["businessDayDate"].as_str().unwrap_or_default().to_owned(),
            _ => clock::date_text(self.created.saturating_sub(3 * 3_600 * clock::SECOND)),
        }
    }

    /// The order as a read answers it.
    pub(super) fn read(&self, number: usize) -> String {
        READ.with(&self.read_members(number))
    }

    /// The same, with these members only.
    pub(super) fn read_only(&self, number: usize, names: &[&str]) -> String {
        READ.only(&self.read_members(number), names)
    }

    fn read_members(&self, number: usize) -> Value {
        json!({
            "id": id(number),
            "orderCode": code(number),
            "orderExternal": external_id(number),
            "status": self.status.word(),
            "paymentStatus": self.payment,
            "businessDayDate": self.business_day(number),
            "createdAt": clock::millis_text(self.created),
            "updatedAt": clock::millis_text(self.updated),
            "metadata": { "order_id": code(number), "channel": { "code": CHANNEL } },
            "kitchen": self.kitchen(),
            "aggregator": self.aggregator(),
            "settlement": {
                "status": if self.status == Status::Completed { "settled" } else { "recorded" },
                "origin": "ledger",
                "paidSoFar": self.paid().to_string(),
                "total": TOTAL.to_string(),
                "currencyCode": CURRENCY,
                "tenderCount": self.tenders.len(),
                "declinedCount": self.declined,
                "amountMismatch": !self.tenders.is_empty() && self.paid() != TOTAL,
            },
            "payments": self.tenders.iter().map(Tender::told).collect::<Value>(),
        })
    }

    /// The order as events of Integration Flows bring it.
    pub(super) fn snapshot(&self, number: usize) -> String {
        let mut kds = SAMPLE["data"]["kds"].clone();
        kds["orderCode"] = code(number).into();
        let known =
            self.stage().map(|stage| json!({ "status": stage, "sourceEvent": "order.status_updated" }));
        let mut members = json!({
            "orderId": id(number),
            "orderCode": code(number),
            "businessDayDate": self.business_day(number),
            "externalOrderId": external_id(number),
            "createdAt": clock::millis_text(self.created),
            "paymentStatus": self.payment,
            "status": self.status.word(),
            "kds": kds,
            "lastKnown": { "kds": known, "fiscal": null },
        });
        if let Some(cancellation) = &self.cancellation {
            members["cancellation"] = cancellation.told(number);
        }
        let (open, charged) = &*SNAPSHOTS;
        if self.payment == "SUCCEEDED" { charged.with(&members) } else { open.with(&members) }
    }

    /// What `order.status_updated` says of the kitchen.
    pub(super) fn kitchen(&self) -> Value {
        let Some((last, cooked)) =
            self.cooked.iter().enumerate().rev().find_map(|(at, cooked)| Some((at, cooked.as_ref()?)))
        else {
            return Value::Null;
        };
        let stage = |at: usize| kitchen::STAGES.get(at).map_or("", |(_, word)| word);
        let rank = |at: usize| at.saturating_add(1);
        let before = self.cooked.iter().take(last).rposition(Option::is_some);
        let history: Vec<_> =
            self.cooked.iter().enumerate().filter_map(|(at, cooked)| Some((at, cooked.as_ref()?))).collect();
        let history = history.iter().map(|(at, cooked)| {
            json!({
                "status": stage(*at),
                "rank": rank(*at),
                "occurredAt": clock::millis_text(cooked.occurred),
                "stationName": cooked.station,
            })
        });
        json!({
            "status": stage(last),
            "previousStatus": before.map(stage),
            "rank": rank(last),
            "occurredAt": clock::millis_text(cooked.occurred),
            "stationName": cooked.station,
            "providerEventId": cooked.report,
            "kdsEventLogId": crate::journal::uuid(&format!("fire kitchen {}", cooked.report)),
            "source": "kds",
            "history": history.collect::<Value>(),
        })
    }

    fn stage(&self) -> Option<&'static str> {
        let index = self.rank().checked_sub(1)?;
        kitchen::STAGES.get(index).map(|(_, word)| *word)
    }

    fn aggregator(&self) -> Value {
        let Some((status, at)) = self.travelled.last() else { return Value::Null };
        let history = self.travelled.iter();
        let history =
            history.map(|(status, at)| json!({ "status": status, "occurredAt": clock::millis_text(*at) }));
        json!({
            "channelCode": CHANNEL,
            "status": status,
            "occurredAt": clock::millis_text(*at),
            "history": history.collect::<Value>(),
        })
    }

    fn touch(&mut self, now: i64) {
        self.updated = self.updated.max(now);
    }

    fn become_(&mut self, word: &'static str) {
        self.lifecycle = (self.lifecycle.1, word);
    }
}

impl Tender {
    /// <https://docs.fire.rest/en/api-reference/get-order>
    fn told(&self) -> Value {
        json!({
            "status": "approved",
            "amount": self.amount.to_string(),
            "currencyCode": CURRENCY,
            "method": self.method,
            "transactionId": self.transaction,
            "occurredAt": clock::millis_text(self.at),
        })
    }
}

impl Cancellation {
    /// <https://docs.fire.rest/en/events/order-cancelled>, v3
    fn told(&self, number: usize) -> Value {
        json!({
            "cancellationId": cancellation_id(number),
            "cancelledAt": clock::millis_text(self.at),
            "cancelledBy": self.by,
            "cancellationReason": self.reason,
            "cancellationSource": self.source,
            "cancellationType": self.more["cancellationType"],
            "cancellationGroup": self.more["cancellationGroup"],
            "cancellationNote": self.more["cancellationNote"],
        })
    }
}

/// All members that a read can have.
pub(super) fn is_field(name: &str) -> bool {
    READ_CHANGING.contains(&name) || READ_SAME.contains(&name)
}

pub(super) fn id(number: usize) -> String {
    counted(ID, number)
}

pub(super) fn external_id(number: usize) -> String {
    counted(EXTERNAL_ID, number)
}

pub(super) fn code(number: usize) -> String {
    format!("{CODE}{:03}", number.saturating_add(1))
}

pub(super) fn cancellation_id(number: usize) -> String {
    crate::journal::uuid(&format!("fire cancellation {number}"))
}

/// The id of the event of this kind about an order.
pub(super) fn event_id(number: usize, kind: &str, rank: usize) -> String {
    match kind {
        events::OPENED => counted(OPENED_ID, number),
        events::COMPLETED => counted(COMPLETED_ID, number),
        _ => crate::journal::uuid(&format!("fire {kind} {number} {rank}")),
    }
}

pub(super) fn number(id: &str) -> Option<usize> {
    uncounted(ID, id)
}

pub(super) fn external_number(id: &str) -> Option<usize> {
    uncounted(EXTERNAL_ID, id)
}

pub(super) fn code_number(code: &str) -> Option<usize> {
    code.strip_prefix(CODE)?.parse::<usize>().ok()?.checked_sub(1)
}

fn counted((prefix, first): (&str, u64), number: usize) -> String {
    format!("{prefix}{:012x}", first.saturating_add(u64::try_from(number).unwrap_or(u64::MAX)))
}

fn uncounted((prefix, first): (&str, u64), id: &str) -> Option<usize> {
    let last = id.strip_prefix(prefix).filter(|last| last.len() == 12)?;
    usize::try_from(u64::from_str_radix(last, 16).ok()?.checked_sub(first)?).ok()
}

/// What reads answer, from the snapshot: amounts of `totals` are numbers there.
fn read_sample() -> Value {
    let data = &SAMPLE["data"];
    let known = Credentials::of(Platform::Fire);
    let mut totals = data["payments"]["totals"].clone();
    for total in totals.as_array_mut().into_iter().flatten() {
        for name in ["total", "subtotal", "taxesValue", "discountValue", "subtotalBeforeTaxes"] {
            let number = total[name].as_str().and_then(|text| text.parse::<i64>().ok());
            total[name] = number.into();
        }
    }
    json!({
        "accountId": known.get("account_id"),
        "vendorId": known.get("vendor"),
        "storeId": data["store"]["uid"],
        "stationId": data["device"]["uid"],
        "anonymousCustomerId": null,
        "customerId": data["client"]["uid"],
        "billingId": null,
        "channel": data["channel"],
        "deletedAt": null,
        "store": data["store"],
        "customer": data["client"],
        "billing": data["client"]["billingInformation"],
        "fulfillment": data["fulfillment"],
        "orderLines": data["orderLines"],
        "totals": totals,
        "paymentMethods": data["payments"]["paymentMethods"],
        "fiscal": null,
    })
}
