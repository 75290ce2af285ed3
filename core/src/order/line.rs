//! Lines: what was ordered, and what each field of a line means.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::json::{List, Shown, entries, ints};
use super::pool::{Pool, Span};
use super::slots::{Amounts, Slots, Texts};
use crate::value::{IntForm, Money, codes};

codes! {
    /// Texts of a line.
    pub enum LineText {
        /// The platform's id of the line.
        Id = 1101, "id";
        /// The catalogue id of the item.
        ItemId = 1102, "item_id";
        /// The merchant's stock-keeping code.
        Sku = 1103, "sku";
        /// The item's name.
        Name = 1104, "name";
        /// The customer's note on the line.
        Notes = 1105, "notes";
        /// The category for reports.
        Category = 1106, "category";
        /// The id of the modifier that the line came from.
        ModifierId = 1107, "modifier_id";
        /// The line's type in the platform's own word.
        KindText = 1108, "kind_text";
        /// The brand's id.
        BrandId = 1109, "brand_id";
        /// The brand's name.
        Brand = 1110, "brand";
        /// What one unit is, as in `100 g`.
        Unit = 1111, "unit";
        /// The id of the group of choices that a modifier or component was chosen from.
        GroupId = 1112, "group_id";
        /// The title of that group, as in `Choose a side`.
        Group = 1113, "group";
    }
}

codes! {
    /// Lists of texts of a line.
    pub enum LineList {
        /// Tags of the product.
        Tags = 1151, "tags";
        /// Tags that route the line in the kitchen.
        KitchenTags = 1152, "kitchen_tags";
        /// Menu sections in which the item stands.
        Sections = 1153, "sections";
    }
}

codes! {
    /// Amounts of a line.
    pub enum LineMoney {
        /// Price of one unit without its children (modifiers, components).
        UnitPrice = 1201, "unit_price";
        /// Price of one unit's modifiers.
        UnitModifierPrice = 1202, "unit_modifier_price";
        /// Price of one unit's components.
        UnitComponentPrice = 1203, "unit_component_price";
        /// Discount on the line.
        Discount = 1204, "discount";
        /// The whole line, quantity and children included.
        Total = 1205, "total";
        /// How many units; a plain decimal without a currency.
        Quantity = 1206, "quantity";
        /// Tax on the line, by itself or within its total.
        Tax = 1207, "tax";
    }
}

codes! {
    /// Whole numbers, codes and flags (0 or 1) of a line.
    pub enum LineInt {
        /// What the line is, a [`LineKind`] code.
        Kind = 1401, "kind";
        /// 0 for a top-level line, one more for each level of children.
        Depth = 1402, "depth";
        /// The position of the line this one belongs to; absent at the top level.
        Parent = 1403, "parent";
        /// Whether the line was voided.
        Voided = 1404, "voided";
        /// Whether the parent's total already contains this line's price: do not add it again.
        PricedInParent = 1405, "priced_in_parent";
    }
}

impl LineInt {
    /// What the number stands for.
    pub const fn form(self) -> IntForm {
        match self {
            Self::Kind => LineKind::FORM,
            Self::Depth | Self::Parent => IntForm::Number,
            Self::Voided | Self::PricedInParent => IntForm::Flag,
        }
    }
}

codes! {
    /// What a line is.
    pub enum LineKind {
        /// An item sold by itself.
        Product = 1, "product";
        /// A choice for its parent, as in "no onions".
        Modifier = 2, "modifier";
        /// A part of a set or combo.
        Component = 3, "component";
        /// A bag or box.
        Packaging = 4, "packaging";
    }
}

/// One line: a product, or a child of one.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    texts: Texts<{ LineText::ALL.len() }>,
    amounts: Amounts<{ LineMoney::ALL.len() }>,
    /// Where each list begins and ends in the order's texts of lists.
    lists: Slots<(u32, u32), { LineList::ALL.len() }>,
    pub(crate) kind: LineKind,
    pub(crate) depth: u32,
    pub(crate) parent: Option<u32>,
    pub(crate) voided: Option<bool>,
    pub(crate) priced_in_parent: Option<bool>,
}

impl Line {
    pub(crate) fn new(kind: LineKind, parent: Option<u32>, depth: u32) -> Self {
        Self {
            texts: Texts::absent(),
            amounts: Amounts::new(None),
            lists: Slots::new((0, 0)),
            kind,
            depth,
            parent,
            voided: None,
            priced_in_parent: None,
        }
    }

    /// The same, its texts in another pool.
    pub(super) fn moved(&self, from: &Pool, to: &mut Pool) -> Self {
        Self { texts: self.texts.moved(from, to), ..self.clone() }
    }

    pub(crate) fn set_text(&mut self, field: LineText, text: Span) {
        self.texts.set(field.position(), text);
    }

    /// Says where a list stands among the order's texts of lists.
    pub(super) fn set_list(&mut self, field: LineList, bounds: core::ops::Range<usize>) {
        let bounds = (u32::try_from(bounds.start).unwrap_or(0), u32::try_from(bounds.end).unwrap_or(0));
        self.lists.set(field.position(), bounds);
    }

    pub(crate) fn set_money(&mut self, field: LineMoney, money: Option<Money>) {
        self.amounts.set(field.position(), money);
    }
}

/// A line of an [`Order`](super::Order).
#[derive(Clone, Copy)]
pub struct LineRef<'o> {
    pub(super) pool: &'o Pool,
    /// The texts of all lines' lists.
    pub(super) listed: &'o [Span],
    pub(super) line: &'o Line,
}

impl<'o> LineRef<'o> {
    /// A text.
    pub fn text(&self, field: LineText) -> Option<&'o str> {
        self.line.texts.read(field.position(), self.pool)
    }

    /// A text with a NUL behind it, for C.
    pub fn text_with_nul(&self, field: LineText) -> Option<&'o str> {
        self.line.texts.read_with_nul(field.position(), self.pool)
    }

    /// An amount, or the quantity.
    pub fn money(&self, field: LineMoney) -> Option<Money> {
        self.line.amounts.get(field.position()).flatten()
    }

    /// A whole number, code or flag.
    pub fn int(&self, field: LineInt) -> Option<i64> {
        match field {
            LineInt::Kind => Some(i64::from(self.line.kind.code())),
            LineInt::Depth => Some(i64::from(self.line.depth)),
            LineInt::Parent => self.line.parent.map(i64::from),
            LineInt::Voided => self.line.voided.map(i64::from),
            LineInt::PricedInParent => self.line.priced_in_parent.map(i64::from),
        }
    }

    /// What the line is.
    pub fn kind(&self) -> LineKind {
        self.line.kind
    }

    /// 0 for a top-level line, one more for each level of children.
    pub fn depth(&self) -> u32 {
        self.line.depth
    }

    /// The texts of a list.
    pub fn list(&self, field: LineList) -> impl ExactSizeIterator<Item = &'o str> + use<'o> {
        let pool = self.pool;
        self.listed(field).iter().map(move |span| pool.get(*span).unwrap_or_default())
    }

    /// One text of a list, from 0, with a NUL behind it, for C.
    pub fn listed_with_nul(&self, field: LineList, position: usize) -> Option<&'o str> {
        self.listed(field).get(position).and_then(|span| self.pool.get_with_nul(*span))
    }

    fn listed(&self, field: LineList) -> &'o [Span] {
        let (start, end) = self.line.lists.get(field.position()).unwrap_or_default();
        let bounds = usize::try_from(start).unwrap_or(0)..usize::try_from(end).unwrap_or(0);
        self.listed.get(bounds).unwrap_or_default()
    }
}

impl Serialize for LineRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        ints!(map, LineInt, field => self.int(field));
        entries!(map, LineText, field => self.text(field));
        for &field in LineMoney::ALL {
            match (field, self.money(field)) {
                (_, None) => {}
                (LineMoney::Quantity, Some(quantity)) => {
                    map.serialize_entry(field.name(), &Shown(&quantity.amount))?;
                }
                (_, Some(money)) => map.serialize_entry(field.name(), &money)?,
            }
        }
        for &field in LineList::ALL {
            if self.list(field).len() > 0 {
                map.serialize_entry(field.name(), &List(|| self.list(field)))?;
            }
        }
        map.end()
    }
}
