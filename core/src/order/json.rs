//! An order as JSON: `snake_case` names, amounts as strings so that they stay exact, absent fields left out.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::fields::{
    Fulfilment, LineInt, LineList, LineMoney, LineText, OrderInt, OrderMoney, OrderText, OrderTime, PartyInt,
    PartyText, PaymentInt, PaymentMoney, PaymentText, StepInt, StepText, StepTime,
};
use super::store::{LineRef, Order, PartyRef, PaymentRef, StepRef};
use crate::lifecycle::{PaymentStatus, Progress};
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
struct List<F>(F);

impl<F: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for List<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut sequence = serializer.serialize_seq(None)?;
        for item in (self.0)() {
            sequence.serialize_element(&item)?;
        }
        sequence.end()
    }
}

/// The name of a code's value.
fn named<T>(int: i64, from_code: fn(i32) -> Option<T>, name: fn(T) -> &'static str) -> &'static str {
    i32::try_from(int).ok().and_then(from_code).map_or("unknown", name)
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

impl Serialize for Order {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        entries!(map, OrderText, field => self.text(field));
        for &field in OrderInt::ALL {
            let Some(int) = self.int(field) else { continue };
            let name = field.name();
            match field {
                OrderInt::LineCount | OrderInt::PaymentCount | OrderInt::PartyCount | OrderInt::StepCount => {
                }
                OrderInt::Progress => {
                    map.serialize_entry(name, named(int, Progress::from_code, Progress::name))?;
                }
                OrderInt::PaymentStatus => {
                    map.serialize_entry(name, named(int, PaymentStatus::from_code, PaymentStatus::name))?;
                }
                OrderInt::Fulfilment => {
                    map.serialize_entry(name, named(int, Fulfilment::from_code, Fulfilment::name))?;
                }
                OrderInt::Asap
                | OrderInt::CutleryWanted
                | OrderInt::Contactless
                | OrderInt::Gift
                | OrderInt::PricesIncludeTax
                | OrderInt::Test
                | OrderInt::PrepareBeforePayment => map.serialize_entry(name, &(int != 0))?,
            }
        }
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
        map.end()
    }
}

impl Serialize for LineRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for &field in LineInt::ALL {
            let Some(int) = self.int(field) else { continue };
            match field {
                LineInt::Kind => map.serialize_entry(field.name(), self.kind().name())?,
                LineInt::Depth | LineInt::Parent => map.serialize_entry(field.name(), &int)?,
                LineInt::Voided | LineInt::PricedInParent => {
                    map.serialize_entry(field.name(), &(int != 0))?;
                }
            }
        }
        entries!(map, LineText, field => self.text(field));
        for &field in LineMoney::ALL {
            match (field, self.money(field)) {
                (_, None) => {}
                (LineMoney::Quantity, Some(quantity)) => {
                    map.serialize_entry(field.name(), &Shown(&quantity.amount))?;
                }
                (_, Some(money)) => map.serialize_entry(field.name(), &money)?,
            }
        }
        for &field in LineList::ALL {
            if self.list(field).len() > 0 {
                map.serialize_entry(field.name(), &List(|| self.list(field)))?;
            }
        }
        map.end()
    }
}

impl Serialize for PaymentRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        entries!(map, PaymentText, field => self.text(field));
        entries!(map, PaymentMoney, field => self.money(field));
        entries!(map, PaymentInt, field => self.int(field).map(|flag| flag != 0));
        map.end()
    }
}

impl Serialize for PartyRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for &field in PartyInt::ALL {
            match field {
                PartyInt::Role => map.serialize_entry(field.name(), self.role().name())?,
            }
        }
        entries!(map, PartyText, field => self.text(field));
        map.end()
    }
}

impl Serialize for StepRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for &field in StepInt::ALL {
            match field {
                StepInt::Progress => map.serialize_entry(field.name(), self.progress().name())?,
            }
        }
        entries!(map, StepText, field => self.text(field));
        for &field in StepTime::ALL {
            if let Some(time) = self.time(field) {
                map.serialize_entry(field.name(), &Shown(&time))?;
            }
        }
        map.end()
    }
}
