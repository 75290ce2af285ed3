//! Stores and channels, from the published examples.
//!
//! <https://docs.fire.rest/en/api-reference/list-stores>, <https://docs.fire.rest/en/api-reference/channels-config>

use std::sync::LazyLock;

use serde_json::{Value, json};

use super::{Refusal, Reply, access};
use crate::context::{Call, Context};
use crate::credentials::Credentials;
use crate::http::Answer;
use crate::platform::Platform;

/// The published store, and that of the published orders; both of the one vendor here.
static STORES: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let published = sample(include_str!("../../data/fire/stores-list.json"));
    let known = Credentials::of(Platform::Fire);
    let mut first = published["stores"][0].clone();
    first["accountId"] = known.get("account_id").into();
    first["vendorId"] = known.get("vendor").into();
    let mut second = first.clone();
    second["id"] = "a4019cad-bbac-4269-9f8d-f29654e92c45".into();
    second["externalId"] = second["id"].clone();
    second["storeNumber"] = 11.into();
    second["storeCode"] = "BR-SP-001".into();
    second["name"] = "Loja Centro - SP".into();
    vec![first, second]
});
static CHANNELS: LazyLock<Value> = LazyLock::new(|| {
    let mut channels = sample(include_str!("../../data/fire/channels-config.json"));
    channels["accountId"] = Credentials::of(Platform::Fire).get("account_id").into();
    channels["countries"][0]["vendors"][0]["vendorId"] = Credentials::of(Platform::Fire).get("vendor").into();
    channels
});

const LARGEST_PAGE: u64 = 500;

/// `GET /api/v1/fire/external/stores`
pub(super) fn list(call: &Call<'_>, context: &Context<'_>) -> Reply {
    access::allow(call, context, "store:read")?;
    access::tenant(call, true)?;
    let (page, size) = super::orders::page(call, LARGEST_PAGE)?;
    let same = |store: &Value, name: &str| {
        call.query(name).is_none_or(|wanted| store[name].as_str() == Some(wanted))
    };
    let found: Vec<_> = STORES
        .iter()
        .filter(|store| ["status", "active", "syncStatus"].into_iter().all(|name| same(store, name)))
        .filter(|store| {
            call.query("query").is_none_or(|wanted| {
                ["name", "storeCode"]
                    .iter()
                    .any(|name| store[*name].as_str().is_some_and(|text| text.contains(wanted)))
            })
        })
        .collect();
    let before = usize::try_from(page.saturating_sub(1).saturating_mul(size)).unwrap_or(usize::MAX);
    let shown: Vec<_> = found
        .iter()
        .skip(before)
        .take(usize::try_from(size).unwrap_or(usize::MAX))
        .map(|store| (*store).clone())
        .collect();
    let total = u64::try_from(found.len()).unwrap_or(u64::MAX);
    Ok(Answer::json(
        200,
        &json!({ "stores": shown, "total": total, "page": page, "size": size, "totalPages": total.div_ceil(size) }),
    ))
}

/// `GET /api/v1/fire/external/stores/{storeId}`
pub(super) fn one(id: &str, call: &Call<'_>, context: &Context<'_>) -> Reply {
    access::allow(call, context, "store:read")?;
    access::tenant(call, false)?;
    let store = STORES.iter().find(|store| store["id"].as_str() == Some(id));
    let store = store.ok_or_else(|| Refusal::NotFound(format!("Store not found with ID {id}")))?;
    Ok(Answer::json(200, store))
}

/// `GET /api/v1/external/channels/config`
pub(super) fn channels(call: &Call<'_>, context: &Context<'_>) -> Reply {
    access::allow(call, context, "channels:read")?;
    Ok(Answer::json(200, &CHANNELS))
}

pub(super) fn has(id: &str) -> bool {
    STORES.iter().any(|store| store["id"].as_str() == Some(id))
}

fn sample(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}
