//! Both ends and what stands between: redirects, certificates, proxies.

use std::io::{BufRead, BufReader, Read, Write, copy};
use std::net::TcpStream;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use tillwire_core::Platform;
use tillwire_core::http::{Operation, Trouble};
use tillwire_sim::{Certificate, Fault, Filter, Platform as Simulated, Sim, Site};
use tillwire_transport::{Client, ClientBuilder, ClientError};

use crate::deadlines::server;
use crate::support::{accept, account, account_at, arguments, client, error, hasty, sim, timed};

#[test]
fn a_redirect_is_an_answer_and_is_not_followed() {
    let sim = sim();
    let elsewhere = crate::support::sim();
    let order = sim.place_orders(Simulated::Klikit, 1).remove(0);
    let client = client(&sim, Platform::Klikit);
    for status in [301, 302, 303, 307, 308] {
        let location = format!("{}/orders/{order}/status", elsewhere.url(Site::Klikit));
        sim.fault(Fault::Redirect { status, location }, Filter::any(), 1);
        let redirected = error(client.send(Operation::KlikitOrderStatus, &accept(&order)));
        assert_eq!((redirected.trouble(), redirected.status()), (Trouble::Redirected, Some(status)));
        assert_eq!(redirected.attempts(), 1);
    }
    assert_eq!(elsewhere.log(), []);
}

fn over_tls(sim: &Sim, certificate: Certificate) -> ClientBuilder {
    let url = sim.tls_url(certificate, Site::Klikit);
    Client::builder(account_at(sim, Platform::Klikit, &url).policy(hasty(5000)).build().unwrap())
}

#[test]
fn only_a_good_certificate_of_a_trusted_authority_will_do() {
    let sim = sim();
    let order = sim.place_orders(Simulated::Klikit, 1).remove(0);
    let trusting = |certificate| over_tls(&sim, certificate).root_certificates(sim.ca_pem().as_bytes());
    let untrusted = [
        trusting(Certificate::Expired),
        trusting(Certificate::OtherHost),
        trusting(Certificate::UnknownAuthority),
        over_tls(&sim, Certificate::Good),
    ];
    for builder in untrusted {
        let client = builder.build().unwrap();
        let refused = error(client.send(Operation::KlikitOrderStatus, &accept(&order)));
        assert_eq!((refused.trouble(), refused.attempts()), (Trouble::Untrusted, 1));
        assert!(!refused.may_be_done());
    }
    assert_eq!(sim.log(), []);
    let client = trusting(Certificate::Good).build().unwrap();
    client.send(Operation::KlikitOrderStatus, &accept(&order)).unwrap();
    client.send(Operation::KlikitOrderStatuses, &arguments(&[])).unwrap();
    let log = sim.log();
    assert!(log.iter().all(|entry| entry.tls && entry.connection == log[0].connection), "{log:?}");
}

#[test]
fn what_is_no_tls_is_no_connection() {
    let sim = sim();
    let url = sim.url(Site::Klikit).replace("http:", "https:");
    let client = account_at(&sim, Platform::Klikit, &url).policy(hasty(5000)).build().unwrap();
    let client = Client::builder(client).build().unwrap();
    let refused = error(client.send(Operation::KlikitOrderStatus, &accept("1")));
    assert_eq!((refused.trouble(), refused.may_be_done()), (Trouble::NoConnection, false));
}

#[test]
fn settings_that_cannot_be_used_are_refused() {
    let sim = sim();
    let builder = || Client::builder(account(&sim, Platform::Klikit).build().unwrap());
    let refused = |builder: ClientBuilder| builder.build().map(drop).unwrap_err();
    assert_eq!(refused(builder().connect_ms(0)), ClientError::Zero);
    assert_eq!(refused(builder().attempt_ms(0)), ClientError::Zero);
    assert_eq!(refused(builder().answer_bytes(0)), ClientError::Zero);
    for proxy in ["", "socks5://127.0.0.1:1080", "ftp://127.0.0.1", "http://"] {
        assert_eq!(refused(builder().proxy(proxy)), ClientError::Proxy, "{proxy}");
    }
    assert_eq!(refused(builder().root_certificates(b"")), ClientError::NoRootCertificate);
    let broken = b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    assert_eq!(refused(builder().root_certificates(broken)), ClientError::RootCertificate { number: 1 });
    let two = [sim.ca_pem().as_bytes(), broken].concat();
    assert_eq!(refused(builder().root_certificates(&two)), ClientError::RootCertificate { number: 2 });
}

/// What a proxy saw: the heads of the requests to connect, and the bytes that went through to the platform.
#[derive(Default)]
struct Seen {
    heads: Vec<String>,
    through: Vec<u8>,
}

/// A proxy that answers so, and connects where that is 200.
fn proxy(answer: &'static str) -> (String, Arc<Mutex<Seen>>) {
    let seen = Arc::new(Mutex::new(Seen::default()));
    let notes = Arc::clone(&seen);
    let address = server(move |stream| tunnel(stream, answer, &notes));
    (address, seen)
}

fn tunnel(mut client: TcpStream, answer: &str, seen: &Mutex<Seen>) {
    let mut reader = BufReader::new(client.try_clone().unwrap());
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if reader.read_line(&mut head).unwrap() == 0 {
            return;
        }
    }
    let target = head.split(' ').nth(1).unwrap().to_owned();
    seen.lock().unwrap().heads.push(head);
    client.write_all(answer.as_bytes()).unwrap();
    if !answer.contains("200") {
        return;
    }
    let mut platform = TcpStream::connect(target).unwrap();
    let (mut back, mut to_client) = (platform.try_clone().unwrap(), client.try_clone().unwrap());
    thread::spawn(move || copy(&mut back, &mut to_client));
    let mut piece = [0; 4096];
    loop {
        let count = reader.read(&mut piece).unwrap_or(0);
        if count == 0 || platform.write_all(&piece[..count]).is_err() {
            return;
        }
        seen.lock().unwrap().through.extend_from_slice(&piece[..count]);
    }
}

#[test]
fn a_proxy_is_asked_to_connect_and_sees_nothing_else() {
    let sim = sim();
    let (address, seen) = proxy("HTTP/1.1 200 Connection established\r\n\r\n");
    let client = over_tls(&sim, Certificate::Good)
        .root_certificates(sim.ca_pem().as_bytes())
        .proxy(&format!("http://till:pass%20word@{address}"))
        .build()
        .unwrap();
    for _ in 0..2 {
        client.send(Operation::KlikitOrderStatuses, &arguments(&[])).unwrap();
    }
    let seen = seen.lock().unwrap();
    assert_eq!(seen.heads.len(), 1);
    let target = sim.tls_address(Certificate::Good);
    assert!(seen.heads[0].starts_with(&format!("CONNECT {target} HTTP/1.1\r\n")), "{}", seen.heads[0]);
    // till:pass word
    assert!(
        seen.heads[0].contains("Proxy-Authorization: Basic dGlsbDpwYXNzIHdvcmQ=\r\n"),
        "{}",
        seen.heads[0]
    );
    assert!(!seen.heads[0].contains("\r\nAuthorization"));
    assert!(seen.through.len() > 500);
    for clear in [&b"HTTP/1.1"[..], b"Authorization", b"partner"] {
        assert!(!seen.through.windows(clear.len()).any(|part| part == clear));
    }
}

#[test]
fn a_proxy_that_refuses_means_that_nothing_was_sent() {
    let sim = sim();
    let unreachable = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let refusing = [
        proxy("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n").0,
        proxy("HTTP/1.1 403 Forbidden\r\n\r\n").0,
        proxy("what?\r\n\r\n").0,
        unreachable.to_string(),
        "tillwire-test.invalid:3128".to_owned(),
    ];
    for address in refusing {
        let client = over_tls(&sim, Certificate::Good).proxy(&format!("http://{address}")).build().unwrap();
        let refused = error(client.send(Operation::KlikitOrderStatus, &accept("1")));
        assert_eq!((refused.trouble(), refused.may_be_done()), (Trouble::Proxy, false), "{address}");
        assert_eq!(refused.attempts(), 5);
    }
    assert_eq!(sim.log(), []);
}

#[test]
fn a_proxy_that_answers_byte_by_byte_does_not_prolong_a_call() {
    let sim = sim();
    let address = server(|mut stream| {
        let _ = stream.read(&mut [0; 4096]);
        for _ in 0..1000 {
            if stream.write_all(b"H").is_err() {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
    });
    let client = over_tls(&sim, Certificate::Good)
        .connect_ms(300)
        .proxy(&format!("http://{address}"))
        .build()
        .unwrap();
    let (result, took) = timed(|| client.send(Operation::KlikitOrderStatus, &accept("1")));
    assert_eq!(error(result).trouble(), Trouble::Proxy);
    assert!(took < Duration::from_secs(4), "{took:?}");
}

#[test]
fn no_proxy_is_taken_from_the_environment() {
    let (address, seen) = proxy("HTTP/1.1 403 Forbidden\r\n\r\n");
    let proxy = format!("http://{address}");
    let mut again = std::process::Command::new(std::env::current_exe().unwrap());
    again.args(["--exact", "ends::only_a_good_certificate_of_a_trusted_authority_will_do"]);
    for name in ["ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY", "all_proxy", "https_proxy", "http_proxy"] {
        again.env(name, &proxy);
    }
    let output = again.output().unwrap();
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stdout).contains("1 passed"));
    assert!(seen.lock().unwrap().heads.is_empty());
}
