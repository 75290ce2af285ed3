//! Making connections: to the host or through a proxy, and TLS over them. What fails here fails before a request is sent, and
//! its error says so.
//!
//! ureq's own connectors would do but for three things: they do not tell whether something may have been sent, a write that
//! makes little progress may outlast its deadline, and they trust extra roots only in place of the built-in ones.

mod proxy;
mod resolve;
mod socket;
mod tls;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use rustls::ClientConfig;
use tillwire_core::http::Failure;
use ureq::config::AutoHeaderValue;
use ureq::unversioned::transport::Connector;
use ureq::{Agent, Error, Proxy};

use crate::cancel::Canceller;

pub(crate) use tls::Trust;

/// The stack that sends requests, and what cancels it.
pub(crate) fn agent(tls: ClientConfig, proxy: Option<Proxy>, connect: Duration) -> (Agent, Canceller) {
    let canceller = Canceller::default();
    let config = Agent::config_builder()
        .proxy(proxy)
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .user_agent(concat!("tillwire/", env!("CARGO_PKG_VERSION")))
        .accept(AutoHeaderValue::None)
        .accept_encoding(AutoHeaderValue::None)
        .timeout_resolve(Some(connect))
        .timeout_connect(Some(connect))
        .max_response_header_size(32 << 10)
        .input_buffer_size(64 << 10)
        .output_buffer_size(16 << 10)
        .build();
    let connector =
        ().chain(proxy::ProxyConnector::default())
            .chain(socket::SocketConnector::new(canceller.clone()))
            .chain(tls::TlsConnector::new(Arc::new(tls)));
    (Agent::with_parts(config, connector, resolve::NamedResolver::default()), canceller)
}

/// Why there is no connection. It passes through ureq as [`Error::Other`].
#[derive(Clone, Copy, Debug)]
struct NotConnected(Failure);

impl fmt::Display for NotConnected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.name())
    }
}

impl std::error::Error for NotConnected {}

impl From<NotConnected> for Error {
    fn from(error: NotConnected) -> Self {
        Self::Other(Box::new(error))
    }
}

/// What an error of this module says.
pub(crate) fn failure_of(error: &Error) -> Option<Failure> {
    match error {
        Error::Other(other) => other.downcast_ref::<NotConnected>().map(|error| error.0),
        _ => None,
    }
}
