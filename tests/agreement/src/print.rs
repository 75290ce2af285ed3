//! Prints a value as JSON in any of the ways that JSON allows.

use tillwire_core::json::{Kind, Value};

use crate::Tree;

/// A value to print, with strings as pieces, since a string may hold halves of surrogate pairs.
#[derive(Clone, Debug)]
pub enum Plan {
    Null,
    Bool(bool),
    /// The text, written by the grammar.
    Number(String),
    String(Vec<Piece>),
    Array(Vec<Plan>),
    Object(Vec<(Vec<Piece>, Plan)>),
}

/// A piece of a string.
#[derive(Clone, Copy, Debug)]
pub enum Piece {
    Character(char),
    /// A UTF-16 code unit that is printed as an escape.
    Unit(u16),
}

impl Plan {
    /// What was sent: all of it but how it was spelt.
    #[must_use]
    pub fn of(value: Value<'_>) -> Self {
        match value.kind() {
            Kind::Null => Self::Null,
            Kind::Bool => Self::Bool(value.bool() == Some(true)),
            Kind::Number => Self::Number(value.raw().into()),
            Kind::String => Self::String(pieces(value.raw())),
            Kind::Array => Self::Array(value.elements().map(Self::of).collect()),
            Kind::Object => Self::Object(
                value.members().map(|(name, member)| (pieces(name.raw()), Self::of(member))).collect(),
            ),
        }
    }

    /// What a parser should read.
    #[must_use]
    pub fn tree(&self) -> Tree {
        match self {
            Self::Null => Tree::Null,
            Self::Bool(value) => Tree::Bool(*value),
            Self::Number(text) => Tree::Number(text.clone()),
            Self::String(pieces) => Tree::String(text(pieces)),
            Self::Array(elements) => Tree::Array(elements.iter().map(Self::tree).collect()),
            Self::Object(members) => {
                Tree::Object(members.iter().map(|(name, value)| (text(name), value.tree())).collect())
            }
        }
    }
}

/// The pieces of a string, given with its quotes.
fn pieces(quoted: &str) -> Vec<Piece> {
    let mut rest = quoted[1..quoted.len() - 1].chars();
    let mut found = Vec::new();
    while let Some(character) = rest.next() {
        found.push(Piece::Character(match character {
            '\\' => match rest.next() {
                Some('b') => '\u{8}',
                Some('f') => '\u{C}',
                Some('n') => '\n',
                Some('r') => '\r',
                Some('t') => '\t',
                Some('u') => {
                    let digits: String = rest.by_ref().take(4).collect();
                    let unit = u16::from_str_radix(&digits, 16).expect("four digits");
                    let character = char::from_u32(unit.into());
                    found.push(character.map_or(Piece::Unit(unit), Piece::Character));
                    continue;
                }
                other => other.expect("an escape"),
            },
            plain => plain,
        }));
    }
    found
}

/// U+0000 and halves that make no pair read as U+FFFD.
#[must_use]
pub fn text(pieces: &[Piece]) -> String {
    let units = pieces.iter().flat_map(|piece| match piece {
        Piece::Character(character) => character.encode_utf16(&mut [0; 2]).to_vec(),
        Piece::Unit(unit) => vec![*unit],
    });
    char::decode_utf16(units)
        .map(|read| read.ok().filter(|character| *character != '\0').unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// Takes choices from a list, over and over.
pub struct Style<'a> {
    choices: &'a [u8],
    next: usize,
}

impl<'a> Style<'a> {
    #[must_use]
    pub fn new(choices: &'a [u8]) -> Self {
        Self { choices, next: 0 }
    }

    fn choose(&mut self) -> u8 {
        let choice = self.choices.get(self.next % self.choices.len().max(1)).copied().unwrap_or(0);
        self.next += 1;
        choice
    }

    fn blank(&mut self, out: &mut String) {
        out.push_str(match self.choose() % 16 {
            0 => " ",
            1 => "\r\n\t",
            2 => "\n            ",
            3 => "\t",
            _ => "",
        });
    }

    /// Prints a document, white space at its ends included.
    pub fn print(&mut self, plan: &Plan, out: &mut String) {
        self.blank(out);
        match plan {
            Plan::Null => out.push_str("null"),
            Plan::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Plan::Number(text) => out.push_str(text),
            Plan::String(pieces) => self.string(pieces, out),
            Plan::Array(elements) => {
                out.push('[');
                self.blank(out);
                for (index, element) in elements.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    self.print(element, out);
                }
                out.push(']');
            }
            Plan::Object(members) => {
                out.push('{');
                self.blank(out);
                for (index, (name, value)) in members.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    self.blank(out);
                    self.string(name, out);
                    self.blank(out);
                    out.push(':');
                    self.print(value, out);
                }
                out.push('}');
            }
        }
        self.blank(out);
    }

    fn string(&mut self, pieces: &[Piece], out: &mut String) {
        out.push('"');
        for piece in pieces {
            match *piece {
                Piece::Character(character) => self.character(character, out),
                Piece::Unit(unit) => self.unit(unit, out),
            }
        }
        out.push('"');
    }

    fn character(&mut self, character: char, out: &mut String) {
        let choice = self.choose() % 8;
        let short = match character {
            '"' => Some("\\\""),
            '\\' => Some("\\\\"),
            '/' => Some("\\/"),
            '\u{8}' => Some("\\b"),
            '\u{C}' => Some("\\f"),
            '\n' => Some("\\n"),
            '\r' => Some("\\r"),
            '\t' => Some("\\t"),
            _ => None,
        };
        let needs_escape = character < ' ' || character == '"' || character == '\\';
        match short {
            Some(short) if choice > 1 => out.push_str(short),
            _ if choice == 0 || needs_escape => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    self.unit(*unit, out);
                }
            }
            _ => out.push(character),
        }
    }

    fn unit(&mut self, unit: u16, out: &mut String) {
        let digits = if self.choose() % 2 == 0 { format!("{unit:04x}") } else { format!("{unit:04X}") };
        out.push_str("\\u");
        out.push_str(&digits);
    }
}
