//! An order as JSON: `snake_case` names, amounts as strings so that they stay exact, absent fields left out.

use alloc::string::String;
use alloc::vec::Vec;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::fields::{OrderInt, OrderMoney, OrderText, OrderTime};
use super::store::Order;
use crate::value::Money;

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("amount", &Shown(&self.amount))?;
        if let Some(currency) = self.currency {
            map.serialize_entry("currency", currency.code())?;
        }
        map.end()
    }
}

/// What anything takes as JSON beside its texts, at most: names, numbers and punctuation.
pub(crate) const JSON_FRAME: usize = 2048;

/// How many bytes of JSON come of texts of so many bytes, at most: each byte may be an escape of six.
pub(crate) const fn json_of_texts(bytes: usize) -> usize {
    bytes.saturating_mul(6)
}

/// Anything as JSON text, of which `most` bytes can come; `None` where there is no memory for it.
///
/// `serde_json` cannot be told that memory is short, so the longest text is asked for first.
pub(crate) fn to_json(value: &impl Serialize, most: usize) -> Option<String> {
    Vec::<u8>::new().try_reserve(most).ok()?;
    serde_json::to_string(value).ok()
}

/// Anything that can be displayed, as a JSON string.
pub(crate) struct Shown<T>(pub(crate) T);

impl<T: core::fmt::Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// A list written by repeating an iterator.
pub(crate) struct List<F>(pub(crate) F);

impl<F: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for List<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut sequence = serializer.serialize_seq(None)?;
        for item in (self.0)() {
            sequence.serialize_element(&item)?;
        }
        sequence.end()
    }
}

/// Writes the fields that are present: `name: value` for each of a set of fields.
macro_rules! entries {
    ($map:ident, $fields:ty, $field:ident => $value:expr) => {
        for &$field in <$fields>::ALL {
            if let Some(value) = $value {
                $map.serialize_entry($field.name(), &value)?;
            }
        }
    };
}

pub(crate) use entries;

/// Writes the whole numbers that are present, each in its form.
macro_rules! ints {
    ($map:ident, $fields:ty, $field:ident => $value:expr) => {
        for &$field in <$fields>::ALL {
            if let Some(int) = $value {
                $field.form().write(&mut $map, $field.name(), int)?;
            }
        }
    };
}

pub(crate) use ints;

impl Order {
    /// How many bytes come of the order as JSON, at most.
    pub(crate) fn most_json(&self) -> usize {
        let things = self.lines().len().saturating_add(self.adjustments().len()).saturating_add(1);
        json_of_texts(self.memory()).saturating_add(things.saturating_mul(JSON_FRAME))
    }
}

impl Serialize for Order {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        entries!(map, OrderText, field => self.text(field));
        ints!(map, OrderInt, field => self.int(field));
        for &field in OrderTime::ALL {
            if let Some(time) = self.time(field) {
                map.serialize_entry(field.name(), &Shown(&time))?;
            }
        }
        entries!(map, OrderMoney, field => self.money(field));
        map.serialize_entry("lines", &List(|| self.lines()))?;
        map.serialize_entry("payments", &List(|| self.payments()))?;
        map.serialize_entry("parties", &List(|| self.parties()))?;
        map.serialize_entry("steps", &List(|| self.steps()))?;
        map.serialize_entry("adjustments", &List(|| self.adjustments()))?;
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::super::{
        Adjustment, AdjustmentKind, AdjustmentMoney, AdjustmentText, Line, LineKind, LineList, LineMoney,
        LineText, Party, PartyRole, PartyText, Payment, PaymentMoney, PaymentText, Pool, Step, StepText,
    };
    use super::*;
    use crate::lifecycle::Progress;
    use crate::value::{Currency, Timestamp};

    /// States each field of these sets.
    macro_rules! fill {
        ($thing:ident, $($set:ident: $fields:ty = $value:expr),+) => {
            $(for &field in <$fields>::ALL { $thing.$set(field, $value); })+
        };
    }

    /// An order of which each field is stated, and each text is this one.
    fn full_of(text: &str) -> Order {
        let money = Some(Money { amount: Decimal::MIN, currency: Currency::new("SGD") });
        let time = Some(Timestamp { unix_ms: -1, offset_minutes: Some(-75) });
        let (mut order, mut pool) = (Order::new(), Pool::default());
        let to = &mut pool;
        fill!(order, set_text: OrderText = to.push(text), set_money: OrderMoney = money);
        fill!(order, set_time: OrderTime = time, set_int: OrderInt = Some(1));
        for &progress in Progress::ALL {
            let mut line = Line::new(LineKind::Component, Some(u32::MAX), u32::MAX);
            (line.voided, line.priced_in_parent) = (Some(false), Some(false));
            fill!(line, set_text: LineText = to.push(text), set_money: LineMoney = money);
            for &field in LineList::ALL {
                let start = order.listed.len();
                order.listed.push(to.push(text));
                line.set_list(field, start..order.listed.len());
            }
            order.push_line(to, line);
            let mut payment = Payment::new(money, Some(false));
            fill!(payment, set_text: PaymentText = to.push(text), set_money: PaymentMoney = money);
            order.push_payment(to, payment);
            let mut party = Party::new(PartyRole::Recipient);
            fill!(party, set_text: PartyText = to.push(text));
            order.push_party(to, party);
            let mut step = Step::new(progress, time);
            fill!(step, set_text: StepText = to.push(text));
            order.push_step(to, step);
            let mut adjustment = Adjustment::new(AdjustmentKind::Discount, Some(u32::MAX));
            fill!(adjustment, set_text: AdjustmentText = to.push(text), set_money: AdjustmentMoney = money);
            order.push_adjustment(to, adjustment);
        }
        order.finish(pool).unwrap()
    }

    #[test]
    fn an_order_takes_no_more_json_than_is_asked_for() {
        for text in [String::new(), "\u{1}".into(), "\u{1}".repeat(100), "\u{1}".repeat(10_000)] {
            let order = full_of(&text);
            let (most, json) = (order.most_json(), to_json(&order, 0).unwrap());
            assert!(json.len() <= most, "{} of {most} with texts of {}", json.len(), text.len());
            assert_eq!(to_json(&order, most), Some(json));
        }
        assert_eq!(to_json(&full_of(""), usize::MAX), None, "there is not so much memory");
    }
}
