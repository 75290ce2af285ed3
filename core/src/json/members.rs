//! Reading an object's members as a table: field ← member(s), in one pass.

use super::value::Value;
use crate::problem::{ProblemCode, Problems};

/// Declares a struct of the members that a mapping reads, and `read`, which finds them in one pass.
///
/// A line is `field: "name"` or, where platforms or generations spell it differently, `field: "name" | "other"`; the
/// first spelling that is present and not null counts. `null` is absent. Of repeated names the last wins, with a
/// problem noted.
macro_rules! members {
    ($(#[$outer:meta])* $vis:vis struct $struct:ident { $($field:ident: $first:literal $(| $other:literal)*,)+ }) => {
        $(#[$outer])*
        $vis struct $struct<'d> { $(pub(super) $field: Option<$crate::json::Value<'d>>,)+ }

        impl<'d> $struct<'d> {
            $vis fn read(object: $crate::json::Value<'d>, problems: &mut $crate::problem::Problems) -> Self {
                const NAMES: &[&str] = &[$($first, $($other,)*)+];
                const TABLE: [u8; $crate::json::table_size(NAMES)] = $crate::json::table(NAMES);
                let mut slots = [None; NAMES.len()];
                $crate::json::read_members(object, NAMES, &TABLE, &mut slots, problems);
                let mut slots = slots.iter();
                Self {
                    $($field: {
                        let found = $crate::json::members!(@next slots $first);
                        $(let found = found.or($crate::json::members!(@next slots $other));)*
                        found
                    },)+
                }
            }
        }
    };
    (@next $slots:ident $name:literal) => {
        $slots.next().copied().flatten()
    };
}

pub(crate) use members;

/// How large the hash table for some names is: a power of two, at most a quarter full.
pub(crate) const fn table_size(names: &[&str]) -> usize {
    names.len().wrapping_mul(4).next_power_of_two()
}

/// A hash table of names, each as its position plus one; 0 is an empty place. A name that finds its place taken
/// moves on to the next.
#[allow(
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::arithmetic_side_effects,
    reason = "runs in the compiler, where a slip is an error"
)]
pub(crate) const fn table<const SIZE: usize>(names: &[&str]) -> [u8; SIZE] {
    assert!(names.len() < 255, "positions are kept in a byte");
    let mut table = [0; SIZE];
    let mut position = 0;
    while position < names.len() {
        let mut place = hash(names[position].as_bytes()) % SIZE;
        while table[place] != 0 {
            place = place.wrapping_add(1) % SIZE;
        }
        position = position.wrapping_add(1);
        table[place] = position as u8;
    }
    table
}

/// Tells the names of one document apart well enough, at the price of two bytes.
#[inline]
const fn hash(name: &[u8]) -> usize {
    let (first, last) = match (name.first(), name.last()) {
        (Some(first), Some(last)) => (*first, *last),
        _ => (0, 0),
    };
    let ends = u16::from_le_bytes([first, last]);
    widen(ends).wrapping_mul(31).wrapping_add(name.len().wrapping_mul(7)) ^ widen(ends >> 5)
}

#[allow(clippy::as_conversions, reason = "u16 always fits, and `From` is no const fn")]
const fn widen(number: u16) -> usize {
    number as usize
}

/// The position of a name.
#[inline]
fn position(names: &[&str], table: &[u8], name: &[u8]) -> Option<usize> {
    let mut place = hash(name);
    loop {
        // The size is a power of two.
        let taken = *table.get(place & table.len().wrapping_sub(1))?;
        let position = usize::from(taken).checked_sub(1)?;
        if names.get(position).is_some_and(|known| known.as_bytes() == name) {
            return Some(position);
        }
        place = place.wrapping_add(1);
    }
}

/// The position of a name with escapes.
#[cold]
#[inline(never)]
fn position_of_escaped(names: &[&str], table: &[u8], name: Value<'_>) -> Option<usize> {
    name.string().and_then(|text| position(names, table, text.as_bytes()))
}

/// Whether two names are the same. Comparing short ones here is quicker than calling, and nearly all are short.
#[inline]
fn is_same(left: &[u8], right: &[u8]) -> bool {
    left.len() == right.len()
        && match left.len() {
            2..4 => ends::<2>(left) == ends::<2>(right),
            4..8 => ends::<4>(left) == ends::<4>(right),
            8..=16 => ends::<8>(left) == ends::<8>(right),
            _ => left == right,
        }
}

/// The first and the last bytes of a text; absent where it has fewer.
#[inline]
fn ends<const SIZE: usize>(text: &[u8]) -> Option<([u8; SIZE], [u8; SIZE])> {
    text.first_chunk().copied().zip(text.last_chunk().copied())
}

/// Puts each member whose name is in `names`, and which is not null, into the slot of the same position.
pub(crate) fn read_members<'d>(
    object: Value<'d>,
    names: &[&str],
    table: &[u8],
    slots: &mut [Option<Value<'d>>],
    problems: &mut Problems,
) {
    // Documents come in the order of the samples, and so do the names; those that are not read stand between them.
    let mut expected = 0;
    let mut has_nulls = false;
    for (name, value) in object.members() {
        let position = match name.plain_bytes() {
            Some(plain) if names.get(expected).is_some_and(|next| is_same(next.as_bytes(), plain)) => {
                Some(expected)
            }
            Some(plain) => position(names, table, plain),
            None => position_of_escaped(names, table, name),
        };
        let Some(position) = position else { continue };
        expected = position.wrapping_add(1);
        let Some(slot) = slots.get_mut(position) else { continue };
        if value.is_null() {
            has_nulls = true;
        }
        if slot.is_some() {
            problems.note(ProblemCode::DuplicateMember, value);
        }
        *slot = Some(value);
    }
    if has_nulls {
        for slot in slots {
            if slot.is_some_and(Value::is_null) {
                *slot = None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;

    #[test]
    fn names_are_compared_in_full_at_every_length() {
        for length in 0..40 {
            let name = "n".repeat(length);
            assert!(is_same(name.as_bytes(), name.clone().as_bytes()));
            assert!(!is_same(name.as_bytes(), "n".repeat(length + 1).as_bytes()));
            for place in 0..length {
                let mut other = String::from(name.as_str());
                other.replace_range(place..=place, "m");
                assert!(!is_same(name.as_bytes(), other.as_bytes()), "{length} {place}");
            }
        }
    }
}
