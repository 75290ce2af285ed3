//! The signed time of a delivery: read only after the MAC was found right, then compared with the clock.

use super::refusal::Refusal;

/// How far the signed time may be from now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tolerance {
    /// At most so many seconds into the past or the future, that many included.
    Within(u32),
    /// Any time will do: for tills whose clock is wrong, and for replays. An old delivery, once captured, can then
    /// be sent again.
    Unchecked,
}

impl Tolerance {
    /// Five minutes: what Fire's own reference receiver allows (<https://docs.fire.rest/en/events/integration-flows>).
    pub const DEFAULT: Self = Self::Within(300);
}

impl Default for Tolerance {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// Reads a whole number of Unix seconds: ASCII digits after an optional minus sign.
fn read(text: &[u8]) -> Option<i64> {
    let digits = text.strip_prefix(b"-").unwrap_or(text);
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    core::str::from_utf8(text).ok()?.parse().ok()
}

/// The time in `text`, if it is near enough to `now`; where it need not be near, whatever could be read.
pub(super) fn check(text: &[u8], name: &str, now: i64, tolerance: Tolerance) -> Result<Option<i64>, Refusal> {
    let Tolerance::Within(seconds) = tolerance else { return Ok(read(text)) };
    let Some(time) = read(text) else { return Err(Refusal::TimestampFormat { name: name.into() }) };
    if now.abs_diff(time) > u64::from(seconds) {
        return Err(Refusal::TimestampAge { skew_seconds: now.saturating_sub(time), tolerance: seconds });
    }
    Ok(Some(time))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_seconds_within_i64_and_nothing_else() {
        assert_eq!(read(b"1781115871"), Some(1_781_115_871));
        assert_eq!(read(b"-1"), Some(-1));
        assert_eq!(read(b"-0"), Some(0));
        assert_eq!(read(b"0017"), Some(17));
        assert_eq!(read(b"9223372036854775807"), Some(i64::MAX));
        assert_eq!(read(b"-9223372036854775808"), Some(i64::MIN));
        for text in [
            "",
            "-",
            "+1",
            "--1",
            "1.0",
            "1e3",
            " 1",
            "1_000",
            "0x1",
            "1\u{0661}",
            "9223372036854775808",
            "-9223372036854775809",
            "2026-06-10T18:24:31Z",
        ] {
            assert_eq!(read(text.as_bytes()), None, "{text:?}");
        }
        assert_eq!(read(b"\xff"), None);
    }

    #[test]
    fn the_edge_is_inside_on_both_sides() {
        let check = |text: &[u8], now| check(text, "T", now, Tolerance::Within(300));
        assert_eq!(check(b"1000", 1300), Ok(Some(1000)));
        assert_eq!(check(b"1000", 700), Ok(Some(1000)));
        assert_eq!(check(b"1000", 1301), Err(Refusal::TimestampAge { skew_seconds: 301, tolerance: 300 }));
        assert_eq!(check(b"1000", 699), Err(Refusal::TimestampAge { skew_seconds: -301, tolerance: 300 }));
    }

    #[test]
    fn the_skew_saturates() {
        let age = |skew_seconds| Err(Refusal::TimestampAge { skew_seconds, tolerance: 0 });
        assert_eq!(check(b"-9223372036854775808", "T", i64::MAX, Tolerance::Within(0)), age(i64::MAX));
        assert_eq!(check(b"9223372036854775807", "T", i64::MIN, Tolerance::Within(0)), age(i64::MIN));
    }

    #[test]
    fn unchecked_takes_any_text() {
        assert_eq!(check(b"soon", "T", 0, Tolerance::Unchecked), Ok(None));
        assert_eq!(check(b"17", "T", i64::MAX, Tolerance::Unchecked), Ok(Some(17)));
    }
}
