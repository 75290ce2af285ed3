//! Accounts
//!
//! Who calls a platform, and where: environment or addresses, credentials, and how often and how long to try. An account is
//! set up once and used by any number of calls and threads; calls that were made from it go on with what was set then.

use core::ffi::c_char;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock, PoisonError, RwLock, RwLockReadGuard};

use tillwire_core::http::{
    Account, AccountBuilder, AccountError, AccountText, Arguments, Call, Environment, Operation, Reply,
    ReplyInt,
};
use tillwire_core::{Limits, Platform};

use crate::boundary;
use crate::error::tillwire_error;
use crate::failure::Failure;
use crate::sender::{Sender, Settings};
use crate::settings::in_range;
use crate::status::{TILLWIRE_ABSENT, TILLWIRE_OK};

/// An account at a platform. Freed with tillwire_account_free().
#[allow(non_camel_case_types)]
pub struct tillwire_account {
    builder: AccountBuilder,
    settings: Settings,
    /// Made of the settings by the first call, and again after a change.
    made: OnceLock<Result<Arc<Caller>, AccountError>>,
}

/// A setting of how connections are made.
#[derive(Clone, Copy)]
#[cfg_attr(not(feature = "transport"), expect(dead_code, reason = "nothing reads it in this flavour"))]
pub(crate) enum Setting<'a> {
    /// How long each step of connecting may take, in milliseconds.
    ConnectMs(u64),
    /// How long an attempt may take where another one does no harm, in milliseconds.
    AttemptMs(u64),
    /// The address of a proxy.
    Proxy(&'a str),
    /// More certificates to trust, as PEM.
    Roots(&'a [u8]),
    /// Whether to trust what the operating system trusts.
    PlatformVerifier(bool),
}

/// What the calls of an account share.
pub(crate) struct Caller {
    account: RwLock<Account>,
    /// Which of the secrets was accepted last.
    secret: AtomicUsize,
    sender: Sender,
}

/// Environment: the real one.
pub const TILLWIRE_ENVIRONMENT_PRODUCTION: i32 = 1;
/// Environment: the one for trying out: klikit's development, Fire's staging.
pub const TILLWIRE_ENVIRONMENT_DEVELOPMENT: i32 = 2;

/// Text: the vendor's own name for the account; never sent.
pub const TILLWIRE_ACCOUNT_LABEL: i32 = 16101;
/// Text: klikit: the partner key, the half that may be logged.
pub const TILLWIRE_ACCOUNT_KEY: i32 = 16102;
/// Text: the secret: klikit's secret key, Fire's API key, Atlas's API token. Several for rotation, the newest first.
pub const TILLWIRE_ACCOUNT_SECRET: i32 = 16103;
/// Text: Atlas: the merchant.
pub const TILLWIRE_ACCOUNT_MERCHANT: i32 = 16104;
/// Text: Fire: the account's id.
pub const TILLWIRE_ACCOUNT_ACCOUNT_ID: i32 = 16105;
/// Text: Fire: the vendor's id, for reads that need one.
pub const TILLWIRE_ACCOUNT_VENDOR_ID: i32 = 16106;
/// Text: Fire: the client's id, for the v4 API.
pub const TILLWIRE_ACCOUNT_CLIENT_ID: i32 = 16107;
/// Text: Fire: the client's secret, for the v4 API.
pub const TILLWIRE_ACCOUNT_CLIENT_SECRET: i32 = 16108;
/// Text: the address of the API, in place of the environment's.
pub const TILLWIRE_ACCOUNT_API_ADDRESS: i32 = 16109;
/// Text: Fire: the address of its dashboard and of reports, in place of the environment's.
pub const TILLWIRE_ACCOUNT_APP_ADDRESS: i32 = 16110;
/// Text: A host that credentials may be sent to besides the platform's own.
pub const TILLWIRE_ACCOUNT_ALLOW_HOST: i32 = 16111;
/// Text: Fire: the token of a login, where one is kept.
pub const TILLWIRE_ACCOUNT_TOKEN: i32 = 16112;
/// Text, for tillwire_call_send(): a proxy, as in `http://user:password@proxy.example:3128`. It is asked to connect and does not see what
/// is sent. Default: none, whatever the environment says.
pub const TILLWIRE_ACCOUNT_PROXY: i32 = 16121;
/// Text, for tillwire_call_send(): certificates in PEM form to be trusted too, beside the built-in ones of the public authorities.
pub const TILLWIRE_ACCOUNT_ROOT_CERTIFICATES: i32 = 16122;

/// Number: most attempts of a call, the first included, 1 to 4294967295. Default 5.
pub const TILLWIRE_ACCOUNT_ATTEMPTS: i32 = 16401;
/// Number: the wait after the first attempt in milliseconds, doubled after each further one, 0 to 4294967295. Default 500,
/// for Fire 1000.
pub const TILLWIRE_ACCOUNT_FIRST_WAIT_MS: i32 = 16402;
/// Number: the longest wait that doubling comes to in milliseconds, 0 to 4294967295. Default 30000. A platform may ask for a
/// longer one.
pub const TILLWIRE_ACCOUNT_LONGEST_WAIT_MS: i32 = 16403;
/// Number: how long a call may take in all in milliseconds, waits included, 1 to 4294967295. Default 60000.
pub const TILLWIRE_ACCOUNT_TOTAL_MS: i32 = 16404;
/// Number: the largest answer in bytes, up to 2147483646. Default 8388608.
pub const TILLWIRE_ACCOUNT_ANSWER_BYTES: i32 = 16405;
/// Number: how deeply an answer may be nested. Default 64.
pub const TILLWIRE_ACCOUNT_ANSWER_DEPTH: i32 = 16406;
/// Number: how many elements an array of an answer may have. Default 10000.
pub const TILLWIRE_ACCOUNT_ANSWER_ELEMENTS: i32 = 16407;
/// Number, for tillwire_call_send(): how long finding the host, connecting and the TLS handshake may each take in
/// milliseconds, 1 to 4294967295. Default 5000.
pub const TILLWIRE_ACCOUNT_CONNECT_MS: i32 = 16411;
/// Number, for tillwire_call_send(): after how many milliseconds an attempt without an answer is given up for another one, where
/// another one does no harm, 1 to 4294967295. Default 20000.
pub const TILLWIRE_ACCOUNT_ATTEMPT_MS: i32 = 16412;
/// Number, for tillwire_call_send(): 1 to trust what the operating system trusts in place of the built-in certificates, 0 not
/// to. Default 0. TILLWIRE_E_UNSUPPORTED in a library that was built without.
pub const TILLWIRE_ACCOUNT_PLATFORM_VERIFIER: i32 = 16413;

/// Number, to be read: requests sent by tillwire_call_send(), or tried to be.
pub const TILLWIRE_ACCOUNT_SENT: i32 = 16421;
/// Number, to be read: calls that came to a reply.
pub const TILLWIRE_ACCOUNT_REPLIES: i32 = 16422;
/// Number, to be read: calls that did not.
pub const TILLWIRE_ACCOUNT_ERRORS: i32 = 16423;
/// Number, to be read: logins.
pub const TILLWIRE_ACCOUNT_LOGINS: i32 = 16424;
/// Number, to be read: how long was waited between attempts in all, in milliseconds.
pub const TILLWIRE_ACCOUNT_WAITED_MS: i32 = 16425;
/// Number, to be read: notes that were dropped because nobody fetched them.
pub const TILLWIRE_ACCOUNT_NOTES_LOST: i32 = 16426;

/// A buffer of this size holds most notes.
pub const TILLWIRE_NOTE_SIZE: i32 = 1024;

/// Makes an account at a platform (a TILLWIRE_PLATFORM_ code) in `*out`. `environment` is a TILLWIRE_ENVIRONMENT_ code, or 0
/// where the addresses are set. What is still missing, the first call tells.
///
/// Returns TILLWIRE_OK, or TILLWIRE_E_ARGUMENT where platform or environment is unknown or `out` is NULL. Any number of
/// threads. Since 0.1.
///
/// # Safety
/// `out` and `error` are NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_account_new(
    platform: i32,
    environment: i32,
    out: *mut *mut tillwire_account,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, the pointers are NULL or writable.
    unsafe {
        boundary::status(error, || {
            boundary::place(out, "out")?;
            let platform = Platform::from_code(platform).ok_or_else(|| {
                Failure::argument(&format!("there is no platform with the code {platform}"))
            })?;
            let mut builder = Account::builder(platform);
            if environment != 0 {
                let environment = Environment::from_code(environment).ok_or_else(|| {
                    Failure::argument(&format!("there is no environment with the code {environment}"))
                })?;
                builder = builder.environment(environment);
            }
            let settings = Settings::default();
            let account = tillwire_account { builder, settings, made: OnceLock::new() };
            boundary::put(out, Box::into_raw(Box::new(account)));
            Ok(TILLWIRE_OK)
        })
    }
}

/// Ends an account; its secrets are wiped from memory once its last call is freed. NULL is fine.
///
/// One thread at a time. Since 0.1.
///
/// # Safety
/// `account` is NULL or came from this library and was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_account_free(account: *mut tillwire_account) {
    // SAFETY: by the contract above, the pointer came from Box::into_raw in `tillwire_account_new`.
    unsafe { boundary::free(account) };
}

/// Sets a text of `len` bytes (TILLWIRE_ACCOUNT_SECRET, ...). TILLWIRE_ACCOUNT_SECRET and TILLWIRE_ACCOUNT_ALLOW_HOST add one,
/// the others replace what was set. Whether an address may be used, the first call tells.
///
/// Returns TILLWIRE_OK; TILLWIRE_E_ARGUMENT where the setting is unknown, a pointer is NULL or the text is not UTF-8;
/// TILLWIRE_E_SECRET where a secret cannot be one; TILLWIRE_E_SETTING where the platform takes no such setting or the text
/// cannot be sent. After a failure nothing is changed. One thread at a time. Since 0.1.
///
/// # Safety
/// `account` is NULL or live, `text` NULL or readable for `len` bytes, `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_account_set_text(
    account: *mut tillwire_account,
    setting: i32,
    text: *const c_char,
    len: usize,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            let account = boundary::handle_mut(account, "account")?;
            let text = core::str::from_utf8(boundary::bytes(text.cast(), len, "text")?)
                .map_err(|_| Failure::argument("text is not UTF-8"))?;
            match (AccountText::from_code(setting), setting) {
                (Some(setting), _) => account.builder.set_text(setting, text)?,
                (None, TILLWIRE_ACCOUNT_PROXY) => account.settings.set(Setting::Proxy(text))?,
                (None, TILLWIRE_ACCOUNT_ROOT_CERTIFICATES) => {
                    account.settings.set(Setting::Roots(text.as_bytes()))?;
                }
                (None, unknown) => {
                    let message = format!("there is no text of an account with the code {unknown}");
                    return Err(Failure::argument(&message));
                }
            }
            account.changed();
            Ok(TILLWIRE_OK)
        })
    }
}

/// Sets a number (TILLWIRE_ACCOUNT_ATTEMPTS, ...).
///
/// Returns TILLWIRE_OK; TILLWIRE_E_ARGUMENT where the setting is unknown or `account` is NULL; TILLWIRE_E_SETTING where the
/// value is out of its range. One thread at a time. Since 0.1.
///
/// # Safety
/// `account` is NULL or live, `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_account_set_int(
    account: *mut tillwire_account,
    setting: i32,
    value: i64,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            let account = boundary::handle_mut(account, "account")?;
            let mut policy = account.builder.current_policy();
            let mut limits = account.builder.current_limits();
            let number = || in_range::<u64>(value, u64::from(u32::MAX));
            let positive = || {
                number().and_then(|number| match number {
                    0 => Err(Failure::setting("the value is 0")),
                    number => Ok(number),
                })
            };
            match setting {
                TILLWIRE_ACCOUNT_ATTEMPTS => policy.attempts = in_range(value, u64::from(u32::MAX))?,
                TILLWIRE_ACCOUNT_FIRST_WAIT_MS => policy.first_wait_ms = number()?,
                TILLWIRE_ACCOUNT_LONGEST_WAIT_MS => policy.longest_wait_ms = number()?,
                TILLWIRE_ACCOUNT_TOTAL_MS => policy.total_ms = number()?,
                TILLWIRE_ACCOUNT_ANSWER_BYTES => {
                    let most = u64::try_from(Limits::MAX_BODY_BYTES).unwrap_or(u64::MAX);
                    limits.body_bytes = in_range(value, most)?;
                }
                TILLWIRE_ACCOUNT_ANSWER_DEPTH => limits.depth = in_range(value, u64::from(u32::MAX))?,
                TILLWIRE_ACCOUNT_ANSWER_ELEMENTS => limits.elements = in_range(value, u64::from(u32::MAX))?,
                TILLWIRE_ACCOUNT_CONNECT_MS => account.settings.set(Setting::ConnectMs(positive()?))?,
                TILLWIRE_ACCOUNT_ATTEMPT_MS => account.settings.set(Setting::AttemptMs(positive()?))?,
                TILLWIRE_ACCOUNT_PLATFORM_VERIFIER => {
                    let wanted = in_range::<u64>(value, 1)? == 1;
                    account.settings.set(Setting::PlatformVerifier(wanted))?;
                }
                unknown => {
                    let message = format!("there is no number of an account with the code {unknown}");
                    return Err(Failure::argument(&message));
                }
            }
            account.builder.set_policy(policy)?;
            account.builder.set_limits(limits);
            account.changed();
            Ok(TILLWIRE_OK)
        })
    }
}

/// Sets the path of an operation (a TILLWIRE_OPERATION_ code) below the address, as in "/orders/{id}", where the platform
/// publishes none or gave another. Names in braces are those of the operation's published path.
///
/// Returns TILLWIRE_OK; TILLWIRE_E_ARGUMENT where the operation is unknown, a pointer is NULL or the path is not UTF-8;
/// TILLWIRE_E_SETTING where it is no path. After a failure nothing is changed. One thread at a time. Since 0.1.
///
/// # Safety
/// `account` is NULL or live, `path` NULL or NUL-terminated, `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_account_set_path(
    account: *mut tillwire_account,
    operation: i32,
    path: *const c_char,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            let account = boundary::handle_mut(account, "account")?;
            let path = boundary::text(path, "path")?;
            account.builder.set_path(operation_of(operation)?, path)?;
            account.changed();
            Ok(TILLWIRE_OK)
        })
    }
}

/// Cancels the calls of an account that tillwire_call_send() sends, those under way and those to come: they end with
/// TILLWIRE_E_CALL_CANCELLED, a wait at once, a call that waits for an answer within a tenth of a second. `cancelled` is 1, or 0 to
/// let calls through again.
///
/// Returns TILLWIRE_OK; TILLWIRE_E_SETTING where a setting of the account is missing or unusable; TILLWIRE_E_UNSUPPORTED;
/// TILLWIRE_E_ARGUMENT. Any number of threads while none changes the account. Since 0.1.
///
/// # Safety
/// `account` is NULL or live, `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_account_cancel(
    account: *const tillwire_account,
    cancelled: i32,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::status(error, || {
            let caller = boundary::handle(account, "account")?.caller()?;
            caller.sender.cancel(|| caller.account().clone(), cancelled != 0)?;
            Ok(TILLWIRE_OK)
        })
    }
}

/// Writes the oldest note that was not fetched yet into `buf` and forgets it: one attempt of tillwire_call_send(), as a line of a log
/// without a line break. It tells no secret and nothing about a customer. At most 1024 are kept, then the oldest are dropped.
///
/// Returns TILLWIRE_OK; TILLWIRE_ABSENT (and an empty text) where there is none; TILLWIRE_E_BUFFER where `cap` bytes are too few
/// (TILLWIRE_NOTE_SIZE are enough unless an address or label is very long), and the note stays; TILLWIRE_E_SETTING as
/// tillwire_account_cancel(); TILLWIRE_E_UNSUPPORTED; TILLWIRE_E_ARGUMENT. Any number of threads while none changes the account.
/// Since 0.1.
///
/// # Safety
/// `account` is NULL or live, `buf` NULL or writable for `cap` bytes, `error` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_account_note(
    account: *const tillwire_account,
    buf: *mut c_char,
    cap: usize,
    error: *mut *mut tillwire_error,
) -> i32 {
    // SAFETY: by the contract above, each pointer is NULL or what the function it goes to needs.
    unsafe {
        boundary::empty_text(buf, cap);
        boundary::status(error, || {
            let caller = boundary::handle(account, "account")?.caller()?;
            if buf.is_null() {
                return Err(Failure::argument("buf is NULL"));
            }
            caller.sender.note(|line| {
                let copied = boundary::copy_text(line.unwrap_or_default(), buf, cap)?;
                Ok(if line.is_some() { copied } else { TILLWIRE_ABSENT })
            })
        })
    }
}

/// What tillwire_call_send() did for an account, by field: TILLWIRE_ACCOUNT_SENT and those after it; a TILLWIRE_E_CALL_ code, for how many
/// calls ended with it; a TILLWIRE_FAILURE_ code, for how many attempts got no answer for this reason; or 200, 300, 400 or 500,
/// for how many answers had a status from there to 99 more.
///
/// Returns TILLWIRE_OK and fills `out`, or TILLWIRE_ABSENT and sets it to 0, or TILLWIRE_E_ARGUMENT where `out` is NULL.
/// Any number of threads while none changes the account. Since 0.1.
///
/// # Safety
/// `account` is NULL or live, `out` NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tillwire_account_int(
    account: *const tillwire_account,
    field: i32,
    out: *mut i64,
) -> i32 {
    // SAFETY: by the contract above, `account` is NULL or live, `out` NULL or writable.
    unsafe { boundary::fill(out, 0, || account.as_ref()?.caller().ok()?.sender.count(field)) }
}

/// The operation with a code.
pub(crate) fn operation_of(code: i32) -> Result<Operation, Failure> {
    Operation::from_code(code)
        .ok_or_else(|| Failure::argument(&format!("there is no operation with the code {code}")))
}

impl tillwire_account {
    /// What calls are made from, once the settings are found usable.
    pub(crate) fn caller(&self) -> Result<Arc<Caller>, Failure> {
        let made = self.made.get_or_init(|| {
            let account = RwLock::new(self.builder.clone().build()?);
            let sender = Sender::new(self.settings.clone());
            Ok(Arc::new(Caller { account, secret: AtomicUsize::new(0), sender }))
        });
        made.clone().map_err(Failure::from)
    }

    fn changed(&mut self) {
        self.made = OnceLock::new();
    }
}

impl Caller {
    /// Makes a call, with the secret that was accepted last.
    pub(crate) fn call(
        &self,
        operation: Operation,
        arguments: &Arguments,
        random: [u8; 16],
    ) -> Result<Call, Failure> {
        let mut call = self.account().call(operation, arguments, random)?;
        call.skip_to_secret(self.secret.load(Ordering::Relaxed));
        Ok(call)
    }

    /// As [`call`](Self::call), with random bytes of the operating system and the login that it may need.
    pub(crate) fn call_to_send(&self, operation: Operation, arguments: &Arguments) -> Result<Call, Failure> {
        self.sender.call(|| self.account().clone(), operation, arguments)
    }

    /// Sends a call.
    pub(crate) fn send(&self, call: &mut Call) -> Result<Reply, Failure> {
        self.sender.send(|| self.account().clone(), call)
    }

    /// Whose account it is.
    pub(crate) fn platform(&self) -> Platform {
        self.account().platform()
    }

    fn account(&self) -> RwLockReadGuard<'_, Account> {
        self.account.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps what a reply says of the account itself: the secret that was accepted, and the token of a login.
    pub(crate) fn learn(&self, reply: &Reply) -> Result<(), Failure> {
        if let Some(index) = reply.int(ReplyInt::SecretIndex).and_then(|index| usize::try_from(index).ok()) {
            self.secret.store(index, Ordering::Relaxed);
        }
        if let Some(token) = reply.token() {
            self.account.write().unwrap_or_else(PoisonError::into_inner).set_token(Some(&token))?;
        }
        Ok(())
    }
}
