//! klikit's endpoints, errors and idempotency.

use serde_json::{Value, json};
use tillwire_sim::{
    AcceptedSecrets, Platform, RateLimit, RequestIds, RetryAfter, Settings, Sim, Site, Step, Vocabulary,
};

use crate::client::{Answer, ask, ask_as, basic, get};

fn sim() -> Sim {
    Sim::start(Settings::default()).unwrap()
}

fn status(sim: &Sim, id: &str, key: &str, body: &Value) -> Answer {
    let headers = format!("Idempotency-Key: {key}\r\n");
    ask(sim, Site::Klikit, "PATCH", &format!("/orders/{id}/status"), &headers, &body.to_string())
}

fn code(answer: &Answer) -> String {
    answer.json()["error"]["code"].as_str().unwrap().to_owned()
}

#[test]
fn reads_are_answered_in_the_envelope() {
    let sim = sim();
    for path in [
        "/brands",
        "/branches",
        "/menus",
        "/menus?brand_id=5297&branch_id=1293",
        "/providers",
        "/orders",
        "/orders/7585311",
        "/orders/count",
        "/orders/statuses",
        "/orders/fulfillment-statuses",
        "/orders/order-types",
        "/webhooks",
    ] {
        let answer = get(&sim, Site::Klikit, path);
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("content-type"), Some("application/json"));
        assert!(answer.header("date").unwrap().ends_with(" GMT"));
        let body = answer.json();
        assert_eq!(body["request_id"].as_str().unwrap().len(), 32, "{path}");
        assert!(!body["data"].is_null(), "{path}");
    }
    assert_eq!(get(&sim, Site::Klikit, "/orders/count").json()["data"], json!({}));
    assert_eq!(get(&sim, Site::Klikit, "/orders/statuses").json()["data"][3]["status"], "READY");
    assert_eq!(get(&sim, Site::Klikit, "/brands").json()["data"][0]["brands"][0]["id"], 1100);
    assert_eq!(get(&sim, Site::Klikit, "/branches?size=1&page=2").json()["data"]["results"][0]["id"], 1293);
}

#[test]
fn the_first_order_is_the_samples() {
    let order = get(&sim(), Site::Klikit, "/orders/7585311").json();
    let mut expected: Value =
        serde_json::from_str(include_str!("../../../vectors/klikit/reads/order-detail-whole.json")).unwrap();
    // Of a delivery that was accepted, as the sample has it: what may be done with it follows from its status here.
    assert_eq!(order["data"]["short_id"], "GF-412");
    expected["request_id"] = order["request_id"].clone();
    assert_eq!(order, expected);
}

#[test]
fn a_store_needs_both_of_its_ids() {
    let sim = sim();
    let half = get(&sim, Site::Klikit, "/menus?brand_id=5297");
    assert_eq!((half.status, code(&half).as_str()), (400, "request_invalid"));
    let pair = get(&sim, Site::Klikit, "/menus?brand_id=5342&branch_id=1293");
    assert_eq!((pair.status, code(&pair).as_str()), (404, "resource_not_found"));
    let store = get(&sim, Site::Klikit, "/menus?brand_id=4111&branch_id=5913").json();
    assert_eq!(store["data"]["menu"]["branchInfo"]["brandID"], 4111);
    let business = get(&sim, Site::Klikit, "/menus").json();
    assert!(business["data"]["menu"]["branchInfo"].is_null());
    assert_eq!(business["data"]["menu"]["businessInfo"]["businessID"], 398);
}

#[test]
fn orders_are_listed_newest_first_and_filtered() {
    let sim = sim();
    let ids = sim.place_orders_at(Platform::Klikit, 6, 1_790_000_000_000, 60_000);
    let page = get(&sim, Site::Klikit, "/orders?page=1&size=4").json()["data"].take();
    let listed: Vec<_> =
        page["orders"].as_array().unwrap().iter().map(|order| order["id"].to_string()).collect();
    assert_eq!(listed, [&ids[5], &ids[4], &ids[3], &ids[2]].map(String::as_str));
    assert_eq!((&page["page"], &page["size"], &page["total"]), (&json!(1), &json!(4), &json!(7)));
    let total =
        |query: &str| get(&sim, Site::Klikit, &format!("/orders?{query}")).json()["data"]["total"].clone();
    // From is inclusive, to is not.
    assert_eq!(total("from=2026-09-21T14:13:20Z&to=2026-09-21T14:15:20Z"), 2);
    assert_eq!(total("from=2026-09-21T14:13:21Z&to=2026-09-21T14:15:21Z"), 2);
    assert_eq!(total("status=1"), 6);
    assert_eq!(total("status=accepted"), 1);
    assert_eq!(total("branch_id=5913"), 3);
    assert_eq!(total("provider_id=1"), 2);
    assert_eq!(get(&sim, Site::Klikit, "/orders?page=9").json()["data"]["orders"], json!([]));
    assert_eq!(get(&sim, Site::Klikit, "/orders?size=1000").json()["data"]["size"], 100);
    for query in ["page=0", "size=x", "from=yesterday", "branch_id=x"] {
        assert_eq!(code(&get(&sim, Site::Klikit, &format!("/orders?{query}"))), "request_invalid", "{query}");
    }
    for query in [
        "from=2026-01-01T00:00:00Z&to=2026-04-01T00:00:01Z",
        "from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z",
    ] {
        let answer = get(&sim, Site::Klikit, &format!("/orders?{query}"));
        assert_eq!((answer.status, code(&answer).as_str()), (400, "request_invalid_range"), "{query}");
        assert_eq!(get(&sim, Site::Klikit, &format!("/orders/count?{query}")).status, 400);
    }
    assert_eq!(
        get(&sim, Site::Klikit, "/orders?from=2026-01-01T00:00:00Z&to=2026-04-01T00:00:00Z").status,
        200
    );
}

#[test]
fn credentials_are_asked_for() {
    let sim = sim();
    let known = sim.credentials(Platform::Klikit);
    let with = |headers: &str| ask_as(&sim, Site::Klikit, "GET", "/orders", headers, "");
    let first = basic(known.get("key"), known.get("secret"));
    let second = basic(known.get("key"), known.get("secondary_secret"));
    for headers in ["", "Authorization: Bearer x\r\n", "Authorization: Basic !\r\n"] {
        let answer = with(headers);
        assert_eq!((answer.status, code(&answer).as_str()), (401, "auth_missing"), "{headers}");
    }
    for headers in [basic("no", known.get("secret")), basic(known.get("key"), "no"), second.clone()] {
        assert_eq!(code(&with(&headers)), "auth_invalid_credential");
    }
    for (accepted, statuses) in [
        (AcceptedSecrets::Primary, (200, 401)),
        (AcceptedSecrets::Both, (200, 200)),
        (AcceptedSecrets::Secondary, (401, 200)),
    ] {
        sim.change_settings(|settings| settings.klikit.accepted_secrets = accepted);
        assert_eq!((with(&first).status, with(&second).status), statuses);
    }
    sim.change_settings(|settings| settings.klikit.common.revoked = true);
    assert_eq!((with(&second).status, code(&with(&second)).as_str()), (403, "auth_revoked"));
    sim.change_settings(|settings| settings.klikit.vocabulary = Vocabulary::Upper);
    assert_eq!((with(&second).status, code(&with(&second)).as_str()), (401, "INVALID_CREDENTIALS"));
}

#[test]
fn a_missing_scope_is_named() {
    let sim = sim();
    sim.change_settings(|settings| settings.klikit.scopes = vec!["brands:read".to_owned()]);
    assert_eq!(get(&sim, Site::Klikit, "/brands").status, 200);
    for path in ["/orders", "/orders/7585311", "/orders/count", "/menus", "/webhooks"] {
        let answer = get(&sim, Site::Klikit, path);
        assert_eq!((answer.status, code(&answer).as_str()), (403, "auth_forbidden"), "{path}");
    }
    let answer = status(&sim, "7585311", "k", &json!({ "status": "ready" }));
    assert!(answer.json()["error"]["message"].as_str().unwrap().ends_with("orders:write"));
    assert!(sim.actions().is_empty());
}

#[test]
fn an_order_takes_the_transitions_that_klikit_has() {
    let sim = sim();
    // Kinds take turns: pick-up, dine-in, delivery.
    let ids = sim.place_orders(Platform::Klikit, 3);
    for (id, last) in [(&ids[0], 200), (&ids[2], 409)] {
        for (word, expected) in
            [("ready", 409), ("accepted", 200), ("accepted", 409), ("ready", 200), ("picked_up", last)]
        {
            let answer = status(&sim, id, &format!("{id}-{word}-{expected}"), &json!({ "status": word }));
            assert_eq!(answer.status, expected, "{word}");
            if expected == 200 {
                let data = answer.json()["data"].take();
                assert_eq!((&data["id"], &data["status"]), (&json!(id), &json!(word)));
                assert!(data["updated_at"].as_str().unwrap().ends_with('Z'));
            } else {
                assert_eq!(code(&answer), "state_invalid_transition");
            }
        }
    }
    let reason =
        json!({ "status": "rejected", "reason_code": "out_of_items", "occurred_at": "2026-06-25T04:14:11Z" });
    assert_eq!(status(&sim, &ids[1], "r", &reason).status, 200);
    let cancel = json!({ "status": "cancelled", "reason_code": "other" });
    assert_eq!(status(&sim, &ids[1], "c", &cancel).status, 409);
    sim.change_settings(|settings| settings.klikit.invalid_transition_status = Some(422));
    assert_eq!(status(&sim, &ids[1], "c", &cancel).status, 422);
    let done: Vec<_> = sim.actions().into_iter().map(|action| (action.order, action.action)).collect();
    let expected =
        [(0, "accepted"), (0, "ready"), (0, "picked_up"), (2, "accepted"), (2, "ready"), (1, "rejected")];
    assert_eq!(done, expected.map(|(index, word)| (ids[index].clone(), word.to_owned())));
    let order = get(&sim, Site::Klikit, &format!("/orders/{}", ids[1])).json();
    assert_eq!(
        (&order["data"]["status"], &order["data"]["cancellation_reason"]),
        (&json!(3), &json!("out_of_items"))
    );
}

#[test]
fn what_a_status_change_lacks_is_said() {
    let sim = sim();
    let without_key =
        ask(&sim, Site::Klikit, "PATCH", "/orders/7585311/status", "", "{\"status\":\"ready\"}");
    assert_eq!((without_key.status, code(&without_key).as_str()), (400, "request_missing_idempotency_key"));
    for body in [
        json!({}),
        json!({ "status": "placed" }),
        json!({ "status": "cancelled" }),
        json!({ "status": "cancelled", "reason_code": "" }),
        json!({ "status": "ready", "occurred_at": "noon" }),
    ] {
        assert_eq!(code(&status(&sim, "7585311", "k", &body)), "request_invalid", "{body}");
    }
    let ready = json!({ "status": "ready" });
    assert_eq!(code(&status(&sim, "7585311", &"k".repeat(65), &ready)), "request_invalid");
    assert_eq!(code(&status(&sim, "1", "k", &ready)), "resource_not_found");
    assert!(sim.actions().is_empty());
    assert_eq!(status(&sim, "7585311", &"k".repeat(64), &ready).status, 200);
}

#[test]
fn a_repeat_under_its_key_is_answered_from_memory() {
    let sim = sim();
    let ready = json!({ "status": "ready" });
    let first = status(&sim, "7585311", "one", &ready);
    let repeat = status(&sim, "7585311", "one", &ready);
    assert_eq!((repeat.status, &repeat.body), (200, &first.body));
    assert_eq!(sim.actions().len(), 1);
    assert_eq!(sim.actions()[0].idempotency_key.as_deref(), Some("one"));
    // The same value in other bytes is another body.
    let spaced = ask(
        &sim,
        Site::Klikit,
        "PATCH",
        "/orders/7585311/status",
        "Idempotency-Key: one\r\n",
        "{\"status\": \"ready\"}",
    );
    assert_eq!((spaced.status, code(&spaced).as_str()), (409, "state_idempotency_conflict"));
    let cancel = json!({ "status": "cancelled", "reason_code": "other" });
    assert_eq!(code(&status(&sim, "7585311", "one", &cancel)), "state_idempotency_conflict");
    assert_eq!(sim.actions().len(), 1);
    let log = sim.log();
    assert_eq!(log.len(), 4);
    assert_eq!(log[0].body_sha256, log[1].body_sha256);
    assert_ne!(log[0].body_sha256, log[2].body_sha256);
    assert!(log[0].carried_out && log[1].carried_out && !log[2].carried_out);
}

#[test]
fn a_key_is_forgotten_after_a_day() {
    let sim = Sim::start(Settings { time_scale: 1e-6, ..Settings::default() }).unwrap();
    let ready = json!({ "status": "ready" });
    assert_eq!(status(&sim, "7585311", "one", &ready).status, 200);
    std::thread::sleep(std::time::Duration::from_millis(150));
    // The key is new again, so that the change is tried again.
    assert_eq!(code(&status(&sim, "7585311", "one", &ready)), "state_invalid_transition");
}

#[test]
fn items_and_stores_are_switched() {
    let sim = sim();
    let patch = |path: &str, headers: &str, body: &str| ask(&sim, Site::Klikit, "PATCH", path, headers, body);
    let off = patch("/items/sku-42/availability", "Idempotency-Key: a\r\n", "{\"available\":false}");
    assert_eq!((off.status, &off.json()["data"]["available"]), (200, &json!(false)));
    assert_eq!(
        patch("/items/sku-42/availability", "Idempotency-Key: a\r\n", "{\"available\":false}").status,
        200
    );
    assert_eq!(
        code(&patch("/items/sku-42/availability", "Idempotency-Key: a\r\n", "{\"available\":true}")),
        "state_idempotency_conflict"
    );
    let unknown = patch("/items/nothing/availability", "", "{\"available\":false}");
    assert_eq!((unknown.status, code(&unknown).as_str()), (404, "resource_unmapped"));
    assert_eq!(code(&patch("/items/sku-42/availability", "", "{}")), "request_invalid");
    let bulk = |sku: &str| json!({ "items": [{ "partner_item_id": "CBA001", "available": true }, { "partner_item_id": sku, "available": false }] });
    assert_eq!(code(&patch("/items/availability", "", &bulk("nothing").to_string())), "resource_unmapped");
    assert_eq!(patch("/items/availability", "", &bulk("sku-42").to_string()).json()["data"]["updated"], 2);
    assert_eq!(patch("/branches/1293/visibility", "", "{\"visible\":false}").status, 200);
    assert_eq!(patch("/branches/9/visibility", "", "{\"visible\":false}").status, 404);
    sim.change_settings(|settings| {
        settings.klikit.brand_visibility_path = "/visibility/{id}/brand".to_owned();
    });
    assert_eq!(patch("/brands/5297/visibility", "", "{\"visible\":true}").status, 404);
    assert_eq!(patch("/visibility/5297/brand", "", "{\"visible\":true}").status, 200);
    let done: Vec<_> =
        sim.actions().into_iter().map(|action| format!("{} {}", action.order, action.action)).collect();
    assert_eq!(
        done,
        [
            "item:sku-42 unavailable",
            "item:CBA001 available",
            "item:sku-42 unavailable",
            "branch:1293 hidden",
            "brand:5297 visible"
        ]
    );
}

#[test]
fn all_of_20_000_orders_are_seen_though_more_arrive() {
    let sim = sim();
    let now = 1_790_000_000_000;
    let placed = sim.place_orders_at(Platform::Klikit, 20_000, now, 100);
    sim.arrive_per_page(Platform::Klikit, 3);
    sim.advance_per_page(Platform::Klikit, 1);
    let mut seen = std::collections::BTreeSet::new();
    let mut listed = 0;
    for page in 1.. {
        let answer = get(&sim, Site::Klikit, &format!("/orders?page={page}&size=100"));
        let body = String::from_utf8(answer.body).unwrap();
        let ids = body
            .match_indices("\"id\":7")
            .map(|(at, _)| body[at + 5..].split(',').next().unwrap().to_owned());
        let before = listed;
        seen.extend(ids.filter(|id| id.len() == 7).inspect(|_| listed += 1));
        if listed == before {
            break;
        }
    }
    assert!(placed.iter().all(|id| seen.contains(id)));
    // Pages shift while orders arrive, so that some are seen twice.
    assert!(listed > seen.len());
    assert_ne!(get(&sim, Site::Klikit, &format!("/orders/{}", placed[0])).json()["data"]["status"], 1);
}

#[test]
fn klikit_itself_moves_orders_on() {
    let sim = sim();
    let id = sim.place_orders(Platform::Klikit, 1).remove(0);
    sim.advance(Platform::Klikit, &id, Step::Delivered).unwrap();
    assert!(sim.advance(Platform::Klikit, &id, Step::Ready).is_err());
    assert!(sim.advance(Platform::Klikit, "1", Step::Ready).is_err());
    assert_eq!(get(&sim, Site::Klikit, &format!("/orders/{id}")).json()["data"]["status"], 5);
    assert!(sim.actions().is_empty());
    assert_eq!(sim.order_ids(Platform::Klikit), [id, "7585311".to_owned()]);
}

#[test]
fn requests_may_be_limited_and_ids_take_other_forms() {
    let sim = sim();
    let limit = RateLimit { requests: 2, window_ms: 60_000, retry_after: RetryAfter::Seconds(7) };
    sim.change_settings(|settings| settings.klikit.common.rate_limit = Some(limit));
    assert_eq!(get(&sim, Site::Klikit, "/orders").status, 200);
    sim.change_settings(|settings| settings.klikit.request_ids = RequestIds::Development);
    let id = get(&sim, Site::Klikit, "/orders").json()["request_id"].as_str().unwrap().to_owned();
    assert_eq!((id.len(), id.starts_with("req_")), (40, true));
    sim.change_settings(|settings| settings.klikit.request_ids = RequestIds::Missing);
    let refused = get(&sim, Site::Klikit, "/orders");
    assert_eq!((refused.status, refused.header("retry-after")), (429, Some("7")));
    assert!(refused.json()["request_id"].is_null());
}

#[test]
fn paths_that_klikit_does_not_have_are_not_found() {
    let sim = sim();
    assert_eq!(code(&get(&sim, Site::Klikit, "/tables")), "resource_not_found");
    assert_eq!(code(&ask(&sim, Site::Klikit, "DELETE", "/orders/7585311", "", "")), "resource_not_found");
    assert_eq!(get(&sim, Site::Klikit, "/orders/7585311/").status, 200);
}
