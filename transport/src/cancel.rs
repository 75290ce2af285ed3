//! Cancelling from another thread, which ends a wait at once.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Locks, also what a thread left that panicked: what is kept behind a lock here is whole after every statement.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Cancels the calls of a [`Client`](crate::Client), those under way and those to come, until [`reset`](Self::reset).
///
/// A wait between attempts ends at once. A call that waits for an answer ends within a tenth of a second; one that is
/// connecting ends when that succeeds or fails. Clones are of the same client.
#[derive(Clone, Debug, Default)]
pub struct Canceller(Arc<State>);

#[derive(Debug, Default)]
struct State {
    cancelled: Mutex<bool>,
    changed: Condvar,
}

impl Canceller {
    /// Cancels.
    pub fn cancel(&self) {
        *lock(&self.0.cancelled) = true;
        self.0.changed.notify_all();
    }

    /// Lets calls through again.
    pub fn reset(&self) {
        *lock(&self.0.cancelled) = false;
    }

    /// Whether calls are cancelled.
    pub fn is_cancelled(&self) -> bool {
        *lock(&self.0.cancelled)
    }

    /// Waits, unless and until it is cancelled.
    pub(crate) fn wait(&self, length: Duration) {
        let began = Instant::now();
        let mut cancelled = lock(&self.0.cancelled);
        while !*cancelled {
            let left = length.saturating_sub(began.elapsed());
            if left.is_zero() {
                return;
            }
            let waited = self.0.changed.wait_timeout(cancelled, left);
            cancelled = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}
