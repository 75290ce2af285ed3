//! How an order lies in memory, and how it is read by field.

use alloc::vec::Vec;
use core::fmt;

use super::fields::{
    LineInt, LineKind, LineList, LineMoney, LineText, OrderInt, OrderMoney, OrderText, OrderTime, PartyInt,
    PartyRole, PartyText, PaymentInt, PaymentMoney, PaymentText, StepInt, StepText, StepTime,
};
use super::pool::{Pool, Span};
use super::read::Reader;
use crate::json::Value;
use crate::lifecycle::Progress;
use crate::value::{Money, Timestamp};

/// A slot for each of a set of fields, indexed by [`position`](OrderText::position).
#[derive(Clone, Debug)]
struct Slots<T, const N: usize>([T; N]);

impl<T: Copy, const N: usize> Slots<T, N> {
    fn get(&self, position: usize) -> Option<T> {
        self.0.get(position).copied()
    }

    fn set(&mut self, position: usize, value: T) {
        if let Some(slot) = self.0.get_mut(position) {
            *slot = value;
        }
    }
}

type Texts<const N: usize> = Slots<Span, N>;
type Amounts<const N: usize> = Slots<Option<Money>, N>;

/// An order as a platform reported it, in the terms shared by all platforms.
#[derive(Clone)]
pub struct Order {
    pool: Pool,
    texts: Texts<{ OrderText::ALL.len() }>,
    amounts: Amounts<{ OrderMoney::ALL.len() }>,
    times: Slots<Option<Timestamp>, { OrderTime::ALL.len() }>,
    ints: Slots<Option<i64>, { OrderInt::ALL.len() }>,
    lines: Vec<Line>,
    /// The texts of the lines' lists, one list after the other.
    listed: Vec<Span>,
    payments: Vec<Payment>,
    parties: Vec<Party>,
    steps: Vec<Step>,
}

/// One line: a product, or a child of one.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    texts: Texts<{ LineText::ALL.len() }>,
    amounts: Amounts<{ LineMoney::ALL.len() }>,
    /// Where each list begins and ends in the order's `listed`.
    lists: Slots<(u32, u32), { LineList::ALL.len() }>,
    pub(crate) kind: LineKind,
    pub(crate) depth: u32,
    pub(crate) parent: Option<u32>,
    pub(crate) voided: Option<bool>,
    pub(crate) priced_in_parent: Option<bool>,
}

/// One payment.
#[derive(Clone, Debug)]
pub(crate) struct Payment {
    texts: Texts<{ PaymentText::ALL.len() }>,
    amount: Option<Money>,
    captured: Option<bool>,
}

/// One step of the kitchen.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    texts: Texts<{ StepText::ALL.len() }>,
    progress: Progress,
    at: Option<Timestamp>,
}

/// One party: somebody to whom the order matters.
#[derive(Clone, Debug)]
pub(crate) struct Party {
    texts: Texts<{ PartyText::ALL.len() }>,
    role: PartyRole,
}

impl Line {
    pub(crate) fn new(kind: LineKind, parent: Option<u32>, depth: u32) -> Self {
        Self {
            texts: Slots([Span::ABSENT; LineText::ALL.len()]),
            amounts: Slots([None; LineMoney::ALL.len()]),
            lists: Slots([(0, 0); LineList::ALL.len()]),
            kind,
            depth,
            parent,
            voided: None,
            priced_in_parent: None,
        }
    }

    pub(crate) fn set_text(&mut self, field: LineText, text: Span) {
        self.texts.set(field.position(), text);
    }

    pub(crate) fn set_money(&mut self, field: LineMoney, money: Option<Money>) {
        self.amounts.set(field.position(), money);
    }
}

impl Payment {
    pub(crate) fn new(amount: Option<Money>, captured: Option<bool>) -> Self {
        Self { texts: Slots([Span::ABSENT; PaymentText::ALL.len()]), amount, captured }
    }

    pub(crate) fn set_text(&mut self, field: PaymentText, text: Span) {
        self.texts.set(field.position(), text);
    }
}

impl Step {
    pub(crate) fn new(progress: Progress, at: Option<Timestamp>) -> Self {
        Self { texts: Slots([Span::ABSENT; StepText::ALL.len()]), progress, at }
    }

    pub(crate) fn set_text(&mut self, field: StepText, text: Span) {
        self.texts.set(field.position(), text);
    }
}

impl Party {
    pub(crate) fn new(role: PartyRole) -> Self {
        Self { texts: Slots([Span::ABSENT; PartyText::ALL.len()]), role }
    }

    pub(crate) fn set_text(&mut self, field: PartyText, text: Span) {
        self.texts.set(field.position(), text);
    }

    fn is_empty(&self) -> bool {
        self.texts.0.iter().all(|span| span.is_absent())
    }
}

/// Making an order.
impl Order {
    pub(crate) fn new() -> Self {
        Self {
            pool: Pool::default(),
            texts: Slots([Span::ABSENT; OrderText::ALL.len()]),
            amounts: Slots([None; OrderMoney::ALL.len()]),
            times: Slots([None; OrderTime::ALL.len()]),
            ints: Slots([None; OrderInt::ALL.len()]),
            lines: Vec::new(),
            listed: Vec::new(),
            payments: Vec::new(),
            parties: Vec::new(),
            steps: Vec::new(),
        }
    }

    pub(crate) fn set_text(&mut self, field: OrderText, text: Span) {
        self.texts.set(field.position(), text);
    }

    pub(crate) fn set_money(&mut self, field: OrderMoney, money: Option<Money>) {
        self.amounts.set(field.position(), money);
    }

    pub(crate) fn set_time(&mut self, field: OrderTime, time: Option<Timestamp>) {
        self.times.set(field.position(), time);
    }

    pub(crate) fn set_int(&mut self, field: OrderInt, int: Option<i64>) {
        self.ints.set(field.position(), int);
    }

    pub(crate) fn set_flag(&mut self, field: OrderInt, flag: Option<bool>) {
        self.set_int(field, flag.map(i64::from));
    }

    /// Adds a line behind the others.
    pub(crate) fn push_line(&mut self, pool: &mut Pool, line: Line) {
        pool.push_to(&mut self.lines, line);
    }

    pub(crate) fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// Adds texts to a list of a line that is not added yet; called once for each list.
    pub(crate) fn fill_list<'d>(
        &mut self,
        line: &mut Line,
        field: LineList,
        reader: &mut Reader<'_>,
        texts: impl Iterator<Item = Value<'d>>,
    ) {
        self.fill_list_by(line, field, reader, texts, |_, value| Some(value));
    }

    /// As [`fill_list`](Self::fill_list), with each text picked out of an element.
    pub(crate) fn fill_list_by<'d>(
        &mut self,
        line: &mut Line,
        field: LineList,
        reader: &mut Reader<'_>,
        elements: impl Iterator<Item = Value<'d>>,
        pick: impl Fn(&mut Reader<'_>, Value<'d>) -> Option<Value<'d>>,
    ) {
        let start = self.listed.len();
        for element in elements {
            let picked = pick(reader, element);
            let text = reader.text(picked);
            if !text.is_absent() {
                reader.pool.push_to(&mut self.listed, text);
            }
        }
        let bounds = (u32::try_from(start).unwrap_or(0), u32::try_from(self.listed.len()).unwrap_or(0));
        line.lists.set(field.position(), bounds);
    }

    pub(crate) fn push_payment(&mut self, pool: &mut Pool, payment: Payment) {
        pool.push_to(&mut self.payments, payment);
    }

    pub(crate) fn push_step(&mut self, pool: &mut Pool, step: Step) {
        pool.push_to(&mut self.steps, step);
    }

    /// Adds a party, unless nothing is known of it.
    pub(crate) fn push_party(&mut self, pool: &mut Pool, party: Party) {
        if !party.is_empty() {
            pool.push_to(&mut self.parties, party);
        }
    }

    /// Completes the order with the texts that its spans point into, and gives unused memory back. `None` if not all
    /// of the order found room.
    pub(crate) fn finish(mut self, mut pool: Pool) -> Option<Self> {
        pool.shrink();
        self.pool = pool;
        self.lines.shrink_to_fit();
        self.listed.shrink_to_fit();
        (!self.pool.is_exhausted()).then_some(self)
    }
}

/// Reading an order.
impl Order {
    /// A text, absent where the document does not state it.
    pub fn text(&self, field: OrderText) -> Option<&str> {
        self.texts.get(field.position()).and_then(|span| self.pool.get(span))
    }

    /// An amount.
    pub fn money(&self, field: OrderMoney) -> Option<Money> {
        self.amounts.get(field.position()).flatten()
    }

    /// A time.
    pub fn time(&self, field: OrderTime) -> Option<Timestamp> {
        self.times.get(field.position()).flatten()
    }

    /// A whole number, code or flag.
    pub fn int(&self, field: OrderInt) -> Option<i64> {
        match field {
            OrderInt::LineCount => i64::try_from(self.lines.len()).ok(),
            OrderInt::PaymentCount => i64::try_from(self.payments.len()).ok(),
            OrderInt::PartyCount => i64::try_from(self.parties.len()).ok(),
            OrderInt::StepCount => i64::try_from(self.steps.len()).ok(),
            stored => self.ints.get(stored.position()).flatten(),
        }
    }

    /// The line at a position, from 0.
    pub fn line(&self, position: usize) -> Option<LineRef<'_>> {
        self.lines.get(position).map(|line| LineRef { order: self, line })
    }

    /// The lines in the order of printing: each followed by its children.
    pub fn lines(&self) -> impl ExactSizeIterator<Item = LineRef<'_>> {
        self.lines.iter().map(|line| LineRef { order: self, line })
    }

    /// The payment at a position, from 0.
    pub fn payment(&self, position: usize) -> Option<PaymentRef<'_>> {
        self.payments.get(position).map(|payment| PaymentRef { order: self, payment })
    }

    /// The payments.
    pub fn payments(&self) -> impl ExactSizeIterator<Item = PaymentRef<'_>> {
        self.payments.iter().map(|payment| PaymentRef { order: self, payment })
    }

    /// The party at a position, from 0.
    pub fn party(&self, position: usize) -> Option<PartyRef<'_>> {
        self.parties.get(position).map(|party| PartyRef { order: self, party })
    }

    /// The parties.
    pub fn parties(&self) -> impl ExactSizeIterator<Item = PartyRef<'_>> {
        self.parties.iter().map(|party| PartyRef { order: self, party })
    }

    /// The step of the kitchen at a position, from 0.
    pub fn step(&self, position: usize) -> Option<StepRef<'_>> {
        self.steps.get(position).map(|step| StepRef { order: self, step })
    }

    /// The steps of the kitchen, first to last.
    pub fn steps(&self) -> impl ExactSizeIterator<Item = StepRef<'_>> {
        self.steps.iter().map(|step| StepRef { order: self, step })
    }

    /// A text with a NUL behind it, for C.
    pub fn text_with_nul(&self, field: OrderText) -> Option<&str> {
        self.texts.get(field.position()).and_then(|span| self.pool.get_with_nul(span))
    }

    /// Bytes of memory that the order holds, itself included.
    pub fn memory(&self) -> usize {
        size_of::<Self>()
            .saturating_add(self.pool.capacity())
            .saturating_add(self.lines.capacity().saturating_mul(size_of::<Line>()))
            .saturating_add(self.listed.capacity().saturating_mul(size_of::<Span>()))
            .saturating_add(self.payments.capacity().saturating_mul(size_of::<Payment>()))
            .saturating_add(self.parties.capacity().saturating_mul(size_of::<Party>()))
            .saturating_add(self.steps.capacity().saturating_mul(size_of::<Step>()))
    }
}

impl fmt::Debug for Order {
    /// Ids and counts only: an order holds customers' details.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Order")
            .field("id", &self.text(OrderText::Id))
            .field("state", &self.text(OrderText::State))
            .field("lines", &self.lines.len())
            .finish_non_exhaustive()
    }
}

/// A line of an [`Order`].
#[derive(Clone, Copy)]
pub struct LineRef<'o> {
    order: &'o Order,
    line: &'o Line,
}

impl<'o> LineRef<'o> {
    /// A text.
    pub fn text(&self, field: LineText) -> Option<&'o str> {
        self.line.texts.get(field.position()).and_then(|span| self.order.pool.get(span))
    }

    /// A text with a NUL behind it, for C.
    pub fn text_with_nul(&self, field: LineText) -> Option<&'o str> {
        self.line.texts.get(field.position()).and_then(|span| self.order.pool.get_with_nul(span))
    }

    /// An amount, or the quantity.
    pub fn money(&self, field: LineMoney) -> Option<Money> {
        self.line.amounts.get(field.position()).flatten()
    }

    /// A whole number, code or flag.
    pub fn int(&self, field: LineInt) -> Option<i64> {
        match field {
            LineInt::Kind => Some(i64::from(self.line.kind.code())),
            LineInt::Depth => Some(i64::from(self.line.depth)),
            LineInt::Parent => self.line.parent.map(i64::from),
            LineInt::Voided => self.line.voided.map(i64::from),
            LineInt::PricedInParent => self.line.priced_in_parent.map(i64::from),
        }
    }

    /// What the line is.
    pub fn kind(&self) -> LineKind {
        self.line.kind
    }

    /// 0 for a top-level line, one more for each level of children.
    pub fn depth(&self) -> u32 {
        self.line.depth
    }

    /// The texts of a list.
    pub fn list(&self, field: LineList) -> impl ExactSizeIterator<Item = &'o str> + use<'o> {
        let order = self.order;
        self.listed(field).iter().map(move |span| order.pool.get(*span).unwrap_or_default())
    }

    /// One text of a list, from 0, with a NUL behind it, for C.
    pub fn listed_with_nul(&self, field: LineList, position: usize) -> Option<&'o str> {
        self.listed(field).get(position).and_then(|span| self.order.pool.get_with_nul(*span))
    }

    fn listed(&self, field: LineList) -> &'o [Span] {
        let (start, end) = self.line.lists.get(field.position()).unwrap_or_default();
        let bounds = usize::try_from(start).unwrap_or(0)..usize::try_from(end).unwrap_or(0);
        self.order.listed.get(bounds).unwrap_or_default()
    }
}

/// A payment of an [`Order`].
#[derive(Clone, Copy)]
pub struct PaymentRef<'o> {
    order: &'o Order,
    payment: &'o Payment,
}

impl<'o> PaymentRef<'o> {
    /// A text.
    pub fn text(&self, field: PaymentText) -> Option<&'o str> {
        self.payment.texts.get(field.position()).and_then(|span| self.order.pool.get(span))
    }

    /// A text with a NUL behind it, for C.
    pub fn text_with_nul(&self, field: PaymentText) -> Option<&'o str> {
        self.payment.texts.get(field.position()).and_then(|span| self.order.pool.get_with_nul(span))
    }

    /// An amount.
    pub fn money(&self, field: PaymentMoney) -> Option<Money> {
        match field {
            PaymentMoney::Amount => self.payment.amount,
        }
    }

    /// A flag.
    pub fn int(&self, field: PaymentInt) -> Option<i64> {
        match field {
            PaymentInt::Captured => self.payment.captured.map(i64::from),
        }
    }
}

/// A party of an [`Order`].
#[derive(Clone, Copy)]
pub struct PartyRef<'o> {
    order: &'o Order,
    party: &'o Party,
}

impl<'o> PartyRef<'o> {
    /// A text.
    pub fn text(&self, field: PartyText) -> Option<&'o str> {
        self.party.texts.get(field.position()).and_then(|span| self.order.pool.get(span))
    }

    /// A text with a NUL behind it, for C.
    pub fn text_with_nul(&self, field: PartyText) -> Option<&'o str> {
        self.party.texts.get(field.position()).and_then(|span| self.order.pool.get_with_nul(span))
    }

    /// A code.
    pub fn int(&self, field: PartyInt) -> Option<i64> {
        match field {
            PartyInt::Role => Some(i64::from(self.party.role.code())),
        }
    }

    /// Who this is.
    pub fn role(&self) -> PartyRole {
        self.party.role
    }
}

/// A step of the kitchen of an [`Order`].
#[derive(Clone, Copy)]
pub struct StepRef<'o> {
    order: &'o Order,
    step: &'o Step,
}

impl<'o> StepRef<'o> {
    /// A text.
    pub fn text(&self, field: StepText) -> Option<&'o str> {
        self.step.texts.get(field.position()).and_then(|span| self.order.pool.get(span))
    }

    /// A text with a NUL behind it, for C.
    pub fn text_with_nul(&self, field: StepText) -> Option<&'o str> {
        self.step.texts.get(field.position()).and_then(|span| self.order.pool.get_with_nul(span))
    }

    /// A time.
    pub fn time(&self, field: StepTime) -> Option<Timestamp> {
        match field {
            StepTime::At => self.step.at,
        }
    }

    /// A code.
    pub fn int(&self, field: StepInt) -> Option<i64> {
        match field {
            StepInt::Progress => Some(i64::from(self.step.progress.code())),
        }
    }

    /// What was reached.
    pub fn progress(&self) -> Progress {
        self.step.progress
    }
}
