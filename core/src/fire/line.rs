//! The lines of a Fire order with their modifiers, in the order of printing (<https://docs.fire.rest/en/events/order-completed>).
//!
//! A combo is a product.
//! Assumption: below another item, a product or combo is a component, though the first generation calls nearly
//! everything `PRODUCT`, modifiers included.
//! Assumption: an item's totals contain the prices of what stands below it, as in the published sample, whose order is
//! worth as much as its one combo; where they are zero they contain nothing, as for a combo from a channel, which has to
//! carry its price on its parts (<https://docs.fire.rest/en/api-reference/orders>).
//! Assumption: `unitPrice` is the price of the item without what stands below it, `grossPrice` the one with tax.

use alloc::vec::Vec;

use super::amounts::{Amounts, Entry, PLAIN};
use super::reading::Reading;
use super::{adjustment, dictionary, said};
use crate::event::DecodeError;
use crate::json::{Elements, Value, members};
use crate::order::{Line, LineMoney, LineText, Order, Reader, SharedCurrency, Span};
use crate::value::{Currency, Money};

members! {
    /// Spellings with an underscore are those of the v4 API; `productId` stands in orders that were read.
    struct LineMembers {
        uid: "uid",
        item_id: "itemId" | "item_id" | "productId",
        item_type: "itemType" | "item_type",
        name: "itemDescription" | "item_description",
        quantity: "quantity",
        currency: "selectedCurrency" | "selected_currency",
        price: "price",
        totals: "lineTotals" | "line_totals",
        groups: "modifierGroups" | "modifier_groups",
        metadata: "metadata",
    }
}

members! { struct PriceMembers { unit: "unitPrice" | "unit_price", total: "totalPrice" | "total_price", } }
members! {
    struct GroupMembers {
        uid: "uid",
        description: "description",
        modifiers: "selectedModifiers" | "selected_modifiers",
    }
}
members! { struct MetadataMembers { external_code: "externalCode" | "external_code", } }

/// Items still to be read at one level: the rest of a group, then the groups behind it.
struct Level<'d> {
    items: Option<Elements<'d>>,
    groups: Option<Elements<'d>>,
    /// Id and title of the group that the items stand in.
    group: (Span, Span),
    place: Place,
}

/// Where a line stands.
#[derive(Clone, Copy)]
struct Place {
    parent: Option<u32>,
    depth: u32,
    /// Whether a line above contains this line's price; absent where no line above states a total.
    contained: Option<bool>,
}

impl Place {
    /// The place of what stands below a line that is here. A total of zero contains nothing.
    fn below(self, parent: u32, total: Option<Money>) -> Self {
        let own = total.map(|total| !total.amount.is_zero());
        let contained = match self.contained {
            Some(true) => Some(true),
            above => own.or(above),
        };
        Self { parent: Some(parent), depth: self.depth.saturating_add(1), contained }
    }
}

impl<'d> Level<'d> {
    fn next(&mut self, r: &mut Reader<'_>) -> Option<Value<'d>> {
        loop {
            if let Some(item) = self.items.as_mut().and_then(Iterator::next) {
                return Some(item);
            }
            let group = self.groups.as_mut()?.next()?;
            let Some(group) = r.object(Some(group)) else { continue };
            let m = GroupMembers::read(group, r.problems);
            self.items = r.array(m.modifiers).map(Value::elements);
            self.group = (r.id(said(m.uid)), r.text(said(m.description)));
        }
    }
}

/// Reads all items, each followed by its modifiers, and the currency that all of them share.
///
/// No recursion: the levels stand on a list that the depth of the document bounds.
pub(super) fn read_all(
    lines: Option<Value<'_>>,
    store_currency: Option<Currency>,
    reading: &mut Reading<'_>,
    order: &mut Order,
    r: &mut Reader<'_>,
) -> Result<SharedCurrency, DecodeError> {
    let mut shared = SharedCurrency::None;
    let mut levels = Vec::new();
    let top = Place { parent: None, depth: 0, contained: None };
    levels.extend(r.array(lines).map(|lines| Level {
        items: Some(lines.elements()),
        groups: None,
        group: (Span::ABSENT, Span::ABSENT),
        place: top,
    }));
    while let Some(level) = levels.last_mut() {
        let Some(value) = level.next(r) else {
            levels.pop();
            continue;
        };
        if !reading.takes_line(order) {
            return Err(DecodeError::too_many_lines(value));
        }
        let (place, group) = (level.place, level.group);
        let Some(value) = r.object(Some(value)) else { continue };
        let m = LineMembers::read(value, r.problems);
        let currency = r.currency(said(m.currency));
        shared.add(currency, value, r);
        let mut line = read(&m, place, r);
        line.set_text(LineText::GroupId, group.0);
        line.set_text(LineText::Group, group.1);
        let total = amounts(&m, currency.or(store_currency), reading, &mut line, order, r);
        let position = u32::try_from(order.line_count()).unwrap_or(u32::MAX);
        order.push_line(r.pool, line);
        if let Some(groups) = r.array(m.groups) {
            levels.try_reserve(1).map_err(|_| DecodeError::OutOfMemory)?;
            levels.push(Level {
                items: None,
                groups: Some(groups.elements()),
                group: (Span::ABSENT, Span::ABSENT),
                place: place.below(position, total),
            });
        }
    }
    Ok(shared)
}

fn read(m: &LineMembers<'_>, place: Place, r: &mut Reader<'_>) -> Line {
    let item_type = r.text(said(m.item_type));
    let kind = dictionary::item(r.pool.get(item_type), place.parent.is_some());
    let mut line = Line::new(kind, place.parent, place.depth);
    line.priced_in_parent = place.contained;
    line.set_text(LineText::KindText, item_type);
    line.set_text(LineText::Id, r.id(said(m.uid)));
    line.set_text(LineText::ItemId, r.id(said(m.item_id)));
    line.set_text(LineText::Name, r.text(said(m.name)));
    if let Some(metadata) = r.object(m.metadata) {
        let metadata = MetadataMembers::read(metadata, r.problems);
        line.set_text(LineText::Sku, r.id(said(metadata.external_code)));
    }
    line
}

/// The line's totals are those of `lineTotals`, which modifiers lack, else those of the price. One page says that both have
/// the same members, another that they have not: the whole line is `total` or `grossPrice`, whichever there is.
///
/// The line is about to be added to the order.
fn amounts<'d>(
    m: &LineMembers<'d>,
    currency: Option<Currency>,
    reading: &mut Reading<'_>,
    line: &mut Line,
    order: &mut Order,
    r: &mut Reader<'_>,
) -> Option<Money> {
    let quantity = r.decimal(said(m.quantity), PLAIN).map(|amount| Money { amount, currency: None });
    line.set_money(LineMoney::Quantity, quantity);
    let price = r.object(m.price).map(|price| PriceMembers::read(price, r.problems));
    let (unit, whole) = price.map_or((None, None), |price| (price.unit, price.total));
    if let Some(unit) = Amounts::pick(unit, currency, reading, r) {
        line.set_money(LineMoney::UnitPrice, unit.money(unit.entry.gross, r));
    }
    let whole = Amounts::pick(whole, currency, reading, r);
    let totals = Amounts::pick(m.totals, currency, reading, r);
    let places = [totals, whole];
    let mut set = |field, member: Member<'d>| {
        let money = first_stated(&places, member).and_then(|(amounts, value)| amounts.money(Some(value), r));
        line.set_money(field, money);
        money
    };
    let total = set(LineMoney::Total, |entry| entry.total.or(entry.gross));
    set(LineMoney::Discount, |entry| entry.discount);
    set(LineMoney::Tax, |entry| entry.tax);
    let position = u32::try_from(order.line_count()).ok();
    if let Some((amounts, taxes)) = first_stated(&places, |entry| entry.taxes) {
        adjustment::taxes(Some(taxes), position, amounts, reading, order, r);
    }
    if let Some((amounts, discounts)) = first_stated(&places, |entry| entry.discounts) {
        adjustment::discounts(Some(discounts), position, amounts, reading, order, r);
    }
    total
}

/// Which member of an entry.
type Member<'d> = fn(&Entry<'d>) -> Option<Value<'d>>;

/// The first entry that states a member, whether or not it can be read, and its value.
fn first_stated<'a, 'd>(
    places: &'a [Option<Amounts<'d>>; 2],
    member: Member<'d>,
) -> Option<(&'a Amounts<'d>, Value<'d>)> {
    places.iter().flatten().find_map(|amounts| Some((amounts, said(member(&amounts.entry))?)))
}
