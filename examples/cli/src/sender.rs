//! From options to a verifier.

use tillwire_core::verify::{Scheme, SettingError, Tolerance, Verifier};

use crate::args::Sender;
use crate::failure::Failure;
use crate::secrets;

/// A verifier, and where each of its secrets came from.
pub(crate) struct Setup {
    pub(crate) verifier: Verifier,
    pub(crate) sources: Vec<String>,
}

impl Sender {
    /// The scheme asked for, or the platform's own.
    pub(crate) fn scheme(&self) -> Scheme {
        self.scheme.unwrap_or(Scheme::default_for(self.from.platform))
    }

    pub(crate) fn setup(&self, scheme: Scheme, tolerance: Tolerance) -> Result<Setup, Failure> {
        let given = secrets::gather(self, scheme)?;
        let mut builder = Verifier::builder(self.from.platform).scheme(scheme).tolerance(tolerance);
        if let Some(name) = &self.signature_header {
            builder = builder.signature_header(name);
        }
        if let Some(name) = &self.timestamp_header {
            builder = builder.timestamp_header(name);
        }
        for secret in &given {
            builder = builder.secret(&secret.bytes);
        }
        let sources: Vec<_> = given.into_iter().map(|secret| secret.source).collect();
        match builder.build() {
            Ok(verifier) => Ok(Setup { verifier, sources }),
            Err(error) => Err(with_source(error, &sources)),
        }
    }
}

fn with_source(error: SettingError, sources: &[String]) -> Failure {
    let failure = Failure::from(error);
    match error {
        SettingError::Secret { index, .. } => match sources.get(index) {
            Some(source) => failure.note("from", source),
            None => failure,
        },
        _ => failure,
    }
}
