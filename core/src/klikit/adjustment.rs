//! Fees and promotions of a klikit order, one by one.
//!
//! Fees that have no total of their own in the common order come by the name of their member; `provider_additional_fee` is in a
//! unit that nobody states, and reachable by path.
//!
//! Assumption: `discount` of a promotion, and the fees, are in the unit of the order's other amounts.

use super::amounts::Unit;
use super::order::OrderMembers;
use super::orders::Delivery;
use super::{filled, id};
use crate::json::{Value, members};
use crate::order::{
    Adjustment, AdjustmentKind, AdjustmentMoney, AdjustmentText, Order, OrderText, Reader, Span,
};
use crate::problem::ProblemCode;
use crate::value::{Currency, Money};

members! { struct PromoMembers { id: "id", code: "code", discount: "discount", } }

/// Reads the fees, then the promotions; the first of those names the code that the customer used.
pub(super) fn read_all(
    m: &OrderMembers<'_>,
    delivery: &Delivery<'_, '_>,
    currency: Option<Currency>,
    order: &mut Order,
    r: &mut Reader<'_>,
) {
    let shift = Unit::ORDER.shift(&delivery.decoder.scales, currency);
    let fees = [("gateway_fee", m.gateway_fee), ("restaurant_service_fee", m.restaurant_service_fee)];
    for (name, value) in fees {
        if let Some(amount) = r.money(filled(value), shift, currency) {
            let code = r.pool.push(name);
            push(AdjustmentKind::Fee, code, Some(amount), order, r);
        }
    }
    let most = delivery.decoder.limits.adjustments();
    for (position, value) in r.array(m.promos).into_iter().flat_map(Value::elements).enumerate() {
        let Some(promo) = r.object(Some(value)) else { continue };
        let promo = PromoMembers::read(promo, r.problems);
        let code = id(promo.code, r);
        if position == 0 {
            order.set_text(OrderText::PromotionCode, code);
        }
        if delivery.adjustments.saturating_add(order.adjustment_count()) >= most {
            r.problems.note(ProblemCode::TooMany, value);
            return;
        }
        let code = if code.is_absent() { id(promo.id, r) } else { code };
        let amount = r.money(filled(promo.discount), shift, currency);
        push(AdjustmentKind::Discount, code, amount, order, r);
    }
}

/// Adds one on the whole order.
fn push(kind: AdjustmentKind, code: Span, amount: Option<Money>, order: &mut Order, r: &mut Reader<'_>) {
    let mut adjustment = Adjustment::new(kind, None);
    adjustment.set_text(AdjustmentText::Code, code);
    adjustment.set_money(AdjustmentMoney::Amount, amount);
    order.push_adjustment(r.pool, adjustment);
}
