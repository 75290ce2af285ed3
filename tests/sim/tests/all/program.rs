//! The program: what it prints and writes, and that it serves.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::client::{basic, parse, request};

/// A running program, ended with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_tillwire-sim"))
}

#[test]
fn it_says_where_everything_is() {
    let folder = tempfile::tempdir().unwrap();
    let (ca, ready) = (folder.path().join("ca.pem"), folder.path().join("ready"));
    let mut child = program()
        .args(["--orders", "3", "--webhooks", "fire-aggregator=http://127.0.0.1:1/", "--time-scale", "0.001"])
        .arg("--ca")
        .arg(&ca)
        .arg("--ready-file")
        .arg(&ready)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let _running = Running(child);
    let mut said = HashMap::new();
    while !said.contains_key("CONTROL") {
        let mut line = String::new();
        assert!(out.read_line(&mut line).unwrap() > 0);
        let (name, value) = line.trim_end().split_once('=').unwrap();
        said.insert(name.to_owned(), value.to_owned());
    }
    while !ready.exists() {
        std::thread::sleep(Duration::from_millis(5));
    }
    let ports = std::fs::read_to_string(&ready).unwrap();
    let port = ports.lines().find_map(|line| line.strip_prefix("SIM_PORT=")).unwrap();
    assert_eq!(said["KLIKIT"], format!("http://127.0.0.1:{port}/klikit/v1/partner"));
    assert_eq!(said["CONTROL"], format!("http://127.0.0.1:{port}/_sim"));
    assert_eq!(ports.lines().count(), 5);
    let good = ports.lines().find_map(|line| line.strip_prefix("SIM_TLS_PORT_GOOD=")).unwrap();
    assert_eq!(said["GOOD_ATLAS"], format!("https://127.0.0.1:{good}/atlas/admin/v1"));
    assert!(std::fs::read_to_string(&ca).unwrap().starts_with("-----BEGIN CERTIFICATE-----"));
    let mut stream = TcpStream::connect(format!("127.0.0.1:{port}")).unwrap();
    let headers = format!("{}Connection: close\r\n", basic(&said["KLIKIT_KEY"], &said["KLIKIT_SECRET"]));
    stream.write_all(&request("GET", "/klikit/v1/partner/orders", &headers, "")).unwrap();
    let mut came = Vec::new();
    stream.read_to_end(&mut came).unwrap();
    assert_eq!(parse(&came).json()["data"]["total"], 4);
}

#[test]
fn what_it_cannot_do_it_says() {
    for arguments in [
        &["--webhooks", "klikit"][..],
        &["--webhooks", "shop=http://x/"],
        &["--webhooks", "klikit=https://x/"],
    ] {
        assert_eq!(program().args(arguments).output().unwrap().status.code(), Some(2));
    }
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let output = program().args(["--port", &port]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("tillwire-sim: "));
}
