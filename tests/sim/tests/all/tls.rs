//! The four certificates.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
use tillwire_sim::{Certificate, Fault, Filter, Platform, Settings, Sim, Site};

use crate::client::{credentials, parse, request};

fn sim() -> Sim {
    Sim::start(Settings::default()).unwrap()
}

/// What comes to a client that trusts the simulator's authority, until the connection ends.
fn exchange(sim: &Sim, certificate: Certificate, bytes: &[u8]) -> (Vec<u8>, Option<std::io::Error>) {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_slice(sim.ca_pem().as_bytes()).unwrap()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from("127.0.0.1").unwrap();
    let socket = TcpStream::connect(sim.tls_address(certificate)).unwrap();
    socket.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let mut stream = StreamOwned::new(ClientConnection::new(Arc::new(config), name).unwrap(), socket);
    let mut all = Vec::new();
    let came = stream.write_all(bytes).and_then(|()| stream.read_to_end(&mut all));
    (all, came.err())
}

fn brands(sim: &Sim) -> Vec<u8> {
    let headers = format!("{}Connection: close\r\n", credentials(sim, Platform::Klikit));
    request("GET", "/klikit/v1/partner/brands", &headers, "")
}

#[test]
fn the_good_certificate_is_trusted_by_who_trusts_the_authority() {
    let sim = sim();
    let (came, _) = exchange(&sim, Certificate::Good, &brands(&sim));
    assert_eq!(parse(&came).status, 200);
    assert!(sim.log()[0].tls);
    assert!(sim.tls_url(Certificate::Good, Site::FireApp).starts_with("https://127.0.0.1:"));
    assert!(sim.tls_url(Certificate::Good, Site::FireApp).ends_with("/fire"));
}

#[test]
fn the_others_are_not() {
    let sim = sim();
    for (certificate, why) in [
        (Certificate::Expired, "expired"),
        (Certificate::OtherHost, "not valid for name"),
        (Certificate::UnknownAuthority, "UnknownIssuer"),
    ] {
        let (came, error) = exchange(&sim, certificate, &brands(&sim));
        let error = error.unwrap().to_string();
        assert!(came.is_empty() && error.contains(why), "{error}");
    }
    assert!(sim.log().is_empty());
}

#[test]
fn faults_happen_under_tls_too() {
    let sim = sim();
    sim.fault(Fault::DropAfterCommit, Filter::any(), 1);
    sim.fault(Fault::SlowDrip { interval_ms: 0 }, Filter::any(), 1);
    sim.fault(Fault::HalfHeaders, Filter::any(), 1);
    let (came, error) = exchange(&sim, Certificate::Good, &brands(&sim));
    // No goodbye is said, so that a client can tell that it was cut off.
    assert!(came.is_empty() && error.unwrap().kind() == std::io::ErrorKind::UnexpectedEof);
    assert_eq!(parse(&exchange(&sim, Certificate::Good, &brands(&sim)).0).status, 200);
    let (half, _) = exchange(&sim, Certificate::Good, &brands(&sim));
    assert!(half.starts_with(b"HTTP/1.1 200 OK\r\n") && !half.ends_with(b"}"));
}
