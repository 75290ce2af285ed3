//! The calls that meet the faults.

use tillwire_core::Platform;
use tillwire_core::http::{Arguments, Operation, Parameter};
use tillwire_sim::{Filter, Platform as Simulated, Sim};

use crate::support::{accept, arguments};

/// A call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    KlikitRead,
    KlikitStatus,
}

impl Kind {
    pub const ALL: &[Self] = &[Self::KlikitRead, Self::KlikitStatus];

    pub const fn name(self) -> &'static str {
        match self {
            Self::KlikitRead => "klikit: an order is read",
            Self::KlikitStatus => "klikit: an order is accepted (Idempotency-Key)",
        }
    }

    pub const fn platform(self) -> Platform {
        match self {
            Self::KlikitRead | Self::KlikitStatus => Platform::Klikit,
        }
    }

    pub const fn operation(self) -> Operation {
        match self {
            Self::KlikitRead => Operation::KlikitOrder,
            Self::KlikitStatus => Operation::KlikitOrderStatus,
        }
    }

    /// The requests that meet the fault.
    pub fn filter(self) -> Filter {
        match self {
            Self::KlikitRead => Filter::platform(Simulated::Klikit).method("GET"),
            Self::KlikitStatus => Filter::platform(Simulated::Klikit).method("PATCH"),
        }
    }

    /// Makes ready what the call is about.
    pub fn arguments(self, sim: &Sim) -> Arguments {
        match self {
            Self::KlikitRead => {
                let order = sim.place_orders(Simulated::Klikit, 1).remove(0);
                arguments(&[(Parameter::Id, &order)])
            }
            Self::KlikitStatus => accept(&sim.place_orders(Simulated::Klikit, 1).remove(0)),
        }
    }
}
