//! In which units amounts of some currencies are, as it is set for a webhook.

use alloc::vec::Vec;

use crate::value::Currency;

/// By what power of ten amounts in a currency are divided, for the currencies that are set.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scales(Vec<(Currency, u32)>);

impl Scales {
    /// Sets a currency's scale.
    pub(super) fn set(&mut self, currency: Currency, digits: u32) {
        self.0.retain(|(known, _)| *known != currency);
        self.0.push((currency, digits));
    }

    /// The scale set for a currency.
    pub(crate) fn of(&self, currency: Option<Currency>) -> Option<u32> {
        let currency = currency?;
        self.0.iter().find(|(known, _)| *known == currency).map(|(_, digits)| *digits)
    }
}
