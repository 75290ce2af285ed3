//! Confirming the payment of an open order. <https://docs.fire.rest/en/api-reference/confirm-payment>

use serde_json::{Value, json};

use super::order::{self, Status};
use super::{Fire, Refusal, Reply, access, act, body, events};
use crate::amount;
use crate::clock;
use crate::context::{Call, Context};
use crate::http::Answer;

const CHARGED: [&str; 6] = ["APPROVED", "AUTHORIZED", "CAPTURED", "PAID", "SUCCESS", "SUCCEEDED"];
const MOST: usize = 20;

/// A tender of a batch.
struct Tender {
    transaction: String,
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
        let tenders = tenders(&body(call)?)?;
        let number = self.find(reference, context)?;
        let known = |tender: &&Tender| self.tenders.contains(&(number, tender.transaction.clone()));
        let repeated = tenders.iter().all(|tender| known(&tender));
        let fresh: Vec<_> = tenders.iter().filter(|tender| !known(tender)).collect();
        let charged: Vec<_> = fresh.iter().filter(|tender| tender.declined.is_none()).collect();
        let declined: Vec<_> = fresh.iter().filter_map(|tender| tender.declined.as_deref()).collect();
        let (charged_count, declined_count) = (count(charged.len()), count(declined.len()));
        let paid: i64 = charged.iter().fold(0, |sum, tender| sum.saturating_add(tender.amount));
        let Some(order) = self.orders.get_mut(number) else {
            return Err(Refusal::NotFound(format!("Order not found with ID {reference}")));
        };
        let outcome = if repeated {
            "duplicate"
        } else if charged_count == 0 {
            "declined"
        } else if order.status == Status::Open {
            "settled"
        } else {
            "recorded"
        };
        if !repeated {
            order.paid = order.paid.saturating_add(paid);
            order.tenders = order.tenders.saturating_add(charged_count);
            order.declined = order.declined.saturating_add(declined_count);
        }
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
            "tenderCount": charged_count,
            "declinedCount": declined_count,
            "amountMismatch": outcome == "settled" && order.paid != order::TOTAL,
        });
        if !repeated {
            data["declines"] = declined.iter().map(|&sent| decline(sent)).collect();
        }
        // A tender that was declined may be sent again when it was charged.
        let new: Vec<_> = charged.iter().map(|tender| tender.transaction.clone()).collect();
        if !new.is_empty() {
            act(context, order::id(number), "confirm_payment", &new.join(","));
            self.tenders.extend(new.into_iter().map(|transaction| (number, transaction)));
        }
        if outcome == "settled" {
            self.announce(number, events::COMPLETED, context);
        }
        Ok(Answer::json(200, &json!({ "success": true, "data": data })))
    }
}

fn tenders(body: &Value) -> Result<Vec<Tender>, Refusal> {
    let invalid = |why: &str| Refusal::Invalid(why.to_owned());
    let rows = body["payments"].as_array().filter(|rows| (1..=MOST).contains(&rows.len()));
    let rows = rows.ok_or_else(|| invalid("payments must have 1 to 20 entries"))?;
    let mut tenders: Vec<Tender> = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let details = &row["details"];
        let status = details["transaction_status"]
            .as_str()
            .ok_or_else(|| invalid("transaction_status is required"))?;
        let transaction = details["transaction_id"].as_str().or(row["uid"].as_str());
        let transaction = transaction.ok_or_else(|| invalid("transaction_id is required"))?.to_owned();
        let amount = amount::scaled(&details["total_bill"], 4).filter(|&amount| amount > 0);
        let amount = amount.ok_or_else(|| invalid("total_bill must be a number above 0"))?;
        for (of, name) in [(row, "method"), (details, "currency_code")] {
            of[name].as_str().ok_or_else(|| Refusal::Invalid(format!("{name} is required")))?;
        }
        if tenders.iter().any(|other| other.transaction == transaction) {
            return Err(Refusal::Twice { place, transaction });
        }
        let charged = CHARGED.iter().any(|word| word.eq_ignore_ascii_case(status));
        let reason = details["decline_reason"].as_str().unwrap_or(status);
        tenders.push(Tender { transaction, amount, declined: (!charged).then(|| reason.to_owned()) });
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

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
