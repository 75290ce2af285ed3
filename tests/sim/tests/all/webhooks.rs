//! Deliveries: what is sent when, under which signature, and what happens when it is not taken.

use std::collections::VecDeque;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::{Value, json};
use tillwire_core::Platform as Till;
use tillwire_core::verify::{Headers, Scheme, Verifier, VerifierBuilder};
use tillwire_sim::{AtlasProof, Family, Platform, Release, Settings, Sim, Site, Step, Webhook};

use crate::client::{ask, get, header};

/// What a receiver got.
struct Got {
    head: String,
    body: Vec<u8>,
}

impl Got {
    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    fn header(&self, name: &str) -> String {
        header(&self.head, name).unwrap_or_default().to_owned()
    }

    /// Whether a till takes it for genuine.
    fn verify(&self, builder: VerifierBuilder) {
        let mut headers = Headers::new();
        for line in self.head.lines().skip(1) {
            let (name, value) = line.split_once(": ").unwrap();
            headers.add(name, value.as_bytes()).unwrap();
        }
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
        let verifier = builder.build().unwrap();
        verifier.open(&headers, &self.body, i64::try_from(now).unwrap()).unwrap();
    }
}

/// A receiver that answers these statuses, and then 200.
fn receiver(statuses: &[u16]) -> (SocketAddr, Receiver<Got>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (sender, got) = channel();
    let mut statuses = VecDeque::from(statuses.to_vec());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut all = Vec::new();
            let mut piece = [0; 4096];
            let (end, length) = loop {
                let read = stream.read(&mut piece).unwrap();
                all.extend_from_slice(&piece[..read]);
                if let Some(end) = all.windows(4).position(|part| part == b"\r\n\r\n") {
                    let head = String::from_utf8(all[..end].to_vec()).unwrap();
                    let length = head.lines().find_map(|line| line.strip_prefix("Content-Length: ")).unwrap();
                    break (end, length.parse::<usize>().unwrap());
                }
            };
            while all.len() < end + 4 + length {
                let read = stream.read(&mut piece).unwrap();
                all.extend_from_slice(&piece[..read]);
            }
            let status = statuses.pop_front().unwrap_or(200);
            write!(stream, "HTTP/1.1 {status} X\r\nContent-Length: 0\r\n\r\n").unwrap();
            if sender
                .send(Got {
                    head: String::from_utf8(all[..end].to_vec()).unwrap(),
                    body: all[end + 4..].to_vec(),
                })
                .is_err()
            {
                return;
            }
        }
    });
    (address, got)
}

fn next(got: &Receiver<Got>) -> Got {
    got.recv_timeout(Duration::from_secs(10)).unwrap()
}

/// A simulator that tells a receiver.
fn sim(platform: Platform, family: Family, address: SocketAddr) -> Sim {
    let webhook = Webhook { family, ..Webhook::new(platform, format!("http://{address}/hooks")) };
    Sim::start(Settings { time_scale: 0.0001, webhooks: vec![webhook], ..Settings::default() }).unwrap()
}

fn secret(sim: &Sim, platform: Platform) -> &'static [u8] {
    sim.credentials(platform).get("webhook_secret").as_bytes()
}

#[test]
fn klikit_signs_what_it_tells() {
    let (address, got) = receiver(&[]);
    let sim = sim(Platform::Klikit, Family::Flow, address);
    let id = sim.place_orders(Platform::Klikit, 1).remove(0);
    let created = next(&got);
    created.verify(Verifier::builder(Till::Klikit).secret(secret(&sim, Platform::Klikit)));
    assert!(created.head.starts_with("POST /hooks HTTP/1.1\r\n"));
    assert_eq!(created.header("x-klikit-event-type"), "klikit.order.created.v2");
    assert_eq!(created.json()["orders"][0]["id"].to_string(), id);
    let path = format!("/orders/{id}/status");
    ask(&sim, Site::Klikit, "PATCH", &path, "Idempotency-Key: k\r\n", "{\"status\":\"accepted\"}");
    let updated = next(&got);
    assert_eq!(updated.header("x-klikit-event-type"), "klikit.order.status.updated");
    assert_eq!(
        (&updated.json()["orders"][0]["status"], &updated.json()["branch_id"]),
        (&json!(2), &json!(5913))
    );
    assert_ne!(updated.header("x-klikit-event-id"), created.header("x-klikit-event-id"));
    // A repeat of the request changes nothing and tells nobody.
    ask(&sim, Site::Klikit, "PATCH", &path, "Idempotency-Key: k\r\n", "{\"status\":\"accepted\"}");
    sim.send_webhook(Platform::Klikit, &id, "klikit.order.cart.updated").unwrap();
    assert_eq!(next(&got).header("x-klikit-event-type"), "klikit.order.cart.updated");
    assert!(sim.send_webhook(Platform::Klikit, &id, "order.placed").is_err());
    assert!(sim.send_webhook(Platform::Klikit, "1", "klikit.order.cart.updated").is_err());
    assert_eq!(get(&sim, Site::Klikit, "/webhooks").json()["data"].as_array().unwrap().len(), 6);
}

#[test]
fn fire_signs_both_of_its_families() {
    let (address, got) = receiver(&[]);
    let flow = sim(Platform::Fire, Family::Flow, address);
    let key = secret(&flow, Platform::Fire);
    let id = flow.place_orders(Platform::Fire, 1).remove(0);
    let opened = next(&got);
    opened.verify(Verifier::builder(Till::Fire).scheme(Scheme::V1Timestamped).secret(key));
    assert_eq!(
        (&opened.json()["event"]["type"], &opened.json()["data"]["orderId"]),
        (&json!("order.opened"), &json!(id))
    );
    assert_eq!(opened.json()["_meta"]["attempt"], "1");
    // The id that was told is the one that a kitchen cites.
    let report = json!({
        "eventType": "order.ready", "providerEventId": "p", "occurredAt": "2026-05-26T18:30:00Z",
        "orderId": id, "eventId": opened.json()["event"]["id"],
    });
    assert_eq!(
        ask(&flow, Site::FireApp, "POST", "/api/v1/webhooks/kds/order-status", "", &report.to_string())
            .status,
        202
    );
    let ready = next(&got);
    assert_eq!(
        (&ready.json()["event"]["type"], &ready.json()["data"]["kitchen"]["rank"]),
        (&json!("order.status_updated"), &json!(2))
    );
    flow.advance(Platform::Fire, &id, Step::Paid).unwrap();
    assert_eq!(next(&got).json()["data"]["payments"]["paymentMethods"][0]["transactionStatus"], "APPROVED");
    flow.advance(Platform::Fire, &id, Step::Cancelled).unwrap();
    let cancelled = next(&got);
    cancelled.verify(Verifier::builder(Till::Fire).scheme(Scheme::V1Timestamped).secret(key));
    assert_eq!(cancelled.json()["data"]["cancellation"]["cancellationSource"], "backoffice");

    let (address, got) = receiver(&[]);
    let aggregator = sim(Platform::Fire, Family::Aggregator, address);
    let id = aggregator.place_orders(Platform::Fire, 1).remove(0);
    let received = next(&got);
    received.verify(Verifier::builder(Till::Fire).scheme(Scheme::Sha256Prefixed).secret(key));
    assert_eq!(received.header("X-Fire-Event"), "order.status_changed");
    aggregator.advance(Platform::Fire, &id, Step::Preparing).unwrap();
    let data = next(&got).json()["data"].take();
    assert_eq!((&data["status"], &data["previous_status"]), (&json!("in_preparation"), &json!("received")));
}

#[test]
fn atlas_shows_a_token_or_a_header() {
    let (address, got) = receiver(&[]);
    let sim = sim(Platform::Atlas, Family::Flow, address);
    let token = sim.credentials(Platform::Atlas).get("webhook_token").as_bytes();
    let id = sim.place_orders(Platform::Atlas, 1).remove(0);
    let created = next(&got);
    created.verify(Verifier::builder(Till::Atlas).secret(token));
    assert_eq!(
        (&created.json()["id"].to_string(), &created.json()["order_items"][0]["order_id"].to_string()),
        (&id, &id)
    );
    sim.change_settings(|settings| {
        settings.atlas.webhook_proof = AtlasProof::Header("X-Hook".to_owned());
        settings.atlas.enveloped = true;
    });
    sim.advance(Platform::Atlas, &id, Step::Paid).unwrap();
    let confirmed = next(&got);
    confirmed.verify(
        Verifier::builder(Till::Atlas).scheme(Scheme::Header).signature_header("X-Hook").secret(token),
    );
    assert_eq!(
        (&confirmed.json()["event_type"], &confirmed.json()["payload"]["state"]),
        (&json!("order.confirmed"), &json!("confirmed"))
    );
}

#[test]
fn what_is_not_taken_is_sent_again_as_published() {
    let (address, got) = receiver(&[500, 404]);
    let sim = sim(Platform::Klikit, Family::Flow, address);
    sim.place_orders(Platform::Klikit, 1);
    let ids: Vec<_> = (0..3).map(|_| next(&got).header("x-klikit-event-id")).collect();
    assert!(ids.iter().all(|id| *id == ids[0]));
    wait_for(&sim, 3);
    let sent = sim.deliveries();
    assert_eq!(sent.iter().map(|sent| sent.status).collect::<Vec<_>>(), [Some(500), Some(404), Some(200)]);
    // 30 s and 2 min, ten thousand times as fast.
    assert_eq!(sent.iter().map(|sent| sent.next_in_ms).collect::<Vec<_>>(), [Some(3), Some(12), None]);
    assert_eq!(sent.iter().map(|sent| sent.attempt).collect::<Vec<_>>(), [1, 2, 3]);
    assert!(sent.iter().all(|other| other.body_sha256 == sent[0].body_sha256));
}

#[test]
fn a_flow_is_not_tried_again_unless_it_is_set_so() {
    let (address, got) = receiver(&[500, 500]);
    let sim = sim(Platform::Fire, Family::Flow, address);
    sim.place_orders(Platform::Fire, 1);
    next(&got);
    wait_for(&sim, 1);
    assert_eq!(sim.deliveries()[0].next_in_ms, None);
    sim.change_settings(|settings| settings.fire.flow_retries = 1);
    sim.place_orders(Platform::Fire, 1);
    let (first, second) = (next(&got).json(), next(&got).json());
    assert_eq!(first["event"]["id"], second["event"]["id"]);
    assert_eq!((&first["_meta"]["attempt"], &second["_meta"]["attempt"]), (&json!("1"), &json!("2")));
    // Nobody there.
    sim.change_settings(|settings| settings.webhooks[0].url = "http://127.0.0.1:1/".to_owned());
    sim.place_orders(Platform::Fire, 1);
    wait_for(&sim, 5);
    assert!(sim.deliveries()[4].status.is_none() && sim.deliveries()[4].error.is_some());
}

#[test]
fn deliveries_are_repeated_and_reordered_on_request() {
    let (address, got) = receiver(&[]);
    let sim = sim(Platform::Klikit, Family::Flow, address);
    sim.hold_webhooks();
    let ids = sim.place_orders(Platform::Klikit, 3);
    assert!(got.recv_timeout(Duration::from_millis(100)).is_err());
    sim.release_webhooks(Release::Reversed);
    let told: Vec<_> = (0..3).map(|_| next(&got).json()["orders"][0]["id"].to_string()).collect();
    assert_eq!(told, [ids[2].as_str(), &ids[1], &ids[0]]);
    wait_for(&sim, 3);
    assert!(sim.repeat_webhook(2) && !sim.repeat_webhook(99) && !sim.repeat_webhook(0));
    assert_eq!(next(&got).json()["orders"][0]["id"].to_string(), ids[1]);
    wait_for(&sim, 4);
    assert_eq!(sim.deliveries()[3].id, sim.deliveries()[1].id);
    sim.change_settings(|settings| settings.webhooks[0].copies = 2);
    sim.advance(Platform::Klikit, &ids[0], Step::Accepted).unwrap();
    assert_eq!(next(&got).body, next(&got).body);
}

#[test]
fn a_receiver_that_does_not_answer_does_not_keep_the_simulator_alive() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let sim = sim(Platform::Klikit, Family::Flow, listener.local_addr().unwrap());
    // A receiver has ten seconds.
    sim.change_settings(|settings| settings.time_scale = 1.0);
    sim.place_orders(Platform::Klikit, 1);
    let (stream, _) = listener.accept().unwrap();
    let started = std::time::Instant::now();
    drop(sim);
    assert!(started.elapsed() < Duration::from_secs(5));
    drop(stream);
}

/// Waits until so many deliveries are written down.
fn wait_for(sim: &Sim, count: usize) {
    for _ in 0..1_000 {
        if sim.deliveries().len() >= count {
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("{} of {count} deliveries", sim.deliveries().len());
}
