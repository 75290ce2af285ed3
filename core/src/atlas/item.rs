//! The items of an Atlas order and their sub-items, as lines in the order of printing.
//!
//! A child with a `modifier_id` is a modifier; with a null one, a component (<https://help.atlas.kitchen/connect/webhooks/order-events>).
//! The other generations' items carry no such member.
//! Assumption: there, a child is a modifier.
//! Assumption: the current generation's `item_total` contains the children's prices, as in the published sample.

use alloc::vec::Vec;

use super::amounts::Unit;
use crate::event::{DecodeError, Decoder};
use crate::json::{Elements, Value, members};
use crate::order::{Line, LineKind, LineList, LineMoney, LineText, Order, Reader, SharedCurrency};
use crate::value::{Currency, Money};

members! {
    struct ItemMembers {
        id: "id",
        item_id: "item_id",
        sku: "item_sku",
        modifier_id: "modifier_id",
        name: "name",
        quantity: "quantity",
        currency: "currency",
        unit_price: "unit_price",
        unit_modifier_price: "unit_modifier_price",
        unit_component_price: "unit_component_price",
        kind: "type",
        item_total: "item_total",
        item_discount: "item_discount",
        tags: "product_tags" | "tags",
        kitchen_tags: "kitchen_tags",
        report_category: "report_category",
        voided: "voided",
        brand: "brand",
        sections: "sections",
        sub_items: "sub_items",
        // First and second generation.
        calculated_subtotal: "calculated_subtotal",
        unit_label: "unit_label",
        notes: "notes",
        discount: "discount",
        price_cents: "price_cents",
    }
}

members! { struct BrandMembers { id: "id", label: "label", } }
members! { struct SectionMembers { label: "label", } }

/// Items still to be read at one level.
struct Level<'d> {
    items: Elements<'d>,
    parent: Option<u32>,
    depth: u32,
}

/// Reads all items, each followed by its children, and the currency that all of them share.
///
/// No recursion: the levels stand on a list that the depth of the document bounds.
pub(super) fn read_all(
    items: Option<Value<'_>>,
    decoder: &Decoder,
    order: &mut Order,
    r: &mut Reader<'_>,
) -> Result<Option<Currency>, DecodeError> {
    let mut shared = SharedCurrency::None;
    let mut levels = Vec::new();
    levels.extend(items.map(|items| Level { items: items.elements(), parent: None, depth: 0 }));
    while let Some(level) = levels.last_mut() {
        let Some(value) = level.items.next() else {
            levels.pop();
            continue;
        };
        if order.line_count() >= decoder.limits.elements {
            return Err(DecodeError::too_many_lines(value));
        }
        let (parent, depth) = (level.parent, level.depth);
        let Some(value) = r.object(Some(value)) else { continue };
        let m = ItemMembers::read(value, r.problems);
        let currency = r.currency(m.currency);
        shared.add(currency, m.currency.unwrap_or(value), r);
        let line = read(value, &m, currency, (parent, depth), decoder, order, r);
        let position = u32::try_from(order.line_count()).unwrap_or(u32::MAX);
        order.push_line(r.pool, line);
        if let Some(children) = r.array(m.sub_items) {
            levels.try_reserve(1).map_err(|_| DecodeError::OutOfMemory)?;
            levels.push(Level {
                items: children.elements(),
                parent: Some(position),
                depth: depth.saturating_add(1),
            });
        }
    }
    Ok(shared.agreed())
}

fn read(
    value: Value<'_>,
    m: &ItemMembers<'_>,
    currency: Option<Currency>,
    (parent, depth): (Option<u32>, u32),
    decoder: &Decoder,
    order: &mut Order,
    r: &mut Reader<'_>,
) -> Line {
    let kind = if parent.is_none() {
        LineKind::Product
    } else if m.modifier_id.is_none() && value.has("modifier_id") {
        LineKind::Component
    } else {
        LineKind::Modifier
    };
    let mut line = Line::new(kind, parent, depth);
    line.voided = r.flag(m.voided);
    if parent.is_some() && m.item_total.is_some() {
        line.priced_in_parent = Some(true);
    }
    line.set_text(LineText::Id, r.id(m.id));
    line.set_text(LineText::ItemId, r.id(m.item_id));
    line.set_text(LineText::Sku, r.id(m.sku));
    line.set_text(LineText::Name, r.text(m.name));
    line.set_text(LineText::Notes, r.text(m.notes));
    line.set_text(LineText::Category, r.text(m.report_category));
    line.set_text(LineText::ModifierId, r.id(m.modifier_id));
    line.set_text(LineText::KindText, r.text(m.kind));
    line.set_text(LineText::Unit, r.text(m.unit_label));
    if let Some(brand) = r.object(m.brand) {
        let brand = BrandMembers::read(brand, r.problems);
        line.set_text(LineText::BrandId, r.id(brand.id));
        line.set_text(LineText::Brand, r.text(brand.label));
    }
    amounts(m, currency, decoder, &mut line, r);
    for (field, list) in [(LineList::Tags, m.tags), (LineList::KitchenTags, m.kitchen_tags)] {
        let list = r.array(list);
        order.fill_list(&mut line, field, r, list.into_iter().flat_map(Value::elements));
    }
    let sections = r.array(m.sections).into_iter().flat_map(Value::elements);
    order.fill_list_by(&mut line, LineList::Sections, r, sections, |r, section| {
        let section = r.object(Some(section))?;
        SectionMembers::read(section, r.problems).label
    });
    line
}

/// Each amount by its member, since the member's name tells the unit.
fn amounts(
    m: &ItemMembers<'_>,
    currency: Option<Currency>,
    decoder: &Decoder,
    line: &mut Line,
    r: &mut Reader<'_>,
) {
    let quantity = r.decimal(m.quantity, 0).map(|amount| Money { amount, currency: None });
    line.set_money(LineMoney::Quantity, quantity);
    let table = [
        (LineMoney::UnitPrice, m.unit_price, m.price_cents),
        (LineMoney::UnitModifierPrice, m.unit_modifier_price, None),
        (LineMoney::UnitComponentPrice, m.unit_component_price, None),
        (LineMoney::Discount, m.item_discount, m.discount),
        (LineMoney::Total, m.item_total, m.calculated_subtotal),
    ];
    let of_minor = Unit::Minor.of_all([m.price_cents, m.discount, m.calculated_subtotal]);
    for (field, major, minor) in table {
        let unit = if major.is_some() { Unit::Major } else { of_minor };
        line.set_money(field, unit.money(major.or(minor), decoder, currency, r));
    }
}
