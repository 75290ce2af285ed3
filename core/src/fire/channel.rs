//! Sales channels, as Fire's events about channels, stores, menus and products tell of them
//! (<https://docs.fire.rest/en/webhook-reference/channel-updated>).
//!
//! Assumption: where a store's event gives both `channel` and `channelReferenceName`, the first is the channel's name.

use super::catalogue::{self, Gathering};
use super::said;
use crate::event::{EventKind, Subject, SubjectKind, SubjectText};
use crate::json::{Kind, Value, members};
use crate::order::Span;

members! { struct DataMembers { brand_id: "vendorId", channel: "channel", channels: "channels", } }

members! {
    struct ChannelMembers {
        id: "channelId",
        code: "code",
        name: "name" | "channel" | "channelReferenceName",
        active: "active",
        brand_id: "vendorId",
    }
}

/// Reads an event about channels: `channel`, `channels`, or `data` itself, which is how a deletion says which one.
pub(super) fn read(data: Value<'_>, gathering: &mut Gathering<'_>) {
    let m = DataMembers::read(data, gathering.problems);
    let brand_id = gathering.reader().id(said(m.brand_id));
    let one = m.channel.filter(|channel| channel.kind() == Kind::Object);
    match (one, m.channels) {
        (None, None) => add(data, gathering),
        (one, several) => {
            if let Some(one) = one {
                add_under(one, Span::ABSENT, brand_id, gathering);
            }
            gathering.each(several, |value, gathering| add_under(value, Span::ABSENT, brand_id, gathering));
        }
    }
}

/// Adds a channel.
pub(super) fn add(value: Value<'_>, gathering: &mut Gathering<'_>) {
    add_under(value, Span::ABSENT, Span::ABSENT, gathering);
}

/// Adds a channel of the store with this id.
pub(super) fn add_in_store(value: Value<'_>, store_id: Span, gathering: &mut Gathering<'_>) {
    add_under(value, store_id, Span::ABSENT, gathering);
}

/// Adds a channel of a store, and of a brand, where it does not say that itself.
fn add_under(value: Value<'_>, store_id: Span, brand_id: Span, gathering: &mut Gathering<'_>) {
    let (store_id, brand_id) = (gathering.shared(store_id), gathering.shared(brand_id));
    let mut subject = Subject::new(SubjectKind::Channel);
    subject.removed = (gathering.kind == EventKind::ChannelRemoved).then_some(true);
    let mut r = gathering.reader();
    let Some(object) = r.object(Some(value)) else { return };
    let m = ChannelMembers::read(object, r.problems);
    let (available, word) = catalogue::active(m.active, &mut r);
    subject.available = available;
    let own_brand_id = r.id(said(m.brand_id));
    subject.set_text(SubjectText::Id, r.id(said(m.id)));
    subject.set_text(SubjectText::Code, r.id(said(m.code)));
    subject.set_text(SubjectText::Name, r.text(said(m.name)));
    subject.set_text(SubjectText::Status, word);
    subject.set_text(SubjectText::StoreId, store_id);
    subject.set_text(SubjectText::BrandId, if own_brand_id.is_absent() { brand_id } else { own_brand_id });
    gathering.add(subject, value);
}
