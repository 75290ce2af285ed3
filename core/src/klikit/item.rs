//! The lines of a klikit order and their modifiers, in the order of printing.
//!
//! An order has its lines twice: `cart` with amounts as numbers, and `cart_v2` with amounts in strings. `cart` is read: the
//! pages on webhooks know no other, the event on changed lines is defined by it, and only it is published with quantities
//! (<https://developer.klikit.io/partner-api/webhooks/events>). `cart_v2` is read where `cart` has no line; otherwise it is
//! reachable by path. The groups between a line and its modifiers are no lines; a modifier has the id and title of its group.
//!
//! Assumption: a line's `price` is that of the whole line, quantity and modifiers included.
//! Assumption: `klikit_id` is the item's id in the catalogue; where it is missing, `item_id` of `cart` and `id` of `cart_v2`.
//! Assumption: `vat` of a line is an amount in the unit of its prices, not a rate as in menus.
//! Assumption: every modifier listed was chosen, whatever its `is_selected` says.

use alloc::vec::Vec;

use super::amounts::Unit;
use super::orders::Delivery;
use super::{filled, id, text};
use crate::event::DecodeError;
use crate::json::{Elements, Value, members};
use crate::order::{Line, LineKind, LineList, LineMoney, LineText, Order, Reader, Span};
use crate::value::{Currency, Money};

members! {
    /// A line or modifier of either spelling.
    struct LineMembers {
        klikit_id: "klikit_id",
        item_id: "item_id",
        modifier_id: "modifier_id",
        id: "id",
        sku: "klikit_sku_id",
        title: "title" | "name" | "item_name",
        klikit_name: "klikit_name",
        comment: "comment",
        category: "klikit_category_name",
        section: "klikit_section_name",
        brand: "brand",
        quantity: "quantity" | "modifier_quantity",
        unit_price: "unit_price" | "extra_price",
        price: "price",
        promo_discount: "promo_discount",
        vat: "vat",
        groups: "groups" | "modifier_groups",
    }
}

members! { struct BrandMembers { id: "id", title: "title", } }
members! {
    /// A group of modifiers of either spelling.
    struct GroupMembers {
        id: "group_id" | "id",
        klikit_id: "klikit_group_id",
        title: "title" | "name",
        klikit_name: "klikit_group_name",
        modifiers: "modifiers",
    }
}

/// What is still to be read at one level: lines, or groups of lines.
struct Level<'d> {
    values: Elements<'d>,
    are_groups: bool,
    place: Place,
}

/// Where in the tree a line stands.
#[derive(Clone, Copy)]
struct Place {
    parent: Option<u32>,
    depth: u32,
    /// Whether a line above states a price that contains this one's.
    priced: bool,
    /// Id and title of the group that a modifier stands in.
    group: (Span, Span),
}

/// Reads all lines, each followed by its modifiers, from the first spelling that has any. Where `cart` replaces the lines,
/// an empty one leaves none.
pub(super) fn read_all(
    (cart, cart_v2): (Option<Value<'_>>, Option<Value<'_>>),
    delivery: &Delivery<'_, '_>,
    currency: Option<Currency>,
    order: &mut Order,
    r: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    for (spelling, unit) in [(cart, Unit::CART), (cart_v2, Unit::CART_V2)] {
        let Some(lines) = r.array(spelling) else { continue };
        read_lines(lines, unit, delivery, currency, order, r)?;
        if delivery.replaces_lines && lines.is_empty() {
            order.state_lines();
        }
        if order.states_lines() {
            break;
        }
    }
    Ok(())
}

/// No recursion: the levels stand on a list that the depth of the document bounds.
fn read_lines(
    lines: Value<'_>,
    unit: Unit,
    delivery: &Delivery<'_, '_>,
    currency: Option<Currency>,
    order: &mut Order,
    r: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    let shift = unit.shift(&delivery.decoder.scales, currency);
    let top = Place { parent: None, depth: 0, priced: false, group: (Span::ABSENT, Span::ABSENT) };
    let mut levels = Vec::new();
    push(&mut levels, lines, false, top)?;
    while let Some(level) = levels.last_mut() {
        let Some(value) = level.values.next() else {
            levels.pop();
            continue;
        };
        let (are_groups, place) = (level.are_groups, level.place);
        let Some(value) = r.object(Some(value)) else { continue };
        if are_groups {
            let m = GroupMembers::read(value, r.problems);
            if let Some(modifiers) = r.array(m.modifiers) {
                let group = (id(filled(m.id).or(m.klikit_id), r), text(filled(m.title).or(m.klikit_name), r));
                push(&mut levels, modifiers, false, Place { group, ..place })?;
            }
            continue;
        }
        if delivery.lines.saturating_add(order.line_count()) >= delivery.decoder.limits.elements {
            return Err(DecodeError::too_many_lines(value));
        }
        let m = LineMembers::read(value, r.problems);
        let position = u32::try_from(order.line_count()).unwrap_or(u32::MAX);
        let total = r.money(filled(m.price), shift, currency);
        let mut line = read(&m, place, order, r);
        line.set_money(LineMoney::UnitPrice, r.money(filled(m.unit_price), shift, currency));
        line.set_money(LineMoney::Discount, r.money(filled(m.promo_discount), shift, currency));
        line.set_money(LineMoney::Tax, r.money(filled(m.vat), shift, currency));
        line.set_money(LineMoney::Total, total);
        order.push_line(r.pool, line);
        if let Some(groups) = r.array(m.groups) {
            let priced = place.priced || total.is_some();
            let depth = place.depth.saturating_add(1);
            let inside = Place { parent: Some(position), depth, priced, ..top };
            push(&mut levels, groups, true, inside)?;
        }
    }
    Ok(())
}

fn push<'d>(
    levels: &mut Vec<Level<'d>>,
    values: Value<'d>,
    are_groups: bool,
    place: Place,
) -> Result<(), DecodeError> {
    levels.try_reserve(1).map_err(|_| DecodeError::OutOfMemory)?;
    levels.push(Level { values: values.elements(), are_groups, place });
    Ok(())
}

/// Everything of a line but its amounts.
fn read(m: &LineMembers<'_>, place: Place, order: &mut Order, r: &mut Reader<'_>) -> Line {
    let is_modifier = place.parent.is_some();
    let kind = if is_modifier { LineKind::Modifier } else { LineKind::Product };
    let mut line = Line::new(kind, place.parent, place.depth);
    line.priced_in_parent = place.priced.then_some(true);
    if is_modifier {
        line.set_text(LineText::ItemId, id(m.klikit_id, r));
        line.set_text(LineText::ModifierId, id(m.modifier_id.or(m.id), r));
        let (group_id, group) = place.group;
        line.set_text(LineText::GroupId, group_id);
        line.set_text(LineText::Group, group);
    } else {
        line.set_text(LineText::ItemId, id(m.klikit_id.or(m.item_id).or(m.id), r));
    }
    line.set_text(LineText::Sku, id(m.sku, r));
    line.set_text(LineText::Name, text(filled(m.title).or(m.klikit_name), r));
    line.set_text(LineText::Notes, text(m.comment, r));
    line.set_text(LineText::Category, text(m.category, r));
    if let Some(brand) = r.object(m.brand) {
        let brand = BrandMembers::read(brand, r.problems);
        line.set_text(LineText::BrandId, id(brand.id, r));
        line.set_text(LineText::Brand, text(brand.title, r));
    }
    let quantity = r.decimal(filled(m.quantity), 0).map(|amount| Money { amount, currency: None });
    line.set_money(LineMoney::Quantity, quantity);
    order.fill_list(&mut line, LineList::Sections, r, filled(m.section).into_iter());
    line
}
