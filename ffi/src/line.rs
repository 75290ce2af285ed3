//! Lines
//!
//! What was ordered, as one list in the order of printing: each line is followed by its children (modifiers and
//! components), which say their `depth` and `parent`. Positions count from 0; TILLWIRE_ORDER_LINE_COUNT says how many.

use core::ffi::c_char;

use tillwire_core::order::{LineInt, LineList, LineMoney, LineRef, LineText};

use crate::boundary;
use crate::order::tillwire_order;
use crate::value::{money_out, tillwire_money};

/// Text: the platform's id of the line.
pub const TILLWIRE_LINE_ID: i32 = 1101;
/// Text: the catalogue id of the item.
pub const TILLWIRE_LINE_ITEM_ID: i32 = 1102;
/// Text: the merchant's stock-keeping code.
pub const TILLWIRE_LINE_SKU: i32 = 1103;
/// Text: the item's name.
pub const TILLWIRE_LINE_NAME: i32 = 1104;
/// Text: the customer's note on the line.
pub const TILLWIRE_LINE_NOTES: i32 = 1105;
/// Text: the category for reports.
pub const TILLWIRE_LINE_CATEGORY: i32 = 1106;
/// Text: the id of the modifier that the line came from.
pub const TILLWIRE_LINE_MODIFIER_ID: i32 = 1107;
/// Text: the line's type in the platform's own word.
pub const TILLWIRE_LINE_KIND_TEXT: i32 = 1108;
/// Text: the brand's id.
pub const TILLWIRE_LINE_BRAND_ID: i32 = 1109;
/// Text: the brand's name.
pub const TILLWIRE_LINE_BRAND: i32 = 1110;
/// Text: what one unit is, as in `100 g`.
pub const TILLWIRE_LINE_UNIT: i32 = 1111;
/// Text: the id of the group of choices that a modifier or component was chosen from.
pub const TILLWIRE_LINE_GROUP_ID: i32 = 1112;
/// Text: the title of that group, as in `Choose a side`.
pub const TILLWIRE_LINE_GROUP: i32 = 1113;

/// List: tags of the product.
pub const TILLWIRE_LINE_TAGS: i32 = 1151;
/// List: tags that route the line in the kitchen.
pub const TILLWIRE_LINE_KITCHEN_TAGS: i32 = 1152;
/// List: menu sections in which the item stands.
pub const TILLWIRE_LINE_SECTIONS: i32 = 1153;

/// Amount: price of one unit without its children (modifiers, components).
pub const TILLWIRE_LINE_UNIT_PRICE: i32 = 1201;
/// Amount: price of one unit's modifiers.
pub const TILLWIRE_LINE_UNIT_MODIFIER_PRICE: i32 = 1202;
/// Amount: price of one unit's components.
pub const TILLWIRE_LINE_UNIT_COMPONENT_PRICE: i32 = 1203;
/// Amount: discount on the line.
pub const TILLWIRE_LINE_DISCOUNT: i32 = 1204;
/// Amount: the whole line, quantity and children included.
pub const TILLWIRE_LINE_TOTAL: i32 = 1205;
/// Amount: how many units; a plain decimal without a currency.
pub const TILLWIRE_LINE_QUANTITY: i32 = 1206;
/// Amount: tax on the line, by itself or within its total.
pub const TILLWIRE_LINE_TAX: i32 = 1207;

/// Number: what the line is, a TILLWIRE_ITEM_ code.
pub const TILLWIRE_LINE_KIND: i32 = 1401;
/// Number: 0 for a top-level line, one more for each level of children.
pub const TILLWIRE_LINE_DEPTH: i32 = 1402;
/// Number: the position of the line this one belongs to; absent at the top level.
pub const TILLWIRE_LINE_PARENT: i32 = 1403;
/// Number: whether the line was voided.
pub const TILLWIRE_LINE_VOIDED: i32 = 1404;
/// Number: whether the parent's total already contains this line's price: do not add it again.
pub const TILLWIRE_LINE_PRICED_IN_PARENT: i32 = 1405;

/// Line: an item sold by itself.
pub const TILLWIRE_ITEM_PRODUCT: i32 = 1;
/// Line: a choice for its parent, as in "no onions".
pub const TILLWIRE_ITEM_MODIFIER: i32 = 2;
/// Line: a part of a set or combo.
pub const TILLWIRE_ITEM_COMPONENT: i32 = 3;
/// Line: a bag or box.
pub const TILLWIRE_ITEM_PACKAGING: i32 = 4;

/// A text of the line at a position by field (TILLWIRE_LINE_NAME, ...). Borrowed; NULL where absent. `len` may be NULL.
///
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `order` is NULL or live, `len` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_line_text(
    order: *const tillwire_order,
    position: usize,
    field: i32,
    len: *mut usize,
) -> *const c_char {
    boundary::get(core::ptr::null(), || {
        // SAFETY: by the contract above, `order` is NULL or live, `len` NULL or writable.
        unsafe {
            let line = line(order, position).zip(LineText::from_code(field));
            boundary::text_out(line.and_then(|(line, field)| line.text_with_nul(field)), len)
        }
    })
}

/// A text of a list (TILLWIRE_LINE_KITCHEN_TAGS, ...) of the line at a position, by place in the list from 0. Borrowed;
/// NULL after the last one. `len` may be NULL.
///
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `order` is NULL or live, `len` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_line_listed(
    order: *const tillwire_order,
    position: usize,
    list: i32,
    place: usize,
    len: *mut usize,
) -> *const c_char {
    boundary::get(core::ptr::null(), || {
        // SAFETY: by the contract above, `order` is NULL or live, `len` NULL or writable.
        unsafe {
            let line = line(order, position).zip(LineList::from_code(list));
            boundary::text_out(line.and_then(|(line, list)| line.listed_with_nul(list, place)), len)
        }
    })
}

/// An amount, or the quantity (TILLWIRE_LINE_QUANTITY, without a currency), of the line at a position by field.
///
/// Returns TILLWIRE_OK and fills `out`; TILLWIRE_ABSENT and sets it to zeros; TILLWIRE_E_RANGE where the units do not fit
/// 64 bits; TILLWIRE_E_ARGUMENT where `out` is NULL. Any number of threads. Since 0.1.
///
/// # Safety
/// `order` is NULL or live, `out` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_line_money(
    order: *const tillwire_order,
    position: usize,
    field: i32,
    out: *mut tillwire_money,
) -> i32 {
    // SAFETY: by the contract above, `order` is NULL or live, `out` NULL or writable.
    unsafe { money_out(out, || line(order, position)?.money(LineMoney::from_code(field)?)) }
}

/// A whole number, code or flag (0 or 1) of the line at a position by field (TILLWIRE_LINE_DEPTH, ...).
///
/// Returns TILLWIRE_OK and fills `out`, or TILLWIRE_ABSENT and sets it to 0, or TILLWIRE_E_ARGUMENT where `out` is NULL.
/// Any number of threads. Since 0.1.
///
/// # Safety
/// `order` is NULL or live, `out` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_line_int(
    order: *const tillwire_order,
    position: usize,
    field: i32,
    out: *mut i64,
) -> i32 {
    // SAFETY: by the contract above, `order` is NULL or live, `out` NULL or writable.
    unsafe { boundary::fill(out, 0, || line(order, position)?.int(LineInt::from_code(field)?)) }
}

/// The line at a position.
///
/// # Safety
/// `order` is NULL or live.
unsafe fn line<'o>(order: *const tillwire_order, position: usize) -> Option<LineRef<'o>> {
    // SAFETY: by the contract, `order` is NULL or live.
    unsafe { tillwire_order::get(order) }?.line(position)
}
