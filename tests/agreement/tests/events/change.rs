//! What can be done to a value of a document.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use tillwire_agreement::print::{Piece, Plan, text};

fn string(text: &str) -> Vec<Piece> {
    text.chars().map(Piece::Character).collect()
}

/// Numbers at the edges of what money, ids and times can be.
const NUMBERS: [&str; 20] = [
    "0",
    "-0",
    "1",
    "-0.00",
    "0.10",
    "1e2",
    "-1.5E+3",
    "1e28",
    "1e-28",
    "1e400",
    "-1e-400",
    "79228162514264337593543950335",
    "79228162514264337593543950336",
    "7922816251426433759354395033.50",
    "0.00000000000000000000000000010",
    "100000000000000000000000000000000000000000e-40",
    "12345678901234567890123456789012345678901234567890",
    "9223372036854775807",
    "9223372036854775808",
    "0.1234567890123456789012345678901234567890",
];

/// What else may stand where a platform writes an amount, a time, a currency or a word.
const TEXTS: [&str; 18] = [
    "",
    " ",
    "abc",
    "\0",
    "a\0b\u{FFFF}",
    "SGD",
    "jpy",
    "12.50 ",
    "1,5",
    "+1",
    "NaN",
    "2026-06-18",
    "2026-06-18T10:15:30+08:00",
    "9999-12-31T23:59:59.999Z",
    "-009999-01-01T00:00:00+25:59",
    "COMPLETED",
    "completed",
    "$.orders[0]",
];

/// Something done to one value of a document.
#[derive(Clone, Debug)]
pub enum Change {
    Drop,
    Put(Plan),
    /// A number becomes a text, a text a number, a container its other kind.
    Retype,
    /// Gives it the name of another member, or an odd one.
    Rename(Index),
    /// Puts it this much deeper.
    Wrap(usize, bool),
    Repeat,
    Swap(Index),
    /// Puts a copy of another value there.
    Graft(Index),
}

impl Change {
    pub fn any() -> impl Strategy<Value = Self> {
        let number = || select(NUMBERS.to_vec());
        let text = || prop_oneof![select(TEXTS.to_vec()), number()].prop_map(|text: &str| string(text));
        let half = (0xD800..=0xDFFF_u16).prop_map(|unit| vec![Piece::Unit(unit)]);
        prop_oneof![
            2 => Just(Self::Drop),
            1 => Just(Self::Put(Plan::Null)),
            1 => any::<bool>().prop_map(|flag| Self::Put(Plan::Bool(flag))),
            1 => any::<bool>().prop_map(|array| Self::Put(container(array, Vec::new()))),
            3 => number().prop_map(|number| Self::Put(Plan::Number(number.to_owned()))),
            3 => prop_oneof![text(), half].prop_map(|text| Self::Put(Plan::String(text))),
            1 => (1..400_usize).prop_map(|times| Self::Put(Plan::String(string(&"é".repeat(times))))),
            2 => Just(Self::Retype),
            2 => any::<Index>().prop_map(Self::Rename),
            1 => (1..80_usize, any::<bool>()).prop_map(|(deep, array)| Self::Wrap(deep, array)),
            1 => Just(Self::Repeat),
            1 => any::<Index>().prop_map(Self::Swap),
            3 => any::<Index>().prop_map(Self::Graft),
        ]
    }

    /// Applies it to the value at a place of a document.
    pub fn apply(&self, plan: &mut Plan, at: Index) {
        let values = count(plan);
        if values == 0 {
            return;
        }
        let graft = match self {
            Self::Graft(from) => nth(plan, from.index(values)).cloned(),
            _ => None,
        };
        let name = match self {
            Self::Rename(like) => {
                let mut names = Vec::new();
                push_names(plan, &mut names);
                names
                    .get(like.index(names.len() + 1))
                    .map_or_else(|| string("a\0 \"b"), |name| (*name).clone())
            }
            _ => Vec::new(),
        };
        let mut left = at.index(values);
        change(plan, &mut left, &mut |holder, position| match holder {
            Plan::Array(elements) => self.element(elements, position, graft.as_ref(), |value| value),
            Plan::Object(members) => {
                if let Self::Rename(_) = self {
                    members[position].0.clone_from(&name);
                }
                self.element(members, position, graft.as_ref(), |(_, value)| value);
            }
            _ => {}
        });
    }

    fn element<T: Clone>(
        &self,
        list: &mut Vec<T>,
        position: usize,
        graft: Option<&Plan>,
        value: impl Fn(&mut T) -> &mut Plan,
    ) {
        let length = list.len();
        let here = value(&mut list[position]);
        match self {
            Self::Drop => drop(list.remove(position)),
            Self::Put(new) => *here = new.clone(),
            Self::Retype => *here = retyped(here),
            Self::Rename(_) => {}
            Self::Wrap(deep, array) => {
                for _ in 0..*deep {
                    *here = container(*array, vec![here.clone()]);
                }
            }
            Self::Repeat => list.insert(position, list[position].clone()),
            Self::Swap(with) => list.swap(position, with.index(length)),
            Self::Graft(_) => *here = graft.cloned().unwrap_or(Plan::Null),
        }
    }
}

fn container(array: bool, inside: Vec<Plan>) -> Plan {
    if array {
        Plan::Array(inside)
    } else {
        Plan::Object(inside.into_iter().map(|value| (string("id"), value)).collect())
    }
}

fn retyped(plan: &Plan) -> Plan {
    match plan {
        Plan::Null => Plan::Array(Vec::new()),
        Plan::Bool(flag) => Plan::String(string(if *flag { "true" } else { "false" })),
        Plan::Number(text) => Plan::String(string(text)),
        Plan::String(pieces) => {
            let text = text(pieces);
            let is_number = serde_json::from_str::<serde_json::Number>(&text).is_ok();
            Plan::Number(if is_number { text } else { "7".to_owned() })
        }
        Plan::Array(elements) => container(false, elements.clone()),
        Plan::Object(members) => Plan::Array(members.iter().map(|(_, value)| value.clone()).collect()),
    }
}

/// What is directly inside a value.
fn inside(plan: &Plan) -> Vec<&Plan> {
    match plan {
        Plan::Array(elements) => elements.iter().collect(),
        Plan::Object(members) => members.iter().map(|(_, value)| value).collect(),
        _ => Vec::new(),
    }
}

/// Every name in a value, at any depth.
fn push_names<'p>(plan: &'p Plan, names: &mut Vec<&'p Vec<Piece>>) {
    if let Plan::Object(members) = plan {
        names.extend(members.iter().map(|(name, _)| name));
    }
    for value in inside(plan) {
        push_names(value, names);
    }
}

/// How many values are inside a value, at any depth.
fn count(plan: &Plan) -> usize {
    inside(plan).into_iter().map(|value| 1 + count(value)).sum()
}

/// One of them.
fn nth(plan: &Plan, mut left: usize) -> Option<&Plan> {
    for value in inside(plan) {
        if left == 0 {
            return Some(value);
        }
        left -= 1;
        let within = count(value);
        if left < within {
            return nth(value, left);
        }
        left -= within;
    }
    None
}

/// Calls `apply` with the container of one of them and its position there; whether it was found.
fn change(plan: &mut Plan, left: &mut usize, apply: &mut dyn FnMut(&mut Plan, usize)) -> bool {
    for position in 0..inside(plan).len() {
        if *left == 0 {
            apply(plan, position);
            return true;
        }
        *left -= 1;
        let value = match plan {
            Plan::Array(elements) => &mut elements[position],
            Plan::Object(members) => &mut members[position].1,
            _ => return false,
        };
        if change(value, left, apply) {
            return true;
        }
    }
    false
}
