//! Each fault, byte by byte.

use std::io::{Read, Write};
use std::time::{Duration, Instant};

use tillwire_sim::{Fault, Filter, Platform, RetryAfter, Settings, Sim, Site};

use crate::client::{Answer, ask, connect, credentials, exchange, get, parse, request};

const READY: &str = "{\"status\":\"ready\"}";

fn sim() -> Sim {
    Sim::start(Settings::default()).unwrap()
}

/// A status change of the first order, as bytes.
fn ready(sim: &Sim) -> Vec<u8> {
    let headers = format!("{}Idempotency-Key: k\r\n", credentials(sim, Platform::Klikit));
    request("PATCH", "/klikit/v1/partner/orders/7585311/status", &headers, READY)
}

/// What came of a status change under a fault, and whether it was carried out.
fn under(fault: Fault) -> (std::io::Result<Vec<u8>>, bool) {
    let sim = sim();
    sim.fault(fault, Filter::any(), 1);
    let came = exchange(&sim, &ready(&sim));
    let done = sim.actions().len() == 1;
    let log = sim.log();
    assert_eq!(log.len(), 1);
    assert!(log[0].fault.is_some());
    assert_eq!(log[0].carried_out, done);
    // The next request meets no fault, and a repeat under the key changes nothing more.
    let repeat = parse(&exchange(&sim, &ready(&sim)).unwrap());
    assert_eq!((repeat.status, sim.actions().len()), (200, 1));
    (came, done)
}

fn answer(fault: Fault) -> (Answer, bool) {
    let (came, done) = under(fault);
    (parse(&came.unwrap()), done)
}

#[test]
fn a_connection_is_dropped_before_anything_is_read() {
    let (came, done) = under(Fault::DropBeforeReading);
    // With a body unread the peer may see a reset in place of an end.
    assert!(came.is_err() || came.unwrap().is_empty());
    assert!(!done);
}

#[test]
fn a_connection_is_dropped_after_the_action() {
    let (came, done) = under(Fault::DropAfterCommit);
    assert!(came.unwrap().is_empty());
    assert!(done);
}

#[test]
fn a_head_ends_half_way() {
    let (came, done) = under(Fault::HalfHeaders);
    let came = came.unwrap();
    assert!(came.starts_with(b"HTTP/1.1 200 OK\r\n"));
    assert!(!came.windows(4).any(|part| part == b"\r\n\r\n"));
    assert!(done);
}

#[test]
fn an_answer_drips() {
    let started = Instant::now();
    let (answer, done) = answer(Fault::SlowDrip { interval_ms: 2 });
    assert_eq!(answer.json()["data"]["status"], "ready");
    let bytes = u64::try_from(answer.head.len() + 4 + answer.body.len()).unwrap();
    assert!(started.elapsed() >= Duration::from_millis(2 * bytes));
    assert!(done);
}

#[test]
fn a_length_says_too_much_or_too_little() {
    let (long, done) = answer(Fault::LengthTooLong);
    assert_eq!(long.header("content-length"), Some((long.body.len() + 100).to_string().as_str()));
    assert!(done);
    let (short, done) = answer(Fault::LengthTooShort);
    assert_eq!(short.header("content-length"), Some((short.body.len() / 2).to_string().as_str()));
    assert_eq!(short.json()["data"]["status"], "ready");
    assert!(done);
}

#[test]
fn too_many_requests_come_with_every_retry_after() {
    let with = |after| answer(Fault::TooManyRequests(after)).0;
    let seconds = with(RetryAfter::Seconds(3));
    assert_eq!((seconds.status, seconds.header("retry-after")), (429, Some("3")));
    assert_eq!(seconds.json()["error"]["code"], "rate_limited");
    let dated = with(RetryAfter::Date(120));
    let read = |name| {
        let text = dated.header(name).unwrap();
        jiff::fmt::rfc2822::parse(&text.replace("GMT", "+0000")).unwrap().timestamp().as_second()
    };
    assert_eq!(read("retry-after") - read("date"), 120);
    assert_eq!(with(RetryAfter::Garbage("soon".to_owned())).header("retry-after"), Some("soon"));
    assert_eq!(with(RetryAfter::Missing).header("retry-after"), None);
}

#[test]
fn errors_of_the_server_stand_in_for_answers_and_then_end() {
    for (status, code) in
        [(500, Some("internal")), (502, Some("downstream_unavailable")), (503, None), (504, None)]
    {
        let (answer, done) = answer(Fault::Status(status));
        assert_eq!((answer.status, done), (status, false));
        match code {
            Some(code) => assert_eq!(answer.json()["error"]["code"], code),
            None => assert!(serde_json::from_slice::<serde_json::Value>(&answer.body).is_err()),
        }
    }
    let (page, done) = answer(Fault::ProxyPage);
    assert_eq!((page.status, page.header("content-type"), done), (502, Some("text/html"), false));
    assert!(page.body.starts_with(b"<html>"));
}

#[test]
fn a_timeout_of_a_proxy_may_hide_that_it_was_done() {
    let (answer, done) = answer(Fault::Committed(Box::new(Fault::Status(504))));
    assert_eq!((answer.status, done), (504, true));
}

#[test]
fn bodies_are_huge_empty_or_cut_short() {
    for bytes in [5, 11, 100_000, 3_000_000] {
        let (huge, done) = answer(Fault::HugeBody { bytes });
        assert_eq!((huge.status, huge.body.len(), done), (200, usize::try_from(bytes).unwrap(), false));
        assert_eq!(serde_json::from_slice::<serde_json::Value>(&huge.body).is_ok(), bytes >= 11);
    }
    let (empty, done) = answer(Fault::EmptyOk);
    assert_eq!(
        (empty.status, empty.header("content-length"), empty.body.len(), done),
        (200, Some("0"), 0, true)
    );
    let (cut, done) = answer(Fault::TruncatedJson);
    assert_eq!(cut.header("content-length"), Some(cut.body.len().to_string().as_str()));
    assert!(
        cut.body.starts_with(b"{\"request_id\":")
            && serde_json::from_slice::<serde_json::Value>(&cut.body).is_err()
    );
    assert!(done);
}

#[test]
fn redirects_lead_to_another_host() {
    for status in [302, 307, 308] {
        let location = "http://other.example/orders".to_owned();
        let (answer, done) = answer(Fault::Redirect { status, location: location.clone() });
        assert_eq!(
            (answer.status, answer.header("location"), done),
            (status, Some(location.as_str()), false)
        );
    }
}

#[test]
fn a_black_hole_never_answers() {
    for (fault, done) in [(Fault::BlackHole, 0), (Fault::Committed(Box::new(Fault::BlackHole)), 1)] {
        let sim = sim();
        sim.fault(fault, Filter::any(), 1);
        let mut stream = connect(&sim);
        stream.set_read_timeout(Some(Duration::from_millis(200))).unwrap();
        stream.write_all(&ready(&sim)).unwrap();
        let error = stream.read(&mut [0]).unwrap_err();
        assert!(matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut));
        assert_eq!(sim.actions().len(), done);
        let started = Instant::now();
        drop(sim);
        assert!(started.elapsed() < Duration::from_secs(2));
    }
}

#[test]
fn faults_are_for_whom_they_were_meant() {
    let sim = sim();
    let orders = Filter::platform(Platform::Klikit).method("GET").path("/orders");
    sim.fault(Fault::Status(503), orders, 2);
    sim.fault(Fault::Status(500), Filter::platform(Platform::Fire), 1);
    assert_eq!(get(&sim, Site::Klikit, "/brands").status, 200);
    assert_eq!(
        ask(&sim, Site::Klikit, "PATCH", "/orders/7585311/status", "Idempotency-Key: k\r\n", READY).status,
        200
    );
    assert_eq!(get(&sim, Site::Klikit, "/orders").status, 503);
    assert_eq!(get(&sim, Site::Klikit, "/orders/7585311").status, 503);
    assert_eq!(get(&sim, Site::Klikit, "/orders").status, 200);
    sim.fault(Fault::ProxyPage, Filter::any(), 1);
    sim.clear_faults();
    assert_eq!(get(&sim, Site::Klikit, "/orders").status, 200);
}

#[test]
fn one_connection_takes_several_requests_also_after_errors() {
    let sim = sim();
    sim.fault(Fault::Status(503), Filter::any().path("/brands"), 1);
    let mut stream = connect(&sim);
    let credentials = credentials(&sim, Platform::Klikit);
    let mut all = Vec::new();
    for path in ["brands", "brands", "orders/count"] {
        all.extend(request("GET", &format!("/klikit/v1/partner/{path}"), &credentials, ""));
    }
    stream.write_all(&all).unwrap();
    stream.shutdown(std::net::Shutdown::Write).unwrap();
    let mut came = String::new();
    stream.read_to_string(&mut came).unwrap();
    let statuses: Vec<_> = came.split("HTTP/1.1 ").skip(1).map(|answer| &answer[..3]).collect();
    assert_eq!(statuses, ["503", "200", "200"]);
    let connections: Vec<_> = sim.log().iter().map(|entry| entry.connection).collect();
    assert_eq!(connections, [1, 1, 1]);
}

#[test]
fn a_clock_may_be_wrong() {
    let sim = sim();
    sim.change_settings(|settings| settings.date_shift_seconds = -7_200);
    let answer = get(&sim, Site::Klikit, "/orders");
    let date = answer.header("date").unwrap().replace("GMT", "+0000");
    let shown = jiff::fmt::rfc2822::parse(&date).unwrap().timestamp().as_second();
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    let behind = i64::try_from(now).unwrap() - shown;
    assert!((7_195..7_215).contains(&behind), "{behind}");
}

#[test]
fn a_client_that_waits_is_told_to_go_on() {
    let sim = sim();
    let headers = format!(
        "{}Idempotency-Key: k\r\nExpect: 100-continue\r\nConnection: close\r\n",
        credentials(&sim, Platform::Klikit)
    );
    let whole = request("PATCH", "/klikit/v1/partner/orders/7585311/status", &headers, READY);
    let (head, body) = whole.split_at(whole.len() - READY.len());
    let mut stream = connect(&sim);
    stream.write_all(head).unwrap();
    let mut invitation = [0; 25];
    stream.read_exact(&mut invitation).unwrap();
    assert_eq!(&invitation, b"HTTP/1.1 100 Continue\r\n\r\n");
    stream.write_all(body).unwrap();
    let mut came = Vec::new();
    stream.read_to_end(&mut came).unwrap();
    assert_eq!(parse(&came).status, 200);
}

#[test]
fn what_is_no_request_is_answered_400_and_other_paths_404() {
    let sim = sim();
    assert_eq!(parse(&exchange(&sim, b"hello\r\n\r\n").unwrap()).status, 400);
    assert_eq!(
        parse(&exchange(&sim, &request("GET", "/klikit/v1/partnership", "", "")).unwrap()).status,
        404
    );
    assert_eq!(sim.log()[0].platform, None);
}

#[test]
fn nothing_in_the_log_is_secret() {
    let sim = sim();
    let known = sim.credentials(Platform::Klikit);
    get(&sim, Site::Klikit, "/orders?search=Mei%20Ling&page=1");
    let log = format!("{:?} {:?}", sim.log(), known);
    assert!(!log.contains("Ling") && !log.contains(known.get("secret")) && !log.contains("Basic"));
    assert_eq!(sim.log()[0].path, "/orders?search=...&page=1");
}

#[test]
fn an_idle_client_does_not_keep_the_simulator_alive() {
    let sim = sim();
    let mut stream = connect(&sim);
    stream.write_all(b"GET / HT").unwrap();
    std::thread::sleep(Duration::from_millis(50));
    let started = Instant::now();
    drop(sim);
    assert!(started.elapsed() < Duration::from_secs(2));
    assert_eq!(stream.read(&mut [0]).unwrap_or(0), 0);
}
