//! The settings of a client.

use std::time::Duration;

use tillwire_core::http::Account;
use ureq::{Proxy, ProxyProtocol};

use crate::client::Client;
use crate::client_error::ClientError;
use crate::connect::{self, Trust};
use crate::exchange::Exchange;

/// Collects the settings of a [`Client`]. Nothing is read from the environment.
#[derive(Debug)]
pub struct ClientBuilder {
    account: Account,
    label: Option<String>,
    connect_ms: u64,
    attempt_ms: u64,
    answer_bytes: usize,
    proxy: Option<Result<Proxy, ClientError>>,
    trust: Result<Trust, ClientError>,
}

impl ClientBuilder {
    pub(crate) fn new(account: Account) -> Self {
        Self {
            label: None,
            connect_ms: 5000,
            attempt_ms: 20_000,
            answer_bytes: account.limits().body_bytes,
            proxy: None,
            trust: Ok(Trust::default()),
            account,
        }
    }

    /// How long finding the host, connecting and the TLS handshake may each take, in milliseconds. Default 5,000; at least 1.
    #[must_use]
    pub fn connect_ms(mut self, milliseconds: u64) -> Self {
        self.connect_ms = milliseconds;
        self
    }

    /// After how many milliseconds an attempt that got no answer is given up for another one, where another one does no harm:
    /// in a read, or a write whose repeat the platform can tell. Default 20,000; at least 1. Other writes wait as long as the
    /// whole call may take.
    #[must_use]
    pub fn attempt_ms(mut self, milliseconds: u64) -> Self {
        self.attempt_ms = milliseconds;
        self
    }

    /// How large an answer may be, in bytes. Default and most: the account's limit.
    #[must_use]
    pub fn answer_bytes(mut self, bytes: usize) -> Self {
        self.answer_bytes = bytes.min(self.account.limits().body_bytes);
        self
    }

    /// Goes through a proxy: `http://[user:password@]host[:port]`, or `https://` for TLS to the proxy itself. It is asked to
    /// connect (`CONNECT`), so it does not see what is sent.
    #[must_use]
    pub fn proxy(mut self, address: &str) -> Self {
        self.proxy = Some(proxy(address));
        self
    }

    /// Trusts these certificates, too, beside the built-in ones of the public authorities. PEM, one or several.
    #[must_use]
    pub fn root_certificates(mut self, pem: &[u8]) -> Self {
        self.trust = self.trust.and_then(|trust| trust.with_roots(pem));
        self
    }

    /// Trusts what the operating system trusts, in place of the built-in certificates.
    #[cfg(feature = "platform-verifier")]
    #[must_use]
    pub fn platform_verifier(mut self) -> Self {
        self.trust = self.trust.map(Trust::with_platform);
        self
    }

    /// The client's name in its notes. Default: the account's label.
    #[must_use]
    pub fn label(mut self, label: &str) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Makes the client. Nothing is connected yet.
    ///
    /// # Errors
    /// The first setting that cannot be used.
    pub fn build(self) -> Result<Client, ClientError> {
        if self.connect_ms == 0 || self.attempt_ms == 0 || self.answer_bytes == 0 {
            return Err(ClientError::Zero);
        }
        let proxy = self.proxy.transpose()?;
        let tls = self.trust?.config()?;
        let label = self.label.unwrap_or_else(|| self.account.label().into());
        let connect = Duration::from_millis(self.connect_ms);
        let (agent, canceller) = connect::agent(tls, proxy, connect);
        let attempt = Duration::from_millis(self.attempt_ms);
        let exchange = Exchange { agent, connect, attempt, most_bytes: self.answer_bytes };
        Ok(Client::new(self.account, label, exchange, canceller))
    }
}

fn proxy(address: &str) -> Result<Proxy, ClientError> {
    let proxy = Proxy::new(address).map_err(|_| ClientError::Proxy)?;
    match proxy.protocol() {
        ProxyProtocol::Http | ProxyProtocol::Https => Ok(proxy),
        _ => Err(ClientError::Proxy),
    }
}
