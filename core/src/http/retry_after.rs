//! How long a platform asks to wait: `Retry-After`, in seconds or as a date (RFC 9110 §10.2.3).

use jiff::fmt::{rfc2822, strtime};
use jiff::tz::Offset;

use crate::verify::{Headers, Lookup};

/// The longest wait that is believed: a day. A longer one counts as this.
const LONGEST_MS: u64 = 86_400_000;

/// How many milliseconds an answer asks to wait. A date is held against the answer's own `Date`, so that a wrong clock here
/// does no harm, and against `now_ms` where there is none. `None` where nothing readable is asked.
pub(super) fn read(headers: &Headers, now_ms: i64) -> Option<u64> {
    let text = header(headers, "Retry-After")?;
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        // More digits than a number has are longer than a day, too.
        let seconds = text.parse::<u64>().unwrap_or(LONGEST_MS);
        return Some(seconds.saturating_mul(1000).min(LONGEST_MS));
    }
    let until = date(text)?;
    let from = header(headers, "Date").and_then(date).unwrap_or(now_ms);
    Some(u64::try_from(until.saturating_sub(from)).unwrap_or(0).min(LONGEST_MS))
}

/// The answer's own time, in Unix milliseconds.
pub(super) fn server_time(headers: &Headers) -> Option<i64> {
    header(headers, "Date").and_then(date)
}

fn header<'h>(headers: &'h Headers, name: &str) -> Option<&'h str> {
    match headers.get(name) {
        Lookup::One(value) => core::str::from_utf8(value).ok().filter(|text| !text.is_empty()),
        Lookup::Absent | Lookup::Conflict => None,
    }
}

/// An HTTP date in any of its three forms (RFC 9110 §5.6.7), in Unix milliseconds.
fn date(text: &str) -> Option<i64> {
    if let Ok(timestamp) = rfc2822::parse(text) {
        return Some(timestamp.timestamp().as_millisecond());
    }
    ["%A, %d-%b-%y %H:%M:%S GMT", "%a %b %e %H:%M:%S %Y"].iter().find_map(|form| {
        let civil = strtime::parse(form, text).ok()?.to_datetime().ok()?;
        Some(Offset::UTC.to_timestamp(civil).ok()?.as_millisecond())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(retry_after: &str, date: Option<&str>) -> Option<u64> {
        let mut headers = Headers::new();
        headers.add("retry-after", retry_after.as_bytes()).unwrap();
        if let Some(date) = date {
            headers.add("Date", date.as_bytes()).unwrap();
        }
        read(&headers, 784_111_770_000)
    }

    #[test]
    fn both_forms_are_read() {
        assert_eq!(asked("7", None), Some(7000));
        assert_eq!(asked("0", None), Some(0));
        assert_eq!(asked("Sun, 06 Nov 1994 08:49:37 GMT", None), Some(7000));
        assert_eq!(asked("Sunday, 06-Nov-94 08:49:37 GMT", None), Some(7000));
        assert_eq!(asked("Sun Nov  6 08:49:37 1994", None), Some(7000));
    }

    #[test]
    fn a_date_is_held_against_the_answers_own() {
        let date = Some("Sun, 06 Nov 1994 08:49:30 GMT");
        assert_eq!(asked("Sun, 06 Nov 1994 08:49:37 GMT", date), Some(7000));
        assert_eq!(asked("Sun, 06 Nov 1994 08:49:20 GMT", date), Some(0));
    }

    #[test]
    fn what_is_neither_asks_nothing_and_nobody_waits_for_longer_than_a_day() {
        for text in ["soon", "-1", "1.5", "Sun, 06 Nov 1994", "\u{fffd}"] {
            assert_eq!(asked(text, None), None, "{text}");
        }
        assert_eq!(asked("99999999999999999999999", None), Some(LONGEST_MS));
        assert_eq!(asked("Sat, 06 Nov 2094 08:49:37 GMT", None), Some(LONGEST_MS));
        assert_eq!(read(&Headers::new(), 0), None);
    }
}
