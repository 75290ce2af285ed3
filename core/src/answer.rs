//! What to answer a platform: one table for every outcome, scheme and platform.
//!
//! | outcome | klikit | Fire, `sha256=` or bare hex | Fire, `v1=` | otherwise |
//! | --- | --- | --- | --- | --- |
//! | accepted, duplicate | 200 | 200 | 200 | 200 |
//! | header missing | 400 | 400 | 401 | 401 |
//! | refused: signature, token or age | 401 | 400 | 401 | 401 |
//! | headers malformed | 400 | 400 | 400 | 400 |
//! | too large | 413 | 413 | 413 | 413 |
//! | authentic but not decodable, kept | 200 | 200 | 200 | 200 |
//! | authentic but not decodable, not kept | 500 | 500 | 500 | 500 |
//! | failed on our side | 500 | 500 | 500 | 500 |
//!
//! All three platforms take any 2xx as received and send again after anything else. Sources: klikit, reference receivers
//! (<https://developer.klikit.io/partner-api/examples/node-receiver>); Atlas, <https://help.atlas.kitchen/connect/webhooks/setup>; Fire,
//! <https://docs.fire.rest/en/authentication> and <https://docs.fire.rest/en/events/integration-flows>.
//! Assumption: where a platform documents no status for a refusal (Atlas), 401 without saying why.

use crate::platform::Platform;
use crate::value::codes;
use crate::verify::Scheme;

codes! {
    /// What a delivery came to.
    pub enum Outcome {
        /// New, and taken.
        Accepted = 1, "accepted";
        /// Known already.
        Duplicate = 2, "duplicate";
        /// The header that carries signature, token or time is missing.
        HeaderMissing = 3, "header_missing";
        /// Not shown to be genuine, or too old.
        Refused = 4, "refused";
        /// The headers are not of the form "Name: value", or too many.
        HeadersMalformed = 5, "headers_malformed";
        /// The body is larger than the limit.
        TooLarge = 6, "too_large";
        /// Authentic, but not to be decoded.
        Undecodable = 7, "undecodable";
        /// Something failed on our side.
        Failed = 8, "failed";
    }
}

/// An HTTP answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body, JSON (`Content-Type: application/json`), with a NUL behind it for C. It tells a forger nothing.
    pub body_with_nul: &'static str,
}

impl Answer {
    /// The body, JSON (`Content-Type: application/json`). It tells a forger nothing.
    pub fn body(&self) -> &'static str {
        self.body_with_nul.trim_end_matches('\0')
    }
}

/// What to answer. `kept` says whether the delivery is on disk.
pub fn answer(platform: Platform, scheme: Scheme, outcome: Outcome, kept: bool) -> Answer {
    let status = match outcome {
        Outcome::Accepted | Outcome::Duplicate => 200,
        Outcome::HeaderMissing if platform == Platform::Klikit => 400,
        Outcome::HeaderMissing | Outcome::Refused => refusal(platform, scheme),
        Outcome::HeadersMalformed => 400,
        Outcome::TooLarge => 413,
        Outcome::Undecodable if kept => 200,
        Outcome::Undecodable | Outcome::Failed => 500,
    };
    let body_with_nul = match (status, outcome) {
        (200, Outcome::Duplicate) => "{\"status\":\"duplicate-ignored\"}\0",
        (200, _) => "{\"status\":\"received\"}\0",
        (401, _) => "{\"error\":\"unauthorized\"}\0",
        (400, _) => "{\"error\":\"bad request\"}\0",
        (413, _) => "{\"error\":\"too large\"}\0",
        _ => "{\"error\":\"not processed\"}\0",
    };
    Answer { status, body_with_nul }
}

/// The status for a delivery that is not shown to be genuine.
fn refusal(platform: Platform, scheme: Scheme) -> u16 {
    match (platform, scheme) {
        (Platform::Fire, Scheme::HmacSha256Hex | Scheme::Sha256Prefixed) => 400,
        _ => 401,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_for_every_combination() {
        for &platform in Platform::ALL {
            for &scheme in Scheme::ALL {
                let status = |outcome, kept| answer(platform, scheme, outcome, kept).status;
                let body_signed = matches!(scheme, Scheme::HmacSha256Hex | Scheme::Sha256Prefixed);
                let refused = if platform == Platform::Fire && body_signed { 400 } else { 401 };
                let missing = if platform == Platform::Klikit { 400 } else { refused };
                for kept in [false, true] {
                    assert_eq!(status(Outcome::Accepted, kept), 200);
                    assert_eq!(status(Outcome::Duplicate, kept), 200);
                    assert_eq!(status(Outcome::HeaderMissing, kept), missing);
                    assert_eq!(status(Outcome::Refused, kept), refused);
                    assert_eq!(status(Outcome::HeadersMalformed, kept), 400);
                    assert_eq!(status(Outcome::TooLarge, kept), 413);
                    assert_eq!(status(Outcome::Undecodable, kept), if kept { 200 } else { 500 });
                    assert_eq!(status(Outcome::Failed, kept), 500);
                }
            }
        }
    }
}
