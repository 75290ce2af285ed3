//! Enumerations that cross the C boundary: each value has a number that never changes and a name.

/// Declares an enumeration whose values have a fixed code, a `snake_case` name and a doc comment.
///
/// Codes are part of the C ABI and names part of the JSON form: values may be added, never renumbered.
macro_rules! codes {
    ($(#[$outer:meta])* $vis:vis enum $name:ident { $($(#[doc = $doc:literal])+ $variant:ident = $code:literal, $text:literal;)+ }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        $vis enum $name { $($(#[doc = $doc])+ $variant,)+ }

        impl $name {
            /// Every value, in the order of the codes.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// How JSON writes a whole number that is one of these codes: as its name.
            pub const FORM: $crate::value::IntForm = $crate::value::IntForm::Code {
                of: stringify!($name),
                name: |code| match code { $($code => Some($text),)+ _ => None },
            };

            /// The number that stands for this value in the C ABI; never changes.
            pub const fn code(self) -> i32 {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The position in [`ALL`](Self::ALL), from 0: where a table keeps this value's entry.
            #[allow(dead_code, clippy::as_conversions, reason = "without fields the discriminants count from 0")]
            pub(crate) const fn position(self) -> usize {
                self as usize
            }

            /// The value with this code, if this version of the library knows one.
            pub const fn from_code(code: i32) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }

            /// The name used in JSON documents and on the command line.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }

            /// The name with a NUL behind it, for C.
            pub const fn name_with_nul(self) -> &'static str {
                match self { $(Self::$variant => concat!($text, "\0"),)+ }
            }

            /// What this value stands for: its own documentation, as one line.
            pub const fn doc(self) -> &'static str {
                match self { $(Self::$variant => concat!($($doc),+).trim_ascii_start(),)+ }
            }

            /// The value with this name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

pub(crate) use codes;
