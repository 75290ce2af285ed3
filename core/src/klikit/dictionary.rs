//! What klikit's codes mean: by the dictionary that was loaded, else by the built-in table.
//!
//! A loaded dictionary takes the place of the whole table: a code that klikit does not list is unknown, whatever the table
//! says of it. A state, fulfilment status or kind of fulfilment that is given as a word, as the answer to a status change
//! gives it, is read by its name.

use super::names;
use super::tables::{
    CHANNELS, COURIERS, DISPUTED, EVENTS, FULFILMENTS, METHODS, OWN_CHANNEL, PAYMENT_CHANNELS,
    PAYMENT_STATES, STATES,
};
use crate::dictionary::{Entry, Vocabulary, find};
use crate::event::{Decoder, EventKind};
use crate::lifecycle::{Courier, PaymentStatus, Progress};
use crate::order::Fulfilment;

/// What the state of an order says.
pub(super) struct State<'a> {
    pub(super) progress: Progress,
    /// What it says of the courier.
    pub(super) courier: Option<Courier>,
    /// Its name, unless the sources dispute it.
    pub(super) name: Option<&'a str>,
    pub(super) is_disputed: bool,
}

/// The name of a code in a table.
fn name<T>(table: &[Entry<T>], code: &str) -> Option<&'static str> {
    table.iter().find(|(known, ..)| *known == code).map(|(_, name, _)| *name)
}

/// Name and meaning of a code.
fn look_up<'a, T: Copy>(
    code: &str,
    vocabulary: Vocabulary,
    table: &'static [Entry<T>],
    from_code: impl Fn(i32) -> Option<T>,
    decoder: &'a Decoder,
) -> (Option<&'a str>, Option<T>) {
    match decoder.dictionaries.of(vocabulary) {
        Some(loaded) => (loaded.name(code), loaded.meaning(code).and_then(from_code)),
        None => (name(table, code), find(table, code)),
    }
}

pub(super) fn event(word: &str) -> EventKind {
    find(EVENTS, word).unwrap_or(EventKind::Unknown)
}

pub(super) fn state<'a>(code: &str, decoder: &'a Decoder) -> State<'a> {
    let vocabulary = Vocabulary::KlikitOrderStatus;
    let (name, progress) = look_up(code, vocabulary, STATES, Progress::from_code, decoder);
    let is_disputed = decoder.dictionaries.of(vocabulary).is_none() && DISPUTED.contains(&code);
    State {
        progress: progress.or_else(|| names::progress(code)).unwrap_or(Progress::Unknown),
        courier: names::driver(name.unwrap_or(code)),
        name: name.filter(|_| !is_disputed),
        is_disputed,
    }
}

/// How far an order is by its state, and the state's name.
pub(crate) fn progress<'a>(code: &str, decoder: &'a Decoder) -> (Progress, Option<&'a str>) {
    let state = state(code, decoder);
    (state.progress, state.name)
}

pub(super) fn courier(code: &str, decoder: &Decoder) -> Courier {
    let (_, courier) =
        look_up(code, Vocabulary::KlikitFulfilmentStatus, COURIERS, Courier::from_code, decoder);
    courier.or_else(|| names::courier(code)).unwrap_or(Courier::Unknown)
}

pub(super) fn fulfilment(code: &str, decoder: &Decoder) -> Fulfilment {
    let (_, fulfilment) =
        look_up(code, Vocabulary::KlikitOrderType, FULFILMENTS, Fulfilment::from_code, decoder);
    fulfilment.or_else(|| names::fulfilment(code)).unwrap_or(Fulfilment::Unknown)
}

pub(super) fn channel<'a>(code: &str, decoder: &'a Decoder) -> Option<&'a str> {
    look_up(code, Vocabulary::KlikitProvider, CHANNELS, |_| None, decoder).0
}

pub(super) fn is_own_channel(code: &str) -> bool {
    code == OWN_CHANNEL
}

pub(super) fn payment_status(code: &str) -> PaymentStatus {
    find(PAYMENT_STATES, code).unwrap_or(PaymentStatus::Unknown)
}

pub(super) fn method(code: &str) -> Option<&'static str> {
    name(METHODS, code)
}

pub(super) fn payment_channel(code: &str) -> Option<&'static str> {
    name(PAYMENT_CHANNELS, code)
}
