//! The time to reckon with: given, or this machine's.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::args;

impl args::Clock {
    /// Unix seconds.
    pub(crate) fn unix_seconds(&self) -> i64 {
        self.now.unwrap_or_else(|| i64::try_from(since_1970().as_secs()).unwrap_or(i64::MAX))
    }
}

/// This machine's clock; a clock before 1970 counts as 1970.
pub(crate) fn since_1970() -> std::time::Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}
