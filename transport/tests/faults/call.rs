//! The calls that meet the faults.

use tillwire_core::Platform;
use tillwire_core::http::{Arguments, Operation, Parameter};
use tillwire_sim::{Filter, Platform as Simulated, Sim};

use crate::support::{FIRE_EVENT, FIRE_ORDER, accept, arguments, create_order};

/// A call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    KlikitRead,
    KlikitStatus,
    FireReport,
    FireCancel,
    AtlasRead,
    AtlasCreate,
}

impl Kind {
    pub const ALL: &[Self] = &[
        Self::KlikitRead,
        Self::KlikitStatus,
        Self::FireReport,
        Self::FireCancel,
        Self::AtlasRead,
        Self::AtlasCreate,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::KlikitRead => "klikit: an order is read",
            Self::KlikitStatus => "klikit: an order is accepted (Idempotency-Key)",
            Self::FireReport => "Fire: a kitchen reports (providerEventId)",
            Self::FireCancel => "Fire: an order is cancelled (no key)",
            Self::AtlasRead => "Atlas: an order is read",
            Self::AtlasCreate => "Atlas: an order is created (no key)",
        }
    }

    pub const fn platform(self) -> Platform {
        match self {
            Self::KlikitRead | Self::KlikitStatus => Platform::Klikit,
            Self::FireReport | Self::FireCancel => Platform::Fire,
            Self::AtlasRead | Self::AtlasCreate => Platform::Atlas,
        }
    }

    pub const fn operation(self) -> Operation {
        match self {
            Self::KlikitRead => Operation::KlikitOrder,
            Self::KlikitStatus => Operation::KlikitOrderStatus,
            Self::FireReport => Operation::FireKitchenReport,
            Self::FireCancel => Operation::FireOrderCancel,
            Self::AtlasRead => Operation::AtlasOrder,
            Self::AtlasCreate => Operation::AtlasOrderCreate,
        }
    }

    /// The requests that meet the fault.
    pub fn filter(self) -> Filter {
        match self {
            Self::KlikitRead => Filter::platform(Simulated::Klikit).method("GET"),
            Self::KlikitStatus => Filter::platform(Simulated::Klikit).method("PATCH"),
            Self::FireReport | Self::FireCancel => Filter::platform(Simulated::Fire).method("POST"),
            Self::AtlasRead => Filter::platform(Simulated::Atlas).method("GET"),
            Self::AtlasCreate => Filter::platform(Simulated::Atlas).method("POST"),
        }
    }

    /// Makes ready what the call is about.
    pub fn arguments(self, sim: &Sim) -> Arguments {
        let placed = |platform| sim.place_orders(platform, 1).remove(0);
        match self {
            Self::KlikitRead => arguments(&[(Parameter::Id, &placed(Simulated::Klikit))]),
            Self::KlikitStatus => accept(&placed(Simulated::Klikit)),
            Self::FireReport => arguments(&[
                (Parameter::Id, FIRE_ORDER),
                (Parameter::EventId, FIRE_EVENT),
                (Parameter::EventType, "order.ready"),
                (Parameter::OccurredAt, "2026-05-26T18:30:00Z"),
            ]),
            Self::FireCancel => {
                arguments(&[(Parameter::Id, FIRE_ORDER), (Parameter::Reason, "customer changed their mind")])
            }
            Self::AtlasRead => arguments(&[(Parameter::Id, &placed(Simulated::Atlas))]),
            Self::AtlasCreate => create_order(),
        }
    }
}
