//! The text of every value as `serde_json` finds it: numbers to the letter.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use tillwire_core::json::{Kind, Value};

use crate::without_liberties;

/// The raw texts of what is directly inside a value are those that `serde_json` cuts out of it.
///
/// # Panics
/// If they differ.
pub fn same(value: Value<'_>) {
    let plain = without_liberties(value.raw().as_bytes());
    let plain = std::str::from_utf8(&plain).expect("as long as it was, and still text");
    let theirs: Vec<&RawValue> = match value.kind() {
        Kind::Array => serde_json::from_str(plain).expect("an array"),
        Kind::Object => serde_json::from_str::<Members>(plain).expect("an object").0,
        _ => vec![serde_json::from_str(plain).expect("a scalar")],
    };
    let ours: Vec<&str> = match value.kind() {
        Kind::Array => value.elements().map(Value::raw).collect(),
        Kind::Object => value.members().map(|(_, member)| member.raw()).collect(),
        _ => vec![value.raw()],
    };
    assert_eq!(ours.len(), theirs.len());
    for (ours, theirs) in ours.iter().zip(theirs) {
        assert_eq!(without_liberties(ours.as_bytes()), theirs.get().as_bytes());
    }
}

/// The members of an object, repeated names included.
struct Members<'de>(Vec<&'de RawValue>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Members<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some((_, value)) = access.next_entry::<String, &RawValue>()? {
                    members.push(value);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Reader)
    }
}
