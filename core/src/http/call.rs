//! One call: its request, its attempts, and what came of them. It does no I/O and reads no clock: it is told.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::account::Account;
use super::argument::CallBuildError;
use super::build;
use super::call_error::{CallError, is_harmless};
use super::endpoint::Endpoint;
use super::outcome::{Failure, Outcome};
use super::reply::Reply;
use super::request::{Header, Request};
use super::retry::{Attempt, Decision, Policy, Stop};
use super::retry_after;
use super::said::{self, Said};
use super::trouble::Trouble;
use crate::json::{Document, JsonErrorKind};
use crate::limits::Limits;
use crate::platform::Platform;
use crate::verify::Headers;

/// What time it is, as the caller knows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// Milliseconds since the call began, by a clock that never goes back.
    pub elapsed_ms: u64,
    /// Unix milliseconds.
    pub now_ms: i64,
}

/// What to do after an attempt that was not the end.
#[derive(Debug)]
pub enum Next {
    /// The platform did what was asked.
    Done(Reply),
    /// Wait this many milliseconds, then send [`Call::request`] again: the same bytes, but for the credentials where the
    /// platform did not accept the first of several secrets.
    Again {
        /// How long to wait.
        wait_ms: u64,
    },
}

/// One call to a platform, from the decision to the reply.
pub struct Call {
    endpoint: &'static Endpoint,
    request: Request,
    /// The secrets that are still to be tried, with the headers of each; the next one last.
    untried: Vec<(usize, Vec<Header>)>,
    /// How many headers there are without those of a secret.
    plain_headers: usize,
    /// The secret that the request carries, from 0.
    secret: usize,
    platform: Platform,
    attempt: u32,
    /// Whether an earlier attempt may have been carried out.
    may_be_done: bool,
    /// The platform's mark of the last attempt.
    request_id: Option<String>,
    policy: Policy,
    limits: Limits,
    random: [u8; 16],
}

impl Call {
    pub(super) fn new(
        endpoint: &'static Endpoint,
        request: Request,
        untried: Vec<(usize, Vec<Header>)>,
        account: &Account,
        random: [u8; 16],
    ) -> Self {
        let mut call = Self {
            endpoint,
            plain_headers: request.headers.len(),
            request,
            untried,
            secret: 0,
            request_id: None,
            platform: account.platform(),
            attempt: 1,
            may_be_done: false,
            policy: account.policy(),
            limits: *account.limits(),
            random,
        };
        call.use_next_secret();
        call
    }

    /// What is to be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// The row of the operation.
    pub fn endpoint(&self) -> &'static Endpoint {
        self.endpoint
    }

    /// Which attempt is next or under way, from 1.
    pub fn attempt(&self) -> u32 {
        self.attempt
    }

    /// Which of the account's secrets the request carries, from 0.
    pub fn secret_index(&self) -> usize {
        self.secret
    }

    /// How long the call may take in all, in milliseconds.
    pub fn total_ms(&self) -> u64 {
        self.policy.total_ms
    }

    /// How large an answer may be, in bytes.
    pub fn most_bytes(&self) -> usize {
        self.limits.body_bytes
    }

    /// The platform's mark of the last attempt, where its answer states one that is fit for a log.
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// Begins with one of the account's secrets that was seen to be accepted before. The others come after it.
    pub fn skip_to_secret(&mut self, index: usize) {
        let Some(position) = self.untried.iter().position(|(secret, _)| *secret == index) else { return };
        let (_, headers) = self.untried.remove(position);
        let own = self.request.headers.split_off(self.plain_headers);
        self.untried.push((self.secret, own));
        self.request.headers.extend(headers);
        self.secret = index;
    }

    /// Takes the account's credentials anew, after a login: the same action with the same key and body is sent once more.
    /// `false` if there were as many attempts as there may be.
    ///
    /// # Errors
    /// The account lacks a credential.
    pub fn authorize_again(&mut self, account: &Account) -> Result<bool, CallBuildError> {
        let untried = build::authorizations(account, self.endpoint)?;
        if self.attempt >= self.policy.attempts {
            return Ok(false);
        }
        let secret = self.secret;
        self.untried = untried;
        self.use_next_secret();
        self.skip_to_secret(secret);
        self.attempt = self.attempt.saturating_add(1);
        Ok(true)
    }

    /// Ends the call before its next attempt.
    pub fn cancelled(&self) -> CallError {
        let mut told = self.trouble(Trouble::Cancelled);
        told.attempts = self.attempt.saturating_sub(1);
        CallError::new(told)
    }

    /// Takes what came of an attempt: the reply, or when to try again.
    ///
    /// # Errors
    /// It is no use, or not safe, to try again: why, with what the platform says of it.
    pub fn after(&mut self, outcome: Outcome<'_>, clock: Clock) -> Result<Next, CallError> {
        self.request_id = None;
        match outcome {
            Outcome::Failed(failure) => self.after_failure(failure, clock),
            Outcome::Answered { status, headers, body } => self.after_answer(status, headers, body, clock),
        }
    }

    fn after_failure(&mut self, failure: Failure, clock: Clock) -> Result<Next, CallError> {
        self.may_be_done |= failure.may_have_arrived();
        let error = CallError::new(self.trouble(by_failure(failure)));
        self.again(Attempt::Failed(failure), None, error, clock)
    }

    fn after_answer(
        &mut self,
        status: u16,
        headers: &Headers,
        body: &[u8],
        clock: Clock,
    ) -> Result<Next, CallError> {
        let is_empty = body.iter().all(u8::is_ascii_whitespace);
        let document = if is_empty { Ok(None) } else { Document::copy(body, &self.limits).map(Some) };
        let said = match &document {
            Ok(Some(document)) => Said::read(self.platform, document),
            _ => Said::default(),
        };
        self.request_id = said.request_id.clone().filter(|id| is_harmless(id));
        let is_success = (200..300).contains(&status);
        match document {
            Ok(document) if is_success && !said.failed => {
                Ok(Next::Done(self.reply(status, headers, document, said)))
            }
            Err(error) if is_success => {
                self.may_be_done = true;
                let too_large = error.kind == JsonErrorKind::BodyTooLarge;
                let trouble = if too_large { Trouble::TooLarge } else { Trouble::BadAnswer };
                let attempt =
                    if too_large { Attempt::Failed(Failure::TooLarge) } else { Attempt::Unreadable };
                let error = CallError::new(self.trouble(trouble)).with_status(status).with_json(error);
                self.again(attempt, None, error, clock)
            }
            document => {
                let trouble = said.trouble.unwrap_or_else(|| said::by_status(status));
                let tries_secret = trouble == Trouble::Unauthorized
                    && self.attempt < self.policy.attempts
                    && self.use_next_secret();
                if tries_secret {
                    self.attempt = self.attempt.saturating_add(1);
                    return Ok(Next::Again { wait_ms: 0 });
                }
                self.may_be_done |= status >= 500;
                let retry_after = retry_after::read(headers, clock.now_ms);
                let error = CallError::new(self.trouble(trouble))
                    .with_status(status)
                    .with_said(said)
                    .with_body(document.ok().flatten(), body)
                    .with_retry_after(retry_after);
                // A success that states a failure is as final as a 400.
                let status = if is_success { 400 } else { status };
                self.again(Attempt::Status(status), retry_after, error, clock)
            }
        }
    }

    fn reply(&self, status: u16, headers: &Headers, document: Option<Document>, said: Said) -> Reply {
        Reply::new(self.endpoint, self.platform, status, headers, document, said)
            .after_attempts(self.attempt, self.secret_index())
    }

    /// Tries again, or fails with what the last attempt came to.
    fn again(
        &mut self,
        attempt: Attempt,
        retry_after_ms: Option<u64>,
        error: CallError,
        clock: Clock,
    ) -> Result<Next, CallError> {
        let decision = self.policy.decide(
            self.request.repeat,
            self.attempt,
            attempt,
            clock.elapsed_ms,
            retry_after_ms,
            &self.random,
        );
        match decision {
            Decision::Wait(wait_ms) => {
                self.attempt = self.attempt.saturating_add(1);
                Ok(Next::Again { wait_ms })
            }
            Decision::Stop(stop) => Err(error.stopped(stop)),
        }
    }

    fn trouble(&self, trouble: Trouble) -> Told {
        Told {
            operation: self.request.operation,
            trouble,
            attempts: self.attempt,
            may_be_done: self.may_be_done && self.endpoint.repeat != super::Repeat::Safe,
        }
    }

    /// Puts the headers of the account's next secret into the request, if there is one.
    fn use_next_secret(&mut self) -> bool {
        let Some((secret, headers)) = self.untried.pop() else { return false };
        self.request.headers.truncate(self.plain_headers);
        self.request.headers.extend(headers);
        self.secret = secret;
        true
    }
}

/// What a call knows of its trouble, whatever the answer was.
pub(super) struct Told {
    pub(super) operation: super::Operation,
    pub(super) trouble: Trouble,
    pub(super) attempts: u32,
    pub(super) may_be_done: bool,
}

const fn by_failure(failure: Failure) -> Trouble {
    match failure {
        Failure::NoHost => Trouble::NoHost,
        Failure::NoConnection => Trouble::NoConnection,
        Failure::Untrusted => Trouble::Untrusted,
        Failure::Proxy => Trouble::Proxy,
        Failure::Broken => Trouble::Broken,
        Failure::TimedOut => Trouble::TimedOut,
        Failure::TooLarge => Trouble::TooLarge,
        Failure::NotHttp => Trouble::BadAnswer,
        Failure::Cancelled => Trouble::Cancelled,
    }
}

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Call({:?}, attempt {})", self.request, self.attempt)
    }
}

/// Why a call stopped, for the error.
impl Stop {
    /// To follow "not tried again: ".
    pub const fn message(self) -> &'static str {
        match self {
            Self::Final => "it would come to the same",
            Self::Unsafe => "it may have been done, and the platform could not tell a repeat",
            Self::Attempts => "there were as many attempts as there may be",
            Self::Deadline => "the next attempt would be after the call's deadline",
        }
    }
}
