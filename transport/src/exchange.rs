//! One request and its answer over HTTP, and what an error of the stack means for trying again.

use std::io::Read;
use std::time::Duration;

use tillwire_core::http::{Failure, Method, Outcome, Repeat, Request};
use tillwire_core::verify::Headers;
use ureq::typestate::{WithBody, WithoutBody};
use ureq::{Agent, Error, RequestBuilder};

use crate::connect::failure_of;

/// Sends requests.
#[derive(Debug)]
pub(crate) struct Exchange {
    pub(crate) agent: Agent,
    pub(crate) connect: Duration,
    pub(crate) attempt: Duration,
    pub(crate) most_bytes: usize,
}

/// A whole answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Headers,
    body: Vec<u8>,
}

impl Answer {
    pub(crate) fn outcome(&self) -> Outcome<'_> {
        Outcome::Answered { status: self.status, headers: &self.headers, body: &self.body }
    }
}

impl Exchange {
    /// Sends a request once. It and its answer take at most `left`.
    pub(crate) fn send(
        &self,
        request: &Request,
        left: Duration,
        most_bytes: usize,
    ) -> Result<Answer, Failure> {
        let left = match request.repeat() {
            Repeat::Safe | Repeat::Keyed => left.min(self.attempt),
            _ => left,
        };
        // No time at all would be no deadline.
        let left = left.max(Duration::from_millis(1));
        let url = request.url();
        let agent = &self.agent;
        let response = match request.method() {
            Method::Get => self.prepared(agent.get(url), request, left).call(),
            Method::Post => Self::with_body(self.prepared(agent.post(url), request, left), request),
            Method::Patch => Self::with_body(self.prepared(agent.patch(url), request, left), request),
            Method::Put => Self::with_body(self.prepared(agent.put(url), request, left), request),
            _ => Self::maybe_with_body(self.prepared(agent.delete(url), request, left), request),
        };
        let response = response.map_err(|error| failure(&error))?;
        let mut headers = Headers::new();
        for (name, value) in response.headers() {
            headers.add(name.as_str(), value.as_bytes()).map_err(|_| Failure::NotHttp)?;
        }
        let status = response.status().as_u16();
        let body = response.into_body();
        let most_bytes = most_bytes.min(self.most_bytes);
        if body
            .content_length()
            .is_some_and(|length| usize::try_from(length).is_ok_and(|length| length > most_bytes))
        {
            return Err(Failure::TooLarge);
        }
        let body = read(body.into_reader(), most_bytes)?;
        Ok(Answer { status, headers, body })
    }

    fn prepared<B>(
        &self,
        builder: RequestBuilder<B>,
        request: &Request,
        left: Duration,
    ) -> RequestBuilder<B> {
        let mut config = builder
            .config()
            .timeout_resolve(Some(self.connect))
            .timeout_connect(Some(self.connect))
            .timeout_global(Some(left));
        if matches!(request.repeat(), Repeat::Once | Repeat::Never) {
            // A kept connection may end just as the request is sent. Nobody would know whether it arrived, and it could not
            // be sent again: it gets a connection of its own.
            config = config.max_idle_age(Duration::ZERO);
        }
        request.headers().fold(config.build(), |builder, (name, value)| builder.header(name, value))
    }

    fn with_body(
        builder: RequestBuilder<WithBody>,
        request: &Request,
    ) -> Result<ureq::http::Response<ureq::Body>, Error> {
        match request.body() {
            Some(body) => builder.send(body),
            None => builder.send_empty(),
        }
    }

    fn maybe_with_body(
        builder: RequestBuilder<WithoutBody>,
        request: &Request,
    ) -> Result<ureq::http::Response<ureq::Body>, Error> {
        match request.body() {
            Some(body) => builder.force_send_body().send(body),
            None => builder.call(),
        }
    }
}

/// Reads a body of at most `most` bytes; one byte more is seen, and no more kept.
fn read(mut reader: impl Read, most: usize) -> Result<Vec<u8>, Failure> {
    let mut body = Vec::new();
    let mut piece = [0; 8192];
    loop {
        let count = reader.read(&mut piece).map_err(|error| failure(&Error::from(error)))?;
        let read = piece.get(..count).unwrap_or_default();
        if read.is_empty() {
            return Ok(body);
        }
        if body.len().saturating_add(count) > most || body.try_reserve(count).is_err() {
            return Err(Failure::TooLarge);
        }
        body.extend_from_slice(read);
    }
}

/// What an error means. What comes from making the connection says so itself; of the rest, something may have been sent.
fn failure(error: &Error) -> Failure {
    failure_of(error).unwrap_or(match error {
        Error::Timeout(_) => Failure::TimedOut,
        Error::Protocol(_) => Failure::NotHttp,
        Error::LargeResponseHeader(..) => Failure::TooLarge,
        _ => Failure::Broken,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_read_up_to_its_limit() {
        assert_eq!(read(&b"abc"[..], 3).unwrap(), b"abc");
        assert_eq!(read(&b"abcd"[..], 3), Err(Failure::TooLarge));
        assert_eq!(read(std::io::repeat(b'x'), 1 << 20), Err(Failure::TooLarge));
    }
}
