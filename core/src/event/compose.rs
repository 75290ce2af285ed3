//! The documented body, composed from a received one by the locations that are set.
//!
//! It begins with the received document; each located value is put in its documented place, objects around it are made
//! where there are none, and what is located inside another located value overrides it. Every text is copied as it stands,
//! and where from is kept, so that whatever is said of the composed document can be said of the received one.

use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;

use super::error::DecodeError;
use super::locations::{Locations, Name};
use crate::json::{Document, Kind, Value};
use crate::limits::Limits;

/// A composed document, and where each part of it was received.
pub(crate) struct Composed {
    document: Document,
    runs: Vec<Run>,
}

/// Text that stands in both documents. Of an object that was made, the opening bracket alone, received where the value
/// stands that it replaces or that is around it.
struct Run {
    composed: u32,
    received: u32,
    length: u32,
}

/// A location that leads to a value of the received document.
struct Found<'a, 'd> {
    names: &'a [Name],
    value: Value<'d>,
}

/// Which members of an object come along.
#[derive(Clone, Copy)]
enum Members {
    All,
    /// Those of the envelope, the others being located inside.
    OfEnvelope,
    ButEnvelope,
}

impl Members {
    /// Whether a member comes along, given how to compare its name.
    fn keep(self, envelope: &[&str], is_named: impl Fn(&str) -> bool) -> bool {
        let is_of_envelope = || envelope.iter().any(|known| is_named(known));
        match self {
            Self::All => true,
            Self::OfEnvelope => is_of_envelope(),
            Self::ButEnvelope => !is_of_envelope(),
        }
    }
}

/// An object that is being written.
struct Open<'a, 'd> {
    /// The object that it begins with, if any.
    base: Option<Value<'d>>,
    members: Members,
    /// What is located below and not yet written.
    below: &'a [Found<'a, 'd>],
    /// How many names lead here.
    depth: usize,
    /// Offset in the received document.
    origin: usize,
    is_empty: bool,
}

struct Writer<'a, 'd> {
    received: &'d Document,
    /// Members of the outermost object that are the envelope's own.
    envelope: &'a [&'a str],
    text: String,
    runs: Vec<Run>,
}

impl Locations {
    /// The documented body; `None` where no location leads to a value, so that the received one is that.
    ///
    /// Where the outermost object is located inside itself, as with a flattened order, its members move there but for those
    /// named by `envelope`: they are about the delivery, and would give each attempt a content key of its own.
    ///
    /// # Errors
    /// The composed document exceeds a limit, or there is no memory for it: it can be as large as the body times one more
    /// than the number of locations.
    pub(super) fn compose(
        &self,
        received: &Document,
        envelope: &[&str],
        limits: &Limits,
    ) -> Result<Option<Composed>, DecodeError> {
        let mut found = Vec::new();
        found.try_reserve_exact(self.len()).map_err(|_| DecodeError::OutOfMemory)?;
        found.extend(self.iter().filter_map(|location| {
            let value = received.at(&location.actual)?;
            Some(Found { names: &location.canonical, value })
        }));
        if found.is_empty() {
            return Ok(None);
        }
        let mut writer = Writer { received, envelope, text: String::new(), runs: Vec::new() };
        writer.document(&found).ok_or(DecodeError::OutOfMemory)?;
        let Writer { text, runs, .. } = writer;
        let limits = Limits { body_bytes: Limits::MAX_BODY_BYTES, ..*limits };
        match Document::parse(text.into_bytes(), &limits) {
            Ok(document) => Ok(Some(Composed { document, runs })),
            Err(error) => {
                Err(DecodeError::from(error).moved(|offset| place(received, received_offset(&runs, offset))))
            }
        }
    }
}

impl Composed {
    /// The composed document.
    pub(super) fn document(&self) -> &Document {
        &self.document
    }

    /// Path and offset in the received document of what stands at an offset of the composed one.
    pub(super) fn received(&self, received: &Document, offset: usize) -> (String, usize) {
        place(received, received_offset(&self.runs, offset))
    }

    /// The offsets in the composed document of what stands at an offset of the received one.
    pub(super) fn composed(&self, offset: usize) -> impl Iterator<Item = usize> {
        self.runs.iter().filter_map(move |run| {
            let inside = offset.checked_sub(widen(run.received))?;
            (inside < widen(run.length)).then(|| widen(run.composed).saturating_add(inside))
        })
    }
}

fn place(received: &Document, offset: usize) -> (String, usize) {
    (received.path_at(offset), offset)
}

fn received_offset(runs: &[Run], offset: usize) -> usize {
    let after = runs.partition_point(|run| widen(run.composed) <= offset);
    let Some(run) = after.checked_sub(1).and_then(|last| runs.get(last)) else { return 0 };
    let inside = offset.saturating_sub(widen(run.composed)).min(widen(run.length).saturating_sub(1));
    widen(run.received).saturating_add(inside)
}

/// Offsets are smaller than 2^31 in both documents.
fn widen(offset: u32) -> usize {
    usize::try_from(offset).unwrap_or(usize::MAX)
}

/// Each step answers `None` where there is no memory.
impl<'d> Writer<'_, 'd> {
    /// Writes the whole document. No recursion: the open objects stand on a list.
    fn document(&mut self, found: &[Found<'_, 'd>]) -> Option<()> {
        let root = self.received.root();
        let mut levels = Vec::new();
        self.value(found, 0, Some(root), root.offset(), &mut levels)?;
        while let Some(level) = levels.last_mut() {
            let Some(name) = level.below.first().and_then(|first| first.names.get(level.depth)) else {
                self.put("}")?;
                levels.pop();
                continue;
            };
            let named =
                |found: &Found<'_, '_>| found.names.get(level.depth).is_some_and(|own| own.text == name.text);
            let (same, rest) = level.below.split_at_checked(level.below.partition_point(named))?;
            level.below = rest;
            if !level.is_empty {
                self.put(",")?;
            }
            level.is_empty = false;
            self.put(&name.quoted)?;
            self.put(":")?;
            let stays = level.members.keep(self.envelope, |known| known == name.text);
            let base = level.base.filter(|_| stays).and_then(|base| base.get(&name.text));
            let (depth, origin) = (level.depth.saturating_add(1), level.origin);
            self.value(same, depth, base, origin, &mut levels)?;
        }
        Some(())
    }

    /// Writes what is located at one place, whole or as an object that is open for what is located below.
    fn value<'a>(
        &mut self,
        found: &'a [Found<'a, 'd>],
        depth: usize,
        base: Option<Value<'d>>,
        origin: usize,
        levels: &mut Vec<Open<'a, 'd>>,
    ) -> Option<()> {
        let (here, below) = match found.split_first() {
            Some((first, below)) if first.names.len() == depth => (Some(first.value), below),
            _ => (None, found),
        };
        let base = here.or(base);
        let object = base.filter(|base| base.kind() == Kind::Object);
        let root = self.received.root();
        let members = if object != Some(root) {
            Members::All
        } else if depth > 0 {
            Members::ButEnvelope
        } else if below.iter().any(|found| found.value == root) {
            Members::OfEnvelope
        } else {
            Members::All
        };
        if let (Some(whole), true, Members::All) = (base, below.is_empty(), members) {
            return self.copy(whole.offset(), end(whole));
        }
        let origin = base.map_or(origin, Value::offset);
        self.mark(origin, 1)?;
        self.put("{")?;
        let envelope = self.envelope;
        let is_empty = match object {
            Some(object) => self.members(object, |member| {
                let Some(name) = member.string() else { return false };
                let order = |found: &Found<'_, '_>| {
                    found.names.get(depth).map_or(Ordering::Less, |own| own.text.as_str().cmp(&name))
                };
                below.binary_search_by(order).is_ok() || !members.keep(envelope, |known| known == name)
            })?,
            None => true,
        };
        levels.try_reserve(1).ok()?;
        levels.push(Open { base: object, members, below, depth, origin, is_empty });
        Some(())
    }

    /// Copies an object's members, as many as stand together at once; whether there were none.
    fn members(&mut self, object: Value<'d>, is_left_out: impl Fn(Value<'d>) -> bool) -> Option<bool> {
        let mut together: Option<(usize, usize)> = None;
        let mut is_empty = true;
        // The end of the object is like one more member that is left out.
        let members = object.members().map(Some).chain([None]);
        for member in members {
            match member {
                Some((name, value)) if !is_left_out(name) => {
                    let start = together.map_or(name.offset(), |(start, _)| start);
                    together = Some((start, end(value)));
                }
                _ => {
                    let Some((start, end)) = together.take() else { continue };
                    if !is_empty {
                        self.put(",")?;
                    }
                    is_empty = false;
                    self.copy(start, end)?;
                }
            }
        }
        Some(is_empty)
    }

    /// Copies received text.
    fn copy(&mut self, start: usize, end: usize) -> Option<()> {
        let received = self.received;
        self.mark(start, end.saturating_sub(start))?;
        self.put(received.text().get(start..end)?)
    }

    /// Notes where what is written next was received.
    fn mark(&mut self, received: usize, length: usize) -> Option<()> {
        let narrow = |number| u32::try_from(number).ok();
        let run =
            Run { composed: narrow(self.text.len())?, received: narrow(received)?, length: narrow(length)? };
        self.runs.try_reserve(1).ok()?;
        self.runs.push(run);
        Some(())
    }

    fn put(&mut self, text: &str) -> Option<()> {
        self.text.try_reserve(text.len()).ok()?;
        self.text.push_str(text);
        (self.text.len() <= Limits::MAX_BODY_BYTES).then_some(())
    }
}

/// The offset after the last byte of a value.
fn end(value: Value<'_>) -> usize {
    value.offset().saturating_add(value.raw().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locations(places: &[(&str, &str)]) -> Locations {
        let mut locations = Locations::default();
        for (canonical, actual) in places {
            locations.add(canonical, actual).unwrap();
        }
        locations
    }

    /// The composed text.
    fn text(received: &str, places: &[(&str, &str)]) -> Option<String> {
        let limits = Limits::default();
        let received = Document::copy(received.as_bytes(), &limits).unwrap();
        let composed = locations(places).compose(&received, &["event", "_meta"], &limits).unwrap();
        composed.map(|composed| composed.document.text().into())
    }

    fn composes(received: &str, places: &[(&str, &str)], wanted: &str) {
        assert_eq!(text(received, places).as_deref(), Some(wanted), "{received}");
    }

    #[test]
    fn a_value_is_put_in_its_place_and_the_rest_stays() {
        composes(
            r#"{"ref":7, "x":1}"#,
            &[("$.data.orderId", "$.ref")],
            r#"{"ref":7, "x":1,"data":{"orderId":7}}"#,
        );
        composes(
            r#"{"data":{"a":1,"b":2},"n":[3,4]}"#,
            &[("$.data.a", "$.n[1]")],
            r#"{"n":[3,4],"data":{"b":2,"a":4}}"#,
        );
        composes(r#"{"data":1,"ref":2}"#, &[("$.data.id", "$.ref")], r#"{"ref":2,"data":{"id":2}}"#);
        composes(r#"{"a b":1}"#, &[("$[\"c\\\"d\"]", "$[\"a b\"]")], r#"{"a b":1,"c\"d":1}"#);
    }

    #[test]
    fn deeper_places_override_what_is_around_them() {
        let places = [("$.a", "$.x"), ("$.a.b", "$.y"), ("$.a.c.d", "$.y"), ("$", "$.w")];
        let received = r#"{"w":{"a":0,"z":1},"x":{"b":2,"c":{"e":3},"f":4},"y":null}"#;
        composes(received, &places, r#"{"z":1,"a":{"f":4,"b":null,"c":{"e":3,"d":null}}}"#);
    }

    #[test]
    fn a_flattened_body_is_put_inside_itself_without_its_envelope() {
        let received = r#"{"event":{"id":1},"id":2,"_meta":{"attempt":"1"}}"#;
        composes(
            received,
            &[("$.data", "$")],
            r#"{"event":{"id":1},"_meta":{"attempt":"1"},"data":{"id":2}}"#,
        );
        composes(r#"{"_meta":1}"#, &[("$.data", "$")], r#"{"_meta":1,"data":{}}"#);
        let places =
            [("$.data", "$"), ("$.event.type", "$.kind"), ("$.id.x", "$.kind"), ("$.data._meta.a", "$.id")];
        composes(
            r#"{"event":{"id":1},"id":2,"kind":"k","_meta":3}"#,
            &places,
            r#"{"_meta":3,"data":{"id":2,"kind":"k","_meta":{"a":2}},"event":{"id":1,"type":"k"},"id":{"x":"k"}}"#,
        );
        composes("[7]", &[("$.orders", "$")], r#"{"orders":[7]}"#);
    }

    #[test]
    fn a_wrapping_is_taken_off() {
        composes("\u{FEFF} {\"body\" : [1, 2] } ", &[("$", "$.body")], "[1, 2]");
        composes(r#"{"body":"{}"}"#, &[("$", "$.body")], r#""{}""#);
    }

    #[test]
    fn what_is_not_found_leaves_its_place_as_it_is() {
        assert_eq!(text(r#"{"a":1}"#, &[("$.a", "$.b"), ("$.c.d", "$.e[0]")]), None);
        composes(
            r#"{"a":1,"f":2}"#,
            &[("$.a", "$.b"), ("$.c.d", "$.e"), ("$.g", "$.f")],
            r#"{"a":1,"f":2,"g":2}"#,
        );
    }

    #[test]
    fn of_repeated_members_the_last_counts() {
        composes(
            r#"{"d":{"a":1},"k":0,"d":{"a":2,"b":3},"k":4}"#,
            &[("$.d.a", "$.k")],
            r#"{"k":0,"k":4,"d":{"b":3,"a":4}}"#,
        );
    }

    #[test]
    fn every_value_is_traced_to_where_it_was_received() {
        let limits = Limits::default();
        let text = r#"{ "ref": 7, "order": {"lines": [1, {"n": 2}], "x": 0}, "y": [true] }"#;
        let received = Document::copy(text.as_bytes(), &limits).unwrap();
        let places =
            [("$.data", "$.order"), ("$.data.x", "$.y"), ("$.data.id", "$.ref"), ("$.new.id", "$.ref")];
        let composed = locations(&places).compose(&received, &[], &limits).unwrap().unwrap();
        for (canonical, actual) in [
            ("$", "$"),
            ("$.data", "$.order"),
            ("$.data.lines[1].n", "$.order.lines[1].n"),
            ("$.data.x[0]", "$.y[0]"),
            ("$.data.id", "$.ref"),
            ("$.order.x", "$.order.x"),
            ("$.new", "$"),
            ("$.new.id", "$.ref"),
        ] {
            let there = composed.document().at(canonical).unwrap().offset();
            let here = received.at(actual).unwrap().offset();
            assert_eq!(composed.received(&received, there), (actual.into(), here), "{canonical}");
            assert!(composed.composed(here).any(|offset| offset == there), "{canonical}");
        }
    }

    #[test]
    fn limits_hold_and_are_told_of_the_received_document() {
        let limits = Limits { depth: 2, ..Limits::default() };
        let received = Document::copy(br#"{"a":[0]}"#, &limits).unwrap();
        let error = locations(&[("$.b", "$")]).compose(&received, &[], &limits).err().unwrap();
        assert_eq!((error.code_name(), error.place()), ("too_deep", Some(("$.a", 5))));
    }

    #[test]
    fn depth_of_a_place_costs_no_stack() {
        let limits = Limits { depth: 200_000, ..Limits::default() };
        let deep = alloc::format!("${}", ".a".repeat(100_000));
        let received = Document::copy(b"{\"x\":1}", &limits).unwrap();
        let composed = locations(&[(&deep, "$.x")]).compose(&received, &[], &limits).unwrap().unwrap();
        assert_eq!(composed.document().at(&deep).and_then(Value::number), Some("1"));
    }
}
