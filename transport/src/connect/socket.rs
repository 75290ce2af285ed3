//! A TCP connection whose reads and writes keep their deadline however little progress they make, and end when the client is
//! cancelled.

use std::io::{self, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use tillwire_core::http::Failure;
use ureq::Error;
use ureq::unversioned::transport::{
    Buffers, ConnectionDetails, Connector, Either, LazyBuffers, NextTimeout, Transport,
};

use super::NotConnected;
use crate::cancel::Canceller;

/// How long a read or write goes without looking whether it is cancelled.
const LOOK: Duration = Duration::from_millis(100);

/// Connects by TCP, where there is no connection through a proxy already.
#[derive(Debug)]
pub(super) struct SocketConnector {
    canceller: Canceller,
}

impl SocketConnector {
    pub(super) fn new(canceller: Canceller) -> Self {
        Self { canceller }
    }
}

impl<In: Transport> Connector<In> for SocketConnector {
    type Out = Either<In, Socket>;

    fn connect(
        &self,
        details: &ConnectionDetails<'_>,
        chained: Option<In>,
    ) -> Result<Option<Self::Out>, Error> {
        if let Some(chained) = chained {
            return Ok(Some(Either::A(chained)));
        }
        let stream = connect(details, &self.canceller)?;
        stream.set_nodelay(true).map_err(|_| NotConnected(Failure::NoConnection))?;
        let config = details.config;
        let buffers = LazyBuffers::new(config.input_buffer_size(), config.output_buffer_size());
        Ok(Some(Either::B(Socket { stream, buffers, canceller: self.canceller.clone() })))
    }
}

/// Tries the host's addresses one after another; each gets its share of the time.
fn connect(details: &ConnectionDetails<'_>, canceller: &Canceller) -> Result<TcpStream, NotConnected> {
    let deadline = Deadline::new(details.timeout);
    let addresses = details.addrs.len();
    for (tried, address) in details.addrs.iter().enumerate() {
        if canceller.is_cancelled() {
            return Err(NotConnected(Failure::Cancelled));
        }
        let untried = u32::try_from(addresses.saturating_sub(tried)).unwrap_or(u32::MAX);
        let share =
            deadline.left().and_then(|left| left.checked_div(untried)).filter(|share| !share.is_zero());
        let Some(share) = share else { break };
        if let Ok(stream) = TcpStream::connect_timeout(address, share) {
            return Ok(stream);
        }
    }
    Err(NotConnected(Failure::NoConnection))
}

/// A TCP connection.
#[derive(Debug)]
pub(super) struct Socket {
    stream: TcpStream,
    buffers: LazyBuffers,
    canceller: Canceller,
}

impl Transport for Socket {
    fn buffers(&mut self) -> &mut dyn Buffers {
        &mut self.buffers
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        let deadline = Deadline::new(timeout);
        let mut rest = self.buffers.output().get(..amount).unwrap_or_default();
        while !rest.is_empty() {
            self.stream.set_write_timeout(Some(next_look(&deadline, &self.canceller)?))?;
            match again((&self.stream).write(rest))? {
                Some(0) => return Err(io::Error::from(ErrorKind::WriteZero).into()),
                Some(written) => rest = rest.get(written..).unwrap_or_default(),
                None => {}
            }
        }
        Ok(())
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        let deadline = Deadline::new(timeout);
        loop {
            self.stream.set_read_timeout(Some(next_look(&deadline, &self.canceller)?))?;
            if let Some(count) = again((&self.stream).read(self.buffers.input_append_buf()))? {
                self.buffers.input_appended(count);
                return Ok(count > 0);
            }
        }
    }

    /// Whether nothing came and nothing ended since the last answer.
    fn is_open(&mut self) -> bool {
        let is_silent = || {
            self.stream.set_nonblocking(true)?;
            let silent =
                matches!(self.stream.peek(&mut [0]), Err(error) if error.kind() == ErrorKind::WouldBlock);
            self.stream.set_nonblocking(false)?;
            Ok::<_, io::Error>(silent)
        };
        is_silent().unwrap_or(false)
    }
}

/// When something has to be done.
#[derive(Debug)]
pub(super) struct Deadline {
    /// Nothing where there is none.
    end: Option<Instant>,
    timeout: NextTimeout,
}

impl Deadline {
    pub(super) fn new(timeout: NextTimeout) -> Self {
        let end =
            if timeout.after.is_not_happening() { None } else { Instant::now().checked_add(*timeout.after) };
        Self { end, timeout }
    }

    /// How much time is left; nothing once it is over.
    pub(super) fn left(&self) -> Option<Duration> {
        match self.end {
            Some(end) => Some(end.saturating_duration_since(Instant::now())).filter(|left| !left.is_zero()),
            None => Some(Duration::MAX),
        }
    }
}

/// How long to wait at most before looking again, unless it is over.
fn next_look(deadline: &Deadline, canceller: &Canceller) -> Result<Duration, Error> {
    if canceller.is_cancelled() {
        return Err(NotConnected(Failure::Cancelled).into());
    }
    deadline.left().map(|left| left.min(LOOK)).ok_or(Error::Timeout(deadline.timeout.reason))
}

/// What was read or written; nothing where it is to be tried again.
fn again(result: io::Result<usize>) -> io::Result<Option<usize>> {
    match result {
        Ok(count) => Ok(Some(count)),
        Err(error) => match error.kind() {
            ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted => Ok(None),
            _ => Err(error),
        },
    }
}
