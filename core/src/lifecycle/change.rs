//! What a delivery did to an order, and what the till is to do now.

use alloc::string::String;
use alloc::vec::Vec;

use super::axes::{PaymentStatus, Progress};
use super::lines::LineChange;
use crate::event::Event;
use crate::order::{Order, OrderInt, OrderTime};
use crate::platform::Platform;
use crate::value::{Timestamp, codes};

codes! {
    /// What a delivery was to the book.
    pub enum Verdict {
        /// The first that is known of an order.
        New = 1, "new";
        /// It changed what is known of an order.
        Changed = 2, "changed";
        /// The same was applied before.
        Duplicate = 3, "duplicate";
        /// It says nothing that is not known, or is older than what is known.
        Stale = 4, "stale";
        /// It is about no order, or of a type that this library does not know; the event has the document.
        NotUnderstood = 5, "not_understood";
        /// The order was finished, and has left the book since.
        Forgotten = 6, "forgotten";
        /// No delivery: what the book holds.
        Held = 7, "held";
    }
}

codes! {
    /// What the till is to do.
    pub enum Action {
        /// Nothing.
        Nothing = 0, "nothing";
        /// Print the ticket: the order is to be prepared. At most once for an order.
        Print = 1, "print";
        /// Print what changed: the order's lines changed after its ticket was printed.
        Reprint = 2, "reprint";
        /// Void the ticket: the order was cancelled or rejected after its ticket was printed. At most once for an order.
        Void = 3, "void";
        /// Update what is shown of the order.
        Update = 4, "update";
        /// Read the order at the platform: the delivery says too little of an order that is not known in full.
        Fetch = 5, "fetch";
        /// Show the lines, if anything: they were told before the order was placed.
        Preview = 6, "preview";
    }
}

/// What one delivery did to one order.
#[derive(Clone, Debug)]
pub struct Change {
    pub(crate) verdict: Verdict,
    pub(crate) action: Action,
    pub(crate) platform: Platform,
    // Texts are followed by a NUL for C.
    pub(crate) account: String,
    pub(crate) order_id: Option<String>,
    pub(crate) dispatch_event_id: Option<String>,
    pub(crate) progress: (Option<Progress>, Option<Progress>),
    pub(crate) payment: (Option<PaymentStatus>, Option<PaymentStatus>),
    pub(crate) needs_detail: bool,
    pub(crate) uncertain: bool,
    pub(crate) printed: bool,
    pub(crate) lines: Vec<LineChange>,
    pub(crate) order: Option<Order>,
    pub(crate) before: Option<Order>,
}

impl Change {
    /// What the delivery was.
    pub fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// What the till is to do.
    pub fn action(&self) -> Action {
        self.action
    }

    /// The platform.
    pub fn platform(&self) -> Platform {
        self.platform
    }

    /// The account under which the delivery was applied.
    pub fn account(&self) -> &str {
        self.account.strip_suffix('\0').unwrap_or_default()
    }

    /// [`account`](Self::account) with a NUL behind it, for C.
    pub fn account_with_nul(&self) -> &str {
        &self.account
    }

    /// The platform's id of the order; absent where the delivery is about none.
    pub fn order_id(&self) -> Option<&str> {
        self.order_id_with_nul().and_then(|id| id.strip_suffix('\0'))
    }

    /// [`order_id`](Self::order_id) with a NUL behind it, for C.
    pub fn order_id_with_nul(&self) -> Option<&str> {
        self.order_id.as_deref()
    }

    /// The platform's mark of the event by which the order came to be prepared. Fire's kitchen reports have to cite it.
    pub fn dispatch_event_id(&self) -> Option<&str> {
        self.dispatch_event_id_with_nul().and_then(|id| id.strip_suffix('\0'))
    }

    /// [`dispatch_event_id`](Self::dispatch_event_id) with a NUL behind it, for C.
    pub fn dispatch_event_id_with_nul(&self) -> Option<&str> {
        self.dispatch_event_id.as_deref()
    }

    /// How far the order was before, and is now.
    pub fn progress(&self) -> (Option<Progress>, Option<Progress>) {
        self.progress
    }

    /// Whether it was paid before, and is now.
    pub fn payment(&self) -> (Option<PaymentStatus>, Option<PaymentStatus>) {
        self.payment
    }

    /// Whether the platform asks that the order be read in full before it is prepared, and it was not yet.
    pub fn needs_detail(&self) -> bool {
        self.needs_detail
    }

    /// Whether what is known rests on a document without a time of its own, so that it may be older than it seems. Reading
    /// the order makes sure.
    pub fn is_uncertain(&self) -> bool {
        self.uncertain
    }

    /// Whether the ticket was printed, now or before.
    pub fn is_printed(&self) -> bool {
        self.printed
    }

    /// When the order is due, where it is promised for a time.
    pub fn due_at(&self) -> Option<Timestamp> {
        self.order.as_ref()?.time(OrderTime::DueFrom)
    }

    /// Whether it is a test that nobody wants cooked.
    pub fn is_test(&self) -> bool {
        self.order.as_ref().is_some_and(|order| order.int(OrderInt::Test) == Some(1))
    }

    /// Which lines changed since the ticket was printed.
    pub fn lines(&self) -> &[LineChange] {
        &self.lines
    }

    /// All that is known of the order now.
    pub fn order(&self) -> Option<&Order> {
        self.order.as_ref()
    }

    /// What was known of the order before: to print the lines that are gone.
    pub fn before(&self) -> Option<&Order> {
        self.before.as_ref()
    }
}

impl Change {
    /// What a delivery about no order is to the book.
    pub(crate) fn of_no_order(event: &Event) -> Self {
        Self {
            verdict: Verdict::NotUnderstood,
            action: Action::Nothing,
            platform: event.platform(),
            account: String::new(),
            order_id: None,
            dispatch_event_id: None,
            progress: (None, None),
            payment: (None, None),
            needs_detail: false,
            uncertain: false,
            printed: false,
            lines: Vec::new(),
            order: None,
            before: None,
        }
    }
}
