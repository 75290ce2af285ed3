//! An order from its JSON form, as an export has it.
//!
//! Members that this version does not know are left out: a field that is gone from the export is absent, as one that a
//! platform does not state.

use alloc::vec::Vec;

use super::adjustment::{Adjustment, AdjustmentInt, AdjustmentKind, AdjustmentMoney, AdjustmentText};
use super::fields::{Fulfilment, OrderInt, OrderMoney, OrderText, OrderTime};
use super::line::{Line, LineInt, LineKind, LineList, LineMoney, LineText};
use super::party::{Party, PartyInt, PartyRole, PartyText};
use super::payment::{Payment, PaymentInt, PaymentMoney, PaymentText};
use super::pool::{Pool, Span};
use super::step::{Step, StepInt, StepText, StepTime};
use super::store::Order;
use crate::json::{Kind, Value};
use crate::lifecycle::{Courier, PaymentStatus, Progress};
use crate::value::{Currency, Money, Timestamp, decimal};

/// What is wrong with an order in its JSON form.
pub(crate) enum ParseError<'d> {
    /// This is not what the form has here.
    Odd(Value<'d>),
    /// There is no memory.
    OutOfMemory,
}

/// The member with a name; `null` is as absent.
pub(crate) fn member<'d>(object: Value<'d>, name: &str) -> Option<Value<'d>> {
    object.get(name).filter(|value| !value.is_null())
}

/// Reads one member by a function that gives `None` for what it cannot read.
pub(crate) fn read<'d, T>(
    object: Value<'d>,
    name: &str,
    read: impl FnOnce(Value<'d>) -> Option<T>,
) -> Result<Option<T>, ParseError<'d>> {
    match member(object, name) {
        Some(value) => read(value).map(Some).ok_or(ParseError::Odd(value)),
        None => Ok(None),
    }
}

/// A word that stands for a code.
fn code<T>(from_name: fn(&str) -> Option<T>, code: fn(T) -> i32) -> impl Fn(Value<'_>) -> Option<i64> {
    move |value| from_name(&value.string()?).map(|known| code(known).into())
}

/// A whole number.
pub(crate) fn parse_int(value: Value<'_>) -> Option<i64> {
    value.number()?.parse().ok()
}

fn position(value: Value<'_>) -> Option<u32> {
    value.number()?.parse().ok()
}

fn flag(value: Value<'_>) -> Option<i64> {
    value.bool().map(i64::from)
}

fn money(value: Value<'_>) -> Option<Money> {
    if value.kind() == Kind::String {
        return plain(value);
    }
    let amount = plain(value.get("amount")?)?.amount;
    let currency = match value.get("currency") {
        Some(currency) => Some(Currency::new(&currency.string()?)?),
        None => None,
    };
    Some(Money { amount, currency })
}

/// A decimal without a currency.
fn plain(value: Value<'_>) -> Option<Money> {
    Some(Money { amount: decimal::parse(&value.string()?, 0).ok()?, currency: None })
}

/// A time. Where the local offset is not known, it is written in UTC with a `Z`.
fn time(value: Value<'_>) -> Option<Timestamp> {
    let text = value.string()?;
    let time = Timestamp::from_iso(&text).ok()?;
    let offset_minutes = if text.ends_with('Z') { None } else { time.offset_minutes };
    Some(Timestamp { offset_minutes, ..time })
}

fn text<'d>(object: Value<'d>, name: &str, pool: &mut Pool) -> Result<Span, ParseError<'d>> {
    let Some(value) = member(object, name) else { return Ok(Span::ABSENT) };
    if value.kind() == Kind::String { Ok(pool.push_string(value).0) } else { Err(ParseError::Odd(value)) }
}

fn list<'d>(object: Value<'d>, name: &str) -> Result<Vec<Value<'d>>, ParseError<'d>> {
    let Some(value) = member(object, name) else { return Ok(Vec::new()) };
    if value.kind() != Kind::Array {
        return Err(ParseError::Odd(value));
    }
    let mut list = Vec::new();
    list.try_reserve_exact(value.len()).map_err(|_| ParseError::OutOfMemory)?;
    list.extend(value.elements());
    match list.iter().find(|element| element.kind() != Kind::Object) {
        Some(odd) => Err(ParseError::Odd(*odd)),
        None => Ok(list),
    }
}

impl Order {
    /// Reads an order from its JSON form.
    pub(crate) fn parse(value: Value<'_>) -> Result<Self, ParseError<'_>> {
        if value.kind() != Kind::Object {
            return Err(ParseError::Odd(value));
        }
        let mut order = Self::new();
        let mut pool = Pool::default();
        pool.reserve(value.raw().len() / 4);
        for &field in OrderText::ALL {
            let text = text(value, field.name(), &mut pool)?;
            order.set_text(field, text);
        }
        for &field in OrderMoney::ALL {
            order.set_money(field, read(value, field.name(), money)?);
        }
        for &field in OrderTime::ALL {
            order.set_time(field, read(value, field.name(), time)?);
        }
        for &field in OrderInt::ALL {
            let name = field.name();
            let int = match field {
                OrderInt::Progress => read(value, name, code(Progress::from_name, Progress::code)),
                OrderInt::PaymentStatus => {
                    read(value, name, code(PaymentStatus::from_name, PaymentStatus::code))
                }
                OrderInt::Fulfilment => read(value, name, code(Fulfilment::from_name, Fulfilment::code)),
                OrderInt::Courier => read(value, name, code(Courier::from_name, Courier::code)),
                _ => read(value, name, flag),
            }?;
            order.set_int(field, int);
        }
        for value in list(value, "lines")? {
            let line = order.parse_line(value, &mut pool)?;
            order.push_line(&mut pool, line);
        }
        for value in list(value, "payments")? {
            let payment = parse_payment(value, &mut pool)?;
            order.push_payment(&mut pool, payment);
        }
        for value in list(value, "parties")? {
            let role = read(value, PartyInt::Role.name(), |role| PartyRole::from_name(&role.string()?))?;
            let mut party = Party::new(role.ok_or(ParseError::Odd(value))?);
            for &field in PartyText::ALL {
                let text = text(value, field.name(), &mut pool)?;
                party.set_text(field, text);
            }
            order.push_party(&mut pool, party);
        }
        for value in list(value, "steps")? {
            let progress =
                read(value, StepInt::Progress.name(), |progress| Progress::from_name(&progress.string()?))?;
            let at = read(value, StepTime::At.name(), time)?;
            let mut step = Step::new(progress.ok_or(ParseError::Odd(value))?, at);
            for &field in StepText::ALL {
                let text = text(value, field.name(), &mut pool)?;
                step.set_text(field, text);
            }
            order.push_step(&mut pool, step);
        }
        for value in list(value, "adjustments")? {
            let kind =
                read(value, AdjustmentInt::Kind.name(), |kind| AdjustmentKind::from_name(&kind.string()?))?;
            let line = read(value, AdjustmentInt::Line.name(), position)?;
            let mut adjustment = Adjustment::new(kind.ok_or(ParseError::Odd(value))?, line);
            for &field in AdjustmentText::ALL {
                let text = text(value, field.name(), &mut pool)?;
                adjustment.set_text(field, text);
            }
            for &field in AdjustmentMoney::ALL {
                adjustment.set_money(field, read(value, field.name(), money)?);
            }
            order.push_adjustment(&mut pool, adjustment);
        }
        order.finish(pool).ok_or(ParseError::OutOfMemory)
    }

    fn parse_line<'d>(&mut self, value: Value<'d>, pool: &mut Pool) -> Result<Line, ParseError<'d>> {
        let kind = read(value, LineInt::Kind.name(), |kind| LineKind::from_name(&kind.string()?))?;
        let depth = read(value, LineInt::Depth.name(), position)?;
        let parent = read(value, LineInt::Parent.name(), position)?;
        let mut line = Line::new(kind.ok_or(ParseError::Odd(value))?, parent, depth.unwrap_or(0));
        line.voided = read(value, LineInt::Voided.name(), Value::bool)?;
        line.priced_in_parent = read(value, LineInt::PricedInParent.name(), Value::bool)?;
        for &field in LineText::ALL {
            let text = text(value, field.name(), pool)?;
            line.set_text(field, text);
        }
        for &field in LineMoney::ALL {
            line.set_money(field, read(value, field.name(), money)?);
        }
        for &field in LineList::ALL {
            let Some(texts) = member(value, field.name()) else { continue };
            let start = self.listed.len();
            for element in texts.elements() {
                let (text, _) = pool.push_string(element);
                pool.push_to(&mut self.listed, text);
            }
            line.set_list(field, start..self.listed.len());
        }
        Ok(line)
    }
}

fn parse_payment<'d>(value: Value<'d>, pool: &mut Pool) -> Result<Payment, ParseError<'d>> {
    let captured = read(value, PaymentInt::Captured.name(), Value::bool)?;
    let mut payment = Payment::new(None, captured);
    for &field in PaymentText::ALL {
        let text = text(value, field.name(), pool)?;
        payment.set_text(field, text);
    }
    for &field in PaymentMoney::ALL {
        payment.set_money(field, read(value, field.name(), money)?);
    }
    Ok(payment)
}
