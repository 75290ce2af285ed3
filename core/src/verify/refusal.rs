//! Why a delivery is not let in, and what the person who sets the till up can do about it.

use alloc::string::String;

use super::diagnosis::Diagnosis;
use super::scheme::Scheme;
use crate::value::codes;

codes! {
    /// How a presented signature or token departs from the form of the chosen scheme.
    pub enum SignatureProblem {
        /// The header is there, but has no signature or token in it.
        Empty = 1, "empty";
        /// The digits are not 64.
        WrongLength = 2, "wrong_length";
        /// A character is no hex digit.
        NotHex = 3, "not_hex";
        /// It has the length and alphabet of base64.
        LooksBase64 = 4, "looks_base64";
        /// What stands before signature or token in this scheme (`sha256=`, `v1=`, `Bearer`) is not there.
        PrefixMissing = 5, "prefix_missing";
        /// It begins as another scheme's signature or token does.
        OtherScheme = 6, "other_scheme";
    }
}

impl SignatureProblem {
    /// What is wrong, to follow a colon.
    const fn text(self) -> &'static str {
        match self {
            Self::Empty => "it is empty",
            Self::WrongLength => "it does not have 64 hex digits",
            Self::NotHex => "it has a character that is not a hex digit",
            Self::LooksBase64 => "it looks like base64, not hex",
            Self::PrefixMissing => "the prefix is missing",
            Self::OtherScheme => "it is written as in another scheme",
        }
    }

    const fn hint(self) -> &'static str {
        match self {
            Self::Empty => "check what the platform was set up to send, and that no proxy empties the header",
            Self::WrongLength | Self::NotHex => {
                "check that the whole header value is passed on, and that this is the platform's signature header"
            }
            Self::LooksBase64 => "the platforms sign in hex; check who sends this and which header is read",
            Self::PrefixMissing | Self::OtherScheme => {
                "make the verifier with the scheme that the platform was set up to use"
            }
        }
    }
}

/// Why a delivery was refused. Never tells a secret, a token, a signature or anything of the body.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// The header that carries the signature, token or timestamp is not there.
    #[error("the header {name} is missing")]
    HeaderMissing {
        /// The header's name, as in the settings.
        name: String,
    },
    /// The header came several times with different values.
    #[error("the header {name} came several times with different values")]
    HeaderConflict {
        /// The header's name, as in the settings.
        name: String,
    },
    /// The signature or token is not written as the scheme writes it.
    #[error("the header {name} is not what the scheme {} needs: {}", scheme.name(), problem.text())]
    SignatureFormat {
        /// The header's name, as in the settings.
        name: String,
        /// The scheme of the verifier.
        scheme: Scheme,
        /// What is wrong with it.
        problem: SignatureProblem,
    },
    /// The signature or token is well written, but not the expected one.
    #[error("{}", mismatch(name, *scheme, *diagnosis))]
    SignatureMismatch {
        /// The header's name, as in the settings.
        name: String,
        /// The scheme of the verifier.
        scheme: Scheme,
        /// What was done to the body, where that could be shown.
        diagnosis: Option<Diagnosis>,
    },
    /// The signature is right, but the signed timestamp is not a whole number of Unix seconds.
    #[error("the signed timestamp in the header {name} is not a whole number of Unix seconds")]
    TimestampFormat {
        /// The header's name, as in the settings.
        name: String,
    },
    /// The signature is right, but the signed time is too far from now.
    #[error("the delivery was signed {}; {tolerance} s are allowed", age(*skew_seconds))]
    TimestampAge {
        /// Now less the signed time, in seconds, as far as an `i64` reaches: positive where the signed time is in
        /// the past.
        skew_seconds: i64,
        /// How many seconds are allowed.
        tolerance: u32,
    },
}

impl Refusal {
    /// The stable name of the kind of refusal, such as `signature_mismatch`.
    pub const fn code_name(&self) -> &'static str {
        match self {
            Self::HeaderMissing { .. } => "header_missing",
            Self::HeaderConflict { .. } => "header_conflict",
            Self::SignatureFormat { .. } => "signature_format",
            Self::SignatureMismatch { .. } => "signature_mismatch",
            Self::TimestampFormat { .. } => "timestamp_format",
            Self::TimestampAge { .. } => "timestamp_age",
        }
    }

    /// What the vendor should look at first.
    pub const fn hint(&self) -> &str {
        match self {
            Self::HeaderMissing { .. } => {
                "a proxy may have dropped or renamed it; compare the headers received with the name in the settings"
            }
            Self::HeaderConflict { .. } => "look for a proxy that adds a header of the same name",
            Self::SignatureFormat { problem, .. } => problem.hint(),
            Self::SignatureMismatch { diagnosis: Some(diagnosis), .. } => diagnosis.hint(),
            Self::SignatureMismatch { scheme, .. } if scheme.signs_body() => {
                "most often the body was parsed and written again: pass the exact bytes received; otherwise the \
                 platform has another secret, or the delivery is forged"
            }
            Self::SignatureMismatch { .. } => {
                "compare the secret with the one the platform was set up with; otherwise the delivery is forged"
            }
            Self::TimestampFormat { .. } => {
                "check which header carries the time; the tolerance can be switched off if the platform writes it \
                 in another form"
            }
            Self::TimestampAge { .. } => {
                "compare this machine's clock with the true time; widen the tolerance or switch it off where the \
                 clock cannot be set right; otherwise an old delivery was sent again"
            }
        }
    }
}

fn mismatch(name: &str, scheme: Scheme, diagnosis: Option<Diagnosis>) -> String {
    let (what, why) = match diagnosis {
        Some(diagnosis) => ("the signature in the header ", [" does not fit the body: ", diagnosis.text()]),
        None if scheme.signs_body() => ("the signature in the header ", [" does not fit the body", ""]),
        None => ("the secret in the header ", [" is not the expected one", ""]),
    };
    [what, name, &why.concat()].concat()
}

fn age(skew_seconds: i64) -> String {
    let side = if skew_seconds < 0 { "in the future" } else { "ago" };
    alloc::format!("{} s {side}", skew_seconds.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn messages_say_what_was_wrong_and_where() {
        let name = || "X-Fire-Signature".to_string();
        let scheme = Scheme::V1Timestamped;
        let mismatch = |scheme, diagnosis| Refusal::SignatureMismatch { name: name(), scheme, diagnosis };
        for (refusal, text) in [
            (Refusal::HeaderMissing { name: name() }, "the header X-Fire-Signature is missing"),
            (
                Refusal::SignatureFormat { name: name(), scheme, problem: SignatureProblem::LooksBase64 },
                "the header X-Fire-Signature is not what the scheme v1_timestamped needs: it looks like base64, not hex",
            ),
            (mismatch(scheme, None), "the signature in the header X-Fire-Signature does not fit the body"),
            (
                mismatch(scheme, Some(Diagnosis::BodyEmpty)),
                "the signature in the header X-Fire-Signature does not fit the body: the body is empty",
            ),
            (
                mismatch(Scheme::Header, None),
                "the secret in the header X-Fire-Signature is not the expected one",
            ),
            (
                Refusal::TimestampAge { skew_seconds: 301, tolerance: 300 },
                "the delivery was signed 301 s ago; 300 s are allowed",
            ),
            (
                Refusal::TimestampAge { skew_seconds: i64::MIN, tolerance: 0 },
                "the delivery was signed 9223372036854775808 s in the future; 0 s are allowed",
            ),
        ] {
            assert_eq!(refusal.to_string(), text);
            assert!(!refusal.hint().is_empty());
        }
    }

    #[test]
    fn the_hint_on_a_mismatch_names_the_usual_cause() {
        let refusal =
            Refusal::SignatureMismatch { name: "S".into(), scheme: Scheme::HmacSha256Hex, diagnosis: None };
        assert!(refusal.hint().contains("the exact bytes received"));
    }
}
