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
            const NAMES: &'static [&'static str] = &[$($first, $($other,)*)+];

            $vis fn read(object: $crate::json::Value<'d>, problems: &mut $crate::problem::Problems) -> Self {
                let mut slots = [None; Self::NAMES.len()];
                $crate::json::read_members(object, Self::NAMES, &mut slots, problems);
                let mut slots = slots.into_iter();
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
        $slots.next().flatten().filter(|value: &$crate::json::Value<'d>| !value.is_null())
    };
}

pub(crate) use members;

/// Puts each member whose name is in `names` into the slot of the same position.
///
/// Documents come in the order of the samples, so the search starts behind the name found last.
pub(crate) fn read_members<'d>(
    object: Value<'d>,
    names: &[&str],
    slots: &mut [Option<Value<'d>>],
    problems: &mut Problems,
) {
    let mut expected = 0;
    for (name, value) in object.members() {
        let position = if names.get(expected).is_some_and(|expected| name.is_named(expected)) {
            expected
        } else if let Some(position) = names.iter().position(|known| name.is_named(known)) {
            position
        } else {
            continue;
        };
        expected = position.wrapping_add(1);
        if let Some(slot) = slots.get_mut(position) {
            if slot.replace(value).is_some() {
                problems.note(ProblemCode::DuplicateMember, value);
            }
        }
    }
}
