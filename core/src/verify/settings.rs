//! What a verifier was set up with, as the schemes read it.

use alloc::string::String;
use alloc::vec::Vec;

use super::headers::{Headers, Lookup};
use super::refusal::Refusal;
use super::secret::Secret;
use super::timestamp::Tolerance;

/// The settings that schemes share. A name that a scheme does not use is empty.
#[derive(Debug)]
pub(super) struct Settings {
    pub(super) signature_header: String,
    pub(super) timestamp_header: String,
    pub(super) secrets: Vec<Secret>,
    pub(super) tolerance: Tolerance,
}

impl Settings {
    /// What was sent as signature or token.
    pub(super) fn signature<'h>(&self, headers: &'h Headers) -> Result<&'h [u8], Refusal> {
        required(headers, &self.signature_header)
    }

    /// What was sent as time.
    pub(super) fn timestamp<'h>(&self, headers: &'h Headers) -> Result<&'h [u8], Refusal> {
        required(headers, &self.timestamp_header)
    }

    /// Which secret satisfies `matches`.
    pub(super) fn secret_index(&self, matches: impl FnMut(&Secret) -> bool) -> Option<usize> {
        self.secrets.iter().position(matches)
    }
}

fn required<'h>(headers: &'h Headers, name: &str) -> Result<&'h [u8], Refusal> {
    match headers.get(name) {
        Lookup::One(value) => Ok(value),
        Lookup::Absent => Err(Refusal::HeaderMissing { name: name.into() }),
        Lookup::Conflict => Err(Refusal::HeaderConflict { name: name.into() }),
    }
}
