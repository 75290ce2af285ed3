//! Atlas's endpoints and errors.

use serde_json::{Value, json};
use tillwire_sim::{AtlasErrors, Fault, Filter, Platform, Settings, Sim, Site, Step};

use crate::client::{Answer, ask, ask_as, get};

const CREATE: &str = "/outlets/45/channels/1/orders";

fn sim() -> Sim {
    Sim::start(Settings::default()).unwrap()
}

fn wanted() -> Value {
    json!({
        "fulfilment_type": "delivery", "serving_date": "2025-04-03", "timeslot_start": 54000, "timeslot_end": 55800,
        "timeslot_type": "asap", "contact_name": "Jane", "external_order_id": "E1",
        "order_items": [
            { "item_id": 380, "quantity": 2, "price_cents": 1500, "sub_items": [{ "item_id": 496, "quantity": 1, "price_cents": 0 }] },
        ],
    })
}

fn create(sim: &Sim, body: &Value) -> Answer {
    ask(sim, Site::Atlas, "POST", CREATE, "", &body.to_string())
}

#[test]
fn orders_are_read_by_id_and_by_reference() {
    let sim = sim();
    for path in ["/orders/98765", "/orders/identifier/A123"] {
        let order = get(&sim, Site::Atlas, path).json();
        assert_eq!(
            (&order["id"], &order["identifier"], &order["state"]),
            (&json!(98765), &json!("A123"), &json!("confirmed"))
        );
        assert_eq!(order["created_at"], 1_781_748_930);
        assert_eq!(
            (&order["payment_breakdown"]["total_including_tax"], &order["cancelled_at"]),
            (&json!(3542), &Value::Null)
        );
        assert_eq!(order["order_items"][0]["sub_items"][0]["price_cents"], 200);
    }
    for path in ["/orders/1", "/orders/identifier/B1", "/orders", "/tables"] {
        let missing = get(&sim, Site::Atlas, path);
        assert_eq!((missing.status, &missing.json()["type"]), (404, &json!("Not Found")), "{path}");
    }
    let id = sim.place_orders(Platform::Atlas, 1).remove(0);
    sim.advance(Platform::Atlas, &id, Step::Paid).unwrap();
    sim.advance(Platform::Atlas, &id, Step::Delivered).unwrap();
    assert!(sim.advance(Platform::Atlas, &id, Step::Cancelled).is_err());
    let order = get(&sim, Site::Atlas, &format!("/orders/{id}")).json();
    assert_eq!((&order["state"], order["completed_at"].is_u64()), (&json!("completed"), true));
}

#[test]
fn credentials_are_asked_for_in_both_forms() {
    let sim = sim();
    let known = sim.credentials(Platform::Atlas);
    let key = format!("X-Api-Key: {}\r\n", known.get("api_key"));
    let merchant = format!("X-Merchant-ID: {}\r\n", known.get("merchant_id"));
    let with = |headers: &str| ask_as(&sim, Site::Atlas, "GET", "/menus", headers, "");
    assert_eq!(with(&format!("{key}{merchant}")).status, 200);
    let refused = with(&merchant);
    assert_eq!((refused.status, &refused.json()["type"]), (401, &json!("Unauthorized")));
    assert!(refused.json()["error_hash"]["api_key"].is_string());
    assert!(with(&key).json()["error_hash"]["merchant_id"].is_string());
    sim.change_settings(|settings| settings.atlas.errors = AtlasErrors::Details);
    assert_eq!(with(&key).json()["details"][0]["field"], "merchant_id");
    sim.change_settings(|settings| settings.atlas.common.revoked = true);
    assert_eq!(with(&format!("{key}{merchant}")).json()["details"][0]["field"], "api_key");
}

#[test]
fn an_order_is_created() {
    let sim = sim();
    let made = create(&sim, &wanted());
    let order = made.json();
    assert_eq!((made.status, &order["identifier"], &order["state"]), (200, &json!("A124"), &json!("unpaid")));
    assert_eq!(
        (&order["outlet_id"], &order["channel_id"], &order["contact_name"]),
        (&json!(45), &json!(1), &json!("Jane"))
    );
    assert_eq!(
        (
            &order["order_items"][0]["calculated_subtotal"],
            &order["order_items"][0]["sub_items"][0]["item_id"]
        ),
        (&json!(3000), &json!(496))
    );
    assert_eq!(get(&sim, Site::Atlas, &format!("/orders/{}", order["id"])).json(), order);
    // Nothing says that an external id is unique, unless the setting does.
    assert_eq!(create(&sim, &wanted()).json()["identifier"], "A125");
    sim.change_settings(|settings| settings.atlas.external_ids_are_unique = true);
    let twice = create(&sim, &wanted());
    assert_eq!((twice.status, twice.json()["error_hash"]["external_order_id"].is_string()), (422, true));
    let keys: Vec<_> =
        sim.actions().into_iter().map(|action| (action.order, action.idempotency_key)).collect();
    assert_eq!(
        keys,
        [("98766".to_owned(), Some("E1".to_owned())), ("98767".to_owned(), Some("E1".to_owned()))]
    );
    sim.change_settings(|settings| settings.atlas.created_status = 201);
    assert_eq!(create(&sim, &json!({ "external_order_id": "E2" })).status, 422);
    let mut other = wanted();
    other["external_order_id"] = "E2".into();
    assert_eq!(create(&sim, &other).status, 201);
    assert_eq!(
        ask(&sim, Site::Atlas, "POST", "/outlets/9/channels/1/orders", "", &other.to_string()).status,
        404
    );
}

#[test]
fn what_an_order_lacks_is_said_field_by_field() {
    let sim = sim();
    for (name, value, field) in [
        ("fulfilment_type", json!("drone"), "fulfilment_type"),
        ("serving_date", json!("2025-13-01"), "serving_date"),
        ("timeslot_start", json!("9:00"), "timeslot_start"),
        ("timeslot_type", json!("later"), "timeslot_type"),
        ("order_items", json!([]), "order_items"),
        ("order_items", json!([{ "item_id": 1, "quantity": 0, "price_cents": 1 }]), "order_items.quantity"),
        (
            "order_items",
            json!([{ "item_id": 1, "quantity": 1, "price_cents": 1.5 }]),
            "order_items.price_cents",
        ),
    ] {
        let mut body = wanted();
        body[name] = value;
        let answer = create(&sim, &body);
        assert_eq!((answer.status, &answer.json()["type"]), (422, &json!("Invalid Parameter")), "{field}");
        assert_eq!(answer.json()["error_hash"].as_object().unwrap().keys().collect::<Vec<_>>(), [field]);
    }
    assert_eq!(ask(&sim, Site::Atlas, "POST", CREATE, "", "[]").status, 422);
    assert!(sim.actions().is_empty());
}

#[test]
fn a_change_is_answered_as_set() {
    let sim = sim();
    let change = |id: &str| {
        ask(
            &sim,
            Site::Atlas,
            "PATCH",
            &format!("/orders/{id}"),
            "",
            "{\"state\":\"dispatched\",\"notes\":\"x\"}",
        )
    };
    let refused = change("98765");
    assert_eq!((refused.status, refused.json()["error_hash"]["state"].is_string()), (422, true));
    assert!(sim.actions().is_empty());
    sim.change_settings(|settings| settings.atlas.change_status = 200);
    let done = change("98765").json();
    assert_eq!((&done["state"], &done["notes"]), (&json!("dispatched"), &json!("x")));
    assert_eq!(change("1").status, 404);
    sim.change_settings(|settings| settings.atlas.change_status = 500);
    assert_eq!(change("98765").json()["type"], "Server Error");
    assert_eq!(sim.actions().len(), 1);
}

#[test]
fn stocks_and_menus() {
    let sim = sim();
    let stocks = get(&sim, Site::Atlas, "/outlets/241/serving_dates/2026-06-18/stocks").json();
    assert_eq!(
        (&stocks["object"], &stocks["outlet_id"], &stocks["serving_date"]),
        (&json!("stock"), &json!(241), &json!("2026-06-18"))
    );
    assert_eq!(stocks["items"][2]["quantity"], -1);
    assert_eq!(get(&sim, Site::Atlas, "/outlets/241/serving_dates/today/stocks").status, 422);
    assert_eq!(get(&sim, Site::Atlas, "/outlets/1/serving_dates/2026-06-18/stocks").status, 404);
    let menus = get(&sim, Site::Atlas, "/menus").json();
    assert_eq!((&menus["object"], &menus["items"][0]["id"]), (&json!("menu"), &json!(8921)));
    let menu = get(&sim, Site::Atlas, "/menus/8921").json();
    assert_eq!(menu["sections"][0]["sub_sections"][0]["products"][0]["price_cents"], 1250);
    assert_eq!(get(&sim, Site::Atlas, "/menus/1").status, 404);
}

#[test]
fn faults_have_atlas_errors() {
    let sim = sim();
    sim.fault(Fault::Status(500), Filter::platform(Platform::Atlas), 1);
    assert_eq!(get(&sim, Site::Atlas, "/menus").json()["type"], "Server Error");
    sim.fault(Fault::Status(503), Filter::platform(Platform::Atlas), 1);
    assert_eq!(get(&sim, Site::Atlas, "/menus").header("content-type"), Some("text/plain"));
}
