//! The two axes on which platforms report an order's life.

use crate::value::codes;

codes! {
    /// How far an order has come. Codes rise with progress; unknown states are 0 and move nothing.
    pub enum Progress {
        /// The platform reports a state that this library does not know; its text is at hand.
        Unknown = 0, "unknown";
        /// Placed for a later time; not to be prepared yet.
        Scheduled = 10, "scheduled";
        /// Placed, not yet accepted.
        Placed = 20, "placed";
        /// Accepted or confirmed.
        Accepted = 30, "accepted";
        /// In preparation.
        Preparing = 40, "preparing";
        /// Ready to be collected or served.
        Ready = 50, "ready";
        /// Picked up, on its way.
        Dispatched = 60, "dispatched";
        /// Delivered, collected or served: complete.
        Delivered = 70, "delivered";
        /// Cancelled.
        Cancelled = 90, "cancelled";
        /// Rejected by the restaurant.
        Rejected = 91, "rejected";
    }
}

codes! {
    /// Whether an order is paid.
    pub enum PaymentStatus {
        /// The platform reports a status that this library does not know.
        Unknown = 0, "unknown";
        /// Not paid yet.
        Unpaid = 1, "unpaid";
        /// Paid.
        Paid = 2, "paid";
        /// The payment failed.
        Failed = 3, "failed";
        /// Paid, and paid back.
        Refunded = 4, "refunded";
    }
}
