//! Serving one connection: requests one after another, each noted, each with the fault that waits for it.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};

use crate::clock;
use crate::context::Call;
use crate::control;
use crate::fault::Fault;
use crate::http::{self, Answer, Head, Reader};
use crate::journal::{Entry, sha256};
use crate::misbehave::{self, Flow};
use crate::platform::Platform;
use crate::sim::Shared;
use crate::stop::lock;

/// What a client is connected by: plain or under TLS.
pub(crate) trait Stream: Read + Write {
    /// The socket beneath.
    fn socket(&self) -> &TcpStream;
}

impl Stream for TcpStream {
    fn socket(&self) -> &TcpStream {
        self
    }
}

/// Serves a plain connection until it ends.
pub(crate) fn plain(shared: &Shared, number: u64, mut stream: TcpStream) {
    Connection { shared, number, tls: false }.serve(&mut stream);
}

/// A connection being served.
pub(crate) struct Connection<'a> {
    pub(crate) shared: &'a Shared,
    pub(crate) number: u64,
    pub(crate) tls: bool,
}

impl Connection<'_> {
    /// Serves requests until the client, a fault or the simulator ends the connection.
    pub(crate) fn serve(&self, stream: &mut dyn Stream) {
        // Small writes are wanted as they are.
        let _ = stream.socket().set_nodelay(true);
        let mut reader = Reader::default();
        while let Ok(Flow::Keep) = self.exchange(stream, &mut reader) {}
        // The client may have been first.
        let _ = stream.socket().shutdown(Shutdown::Both);
    }

    fn exchange(&self, stream: &mut dyn Stream, reader: &mut Reader) -> io::Result<Flow> {
        let head = match reader.head(stream) {
            Ok(Some(head)) => head,
            Ok(None) => return Ok(Flow::Close),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => return Self::malformed(stream),
            Err(error) => return Err(error),
        };
        let target = Platform::of_path(head.path());
        let fault = target
            .and_then(|(platform, path)| lock(&self.shared.state).faults.take(platform, &head.method, path));
        if let Some(fault @ (Fault::DropBeforeReading | Fault::BlackHole)) = &fault {
            self.note(&head, target, &[], None, Some(fault), false);
            return match fault {
                Fault::BlackHole => misbehave::swallow(stream),
                _ => Ok(Flow::Close),
            };
        }
        let body = match head.body() {
            Ok(length) => {
                if head.waits() {
                    http::invite(stream)?;
                }
                reader.body(stream, &length)?
            }
            Err(_) => return Self::malformed(stream),
        };
        self.answer(stream, &head, target, &body, fault.as_ref())
    }

    fn answer(
        &self,
        stream: &mut dyn Stream,
        head: &Head,
        target: Option<(Platform, &str)>,
        body: &[u8],
        fault: Option<&Fault>,
    ) -> io::Result<Flow> {
        let now = clock::now();
        if let Some(path) = head.path().strip_prefix(control::BASE) {
            let at_ms = self.shared.at_ms();
            let call = Call::new(head, path, body);
            let answer = self.shared.change(|state| control::handle(state, &call, at_ms));
            return misbehave::send(stream, &answer, &clock::http_text(now), head.closes());
        }
        let Some((platform, path)) = target else {
            let answer = Answer::new(404, "text/plain", b"no platform has this path\n".to_vec());
            self.note(head, None, body, Some(404), None, false);
            return misbehave::send(stream, &answer, &clock::http_text(now), head.closes());
        };
        let (answer, date) = self.shared.change(|state| {
            let date = state.date(now);
            let carried_out = fault.is_none_or(Fault::commits);
            let call = Call::new(head, path, body);
            let done = carried_out.then(|| state.handle(platform, &call, now, self.shared.at_ms()));
            let succeeded = done.as_ref().is_some_and(Answer::is_success);
            let answer = match fault.map(Fault::shown) {
                None => done,
                Some(fault) => {
                    misbehave::answer(fault, done, date, |status| state.error(platform, path, status))
                }
            };
            let status = answer.as_ref().map(|answer| answer.status);
            state.journal.enter(self.entry(head, target, body, status, fault, succeeded));
            (answer, clock::http_text(date))
        });
        match (answer, fault.map(Fault::shown)) {
            (Some(answer), None) => misbehave::send(stream, &answer, &date, head.closes()),
            (answer, Some(fault)) => {
                misbehave::misbehave(stream, &self.shared.stop, fault, answer, &date, head.closes())
            }
            (None, None) => Ok(Flow::Close),
        }
    }

    fn note(
        &self,
        head: &Head,
        target: Option<(Platform, &str)>,
        body: &[u8],
        status: Option<u16>,
        fault: Option<&Fault>,
        carried_out: bool,
    ) {
        let entry = self.entry(head, target, body, status, fault, carried_out);
        lock(&self.shared.state).journal.enter(entry);
    }

    fn entry(
        &self,
        head: &Head,
        target: Option<(Platform, &str)>,
        body: &[u8],
        status: Option<u16>,
        fault: Option<&Fault>,
        carried_out: bool,
    ) -> Entry {
        let path = target.map_or(head.path(), |(_, path)| path);
        Entry {
            number: 0,
            at_ms: self.shared.at_ms(),
            connection: self.number,
            tls: self.tls,
            platform: target.map(|(platform, _)| platform),
            method: head.method.clone(),
            path: without_searches(path, head),
            idempotency_key: head.header("idempotency-key").map(ToOwned::to_owned),
            body_sha256: sha256(body),
            status,
            fault: fault.map(fault_name),
            carried_out,
        }
    }

    fn malformed(stream: &mut dyn Stream) -> io::Result<Flow> {
        let answer = Answer::new(400, "text/plain", b"this is no request\n".to_vec());
        misbehave::send(stream, &answer, &clock::http_text(clock::now()), true)
    }
}

/// The path and its query. What somebody searched for may be a name or a telephone number.
fn without_searches(path: &str, head: &Head) -> String {
    let Some((_, query)) = head.target.split_once('?') else { return path.to_owned() };
    let shown: Vec<_> = query
        .split('&')
        .map(|pair| match pair.split_once('=') {
            Some((name @ ("search" | "query"), _)) => format!("{name}=..."),
            _ => pair.to_owned(),
        })
        .collect();
    format!("{path}?{}", shown.join("&"))
}

fn fault_name(fault: &Fault) -> String {
    match fault {
        Fault::Committed(inner) => format!("committed {}", fault_name(inner)),
        Fault::Status(status) => format!("status {status}"),
        other => other.name().to_owned(),
    }
}
