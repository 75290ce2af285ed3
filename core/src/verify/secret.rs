//! A secret shared with a platform: kept hidden, wiped when dropped, its keyed state computed once.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::value::codes;

/// A webhook secret or token. Shown by nothing, wiped from memory when dropped.
#[derive(Clone)]
pub struct Secret {
    text: Zeroizing<Vec<u8>>,
    /// Boxed, so that moving the secret leaves no copy of the state behind.
    keyed: Box<Keyed>,
}

#[derive(Clone)]
struct Keyed {
    mac: Hmac<Sha256>,
    /// What a token equal to the secret is digested to.
    token: Zeroizing<[u8; 32]>,
}

codes! {
    /// Why bytes cannot be a secret.
    pub enum SecretProblem {
        /// There are no bytes.
        Empty = 1, "empty";
        /// It ends in a line break.
        LineBreakAtEnd = 2, "line_break_at_end";
        /// It begins or ends with a space or a tab, or begins with a line break.
        SpaceAtEnds = 3, "space_at_ends";
        /// It is to be compared with a header's value, but has a byte that no header can carry.
        NotHeaderText = 4, "not_header_text";
        /// It begins with the word "Bearer", which is no part of the token.
        BearerWord = 5, "bearer_word";
    }
}

impl SecretProblem {
    /// What is wrong, to follow "the secret".
    pub(super) const fn text(self) -> &'static str {
        match self {
            Self::Empty => "is empty",
            Self::LineBreakAtEnd => "ends in a line break",
            Self::SpaceAtEnds => "begins or ends with white space",
            Self::NotHeaderText => "has a control character, which no header can carry",
            Self::BearerWord => "begins with the word \"Bearer\"",
        }
    }

    /// What to do about it.
    pub const fn hint(self) -> &'static str {
        match self {
            Self::Empty => "check that the setting or environment variable that holds the secret is set",
            Self::LineBreakAtEnd => {
                "it was probably pasted or read from a file with its line break; store it without"
            }
            Self::SpaceAtEnds => "it was probably pasted with what stood around it; store the secret alone",
            Self::NotHeaderText => "check the length passed and how the secret was read",
            Self::BearerWord => "pass the token alone, without the word before it",
        }
    }
}

impl fmt::Display for SecretProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the secret {}", self.text())
    }
}

impl core::error::Error for SecretProblem {}

impl Secret {
    /// A secret from its bytes, used as they are: never trimmed, never decoded.
    ///
    /// Refused if empty, or with white space at an end: no platform issues such a secret, and pasting does.
    pub fn new(bytes: &[u8]) -> Result<Self, SecretProblem> {
        match bytes {
            [.., b'\n' | b'\r'] => return Err(SecretProblem::LineBreakAtEnd),
            [first, .., last] if first.is_ascii_whitespace() || last.is_ascii_whitespace() => {
                return Err(SecretProblem::SpaceAtEnds);
            }
            [only] if only.is_ascii_whitespace() => return Err(SecretProblem::SpaceAtEnds),
            [] => return Err(SecretProblem::Empty),
            _ => {}
        }
        // HMAC takes a key of any length, so this error never comes.
        let mac = Hmac::new_from_slice(bytes).map_err(|_| SecretProblem::Empty)?;
        let mut keyed = Box::new(Keyed { mac, token: Zeroizing::new([0; 32]) });
        *keyed.token = keyed.digest([bytes]);
        Ok(Self { text: Zeroizing::new(bytes.to_vec()), keyed })
    }

    /// HMAC-SHA256 of a message given in pieces.
    pub(super) fn mac<'a>(&self, pieces: impl IntoIterator<Item = &'a [u8]>) -> [u8; 32] {
        self.keyed.digest(pieces)
    }

    /// The digest of the secret itself, to be compared with the MAC of a presented token.
    pub(super) fn token_digest(&self) -> &[u8; 32] {
        &self.keyed.token
    }

    /// The secret in clear, for whoever signs with it.
    pub(crate) fn expose(&self) -> &[u8] {
        &self.text
    }
}

impl Keyed {
    fn digest<'a>(&self, pieces: impl IntoIterator<Item = &'a [u8]>) -> [u8; 32] {
        let mut mac = self.mac.clone();
        for piece in pieces {
            mac.update(piece);
        }
        mac.finalize().into_bytes().into()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;

    #[test]
    fn white_space_at_an_end_and_nothing_at_all_are_refused() {
        for (bytes, problem) in [
            (b"".as_slice(), SecretProblem::Empty),
            (b"abc\n", SecretProblem::LineBreakAtEnd),
            (b"abc\r\n", SecretProblem::LineBreakAtEnd),
            (b"\n", SecretProblem::LineBreakAtEnd),
            (b" ", SecretProblem::SpaceAtEnds),
            (b" abc", SecretProblem::SpaceAtEnds),
            (b"abc\t", SecretProblem::SpaceAtEnds),
            (b"\nabc", SecretProblem::SpaceAtEnds),
        ] {
            assert_eq!(Secret::new(bytes).unwrap_err(), problem);
        }
        assert!(Secret::new(b"a").is_ok());
        assert!(Secret::new(b"two words").is_ok());
    }

    #[test]
    fn debug_hides_it() {
        assert_eq!(format!("{:?}", Secret::new(b"swordfish").unwrap()), "Secret(hidden)");
    }

    /// `Hmac` has no marker of its own: it is wiped by the hash states inside it, and has nothing else to drop.
    #[test]
    fn the_keyed_state_is_wiped_on_drop() {
        fn wiped<T: zeroize::ZeroizeOnDrop>() {}
        wiped::<Sha256>();
        wiped::<Zeroizing<[u8; 32]>>();
        assert!(core::mem::needs_drop::<Hmac<Sha256>>());
    }

    /// RFC 4231, test case 6: a key longer than a block; and test case 2: one shorter.
    #[test]
    fn published_digests() {
        let long = Secret::new(&[0xaa; 131]).unwrap();
        let digest = long.mac([b"Test Using Larger Than Block-Size Key".as_slice(), b" - Hash Key First"]);
        assert_eq!(&digest[..4], [0x60, 0xe4, 0x31, 0x59]);
        let short = Secret::new(b"Jefe").unwrap();
        let digest = short.mac([b"what do ya want ".as_slice(), b"for nothing?"]);
        assert_eq!(&digest[..4], [0x5b, 0xdc, 0xc1, 0x46]);
    }
}
