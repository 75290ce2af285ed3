//! How an order lies in memory, and how it is read by field.

use alloc::vec::Vec;
use core::fmt;

use super::adjustment::{Adjustment, AdjustmentRef};
use super::fields::{OrderInt, OrderMoney, OrderText, OrderTime};
use super::line::{Line, LineList, LineRef};
use super::party::{Party, PartyRef};
use super::payment::{Payment, PaymentRef};
use super::pool::{Pool, Span};
use super::read::Reader;
use super::slots::{Amounts, Slots, Texts};
use super::step::{Step, StepRef};
use crate::json::Value;
use crate::value::{Money, Timestamp};

/// An order as a platform reported it, in the terms shared by all platforms.
#[derive(Clone)]
pub struct Order {
    pub(super) pool: Pool,
    pub(super) texts: Texts<{ OrderText::ALL.len() }>,
    amounts: Amounts<{ OrderMoney::ALL.len() }>,
    times: Slots<Option<Timestamp>, { OrderTime::ALL.len() }>,
    /// Codes and flags; counts are not kept. All of them fit, and there are many.
    ints: Slots<Option<i16>, { OrderInt::ALL.len() }>,
    pub(super) lines: Vec<Line>,
    /// Whether the document says which lines there are, though there be none.
    pub(super) lines_stated: bool,
    /// The texts of the lines' lists, one list after the other.
    pub(super) listed: Vec<Span>,
    pub(super) payments: Vec<Payment>,
    pub(super) parties: Vec<Party>,
    pub(super) steps: Vec<Step>,
    pub(super) adjustments: Vec<Adjustment>,
}

/// Making an order.
impl Order {
    pub(crate) fn new() -> Self {
        Self {
            pool: Pool::default(),
            texts: Texts::absent(),
            amounts: Amounts::new(None),
            times: Slots::new(None),
            ints: Slots::new(None),
            lines: Vec::new(),
            lines_stated: false,
            listed: Vec::new(),
            payments: Vec::new(),
            parties: Vec::new(),
            steps: Vec::new(),
            adjustments: Vec::new(),
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
        self.ints.set(field.position(), int.and_then(|int| i16::try_from(int).ok()));
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

    /// Says that the document states all lines, even if it has none.
    pub(crate) fn state_lines(&mut self) {
        self.lines_stated = true;
    }

    /// Whether the document says which lines there are. One that tells of little more than a state does not.
    pub(crate) fn states_lines(&self) -> bool {
        self.lines_stated || !self.lines.is_empty()
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
        line.set_list(field, start..self.listed.len());
    }

    pub(crate) fn push_payment(&mut self, pool: &mut Pool, payment: Payment) {
        pool.push_to(&mut self.payments, payment);
    }

    pub(crate) fn push_step(&mut self, pool: &mut Pool, step: Step) {
        pool.push_to(&mut self.steps, step);
    }

    /// Adds a tax, fee or discount, unless nothing is known of it.
    pub(crate) fn push_adjustment(&mut self, pool: &mut Pool, adjustment: Adjustment) {
        if !adjustment.is_empty() {
            pool.push_to(&mut self.adjustments, adjustment);
        }
    }

    pub(crate) fn adjustment_count(&self) -> usize {
        self.adjustments.len()
    }

    /// Adds a party, unless nothing is known of it.
    pub(crate) fn push_party(&mut self, pool: &mut Pool, party: Party) {
        if !party.is_empty() {
            pool.push_to(&mut self.parties, party);
        }
    }

    /// The same order once more; `None` where there is no memory for it.
    pub(crate) fn copied(&self) -> Option<Self> {
        Some(Self {
            pool: self.pool.copied()?,
            texts: self.texts.clone(),
            amounts: self.amounts.clone(),
            times: self.times.clone(),
            ints: self.ints.clone(),
            lines: copied(&self.lines)?,
            lines_stated: self.lines_stated,
            listed: copied(&self.listed)?,
            payments: copied(&self.payments)?,
            parties: copied(&self.parties)?,
            steps: copied(&self.steps)?,
            adjustments: copied(&self.adjustments)?,
        })
    }

    /// Completes the order with the texts that its spans point into, and gives unused memory back. `None` if not all
    /// of the order found room.
    pub(crate) fn finish(mut self, mut pool: Pool) -> Option<Self> {
        pool.shrink();
        self.pool = pool;
        self.lines.shrink_to_fit();
        self.listed.shrink_to_fit();
        self.payments.shrink_to_fit();
        self.parties.shrink_to_fit();
        self.steps.shrink_to_fit();
        self.adjustments.shrink_to_fit();
        (!self.pool.is_exhausted()).then_some(self)
    }
}

/// Reading an order.
impl Order {
    /// A text, absent where the document does not state it.
    pub fn text(&self, field: OrderText) -> Option<&str> {
        self.texts.read(field.position(), &self.pool)
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
            OrderInt::AdjustmentCount => i64::try_from(self.adjustments.len()).ok(),
            stored => self.stored_int(stored),
        }
    }

    /// A code or flag; no count.
    pub(super) fn stored_int(&self, field: OrderInt) -> Option<i64> {
        self.ints.get(field.position()).flatten().map(i64::from)
    }

    /// The line at a position, from 0.
    pub fn line(&self, position: usize) -> Option<LineRef<'_>> {
        self.lines.get(position).map(|line| self.line_ref(line))
    }

    /// The lines in the order of printing: each followed by its children.
    pub fn lines(&self) -> impl ExactSizeIterator<Item = LineRef<'_>> {
        self.lines.iter().map(|line| self.line_ref(line))
    }

    fn line_ref<'o>(&'o self, line: &'o Line) -> LineRef<'o> {
        LineRef { pool: &self.pool, listed: &self.listed, line }
    }

    /// The payment at a position, from 0.
    pub fn payment(&self, position: usize) -> Option<PaymentRef<'_>> {
        self.payments.get(position).map(|payment| PaymentRef { pool: &self.pool, payment })
    }

    /// The payments.
    pub fn payments(&self) -> impl ExactSizeIterator<Item = PaymentRef<'_>> {
        self.payments.iter().map(|payment| PaymentRef { pool: &self.pool, payment })
    }

    /// The party at a position, from 0.
    pub fn party(&self, position: usize) -> Option<PartyRef<'_>> {
        self.parties.get(position).map(|party| PartyRef { pool: &self.pool, party })
    }

    /// The parties.
    pub fn parties(&self) -> impl ExactSizeIterator<Item = PartyRef<'_>> {
        self.parties.iter().map(|party| PartyRef { pool: &self.pool, party })
    }

    /// The step of the kitchen at a position, from 0.
    pub fn step(&self, position: usize) -> Option<StepRef<'_>> {
        self.steps.get(position).map(|step| StepRef { pool: &self.pool, step })
    }

    /// The steps of the kitchen, first to last.
    pub fn steps(&self) -> impl ExactSizeIterator<Item = StepRef<'_>> {
        self.steps.iter().map(|step| StepRef { pool: &self.pool, step })
    }

    /// The adjustment at a position, from 0.
    pub fn adjustment(&self, position: usize) -> Option<AdjustmentRef<'_>> {
        self.adjustments.get(position).map(|adjustment| AdjustmentRef { pool: &self.pool, adjustment })
    }

    /// The taxes, fees and discounts, one by one, as far as the platform lists them. They are parts of the totals, not to
    /// be added to them.
    pub fn adjustments(&self) -> impl ExactSizeIterator<Item = AdjustmentRef<'_>> {
        self.adjustments.iter().map(|adjustment| AdjustmentRef { pool: &self.pool, adjustment })
    }

    /// A text with a NUL behind it, for C.
    pub fn text_with_nul(&self, field: OrderText) -> Option<&str> {
        self.texts.read_with_nul(field.position(), &self.pool)
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
            .saturating_add(self.adjustments.capacity().saturating_mul(size_of::<Adjustment>()))
    }
}

fn copied<T: Clone>(list: &[T]) -> Option<Vec<T>> {
    let mut copy = Vec::new();
    copy.try_reserve_exact(list.len()).ok()?;
    copy.extend_from_slice(list);
    Some(copy)
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
