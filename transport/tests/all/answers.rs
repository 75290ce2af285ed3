//! Answers that are not what HTTP or the limits allow.

use std::io::{Read, Write};
use std::net::TcpStream;

use tillwire_core::Platform;
use tillwire_core::http::{CallError, Operation, Parameter, ReplyInt, Stop, Trouble};
use tillwire_transport::Client;

use crate::deadlines::server;
use crate::support::{account_at, arguments, error, hasty, sim};

/// A client of a server that takes a request and then does this.
fn client(limit: usize, answers: impl Fn(&mut TcpStream) + Clone + Send + 'static) -> Client {
    let address = server(move |mut stream| {
        let _ = stream.read(&mut [0; 4096]);
        answers(&mut stream);
    });
    let account = account_at(&sim(), Platform::Atlas, &format!("http://{address}")).policy(hasty(3000));
    Client::builder(account.build().unwrap()).answer_bytes(limit).build().unwrap()
}

fn read(client: &Client) -> CallError {
    error(client.send(Operation::AtlasOrder, &arguments(&[(Parameter::Id, "1")])))
}

/// Writes the same until the client has had enough.
fn without_end(stream: &mut TcpStream, text: &str) {
    while stream.write_all(text.as_bytes()).is_ok() {}
}

#[test]
fn an_answer_is_read_up_to_its_limit_however_it_comes() {
    let endless = client(100_000, |stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n[");
        without_end(stream, "1,");
    });
    let chunked = client(100_000, |stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        without_end(stream, "4\r\n1111\r\n");
    });
    let stated = client(100_000, |stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100001\r\n\r\n");
        without_end(stream, "1");
    });
    let head = client(100_000, |stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n");
        without_end(stream, "X: 1\r\n");
    });
    for client in [endless, chunked, stated] {
        let error = read(&client);
        assert_eq!((error.trouble(), error.attempts(), error.stop()), (Trouble::TooLarge, 1, Stop::Final));
    }
    // So many headers are no answer of a platform, whichever limit they meet first.
    let error = read(&head);
    assert!(matches!(error.trouble(), Trouble::TooLarge | Trouble::BadAnswer), "{error}");
}

#[test]
fn an_answer_of_exactly_the_limit_is_good() {
    let exact = client(10, |stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"id\": 12}");
    });
    let reply = exact.send(Operation::AtlasOrder, &arguments(&[(Parameter::Id, "1")])).unwrap();
    assert_eq!(reply.int(ReplyInt::Attempts), Some(1));
}

#[test]
fn what_is_no_http_is_tried_again() {
    for text in ["SSH-2.0-OpenSSH_9.9\r\n", "HTTP/1.1 what\r\n\r\n", "\0\0\0\0"] {
        let client = client(100_000, |stream| {
            let _ = stream.write_all(text.as_bytes());
        });
        let error = read(&client);
        assert!(matches!(error.trouble(), Trouble::BadAnswer | Trouble::Broken), "{text:?}: {error}");
        assert_eq!(error.attempts(), 5);
    }
}

#[test]
fn a_body_that_is_cut_between_chunks_is_broken() {
    let client = client(100_000, |stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n");
    });
    assert_eq!(read(&client).trouble(), Trouble::Broken);
}
