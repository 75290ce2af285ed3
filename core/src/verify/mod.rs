//! Who sent a delivery, and whether it arrived unchanged: headers, secrets, one file per authentication scheme,
//! the verifier.
//!
//! ```
//! use tillwire_core::Platform;
//! use tillwire_core::verify::{Assurance, Headers, Verifier};
//!
//! let verifier = Verifier::builder(Platform::Klikit).secret(b"your-webhook-secret").build()?;
//!
//! let body = br#"{"brand_id":1,"branch_id":2,"orders":[{"id":42}]}"#;
//! let mut headers = Headers::new();
//! headers.add(
//!     "x-klikit-signature",
//!     b"cde212d9854ae482bb476487a187ee88c4b5f93eb2444de34fd7252b5ccb866d",
//! )?;
//!
//! let verified = verifier.verify(&headers, body, 1_781_115_871)?;
//! assert_eq!(verified.assurance, Assurance::Body);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod accept_anyone;
mod assurance;
mod bearer;
mod builder;
mod diagnosis;
mod header_block;
mod headers;
mod hmac_sha256_hex;
mod mac;
mod named_header;
mod open;
mod refusal;
mod scheme;
mod secret;
mod setting_error;
mod settings;
mod sha256_prefixed;
mod sign;
mod tag;
mod timestamp;
mod token;
mod v1_timestamped;
mod verifier;

pub use assurance::{Assurance, Verified};
pub use builder::VerifierBuilder;
pub use diagnosis::Diagnosis;
pub use headers::{HeaderError, Headers, Lookup};
pub use open::OpenError;
pub use refusal::{Refusal, SignatureProblem};
pub use scheme::Scheme;
pub use secret::{Secret, SecretProblem};
pub use setting_error::SettingError;
pub use timestamp::Tolerance;
pub use verifier::Verifier;
