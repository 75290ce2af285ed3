//! Adjustments: the taxes, fees and discounts between the lines and the total, one by one.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::json::{Shown, entries, ints};
use super::pool::{Pool, Span};
use super::slots::{Amounts, Texts};
use crate::value::{IntForm, Money, codes};

codes! {
    /// Texts of an adjustment.
    pub enum AdjustmentText {
        /// Its name, as people call it (`ICMS`, `Service charge`).
        Name = 9101, "name";
        /// The platform's code or id of it: of a promotion, a fee, a tax.
        Code = 9102, "code";
    }
}

codes! {
    /// Amounts of an adjustment.
    pub enum AdjustmentMoney {
        /// How much it is; a discount is positive.
        Amount = 9201, "amount";
        /// What it is reckoned on.
        Base = 9202, "base";
        /// The rate as a fraction (0.04 is 4 %); a plain decimal without a currency.
        Rate = 9203, "rate";
    }
}

codes! {
    /// Codes and positions of an adjustment.
    pub enum AdjustmentInt {
        /// What it is, an [`AdjustmentKind`] code.
        Kind = 9401, "kind";
        /// The position of the line it is on; absent where it is on the whole order.
        Line = 9402, "line";
    }
}

impl AdjustmentInt {
    /// What the number stands for.
    pub const fn form(self) -> IntForm {
        match self {
            Self::Kind => AdjustmentKind::FORM,
            Self::Line => IntForm::Number,
        }
    }
}

codes! {
    /// What an adjustment is.
    pub enum AdjustmentKind {
        /// A tax.
        Tax = 1, "tax";
        /// A fee or charge.
        Fee = 2, "fee";
        /// A discount.
        Discount = 3, "discount";
        /// Something paid with a voucher or with points.
        Voucher = 4, "voucher";
    }
}

/// One tax, fee or discount.
#[derive(Clone, Debug)]
pub(crate) struct Adjustment {
    texts: Texts<{ AdjustmentText::ALL.len() }>,
    amounts: Amounts<{ AdjustmentMoney::ALL.len() }>,
    kind: AdjustmentKind,
    line: Option<u32>,
}

impl Adjustment {
    /// One on a line, by its position, or on the whole order.
    pub(crate) fn new(kind: AdjustmentKind, line: Option<u32>) -> Self {
        Self { texts: Texts::absent(), amounts: Amounts::new(None), kind, line }
    }

    /// The same, its texts in another pool.
    pub(super) fn moved(&self, from: &Pool, to: &mut Pool) -> Self {
        Self { texts: self.texts.moved(from, to), ..self.clone() }
    }

    pub(crate) fn set_text(&mut self, field: AdjustmentText, text: Span) {
        self.texts.set(field.position(), text);
    }

    pub(crate) fn set_money(&mut self, field: AdjustmentMoney, money: Option<Money>) {
        self.amounts.set(field.position(), money);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.texts.are_absent() && self.amounts.are_absent()
    }
}

/// An adjustment of an [`Order`](super::Order).
#[derive(Clone, Copy)]
pub struct AdjustmentRef<'o> {
    pub(super) pool: &'o Pool,
    pub(super) adjustment: &'o Adjustment,
}

impl<'o> AdjustmentRef<'o> {
    /// A text.
    pub fn text(&self, field: AdjustmentText) -> Option<&'o str> {
        self.adjustment.texts.read(field.position(), self.pool)
    }

    /// A text with a NUL behind it, for C.
    pub fn text_with_nul(&self, field: AdjustmentText) -> Option<&'o str> {
        self.adjustment.texts.read_with_nul(field.position(), self.pool)
    }

    /// An amount, or the rate.
    pub fn money(&self, field: AdjustmentMoney) -> Option<Money> {
        self.adjustment.amounts.get(field.position()).flatten()
    }

    /// A code or position.
    pub fn int(&self, field: AdjustmentInt) -> Option<i64> {
        match field {
            AdjustmentInt::Kind => Some(i64::from(self.adjustment.kind.code())),
            AdjustmentInt::Line => self.adjustment.line.map(i64::from),
        }
    }

    /// What it is.
    pub fn kind(&self) -> AdjustmentKind {
        self.adjustment.kind
    }
}

impl Serialize for AdjustmentRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        ints!(map, AdjustmentInt, field => self.int(field));
        entries!(map, AdjustmentText, field => self.text(field));
        for &field in AdjustmentMoney::ALL {
            match (field, self.money(field)) {
                (_, None) => {}
                (AdjustmentMoney::Rate, Some(rate)) => {
                    map.serialize_entry(field.name(), &Shown(&rate.amount))?;
                }
                (_, Some(money)) => map.serialize_entry(field.name(), &money)?,
            }
        }
        map.end()
    }
}
