//! Calls to the platforms, without I/O: the exact bytes of a request, what its answer means, and when to try again.
//!
//! An [`Account`] says who calls and where. [`Account::call`] makes a [`Call`] from an [`Operation`] and [`Arguments`]; its
//! [`Request`] is sent by whoever owns a socket, who hands what came of it to [`Call::after`] and is told to wait and send
//! again, or gets a [`Reply`], or a [`CallError`].
//!
//! Every operation is one entry of its platform's table of [`Endpoint`]s: method, path, parameters, what makes it safe to
//! repeat, and what its answer states.

mod account;
mod account_error;
mod argument;
mod build;
mod call;
mod call_error;
mod crawl;
mod endpoint;
mod key;
mod method;
mod operation;
mod outcome;
mod parameter;
mod reply;
mod request;
mod retry;
mod retry_after;
mod said;
mod trouble;
mod url;

pub use account::{Account, AccountBuilder, AccountText, Environment};
pub use account_error::AccountError;
pub use argument::{Arguments, CallBuildError};
pub use call::{Call, Clock, Next};
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

pub(crate) use endpoint::{endpoint, slot};
pub(crate) use request::Header;
pub(crate) use said::{Said, text_of, words_of};
