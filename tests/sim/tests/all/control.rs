//! What the library can do, done over HTTP.

use serde_json::{Value, json};
use tillwire_sim::{Platform, Settings, Sim, Site};

use crate::client::{exchange, get, parse, request};

fn control(sim: &Sim, method: &str, path: &str, body: &Value) -> (u16, Value) {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let answer = parse(&exchange(sim, &request(method, &format!("/_sim/{path}"), "", &body)).unwrap());
    (answer.status, answer.json())
}

fn done(sim: &Sim, path: &str, body: &Value) -> Value {
    let (status, answer) = control(sim, "POST", path, body);
    assert_eq!(status, 200, "{path} {body}: {answer}");
    answer
}

fn shown(sim: &Sim, path: &str) -> Value {
    control(sim, "GET", path, &Value::Null).1
}

#[test]
fn faults_orders_and_steps_are_asked_for() {
    let sim = Sim::start(Settings::default()).unwrap();
    for fault in [
        json!("drop_after_commit"),
        json!({ "status": 503 }),
        json!({ "slow_drip": {} }),
        json!({ "too_many_requests": { "date": 5 } }),
        json!({ "too_many_requests": "missing" }),
        json!({ "huge_body": { "bytes": 10 } }),
        json!({ "redirect": { "status": 307, "location": "http://other.example/" } }),
        json!({ "committed": { "status": 504 } }),
    ] {
        done(&sim, "fault", &json!({ "fault": fault }));
    }
    done(&sim, "fault", &json!({}));
    let filter = json!({ "platform": "klikit", "method": "GET", "path_prefix": "/orders" });
    done(&sim, "fault", &json!({ "fault": { "status": 503 }, "filter": filter, "times": 2 }));
    assert_eq!(get(&sim, Site::Klikit, "/brands").status, 200);
    let statuses: Vec<_> = (0..3).map(|_| get(&sim, Site::Klikit, "/orders").status).collect();
    assert_eq!(statuses, [503, 503, 200]);
    let ids = done(
        &sim,
        "orders",
        &json!({ "platform": "klikit", "count": 2, "first_ms": 1_790_000_000_000_i64, "step_ms": 1000 }),
    );
    assert_eq!(shown(&sim, "orders/klikit").as_array().unwrap().len(), 3);
    done(&sim, "step", &json!({ "platform": "klikit", "order": ids[0], "step": "ready" }));
    let order = shown(&sim, &format!("orders/klikit/{}", ids[0].as_str().unwrap()));
    assert_eq!((&order["status"], &order["created_at"]), (&json!(4), &json!("2026-09-21T14:13:20Z")));
    let log = shown(&sim, "log");
    assert_eq!(
        (log.as_array().unwrap().len(), &log[1]["fault"], &log[1]["status"]),
        (4, &json!("status 503"), &json!(503))
    );
    assert_eq!(shown(&sim, "actions"), json!([]));
    for (path, body, expected) in [
        ("step", json!({ "platform": "klikit", "order": ids[0], "step": "accepted" }), 409),
        ("step", json!({ "platform": "klikit", "order": "x", "step": "ready" }), 404),
        ("fault", json!({ "fault": "nothing" }), 400),
        ("fault", json!({ "folt": "drop_after_commit" }), 400),
        ("settings", json!({ "klikit": { "vocabulary": "middle" } }), 400),
        ("nothing", json!({}), 404),
    ] {
        assert_eq!(control(&sim, "POST", path, &body).0, expected, "{path} {body}");
    }
    assert_eq!(control(&sim, "GET", "orders/shop", &Value::Null).0, 404);
}

#[test]
fn settings_are_changed_member_by_member() {
    let sim = Sim::start(Settings::default()).unwrap();
    let before = shown(&sim, "settings");
    let webhooks = json!([{ "platform": "klikit", "url": "http://127.0.0.1:1/" }]);
    let limit = json!({ "requests": 1, "window_ms": 60_000, "retry_after": { "garbage": "soon" } });
    let change = json!({ "klikit": { "vocabulary": "upper", "common": { "rate_limit": limit } }, "webhooks": webhooks });
    let after = done(&sim, "settings", &change);
    assert_eq!(
        (&after["klikit"]["vocabulary"], &after["klikit"]["scopes"]),
        (&json!("upper"), &before["klikit"]["scopes"])
    );
    assert_eq!(get(&sim, Site::Klikit, "/nothing").json()["error"]["code"], "RESOURCE_NOT_FOUND");
    assert_eq!(get(&sim, Site::Klikit, "/nothing").header("retry-after"), Some("soon"));
    done(&sim, "webhook", &json!({ "hold": {} }));
    done(
        &sim,
        "webhook",
        &json!({ "send": { "platform": "klikit", "order": "7585311", "event": "klikit.order.status.updated" } }),
    );
    done(&sim, "webhook", &json!({ "release": "reversed" }));
    wait_for_a_delivery(&sim);
    assert_eq!(shown(&sim, "deliveries")[0]["event"], "klikit.order.status.updated");
    done(&sim, "webhook", &json!({ "repeat": { "delivery": 1 } }));
    assert_eq!(control(&sim, "POST", "webhook", &json!({ "repeat": { "delivery": 9 } })).0, 404);
    assert_eq!(
        control(
            &sim,
            "POST",
            "webhook",
            &json!({ "send": { "platform": "klikit", "order": "7585311", "event": "x" } })
        )
        .0,
        409
    );
}

#[test]
fn the_readme_can_be_followed() {
    let sim = Sim::start(Settings::default()).unwrap();
    let readme = include_str!("../../README.md");
    let lines: Vec<_> = readme.lines().filter_map(|line| line.strip_prefix("curl $SIM/")).collect();
    assert!(lines.len() > 15);
    for line in lines {
        let line = line.split(" # ").next().unwrap().trim_end();
        if line.contains("\"repeat\"") {
            wait_for_a_delivery(&sim);
        }
        if let Some((path, body)) = line.split_once(" -d ") {
            done(&sim, path, &serde_json::from_str(body.trim_matches('\'')).unwrap());
        } else {
            assert_eq!(control(&sim, "GET", line, &Value::Null).0, 200, "{line}");
        }
    }
}

/// Waits until something was delivered, or tried to be.
fn wait_for_a_delivery(sim: &Sim) {
    for _ in 0..1_000 {
        if !sim.deliveries().is_empty() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    panic!("nothing was delivered");
}

#[test]
fn a_reset_forgets_what_happened_and_keeps_what_is_set() {
    let sim = Sim::start(Settings::default()).unwrap();
    done(&sim, "settings", &json!({ "klikit": { "vocabulary": "upper" } }));
    done(&sim, "orders", &json!({ "platform": "atlas" }));
    assert_eq!(get(&sim, Site::Klikit, "/orders").status, 200);
    done(&sim, "reset", &json!({}));
    assert_eq!((shown(&sim, "log"), shown(&sim, "orders/atlas")), (json!([]), json!(["98765"])));
    assert_eq!(shown(&sim, "settings")["klikit"]["vocabulary"], "upper");
    assert_eq!(sim.order_ids(Platform::Atlas), ["98765"]);
}
