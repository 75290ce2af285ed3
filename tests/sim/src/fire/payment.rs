//! Confirming the payment of an open order. <https://docs.fire.rest/en/api-reference/confirm-payment>

use serde_json::{Value, json};

use super::order::{self, Status, Tender};
use super::{Fire, Refusal, Reply, access, act, body, events};
use crate::amount;
use crate::clock;
use crate::context::{Call, Context};
use crate::http::Answer;

const CHARGED: [&str; 6] = ["APPROVED", "AUTHORIZED", "CAPTURED", "PAID", "SUCCESS", "SUCCEEDED"];
const MOST: usize = 20;

/// A tender of a batch.
struct Sent {
    transaction: String,
    method: String,
    /// In ten-thousandths.
    amount: i64,
    /// Why it was declined; none if it was charged.
    declined: Option<String>,
}

impl Fire {
    /// `POST /api/v1/adapters/xmart/stores/orders/{ref}/confirm-payment`
    pub(super) fn confirm_payment(
        &mut self,
        reference: &str,
        call: &Call<'_>,
        context: &mut Context<'_>,
    ) -> Reply {
        access::allow(call, context, "orders:write")?;
        let sent = tenders(&body(call)?)?;
        let number = self.find(reference, context)?;
        let order = self.orders.get_mut(number).ok_or(Refusal::Internal)?;
        let known =
            |tender: &Sent| order.tenders.iter().any(|other| *other.transaction == *tender.transaction);
        let repeated = sent.iter().all(known);
        let (charged, declined): (Vec<_>, Vec<_>) =
            sent.into_iter().filter(|tender| !known(tender)).partition(|tender| tender.declined.is_none());
        let outcome = match (repeated, charged.is_empty(), order.status) {
            (true, _, _) => "duplicate",
            (_, true, _) => "declined",
            (_, _, Status::Open) => "settled",
            _ => "recorded",
        };
        let keys: Vec<_> = charged.iter().map(|tender| tender.transaction.clone()).collect();
        order.declined = order.declined.saturating_add(declined.len());
        order.tenders.extend(charged.into_iter().map(|tender| tender.charged(context.now)));
        if outcome == "settled" {
            order.settle(context.now);
        }
        let mut data = json!({
            "orderId": order::id(number),
            "orderCode": order::code(number),
            "outcome": outcome,
            "settled": outcome == "settled",
            "status": order.status.word(),
            "paymentStatus": order.payment,
            "completedAt": order.completed.map(clock::millis_text),
            "tenderCount": keys.len(),
            "declinedCount": declined.len(),
            "amountMismatch": outcome == "settled" && order.paid() != order::TOTAL,
        });
        if !repeated {
            data["declines"] =
                declined.iter().filter_map(|tender| tender.declined.as_deref()).map(decline).collect();
        }
        if !keys.is_empty() {
            act(context, order::id(number), "confirm_payment", &keys.join(","));
        }
        if outcome == "settled" {
            self.announce(number, events::COMPLETED, context);
        }
        Ok(Answer::json(200, &json!({ "success": true, "data": data })))
    }
}

impl Sent {
    fn charged(self, now: i64) -> Tender {
        let (transaction, method) = (self.transaction.into(), self.method.into());
        Tender { transaction, method, amount: self.amount, at: now }
    }
}

fn tenders(body: &Value) -> Result<Vec<Sent>, Refusal> {
    let invalid = |why: &str| Refusal::Invalid(why.to_owned());
    let rows = body["payments"].as_array().filter(|rows| (1..=MOST).contains(&rows.len()));
    let rows = rows.ok_or_else(|| invalid("payments must have 1 to 20 entries"))?;
    let mut tenders: Vec<Sent> = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let details = &row["details"];
        let status = details["transaction_status"]
            .as_str()
            .ok_or_else(|| invalid("transaction_status is required"))?;
        let transaction = details["transaction_id"].as_str().or(row["uid"].as_str());
        let transaction = transaction.ok_or_else(|| invalid("transaction_id is required"))?.to_owned();
        let amount = amount::scaled(&details["total_bill"], 4).filter(|&amount| amount > 0);
        let amount = amount.ok_or_else(|| invalid("total_bill must be a number above 0"))?;
        let method = row["method"].as_str().ok_or_else(|| invalid("method is required"))?.to_owned();
        details["currency_code"].as_str().ok_or_else(|| invalid("currency_code is required"))?;
        if tenders.iter().any(|other| other.transaction == transaction) {
            return Err(Refusal::Twice { place, transaction });
        }
        let charged = CHARGED.iter().any(|word| word.eq_ignore_ascii_case(status));
        let reason = details["decline_reason"].as_str().unwrap_or(status);
        let declined = (!charged).then(|| reason.to_owned());
        tenders.push(Sent { transaction, method, amount, declined });
    }
    Ok(tenders)
}

/// Assumption: of the published reasons only this one is resolved here; raw codes of acquirers are not.
fn decline(sent: &str) -> Value {
    if sent == "INSUFFICIENT_FUNDS" {
        json!({ "sent": sent, "resolvedTo": sent, "group": "funds", "retryable": false })
    } else {
        json!({ "sent": sent, "resolvedTo": null, "group": null, "retryable": null })
    }
}
