//! Reading a request: its head, and then its body.

use std::io::{self, Read, Write};

use percent_encoding::percent_decode_str;

const HEAD_LIMIT: usize = 64 * 1024;
const BODY_LIMIT: usize = 16 * 1024 * 1024;
const HEADERS: usize = 100;

/// The head of a request.
pub(crate) struct Head {
    pub(crate) method: String,
    /// The path with its query, as received.
    pub(crate) target: String,
    headers: Vec<(String, String)>,
}

/// How long a body is.
pub(crate) enum Body {
    Length(usize),
    Chunked,
}

impl Head {
    /// The path, as received.
    pub(crate) fn path(&self) -> &str {
        self.target.split_once('?').map_or(self.target.as_str(), |(path, _)| path)
    }

    /// The query's pairs, decoded.
    pub(crate) fn query(&self) -> Vec<(String, String)> {
        let query = self.target.split_once('?').map_or("", |(_, query)| query);
        form_urlencoded::parse(query.as_bytes()).into_owned().collect()
    }

    /// The value of the first header of this name.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// Whether a client asked to close the connection, or speaks HTTP/1.0.
    pub(crate) fn closes(&self) -> bool {
        self.header("connection").is_some_and(|value| value.eq_ignore_ascii_case("close"))
    }

    /// Whether the client waits for `100 Continue` before it sends the body.
    pub(crate) fn waits(&self) -> bool {
        self.header("expect").is_some_and(|value| value.eq_ignore_ascii_case("100-continue"))
    }

    /// How long the body is; an error for a length that is none.
    pub(crate) fn body(&self) -> io::Result<Body> {
        if self.header("transfer-encoding").is_some_and(|value| value.eq_ignore_ascii_case("chunked")) {
            return Ok(Body::Chunked);
        }
        match self.header("content-length").map(str::parse) {
            None => Ok(Body::Length(0)),
            Some(Ok(length)) if length <= BODY_LIMIT => Ok(Body::Length(length)),
            Some(_) => Err(invalid("Content-Length is no length that is taken here")),
        }
    }
}

/// The parts of a path between slashes, decoded; the first slash is not counted.
pub(crate) fn segments(path: &str) -> Vec<String> {
    let path = path.strip_prefix('/').unwrap_or(path);
    path.split('/').map(|segment| percent_decode_str(segment).decode_utf8_lossy().into_owned()).collect()
}

/// Reads requests, one after another, from one connection.
#[derive(Default)]
pub(crate) struct Reader {
    /// What was received and not yet used.
    buffer: Vec<u8>,
}

impl Reader {
    /// The next head, or nothing once the client has closed the connection.
    pub(crate) fn head(&mut self, stream: &mut (impl Read + ?Sized)) -> io::Result<Option<Head>> {
        loop {
            if let Some((head, used)) = parse(&self.buffer)? {
                self.buffer.drain(..used);
                return Ok(Some(head));
            }
            if self.buffer.len() > HEAD_LIMIT {
                return Err(invalid("the head is too long"));
            }
            if !self.more(stream)? {
                return Ok(None);
            }
        }
    }

    /// The body that follows a head.
    pub(crate) fn body(&mut self, stream: &mut (impl Read + ?Sized), body: &Body) -> io::Result<Vec<u8>> {
        match *body {
            Body::Length(length) => self.take(stream, length),
            Body::Chunked => self.chunks(stream),
        }
    }

    fn chunks(&mut self, stream: &mut (impl Read + ?Sized)) -> io::Result<Vec<u8>> {
        let mut whole = Vec::new();
        loop {
            let size = match httparse::parse_chunk_size(&self.buffer) {
                Ok(httparse::Status::Complete((used, size))) => {
                    self.buffer.drain(..used);
                    usize::try_from(size).unwrap_or(usize::MAX)
                }
                Ok(httparse::Status::Partial) if self.more(stream)? => continue,
                _ => return Err(invalid("a chunk of the body is malformed")),
            };
            if size.saturating_add(whole.len()) > BODY_LIMIT {
                return Err(invalid("the body is too long"));
            }
            whole.extend(self.take(stream, size)?);
            self.take(stream, 2)?;
            if size == 0 {
                return Ok(whole);
            }
        }
    }

    fn take(&mut self, stream: &mut (impl Read + ?Sized), length: usize) -> io::Result<Vec<u8>> {
        while self.buffer.len() < length {
            if !self.more(stream)? {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        Ok(self.buffer.drain(..length).collect())
    }

    fn more(&mut self, stream: &mut (impl Read + ?Sized)) -> io::Result<bool> {
        let mut piece = [0; 8 * 1024];
        let length = stream.read(&mut piece)?;
        self.buffer.extend_from_slice(piece.get(..length).unwrap_or_default());
        Ok(length > 0)
    }
}

/// Tells a client that waits that it may send its body.
pub(crate) fn invite(stream: &mut (impl Write + ?Sized)) -> io::Result<()> {
    stream.write_all(b"HTTP/1.1 100 Continue\r\n\r\n")?;
    stream.flush()
}

fn parse(buffer: &[u8]) -> io::Result<Option<(Head, usize)>> {
    let mut headers = [httparse::EMPTY_HEADER; HEADERS];
    let mut request = httparse::Request::new(&mut headers);
    let used = match request.parse(buffer) {
        Ok(httparse::Status::Complete(used)) => used,
        Ok(httparse::Status::Partial) => return Ok(None),
        Err(error) => return Err(invalid(&error.to_string())),
    };
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut named: Vec<_> =
        request.headers.iter().map(|header| (header.name.to_owned(), text(header.value))).collect();
    if request.version == Some(0) {
        named.push(("connection".to_owned(), "close".to_owned()));
    }
    let head = Head {
        method: request.method.unwrap_or_default().to_owned(),
        target: request.path.unwrap_or_default().to_owned(),
        headers: named,
    };
    Ok(Some((head, used)))
}

fn invalid(why: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> io::Result<Option<(Head, Vec<u8>)>> {
        let (mut stream, mut reader) = (bytes, Reader::default());
        let Some(head) = reader.head(&mut stream)? else { return Ok(None) };
        let length = head.body()?;
        let body = reader.body(&mut stream, &length)?;
        Ok(Some((head, body)))
    }

    #[test]
    fn a_request_is_read_with_its_body() {
        let (head, body) =
            read(b"PATCH /a%20b/c?x=1&y=%2B+ HTTP/1.1\r\nX-Api-Key: k\r\nContent-Length: 2\r\n\r\n{}rest")
                .unwrap()
                .unwrap();
        assert_eq!((head.method.as_str(), head.path(), body.as_slice()), ("PATCH", "/a%20b/c", &b"{}"[..]));
        assert_eq!(head.header("x-api-key"), Some("k"));
        assert_eq!(segments(head.path()), ["a b", "c"]);
        assert_eq!(head.query(), [("x".to_owned(), "1".to_owned()), ("y".to_owned(), "+ ".to_owned())]);
        assert!(!head.closes());
    }

    #[test]
    fn a_body_may_come_in_chunks() {
        let request =
            b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n1;x=y\r\nd\r\n0\r\n\r\n";
        assert_eq!(read(request).unwrap().unwrap().1, b"abcd");
    }

    #[test]
    fn what_is_no_request_is_an_error_and_a_closed_connection_is_not() {
        assert!(read(b"").unwrap().is_none());
        assert!(read(b"GET / HTTP/1.1\r\n").unwrap().is_none());
        assert!(read(b"hello\r\n\r\n").is_err());
        assert!(read(b"GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n").is_err());
        assert!(read(b"GET / HTTP/1.1\r\nContent-Length: 5\r\n\r\nabc").is_err());
        assert!(read(b"GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n").is_err());
        assert!(read(b"GET / HTTP/1.0\r\n\r\n").unwrap().unwrap().0.closes());
    }
}
