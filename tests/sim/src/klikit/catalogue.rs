//! Brands, branches, menus and dictionaries, from the published examples.

use std::sync::LazyLock;

use serde_json::{Value, json};

use super::Reply;
use super::refusal::Refusal;
use crate::context::Call;
use crate::platform::Platform;
use crate::settings::Settings;

static BRANDS: LazyLock<Value> = LazyLock::new(|| data(include_str!("../../data/klikit/brands.json")));
static BRANCHES: LazyLock<Vec<Value>> = LazyLock::new(make_branches);
static MENU: LazyLock<Value> = LazyLock::new(|| data(include_str!("../../data/klikit/menus-store.json")));

/// Assumption: the default size of a page of branches, which the published example shows.
const USUAL_PAGE: u64 = 1_000;

/// The branch of the published orders, which the published list of branches does not have.
const ORDERS_BRANCH: u64 = 1293;
const ORDERS_BRAND: u64 = 5297;
const OTHER_BRANCH: u64 = 5913;
const OTHER_BRAND: u64 = 1100;

pub(super) fn brands() -> String {
    BRANDS.to_string()
}

pub(super) fn branches(call: &Call<'_>) -> Reply {
    let positive = || Refusal::Invalid("page and size must be positive integers");
    let page = call.count("page", 1).ok_or_else(positive)?;
    let size = call.count("size", USUAL_PAGE).ok_or_else(positive)?;
    let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let before = count(page.saturating_sub(1).saturating_mul(size));
    let results: Vec<_> = BRANCHES.iter().skip(before).take(count(size)).collect();
    Ok(json!({ "page": page, "size": size, "total": BRANCHES.len(), "results": results }).to_string())
}

/// <https://developer.klikit.io/partner-api/api-reference/menus/fetch-the-menu-tree-store-level-or-business-level>
pub(super) fn menus(call: &Call<'_>) -> Reply {
    match (call.query("brand_id"), call.query("branch_id")) {
        (None, None) => Ok(business_menu().to_string()),
        (Some(brand), Some(branch)) => store_menu(brand, branch),
        _ => Err(Refusal::Invalid("brand_id and branch_id must be passed together or omitted together")),
    }
}

/// Assumption: rows as klikit's earlier draft had them.
pub(super) fn providers() -> String {
    const NAMES: [(u64, &str, &str); 11] = [
        (1, "klikit", "klikit"),
        (2, "uber_eats", "Uber Eats"),
        (3, "deliveroo", "Deliveroo"),
        (6, "grab_food", "GrabFood"),
        (7, "foodpanda", "foodpanda"),
        (9, "go_food", "GoFood"),
        (11, "shopee_food", "ShopeeFood"),
        (12, "demaecan", "Demaecan"),
        (14, "wolt", "Wolt"),
        (16, "tiktok_shop", "TikTok Shop"),
        (17, "maxim", "Maxim"),
    ];
    let rows = NAMES.iter().map(|(id, name, shown)| json!({ "id": id, "name": name, "display_name": shown }));
    rows.collect::<Value>().to_string()
}

pub(super) fn statuses() -> String {
    data(include_str!("../../../vectors/klikit/dictionaries/statuses.json")).to_string()
}

pub(super) fn fulfilment_statuses() -> String {
    data(include_str!("../../../vectors/klikit/dictionaries/fulfillment-statuses.json")).to_string()
}

pub(super) fn order_types() -> String {
    data(include_str!("../../../vectors/klikit/dictionaries/order-types.json")).to_string()
}

/// Assumption: one row for each brand, branch and event.
pub(super) fn webhooks(settings: &Settings) -> String {
    let mut rows = Vec::new();
    for webhook in settings.webhooks.iter().filter(|webhook| webhook.platform == Platform::Klikit) {
        for (branch, brand) in [(ORDERS_BRANCH, ORDERS_BRAND), (OTHER_BRANCH, OTHER_BRAND)] {
            for event in super::EVENTS.iter().filter(|event| webhook.wants(Platform::Klikit, None, event)) {
                rows.push(
                    json!({ "brand_id": brand, "branch_id": branch, "event": event, "url": webhook.url }),
                );
            }
        }
    }
    Value::from(rows).to_string()
}

pub(super) fn has_branch(id: &str) -> bool {
    BRANCHES.iter().any(|branch| is(&branch["id"], id))
}

pub(super) fn has_brand(id: &str) -> bool {
    BRANDS[0]["brands"].as_array().is_some_and(|brands| brands.iter().any(|brand| is(&brand["id"], id)))
}

/// Whether this is the number that the text writes.
fn is(number: &Value, text: &str) -> bool {
    number.is_u64() && number.as_u64() == text.parse().ok()
}

fn store_menu(brand: &str, branch: &str) -> Reply {
    let ids = |branch: &Value| branch["brand_ids"].as_array().cloned().unwrap_or_default();
    let found = BRANCHES.iter().find(|known| is(&known["id"], branch)).ok_or(Refusal::NotFound)?;
    let brand = ids(found).into_iter().find(|known| is(known, brand)).ok_or(Refusal::NotFound)?;
    let mut menu = MENU.clone();
    menu["menu"]["branchInfo"]["brandID"] = brand;
    menu["menu"]["branchInfo"]["branchID"] = found["id"].clone();
    Ok(menu.to_string())
}

/// Assumption: what `businessInfo` holds; only its name is published.
fn business_menu() -> Value {
    let mut sections = MENU["menu"]["sections"].clone();
    for section in sections.as_array_mut().into_iter().flatten() {
        section["linkedCategories"] = json!([39118]);
    }
    let business = MENU["menu"]["branchInfo"]["businessID"].clone();
    json!({ "menu": { "businessInfo": { "businessID": business }, "sections": sections } })
}

fn make_branches() -> Vec<Value> {
    let published = data(include_str!("../../data/klikit/branches.json"));
    let mut orders = published["results"][0].clone();
    orders["id"] = ORDERS_BRANCH.into();
    orders["title"] = "(DEMO) Denpasar".into();
    orders["brand_ids"] = json!([ORDERS_BRAND]);
    orders["brand_titles"] = json!(["(DEMO) Cimol Bojot AA"]);
    vec![published["results"][0].clone(), orders]
}

/// The `data` of a published answer.
fn data(answer: &str) -> Value {
    serde_json::from_str::<Value>(answer).map_or(Value::Null, |mut answer| answer["data"].take())
}
