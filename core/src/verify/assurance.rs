//! What a successful verification has shown.

use crate::value::codes;

codes! {
    /// What is known of a delivery that was let in.
    pub enum Assurance {
        /// The sender knew the secret. The body may have been changed, or sent before.
        SenderOnly = 1, "sender_only";
        /// The body is the sender's, unchanged. It may have been sent before; headers are not covered.
        Body = 2, "body";
        /// The body is the sender's, unchanged, and was signed within the tolerance of now.
        BodyAndTime = 3, "body_and_time";
        /// Nothing: no check was asked for.
        Nothing = 4, "nothing";
    }
}

/// A delivery that was let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verified {
    /// Which secret matched, counted from 0 in the order of the settings; 0 where the scheme has none.
    pub secret_index: usize,
    /// What is known of the delivery.
    pub assurance: Assurance,
    /// The time that was signed, in Unix seconds, where the scheme signs one. Without a tolerance to check, absent
    /// if it could not be read.
    pub timestamp: Option<i64>,
}
