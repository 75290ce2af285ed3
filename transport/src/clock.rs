//! What time it is, as the core is told.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use tillwire_core::http::Clock;

/// Unix milliseconds; a clock before 1970 counts as 1970.
pub(crate) fn now_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// A duration in whole milliseconds.
pub(crate) fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

/// The core's clock for a call that began then.
pub(crate) fn since(began: Instant) -> Clock {
    Clock { elapsed_ms: millis(began.elapsed()), now_ms: now_ms() }
}
