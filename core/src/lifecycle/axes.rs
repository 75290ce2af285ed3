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
    /// How far the courier is, where a platform reports that beside the order's own progress.
    pub enum Courier {
        /// The platform reports a state that this library does not know; its text is at hand.
        Unknown = 0, "unknown";
        /// A courier is being looked for.
        Searching = 10, "searching";
        /// One is found, and on the way to the store.
        Assigned = 20, "assigned";
        /// At the store.
        Arrived = 30, "arrived";
        /// On the way to the customer.
        Delivering = 40, "delivering";
        /// Delivered.
        Delivered = 50, "delivered";
        /// The delivery failed.
        Failed = 60, "failed";
        /// On the way back to the store.
        Returning = 70, "returning";
        /// Back at the store.
        Returned = 80, "returned";
        /// The courier was cancelled.
        Cancelled = 90, "cancelled";
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
