//! Collecting the settings of an account, and whether they can be used.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::account::{Account, AccountText, Environment};
use super::account_error::AccountError;
use super::build;
use super::endpoint::Host;
use super::operation::Operation;
use super::retry::Policy;
use super::url::{self, Base};
use crate::limits::Limits;
use crate::platform::Platform;
use crate::verify::Secret;
use crate::{atlas, fire, klikit};

/// Collects the settings of an [`Account`].
#[derive(Clone)]
pub struct AccountBuilder {
    account: Account,
    environment: Option<Environment>,
    addresses: Vec<(Host, String)>,
    allowed: Vec<String>,
    problem: Option<AccountError>,
}

impl fmt::Debug for AccountBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccountBuilder").field("account", &self.account).finish_non_exhaustive()
    }
}

impl AccountBuilder {
    pub(super) fn new(account: Account) -> Self {
        Self { account, environment: None, addresses: Vec::new(), allowed: Vec::new(), problem: None }
    }

    /// Uses the addresses of an environment.
    #[must_use]
    pub fn environment(mut self, environment: Environment) -> Self {
        self.environment = Some(environment);
        self
    }

    /// The platform.
    pub fn platform(&self) -> Platform {
        self.account.platform
    }

    /// Sets a text. [`AccountText::Secret`] and [`AccountText::AllowHost`] add one; the others replace what was set.
    #[must_use]
    pub fn text(mut self, setting: AccountText, value: &str) -> Self {
        if let Err(problem) = self.set_text(setting, value) {
            self.problem.get_or_insert(problem);
        }
        self
    }

    /// As [`text`](Self::text), telling at once.
    ///
    /// # Errors
    /// The platform takes no such setting, or not with this value. Nothing is changed.
    pub fn set_text(&mut self, setting: AccountText, value: &str) -> Result<(), AccountError> {
        self.take(setting, value)
    }

    /// Says which path an operation has, where the platform publishes none or gave another: below the address, with the
    /// names in braces that the operation's own path has, or none.
    #[must_use]
    pub fn path(mut self, operation: Operation, path: &str) -> Self {
        if let Err(problem) = self.set_path(operation, path) {
            self.problem.get_or_insert(problem);
        }
        self
    }

    /// As [`path`](Self::path), telling at once.
    ///
    /// # Errors
    /// It is no path, or has a name in braces that the operation's parameters lack. Nothing is changed.
    pub fn set_path(&mut self, operation: Operation, path: &str) -> Result<(), AccountError> {
        let is_known = |name| build::path_slot(operation.endpoint(), name).is_some();
        if !url::is_path(&build::without_names(path)) || !build::names(path).all(is_known) {
            return Err(AccountError::Path);
        }
        self.account.paths.push((operation, path.into()));
        Ok(())
    }

    /// Changes the rules for trying again.
    #[must_use]
    pub fn policy(mut self, policy: Policy) -> Self {
        if let Err(problem) = self.set_policy(policy) {
            self.problem.get_or_insert(problem);
        }
        self
    }

    /// As [`policy`](Self::policy), telling at once.
    ///
    /// # Errors
    /// There would be no attempt, or no time for one. Nothing is changed.
    pub fn set_policy(&mut self, policy: Policy) -> Result<(), AccountError> {
        if policy.attempts == 0 || policy.total_ms == 0 {
            return Err(AccountError::Policy);
        }
        self.account.policy = policy;
        Ok(())
    }

    /// The rules for trying again, as they are set so far.
    pub fn current_policy(&self) -> Policy {
        self.account.policy
    }

    /// The rules for trying again, as they are set so far.
    #[cfg(test)]
    pub(super) fn policy_so_far(&self) -> Policy {
        self.account.policy
    }

    /// Changes how large and how deep an answer may be.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.set_limits(limits);
        self
    }

    /// As [`limits`](Self::limits).
    pub fn set_limits(&mut self, limits: Limits) {
        self.account.limits = limits;
    }

    /// The limits of an answer, as they are set so far.
    pub fn current_limits(&self) -> Limits {
        self.account.limits
    }

    /// Checks the settings.
    ///
    /// # Errors
    /// The first setting that cannot be used, or one that is missing.
    pub fn build(mut self) -> Result<Account, AccountError> {
        if let Some(problem) = self.problem {
            return Err(problem);
        }
        if let Some(environment) = self.environment {
            let addresses = addresses(self.account.platform, environment);
            if addresses.is_empty() {
                return Err(AccountError::NoEnvironment { environment: environment.name() });
            }
            for (host, address) in addresses {
                put(&mut self.account.bases, *host, Base::new(address)?);
            }
        }
        for (host, address) in &self.addresses {
            let base = Base::new(address)?;
            let known = hosts(self.account.platform).contains(&base.host.as_str());
            if !known && !url::is_this_machine(&base.host) && !self.allowed.contains(&base.host) {
                return Err(AccountError::HostNotAllowed { host: base.host });
            }
            put(&mut self.account.bases, *host, base);
        }
        if self.account.bases.iter().all(Option::is_none) {
            return Err(AccountError::Missing { setting: AccountText::ApiAddress });
        }
        for &setting in required(self.account.platform) {
            if !self.account.has(setting) {
                return Err(AccountError::Missing { setting });
            }
        }
        Ok(self.account)
    }

    fn take(&mut self, setting: AccountText, value: &str) -> Result<(), AccountError> {
        if !taken(self.account.platform).contains(&setting) {
            return Err(AccountError::NotTaken { setting });
        }
        let account = &mut self.account;
        match setting {
            AccountText::Label => account.label = value.into(),
            AccountText::Key if value.contains(':') => return Err(AccountError::ColonInKey),
            AccountText::Key => account.key = Some(header_text(setting, value)?),
            AccountText::Secret => {
                let in_header = account.platform != Platform::Klikit;
                let secret = secret(setting, account.secrets.len(), value.as_bytes(), in_header)?;
                account.secrets.push(secret);
            }
            AccountText::Merchant => account.merchant = Some(header_text(setting, value)?),
            AccountText::AccountId => account.account_id = Some(header_text(setting, value)?),
            AccountText::VendorId => account.vendor_id = Some(header_text(setting, value)?),
            AccountText::ClientId => account.client_id = Some(header_text(setting, value)?),
            AccountText::ClientSecret => {
                account.client_secret = Some(secret(setting, 0, value.as_bytes(), false)?);
            }
            AccountText::ApiAddress => self.addresses.push((Host::Api, value.into())),
            AccountText::AppAddress => self.addresses.push((Host::App, value.into())),
            AccountText::AllowHost => self.allowed.push(value.to_ascii_lowercase()),
            AccountText::Token => account.set_token(Some(value))?,
        }
        Ok(())
    }
}

fn put(bases: &mut [Option<Base>], host: Host, base: Base) {
    if let Some(place) = bases.get_mut(host.position()) {
        *place = Some(base);
    }
}

/// A value that goes into a header or a parameter as it is.
fn header_text(setting: AccountText, value: &str) -> Result<String, AccountError> {
    let fits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_graphic());
    if fits { Ok(value.into()) } else { Err(AccountError::Text { setting }) }
}

pub(super) fn secret(
    setting: AccountText,
    index: usize,
    value: &[u8],
    in_header: bool,
) -> Result<Secret, AccountError> {
    if in_header && !value.is_empty() && !value.iter().all(u8::is_ascii_graphic) {
        return Err(AccountError::Text { setting });
    }
    Secret::new(value).map_err(|problem| AccountError::Secret { setting, index, problem })
}

/// The addresses of an environment; none where the platform documents no such one.
fn addresses(platform: Platform, environment: Environment) -> &'static [(Host, &'static str)] {
    match platform {
        Platform::Klikit => klikit::addresses(environment),
        Platform::Atlas => atlas::addresses(environment),
        Platform::Fire => fire::addresses(environment),
    }
}

/// The hosts that a platform documents.
fn hosts(platform: Platform) -> &'static [&'static str] {
    match platform {
        Platform::Klikit => klikit::HOSTS,
        Platform::Atlas => atlas::HOSTS,
        Platform::Fire => fire::HOSTS,
    }
}

/// The settings that a platform takes.
fn taken(platform: Platform) -> &'static [AccountText] {
    match platform {
        Platform::Klikit => klikit::ACCOUNT_TEXTS,
        Platform::Atlas => atlas::ACCOUNT_TEXTS,
        Platform::Fire => fire::ACCOUNT_TEXTS,
    }
}

/// The settings that every call to a platform needs.
fn required(platform: Platform) -> &'static [AccountText] {
    match platform {
        Platform::Klikit => &[AccountText::Key, AccountText::Secret],
        Platform::Atlas => &[AccountText::Secret, AccountText::Merchant],
        Platform::Fire => &[AccountText::Secret],
    }
}
