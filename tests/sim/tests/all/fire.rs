//! Fire's endpoints, errors and what it takes for a repeat.

use std::time::Duration;

use serde_json::{Value, json};
use tillwire_sim::{Fault, Filter, KdsAnswer, Platform, Settings, Sim, Site, Step};

use crate::client::{Answer, ask, ask_as, credentials, get};

const ORDERS: &str = "/api/v1/fire/external/orders";
const TENANT: &str = "accountId=100&vendorId=100.2.1";
const FIRST: &str = "21ec1f6c-c301-4528-b999-7836c1d21c6c";
const EVENT: &str = "0d6e8a1c-1e7a-4b4f-8a3a-74ab0e9a9b21";

fn sim() -> Sim {
    Sim::start(Settings::default()).unwrap()
}

fn post(sim: &Sim, path: &str, body: &Value) -> Answer {
    ask(sim, Site::FireApp, "POST", path, "", &body.to_string())
}

fn report(kind: &str, event: &str) -> Value {
    json!({
        "eventType": kind,
        "providerEventId": format!("kds-{kind}"),
        "occurredAt": "2026-05-26T18:30:00.000Z",
        "orderId": FIRST,
        "eventId": event,
        "stationName": "Hot line",
    })
}

fn cook(sim: &Sim, kind: &str) -> Answer {
    post(sim, "/api/v1/webhooks/kds/order-status", &report(kind, EVENT))
}

fn read(sim: &Sim, reference: &str) -> Value {
    get(sim, Site::FireApi, &format!("{ORDERS}/{reference}")).json()
}

#[test]
fn orders_are_read_by_each_reference() {
    let sim = sim();
    for reference in [FIRST, "7805610b-97cf-461f-a2d6-d86f63a80833", "OC-br-001"] {
        let order = read(&sim, reference);
        assert_eq!((&order["id"], &order["orderCode"]), (&json!(FIRST), &json!("OC-br-001")));
        assert_eq!((&order["status"], &order["paymentStatus"]), (&json!("OPEN"), &json!("PENDING")));
        assert_eq!(order["totals"][0]["total"], 229_000);
        assert!(order["kitchen"].is_null() && order["orderLines"].is_array());
    }
    let missing = get(&sim, Site::FireApi, &format!("{ORDERS}/nothing"));
    assert_eq!((missing.status, &missing.json()["error"]), (404, &json!("NOT_FOUND")));
    sim.change_settings(|settings| settings.fire.ambiguous_references = vec!["OC-br-001".to_owned()]);
    let twice = get(&sim, Site::FireApi, &format!("{ORDERS}/OC-br-001"));
    assert_eq!((twice.status, &twice.json()["code"]), (409, &json!("AMBIGUOUS_ORDER_REFERENCE")));
}

#[test]
fn orders_are_listed_in_pages() {
    let sim = sim();
    sim.place_orders_at(Platform::Fire, 24, 1_790_000_000_000, 3_600_000);
    let list = |query: &str| get(&sim, Site::FireApi, &format!("{ORDERS}?{TENANT}&{query}"));
    let page = list("page=2&size=10").json();
    assert_eq!(page["pagination"], json!({ "page": 2, "size": 10, "total": 25, "totalPages": 3 }));
    assert_eq!(page["orders"][0]["orderCode"], "OC-br-015");
    let total = |query: &str| list(query).json()["pagination"]["total"].clone();
    assert_eq!(total("status=OPEN"), 25);
    assert_eq!(total("status=COMPLETED"), 0);
    assert_eq!(total("businessDayDate=2026-03-31"), 1);
    assert_eq!(total("dateFrom=2026-09-22&dateTo=2026-09-30"), 11);
    assert_eq!(total("dateFilterMode=created_at&dateFrom=2026-09-22&dateTo=2026-09-22&tzOffset=-180"), 11);
    assert_eq!(
        total("dateFilterMode=created_at&dateFrom=2026-09-21T14:13:20Z&dateTo=2026-09-21T15:13:20Z"),
        2
    );
    assert_eq!(total("orderCode=OC-br-007"), 1);
    assert_eq!(total("search=br-00"), 9);
    assert_eq!(total("channel=APP"), 0);
    let picked = list("fields=id,status&size=1").json()["orders"][0].clone();
    assert_eq!(picked.as_object().unwrap().keys().collect::<Vec<_>>(), ["id", "status"]);
    for query in [
        "fields=id,nothing",
        "size=101",
        "page=0",
        "dateFilterMode=x",
        "dateFilterMode=created_at&dateFrom=x",
    ] {
        let answer = list(query);
        assert_eq!((answer.status, &answer.json()["error"]), (400, &json!("VALIDATION_ERROR")), "{query}");
    }
    let orders = |query: &str| get(&sim, Site::FireApi, &format!("{ORDERS}?{query}"));
    assert_eq!(orders("accountId=100").status, 400);
    assert_eq!(orders("accountId=100&vendorId=9").status, 403);
    assert_eq!(orders("accountId=9&vendorId=100.2.1").status, 403);
}

#[test]
fn all_of_20_000_orders_are_seen_though_more_arrive() {
    let sim = sim();
    let placed = sim.place_orders_at(Platform::Fire, 20_000, 1_790_000_000_000, 100);
    sim.arrive_per_page(Platform::Fire, 2);
    sim.advance_per_page(Platform::Fire, 1);
    let mut seen = std::collections::BTreeSet::new();
    for page in 1.. {
        let answer =
            get(&sim, Site::FireApi, &format!("{ORDERS}?{TENANT}&page={page}&size=100&fields=id")).json();
        let orders = answer["orders"].as_array().unwrap().clone();
        seen.extend(orders.iter().map(|order| order["id"].as_str().unwrap().to_owned()));
        if orders.is_empty() {
            break;
        }
    }
    assert!(placed.iter().all(|id| seen.contains(id)));
    assert_eq!(read(&sim, FIRST)["status"], "COMPLETED");
}

#[test]
fn a_key_and_its_scopes_are_asked_for_in_the_style_of_the_page() {
    let sim = sim();
    let config = "/api/v1/external/channels/config";
    let without = |path: &str| ask_as(&sim, Site::FireApp, "GET", path, "", "");
    let flat = without(&format!("{ORDERS}?{TENANT}"));
    assert_eq!((flat.status, &flat.json()["error"]), (401, &json!("UNAUTHORIZED")));
    assert_eq!(
        (without(config).status, &without(config).json()["error"]["code"]),
        (401, &json!("unauthorized"))
    );
    let known = sim.credentials(Platform::Fire);
    // The inbound webhooks and the adapters take the key as a bearer token too; the header wins.
    let bearer = format!("Authorization: Bearer {}\r\n", known.get("api_key"));
    let body = report("order.ready", EVENT).to_string();
    let kds = |headers: &str| {
        ask_as(&sim, Site::FireApp, "POST", "/api/v1/webhooks/kds/order-status", headers, &body).status
    };
    assert_eq!((kds(&bearer), kds(&format!("{bearer}x-api-key: no\r\n"))), (202, 401));
    assert_eq!(ask_as(&sim, Site::FireApi, "GET", &format!("{ORDERS}/{FIRST}"), &bearer, "").status, 401);
    sim.change_settings(|settings| settings.fire.scopes.clear());
    for (method, path) in [
        ("GET", format!("{ORDERS}?{TENANT}")),
        ("GET", format!("/api/v1/fire/external/stores?{TENANT}")),
        ("GET", format!("/api/v1/external/orders/{FIRST}/cancellation-eligibility")),
        ("POST", format!("/api/v1/adapters/xmart/stores/orders/{FIRST}/cancel")),
        ("POST", format!("/api/v1/adapters/xmart/stores/orders/{FIRST}/confirm-payment")),
        ("POST", "/api/v1/webhooks/kds/order-status".to_owned()),
        ("POST", "/api/v1/webhooks/aggregators/order-status".to_owned()),
        ("POST", "/api/v1/fire/external/component-health".to_owned()),
        ("GET", "/api/v1/webhooks/events/x".to_owned()),
    ] {
        let answer = ask(&sim, Site::FireApp, method, &path, "", "{}");
        assert_eq!((answer.status, &answer.json()["error"]), (403, &json!("FORBIDDEN")), "{path}");
    }
    assert_eq!(get(&sim, Site::FireApp, config).json()["error"]["code"], "forbidden");
    sim.change_settings(|settings| settings.fire.common.revoked = true);
    assert_eq!(get(&sim, Site::FireApp, config).status, 401);
}

#[test]
fn a_kitchen_reports_each_stage_once() {
    let sim = sim();
    let first = cook(&sim, "order.preparing");
    let said = first.json();
    assert_eq!(
        (first.status, &said["received"], &said["duplicate"], &said["status"]),
        (202, &json!(true), &json!(false), &json!("queued"))
    );
    assert_eq!(said["eventId"], EVENT);
    let repeat = cook(&sim, "order.preparing").json();
    assert_eq!((&repeat["duplicate"], &repeat["webhookEventId"]), (&json!(true), &said["webhookEventId"]));
    assert_eq!(repeat["firstReceivedAt"], said["firstReceivedAt"]);
    // The same event with another type is a new step, and a step may be skipped.
    assert_eq!(cook(&sim, "order.dispatched").json()["duplicate"], false);
    // Steps back are taken in and come to nothing.
    let back = cook(&sim, "order.ready").json();
    let done: Vec<_> = sim.actions().into_iter().map(|action| action.action).collect();
    assert_eq!(done, ["order.preparing", "order.dispatched", "order.ready"]);
    assert_eq!(sim.actions()[0].idempotency_key.as_deref(), Some("kds-order.preparing"));
    let kitchen = read(&sim, FIRST)["kitchen"].clone();
    assert_eq!(
        (&kitchen["status"], &kitchen["rank"], &kitchen["previousStatus"]),
        (&json!("dispatched"), &json!(3), &json!("preparing"))
    );
    assert_eq!(kitchen["history"].as_array().unwrap().len(), 2);
    sim.change_settings(|settings| settings.fire.queue_ms = 0);
    let outcome = |said: &Value| {
        get(
            &sim,
            Site::FireApp,
            &format!("/api/v1/webhooks/events/{}", said["webhookEventId"].as_str().unwrap()),
        )
        .json()
    };
    assert_eq!(
        (&outcome(&said)["status"], &outcome(&said)["result"]),
        (&json!("processed"), &json!({ "kind": "recorded" }))
    );
    assert_eq!(outcome(&back)["result"], json!({ "kind": "ignored" }));
    assert_eq!(get(&sim, Site::FireApp, "/api/v1/webhooks/events/x").status, 404);
}

#[test]
fn a_report_waits_in_the_queue() {
    let sim = Sim::start(Settings::default()).unwrap();
    let said = cook(&sim, "order.ready").json();
    let path = format!("/api/v1/webhooks/events/{}", said["webhookEventId"].as_str().unwrap());
    let mut seen = Vec::new();
    while seen.last().is_none_or(|last| last != "processed") {
        let outcome = get(&sim, Site::FireApp, &path).json();
        let status = outcome["status"].as_str().unwrap().to_owned();
        assert_eq!(outcome["result"].is_null(), status != "processed");
        if seen.last() != Some(&status) {
            seen.push(status);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(seen, ["queued", "processing", "processed"]);
}

#[test]
fn a_report_that_fire_cannot_take_is_refused() {
    let sim = sim();
    let with = |name: &str, value: Value| {
        let mut body = report("order.ready", EVENT);
        body[name] = value;
        post(&sim, "/api/v1/webhooks/kds/order-status", &body)
    };
    for (name, value) in [
        ("eventType", json!("order.cancelled")),
        ("eventType", json!(null)),
        ("providerEventId", json!("")),
        ("occurredAt", json!("now")),
        ("eventId", json!("7c9e6679-7425-40de-944b-e07fc1f90ae7")),
        // Of another order.
        ("eventId", json!("0d6e8a1c-1e7a-4b4f-8a3a-74ab0e9a9b22")),
    ] {
        let answer = with(name, value.clone());
        assert_eq!(
            (answer.status, &answer.json()["error"]),
            (400, &json!("VALIDATION_ERROR")),
            "{name} {value}"
        );
    }
    assert_eq!(with("orderId", json!("9f1c0e8a-1234-4abc-9def-0123456789ab")).status, 404);
    assert!(sim.actions().is_empty());
    sim.change_settings(|settings| settings.fire.kds_answer = KdsAnswer::Earlier);
    assert_eq!(with("eventType", json!("x")).json()["error"]["code"], "validation_error");
    let said = cook(&sim, "order.ready").json();
    assert!(said["webhookEventId"].is_null() && said["eventId"] != EVENT);
    let outcome =
        get(&sim, Site::FireApp, &format!("/api/v1/webhooks/events/{}", said["eventId"].as_str().unwrap()));
    assert_eq!((outcome.status, &outcome.json()["eventType"]), (200, &json!("order.ready")));
}

#[test]
fn a_delivery_is_reported_in_any_words() {
    let sim = sim();
    let say = |status: &str, event: &str, at: &str, more: Value| {
        let mut body =
            json!({ "channelCode": "KIOSK", "status": status, "providerEventId": event, "occurredAt": at });
        for (name, value) in more.as_object().unwrap() {
            body[name] = value.clone();
        }
        post(&sim, "/api/v1/webhooks/aggregators/order-status", &body)
    };
    let external = "7805610b-97cf-461f-a2d6-d86f63a80833";
    let (by_id, by_external) = (json!({ "orderId": FIRST }), json!({ "externalOrderId": external }));
    assert_eq!(say("on_route", "e2", "2026-06-14T18:52:00Z", by_id.clone()).status, 202);
    // The newest counts, whenever it comes.
    assert_eq!(
        say("courier_assigned", "e1", "2026-06-14T18:46:00Z", by_external.clone()).json()["duplicate"],
        false
    );
    assert_eq!(say("on_route", "e2", "2026-06-14T18:52:00Z", by_external).json()["duplicate"], true);
    assert_eq!(say("delivered", "e2", "2026-06-14T19:07:00Z", by_id.clone()).json()["duplicate"], false);
    let mirror = read(&sim, FIRST)["aggregator"].clone();
    assert_eq!((&mirror["status"], mirror["history"].as_array().unwrap().len()), (&json!("delivered"), 3));
    assert_eq!(mirror["history"][0]["status"], "courier_assigned");
    let at = "2026-06-14T18:52:00Z";
    assert_eq!(say("x", "e", at, json!({})).status, 400);
    assert_eq!(say("x", "e", "soon", by_id).status, 400);
    assert_eq!(say("x", "e", at, json!({ "orderId": FIRST, "channelCode": "RAPPI" })).status, 403);
    assert_eq!(say("x", "e", at, json!({ "orderId": "nothing" })).status, 404);
    let other = sim.place_orders(Platform::Fire, 1).remove(0);
    assert_eq!(say("x", "e", at, json!({ "orderId": other, "externalOrderId": external })).status, 409);
    assert_eq!(sim.actions().len(), 3);
}

#[test]
fn an_order_is_paid_for_once() {
    let sim = sim();
    let path = format!("/api/v1/adapters/xmart/stores/orders/{FIRST}/confirm-payment");
    let tender = |id: &str, status: &str, bill: Value| {
        json!({
            "uid": "u", "total": "1", "method": "CASH", "currency_code": "BRL",
            "details": { "transaction_id": id, "transaction_status": status, "total_bill": bill, "currency_code": "BRL" },
        })
    };
    let pay = |tenders: Vec<Value>| post(&sim, &path, &json!({ "payments": tenders }));
    for wrong in [
        vec![],
        vec![tender("a", "APPROVED", json!(0))],
        vec![tender("a", "APPROVED", json!("1"))],
        vec![tender("a", "APPROVED", json!(1)), tender("a", "APPROVED", json!(1))],
    ] {
        let answer = pay(wrong);
        assert_eq!((answer.status, &answer.json()["error"]), (400, &json!("VALIDATION_ERROR")));
    }
    let mut poor = tender("a", "51", json!(20));
    poor["details"]["decline_reason"] = "INSUFFICIENT_FUNDS".into();
    let declined = pay(vec![poor]).json()["data"].take();
    assert_eq!(
        (&declined["outcome"], &declined["declinedCount"], &declined["status"]),
        (&json!("declined"), &json!(1), &json!("OPEN"))
    );
    assert_eq!(declined["declines"][0]["resolvedTo"], "INSUFFICIENT_FUNDS");
    assert!(sim.actions().is_empty());
    let both = vec![tender("b", "approved", json!(20)), tender("c", "PAID", json!(15.9))];
    let settled = pay(both.clone()).json()["data"].take();
    assert_eq!(
        (&settled["outcome"], &settled["settled"], &settled["status"]),
        (&json!("settled"), &json!(true), &json!("COMPLETED"))
    );
    assert_eq!((&settled["tenderCount"], &settled["amountMismatch"]), (&json!(2), &json!(false)));
    assert_eq!(pay(both).json()["data"]["outcome"], "duplicate");
    assert_eq!(pay(vec![tender("d", "PAID", json!(1))]).json()["data"]["outcome"], "recorded");
    let order = read(&sim, FIRST);
    assert_eq!(
        (&order["paymentStatus"], &order["settlement"]["paidSoFar"]),
        (&json!("SUCCEEDED"), &json!("369000"))
    );
    let paid: Vec<_> =
        order["payments"].as_array().unwrap().iter().map(|paid| paid["amount"].clone()).collect();
    assert_eq!(paid, ["200000", "159000", "10000"]);
    let keys: Vec<_> = sim.actions().into_iter().map(|action| action.idempotency_key.unwrap()).collect();
    assert_eq!(keys, ["b,c", "d"]);
    assert_eq!(
        post(
            &sim,
            "/api/v1/adapters/xmart/stores/orders/x/confirm-payment",
            &json!({ "payments": [tender("e", "PAID", json!(1))] })
        )
        .status,
        404
    );
}

#[test]
fn an_order_is_cancelled_once() {
    let sim = sim();
    let eligible = |id: &str| {
        get(&sim, Site::FireApp, &format!("/api/v1/external/orders/{id}/cancellation-eligibility?locale=en"))
    };
    let cancel =
        |body: &Value| post(&sim, &format!("/api/v1/adapters/xmart/stores/orders/{FIRST}/cancel"), body);
    assert_eq!(eligible(FIRST).json()["data"]["canCancel"], true);
    assert_eq!(eligible("x").status, 404);
    assert_eq!(cancel(&json!({ "reason": "no" })).status, 400);
    sim.change_settings(|settings| settings.fire.cancellation_refused = "BUSINESS_DAY_CLOSED".to_owned());
    let closed = cancel(&json!({ "reason": "customer left" }));
    assert_eq!((closed.status, &closed.json()["code"]), (409, &json!("BUSINESS_DAY_CLOSED")));
    assert_eq!(eligible(FIRST).json()["data"]["code"], "BUSINESS_DAY_CLOSED");
    sim.change_settings(|settings| settings.fire.cancellation_refused.clear());
    assert_eq!(cancel(&json!({ "reason": "customer left" })).json()["data"]["status"], "CANCELLED");
    let again = cancel(&json!({ "reason": "customer left" }));
    assert_eq!((again.status, &again.json()["code"]), (409, &json!("ORDER_NOT_CANCELLABLE")));
    let denied = eligible(FIRST).json();
    assert_eq!(
        (&denied["data"]["canCancel"], &denied["data"]["resolvedFrom"]["orderStatus"]),
        (&json!(false), &json!("CANCELLED"))
    );
    assert_eq!(sim.actions().len(), 1);
}

#[test]
fn v4_wants_four_headers_and_has_errors_of_its_own() {
    let sim = sim();
    let known = sim.credentials(Platform::Fire);
    let three =
        format!("{}x-client-channel: integration\r\naccount: 100\r\n", credentials(&sim, Platform::Fire));
    let login = |secret: &str| {
        let body = json!({ "client_id": known.get("client_id"), "client_secret": secret, "grant_type": "client_credentials" });
        ask_as(&sim, Site::FireApi, "POST", "/api/authentication/login", &three, &body.to_string())
    };
    let wrong = login("no");
    assert_eq!((wrong.status, &wrong.json()["error"]["code"]), (401, &json!("unauthorized")));
    let token = |answer: Answer| answer.json()["accessToken"].as_str().unwrap().to_owned();
    let made = login(known.get("client_secret"));
    assert_eq!(made.status, 201);
    let four = format!("{three}Authorization: Bearer {}\r\n", token(made));
    sim.advance(Platform::Fire, FIRST, Step::Paid).unwrap();
    let refund = |headers: &str, id: &str, body: &Value| {
        let path = format!("/api/v4/integrations/sales/aggregator/orders/{id}/refund");
        ask_as(&sim, Site::FireApi, "POST", &path, headers, &body.to_string())
    };
    let whole = json!({ "reason": "Duplicate charge", "vendor_uid": "100.2.1", "cancellation_type": "101" });
    assert_eq!(refund(&three, FIRST, &whole).status, 401);
    let lacking = refund(&four, FIRST, &json!({ "vendor_uid": "100.2.1" }));
    assert_eq!((lacking.status, &lacking.json()["errors"]["detail"]), (422, &json!("reason is required")));
    let missing = refund(&four, "x", &whole);
    assert_eq!((missing.status, &missing.json()["errors"]["code"]), (404, &json!("not_found")));
    let done = refund(&four, FIRST, &whole).json();
    assert_eq!(
        (&done["data"]["status"], &done["data"]["payment_status"]),
        (&json!("CANCELED"), &json!("REFUNDED"))
    );
    assert_eq!(done["traceId"].as_str().unwrap().len(), 16);
    let again = refund(&four, FIRST, &whole);
    assert_eq!((again.status, &again.json()["errors"]["code"]), (400, &json!("custom")));
    sim.change_settings(|settings| settings.fire.token_seconds = 0);
    let late = format!("{three}Authorization: Bearer {}\r\n", token(login(known.get("client_secret"))));
    assert_eq!(refund(&late, FIRST, &whole).json()["errors"]["code"], "token_expired");
    assert_eq!(sim.actions().len(), 1);
}

#[test]
fn stores_channels_and_heartbeats() {
    let sim = sim();
    let stores = get(&sim, Site::FireApp, &format!("/api/v1/fire/external/stores?{TENANT}")).json();
    assert_eq!((&stores["total"], &stores["totalPages"]), (&json!(2), &json!(1)));
    let id = stores["stores"][1]["id"].as_str().unwrap().to_owned();
    assert_eq!(
        get(&sim, Site::FireApp, &format!("/api/v1/fire/external/stores/{id}")).json()["storeCode"],
        "BR-SP-001"
    );
    assert_eq!(get(&sim, Site::FireApp, "/api/v1/fire/external/stores/x").status, 404);
    assert_eq!(
        get(&sim, Site::FireApp, &format!("/api/v1/fire/external/stores?{TENANT}&active=INACTIVE")).json()["total"],
        0
    );
    let channels = get(&sim, Site::FireApp, "/api/v1/external/channels/config").json();
    assert_eq!(channels["countries"][0]["vendors"][0]["channels"][1]["code"], "KIOSK");
    let mut beat = json!({ "componentType": "pos", "componentId": "K082", "storeId": id, "status": "online", "sentAt": "2026-08-06T14:32:05.120-03:00" });
    let answer = post(&sim, "/api/v1/fire/external/component-health", &beat);
    assert_eq!(
        (answer.status, answer.header("x-heartbeat-interval"), answer.header("content-length")),
        (204, Some("300"), None)
    );
    assert!(answer.body.is_empty());
    for (name, value) in [
        ("intervalSeconds", json!(5)),
        ("degradedReason", json!("bored")),
        ("storeId", json!("x")),
        ("sentAt", json!("now")),
        ("status", json!("off")),
        ("componentType", json!("oven")),
    ] {
        let before = std::mem::replace(&mut beat[name], value);
        assert_eq!(post(&sim, "/api/v1/fire/external/component-health", &beat).status, 400, "{name}");
        beat[name] = before;
    }
}

#[test]
fn faults_have_the_style_of_the_page_too() {
    let sim = sim();
    sim.fault(Fault::Status(503), Filter::platform(Platform::Fire), 1);
    sim.fault(Fault::Status(500), Filter::platform(Platform::Fire).path("/api/v4/"), 1);
    let flat = get(&sim, Site::FireApi, &format!("{ORDERS}/{FIRST}"));
    assert_eq!((flat.status, &flat.json()["error"]), (503, &json!("SERVICE_UNAVAILABLE")));
    let v4 = get(&sim, Site::FireApi, "/api/v4/integrations/x");
    assert_eq!((v4.status, &v4.json()["errors"]["status"]), (500, &json!("500")));
}
