//! Availability of items, and visibility of brands and branches.
//!
//! <https://developer.klikit.io/partner-api/concepts/idempotency> shows the path and body for one item. Assumption: the paths and
//! bodies of everything else, and all answers; the paths are settings.

use serde_json::{Value, json};

use super::refusal::Refusal;
use super::{Done, Klikit, Reply, scope};
use crate::context::{Call, Context};
use crate::platform::Platform;
use crate::settings::KlikitSettings;

const MOST_ROWS: usize = 500;

impl Klikit {
    pub(super) fn route_items(
        &mut self,
        segments: &[&str],
        call: &Call<'_>,
        context: &mut Context<'_>,
    ) -> Result<Done, Refusal> {
        let settings = &context.settings.klikit;
        let key = call.idempotency_key();
        if call.path == settings.bulk_availability_path {
            scope(settings, "menus:oos")?;
            return self.once(key, call, context, |_, context| set_many(call, context));
        }
        if let ["items", sku, "availability"] = segments {
            scope(settings, "menus:oos")?;
            return self.once(key, call, context, |_, context| set_one(sku, call, context));
        }
        for (kind, template) in
            [("branch", &settings.branch_visibility_path), ("brand", &settings.brand_visibility_path)]
        {
            if let Some(id) = filled(template, call.path) {
                scope(settings, "visibility:write")?;
                return self.once(key, call, context, |_, context| show(kind, id, call, context));
            }
        }
        Err(Refusal::NotFound)
    }
}

/// `{"available": bool}`
fn set_one(sku: &str, call: &Call<'_>, context: &mut Context<'_>) -> Reply {
    let body = call.json().ok_or(Refusal::Invalid("the body is not JSON"))?;
    let available = body["available"].as_bool().ok_or(Refusal::Invalid("available must be true or false"))?;
    mapped(&context.settings.klikit, sku)?;
    set(sku, available, call, context);
    Ok(json!({ "partner_item_id": sku, "available": available }).to_string())
}

/// `{"items": [{"partner_item_id": text, "available": bool}]}`: all of them or none.
fn set_many(call: &Call<'_>, context: &mut Context<'_>) -> Reply {
    let body = call.json().ok_or(Refusal::Invalid("the body is not JSON"))?;
    let rows = body["items"].as_array().ok_or(Refusal::Invalid("items must be an array"))?;
    if rows.is_empty() || rows.len() > MOST_ROWS {
        return Err(Refusal::Invalid("items must have 1 to 500 entries"));
    }
    let read = |row: &Value| Some((row["partner_item_id"].as_str()?.to_owned(), row["available"].as_bool()?));
    let rows: Option<Vec<_>> = rows.iter().map(read).collect();
    let rows = rows.ok_or(Refusal::Invalid("each item needs partner_item_id and available"))?;
    for (sku, _) in &rows {
        mapped(&context.settings.klikit, sku)?;
    }
    for (sku, available) in &rows {
        set(sku, *available, call, context);
    }
    Ok(json!({ "updated": rows.len() }).to_string())
}

fn set(sku: &str, available: bool, call: &Call<'_>, context: &mut Context<'_>) {
    let action = if available { "available" } else { "unavailable" };
    context.act(Platform::Klikit, format!("item:{sku}"), action, call.idempotency_key());
}

/// `{"visible": bool}`
fn show(kind: &str, id: &str, call: &Call<'_>, context: &mut Context<'_>) -> Reply {
    let body = call.json().ok_or(Refusal::Invalid("the body is not JSON"))?;
    let visible = body["visible"].as_bool().ok_or(Refusal::Invalid("visible must be true or false"))?;
    let known = match kind {
        "branch" => super::catalogue::has_branch(id),
        _ => super::catalogue::has_brand(id),
    };
    if !known {
        return Err(Refusal::NotFound);
    }
    let action = if visible { "visible" } else { "hidden" };
    context.act(Platform::Klikit, format!("{kind}:{id}"), action, call.idempotency_key());
    Ok(json!({ "id": id, "visible": visible }).to_string())
}

fn mapped(settings: &KlikitSettings, sku: &str) -> Result<(), Refusal> {
    if settings.skus.iter().any(|known| known == sku) { Ok(()) } else { Err(Refusal::Unmapped) }
}

/// What stands for `{id}` in a path.
fn filled<'a>(template: &str, path: &'a str) -> Option<&'a str> {
    let (before, after) = template.split_once("{id}")?;
    path.strip_prefix(before)?.strip_suffix(after).filter(|id| !id.is_empty() && !id.contains('/'))
}
