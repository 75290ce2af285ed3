//! The column of a field says of every part what its own getter says, in every shared case.

mod vectors;

use serde_json::{Value, json};
use tillwire_core::Platform;
use tillwire_core::order::{
    AdjustmentInt, AdjustmentMoney, AdjustmentText, LineInt, LineList, LineMoney, LineText, Order, OrderInt,
    OrderMoney, OrderText, OrderTime, PartyInt, PartyText, PaymentInt, PaymentMoney, PaymentText, StepInt,
    StepText, StepTime,
};
use tillwire_core::value::Money;
use vectors::Vectors;

/// An amount as a column states it.
fn stated(money: Option<Money>) -> Value {
    money.map_or(Value::Null, |money| match money.currency {
        Some(currency) => format!("{} {}", money.amount, currency.code()).into(),
        None => money.amount.to_string().into(),
    })
}

/// Compares the column of each field of a kind with what a getter says of each part.
macro_rules! compare {
    ($order:ident, $count:ident, $fields:ty, $parts:expr, |$part:ident, $field:ident| $value:expr) => {
        for &$field in <$fields>::ALL {
            let column = $order.columns(&[$field.code(), 0]).to_json().expect("memory");
            let values: Vec<Value> = $parts.map(|$part| json!($value)).collect();
            assert_eq!(
                serde_json::from_str::<Value>(&column).expect("JSON"),
                json!([values, null]),
                "{}",
                $field.name()
            );
            $count += values.iter().filter(|value| !value.is_null()).count();
        }
    };
}

/// How many values the columns of an order have.
fn compared(order: &Order) -> usize {
    let mut count = 0;
    let itself = || [order].into_iter();
    compare!(order, count, OrderText, itself(), |order, field| order.text(field));
    compare!(order, count, OrderMoney, itself(), |order, field| stated(order.money(field)));
    compare!(order, count, OrderTime, itself(), |order, field| order
        .time(field)
        .map(|time| time.to_string()));
    compare!(order, count, OrderInt, itself(), |order, field| order.int(field));
    compare!(order, count, LineText, order.lines(), |line, field| line.text(field));
    compare!(order, count, LineMoney, order.lines(), |line, field| stated(line.money(field)));
    compare!(order, count, LineInt, order.lines(), |line, field| line.int(field));
    compare!(order, count, LineList, order.lines(), |line, field| line.list(field).collect::<Vec<_>>());
    compare!(order, count, PaymentText, order.payments(), |payment, field| payment.text(field));
    compare!(order, count, PaymentMoney, order.payments(), |payment, field| stated(payment.money(field)));
    compare!(order, count, PaymentInt, order.payments(), |payment, field| payment.int(field));
    compare!(order, count, PartyText, order.parties(), |party, field| party.text(field));
    compare!(order, count, PartyInt, order.parties(), |party, field| party.int(field));
    compare!(order, count, StepText, order.steps(), |step, field| step.text(field));
    compare!(order, count, StepTime, order.steps(), |step, field| step
        .time(field)
        .map(|time| time.to_string()));
    compare!(order, count, StepInt, order.steps(), |step, field| step.int(field));
    compare!(order, count, AdjustmentText, order.adjustments(), |part, field| part.text(field));
    compare!(order, count, AdjustmentMoney, order.adjustments(), |part, field| stated(part.money(field)));
    compare!(order, count, AdjustmentInt, order.adjustments(), |part, field| part.int(field));
    count
}

#[test]
fn every_column_of_every_case_is_what_the_getters_say() {
    let mut count = 0;
    for &platform in Platform::ALL {
        let deliveries = Vectors::of(platform);
        for cases in [deliveries.reads(), deliveries] {
            for name in cases.names() {
                count += cases.event(&name).orders().map(compared).sum::<usize>();
            }
        }
    }
    assert!(count > 10_000, "{count} values");
}

#[test]
fn what_is_no_field_of_an_order_has_no_column() {
    let deliveries = Vectors::of(Platform::Atlas);
    let event = deliveries.event("order-event");
    let order = event.order(0).expect("an order");
    for field in [i32::MIN, -1, 0, 100, 1100, 4101, i32::MAX] {
        assert_eq!(order.columns(&[field]).to_json().as_deref(), Some("[null]"), "{field}");
    }
    assert_eq!(order.columns(&[]).to_json().as_deref(), Some("[]"));
}
