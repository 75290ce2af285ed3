//! What a Fire order costs and how it was paid (<https://docs.fire.rest/en/events/order-completed>).
//!
//! Assumption: `totals[].total` is what the customer owes, as in the published sample, where it is what was paid. In the
//! published request that places an order (<https://docs.fire.rest/en/api-reference/orders>), the member of that name
//! leaves out delivery and order discounts; `totalBill` of the payments is what was paid in both.
//! Assumption: `totals[].subtotal` is the total of the lines before discounts.
//! Assumption: `customerCashAmount` as the text `"0"`, which is what every order before 24 September 2026 has, says nothing.
//! Assumption: where `authorizationCode` is missing, `idAuth`, which the slips of the published sample call `Auth`, is the
//! authorisation code.

use super::amounts::{self, Amounts};
use super::reading::Reading;
use super::{adjustment, dictionary, said};
use crate::json::{Value, members};
use crate::order::{
    Adjustment, AdjustmentKind, AdjustmentMoney, AdjustmentText, Order, OrderMoney, Payment, PaymentMoney,
    PaymentText, Reader,
};
use crate::value::{Currency, Money};

/// The method of a tender that stands for a promotion of the channel.
const CHANNEL_PROMOTION: &str = "AGGREGATOR_DISCOUNT";

members! {
    struct PaymentsMembers {
        totals: "totals",
        shipping: "shippingCost",
        charges: "extraCharges",
        discounts: "discounts",
        methods: "paymentMethods",
    }
}

members! {
    /// A tender. Spellings with an underscore are those of the v4 API; `method` and `status` stand in orders that were
    /// read.
    pub(super) struct TenderMembers {
        processor: "processor",
        card: "card",
        acquirer: "acquirer",
        total_bill: "totalBill",
        currency: "currencyCode" | "currency_code",
        transaction_id: "transactionId" | "transaction_id",
        reference: "referenceNumber" | "reference_number",
        transaction_type: "transactionType" | "transaction_type",
        authorization: "authorizationCode" | "authorization_code",
        method: "paymentMethodCode" | "payment_method_code" | "method",
        status: "transactionStatus" | "transaction_status" | "status",
        tendered: "customerCashAmount",
        change: "changeAmount",
        authorization_id: "idAuth" | "id_auth",
        receipt_customer: "receiptCustomer" | "receipt_customer",
        receipt_merchant: "receiptMerchant" | "receipt_merchant",
    }
}

members! {
    /// The second spelling is that of the first generation and of the v4 API.
    struct CardMembers { brand: "brand", last_digits: "lastFourDigits" | "last_four_digits", }
}
members! { struct AcquirerMembers { name: "name", } }

/// Reads totals, charges and tenders, and answers the currency of the totals.
///
/// A promotion of the channel is a tender, as Fire has it. The platform pays it, so a single one is the platform's discount,
/// too; the total is what it is without it.
pub(super) fn read(
    payments: Option<Value<'_>>,
    wanted: Option<Currency>,
    reading: &mut Reading<'_>,
    order: &mut Order,
    r: &mut Reader<'_>,
) -> Option<Currency> {
    let m = PaymentsMembers::read(r.object(payments)?, r.problems);
    let currency = totals(m.totals, m.discounts, wanted, reading, order, r);
    let wanted = wanted.or(currency);
    if let Some(shipping) = Amounts::pick(m.shipping, wanted, reading, r) {
        order.set_money(OrderMoney::DeliveryFee, shipping.money(shipping.entry.total, r));
    }
    charges(m.charges, wanted, reading, order, r);
    let mut promotions = Only::None;
    for value in r.array(m.methods).into_iter().flat_map(Value::elements) {
        let Some(value) = r.object(Some(value)) else { continue };
        let m = TenderMembers::read(value, r.problems);
        let currency = r.currency(said(m.currency)).or(wanted);
        let amount = amounts::major(m.total_bill, currency, r);
        let mut payment = tender(&m, amount, r);
        let handed_over = said(m.tendered).filter(|value| !value.is_named("0"));
        payment.set_money(PaymentMoney::Tendered, amounts::major(handed_over, currency, r));
        payment.set_money(PaymentMoney::Change, amounts::major(m.change, currency, r));
        order.push_payment(r.pool, payment);
        if is_promotion(&m) {
            promotions.add(amount);
        }
    }
    order.set_money(OrderMoney::PlatformDiscount, promotions.amount());
    currency
}

/// Reads the order's totals with the taxes and discounts in them, and answers their currency. `discounts` are those that
/// stand beside the totals, and count where the totals list none.
pub(super) fn totals<'d>(
    list: Option<Value<'d>>,
    discounts: Option<Value<'d>>,
    wanted: Option<Currency>,
    reading: &mut Reading<'_>,
    order: &mut Order,
    r: &mut Reader<'_>,
) -> Option<Currency> {
    let totals = Amounts::pick(list, wanted, reading, r)?;
    let table = [
        (OrderMoney::Subtotal, totals.entry.subtotal),
        (OrderMoney::Discount, totals.entry.discount),
        (OrderMoney::TotalBeforeTax, totals.entry.before_taxes),
        (OrderMoney::Tax, totals.entry.tax),
        (OrderMoney::Total, totals.entry.total),
    ];
    for (field, value) in table {
        order.set_money(field, totals.money(value, r));
    }
    adjustment::taxes(totals.entry.taxes, None, &totals, reading, order, r);
    let listed = totals.entry.discounts.filter(|listed| !listed.is_empty());
    adjustment::discounts(listed.or(discounts), None, &totals, reading, order, r);
    totals.currency
}

/// Reads the extra charges, a tip or a service charge among them: they have a description, but no kind. The only one is
/// also the fee of no kind; several are not added up.
fn charges(
    list: Option<Value<'_>>,
    wanted: Option<Currency>,
    reading: &mut Reading<'_>,
    order: &mut Order,
    r: &mut Reader<'_>,
) {
    let mut fees = Only::None;
    for value in r.array(list).into_iter().flat_map(Value::elements) {
        let Some(charge) = Amounts::read(value, wanted, reading, r) else { continue };
        if wanted.is_some() && charge.currency != wanted {
            continue;
        }
        let amount = charge.money(charge.entry.total, r);
        fees.add(amount);
        if reading.takes_adjustment(value, order, r) {
            let mut fee = Adjustment::new(AdjustmentKind::Fee, None);
            fee.set_text(AdjustmentText::Name, r.text(said(charge.entry.description)));
            fee.set_money(AdjustmentMoney::Amount, amount);
            order.push_adjustment(r.pool, fee);
        }
    }
    order.set_money(OrderMoney::OtherFee, fees.amount());
}

/// Whether a tender stands for a promotion of the channel.
pub(super) fn is_promotion(m: &TenderMembers<'_>) -> bool {
    m.method.is_some_and(|method| method.is_named(CHANNEL_PROMOTION))
}

/// What a tender says of itself. One that states no method is named by its processor, as in the published sample.
pub(super) fn tender(m: &TenderMembers<'_>, amount: Option<Money>, r: &mut Reader<'_>) -> Payment {
    let status = r.text(said(m.status));
    let captured = r.pool.get(status).map(dictionary::charged);
    let mut payment = Payment::new(amount, captured);
    payment.set_text(PaymentText::Status, status);
    let acquirer = r.object(m.acquirer).and_then(|acquirer| AcquirerMembers::read(acquirer, r.problems).name);
    let processor = r.id(said(m.processor));
    let processed_by = if processor.is_absent() { r.id(said(acquirer)) } else { processor };
    payment.set_text(PaymentText::Processor, processed_by);
    let method = r.id(said(m.method));
    payment.set_text(PaymentText::Method, if method.is_absent() { processor } else { method });
    payment.set_text(PaymentText::MethodId, method);
    payment.set_text(PaymentText::Reference, r.id(said(m.transaction_id).or(said(m.reference))));
    payment.set_text(PaymentText::CaptureType, r.text(said(m.transaction_type)));
    payment.set_text(PaymentText::Authorization, r.id(said(m.authorization).or(said(m.authorization_id))));
    payment.set_text(PaymentText::ReceiptCustomer, r.text(said(m.receipt_customer)));
    payment.set_text(PaymentText::ReceiptMerchant, r.text(said(m.receipt_merchant)));
    if let Some(card) = r.object(m.card) {
        let card = CardMembers::read(card, r.problems);
        payment.set_text(PaymentText::CardBrand, r.text(said(card.brand)));
        payment.set_text(PaymentText::CardLastDigits, r.id(said(card.last_digits)));
    }
    payment
}

/// The amount of the only one of several things of a kind; nothing is added up here.
pub(super) enum Only {
    None,
    One(Option<Money>),
    Several,
}

impl Only {
    pub(super) fn add(&mut self, amount: Option<Money>) {
        *self = match self {
            Self::None => Self::One(amount),
            Self::One(_) | Self::Several => Self::Several,
        };
    }

    pub(super) fn amount(self) -> Option<Money> {
        match self {
            Self::One(amount) => amount,
            Self::None | Self::Several => None,
        }
    }
}
