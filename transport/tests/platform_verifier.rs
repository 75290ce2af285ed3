//! Trusting what the operating system trusts, which on Linux `SSL_CERT_FILE` says: so each case runs in a process of its own.
#![cfg(all(feature = "platform-verifier", target_os = "linux"))]

use std::process::Command;

use tillwire_core::Platform;
use tillwire_core::http::{Arguments, CallError, Operation, Trouble};
use tillwire_sim::{Certificate, Settings, Sim, Site};
use tillwire_transport::{Client, SendError};

#[path = "support/mod.rs"]
mod support;

/// Reads the brands of a simulated klikit, where its certificate's authority is among the system's, or is not.
fn asked(certificate: Certificate, trusts_simulator: bool) -> String {
    let sim = Sim::start(Settings::default()).unwrap();
    let file = std::env::temp_dir()
        .join(format!("tillwire-{}-{certificate:?}-{trusts_simulator}.pem", std::process::id()));
    let other = Sim::start(Settings::default()).unwrap();
    std::fs::write(&file, if trusts_simulator { sim.ca_pem() } else { other.ca_pem() }).unwrap();
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "one_call", "--ignored", "--nocapture"])
        .env("SSL_CERT_FILE", &file)
        .env("SIM_URL", sim.tls_url(certificate, Site::Klikit))
        .output()
        .unwrap();
    std::fs::remove_file(file).unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    said.lines().find_map(|line| line.strip_prefix("came to: ")).unwrap_or(&said).to_owned()
}

#[test]
#[ignore = "the process that the others start"]
fn one_call() {
    let sim = Sim::start(Settings::default()).unwrap();
    let url = std::env::var("SIM_URL").unwrap();
    let account = support::account_at(&sim, Platform::Klikit, &url).build().unwrap();
    let client = Client::builder(account).platform_verifier().build().unwrap();
    let came_to = match client.send(Operation::KlikitBrands, &Arguments::new()) {
        Ok(_) => "a reply",
        Err(SendError::Call(error)) => CallError::trouble(&error).name(),
        Err(error) => panic!("{error}"),
    };
    println!("\ncame to: {came_to}");
}

#[test]
fn what_the_system_trusts_is_trusted_and_nothing_else() {
    let untrusted = Trouble::Untrusted.name();
    assert_eq!(asked(Certificate::Good, true), "a reply");
    assert_eq!(asked(Certificate::Good, false), untrusted);
    assert_eq!(asked(Certificate::Expired, true), untrusted);
    assert_eq!(asked(Certificate::OtherHost, true), untrusted);
    assert_eq!(asked(Certificate::UnknownAuthority, true), untrusted);
}
