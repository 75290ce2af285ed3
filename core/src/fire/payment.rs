//! What a Fire order costs and how it was paid (<https://docs.fire.rest/en/events/order-completed>).
//!
//! Assumption: `totals[].total` is what the customer owes, as in the published sample, where it is what was paid. In the
//! published request that places an order (<https://docs.fire.rest/en/api-reference/orders>), the member of that name
//! leaves out delivery and order discounts; `totalBill` of the payments is what was paid in both.
//! Assumption: `totals[].subtotal` is the total of the lines before discounts.

use super::amounts::{self, Amounts};
use super::{dictionary, said};
use crate::event::Decoder;
use crate::json::{Value, members};
use crate::order::{Order, OrderMoney, Payment, PaymentText, Reader};
use crate::value::Currency;

members! {
    struct PaymentsMembers {
        totals: "totals",
        shipping: "shippingCost",
        charges: "extraCharges",
        methods: "paymentMethods",
    }
}

members! {
    struct MethodMembers {
        processor: "processor",
        total_bill: "totalBill",
        currency: "currencyCode",
        transaction_id: "transactionId",
        transaction_type: "transactionType",
        method: "paymentMethodCode",
        status: "transactionStatus",
    }
}

/// Reads totals, charges and tenders, and answers the currency of the totals.
///
/// An extra charge has a description but no kind, so it is a fee of no kind; several are left to be read by path, since
/// nothing is added up here.
pub(super) fn read(
    payments: Option<Value<'_>>,
    wanted: Option<Currency>,
    decoder: &Decoder,
    order: &mut Order,
    r: &mut Reader<'_>,
) -> Option<Currency> {
    let m = PaymentsMembers::read(r.object(payments)?, r.problems);
    let totals = Amounts::pick(m.totals, wanted, decoder, r);
    let currency = totals.as_ref().and_then(|totals| totals.currency);
    if let Some(totals) = totals {
        let table = [
            (OrderMoney::Subtotal, totals.entry.subtotal),
            (OrderMoney::Discount, totals.entry.discount),
            (OrderMoney::TotalBeforeTax, totals.entry.before_taxes),
            (OrderMoney::Tax, totals.entry.taxes),
            (OrderMoney::Total, totals.entry.total),
        ];
        for (field, value) in table {
            order.set_money(field, totals.money(value, r));
        }
    }
    let wanted = wanted.or(currency);
    if let Some(shipping) = Amounts::pick(m.shipping, wanted, decoder, r) {
        order.set_money(OrderMoney::DeliveryFee, shipping.money(shipping.entry.total, r));
    }
    if let Some(charge) = Amounts::only(m.charges, wanted, decoder, r) {
        order.set_money(OrderMoney::OtherFee, charge.money(charge.entry.total, r));
    }
    for value in r.array(m.methods).into_iter().flat_map(Value::elements) {
        let Some(value) = r.object(Some(value)) else { continue };
        let payment = read_method(value, wanted, r);
        order.push_payment(r.pool, payment);
    }
    currency
}

/// Reads a tender. One that states no method is named by its processor, as in the published sample.
fn read_method(value: Value<'_>, wanted: Option<Currency>, r: &mut Reader<'_>) -> Payment {
    let m = MethodMembers::read(value, r.problems);
    let status = r.text(said(m.status));
    let captured = r.pool.get(status).map(dictionary::charged);
    let currency = r.currency(said(m.currency)).or(wanted);
    let mut payment = Payment::new(amounts::bill(m.total_bill, currency, r), captured);
    payment.set_text(PaymentText::Status, status);
    let method = r.id(said(m.method));
    let called = if method.is_absent() { r.id(said(m.processor)) } else { method };
    payment.set_text(PaymentText::Method, called);
    payment.set_text(PaymentText::MethodId, method);
    payment.set_text(PaymentText::Reference, r.id(said(m.transaction_id)));
    payment.set_text(PaymentText::CaptureType, r.text(said(m.transaction_type)));
    payment
}
