//! Where an order stands: progress and payment.

mod axes;

pub use axes::{PaymentStatus, Progress};
