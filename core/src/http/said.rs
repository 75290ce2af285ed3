//! What the body of an answer says about itself, whichever way its platform words it.

use alloc::string::String;
use alloc::vec::Vec;

use super::trouble::Trouble;
use crate::json::{Document, Value};
use crate::platform::Platform;
use crate::{atlas, fire, klikit};

/// What an answer says beside what was asked for.
#[derive(Default)]
pub(crate) struct Said {
    /// The platform's mark of the request.
    pub(crate) request_id: Option<String>,
    /// The platform's code of an error, as it wrote it.
    pub(crate) code: Option<String>,
    /// The platform's words for an error.
    pub(crate) message: Option<String>,
    /// What is wrong with which member, and where that is.
    pub(crate) details: Vec<(String, String)>,
    /// What the code means.
    pub(crate) trouble: Option<Trouble>,
    /// Whether the body states a failure, whatever the status says.
    pub(crate) failed: bool,
}

impl Said {
    /// Reads what a body says.
    pub(super) fn read(platform: Platform, document: &Document) -> Self {
        let root = document.root();
        match platform {
            Platform::Klikit => klikit::read_answer(root),
            Platform::Atlas => atlas::read_answer(root),
            Platform::Fire => fire::read_answer(root),
        }
    }
}

/// The text of a member, or a number or flag as it is written.
pub(crate) fn text_of(value: Option<Value<'_>>) -> Option<String> {
    let value = value?;
    match value.string() {
        Some(text) => Some(text.into_owned()),
        None => value.number().map(String::from).or_else(|| value.bool().map(|_| value.raw().into())),
    }
}

/// What a value says to people: its text, or as it is written.
pub(crate) fn words_of(value: Value<'_>) -> String {
    text_of(Some(value)).unwrap_or_else(|| if value.is_null() { String::new() } else { value.raw().into() })
}

/// The trouble that an HTTP status stands for, where no code says more.
pub(super) fn by_status(status: u16) -> Trouble {
    match status {
        300..400 => Trouble::Redirected,
        401 => Trouble::Unauthorized,
        403 => Trouble::Forbidden,
        404 | 410 => Trouble::NotFound,
        405 | 501 => Trouble::Unsupported,
        407 => Trouble::Proxy,
        409 => Trouble::Conflict,
        429 => Trouble::RateLimited,
        408 | 500..600 => Trouble::Unavailable,
        400..500 => Trouble::Invalid,
        _ => Trouble::BadAnswer,
    }
}
