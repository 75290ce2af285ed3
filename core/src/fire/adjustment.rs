//! The taxes and discounts of a Fire order or line, one by one (<https://docs.fire.rest/en/events/order-completed>).
//!
//! The value of a discount in percent is not documented to be in percent or in anything else, so a discount has its
//! amount and no rate. What a tax authority wants to know beside that stands in each tax's `metadata`.

use super::amounts::{Amounts, PERCENT, PLAIN};
use super::reading::Reading;
use super::said;
use crate::json::{Value, members};
use crate::order::{Adjustment, AdjustmentKind, AdjustmentMoney, AdjustmentText, Order, Reader};
use crate::value::Money;

members! {
    /// `percentage` is the v4 API's word.
    struct TaxMembers { base: "base", name: "name", rate: "rate", amount: "amount", percentage: "percentage", }
}

members! {
    /// The second spelling is that of the changelog (<https://docs.fire.rest/en/changelog>).
    struct DiscountMembers { base: "netPrice" | "net_price", amount: "discountValue" | "discount_value", }
}

/// Reads a list of taxes in the currency of `amounts`.
pub(super) fn taxes<'d>(
    list: Option<Value<'d>>,
    line: Option<u32>,
    amounts: &Amounts<'d>,
    reading: &mut Reading<'_>,
    order: &mut Order,
    r: &mut Reader<'_>,
) {
    read_all(list, reading, order, r, |value, r| {
        let m = TaxMembers::read(value, r.problems);
        let mut tax = Adjustment::new(AdjustmentKind::Tax, line);
        tax.set_text(AdjustmentText::Name, r.text(said(m.name)));
        tax.set_money(AdjustmentMoney::Amount, amounts.money(said(m.amount), r));
        tax.set_money(AdjustmentMoney::Base, amounts.money(said(m.base), r));
        let rate = match said(m.rate) {
            Some(rate) => r.decimal(Some(rate), PLAIN),
            None => r.decimal(said(m.percentage), PERCENT),
        };
        tax.set_money(AdjustmentMoney::Rate, rate.map(|amount| Money { amount, currency: None }));
        tax
    });
}

/// Reads a list of discounts in the currency of `amounts`.
pub(super) fn discounts<'d>(
    list: Option<Value<'d>>,
    line: Option<u32>,
    amounts: &Amounts<'d>,
    reading: &mut Reading<'_>,
    order: &mut Order,
    r: &mut Reader<'_>,
) {
    read_all(list, reading, order, r, |value, r| {
        let m = DiscountMembers::read(value, r.problems);
        let mut discount = Adjustment::new(AdjustmentKind::Discount, line);
        discount.set_money(AdjustmentMoney::Amount, amounts.money(said(m.amount), r));
        discount.set_money(AdjustmentMoney::Base, amounts.money(said(m.base), r));
        discount
    });
}

/// Adds what `read` makes of each object in a list, until there are too many.
fn read_all<'d>(
    list: Option<Value<'d>>,
    reading: &mut Reading<'_>,
    order: &mut Order,
    r: &mut Reader<'_>,
    read: impl Fn(Value<'d>, &mut Reader<'_>) -> Adjustment,
) {
    for value in r.array(list).into_iter().flat_map(Value::elements) {
        let Some(value) = r.object(Some(value)) else { continue };
        if !reading.takes_adjustment(value, order, r) {
            break;
        }
        let adjustment = read(value, r);
        order.push_adjustment(r.pool, adjustment);
    }
}
