//! One call: its request, its attempts, and what came of them. It does no I/O and reads no clock: it is told.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::account::Account;
use super::build;
use super::call_build_error::CallBuildError;
use super::call_error::{CallError, is_harmless};
use super::endpoint::Endpoint;
use super::operation::Operation;
use super::outcome::{Failure, Outcome};
use super::reply::Reply;
use super::request::{Header, Request};
use super::retry::{Attempt, Decision, Policy};
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
        let retry_after = retry_after::read(headers, clock.now_ms);
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
                // A login's answer holds a token, cut or not.
                let shown = if self.endpoint.operation == Operation::FireLogin { &[] } else { body };
                let error = CallError::new(self.trouble(trouble))
                    .with_answer(status, headers)
                    .with_json(error)
                    .with_body(None, shown)
                    .with_retry_after(retry_after);
                self.again(attempt, retry_after, error, clock)
            }
            document => {
                let trouble = said.trouble.unwrap_or_else(|| said::by_status(status));
                // Other statuses leave open whether it was done, whatever the body says.
                let tries_secret = (400..500).contains(&status)
                    && trouble == Trouble::Unauthorized
                    && self.attempt < self.policy.attempts
                    && clock.elapsed_ms < self.policy.total_ms
                    && self.use_next_secret();
                if tries_secret {
                    self.attempt = self.attempt.saturating_add(1);
                    return Ok(Next::Again { wait_ms: 0 });
                }
                self.may_be_done |= status >= 500;
                let error = CallError::new(self.trouble(trouble))
                    .with_answer(status, headers)
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
    pub(super) operation: Operation,
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

#[cfg(test)]
mod tests {
    use super::super::retry::Stop;
    use super::*;
    use crate::http::{AccountText, Arguments, Environment, Operation, Parameter, ReplyInt};

    const ANSWER: &[u8] = br#"{"data":{"id":"412","status":"accepted"}}"#;

    fn call(secrets: &[&str]) -> Call {
        let mut builder = Account::builder(Platform::Klikit)
            .environment(Environment::Production)
            .text(AccountText::Key, "partner");
        for secret in secrets {
            builder = builder.text(AccountText::Secret, secret);
        }
        let arguments = Arguments::new().with(Parameter::Id, "412").with(Parameter::Status, "accepted");
        builder.build().unwrap().call(Operation::KlikitOrderStatus, &arguments, [0; 16]).unwrap()
    }

    fn answered(call: &mut Call, status: u16, body: &[u8]) -> Result<Next, CallError> {
        let headers = Headers::new();
        call.after(Outcome::Answered { status, headers: &headers, body }, Clock::default())
    }

    fn credentials(call: &Call) -> String {
        let mut headers = call.request().headers();
        headers.find(|(name, _)| *name == "Authorization").map(|(_, value)| value.into()).unwrap()
    }

    #[test]
    fn each_secret_is_tried_once_and_the_reply_tells_which_was_taken() {
        let mut call = call(&["one", "two", "three"]);
        let first = credentials(&call);
        for index in 0..2 {
            assert_eq!(call.secret_index(), index);
            assert!(matches!(answered(&mut call, 401, b""), Ok(Next::Again { wait_ms: 0 })));
        }
        assert_ne!(credentials(&call), first);
        let Ok(Next::Done(reply)) = answered(&mut call, 200, ANSWER) else { panic!("no reply") };
        assert_eq!((reply.int(ReplyInt::SecretIndex), reply.int(ReplyInt::Attempts)), (Some(2), Some(3)));
    }

    #[test]
    fn a_call_may_begin_with_a_later_secret_but_with_none_beyond_the_last() {
        let mut later = call(&["one", "two"]);
        later.skip_to_secret(1);
        assert_eq!((later.secret_index(), later.attempt()), (1, 1));
        let headers = later.request().headers().len();
        later.skip_to_secret(7);
        assert_eq!((later.secret_index(), later.request().headers().len()), (1, headers));
        // Were it revoked meanwhile, the others come after it, the newest first.
        assert!(matches!(answered(&mut later, 401, b""), Ok(Next::Again { wait_ms: 0 })));
        assert_eq!(later.secret_index(), 0);
        assert!(matches!(answered(&mut later, 401, b""), Err(error) if error.attempts() == 2));
    }

    #[test]
    fn a_login_renews_a_call_as_often_as_there_are_attempts() {
        let mut account = Account::builder(Platform::Fire)
            .environment(Environment::Production)
            .text(AccountText::Secret, "one")
            .text(AccountText::AccountId, "100")
            .text(AccountText::Token, "old-token")
            .policy(Policy { attempts: 2, ..Policy::FIRE })
            .build()
            .unwrap();
        let arguments = Arguments::new()
            .with(Parameter::Id, "1")
            .with(Parameter::Reason, "too late")
            .with(Parameter::VendorId, "100.2.1");
        let mut call = account.call(Operation::FireOrderRefund, &arguments, [0; 16]).unwrap();
        assert_eq!(credentials(&call), "Bearer old-token");
        let headers = call.request().headers().len();
        assert_eq!(answered(&mut call, 401, b"").unwrap_err().status(), Some(401));
        account.set_token(Some("new-token")).unwrap();
        assert_eq!(call.authorize_again(&account), Ok(true));
        assert_eq!((credentials(&call).as_str(), call.attempt()), ("Bearer new-token", 2));
        assert_eq!(call.request().headers().len(), headers);
        assert_eq!(answered(&mut call, 401, b"").unwrap_err().attempts(), 2);
        assert_eq!(call.authorize_again(&account), Ok(false));
    }

    #[test]
    fn a_call_that_ends_before_an_attempt_tells_what_the_attempts_before_came_to() {
        let mut call = call(&["one"]);
        let unsent = call.cancelled();
        assert_eq!(
            (unsent.trouble(), unsent.attempts(), unsent.may_be_done()),
            (Trouble::Cancelled, 0, false)
        );
        assert!(matches!(answered(&mut call, 500, br#"{"request_id":"r-1"}"#), Ok(Next::Again { .. })));
        assert_eq!(call.request_id(), Some("r-1"));
        let sent = call.cancelled();
        assert_eq!((sent.attempts(), sent.may_be_done()), (1, true));
        assert!(call.after(Outcome::Failed(Failure::Broken), Clock::default()).is_ok());
        assert_eq!(call.request_id(), None);
    }

    #[test]
    fn only_the_credentials_differ_between_attempts() {
        let mut call = call(&["one", "two"]);
        let rest = |call: &Call| {
            let headers = call.request().headers().filter(|(name, _)| *name != "Authorization");
            let headers = headers.map(|(name, value)| alloc::format!("{name}: {value}")).collect::<Vec<_>>();
            (headers, call.request().url().len(), call.request().body().map(<[u8]>::to_vec))
        };
        let before = rest(&call);
        assert!(answered(&mut call, 401, b"").is_ok());
        assert!(answered(&mut call, 503, b"").is_ok());
        assert_eq!(rest(&call), before);
    }

    #[test]
    fn what_may_be_done_stays_so_until_the_end() {
        let mut call = call(&["one"]);
        let clock = Clock::default();
        assert!(matches!(call.after(Outcome::Failed(Failure::NoConnection), clock), Ok(Next::Again { .. })));
        assert!(matches!(call.after(Outcome::Failed(Failure::Broken), clock), Ok(Next::Again { .. })));
        let error = call.after(Outcome::Failed(Failure::Untrusted), clock).unwrap_err();
        assert!(error.may_be_done());
        assert_eq!((error.trouble(), error.attempts()), (Trouble::Untrusted, 3));
    }

    #[test]
    fn an_answer_beyond_the_limits_is_too_large() {
        let limits = Limits { body_bytes: 8, ..Limits::default() };
        let account = Account::builder(Platform::Klikit)
            .environment(Environment::Production)
            .text(AccountText::Key, "partner")
            .text(AccountText::Secret, "one")
            .limits(limits)
            .build()
            .unwrap();
        let mut call = account.call(Operation::KlikitBrands, &Arguments::new(), [0; 16]).unwrap();
        assert_eq!(call.most_bytes(), 8);
        let error = answered(&mut call, 200, ANSWER).unwrap_err();
        assert_eq!((error.trouble(), error.stop()), (Trouble::TooLarge, Stop::Final));
        assert!(error.json().is_some());
    }

    #[test]
    fn what_a_log_shows_has_no_secret_and_no_answer() {
        let mut call = call(&["one"]);
        assert_eq!(
            alloc::format!("{call:?}"),
            "Call(Request(klikit_order_status PATCH /orders/412/status), attempt 1)"
        );
        let body = br#"{"error":{"code":"Ana Lima, +65 1","message":"Ana Lima"},"request_id":"a\nb"}"#;
        let error = answered(&mut call, 400, body).unwrap_err();
        assert_eq!(
            alloc::format!("{error:?}"),
            "CallError(klikit_order_status: the platform finds the request wrong (HTTP 400, 1 attempt))"
        );
        assert_eq!(error.platform_message(), Some("Ana Lima"));
    }
}
