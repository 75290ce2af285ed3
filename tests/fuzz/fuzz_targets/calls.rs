//! No answer, to whatever was asked, makes a call panic; it is a reply or an error, and neither shows what no log may hold.
#![no_main]

use tillwire_agreement::call;
use tillwire_core::verify::Headers;

libfuzzer_sys::fuzz_target!(|answer: &[u8]| {
    // As HTTP/1.1 writes it: the status in the first line, headers, an empty line, the body.
    let end = answer.windows(2).position(|pair| pair == b"\n\n").unwrap_or(answer.len());
    let (head, body) = (&answer[..end], answer.get(end + 2..).unwrap_or_default());
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let status = line.split(|byte| *byte == b' ').nth(1).and_then(|status| std::str::from_utf8(status).ok());
    let status = status.and_then(|status| status.parse().ok()).unwrap_or(200);
    let mut headers = Headers::new();
    // A block that is none leaves them empty.
    let _ = headers.add_block(head);
    call::check_answer(status, &headers, body);
});
