//! What becomes of an order on the platform's side, without the till.

use serde::{Deserialize, Serialize};

/// A step that the platform, its customer or its courier takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The order is accepted, as by an auto-pilot.
    Accepted,
    /// The kitchen prepares it.
    Preparing,
    /// It is ready.
    Ready,
    /// It was picked up or left with a courier.
    Dispatched,
    /// It arrived, or is otherwise complete.
    Delivered,
    /// It was paid.
    Paid,
    /// It was cancelled.
    Cancelled,
}

/// Why an order stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StepError {
    /// There is no such order.
    #[error("the platform has no such order")]
    UnknownOrder,
    /// The platform has no such step, or the order is past it.
    #[error("the order cannot take this step")]
    NotPossible,
}
