//! Points in time: milliseconds since 1970 and, where known, the local offset.

use core::fmt;

use jiff::civil::{Date, Time};
use jiff::fmt::temporal::Pieces;
use jiff::tz::Offset;

use super::decimal;
use super::money::Money;

/// A point in time, as exact as a millisecond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp {
    /// Milliseconds since 1970-01-01T00:00:00Z, years -9999 to 9999.
    pub unix_ms: i64,
    /// Minutes that the local time is ahead of UTC, where the document states it: +08:00 is 480.
    pub offset_minutes: Option<i32>,
}

/// The text is no time in a form that platforms use: ISO 8601 with date, time and offset, or Unix seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a time: ISO 8601 with an offset or Unix seconds are understood")]
pub struct TimestampError;

impl Timestamp {
    /// Reads an ISO 8601 date and time with an offset or `Z`. Digits beyond the millisecond are dropped.
    pub(crate) fn from_iso(text: &str) -> Result<Self, TimestampError> {
        Self::from_iso_in_utc(text).ok().filter(|time| time.offset_minutes.is_some()).ok_or(TimestampError)
    }

    /// As [`from_iso`](Self::from_iso), in UTC where no offset is stated.
    pub(crate) fn from_iso_in_utc(text: &str) -> Result<Self, TimestampError> {
        let pieces = Pieces::parse(text).map_err(|_| TimestampError)?;
        let time = pieces.time().ok_or(TimestampError)?;
        match pieces.to_numeric_offset() {
            Some(offset) => Self::at(pieces.date(), time, offset),
            None => Ok(Self { offset_minutes: None, ..Self::at(pieces.date(), time, Offset::UTC)? }),
        }
    }

    /// Reads the text of a number: Unix seconds, a fraction down to milliseconds allowed.
    pub(crate) fn from_unix_seconds(text: &str) -> Result<Self, TimestampError> {
        let amount = decimal::parse(text, 0).map_err(|_| TimestampError)?;
        let unix_ms = Money { amount, currency: None }.minor_units(3).map_err(|_| TimestampError)?;
        jiff::Timestamp::from_millisecond(unix_ms).map_err(|_| TimestampError)?;
        Ok(Self { unix_ms, offset_minutes: None })
    }

    /// A number of seconds after the start of a day (`YYYY-MM-DD`) at a fixed offset from UTC.
    pub(crate) fn from_day(date: &str, seconds: i64, offset_minutes: i32) -> Result<Self, TimestampError> {
        let date: Date = date.parse().map_err(|_| TimestampError)?;
        let offset = Offset::from_seconds(offset_minutes.saturating_mul(60)).map_err(|_| TimestampError)?;
        let start = Self::at(date, Time::midnight(), offset)?;
        let unix_ms =
            seconds.checked_mul(1000).and_then(|ms| start.unix_ms.checked_add(ms)).ok_or(TimestampError)?;
        jiff::Timestamp::from_millisecond(unix_ms).map_err(|_| TimestampError)?;
        Ok(Self { unix_ms, ..start })
    }

    /// Whether a calendar has such a time.
    pub(crate) fn is_valid(self) -> bool {
        jiff::Timestamp::from_millisecond(self.unix_ms).is_ok()
    }

    fn at(date: Date, time: Time, offset: Offset) -> Result<Self, TimestampError> {
        let instant = offset.to_timestamp(date.to_datetime(time)).map_err(|_| TimestampError)?;
        let offset_minutes = offset.seconds().checked_div(60);
        Ok(Self { unix_ms: instant.as_millisecond(), offset_minutes })
    }
}

impl fmt::Display for Timestamp {
    /// RFC 3339, with the local offset where it is known, else in UTC.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Ok(instant) = jiff::Timestamp::from_millisecond(self.unix_ms) else {
            return write!(f, "{} ms", self.unix_ms);
        };
        let offset =
            self.offset_minutes.and_then(|minutes| Offset::from_seconds(minutes.saturating_mul(60)).ok());
        match offset {
            Some(offset) => instant.display_with_offset(offset).fmt(f),
            None => instant.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn both_published_forms_are_read() {
        let iso = Timestamp::from_iso("2026-06-18T10:15:30+08:00").unwrap();
        assert_eq!(iso, Timestamp { unix_ms: 1_781_748_930_000, offset_minutes: Some(480) });
        assert_eq!(iso.to_string(), "2026-06-18T10:15:30+08:00");
        assert_eq!(Timestamp::from_iso("2026-06-10T18:24:31.123456Z").unwrap().unix_ms, 1_781_115_871_123);
        let unix = Timestamp::from_unix_seconds("1727423000").unwrap();
        assert_eq!((unix.unix_ms, unix.offset_minutes), (1_727_423_000_000, None));
        assert_eq!(unix.to_string(), "2024-09-27T07:43:20Z");
    }

    #[test]
    fn a_time_without_an_offset_can_be_read_in_utc() {
        let bare = Timestamp::from_iso_in_utc("2026-05-11 14:38:18.767989").unwrap();
        assert_eq!((bare.unix_ms, bare.offset_minutes), (1_778_510_298_767, None));
        assert_eq!(bare.to_string(), "2026-05-11T14:38:18.767Z");
        let stated = "2026-06-18T10:15:30+08:00";
        assert_eq!(Timestamp::from_iso_in_utc(stated), Timestamp::from_iso(stated));
        assert_eq!(Timestamp::from_iso_in_utc("2026-05-11"), Err(TimestampError));
    }

    #[test]
    fn a_time_of_day_counts_from_local_midnight() {
        let slot = Timestamp::from_day("2024-10-01", 54_000, 480).unwrap();
        assert_eq!(slot.to_string(), "2024-10-01T15:00:00+08:00");
        assert!(Timestamp::from_day("2024-02-30", 0, 480).is_err());
        assert!(Timestamp::from_day("2024-10-01", i64::MAX, 480).is_err());
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in ["", "yesterday", "2026-06-18", "2026-06-18T10:15:30", "10:15", "2026-13-01T00:00:00Z"] {
            assert_eq!(Timestamp::from_iso(text), Err(TimestampError), "{text}");
        }
        for text in ["1e400", "-", "99999999999999999", "1.0001"] {
            assert_eq!(Timestamp::from_unix_seconds(text), Err(TimestampError), "{text}");
        }
    }
}
