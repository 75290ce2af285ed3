//! Accounts
//!
//! Who calls a platform, and where: environment or addresses, credentials, and how often and how long to try. An account is
//! set up once and used by any number of calls and threads; calls that were made from it go on with what was set then.

use core::ffi::c_char;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use tillwire_core::http::{
    Account, AccountBuilder, AccountError, AccountText, Arguments, Call, Environment, Operation, Reply,
    ReplyInt,
};
use tillwire_core::{Limits, Platform};

use crate::boundary;
use crate::error::tillwire_error;
use crate::failure::Failure;
use crate::settings::in_range;
use crate::status::TILLWIRE_OK;

/// An account at a platform. Freed with tillwire_account_free().
#[allow(non_camel_case_types)]
pub struct tillwire_account {
    builder: AccountBuilder,
    /// Made of the settings by the first call, and again after a change.
    made: OnceLock<Result<Arc<Caller>, AccountError>>,
}

/// What the calls of an account share.
pub(crate) struct Caller {
    account: RwLock<Account>,
    /// Which of the secrets was accepted last.
    secret: AtomicUsize,
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
            let account = tillwire_account { builder, made: OnceLock::new() };
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
            let setting = AccountText::from_code(setting).ok_or_else(|| {
                Failure::argument(&format!("there is no text of an account with the code {setting}"))
            })?;
            account.builder.set_text(setting, text)?;
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
            Ok(Arc::new(Caller { account, secret: AtomicUsize::new(0) }))
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
        let account = self.account.read().unwrap_or_else(PoisonError::into_inner);
        let mut call = account.call(operation, arguments, random)?;
        call.skip_to_secret(self.secret.load(Ordering::Relaxed));
        Ok(call)
    }

    /// Whose account it is.
    pub(crate) fn platform(&self) -> Platform {
        self.account.read().unwrap_or_else(PoisonError::into_inner).platform()
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
