//! An order as JSON: `snake_case` names, amounts as strings so that they stay exact, absent fields left out.

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

/// Anything that can be displayed, as a JSON string.
pub(crate) struct Shown<'a, T>(pub(crate) &'a T);

impl<T: core::fmt::Display> Serialize for Shown<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self.0)
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
