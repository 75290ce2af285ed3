//! Why a client cannot be made.

/// A setting of a client that cannot be used. Never tells a secret.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ClientError {
    /// A time or size is zero.
    #[error("a time, or the size of an answer, is zero")]
    Zero,
    /// The proxy's address is not one.
    #[error("the proxy's address is not of the form http://[user:password@]host[:port]")]
    Proxy,
    /// The root certificates cannot be read.
    #[error("root certificate {number} cannot be read")]
    RootCertificate {
        /// Which of them, from 1.
        number: usize,
    },
    /// There are no certificates where root certificates were given.
    #[error("there is no certificate in the PEM text")]
    NoRootCertificate,
    /// Extra root certificates and the operating system's verifier were both asked for.
    #[error("extra root certificates and the operating system's verifier exclude each other")]
    TwoVerifiers,
    /// TLS cannot be set up.
    #[error("TLS cannot be set up: {what}")]
    Tls {
        /// What is wrong.
        what: String,
    },
}

impl ClientError {
    /// The stable name of the kind of error.
    pub const fn code_name(&self) -> &'static str {
        "setting"
    }

    /// What to do about it.
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Zero => "give at least one millisecond, and at least one byte",
            Self::Proxy => "write it as http://proxy.example:3128; other kinds of proxies are not served",
            Self::RootCertificate { .. } | Self::NoRootCertificate => {
                "give certificates in PEM form, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----"
            }
            Self::TwoVerifiers => {
                "install the certificates in the operating system, or do without its verifier"
            }
            Self::Tls { .. } => "check the operating system's store of certificates",
        }
    }
}
