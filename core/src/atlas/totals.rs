//! The totals of an Atlas order, and the taxes, fees and vouchers among them.
//!
//! The first and the current generation state totals at the top level, the second one and the storefront in
//! `payment_breakdown` (<https://atlaskitchen.mintlify.app/storefront-api/order/create-order>). Where both state one, the
//! top level counts.
//!
//! Assumption: `discount` comes from promotions and `admin_discount` from the merchant's staff, as their names say.
//! Assumption: `tax_rate` is a fraction (0.09 is 9 %), as the rates in the admin API's cart are.
//! Assumption: `points_value` is what points pay of the order, unless `use_points` is false.

use super::amounts::Unit;
use super::order::OrderMembers;
use crate::event::Decoder;
use crate::json::{Value, members};
use crate::order::{
    Adjustment, AdjustmentKind, AdjustmentMoney, AdjustmentText, Order, OrderInt, OrderMoney, Reader,
};
use crate::value::{Currency, Money};

members! {
    #[derive(Default)]
    struct BreakdownMembers {
        donation_amount: "donation_amount",
        cash_vouchers_amount: "cash_vouchers_amount",
        service_charge: "service_charge",
        delivery_fee: "delivery_fee",
        surcharge: "surcharge",
        surcharge_label: "surcharge_label",
        use_points: "use_points",
        points_value: "points_value",
        discount: "discount",
        admin_discount: "admin_discount",
        subtotal: "subtotal",
        total: "total",
        total_including_tax: "total_including_tax",
        tax: "tax",
        tax_rate: "tax_rate",
        tax_inclusive_prices: "tax_inclusive_prices",
        amount_paid: "amount_paid",
        amount_unpaid: "amount_unpaid",
    }
}

/// Reads the totals, whose unit at the top level is `unit`.
pub(super) fn read(
    m: &OrderMembers<'_>,
    unit: Unit,
    currency: Option<Currency>,
    decoder: &Decoder,
    order: &mut Order,
    r: &mut Reader<'_>,
) {
    let breakdown = r.object(m.payment_breakdown);
    let b =
        breakdown.map_or_else(BreakdownMembers::default, |value| BreakdownMembers::read(value, r.problems));
    let table = [
        (OrderMoney::Subtotal, m.subtotal, b.subtotal),
        (OrderMoney::Discount, m.discount, b.discount),
        (OrderMoney::StaffDiscount, m.admin_discount, b.admin_discount),
        (OrderMoney::DeliveryFee, m.delivery_fee, b.delivery_fee),
        (OrderMoney::Surcharge, m.surcharge, b.surcharge),
        (OrderMoney::ServiceFee, None, b.service_charge),
        (OrderMoney::Donation, m.donation, b.donation_amount),
        (OrderMoney::Tax, m.tax, b.tax),
        (OrderMoney::TotalBeforeTax, m.total, b.total),
        (OrderMoney::Total, m.total_including_tax, b.total_including_tax),
        (OrderMoney::Paid, None, b.amount_paid),
        (OrderMoney::Unpaid, None, b.amount_unpaid),
    ];
    let unit = unit.of_all(table.iter().map(|(_, at_top, _)| *at_top));
    let below = breakdown.map_or(Unit::Minor, |breakdown| {
        let vouchers = [b.cash_vouchers_amount, b.points_value];
        Unit::of_breakdown(breakdown).of_all(table.iter().map(|(.., below)| *below).chain(vouchers))
    });
    for (field, at_top, in_breakdown) in table {
        let money = unit.money(at_top, decoder, currency, r);
        order.set_money(field, money.or_else(|| below.money(in_breakdown, decoder, currency, r)));
    }
    let inclusive = r.flag(m.tax_inclusive_prices).or_else(|| r.flag(b.tax_inclusive_prices));
    order.set_flag(OrderInt::PricesIncludeTax, inclusive);

    // Four adjustments at most, whatever the document, so that their number needs no limit.
    tax(m.tax_rate.or(b.tax_rate), order, r);
    surcharge(b.surcharge_label, order, r);
    let paid = below.money(b.cash_vouchers_amount, decoder, currency, r);
    voucher("cash_vouchers_amount", paid, order, r);
    if r.flag(b.use_points) != Some(false) {
        let paid = below.money(b.points_value, decoder, currency, r);
        voucher("points_value", paid, order, r);
    }
}

/// The tax, where its rate is stated.
fn tax(rate: Option<Value<'_>>, order: &mut Order, r: &mut Reader<'_>) {
    let Some(amount) = r.decimal(rate, 0) else { return };
    let mut tax = Adjustment::new(AdjustmentKind::Tax, None);
    tax.set_money(AdjustmentMoney::Rate, Some(Money { amount, currency: None }));
    tax.set_money(AdjustmentMoney::Amount, order.money(OrderMoney::Tax));
    order.push_adjustment(r.pool, tax);
}

/// The surcharge, where it has a name.
fn surcharge(label: Option<Value<'_>>, order: &mut Order, r: &mut Reader<'_>) {
    let name = r.text(label);
    if r.pool.get(name).is_none_or(str::is_empty) {
        return;
    }
    let mut surcharge = Adjustment::new(AdjustmentKind::Fee, None);
    surcharge.set_text(AdjustmentText::Name, name);
    surcharge.set_money(AdjustmentMoney::Amount, order.money(OrderMoney::Surcharge));
    order.push_adjustment(r.pool, surcharge);
}

/// What was paid with vouchers or points, by its name in the document; nothing where it is zero.
fn voucher(code: &str, amount: Option<Money>, order: &mut Order, r: &mut Reader<'_>) {
    if amount.is_none_or(|paid| paid.amount.is_zero()) {
        return;
    }
    let mut voucher = Adjustment::new(AdjustmentKind::Voucher, None);
    voucher.set_text(AdjustmentText::Code, r.pool.push(code));
    voucher.set_money(AdjustmentMoney::Amount, amount);
    order.push_adjustment(r.pool, voucher);
}
