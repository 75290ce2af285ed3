//! In place of sending by the library itself, where it was built without: everything is refused.

use tillwire_core::http::{Account, Arguments, Call, Operation, Reply};

use crate::account::Setting;
use crate::failure::Failure;

/// How connections would be made.
#[derive(Clone, Default)]
pub(crate) struct Settings {}

impl Settings {
    #[expect(clippy::unused_self, reason = "the same in every flavour")]
    pub(crate) fn set(&mut self, _: Setting<'_>) -> Result<(), Failure> {
        without()
    }
}

/// Would send the calls of an account.
pub(crate) struct Sender;

#[expect(clippy::unused_self, reason = "the same in every flavour")]
impl Sender {
    pub(crate) fn new(_: Settings) -> Self {
        Self
    }

    pub(crate) fn call(
        &self,
        _: impl FnOnce() -> Account,
        _: Operation,
        _: &Arguments,
    ) -> Result<Call, Failure> {
        without()
    }

    pub(crate) fn send(&self, _: impl FnOnce() -> Account, _: &mut Call) -> Result<Reply, Failure> {
        without()
    }

    pub(crate) fn cancel(&self, _: impl FnOnce() -> Account, _: bool) -> Result<(), Failure> {
        without()
    }

    pub(crate) fn note(&self, _: impl FnOnce(Option<&str>) -> Result<i32, Failure>) -> Result<i32, Failure> {
        without()
    }

    pub(crate) fn count(&self, _: i32) -> Option<i64> {
        None
    }
}

/// Random bytes are the caller's to give.
pub(crate) fn random() -> Result<[u8; 16], Failure> {
    without()
}

fn without<T>() -> Result<T, Failure> {
    Err(Failure::unsupported("this library was built without its own transport"))
}
