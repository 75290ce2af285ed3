//! The end of the simulator, which nobody who sleeps may miss.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Locks, also what a thread left that panicked: the simulator's state is whole after every statement.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether it is time to stop.
#[derive(Default)]
pub(crate) struct Stop {
    stopped: Mutex<bool>,
    changed: Condvar,
}

impl Stop {
    pub(crate) fn stop(&self) {
        *lock(&self.stopped) = true;
        self.changed.notify_all();
    }

    pub(crate) fn is_stopped(&self) -> bool {
        *lock(&self.stopped)
    }

    /// Sleeps, unless it is time to stop; then it returns false at once.
    pub(crate) fn sleep(&self, length: Duration) -> bool {
        let end = Instant::now().checked_add(length);
        let mut stopped = lock(&self.stopped);
        while !*stopped {
            let left = end.map_or(Duration::MAX, |end| end.saturating_duration_since(Instant::now()));
            if left.is_zero() {
                return true;
            }
            let waited = self.changed.wait_timeout(stopped, left.min(Duration::from_secs(3_600)));
            stopped = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        false
    }
}
