//! A simulator of what klikit, Atlas and Fire publish of the calls that a till makes to them, for tests: it is no platform.
//!
//! It shares no code with what it tests but the signing of deliveries. It answers as the published contracts say, notes every
//! request and every write that took effect, and misbehaves on request.
//!
//! ```
//! use tillwire_sim::{Fault, Filter, Platform, Settings, Sim, Site};
//!
//! let sim = Sim::start(Settings::default())?;
//! let base_url = sim.url(Site::Klikit); // for the client under test
//! sim.fault(Fault::DropAfterCommit, Filter::platform(Platform::Klikit).method("PATCH"), 1);
//! // ... the client accepts an order, loses the answer, and tries again ...
//! assert!(base_url.starts_with("http://127.0.0.1:"));
//! assert!(sim.actions().is_empty());
//! # Ok::<(), std::io::Error>(())
//! ```
#![forbid(unsafe_code)]
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod amount;
mod atlas;
mod clock;
mod connection;
mod context;
mod control;
mod credentials;
mod fault;
mod fire;
mod http;
mod journal;
mod klikit;
mod listener;
mod mail;
mod misbehave;
mod platform;
mod settings;
mod shelf;
mod sim;
mod state;
mod step;
mod stop;
mod template;
mod tls;

pub use credentials::Credentials;
pub use fault::{Fault, Filter, RetryAfter};
pub use journal::{Action, Delivery, Entry};
pub use mail::{Family, Release};
pub use platform::{Certificate, Platform, Site};
pub use settings::{
    AcceptedSecrets, AtlasErrors, AtlasProof, AtlasSettings, Common, FireSettings, KdsAnswer, KlikitSettings,
    RateLimit, RequestIds, Settings, Vocabulary, Webhook,
};
pub use sim::Sim;
pub use step::{Step, StepError};
