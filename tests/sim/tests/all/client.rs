//! A client of sockets and bytes.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::Value;
use tillwire_sim::{Platform, Sim, Site};

/// An answer, as far as it came.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        header(&self.head, name)
    }
}

/// The value of a header in a head.
pub fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.lines().skip(1).find_map(|line| {
        let (known, value) = line.split_once(": ")?;
        known.eq_ignore_ascii_case(name).then_some(value)
    })
}

/// The headers by which the platform knows a till, each with its line end.
pub fn credentials(sim: &Sim, platform: Platform) -> String {
    let known = sim.credentials(platform);
    match platform {
        Platform::Klikit => basic(known.get("key"), known.get("secret")),
        Platform::Fire => format!("x-api-key: {}\r\n", known.get("api_key")),
        Platform::Atlas => {
            format!("X-Api-Key: {}\r\nX-Merchant-Id: {}\r\n", known.get("api_key"), known.get("merchant_id"))
        }
    }
}

pub fn basic(key: &str, secret: &str) -> String {
    use base64::Engine;
    let text = base64::engine::general_purpose::STANDARD.encode(format!("{key}:{secret}"));
    format!("Authorization: Basic {text}\r\n")
}

/// The bytes of a request.
pub fn request(method: &str, target: &str, headers: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!("{method} {target} HTTP/1.1\r\nHost: sim\r\n{headers}Content-Length: {length}\r\n\r\n{body}")
        .into_bytes()
}

/// A connection to the simulator.
pub fn connect(sim: &Sim) -> TcpStream {
    let stream = TcpStream::connect(sim.address()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream
}

/// Sends bytes on a connection of their own and reads until it closes; an error where it is reset.
pub fn exchange(sim: &Sim, bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut stream = connect(sim);
    stream.write_all(bytes)?;
    stream.shutdown(std::net::Shutdown::Write)?;
    let mut all = Vec::new();
    stream.read_to_end(&mut all).map(|_| all)
}

/// One request with the platform's credentials; `path` is behind the base path.
pub fn ask(sim: &Sim, site: Site, method: &str, path: &str, headers: &str, body: &str) -> Answer {
    let headers = format!("{}{headers}", credentials(sim, site.platform()));
    ask_as(sim, site, method, path, &headers, body)
}

/// One request with these headers only.
pub fn ask_as(sim: &Sim, site: Site, method: &str, path: &str, headers: &str, body: &str) -> Answer {
    let target = format!("{}{path}", site.platform().base());
    parse(&exchange(sim, &request(method, &target, headers, body)).unwrap())
}

/// The answer in these bytes.
pub fn parse(bytes: &[u8]) -> Answer {
    let end = bytes.windows(4).position(|part| part == b"\r\n\r\n").expect("no whole head came");
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Answer { status, head, body: bytes[end + 4..].to_vec() }
}

pub fn get(sim: &Sim, site: Site, path: &str) -> Answer {
    ask(sim, site, "GET", path, "", "")
}
