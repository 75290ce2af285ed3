//! Small value types shared by every platform: exact numbers, money, times.

mod codes;
mod currency;
pub(crate) mod decimal;
mod form;
mod money;
mod time;

pub use currency::Currency;
pub use decimal::{Decimal, DecimalError};
pub use form::IntForm;
pub use money::{Money, MoneyError};
pub use time::{Timestamp, TimestampError};

pub(crate) use codes::codes;
