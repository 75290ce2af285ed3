//! The way from the outermost value of a document down to another.

use super::document::Document;
use super::value::{Kind, Value};

/// How one value stands in another.
#[derive(Clone, Copy)]
pub(crate) enum Key<'d> {
    /// As the member with this name.
    Member(Value<'d>),
    /// As the element at this position, from 0.
    Element(usize),
}

/// One level down.
#[derive(Clone, Copy)]
pub(crate) struct Link<'d> {
    pub(crate) key: Key<'d>,
    pub(crate) value: Value<'d>,
}

impl Link<'_> {
    /// Whether this is a member with this name.
    pub(crate) fn is_named(&self, name: &str) -> bool {
        matches!(self.key, Key::Member(key) if key.is_named(name))
    }
}

/// What follows where the links lead as `way` says: names joined by dots, `[]` behind one whose elements are meant, any of
/// them, as in `payments.totals[]`. An empty way leads nowhere else.
pub(crate) fn after<'l, 'd>(links: &'l [Link<'d>], way: &str) -> Option<&'l [Link<'d>]> {
    let mut rest = links;
    for step in way.split('.').filter(|step| !step.is_empty()) {
        let name = step.strip_suffix("[]").unwrap_or(step);
        let (link, below) = rest.split_first()?;
        rest = below;
        if !link.is_named(name) {
            return None;
        }
        if name != step {
            let (element, below) = rest.split_first()?;
            rest = below;
            if !matches!(element.key, Key::Element(_)) {
                return None;
            }
        }
    }
    Some(rest)
}

/// Whether the links lead the way, and then to one of the members.
pub(crate) fn leads_to(links: &[Link<'_>], way: &str, members: &[&str]) -> bool {
    matches!(after(links, way), Some([last]) if members.iter().any(|name| last.is_named(name)))
}

/// Each level below the outermost value down to the one that starts at a byte offset.
pub(crate) struct Descent<'d> {
    value: Value<'d>,
    offset: usize,
}

impl<'d> Descent<'d> {
    pub(crate) fn new(document: &'d Document, offset: usize) -> Self {
        Self { value: document.root(), offset }
    }
}

impl<'d> Iterator for Descent<'d> {
    type Item = Link<'d>;

    fn next(&mut self) -> Option<Link<'d>> {
        if self.value.offset() >= self.offset {
            return None;
        }
        let link = match self.value.kind() {
            Kind::Object => {
                let before = self.value.members().take_while(|(name, _)| name.offset() <= self.offset);
                before.last().map(|(name, value)| Link { key: Key::Member(name), value })
            }
            Kind::Array => {
                let before = self.value.elements().enumerate();
                let before = before.take_while(|(_, value)| value.offset() <= self.offset);
                before.last().map(|(index, value)| Link { key: Key::Element(index), value })
            }
            _ => None,
        }?;
        self.value = link.value;
        Some(link)
    }
}
