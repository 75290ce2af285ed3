//! Sending calls for one account: attempts, waits, and a login where one is needed.

use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard};
use std::time::{Duration, Instant};

use tillwire_core::http::{Account, Arguments, Call, CallError, Crawl, Next, Operation, Outcome, Reply};

use crate::builder::ClientBuilder;
use crate::cancel::{Canceller, lock};
use crate::clock;
use crate::counters::Counters;
use crate::diary::Diary;
use crate::exchange::Exchange;
use crate::note::{CameTo, Note};
use crate::pages::Pages;
use crate::send_error::SendError;

/// Sends the calls of one account. Any number of threads can use it at once; connections are kept and used again.
pub struct Client {
    held: RwLock<Held>,
    /// Held during a login, so that many threads log in once.
    login: Mutex<()>,
    /// The secret that the platform accepted last.
    accepted: AtomicUsize,
    exchange: Exchange,
    canceller: Canceller,
    label: Arc<str>,
    diary: Mutex<Diary>,
}

/// The account, and which of its tokens it holds.
struct Held {
    account: Account,
    logins: u64,
}

impl Client {
    /// Collects settings; nothing is checked before [`ClientBuilder::build`].
    pub fn builder(account: Account) -> ClientBuilder {
        ClientBuilder::new(account)
    }

    pub(crate) fn new(account: Account, label: String, exchange: Exchange, canceller: Canceller) -> Self {
        Self {
            held: RwLock::new(Held { account, logins: 0 }),
            login: Mutex::default(),
            accepted: AtomicUsize::new(0),
            exchange,
            canceller,
            label: label.into(),
            diary: Mutex::default(),
        }
    }

    /// Makes a call of the operation and sends it until it comes to a reply or it is no use.
    ///
    /// It takes at most the account's [`total_ms`](tillwire_core::http::Policy::total_ms), whatever the platform does.
    ///
    /// # Errors
    /// The operation cannot be asked for so, or why there is no reply.
    pub fn send(&self, operation: Operation, arguments: &Arguments) -> Result<Reply, SendError> {
        let began = Instant::now();
        let mut call = self.make(operation, arguments, began)?;
        self.run(&mut call, began)
    }

    /// Sends a call until it comes to a reply or it is no use; see [`send`](Self::send). Another try at the same action, maybe
    /// after a restart, is another call with the same
    /// [`IdempotencyKey`](tillwire_core::http::Parameter::IdempotencyKey) and the same arguments.
    ///
    /// # Errors
    /// Why there is no reply.
    pub fn send_call(&self, call: &mut Call) -> Result<Reply, SendError> {
        self.run(call, Instant::now())
    }

    /// Makes a call to be sent later. An operation that needs a login gets one here, where there is no token yet.
    ///
    /// # Errors
    /// The operation cannot be asked for so, or the login failed.
    pub fn call(&self, operation: Operation, arguments: &Arguments) -> Result<Call, SendError> {
        self.make(operation, arguments, Instant::now())
    }

    /// Reads a list page by page, from its first page. Nothing is read yet.
    ///
    /// # Errors
    /// The operation is no list that comes by page.
    pub fn crawl(&self, operation: Operation, arguments: Arguments) -> Result<Pages<'_>, SendError> {
        Ok(Pages::new(self, Crawl::new(operation, arguments, clock::now_ms())?))
    }

    /// Cancels from another thread.
    pub fn canceller(&self) -> Canceller {
        self.canceller.clone()
    }

    /// The attempts since the last time, the oldest first. At most 1,024 are kept; [`Counters::notes_lost`] counts those that
    /// were dropped.
    pub fn notes(&self) -> Vec<Note> {
        lock(&self.diary).drain()
    }

    /// What was done since the client was made.
    pub fn counters(&self) -> Counters {
        lock(&self.diary).counters.clone()
    }

    /// The account. Let it go before sending: a login waits for it.
    pub fn account(&self) -> impl std::ops::Deref<Target = Account> + '_ {
        AccountGuard(self.read())
    }

    fn read(&self) -> RwLockReadGuard<'_, Held> {
        self.held.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn make(&self, operation: Operation, arguments: &Arguments, began: Instant) -> Result<Call, SendError> {
        let random = random()?;
        let (has_token, logins) = {
            let held = self.read();
            (held.account.has_token(), held.logins)
        };
        if operation.endpoint().login && !has_token {
            self.log_in(logins, began)?;
        }
        Ok(self.read().account.call(operation, arguments, random)?)
    }

    fn run(&self, call: &mut Call, began: Instant) -> Result<Reply, SendError> {
        let logins = self.read().logins;
        match self.attempts(call, began) {
            Err(error) if call.endpoint().login && error.status() == Some(401) => {
                self.log_in(logins, began)?;
                let renewed = call.authorize_again(&self.read().account)?;
                let result = if renewed { self.attempts(call, began) } else { Err(error) };
                Ok(self.end(result)?)
            }
            result => Ok(self.end(result)?),
        }
    }

    /// Counts how a call ended.
    fn end(&self, result: Result<Reply, CallError>) -> Result<Reply, CallError> {
        lock(&self.diary).end(result.as_ref().err().map(CallError::trouble));
        result
    }

    /// Sends a call as often as the core says.
    fn attempts(&self, call: &mut Call, began: Instant) -> Result<Reply, CallError> {
        call.skip_to_secret(self.accepted.load(Ordering::Relaxed));
        loop {
            if self.canceller.is_cancelled() {
                return Err(call.cancelled());
            }
            let next = self.attempt(call, began)?;
            match next {
                Next::Done(reply) => {
                    self.accepted.store(call.secret_index(), Ordering::Relaxed);
                    return Ok(reply);
                }
                Next::Again { wait_ms } => self.canceller.wait(Duration::from_millis(wait_ms)),
            }
        }
    }

    /// Sends a call once, and notes what came of it.
    fn attempt(&self, call: &mut Call, began: Instant) -> Result<Next, CallError> {
        let attempt_began = Instant::now();
        let attempt = call.attempt();
        let left = Duration::from_millis(call.total_ms()).saturating_sub(began.elapsed());
        let most_bytes = call.most_bytes();
        let result = self.exchange.send(call.request(), left, most_bytes);
        let (came_to, outcome) = match &result {
            Ok(answer) => (CameTo::Status(answer.status), answer.outcome()),
            Err(failure) => (CameTo::Failed(*failure), Outcome::Failed(*failure)),
        };
        let next = call.after(outcome, clock::since(began));
        let wait_ms = match &next {
            Ok(Next::Again { wait_ms }) => Some(*wait_ms),
            _ => None,
        };
        let request = call.request();
        lock(&self.diary).note(Note {
            at_ms: clock::now_ms(),
            label: Arc::clone(&self.label),
            operation: request.operation(),
            method: request.method(),
            path: request.shown().to_owned(),
            attempt,
            came_to,
            took_ms: clock::millis(attempt_began.elapsed()),
            wait_ms,
            request_id: call.request_id().map(ToOwned::to_owned),
        });
        next
    }

    /// Gets a token, unless another thread got one since the one that was number `logins`.
    fn log_in(&self, logins: u64, began: Instant) -> Result<(), SendError> {
        let _one_at_a_time = lock(&self.login);
        if self.read().logins != logins {
            return Ok(());
        }
        lock(&self.diary).login();
        let mut call = self.read().account.call(Operation::FireLogin, &Arguments::default(), random()?)?;
        let reply = self.attempts(&mut call, began);
        let token = self.end(reply)?.token().ok_or(SendError::NoToken)?;
        let mut held = self.held.write().unwrap_or_else(PoisonError::into_inner);
        held.account.set_token(Some(&token)).map_err(|_| SendError::NoToken)?;
        held.logins = held.logins.saturating_add(1);
        Ok(())
    }
}

fn random() -> Result<[u8; 16], SendError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| SendError::NoRandom)?;
    Ok(bytes)
}

/// The account behind its lock.
struct AccountGuard<'a>(RwLockReadGuard<'a, Held>);

impl std::ops::Deref for AccountGuard<'_> {
    type Target = Account;

    fn deref(&self) -> &Account {
        &self.0.account
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("account", &self.read().account).finish_non_exhaustive()
    }
}
