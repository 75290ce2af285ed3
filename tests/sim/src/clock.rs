//! Times as the platforms write them, and what they write read back.

use std::time::{SystemTime, UNIX_EPOCH};

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;

/// A second in milliseconds.
pub(crate) const SECOND: i64 = 1_000;
/// A day in milliseconds.
pub(crate) const DAY: i64 = 86_400 * SECOND;

/// Unix milliseconds of this machine's clock; a clock before 1970 counts as 1970.
pub(crate) fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// `2026-06-25T04:14:11Z`
pub(crate) fn seconds_text(at: i64) -> String {
    format!("{:.0}", timestamp(at))
}

/// `2026-05-26T18:30:00.512Z`
pub(crate) fn millis_text(at: i64) -> String {
    format!("{:.3}", timestamp(at))
}

/// `2026-06-25`, in UTC.
pub(crate) fn date_text(at: i64) -> String {
    seconds_text(at).chars().take(10).collect()
}

/// `2026-06-18T10:15:30+08:00`, in Singapore's time, which Atlas writes.
pub(crate) fn singapore_text(at: i64) -> String {
    seconds_text(at.saturating_add(8 * 3_600 * SECOND)).replace('Z', "+08:00")
}

/// `Thu, 25 Jun 2026 04:14:11 GMT`, as HTTP writes it (RFC 9110 §5.6.7).
pub(crate) fn http_text(at: i64) -> String {
    DateTimePrinter::new().timestamp_to_rfc9110_string(&timestamp(at)).unwrap_or_default()
}

/// Unix milliseconds of an RFC 3339 date-time, or nothing.
pub(crate) fn parse(text: &str) -> Option<i64> {
    text.parse::<Timestamp>().ok().map(Timestamp::as_millisecond)
}

/// Times beyond what the formats can write count as 1970.
fn timestamp(at: i64) -> Timestamp {
    Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_as_the_platforms_write_them() {
        let at = parse("2026-05-26T18:30:00.512Z").unwrap();
        assert_eq!(seconds_text(at), "2026-05-26T18:30:00Z");
        assert_eq!(millis_text(at), "2026-05-26T18:30:00.512Z");
        assert_eq!(singapore_text(at), "2026-05-27T02:30:00+08:00");
        assert_eq!(date_text(at), "2026-05-26");
        assert_eq!(http_text(at), "Tue, 26 May 2026 18:30:00 GMT");
        assert_eq!(parse("2026-05-26T20:30:00.512+02:00"), Some(at));
        assert_eq!(parse("yesterday"), None);
    }
}
