//! Payments: what was paid and how, and what each field of a payment means.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::json::{entries, ints};
use super::pool::{Pool, Span};
use super::slots::{Amounts, Texts};
use crate::value::{IntForm, Money, codes};

codes! {
    /// Texts of a payment.
    pub enum PaymentText {
        /// The platform's id of the payment.
        Id = 2101, "id";
        /// How it was paid, as people call it.
        Method = 2102, "method";
        /// The platform's id of the method.
        MethodId = 2103, "method_id";
        /// The payment processor's reference.
        Reference = 2104, "reference";
        /// The kind of capture in the platform's own word.
        CaptureType = 2105, "capture_type";
        /// The payment's status in the platform's own word.
        Status = 2106, "status";
        /// Who processes the payment: acquirer, wallet or channel.
        Processor = 2107, "processor";
        /// The brand of the card.
        CardBrand = 2108, "card_brand";
        /// The last digits of the card's number.
        CardLastDigits = 2109, "card_last_digits";
        /// The authorisation code of a card payment.
        Authorization = 2110, "authorization";
        /// The customer's slip, several lines of text to be printed as they are.
        ReceiptCustomer = 2111, "receipt_customer";
        /// The merchant's slip, several lines of text to be printed as they are.
        ReceiptMerchant = 2112, "receipt_merchant";
    }
}

codes! {
    /// Amounts of a payment.
    pub enum PaymentMoney {
        /// The amount paid.
        Amount = 2201, "amount";
        /// The cash that the customer hands over.
        Tendered = 2202, "tendered";
        /// The cash that the customer gets back.
        Change = 2203, "change";
    }
}

codes! {
    /// Flags (0 or 1) of a payment.
    pub enum PaymentInt {
        /// Whether the money was taken.
        Captured = 2401, "captured";
    }
}

impl PaymentInt {
    /// What the number stands for.
    pub const fn form(self) -> IntForm {
        match self {
            Self::Captured => IntForm::Flag,
        }
    }
}

/// One payment.
#[derive(Clone, Debug)]
pub(crate) struct Payment {
    texts: Texts<{ PaymentText::ALL.len() }>,
    amounts: Amounts<{ PaymentMoney::ALL.len() }>,
    captured: Option<bool>,
}

impl Payment {
    pub(crate) fn new(amount: Option<Money>, captured: Option<bool>) -> Self {
        let mut amounts = Amounts::new(None);
        amounts.set(PaymentMoney::Amount.position(), amount);
        Self { texts: Texts::absent(), amounts, captured }
    }

    /// The same, its texts in another pool.
    pub(super) fn moved(&self, from: &Pool, to: &mut Pool) -> Self {
        Self { texts: self.texts.moved(from, to), ..self.clone() }
    }

    pub(crate) fn set_text(&mut self, field: PaymentText, text: Span) {
        self.texts.set(field.position(), text);
    }

    pub(crate) fn set_money(&mut self, field: PaymentMoney, money: Option<Money>) {
        self.amounts.set(field.position(), money);
    }
}

/// A payment of an [`Order`](super::Order).
#[derive(Clone, Copy)]
pub struct PaymentRef<'o> {
    pub(super) pool: &'o Pool,
    pub(super) payment: &'o Payment,
}

impl<'o> PaymentRef<'o> {
    /// A text.
    pub fn text(&self, field: PaymentText) -> Option<&'o str> {
        self.payment.texts.read(field.position(), self.pool)
    }

    /// A text with a NUL behind it, for C.
    pub fn text_with_nul(&self, field: PaymentText) -> Option<&'o str> {
        self.payment.texts.read_with_nul(field.position(), self.pool)
    }

    /// An amount.
    pub fn money(&self, field: PaymentMoney) -> Option<Money> {
        self.payment.amounts.get(field.position()).flatten()
    }

    /// A flag.
    pub fn int(&self, field: PaymentInt) -> Option<i64> {
        match field {
            PaymentInt::Captured => self.payment.captured.map(i64::from),
        }
    }
}

impl Serialize for PaymentRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        entries!(map, PaymentText, field => self.text(field));
        entries!(map, PaymentMoney, field => self.money(field));
        ints!(map, PaymentInt, field => self.int(field));
        map.end()
    }
}
