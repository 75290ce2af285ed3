//! `tillwire send`, to a small HTTP server in the test.

mod common;

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::{self, JoinHandle};

use common::{Run, atlas_order, run, scratch};
use tillwire_core::Platform;
use tillwire_core::verify::{Headers, Lookup, Scheme, Verifier};

const TAKEN: &str =
    "HTTP/1.1 200 OK\r\nContent-Length: 21\r\nConnection: close\r\n\r\n{\"status\":\"received\"}";

/// A request as it arrived.
struct Request {
    line: String,
    headers: Headers,
    body: Vec<u8>,
}

impl Request {
    fn header(&self, name: &str) -> Option<&str> {
        match self.headers.get(name) {
            Lookup::One(value) => std::str::from_utf8(value).ok(),
            Lookup::Absent => None,
            Lookup::Conflict => panic!("{name} came twice"),
        }
    }
}

/// Gives one answer to each of some requests. Returns its address, and the requests once they have come.
fn receiver(answers: &[&str]) -> (String, JoinHandle<Vec<Request>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/webhook", listener.local_addr().unwrap());
    let answers: Vec<_> = answers.iter().map(|answer| answer.as_bytes().to_vec()).collect();
    let requests = thread::spawn(move || {
        let each = answers.iter().map(|answer| {
            let (mut client, _) = listener.accept().unwrap();
            let request = read_request(&mut client);
            client.write_all(answer).unwrap();
            request
        });
        each.collect()
    });
    (url, requests)
}

fn read_request(client: &mut TcpStream) -> Request {
    let mut received = Vec::new();
    let mut read_until = |enough: &dyn Fn(&[u8]) -> Option<usize>| loop {
        if let Some(length) = enough(&received) {
            return received.drain(..length).collect::<Vec<u8>>();
        }
        let mut buffer = [0; 4096];
        let length = client.read(&mut buffer).unwrap();
        assert_ne!(length, 0, "the request ends early");
        received.extend_from_slice(&buffer[..length]);
    };
    let head = read_until(&|bytes| bytes.windows(4).position(|end| end == b"\r\n\r\n").map(|at| at + 4));
    let mut headers = Headers::new();
    headers.add_block(&head).unwrap();
    let Lookup::One(length) = headers.get("Content-Length") else { panic!("the request states no length") };
    let length: usize = std::str::from_utf8(length).unwrap().parse().unwrap();
    let body = read_until(&|bytes| (bytes.len() >= length).then_some(length));
    let line = String::from_utf8(head).unwrap().lines().next().unwrap().to_owned();
    Request { line, headers, body }
}

fn send(url: &str, more: &[&str]) -> Run {
    let mut args = vec!["send", url];
    args.extend(more);
    run(&args, b"{}")
}

const ATLAS: &[&str] = &["--platform", "atlas", "--secret", "atl_5f2c9e71d0b84a63"];

#[test]
fn an_atlas_order_is_posted_with_its_token() {
    let (url, requests) = receiver(&[TAKEN]);
    let order = atlas_order();
    let found = send(&url, &[ATLAS, &[&order]].concat());
    assert_eq!(found.printed(), format!("{order}: 200 OK\n{{\"status\":\"received\"}}\n"));
    let request = requests.join().unwrap().remove(0);
    assert_eq!(request.line, "POST /webhook HTTP/1.1");
    assert_eq!(request.header("Authorization"), Some("Bearer atl_5f2c9e71d0b84a63"));
    assert_eq!(request.header("Content-Type"), Some("application/json"));
    assert_eq!(request.header("User-Agent"), Some(concat!("tillwire/", env!("CARGO_PKG_VERSION"))));
    assert_eq!(request.body, std::fs::read(order).unwrap());
}

#[test]
fn klikit_deliveries_state_their_type_and_an_id_each() {
    let (url, requests) = receiver(&[TAKEN, TAKEN]);
    let first = scratch("send-klikit-1", b"{\"orders\":[]}");
    let second = scratch("send-klikit-2", b"\xff\n");
    let event = "klikit.order.created.v2";
    send(&url, &["--platform", "klikit", "--secret", "abc", "--type", event, &first, &second]).printed();
    let requests = requests.join().unwrap();
    let verifier = Verifier::builder(Platform::Klikit).secret(b"abc").build().unwrap();
    for request in &requests {
        verifier.verify(&request.headers, &request.body, 0).unwrap();
        assert_eq!(request.header("x-klikit-event-type"), Some(event));
    }
    assert_eq!(requests[1].body, b"\xff\n");
    let ids: Vec<_> = requests.iter().map(|request| request.header("x-klikit-event-id").unwrap()).collect();
    assert_ne!(ids[0], ids[1]);
}

#[test]
fn a_header_given_stands_instead_of_ours() {
    let (url, requests) = receiver(&[TAKEN]);
    let headers = ["--header", "x-klikit-event-id: again", "--header", "content-type: text/plain"];
    send(
        &url,
        &[["--platform", "klikit", "--secret", "abc"].as_slice(), &["--type", "a"], &headers].concat(),
    )
    .printed();
    let request = requests.join().unwrap().remove(0);
    assert_eq!(request.header("x-klikit-event-id"), Some("again"));
    assert_eq!(request.header("Content-Type"), Some("text/plain"));
    assert_eq!(request.body, b"{}");
}

#[test]
fn fire_deliveries_are_signed_with_the_time() {
    let (url, requests) = receiver(&[TAKEN, TAKEN]);
    let fire = ["--platform", "fire", "--secret", "abc", "--type", "order.created", "--now", "1781115871"];
    send(&url, &fire).printed();
    send(&url, &[fire.as_slice(), &["--scheme", "sha256_prefixed"]].concat()).printed();
    let requests = requests.join().unwrap();
    for (request, scheme) in requests.iter().zip([Scheme::V1Timestamped, Scheme::Sha256Prefixed]) {
        let verifier = Verifier::builder(Platform::Fire).scheme(scheme).secret(b"abc").build().unwrap();
        verifier.verify(&request.headers, &request.body, 1_781_115_871).unwrap();
        assert_eq!(request.header("X-Fire-Event"), Some("order.created"));
    }
    assert_eq!(requests[0].header("X-Fire-Timestamp"), Some("1781115871"));
}

#[test]
fn any_other_answer_is_shown_and_fails_after_all_were_sent() {
    let refused = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 25\r\nConnection: close\r\n\r\n{\"error\":\"un\x1bauthorized\"}\n";
    let moved = "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    let (url, requests) = receiver(&[refused, moved, TAKEN]);
    let order = atlas_order();
    let found = send(&url, &[ATLAS, &[&order, &order, "-"]].concat());
    assert_eq!(found.code, 1);
    let shown = [
        format!("{order}: 401 Unauthorized\n{{\"error\":\"un authorized\"}}\n"),
        format!("{order}: 302 Found\n"),
        "standard input: 200 OK\n{\"status\":\"received\"}\n".into(),
    ];
    assert_eq!(found.out, shown.concat());
    assert!(found.err.starts_with("error: 2 of 3 deliveries failed\n"), "{found:?}");
    assert!(found.said("hint").is_some());
    assert!(!found.err.contains("atl_5f2c9e71d0b84a63"));
    assert_eq!(requests.join().unwrap().len(), 3);
}

#[test]
fn an_address_where_nobody_listens() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let found = send(&format!("http://someone:swordfish@{free}/"), ATLAS);
    assert_eq!((found.code, found.out.as_str()), (1, ""));
    assert!(found.err.starts_with(&format!("error: standard input: no answer from {free}: ")), "{found:?}");
    assert!(found.err.contains("error: 1 of 1 deliveries failed\n"), "{found:?}");
    assert!(found.said("hint").is_some_and(|hint| hint.contains("the receiver runs")), "{found:?}");
    assert!(!found.err.contains("swordfish") && !found.err.contains("atl_"), "{found:?}");
}

#[test]
fn a_receiver_that_never_answers() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let found = send(&url, &[ATLAS, &["--timeout", "1"]].concat());
    assert_eq!(found.code, 1);
    assert!(found.said("hint").is_some_and(|hint| hint.contains("--timeout")), "{found:?}");
}

#[test]
fn a_receiver_that_speaks_no_tls() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}/", listener.local_addr().unwrap());
    let server = thread::spawn(move || {
        let (mut client, _) = listener.accept().unwrap();
        let _ = client.read(&mut [0; 4096]);
        let _ = client.write_all(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
    });
    let found = send(&url, ATLAS);
    server.join().unwrap();
    assert_eq!((found.code, found.out.as_str()), (1, ""));
    assert!(found.said("hint").is_some_and(|hint| hint.contains("speaks TLS")), "{found:?}");
}

#[test]
fn nothing_is_sent_until_all_is_known_to_be_usable() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let order = atlas_order();
    for (more, what) in [
        (["--type", "order.created"].as_slice(), "atlas states the type in the body"),
        (&[&order, "no-such-file"], "no-such-file cannot be read"),
        (&["--header", "nonsense"], "--header number 1 has no colon"),
        (&["--scheme", "dangerously_accept_anyone"], "checks nothing"),
    ] {
        let found = send(&url, &[ATLAS, more].concat());
        assert_eq!((found.code, found.out.as_str()), (2, ""), "{found:?}");
        assert!(found.err.contains(what), "{found:?}");
    }
    for url in ["127.0.0.1:80", "ftp://127.0.0.1/", "http://", "http://127.0.0.1:/", "nonsense"] {
        let found = send(url, ATLAS);
        assert_eq!(found.code, 2, "{found:?}");
        assert!(found.said("hint").is_some_and(|hint| hint.contains("http://127.0.0.1:8080/")), "{found:?}");
    }
    assert!(listener.accept().is_err());
}
