//! Certificates, made anew at each start, and connections under TLS.

use std::io;
use std::net::TcpStream;
use std::sync::Arc;

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, ExtendedKeyUsagePurpose, IsCa, KeyPair,
    KeyUsagePurpose,
};
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::connection::{Connection, Stream};
use crate::platform::Certificate;
use crate::sim::Shared;

/// What the simulator shows of itself under TLS.
pub(crate) struct Identities {
    /// The certificate of the authority that clients are to trust, as PEM.
    pub(crate) authority: String,
    configs: [(Certificate, Arc<ServerConfig>); 4],
}

type Issuer = CertifiedIssuer<'static, KeyPair>;

impl Identities {
    pub(crate) fn new() -> io::Result<Self> {
        let authority = authority("Tillwire simulator test authority")?;
        let unknown = authority_unknown()?;
        let mut configs = Vec::new();
        for certificate in Certificate::ALL {
            let issuer = if certificate == Certificate::UnknownAuthority { &unknown } else { &authority };
            configs.push((certificate, Arc::new(config(certificate, issuer)?)));
        }
        let configs = configs.try_into().map_err(|_| io::Error::other("a certificate is missing"))?;
        Ok(Self { authority: authority.pem(), configs })
    }

    /// All of them, in the order of [`Certificate::ALL`].
    pub(crate) fn configs(&self) -> impl Iterator<Item = (Certificate, Arc<ServerConfig>)> {
        self.configs.iter().map(|(certificate, config)| (*certificate, Arc::clone(config)))
    }
}

/// Serves a connection under TLS until it ends. A client that does not trust the certificate ends it at once.
pub(crate) fn serve(shared: &Shared, number: u64, stream: TcpStream, config: &Arc<ServerConfig>) {
    let Ok(session) = ServerConnection::new(Arc::clone(config)) else { return };
    let mut stream = StreamOwned::new(session, stream);
    Connection { shared, number, tls: true }.serve(&mut stream);
}

impl Stream for StreamOwned<ServerConnection, TcpStream> {
    fn socket(&self) -> &TcpStream {
        &self.sock
    }
}

fn authority_unknown() -> io::Result<Issuer> {
    authority("An authority that nobody knows")
}

fn authority(name: &str) -> io::Result<Issuer> {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params.not_before = rcgen::date_time_ymd(2020, 1, 1);
    params.not_after = rcgen::date_time_ymd(2100, 1, 1);
    let key = KeyPair::generate().map_err(io::Error::other)?;
    CertifiedIssuer::self_signed(params, key).map_err(io::Error::other)
}

fn config(certificate: Certificate, issuer: &Issuer) -> io::Result<ServerConfig> {
    let names = match certificate {
        Certificate::OtherHost => vec!["other.example".to_owned()],
        _ => vec!["127.0.0.1".to_owned(), "localhost".to_owned()],
    };
    let mut params = CertificateParams::new(names).map_err(io::Error::other)?;
    params.distinguished_name.push(DnType::CommonName, "Tillwire simulator");
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    params.not_before = rcgen::date_time_ymd(2020, 1, 1);
    params.not_after = match certificate {
        Certificate::Expired => rcgen::date_time_ymd(2020, 12, 31),
        _ => rcgen::date_time_ymd(2100, 1, 1),
    };
    let key = KeyPair::generate().map_err(io::Error::other)?;
    let signed = params.signed_by(&key, issuer).map_err(io::Error::other)?;
    let chain = vec![signed.der().clone(), issuer.der().clone()];
    let key = PrivateKeyDer::try_from(key.serialize_der()).map_err(io::Error::other)?;
    ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|builder| builder.with_no_client_auth().with_single_cert(chain, key))
        .map_err(io::Error::other)
}
