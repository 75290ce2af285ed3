//! Menus: a whole catalogue for some stores and channels (<https://docs.fire.rest/en/webhook-reference/menu-updated>,
//! <https://docs.fire.rest/en/webhook-reference/menu-updated-v2>).
//!
//! Both generations come under one event type and say whom the menu is for in different members of `list`; what is there is
//! read. A single store and channel, as in the first, are told on the menu itself; several are subjects behind it.
//! Assumption: `channelReferenceName` of `list` is the channel, as in the published samples; where a menu is read from
//! the API, it is the kind of fulfilment.
//! Assumption: `menu.deleted` and `menus.sync`, whose bodies are published nowhere, say which menu as `menu.updated` does, in
//! `menu`, in each of `menus`, or in `data` itself.

use super::catalogue::Gathering;
use super::{channel, product, said, stores};
use crate::event::{EventKind, Subject, SubjectKind, SubjectText};
use crate::json::{Kind, Value, members};

members! { struct DataMembers { menu: "menu", menus: "menus", } }

members! {
    struct MenuMembers {
        list: "list",
        categories: "categories",
        products: "products",
        modifier_groups: "modifierGroups",
        activities: "scheduledActivities",
    }
}

members! {
    struct ListMembers {
        id: "listId",
        name: "listName",
        brand_id: "vendorId",
        store_id: "storeId",
        channel_id: "channelId",
        channel: "channelReferenceName",
        stores: "stores",
        channels: "channels",
    }
}

/// Reads an event about menus.
pub(super) fn read(data: Value<'_>, gathering: &mut Gathering<'_>) {
    let m = DataMembers::read(data, gathering.problems);
    match (m.menu, m.menus) {
        (None, None) => add(data, gathering),
        (one, several) => {
            if let Some(one) = one {
                add(one, gathering);
            }
            gathering.each(several, add);
        }
    }
}

/// Adds a menu, and then its stores, channels and products.
fn add(value: Value<'_>, gathering: &mut Gathering<'_>) {
    let Some(value) = gathering.reader().object(Some(value)) else { return };
    let m = MenuMembers::read(value, gathering.problems);
    let Some(list) = gathering.reader().object(m.list.or(Some(value))) else { return };
    let list = ListMembers::read(list, gathering.problems);
    let mut menu = of_list(&list, gathering);
    menu.removed = (gathering.kind == EventKind::MenuRemoved || m.is_removal()).then_some(true);
    if m.says_something() {
        gathering.add_nameless(menu, value);
    } else {
        gathering.add(menu, value);
    }
    gathering.each(list.stores, stores::add_with_channels);
    gathering.each(list.channels, channel::add);
    gathering.each(m.products, product::add);
}

impl MenuMembers<'_> {
    /// Whether this is a menu, even if it does not say which.
    fn says_something(&self) -> bool {
        [self.list, self.categories, self.products, self.modifier_groups].iter().any(Option::is_some)
    }

    /// Whether nothing is left of the menu, which is how its removal is published.
    fn is_removal(&self) -> bool {
        let is_empty = |list: Value<'_>| list.kind() == Kind::Array && list.is_empty();
        [self.categories, self.products, self.modifier_groups]
            .into_iter()
            .all(|list| list.is_some_and(is_empty))
            && self.activities.is_none_or(is_empty)
    }
}

fn of_list(m: &ListMembers<'_>, gathering: &mut Gathering<'_>) -> Subject {
    let mut menu = Subject::new(SubjectKind::Menu);
    let (stores, mut r) = (&gathering.decoder.stores, gathering.reader());
    let store_id = r.id(said(m.store_id));
    menu.set_text(SubjectText::Id, r.id(said(m.id)));
    menu.set_text(SubjectText::Name, r.text(said(m.name)));
    menu.set_text(SubjectText::BrandId, r.id(said(m.brand_id)));
    menu.set_text(SubjectText::StoreId, store_id);
    menu.set_text(SubjectText::StoreKey, store_id);
    menu.set_text(SubjectText::OwnStoreId, stores.own_id(store_id, m.store_id, &mut r));
    menu.set_text(SubjectText::ChannelId, r.id(said(m.channel_id)));
    menu.set_text(SubjectText::Channel, r.text(said(m.channel)));
    menu
}
