//! How each platform's orders can be read.

use alloc::string::ToString;

use crate::http::{Arguments, Operation, Parameter};
use crate::platform::Platform;
use crate::value::Timestamp;

/// The reads that a platform offers.
pub(super) struct Road {
    /// Its list of orders by when they were created, if it has one.
    pub(super) list: Option<Operation>,
    /// One order by its id.
    pub(super) one: Operation,
    /// Whether an order of the list has to be read by its id to have all of it.
    pub(super) reads_new_in_full: bool,
    /// The longest window that the list takes, in days.
    pub(super) most_days: i64,
}

impl Road {
    /// The road of a platform.
    pub(super) const fn of(platform: Platform) -> &'static Self {
        match platform {
            Platform::Klikit => &Self {
                list: Some(Operation::KlikitOrders),
                one: Operation::KlikitOrder,
                reads_new_in_full: true,
                most_days: 90,
            },
            Platform::Atlas => {
                &Self { list: None, one: Operation::AtlasOrder, reads_new_in_full: false, most_days: 0 }
            }
            Platform::Fire => &Self {
                list: Some(Operation::FireOrders),
                one: Operation::FireOrder,
                reads_new_in_full: false,
                most_days: 90,
            },
        }
    }

    /// The arguments of the list of what was created in a window.
    pub(super) fn window(&self, from_ms: i64, to_ms: i64) -> Arguments {
        let text = |unix_ms| Timestamp { unix_ms, offset_minutes: None }.to_string();
        let window = Arguments::new().with(Parameter::From, &text(from_ms)).with(Parameter::To, &text(to_ms));
        match self.list {
            Some(Operation::FireOrders) => window.with(Parameter::DateFilter, "created_at"),
            _ => window,
        }
    }

    /// The arguments of one order.
    pub(super) fn one(id: &str) -> Arguments {
        Arguments::new().with(Parameter::Id, id)
    }
}
