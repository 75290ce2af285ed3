//! Fields of an order, or of all its parts that have them: for wrappers in languages in which a call for each value is dear.

use alloc::string::String;

use serde::ser::{Serialize, Serializer};

use super::adjustment::{AdjustmentInt, AdjustmentMoney, AdjustmentText};
use super::fields::{OrderInt, OrderMoney, OrderText, OrderTime};
use super::json::{List, Shown, json_of_texts, to_json};
use super::line::{LineInt, LineList, LineMoney, LineText};
use super::party::{PartyInt, PartyText};
use super::payment::{PaymentInt, PaymentMoney, PaymentText};
use super::stated::Stated;
use super::step::{StepInt, StepText, StepTime};
use super::store::Order;

/// Columns of an [`Order`]: the values of some fields, each of all lines, payments, parties, steps or adjustments in their
/// order, or of the order itself.
///
/// As JSON, an array with an array for each field: in it one element for each part, or for the order. That is `null` where the
/// value is absent, texts are strings, lists arrays of strings, whole numbers, codes and flags numbers, times strings in
/// ISO 8601, and amounts strings with all their digits, a space and the currency (`12.5 SGD`), or without the two where the
/// document states none or the value is a plain decimal. In place of a field that nothing of an order has stands `null`.
#[derive(Clone, Copy)]
pub struct Columns<'o> {
    order: &'o Order,
    fields: &'o [i32],
}

/// One of them.
struct Column<'o> {
    order: &'o Order,
    field: Field,
}

/// Declares the fields that have a column, and how each is found by its number.
macro_rules! fields {
    ($($kind:ident,)+) => {
        #[derive(Clone, Copy)]
        enum Field { $($kind($kind),)+ }

        impl Field {
            fn from_code(code: i32) -> Option<Self> {
                $(if let Some(field) = $kind::from_code(code) {
                    return Some(Self::$kind(field));
                })+
                None
            }
        }
    };
}

fields! {
    OrderText, OrderMoney, OrderTime, OrderInt,
    LineText, LineMoney, LineInt, LineList,
    PaymentText, PaymentMoney, PaymentInt,
    PartyText, PartyInt,
    StepText, StepTime, StepInt,
    AdjustmentText, AdjustmentMoney, AdjustmentInt,
}

impl Order {
    /// The columns of some fields by their numbers, for as long as both live.
    pub const fn columns<'o>(&'o self, fields: &'o [i32]) -> Columns<'o> {
        Columns { order: self, fields }
    }
}

impl Columns<'_> {
    /// Bytes of JSON that a number, an amount or a time takes at most, with what stands around it.
    const ELEMENT: usize = 64;

    /// The columns as JSON text; `None` where there is no memory for it.
    pub fn to_json(&self) -> Option<String> {
        let values =
            self.order.lines().len().saturating_add(self.order.adjustments().len()).saturating_add(1);
        let most = json_of_texts(self.order.memory()).saturating_add(values.saturating_mul(Self::ELEMENT));
        to_json(self, most.saturating_mul(self.fields.len()))
    }
}

impl Serialize for Columns<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let column = |field: &i32| Field::from_code(*field).map(|field| Column { order: self.order, field });
        serializer.collect_seq(self.fields.iter().map(column))
    }
}

impl Serialize for Column<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (lines, payments, steps) = (self.order.lines(), self.order.payments(), self.order.steps());
        let (parties, adjustments) = (self.order.parties(), self.order.adjustments());
        match self.field {
            Field::OrderText(field) => serializer.collect_seq([self.order.text(field)]),
            Field::OrderMoney(field) => serializer.collect_seq([self.order.money(field).map(Stated)]),
            Field::OrderTime(field) => serializer.collect_seq([self.order.time(field).map(Shown)]),
            Field::OrderInt(field) => serializer.collect_seq([self.order.int(field)]),
            Field::LineText(field) => serializer.collect_seq(lines.map(|line| line.text(field))),
            Field::LineMoney(field) => {
                serializer.collect_seq(lines.map(|line| line.money(field).map(Stated)))
            }
            Field::LineInt(field) => serializer.collect_seq(lines.map(|line| line.int(field))),
            Field::LineList(field) => {
                serializer.collect_seq(lines.map(|line| List(move || line.list(field))))
            }
            Field::PaymentText(field) => serializer.collect_seq(payments.map(|payment| payment.text(field))),
            Field::PaymentMoney(field) => {
                serializer.collect_seq(payments.map(|payment| payment.money(field).map(Stated)))
            }
            Field::PaymentInt(field) => serializer.collect_seq(payments.map(|payment| payment.int(field))),
            Field::PartyText(field) => serializer.collect_seq(parties.map(|party| party.text(field))),
            Field::PartyInt(field) => serializer.collect_seq(parties.map(|party| party.int(field))),
            Field::StepText(field) => serializer.collect_seq(steps.map(|step| step.text(field))),
            Field::StepTime(field) => serializer.collect_seq(steps.map(|step| step.time(field).map(Shown))),
            Field::StepInt(field) => serializer.collect_seq(steps.map(|step| step.int(field))),
            Field::AdjustmentText(field) => serializer.collect_seq(adjustments.map(|part| part.text(field))),
            Field::AdjustmentMoney(field) => {
                serializer.collect_seq(adjustments.map(|part| part.money(field).map(Stated)))
            }
            Field::AdjustmentInt(field) => serializer.collect_seq(adjustments.map(|part| part.int(field))),
        }
    }
}
