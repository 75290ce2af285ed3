//! Writing answers, rightly and wrongly.

use std::io::{self, Write};
use std::time::Duration;

use crate::connection::Stream;
use crate::fault::Fault;
use crate::http::Answer;
use crate::stop::Stop;

/// What becomes of the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flow {
    /// It can take another request.
    Keep,
    /// It is closed.
    Close,
}

const PROXY_PAGE: &[u8] =
    b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway\
</h1></center>\r\n<hr><center>proxy</center>\r\n</body>\r\n</html>\r\n";

/// What a client gets to see of `done` under a fault; nothing where nothing is sent. `error` makes the platform's own
/// answer of a status.
pub(crate) fn answer(
    fault: &Fault,
    done: Option<Answer>,
    date: i64,
    error: impl FnOnce(u16) -> Answer,
) -> Option<Answer> {
    match fault {
        Fault::DropBeforeReading | Fault::DropAfterCommit | Fault::BlackHole => None,
        Fault::HalfHeaders
        | Fault::SlowDrip { .. }
        | Fault::LengthTooLong
        | Fault::LengthTooShort
        | Fault::TruncatedJson => done,
        Fault::TooManyRequests(after) => {
            let answer = error(429);
            Some(match after.value(date) {
                Some(value) => answer.with("Retry-After", value),
                None => answer,
            })
        }
        Fault::Status(status) => Some(error(*status)),
        Fault::ProxyPage => Some(Answer::new(502, "text/html", PROXY_PAGE.to_vec())),
        Fault::HugeBody { .. } => Some(Answer::new(200, "application/json", Vec::new())),
        Fault::EmptyOk => Some(Answer::empty(200)),
        Fault::Redirect { status, location } => {
            Some(Answer::empty(*status).with("Location", location.replace(['\r', '\n'], "")))
        }
        Fault::Committed(fault) => answer(fault.shown(), done, date, error),
    }
}

/// Sends an answer as it should be.
pub(crate) fn send(stream: &mut dyn Stream, answer: &Answer, date: &str, closes: bool) -> io::Result<Flow> {
    let mut bytes = answer.head(date, answer.length(), closes);
    bytes.extend_from_slice(&answer.body);
    stream.write_all(&bytes)?;
    stream.flush()?;
    Ok(if closes { Flow::Close } else { Flow::Keep })
}

/// Sends what [`answer`] made under this fault, as the fault has it.
pub(crate) fn misbehave(
    stream: &mut dyn Stream,
    stop: &Stop,
    fault: &Fault,
    answer: Option<Answer>,
    date: &str,
    closes: bool,
) -> io::Result<Flow> {
    let Some(answer) = answer else {
        return if *fault == Fault::BlackHole { swallow(stream) } else { Ok(Flow::Close) };
    };
    let length = answer.length();
    match fault {
        Fault::HalfHeaders => {
            let head = answer.head(date, length, closes);
            stream.write_all(head.get(..head.len() / 2).unwrap_or_default())?;
            stream.flush()?;
            Ok(Flow::Close)
        }
        Fault::SlowDrip { interval_ms } => {
            let mut bytes = answer.head(date, length, true);
            bytes.extend_from_slice(&answer.body);
            drip(stream, stop, &bytes, Duration::from_millis(*interval_ms))
        }
        Fault::LengthTooLong => {
            let claimed = length.map(|length| length.saturating_add(100));
            stream.write_all(&answer.head(date, claimed, closes))?;
            stream.write_all(&answer.body)?;
            stream.flush()?;
            Ok(Flow::Close)
        }
        Fault::LengthTooShort => {
            stream.write_all(&answer.head(date, length.map(|length| length / 2), closes))?;
            stream.write_all(&answer.body)?;
            stream.flush()?;
            Ok(if closes { Flow::Close } else { Flow::Keep })
        }
        Fault::TruncatedJson => {
            let half = answer.body.get(..answer.body.len() / 2).unwrap_or_default().to_vec();
            send(stream, &Answer { body: half, ..answer }, date, closes)
        }
        Fault::HugeBody { bytes } => {
            stream.write_all(&answer.head(date, Some(*bytes), closes))?;
            huge(stream, *bytes)?;
            Ok(if closes { Flow::Close } else { Flow::Keep })
        }
        _ => send(stream, &answer, date, closes),
    }
}

/// Takes what comes and never answers, until the client or the simulator has had enough.
pub(crate) fn swallow(stream: &mut dyn Stream) -> io::Result<Flow> {
    let mut piece = [0; 4096];
    while stream.read(&mut piece)? > 0 {}
    Ok(Flow::Close)
}

fn drip(stream: &mut dyn Stream, stop: &Stop, bytes: &[u8], interval: Duration) -> io::Result<Flow> {
    for byte in bytes {
        stream.write_all(&[*byte])?;
        stream.flush()?;
        if !stop.sleep(interval) {
            break;
        }
    }
    Ok(Flow::Close)
}

/// A JSON document of `bytes` bytes, made as it is sent; below 11 bytes it is cut short.
fn huge(stream: &mut (impl Write + ?Sized), bytes: u64) -> io::Result<()> {
    const OPENING: &[u8] = b"{\"data\":\"";
    const CLOSING: &[u8] = b"\"}";
    let piece = [b'x'; 16 * 1024];
    let mut left = bytes;
    let mut write = |part: &[u8]| {
        let part = part.get(..usize::try_from(left).unwrap_or(usize::MAX)).unwrap_or(part);
        left = left.saturating_sub(u64::try_from(part.len()).unwrap_or(u64::MAX));
        stream.write_all(part).map(|()| left)
    };
    let mut rest = write(OPENING)?;
    while rest > 2 {
        let most = usize::try_from(rest.saturating_sub(2)).unwrap_or(usize::MAX);
        rest = write(piece.get(..most).unwrap_or(&piece))?;
    }
    write(CLOSING)?;
    stream.flush()
}
