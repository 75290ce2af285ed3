//! The way from the outermost value of a document down to another.

use super::document::Document;
use super::value::{Kind, Value};

/// How one value stands in another.
#[derive(Clone, Copy)]
pub(super) enum Key<'d> {
    /// As the member with this name.
    Member(Value<'d>),
    /// As the element at this position, from 0.
    Element(usize),
}

/// One level down.
#[derive(Clone, Copy)]
pub(super) struct Link<'d> {
    pub(super) key: Key<'d>,
    pub(super) value: Value<'d>,
}

/// Each level below the outermost value down to the one that starts at a byte offset.
pub(super) struct Descent<'d> {
    value: Value<'d>,
    offset: usize,
}

impl<'d> Descent<'d> {
    pub(super) fn new(document: &'d Document, offset: usize) -> Self {
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
