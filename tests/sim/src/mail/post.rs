//! Posting one delivery over plain http.

use std::io::{self, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::{Duration, Instant};

/// A receiver's address, taken apart.
pub(super) struct Target<'a> {
    /// Host and port.
    authority: &'a str,
    path: &'a str,
}

impl<'a> Target<'a> {
    /// Nothing for what is not `http://host[:port][/path]`.
    pub(super) fn parse(url: &'a str) -> Option<Self> {
        let rest = url.strip_prefix("http://")?;
        let at = rest.find('/').unwrap_or(rest.len());
        let (authority, path) = rest.split_at_checked(at)?;
        (!authority.is_empty()).then_some(Self { authority, path: if path.is_empty() { "/" } else { path } })
    }

    /// A connection within `timeout`.
    pub(super) fn connect(&self, timeout: Duration) -> io::Result<TcpStream> {
        let with_port = match self.authority.rsplit_once(':') {
            Some((_, port)) if port.parse::<u16>().is_ok() => self.authority.to_owned(),
            _ => format!("{}:80", self.authority),
        };
        let mut last = io::ErrorKind::NotFound.into();
        for address in with_port.to_socket_addrs()? {
            match TcpStream::connect_timeout(&address, timeout) {
                Ok(stream) => return Ok(stream),
                Err(error) => last = error,
            }
        }
        Err(last)
    }

    /// Posts `body` and reads the status of the answer, all within `timeout`.
    pub(super) fn post(
        &self,
        stream: &mut TcpStream,
        headers: &[(String, String)],
        body: &[u8],
        timeout: Duration,
    ) -> io::Result<u16> {
        let end = Instant::now().checked_add(timeout);
        stream.set_write_timeout(Some(timeout))?;
        stream.write_all(&self.request(headers, body))?;
        let mut received = Vec::new();
        let mut piece = [0; 4096];
        loop {
            let left = end.map_or(timeout, |end| end.saturating_duration_since(Instant::now()));
            if left.is_zero() {
                return Err(io::ErrorKind::TimedOut.into());
            }
            stream.set_read_timeout(Some(left))?;
            let length = stream.read(&mut piece)?;
            received.extend_from_slice(piece.get(..length).unwrap_or_default());
            if let Some(status) = status(&received)? {
                return Ok(status);
            }
            if length == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
    }

    fn request(&self, headers: &[(String, String)], body: &[u8]) -> Vec<u8> {
        let Self { authority, path } = self;
        let mut request = format!("POST {path} HTTP/1.1\r\nHost: {authority}\r\n");
        for (name, value) in headers {
            let line = |text: &str| text.replace(['\r', '\n'], " ");
            request.extend([&line(name), ": ", &line(value), "\r\n"]);
        }
        request.extend(["Content-Length: ", &body.len().to_string(), "\r\nConnection: close\r\n\r\n"]);
        let mut bytes = request.into_bytes();
        bytes.extend_from_slice(body);
        bytes
    }
}

/// The status, once the head is whole.
fn status(received: &[u8]) -> io::Result<Option<u16>> {
    let mut headers = [httparse::EMPTY_HEADER; 100];
    let mut response = httparse::Response::new(&mut headers);
    match response.parse(received) {
        Ok(httparse::Status::Complete(_)) => Ok(response.code),
        Ok(httparse::Status::Partial) => Ok(None),
        Err(error) => Err(io::Error::new(io::ErrorKind::InvalidData, error.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_http_is_a_target() {
        let parts = |url| Target::parse(url).map(|target| (target.authority, target.path));
        assert_eq!(parts("http://127.0.0.1:8080/hooks?x=1"), Some(("127.0.0.1:8080", "/hooks?x=1")));
        assert_eq!(parts("http://localhost"), Some(("localhost", "/")));
        assert_eq!(parts("https://localhost"), None);
        assert_eq!(parts("http:///x"), None);
        assert_eq!(parts("localhost"), None);
    }
}
