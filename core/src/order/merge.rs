//! Two tellings of one order as one: for each part, that of the telling which wins it. What one does not state, the other
//! keeps.

use alloc::format;
use alloc::string::String;

use super::adjustment::{AdjustmentInt, AdjustmentRef};
use super::fields::{OrderInt, OrderMoney, OrderText, OrderTime};
use super::party::{Party, PartyRole, PartyText};
use super::pool::{Pool, Span};
use super::step::Step;
use super::store::Order;
use crate::lifecycle::Progress;

/// A part of an order that is won as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Text(OrderText),
    Money(OrderMoney),
    Time(OrderTime),
    Int(OrderInt),
    /// The lines, and the adjustments that stand on them.
    Lines,
    /// The adjustments that stand on the whole order.
    Adjustments,
    Payments,
    Party(PartyRole, PartyText),
    /// The step of the kitchen that reached this.
    Step(Progress),
}

/// The details of a party that make one address.
const ADDRESS: &[PartyText] = &[
    PartyText::AddressLine1,
    PartyText::AddressLine2,
    PartyText::PostalCode,
    PartyText::Latitude,
    PartyText::Longitude,
    PartyText::City,
];

const TEXTS: usize = OrderText::ALL.len();
const AMOUNTS: usize = OrderMoney::ALL.len();
const TIMES: usize = OrderTime::ALL.len();
const INTS: usize = OrderInt::ALL.len();
const DETAILS: usize = PartyText::ALL.len();
const PARTIES: usize = PartyRole::ALL.len() * DETAILS;

impl Part {
    /// How many parts there are.
    pub(crate) const COUNT: usize = TEXTS + AMOUNTS + TIMES + INTS + 3 + PARTIES + Progress::ALL.len();

    /// The part's position, from 0 and below [`COUNT`](Self::COUNT).
    pub(crate) const fn position(self) -> usize {
        const GROUPS: usize = TEXTS + AMOUNTS + TIMES + INTS;
        match self {
            Self::Text(field) => field.position(),
            Self::Money(field) => TEXTS.saturating_add(field.position()),
            Self::Time(field) => (TEXTS + AMOUNTS).saturating_add(field.position()),
            Self::Int(field) => (TEXTS + AMOUNTS + TIMES).saturating_add(field.position()),
            Self::Lines => GROUPS,
            Self::Adjustments => GROUPS + 1,
            Self::Payments => GROUPS + 2,
            Self::Party(role, field) => (GROUPS + 3)
                .saturating_add(role.position().saturating_mul(DETAILS))
                .saturating_add(field.position()),
            Self::Step(progress) => (GROUPS + 3 + PARTIES).saturating_add(progress.position()),
        }
    }
}

impl Part {
    /// Every part.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        let fields = OrderText::ALL.iter().map(|&field| Self::Text(field));
        let fields = fields.chain(OrderMoney::ALL.iter().map(|&field| Self::Money(field)));
        let fields = fields.chain(OrderTime::ALL.iter().map(|&field| Self::Time(field)));
        let fields = fields.chain(OrderInt::ALL.iter().map(|&field| Self::Int(field)));
        let groups = [Self::Lines, Self::Adjustments, Self::Payments].into_iter();
        let parties = PartyRole::ALL
            .iter()
            .flat_map(|&role| PartyText::ALL.iter().map(move |&field| Self::Party(role, field)));
        let steps = Progress::ALL.iter().map(|&progress| Self::Step(progress));
        fields.chain(groups).chain(parties).chain(steps)
    }

    /// The part's name in an export, which never changes.
    pub(crate) fn name(self) -> String {
        match self {
            Self::Text(field) => field.name().into(),
            Self::Money(field) => field.name().into(),
            Self::Time(field) => field.name().into(),
            Self::Int(field) => field.name().into(),
            Self::Lines => "lines".into(),
            Self::Adjustments => "adjustments".into(),
            Self::Payments => "payments".into(),
            Self::Party(role, field) => format!("{}.{}", role.name(), field.name()),
            Self::Step(progress) => format!("step.{}", progress.name()),
        }
    }
}

impl Order {
    /// This order with what another telling of it states and wins. `wins` is asked once for each part that `told` states.
    ///
    /// `None` where there is no memory.
    pub(crate) fn merge(&self, told: &Self, mut wins: impl FnMut(Part) -> bool) -> Option<Self> {
        let mut order = Self::new();
        let mut pool = Pool::default();
        pool.reserve(self.pool.capacity().max(told.pool.capacity()));
        let to = &mut pool;
        let mut state = self;
        for &field in OrderText::ALL {
            let text = |order: &Self| order.texts.get(field.position()).unwrap_or(Span::ABSENT);
            let from = if !text(told).is_absent() && wins(Part::Text(field)) { told } else { self };
            // A state's name is told with the state, or is not known.
            let from = match field {
                OrderText::StateName if told.text(OrderText::State).is_some() => state,
                _ => from,
            };
            if field == OrderText::State {
                state = from;
            }
            order.set_text(field, from.pool.copy(text(from), to));
        }
        for &field in OrderMoney::ALL {
            let taken = told.money(field).filter(|_| wins(Part::Money(field)));
            order.set_money(field, taken.or_else(|| self.money(field)));
        }
        for &field in OrderTime::ALL {
            let taken = told.time(field).filter(|_| wins(Part::Time(field)));
            order.set_time(field, taken.or_else(|| self.time(field)));
        }
        for &field in OrderInt::ALL {
            let taken = told.stored_int(field).filter(|_| wins(Part::Int(field)));
            order.set_int(field, taken.or_else(|| self.stored_int(field)));
        }
        let lines = if told.states_lines() && wins(Part::Lines) { told } else { self };
        order.take_lines(lines, to);
        order.take_adjustments(lines, to, true);
        let whole = told.adjustments().any(|adjustment| !stands_on_line(adjustment));
        let adjustments = if whole && wins(Part::Adjustments) { told } else { self };
        order.take_adjustments(adjustments, to, false);
        let payments = if !told.payments.is_empty() && wins(Part::Payments) { told } else { self };
        for payment in &payments.payments {
            let payment = payment.moved(&payments.pool, to);
            order.push_payment(to, payment);
        }
        for &role in PartyRole::ALL {
            let mut party = Party::new(role);
            // An address is told whole: half of one with half of another is none.
            let is_told = ADDRESS.iter().any(|&field| !told.party_text(role, field).is_absent());
            let address =
                if is_told && wins(Part::Party(role, PartyText::AddressLine1)) { told } else { self };
            for &field in PartyText::ALL {
                let text = |order: &Self| order.party_text(role, field);
                let from = if ADDRESS.contains(&field) {
                    address
                } else if !text(told).is_absent() && wins(Part::Party(role, field)) {
                    told
                } else {
                    self
                };
                party.set_text(field, from.pool.copy(text(from), to));
            }
            order.push_party(to, party);
        }
        for &progress in Progress::ALL {
            let of = |order: &Self| order.steps.iter().position(|step| step.progress() == progress);
            let from = if of(told).is_some() && wins(Part::Step(progress)) { told } else { self };
            if let Some(step) = of(from).and_then(|position| from.steps.get(position)) {
                let step: Step = step.moved(&from.pool, to);
                order.push_step(to, step);
            }
        }
        order.finish(pool)
    }

    /// The lines of another order, their texts in `to`.
    fn take_lines(&mut self, from: &Self, to: &mut Pool) {
        self.lines_stated = from.lines_stated;
        for span in &from.listed {
            let text = from.pool.copy(*span, to);
            to.push_to(&mut self.listed, text);
        }
        for line in &from.lines {
            let line = line.moved(&from.pool, to);
            self.push_line(to, line);
        }
    }

    /// The adjustments of another order that stand on its lines, or those that do not.
    fn take_adjustments(&mut self, from: &Self, to: &mut Pool, on_lines: bool) {
        for (adjustment, read) in from.adjustments.iter().zip(from.adjustments()) {
            if stands_on_line(read) == on_lines {
                let adjustment = adjustment.moved(&from.pool, to);
                self.push_adjustment(to, adjustment);
            }
        }
    }

    /// A detail of the party in a role. Of each role, a platform tells of one.
    fn party_text(&self, role: PartyRole, field: PartyText) -> Span {
        let party = self.parties.iter().find(|party| party.role() == role);
        party.map_or(Span::ABSENT, |party| party.span(field))
    }
}

fn stands_on_line(adjustment: AdjustmentRef<'_>) -> bool {
    adjustment.int(AdjustmentInt::Line).is_some()
}
