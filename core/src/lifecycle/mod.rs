//! Where an order stands: progress, payment and courier.

mod axes;

pub use axes::{Courier, PaymentStatus, Progress};
