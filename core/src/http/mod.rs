//! Calls to the platforms, without I/O: the exact bytes of a request, what its answer means, and when to try again.
//!
//! An [`Account`] says who calls and where. [`Account::call`] makes a [`Call`] from an [`Operation`] and [`Arguments`]; its
//! [`Request`] is sent by whoever owns a socket, who hands what came of it to [`Call::after`] and is told to wait and send
//! again, or gets a [`Reply`], or a [`CallError`].
//!
//! ```
//! use tillwire_core::Platform;
//! use tillwire_core::http::*;
//! use tillwire_core::verify::Headers;
//!
//! let account = Account::builder(Platform::Klikit)
//!     .environment(Environment::Production)
//!     .text(AccountText::Key, "partner-key")
//!     .text(AccountText::Secret, "secret-key")
//!     .build()?;
//! let arguments = Arguments::new().with(Parameter::Id, "412").with(Parameter::Status, "accepted");
//! // Sixteen random bytes, kept with the decision: a call made of them again is the same action.
//! let random = [7; 16];
//! let mut call = account.call(Operation::KlikitOrderStatus, &arguments, random)?;
//!
//! // Whoever owns a socket sends this, byte for byte.
//! let request = call.request();
//! assert_eq!(request.method(), Method::Patch);
//! assert_eq!(request.url(), "https://gateway-enterprise.klikit.io/v1/partner/orders/412/status");
//! assert_eq!(request.body(), Some(br#"{"status":"accepted"}"#.as_slice()));
//!
//! // No answer came: the same bytes are sent again after a while.
//! let lost = call.after(Outcome::Failed(Failure::TimedOut), Clock { elapsed_ms: 10_000, now_ms: 0 })?;
//! assert!(matches!(lost, Next::Again { wait_ms: 500..=750 }));
//!
//! let (headers, body) = (Headers::new(), br#"{"request_id":"1b4a","data":{"id":"412","status":"accepted"}}"#);
//! let answer = Outcome::Answered { status: 200, headers: &headers, body };
//! let Next::Done(reply) = call.after(answer, Clock { elapsed_ms: 11_000, now_ms: 0 })? else { panic!() };
//! assert_eq!(reply.text(ReplyText::Status), Some("accepted"));
//! assert_eq!(reply.text(ReplyText::RequestId), Some("1b4a"));
//! assert_eq!(reply.int(ReplyInt::Attempts), Some(2));
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! Every operation is one entry of its platform's table of [`Endpoint`]s: method, path, parameters, what makes it safe to
//! repeat, and what its answer states.

mod account;
mod account_builder;
mod account_error;
mod argument;
mod build;
mod call;
mod call_build_error;
mod call_error;
mod crawl;
mod endpoint;
mod filled;
mod key;
mod method;
mod operation;
mod outcome;
mod parameter;
#[cfg(test)]
mod readme;
mod reply;
mod request;
mod retry;
mod retry_after;
mod said;
mod trouble;
mod url;

pub use account::{Account, AccountText, Environment};
pub use account_builder::AccountBuilder;
pub use account_error::AccountError;
pub use argument::Arguments;
pub use call::{Call, Clock, Next};
pub use call_build_error::CallBuildError;
pub use call_error::{CallError, Detail};
pub use crawl::{Crawl, CrawlError, Progress, Record};
pub use endpoint::{Answer, AnswerForm, Endpoint, Form, Host, Key, Pages, Place, Repeat, Slot, Wire};
pub use key::{IdempotencyKey, KeyError};
pub use method::Method;
pub use operation::Operation;
pub use outcome::{Failure, Outcome};
pub use parameter::Parameter;
pub use reply::{Reply, ReplyInt, ReplyText, ReplyTime};
pub use request::Request;
pub use retry::{Decision, Policy, Stop};
pub use trouble::Trouble;

pub(crate) use endpoint::{BODY, METHOD, PATH, endpoint, slot};
pub(crate) use request::Header;
pub(crate) use said::{Said, text_of, words_of};
