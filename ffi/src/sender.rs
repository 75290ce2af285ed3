//! Sending by the library itself: what an account's calls share for it.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use tillwire_core::http::{Account, Arguments, Call, Failure as NoAnswer, Operation, Reply, Trouble};
use tillwire_transport::{Client, ClientError, Note, SendError};

use crate::account::Setting;
use crate::account::{
    TILLWIRE_ACCOUNT_ERRORS, TILLWIRE_ACCOUNT_LOGINS, TILLWIRE_ACCOUNT_NOTES_LOST, TILLWIRE_ACCOUNT_REPLIES,
    TILLWIRE_ACCOUNT_SENT, TILLWIRE_ACCOUNT_WAITED_MS,
};
use crate::failure::Failure;
use crate::status::TILLWIRE_E_CALL_PARAMETER;

/// How connections are made.
#[derive(Clone, Default)]
pub(crate) struct Settings {
    connect_ms: Option<u64>,
    attempt_ms: Option<u64>,
    proxy: Option<String>,
    roots: Vec<u8>,
    #[cfg(feature = "platform-verifier")]
    platform_verifier: bool,
}

impl Settings {
    pub(crate) fn set(&mut self, setting: Setting<'_>) -> Result<(), Failure> {
        match setting {
            Setting::ConnectMs(milliseconds) => self.connect_ms = Some(milliseconds),
            Setting::AttemptMs(milliseconds) => self.attempt_ms = Some(milliseconds),
            Setting::Proxy(address) => self.proxy = Some(address.to_owned()),
            Setting::Roots(pem) => {
                self.roots.try_reserve(pem.len().saturating_add(1)).map_err(|_| Failure::memory())?;
                self.roots.extend_from_slice(pem);
                self.roots.push(b'\n');
            }
            #[cfg(feature = "platform-verifier")]
            Setting::PlatformVerifier(wanted) => self.platform_verifier = wanted,
            #[cfg(not(feature = "platform-verifier"))]
            Setting::PlatformVerifier(false) => {}
            #[cfg(not(feature = "platform-verifier"))]
            Setting::PlatformVerifier(true) => {
                let message = "this library was built without the operating system's verifier";
                return Err(Failure::unsupported(message));
            }
        }
        Ok(())
    }
}

/// Sends the calls of an account, which it is given a copy of when the first one comes.
pub(crate) struct Sender {
    settings: Settings,
    client: OnceLock<Result<Client, ClientError>>,
    /// Notes that were fetched from the client and not by the caller yet.
    notes: Mutex<VecDeque<Note>>,
}

impl Sender {
    pub(crate) fn new(settings: Settings) -> Self {
        Self { settings, client: OnceLock::new(), notes: Mutex::default() }
    }

    /// Makes a call with random bytes of the operating system; logs in where that is needed.
    pub(crate) fn call(
        &self,
        account: impl FnOnce() -> Account,
        operation: Operation,
        arguments: &Arguments,
    ) -> Result<Call, Failure> {
        Ok(self.client(account)?.call(operation, arguments)?)
    }

    /// Sends a call until it comes to a reply, or it is no use.
    pub(crate) fn send(&self, account: impl FnOnce() -> Account, call: &mut Call) -> Result<Reply, Failure> {
        Ok(self.client(account)?.send_call(call)?)
    }

    /// Ends what is under way, or lets calls through again.
    pub(crate) fn cancel(&self, account: impl FnOnce() -> Account, cancelled: bool) -> Result<(), Failure> {
        let switch = self.client(account)?.canceller();
        if cancelled {
            switch.cancel();
        } else {
            switch.reset();
        }
        Ok(())
    }

    /// Shows the oldest note, and forgets it where `show` took it.
    pub(crate) fn note(
        &self,
        show: impl FnOnce(Option<&str>) -> Result<i32, Failure>,
    ) -> Result<i32, Failure> {
        let mut notes = self.notes();
        if notes.is_empty() {
            if let Some(Ok(client)) = self.client.get() {
                notes.extend(client.notes());
            }
        }
        let line = notes.front().map(ToString::to_string);
        let shown = show(line.as_deref())?;
        notes.pop_front();
        Ok(shown)
    }

    /// A counter by field.
    pub(crate) fn count(&self, field: i32) -> Option<i64> {
        let counters = match self.client.get() {
            Some(Ok(client)) => client.counters(),
            _ => tillwire_transport::Counters::default(),
        };
        let count = match field {
            TILLWIRE_ACCOUNT_SENT => counters.attempts(),
            TILLWIRE_ACCOUNT_REPLIES => counters.replies(),
            TILLWIRE_ACCOUNT_ERRORS => counters.all_errors(),
            TILLWIRE_ACCOUNT_LOGINS => counters.logins(),
            TILLWIRE_ACCOUNT_WAITED_MS => counters.waited_ms(),
            TILLWIRE_ACCOUNT_NOTES_LOST => counters.notes_lost(),
            100 | 200 | 300 | 400 | 500 => counters.answers(u16::try_from(field / 100).ok()?),
            status if status < 0 => {
                counters.errors(Trouble::from_code(TILLWIRE_E_CALL_PARAMETER.checked_sub(status)?)?)
            }
            failure => counters.failures(NoAnswer::from_code(failure)?),
        };
        i64::try_from(count).ok()
    }

    fn client(&self, account: impl FnOnce() -> Account) -> Result<&Client, Failure> {
        let client = self.client.get_or_init(|| {
            let mut builder = Client::builder(account());
            if let Some(milliseconds) = self.settings.connect_ms {
                builder = builder.connect_ms(milliseconds);
            }
            if let Some(milliseconds) = self.settings.attempt_ms {
                builder = builder.attempt_ms(milliseconds);
            }
            if let Some(address) = &self.settings.proxy {
                builder = builder.proxy(address);
            }
            if !self.settings.roots.is_empty() {
                builder = builder.root_certificates(&self.settings.roots);
            }
            #[cfg(feature = "platform-verifier")]
            if self.settings.platform_verifier {
                builder = builder.platform_verifier();
            }
            builder.build()
        });
        client.as_ref().map_err(|error| Failure::setting(&error.to_string()).hint(error.hint()))
    }

    fn notes(&self) -> MutexGuard<'_, VecDeque<Note>> {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// 16 random bytes of the operating system.
pub(crate) fn random() -> Result<[u8; 16], Failure> {
    let mut bytes = [0; 16];
    match getrandom::fill(&mut bytes) {
        Ok(()) => Ok(bytes),
        Err(_) => Err(SendError::NoRandom.into()),
    }
}

impl From<SendError> for Failure {
    fn from(error: SendError) -> Self {
        match error {
            SendError::Build(error) => error.into(),
            SendError::Call(error) => error.into(),
            SendError::Crawl(error) => error.into(),
            SendError::NoRandom => Self::random(&error.to_string()).hint(error.hint()),
            // A kind of error that is newer than this table is about the answer.
            other => Self::bad_answer(&other.to_string()).hint(other.hint()),
        }
    }
}
