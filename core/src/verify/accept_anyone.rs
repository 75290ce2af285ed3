//! Scheme: none. Whatever arrives is let in, and the result says that nothing is known of it.

use super::assurance::{Assurance, Verified};

pub(super) const fn verify() -> Verified {
    Verified { secret_index: 0, assurance: Assurance::Nothing, timestamp: None }
}
