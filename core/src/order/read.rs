//! From JSON values to the types of an order: what a platform's table of members calls for each field.
//!
//! A value of another type than expected, or one that cannot be read, is absent with a problem noted.

use crate::json::{Kind, Value};
use crate::order::{Pool, Span};
use crate::problem::{ProblemCode, Problems};
use crate::value::decimal::{self, Decimal, DecimalError};
use crate::value::{Currency, Money, Timestamp, TimestampError};

/// Reads values into a pool and notes what is odd.
pub(crate) struct Reader<'a> {
    pub(crate) pool: &'a mut Pool,
    pub(crate) problems: &'a mut Problems,
}

impl Reader<'_> {
    /// A string's text.
    pub(crate) fn text(&mut self, value: Option<Value<'_>>) -> Span {
        let Some(value) = value else { return Span::ABSENT };
        if value.kind() != Kind::String {
            return self.odd(value);
        }
        let (span, replaced) = self.pool.push_string(value);
        if replaced {
            self.problems.note(ProblemCode::TextReplaced, value);
        }
        span
    }

    /// Two strings' texts with a space between them, as a name in two members is read; one alone where the other is
    /// absent.
    pub(crate) fn joined(&mut self, first: Option<Value<'_>>, second: Option<Value<'_>>) -> Span {
        let (first, second) = (self.of_kind(first, Kind::String), self.of_kind(second, Kind::String));
        let (Some(start), Some(end)) = (first, second) else { return self.text(first.or(second)) };
        let (span, replaced) = self.pool.push_joined(start, end);
        if replaced {
            self.problems.note(ProblemCode::TextReplaced, start);
        }
        span
    }

    /// An id: the text of a string or of a number.
    pub(crate) fn id(&mut self, value: Option<Value<'_>>) -> Span {
        match value.and_then(Value::number) {
            Some(number) => self.pool.push(number),
            None => self.text(value),
        }
    }

    /// A flag.
    pub(crate) fn flag(&mut self, value: Option<Value<'_>>) -> Option<bool> {
        let value = value?;
        let flag = value.bool();
        if flag.is_none() {
            self.problems.note(ProblemCode::WrongType, value);
        }
        flag
    }

    /// An exact decimal from a number or from a number in a string, divided by 10^`shift`.
    pub(crate) fn decimal(&mut self, value: Option<Value<'_>>, shift: u32) -> Option<Decimal> {
        let value = value?;
        let read = if let Some(number) = value.number() {
            decimal::parse(number, shift)
        } else if let Some(text) = value.string() {
            decimal::parse(&text, shift)
        } else {
            self.problems.note(ProblemCode::WrongType, value);
            return None;
        };
        match read {
            Ok(decimal) => Some(decimal),
            Err(DecimalError::OutOfRange) => {
                self.problems.note(ProblemCode::AmountOutOfRange, value);
                None
            }
            Err(DecimalError::NotANumber) => {
                self.problems.note(ProblemCode::NotANumber, value);
                None
            }
        }
    }

    /// Money, given how the source scales it.
    pub(crate) fn money(
        &mut self,
        value: Option<Value<'_>>,
        shift: u32,
        currency: Option<Currency>,
    ) -> Option<Money> {
        self.decimal(value, shift).map(|amount| Money { amount, currency })
    }

    /// A whole number.
    pub(crate) fn int(&mut self, value: Option<Value<'_>>) -> Option<i64> {
        let amount = self.decimal(value, 0)?;
        let int = Money { amount, currency: None }.minor_units(0).ok();
        if int.is_none() {
            self.problems.note(ProblemCode::WrongType, value?);
        }
        int
    }

    /// A time: ISO 8601 with an offset, or Unix seconds.
    pub(crate) fn time(&mut self, value: Option<Value<'_>>) -> Option<Timestamp> {
        self.time_by(value, Timestamp::from_iso)
    }

    /// As [`time`](Self::time), in UTC where no offset is stated.
    pub(crate) fn time_in_utc(&mut self, value: Option<Value<'_>>) -> Option<Timestamp> {
        self.time_by(value, Timestamp::from_iso_in_utc)
    }

    fn time_by(
        &mut self,
        value: Option<Value<'_>>,
        from_text: fn(&str) -> Result<Timestamp, TimestampError>,
    ) -> Option<Timestamp> {
        let value = value?;
        let read = if let Some(number) = value.number() {
            Timestamp::from_unix_seconds(number)
        } else if let Some(text) = value.string() {
            from_text(&text)
        } else {
            self.problems.note(ProblemCode::WrongType, value);
            return None;
        };
        if read.is_err() {
            self.problems.note(ProblemCode::UnreadableTime, value);
        }
        read.ok()
    }

    /// A currency code.
    pub(crate) fn currency(&mut self, value: Option<Value<'_>>) -> Option<Currency> {
        let value = value?;
        let currency = value.string().and_then(|text| Currency::new(&text));
        if currency.is_none() {
            self.problems.note(ProblemCode::UnreadableCurrency, value);
        }
        currency
    }

    /// The value if it is an object; absent with a problem if it is anything else.
    pub(crate) fn object<'d>(&mut self, value: Option<Value<'d>>) -> Option<Value<'d>> {
        self.of_kind(value, Kind::Object)
    }

    /// The value if it is an array; absent with a problem if it is anything else.
    pub(crate) fn array<'d>(&mut self, value: Option<Value<'d>>) -> Option<Value<'d>> {
        self.of_kind(value, Kind::Array)
    }

    fn of_kind<'d>(&mut self, value: Option<Value<'d>>, kind: Kind) -> Option<Value<'d>> {
        let value = value?;
        if value.kind() == kind {
            return Some(value);
        }
        self.problems.note(ProblemCode::WrongType, value);
        None
    }

    fn odd(&mut self, value: Value<'_>) -> Span {
        self.problems.note(ProblemCode::WrongType, value);
        Span::ABSENT
    }
}
