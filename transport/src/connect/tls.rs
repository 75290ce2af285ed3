//! TLS over a connection, and whom it trusts.

use std::fmt;
use std::io::{self, Read, Write};
use std::sync::Arc;

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned, crypto};
use tillwire_core::http::Failure;
use ureq::Error;
use ureq::unversioned::transport::{
    Buffers, ConnectionDetails, Connector, Either, LazyBuffers, NextTimeout, Transport, TransportAdapter,
};

use super::{NotConnected, failure_of};
use crate::client_error::ClientError;

/// Whom to trust: the public authorities' built-in certificates and these, or the operating system.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trust {
    extra: Vec<CertificateDer<'static>>,
    #[cfg(feature = "platform-verifier")]
    platform: bool,
}

impl Trust {
    /// Trusts these certificates, too.
    pub(crate) fn with_roots(mut self, pem: &[u8]) -> Result<Self, ClientError> {
        let before = self.extra.len();
        for certificate in CertificateDer::pem_slice_iter(pem) {
            let number = self.extra.len().saturating_add(1);
            let certificate = certificate.map_err(|_| ClientError::RootCertificate { number })?;
            RootCertStore::empty()
                .add(certificate.clone())
                .map_err(|_| ClientError::RootCertificate { number })?;
            self.extra.push(certificate);
        }
        if self.extra.len() == before { Err(ClientError::NoRootCertificate) } else { Ok(self) }
    }

    /// Trusts the operating system's verifier.
    #[cfg(feature = "platform-verifier")]
    pub(crate) fn with_platform(mut self) -> Self {
        self.platform = true;
        self
    }

    /// The settings of TLS 1.2 and 1.3 by it.
    pub(crate) fn config(self) -> Result<ClientConfig, ClientError> {
        let failed = |error: rustls::Error| ClientError::Tls { what: error.to_string() };
        let provider = Arc::new(crypto::ring::default_provider());
        let builder = ClientConfig::builder_with_provider(Arc::clone(&provider))
            .with_safe_default_protocol_versions()
            .map_err(failed)?;
        #[cfg(feature = "platform-verifier")]
        if self.platform {
            if !self.extra.is_empty() {
                return Err(ClientError::TwoVerifiers);
            }
            let verifier = rustls_platform_verifier::Verifier::new(provider).map_err(failed)?;
            let builder = builder.dangerous().with_custom_certificate_verifier(Arc::new(verifier));
            return Ok(builder.with_no_client_auth());
        }
        let roots = self.roots().map_err(failed)?;
        Ok(builder.with_root_certificates(roots).with_no_client_auth())
    }

    /// The built-in certificates and the extra ones.
    fn roots(self) -> Result<RootCertStore, rustls::Error> {
        let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        for certificate in self.extra {
            roots.add(certificate)?;
        }
        Ok(roots)
    }
}

/// Puts TLS over a connection, where the address asks for it.
pub(super) struct TlsConnector {
    config: Arc<ClientConfig>,
}

impl TlsConnector {
    pub(super) fn new(config: Arc<ClientConfig>) -> Self {
        Self { config }
    }
}

impl<In: Transport> Connector<In> for TlsConnector {
    type Out = Either<In, Tls>;

    fn connect(
        &self,
        details: &ConnectionDetails<'_>,
        chained: Option<In>,
    ) -> Result<Option<Self::Out>, Error> {
        let Some(transport) = chained else { return Ok(None) };
        if !details.needs_tls() || transport.is_tls() {
            return Ok(Some(Either::A(transport)));
        }
        let host = details.uri.host().unwrap_or_default();
        let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
        let name = ServerName::try_from(bare.to_owned()).map_err(|_| NotConnected(Failure::Untrusted))?;
        let mut connection = ClientConnection::new(Arc::clone(&self.config), name)
            .map_err(|_| NotConnected(Failure::NoConnection))?;
        let mut adapter = TransportAdapter::new(transport.boxed(), Arc::clone(&details.current_time));
        adapter.set_timeout(details.timeout);
        // Here, so that the request is sent over a connection that is known to be the platform's.
        connection.complete_io(&mut adapter).map_err(|error| NotConnected(handshake_failure(error)))?;
        let config = details.config;
        let buffers = LazyBuffers::new(config.input_buffer_size(), config.output_buffer_size());
        Ok(Some(Either::B(Tls { buffers, stream: StreamOwned::new(connection, adapter) })))
    }
}

/// Why there is no TLS. Nothing was sent.
fn handshake_failure(error: io::Error) -> Failure {
    let rustls_error = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
    if let Some(rustls::Error::InvalidCertificate(_)) = rustls_error {
        return Failure::Untrusted;
    }
    failure_of(&Error::from(error)).unwrap_or(Failure::NoConnection)
}

/// A connection under TLS.
pub(super) struct Tls {
    buffers: LazyBuffers,
    stream: StreamOwned<ClientConnection, TransportAdapter>,
}

impl Transport for Tls {
    fn buffers(&mut self) -> &mut dyn Buffers {
        &mut self.buffers
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        self.stream.get_mut().set_timeout(timeout);
        self.stream.write_all(self.buffers.output().get(..amount).unwrap_or_default())?;
        Ok(())
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        self.stream.get_mut().set_timeout(timeout);
        let count = self.stream.read(self.buffers.input_append_buf())?;
        self.buffers.input_appended(count);
        Ok(count > 0)
    }

    fn is_open(&mut self) -> bool {
        self.stream.get_mut().get_mut().is_open()
    }

    fn is_tls(&self) -> bool {
        true
    }
}

impl fmt::Debug for TlsConnector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TlsConnector").finish_non_exhaustive()
    }
}

impl fmt::Debug for Tls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tls").field("over", &self.stream.sock.inner()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extra_certificates_stand_beside_the_built_in_ones() {
        let sim = tillwire_sim::Sim::start(tillwire_sim::Settings::default()).unwrap();
        let roots = Trust::default().with_roots(sim.ca_pem().as_bytes()).unwrap().roots().unwrap();
        assert_eq!(roots.len(), webpki_roots::TLS_SERVER_ROOTS.len() + 1);
    }
}
