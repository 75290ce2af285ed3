//! A JSON value as plain data, made from each parser's reading, so that readings can be compared.

use std::fmt;

use hifijson::SliceLexer;
use hifijson::token::Lex;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use tillwire_core::json::{Kind, Value};

/// A value: numbers as their text, members in order, repeated names included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tree {
    Null,
    Bool(bool),
    Number(String),
    String(String),
    Array(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// As our parser reads it.
    ///
    /// # Panics
    /// If a value does not answer to its own type.
    #[must_use]
    pub fn of(value: Value<'_>) -> Self {
        match value.kind() {
            Kind::Null => Self::Null,
            Kind::Bool => Self::Bool(value.bool().expect("a boolean")),
            Kind::Number => Self::Number(value.number().expect("a number").into()),
            Kind::String => Self::String(value.string().expect("a string").into_owned()),
            Kind::Array => Self::Array(value.elements().map(Self::of).collect()),
            Kind::Object => Self::Object(
                value
                    .members()
                    .map(|(name, value)| {
                        (name.string().expect("a name is a string").into_owned(), Self::of(value))
                    })
                    .collect(),
            ),
        }
    }

    /// As `serde_json` reads it.
    ///
    /// # Errors
    /// Its refusal.
    pub fn by_serde_json(body: &[u8]) -> Result<Self, String> {
        serde_json::from_slice(body).map_err(|error| error.to_string())
    }

    /// With the numbers as `serde_json` hands them out: `1E5` is `1e+5` there, everything else is kept.
    #[must_use]
    pub fn with_plain_exponents(&self) -> Self {
        match self {
            Self::Number(text) => Self::Number(match text.split_once(['e', 'E']) {
                Some((number, exponent)) if exponent.starts_with(['+', '-']) => {
                    format!("{number}e{exponent}")
                }
                Some((number, exponent)) => format!("{number}e+{exponent}"),
                None => text.clone(),
            }),
            Self::Array(elements) => Self::Array(elements.iter().map(Self::with_plain_exponents).collect()),
            Self::Object(members) => Self::Object(
                members.iter().map(|(name, value)| (name.clone(), value.with_plain_exponents())).collect(),
            ),
            same => same.clone(),
        }
    }

    /// How deep it nests, and how many elements its longest array has.
    #[must_use]
    pub fn extent(&self) -> (usize, usize) {
        let (inside, elements): (Vec<&Self>, usize) = match self {
            Self::Array(elements) => (elements.iter().collect(), elements.len()),
            Self::Object(members) => (members.iter().map(|(_, value)| value).collect(), 0),
            _ => return (0, 0),
        };
        inside.into_iter().map(Self::extent).fold((1, elements), |(depth, longest), (inner, elements)| {
            (depth.max(inner + 1), longest.max(elements))
        })
    }

    /// As hifijson reads it.
    ///
    /// # Errors
    /// Its refusal.
    pub fn by_hifijson(body: &[u8]) -> Result<Self, String> {
        let parse = |next, lexer: &mut _| hifijson::value::parse_bounded(crate::DEPTH + 1, next, lexer);
        SliceLexer::new(body)
            .exactly_one(Lex::ws_peek, parse)
            .map(Self::from_hifijson)
            .map_err(|e| e.to_string())
    }

    fn from_hifijson<N: AsRef<str>, S: AsRef<str>>(value: hifijson::value::Value<N, S>) -> Self {
        use hifijson::value::Value as Hifi;
        match value {
            Hifi::Null => Self::Null,
            Hifi::Bool(value) => Self::Bool(value),
            Hifi::Number((text, _)) => Self::Number(text.as_ref().into()),
            Hifi::String(text) => Self::String(text.as_ref().into()),
            Hifi::Array(elements) => Self::Array(elements.into_iter().map(Self::from_hifijson).collect()),
            Hifi::Object(members) => Self::Object(
                members
                    .into_iter()
                    .map(|(name, value)| (name.as_ref().into(), Self::from_hifijson(value)))
                    .collect(),
            ),
        }
    }
}

/// The member name under which `serde_json` hands out the text of a number.
const NUMBER: &str = "$serde_json::private::Number";

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Tree;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("JSON")
            }

            fn visit_unit<E>(self) -> Result<Tree, E> {
                Ok(Tree::Null)
            }

            fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
                Ok(Tree::Bool(value))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
                Ok(Tree::Number(value.to_string()))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
                Ok(Tree::Number(value.to_string()))
            }

            fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
                Ok(Tree::String(text.into()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Tree, A::Error> {
                let mut elements = Vec::new();
                while let Some(element) = access.next_element()? {
                    elements.push(element);
                }
                Ok(Tree::Array(elements))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Tree, A::Error> {
                let mut members = Vec::new();
                while let Some((name, value)) = access.next_entry::<String, Tree>()? {
                    match value {
                        Tree::String(text) if name == NUMBER => return Ok(Tree::Number(text)),
                        value => members.push((name, value)),
                    }
                }
                Ok(Tree::Object(members))
            }
        }

        deserializer.deserialize_any(Reader)
    }
}
