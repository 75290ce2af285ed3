//! Catching up by reading: for tills that deliveries cannot reach, and after an outage.
//!
//! | platform | what one round reads | source |
//! | --- | --- | --- |
//! | klikit | the orders created since the oldest open one, or since the last round, up to a fixed end; older open ones, and new ones in full, by id | <https://developer.klikit.io/partner-api/integration-playbook> |
//! | Fire | the orders created since then; older open ones by id | <https://docs.fire.rest/en/api-reference/list-orders> |
//! | Atlas | each open order by id: it lists none, so that **new orders that were missed cannot be found** | <https://docs.atlas.kitchen/admin-api-order-details> |
//!
//! Both lists are filtered by when an order was created, so that a window which only moves forward would miss what happens
//! to an order after that: a cancellation, say. Whatever a round reads goes through the same
//! [`OrderBook`](crate::lifecycle::OrderBook) as deliveries do, which knows what it has seen.
//!
//! A [`Poller`] does no I/O: it says which call is next ([`Poller::next_call`]), and takes its reply ([`Poller::take`]).
//!
//! Assumption: Fire's `dateFrom` and `dateTo` take RFC 3339 times.

mod cursor;
mod error;
mod poller;
mod road;

pub use error::PollError;
pub use poller::{PollSettings, Poller};
