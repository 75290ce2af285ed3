//! The platforms that are simulated, their addresses, and the certificates they can be reached by.

use serde::{Deserialize, Serialize};

/// A simulated platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Platform {
    /// klikit's Partner API.
    Klikit,
    /// Fire's APIs, of all of its hosts.
    Fire,
    /// Atlas's admin API.
    Atlas,
}

impl Platform {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Klikit, Self::Fire, Self::Atlas];

    /// The name in logs, settings and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Klikit => "klikit",
            Self::Fire => "fire",
            Self::Atlas => "atlas",
        }
    }

    /// The platform of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|platform| platform.name() == name)
    }

    /// The path that all of the platform's paths begin with here.
    pub const fn base(self) -> &'static str {
        match self {
            Self::Klikit => "/klikit/v1/partner",
            Self::Fire => "/fire",
            Self::Atlas => "/atlas/admin/v1",
        }
    }

    /// The platform that `path` belongs to, and the rest of the path.
    pub(crate) fn of_path(path: &str) -> Option<(Self, &str)> {
        Self::ALL.into_iter().find_map(|platform| {
            let rest = path.strip_prefix(platform.base())?;
            (rest.is_empty() || rest.starts_with('/')).then_some((platform, rest))
        })
    }
}

/// An address that a client is configured with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Site {
    /// In place of `https://gateway-enterprise.klikit.io/v1/partner`.
    Klikit,
    /// In place of `https://api.fire.rest`.
    FireApi,
    /// In place of `https://app.fire.rest`. Here it is the same as [`FireApi`](Self::FireApi): the contract
    /// publishes some endpoints on either.
    FireApp,
    /// In place of `https://api.atlas.kitchen/admin/v1`.
    Atlas,
}

impl Site {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Klikit, Self::FireApi, Self::FireApp, Self::Atlas];

    /// The platform at this address.
    pub const fn platform(self) -> Platform {
        match self {
            Self::Klikit => Platform::Klikit,
            Self::FireApi | Self::FireApp => Platform::Fire,
            Self::Atlas => Platform::Atlas,
        }
    }

    /// The name that the program prints the address under.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Klikit => "KLIKIT",
            Self::FireApi => "FIRE_API",
            Self::FireApp => "FIRE_APP",
            Self::Atlas => "ATLAS",
        }
    }
}

/// How an `https` address of the simulator proves who it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Certificate {
    /// For `127.0.0.1` and `localhost`, signed by the simulator's own authority ([`crate::Sim::ca_pem`]).
    Good,
    /// As the good one, but out of date since 2020.
    Expired,
    /// As the good one, but for `other.example`.
    OtherHost,
    /// As the good one, but signed by an authority that nobody knows.
    UnknownAuthority,
}

impl Certificate {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Good, Self::Expired, Self::OtherHost, Self::UnknownAuthority];

    /// The name that the program prints the port under.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Good => "GOOD",
            Self::Expired => "EXPIRED",
            Self::OtherHost => "OTHER_HOST",
            Self::UnknownAuthority => "UNKNOWN_AUTHORITY",
        }
    }
}
