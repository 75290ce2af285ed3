//! klikit's names ⇄ ours: what a dictionary that was loaded is understood by, whatever codes it gives them.
//!
//! Names are compared without regard to case, spaces, hyphens and underscores, since labels drift between sources.

use super::tables::{COURIERS, FULFILMENTS};
use crate::dictionary::{Entry, Vocabulary};
use crate::lifecycle::{Courier, Progress};
use crate::order::Fulfilment;

/// Names of order states: the way of an order (<https://developer.klikit.io/partner-api/webhooks/events>), what a status
/// change may ask for, and the states of klikit's clients. `CANCELED` is the spelling of the fulfilment statuses.
const STATES: &[(&str, Progress)] = &[
    ("PLACED", Progress::Placed),
    ("ACCEPTED", Progress::Accepted),
    ("PREPARING", Progress::Preparing),
    ("READY", Progress::Ready),
    ("DISPATCHED", Progress::Dispatched),
    ("DELIVERED", Progress::Delivered),
    ("CANCELLED", Progress::Cancelled),
    ("CANCELED", Progress::Cancelled),
    ("REJECTED", Progress::Rejected),
    ("SCHEDULED", Progress::Scheduled),
    ("DRIVER_ASSIGNED", Progress::Accepted),
    ("DRIVER_ARRIVED", Progress::Accepted),
    ("PICKED_UP", Progress::Dispatched),
];

/// Order states that say something of the courier.
const DRIVERS: &[(&str, Courier)] =
    &[("DRIVER_ASSIGNED", Courier::Assigned), ("DRIVER_ARRIVED", Courier::Arrived)];

/// Whether two names are the same but for case and separators.
fn alike(one: &str, other: &str) -> bool {
    let plain = |name| str::bytes(name).filter(|byte| !matches!(byte, b' ' | b'-' | b'_'));
    let lower = |byte: u8| byte.to_ascii_lowercase();
    plain(one).map(lower).eq(plain(other).map(lower))
}

fn find<T: Copy>(names: &[(&str, T)], name: &str) -> Option<T> {
    names.iter().find(|(known, _)| alike(known, name)).map(|(_, meaning)| *meaning)
}

fn find_word<T: Copy>(table: &[Entry<T>], name: &str) -> Option<T> {
    table.iter().find(|(_, known, _)| alike(known, name)).map(|(.., meaning)| *meaning)
}

/// How far an order in the state of this name has come.
pub(super) fn progress(name: &str) -> Option<Progress> {
    find(STATES, name)
}

/// What an order state of this name says of the courier.
pub(super) fn driver(name: &str) -> Option<Courier> {
    find(DRIVERS, name)
}

/// How far the courier is by a fulfilment status of this name.
pub(super) fn courier(name: &str) -> Option<Courier> {
    find_word(COURIERS, name).or_else(|| find(&[("CANCELLED", Courier::Cancelled)], name))
}

/// The kind of fulfilment of this name.
pub(super) fn fulfilment(name: &str) -> Option<Fulfilment> {
    find_word(FULFILMENTS, name)
}

/// What a name of a vocabulary means, as the code of its enumeration.
pub(super) fn meaning(vocabulary: Vocabulary, name: &str) -> Option<i32> {
    match vocabulary {
        Vocabulary::KlikitOrderStatus => progress(name).map(Progress::code),
        Vocabulary::KlikitFulfilmentStatus => courier(name).map(Courier::code),
        Vocabulary::KlikitOrderType => fulfilment(name).map(Fulfilment::code),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tables;
    use super::*;

    #[test]
    fn built_in_states_mean_what_their_names_do_unless_they_are_disputed() {
        for (code, name, meaning) in tables::STATES {
            let disputed = tables::DISPUTED.contains(code);
            assert!(disputed || progress(name) == Some(*meaning), "{code} {name}");
        }
    }

    #[test]
    fn case_and_separators_do_not_matter() {
        for name in ["PICKED_UP", "picked_up", "Picked up", "picked-up", "PickedUp"] {
            assert_eq!(progress(name), Some(Progress::Dispatched), "{name}");
        }
        for name in ["CANCELED", "Cancelled"] {
            assert_eq!(
                (progress(name), courier(name)),
                (Some(Progress::Cancelled), Some(Courier::Cancelled)),
                "{name}"
            );
        }
        assert_eq!(fulfilment("Dine in"), Some(Fulfilment::DineIn));
        assert_eq!(driver("driver arrived"), Some(Courier::Arrived));
        for name in ["", "PICKED", "PICKED_UP_2", "5"] {
            assert_eq!((progress(name), driver(name), courier(name)), (None, None, None), "{name}");
        }
    }
}
