//! The deadline of a call, whatever the other side does with the time.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;
use std::time::Duration;

use tillwire_core::Platform;
use tillwire_core::http::{Operation, Parameter, Stop, Trouble};
use tillwire_transport::Client;

use crate::support::{account_at, arguments, error, hasty, sim, timed};

/// A server that does this with each connection.
pub fn server(serve: impl Fn(std::net::TcpStream) + Clone + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let (serve, stream) = (serve.clone(), stream.unwrap());
            thread::spawn(move || serve(stream));
        }
    });
    address.to_string()
}

fn bytes_one_by_one(mut stream: std::net::TcpStream, text: &str) {
    for byte in text.bytes() {
        if stream.write_all(&[byte]).is_err() {
            return;
        }
        thread::sleep(Duration::from_millis(50));
    }
}

/// Whether a call to this server ends at its deadline.
fn ends_in_time(url: &str, operation: Operation, values: &[(Parameter, &str)]) -> Trouble {
    let sim = sim();
    let account = account_at(&sim, Platform::Atlas, url).policy(hasty(1000)).build().unwrap();
    let client = Client::builder(account).build().unwrap();
    let (result, took) = timed(|| client.send(operation, &arguments(values)));
    let error = error(result);
    assert!(took < Duration::from_millis(2500), "{took:?}: {error}");
    assert_eq!(error.stop(), if operation == Operation::AtlasOrder { Stop::Deadline } else { Stop::Unsafe });
    error.trouble()
}

const READ: &[(Parameter, &str)] = &[(Parameter::Id, "1")];

#[test]
fn one_byte_at_a_time_does_not_prolong_a_call() {
    let head =
        server(|stream| bytes_one_by_one(stream, &format!("HTTP/1.1 200 OK\r\nX: {}", "x".repeat(500))));
    assert_eq!(ends_in_time(&format!("http://{head}"), Operation::AtlasOrder, READ), Trouble::TimedOut);
    let body = server(|mut stream| {
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n").unwrap();
        bytes_one_by_one(stream, &"x".repeat(1000));
    });
    assert_eq!(ends_in_time(&format!("http://{body}"), Operation::AtlasOrder, READ), Trouble::TimedOut);
}

#[test]
fn a_handshake_without_an_end_does_not_prolong_a_call() {
    // A record of the handshake that says that it is long, and comes byte by byte.
    let tls = server(|mut stream| {
        stream.write_all(&[22, 3, 3, 0x3f, 0xff]).unwrap();
        bytes_one_by_one(stream, &"\0".repeat(1000));
    });
    assert_eq!(ends_in_time(&format!("https://{tls}"), Operation::AtlasOrder, READ), Trouble::NoConnection);
}

#[test]
fn a_reader_that_takes_little_does_not_prolong_a_call() {
    let slow = server(|mut stream| {
        let mut piece = [0; 1024];
        while stream.read(&mut piece).is_ok_and(|count| count > 0) {
            thread::sleep(Duration::from_millis(50));
        }
    });
    let body = format!("{{\"note\":\"{}\"}}", "x".repeat(7 << 20));
    let create = [(Parameter::OutletId, "1"), (Parameter::ChannelId, "2"), (Parameter::Body, body.as_str())];
    let sim = sim();
    let account = account_at(&sim, Platform::Atlas, &format!("http://{slow}")).policy(hasty(1000));
    let client = Client::builder(account.build().unwrap()).build().unwrap();
    let arguments = arguments(&create);
    let (result, took) = timed(|| client.send(Operation::AtlasOrderCreate, &arguments));
    let error = error(result);
    assert_eq!((error.trouble(), error.may_be_done()), (Trouble::TimedOut, true));
    assert!(took < Duration::from_secs(4), "{took:?}");
}

#[test]
fn an_attempt_without_an_answer_leaves_time_for_another() {
    let deaf = server(|mut stream| {
        let _ = stream.read_to_end(&mut Vec::new());
    });
    let sim = sim();
    let client = |total_ms| {
        let account = account_at(&sim, Platform::Atlas, &format!("http://{deaf}")).policy(hasty(total_ms));
        Client::builder(account.build().unwrap()).attempt_ms(300).build().unwrap()
    };
    let read = error(client(20_000).send(Operation::AtlasOrder, &arguments(READ)));
    assert_eq!((read.trouble(), read.attempts(), read.stop()), (Trouble::TimedOut, 5, Stop::Attempts));
    // What cannot be sent again waits as long as it may.
    let create = [(Parameter::OutletId, "1"), (Parameter::ChannelId, "2"), (Parameter::Body, "{}")];
    let (result, took) = timed(|| client(2000).send(Operation::AtlasOrderCreate, &arguments(&create)));
    assert_eq!(error(result).stop(), Stop::Unsafe);
    assert!((Duration::from_secs(2)..Duration::from_millis(3500)).contains(&took), "{took:?}");
}
