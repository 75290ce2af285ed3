//! Stocks and menus, from the published examples. <https://docs.atlas.kitchen/admin-api-outlet-stocks>,
//! <https://docs.atlas.kitchen/admin-api-menu-list>, <https://docs.atlas.kitchen/admin-api-menu-details>

use std::sync::LazyLock;

use serde_json::{Value, json};

use super::Reply;
use super::orders::is_date;
use super::refusal::Refusal;

static STOCKS: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/atlas/outlet-stocks.json")).unwrap_or_default()
});
static MENU: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/atlas/menu-details.json")).unwrap_or_default()
});

/// Those of the published samples.
const OUTLETS: [u64; 3] = [45, 3, 241];

/// `GET /outlets/{outlet_id}/serving_dates/{serving_date}/stocks`
pub(super) fn stocks(outlet_id: &str, date: &str) -> Reply {
    let outlet = outlet(outlet_id).ok_or(Refusal::NotFound)?;
    if !is_date(date) {
        return Err(Refusal::Invalid(vec![("serving_date".to_owned(), "must be a date")]));
    }
    let mut stocks = STOCKS.clone();
    stocks["outlet_id"] = outlet.into();
    stocks["serving_date"] = date.into();
    Ok((200, stocks))
}

/// `GET /menus`. Assumption: `object` is `menu`, and an item is a menu without its sections.
pub(super) fn menus() -> (u16, Value) {
    let mut item = MENU.clone();
    if let Some(members) = item.as_object_mut() {
        members.remove("sections");
    }
    (200, json!({ "object": "menu", "items": [item] }))
}

/// `GET /menus/{menu_id}`
pub(super) fn menu(id: &str) -> Reply {
    if MENU["id"].as_u64() == id.parse().ok() { Ok((200, MENU.clone())) } else { Err(Refusal::NotFound) }
}

/// An outlet that there is.
pub(super) fn outlet(id: &str) -> Option<u64> {
    id.parse().ok().filter(|id| OUTLETS.contains(id))
}
