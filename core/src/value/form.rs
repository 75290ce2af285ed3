//! What whole numbers stand for, and so how JSON writes them.

use serde::ser::SerializeMap;

/// What a whole number that is read by field stands for.
#[derive(Clone, Copy, Debug)]
pub enum IntForm {
    /// A number; itself in JSON.
    Number,
    /// 0 or 1; `false` or `true` in JSON.
    Flag,
    /// The length of a list; JSON has the list instead.
    Length,
    /// A code; its name in JSON.
    Code {
        /// The enumeration, as in `Progress`.
        of: &'static str,
        /// The name of a code that this version of the library knows.
        name: fn(i32) -> Option<&'static str>,
    },
}

impl IntForm {
    /// Writes a whole number as a member.
    pub(crate) fn write<M: SerializeMap>(self, map: &mut M, member: &str, int: i64) -> Result<(), M::Error> {
        match self {
            Self::Number => map.serialize_entry(member, &int),
            Self::Flag => map.serialize_entry(member, &(int != 0)),
            Self::Length => Ok(()),
            Self::Code { name, .. } => {
                map.serialize_entry(member, i32::try_from(int).ok().and_then(name).unwrap_or("unknown"))
            }
        }
    }
}
