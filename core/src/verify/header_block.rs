//! The raw header block of a request, as an HTTP stack holds it, taken apart into headers.

use super::headers::{HeaderError, Headers, is_name, is_value};

impl Headers {
    /// Adds the headers of a raw block: lines of "Name: value" ended by CRLF or LF, up to the empty line or the
    /// end. A request line before them is skipped; a continuation line (RFC 9112 §5.2) joins the value before it
    /// with a space. On an error nothing of the block is kept.
    pub fn add_block(&mut self, block: &[u8]) -> Result<(), HeaderError> {
        let before = self.size();
        let result = self.reserve(block.len()).and_then(|()| self.add_lines(block));
        if result.is_err() {
            self.shrink_to(before);
        }
        result
    }

    fn add_lines(&mut self, block: &[u8]) -> Result<(), HeaderError> {
        let mut continuable = false;
        for (line, number) in block.split(|byte| *byte == b'\n').zip(1..) {
            let malformed = HeaderError::Line { line: number };
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            if line.is_empty() {
                break;
            }
            if number == 1 && is_request_line(line) {
                continue;
            }
            if !is_value(line) {
                return Err(malformed);
            }
            if line.starts_with(b" ") || line.starts_with(b"\t") {
                if !continuable {
                    return Err(malformed);
                }
                self.continue_last(line)?;
                continue;
            }
            let mut parts = line.splitn(2, |byte| *byte == b':');
            let (Some(name), Some(value)) = (parts.next(), parts.next()) else { return Err(malformed) };
            if !is_name(name) {
                return Err(malformed);
            }
            self.push(name, value)?;
            continuable = true;
        }
        Ok(())
    }
}

/// Whether a line is "method target HTTP/version".
fn is_request_line(line: &[u8]) -> bool {
    let mut words = line.split(|byte| *byte == b' ');
    words.next().is_some_and(is_name)
        && words.next_back().is_some_and(|version| version.starts_with(b"HTTP/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    fn read(block: &[u8]) -> Result<Vec<(alloc::string::String, Vec<u8>)>, HeaderError> {
        let mut headers = Headers::new();
        headers.add_block(block)?;
        Ok(headers.iter().map(|(name, value)| (name.into(), value.into())).collect())
    }

    fn pairs(expected: &[(&str, &str)]) -> Vec<(alloc::string::String, Vec<u8>)> {
        expected.iter().map(|(name, value)| ((*name).into(), value.as_bytes().into())).collect()
    }

    #[test]
    fn both_line_ends_a_request_line_and_the_empty_line() {
        let expected = pairs(&[("Host", "till:8080"), ("X-A", "1")]);
        assert_eq!(
            read(b"POST /fire HTTP/1.1\r\nHost: till:8080\r\nX-A:1\r\n\r\nbody: no").unwrap(),
            expected
        );
        assert_eq!(read(b"Host: till:8080\nX-A:\t1 \n\nbody").unwrap(), expected);
        assert_eq!(read(b"Host: till:8080\nX-A: 1").unwrap(), expected);
        assert_eq!(read(b"").unwrap(), []);
        assert_eq!(read(b"X-A: like HTTP/1.1").unwrap(), pairs(&[("X-A", "like HTTP/1.1")]));
        assert_eq!(read(b"GET http://till:80/ HTTP/1.1\nX-A: 1").unwrap(), pairs(&[("X-A", "1")]));
    }

    #[test]
    fn a_continuation_joins_with_a_space() {
        assert_eq!(read(b"A: 1\r\n\t 2 \r\n  \r\nB:\n 3").unwrap(), pairs(&[("A", "1 2"), ("B", "3")]));
    }

    #[test]
    fn a_malformed_line_is_named_and_nothing_is_kept() {
        for (block, line) in [
            (b"A: 1\nB".as_slice(), 2),
            (b" A: 1", 1),
            (b"POST / HTTP/1.1\n A: 1", 2),
            (b"A : 1", 1),
            (b": 1", 1),
            (b"A: 1\rB: 2", 1),
            (b"A: 1\nB: 2\0", 2),
            (b"A: 1\nPOST / HTTP/1.1", 2),
        ] {
            let mut headers = Headers::new();
            headers.add("First", b"1").unwrap();
            assert_eq!(headers.add_block(block), Err(HeaderError::Line { line }));
            assert_eq!(headers.len(), 1);
            assert_eq!(headers.iter().next(), Some(("First", b"1".as_slice())));
        }
    }

    #[test]
    fn the_limit_counts_all_headers() {
        let mut headers = Headers::with_limit(2);
        headers.add("A", b"1").unwrap();
        assert_eq!(headers.add_block(b"B: 1\nC: 1"), Err(HeaderError::TooMany { limit: 2 }));
        headers.add_block(b"B: 1\n").unwrap();
    }
}
