//! Who calls a platform, and where: addresses, credentials, and the rules for trying again.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::account_error::AccountError;
use super::argument::{Arguments, CallBuildError};
use super::build;
use super::call::Call;
use super::endpoint::{Endpoint, Host};
use super::operation::Operation;
use super::parameter::Parameter;
use super::retry::Policy;
use super::url::{self, Base};
use crate::limits::Limits;
use crate::platform::Platform;
use crate::value::codes;
use crate::verify::Secret;
use crate::{atlas, fire, klikit};

codes! {
    /// Which of a platform's installations.
    pub enum Environment {
        /// The real one.
        Production = 1, "production";
        /// The one for trying out: klikit's development, Fire's staging.
        Development = 2, "development";
    }
}

codes! {
    /// A text setting of an account.
    pub enum AccountText {
        /// The vendor's own name for the account; never sent.
        Label = 16101, "label";
        /// klikit: the partner key, the half that may be logged.
        Key = 16102, "key";
        /// The secret: klikit's secret key, Fire's API key, Atlas's API token. Several for rotation, the newest first.
        Secret = 16103, "secret";
        /// Atlas: the merchant.
        Merchant = 16104, "merchant";
        /// Fire: the account's id.
        AccountId = 16105, "account_id";
        /// Fire: the vendor's id, for reads that need one.
        VendorId = 16106, "vendor_id";
        /// Fire: the client's id, for the v4 API.
        ClientId = 16107, "client_id";
        /// Fire: the client's secret, for the v4 API.
        ClientSecret = 16108, "client_secret";
        /// The address of the API, in place of the environment's.
        ApiAddress = 16109, "api_address";
        /// Fire: the address of its dashboard and of reports, in place of the environment's.
        AppAddress = 16110, "app_address";
        /// A host that credentials may be sent to besides the platform's own.
        AllowHost = 16111, "allow_host";
        /// Fire: the token of a login, where one is kept.
        Token = 16112, "token";
    }
}

#[allow(clippy::struct_field_names, reason = "the platform names it so")]
/// An account at a platform. Secrets are shown by nothing and wiped when dropped.
#[derive(Clone)]
pub struct Account {
    pub(super) platform: Platform,
    pub(super) label: String,
    pub(super) bases: [Option<Base>; Host::ALL.len()],
    pub(crate) key: Option<String>,
    pub(crate) secrets: Vec<Secret>,
    pub(crate) merchant: Option<String>,
    pub(crate) account_id: Option<String>,
    pub(crate) vendor_id: Option<String>,
    pub(crate) client_id: Option<String>,
    pub(crate) client_secret: Option<Secret>,
    pub(crate) token: Option<Secret>,
    pub(super) paths: Vec<(Operation, String)>,
    pub(super) policy: Policy,
    pub(super) limits: Limits,
}

/// Collects the settings of an [`Account`].
#[derive(Clone)]
pub struct AccountBuilder {
    account: Account,
    environment: Option<Environment>,
    addresses: Vec<(Host, String)>,
    allowed: Vec<String>,
    problem: Option<AccountError>,
}

impl Account {
    /// Collects settings; nothing is checked before [`AccountBuilder::build`].
    pub fn builder(platform: Platform) -> AccountBuilder {
        let account = Self {
            platform,
            label: String::new(),
            bases: [const { None }; Host::ALL.len()],
            key: None,
            secrets: Vec::new(),
            merchant: None,
            account_id: None,
            vendor_id: None,
            client_id: None,
            client_secret: None,
            token: None,
            paths: Vec::new(),
            policy: Policy::default_for(platform),
            limits: Limits::default(),
        };
        AccountBuilder {
            account,
            environment: None,
            addresses: Vec::new(),
            allowed: Vec::new(),
            problem: None,
        }
    }

    /// The platform.
    pub fn platform(&self) -> Platform {
        self.platform
    }

    /// The vendor's own name for the account; empty unless set.
    pub fn label(&self) -> &str {
        &self.label
    }

    /// The rules for trying again.
    pub fn policy(&self) -> Policy {
        self.policy
    }

    /// How large and how deep an answer may be.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// How many secrets there are to try.
    pub fn secret_count(&self) -> usize {
        self.secrets.len()
    }

    /// Keeps the token of a login, for the operations that need one; `None` forgets it.
    ///
    /// # Errors
    /// The token cannot be sent in a header.
    pub fn set_token(&mut self, token: Option<&str>) -> Result<(), AccountError> {
        self.token = match token {
            Some(token) => Some(secret(AccountText::Token, 0, token.as_bytes(), true)?),
            None => None,
        };
        Ok(())
    }

    /// Whether the token of a login is kept.
    pub fn has_token(&self) -> bool {
        self.token.is_some()
    }

    /// Makes a call. `random` are 16 random bytes, of which the mark of the action is made where the arguments have none
    /// ([`Parameter::IdempotencyKey`]), and by which waits differ from till to till.
    ///
    /// # Errors
    /// The operation cannot be asked for with these arguments, or by this account.
    pub fn call(
        &self,
        operation: Operation,
        arguments: &Arguments,
        random: [u8; 16],
    ) -> Result<Call, CallBuildError> {
        build::call(self, operation, arguments, random)
    }

    /// One of the platform's addresses.
    pub(super) fn base(&self, host: Host) -> Option<&Base> {
        self.bases.get(host.position())?.as_ref()
    }

    /// The path of an operation: as set, else as published.
    pub(super) fn path<'a>(&'a self, endpoint: &'a Endpoint) -> Option<&'a str> {
        let set = self.paths.iter().rev().find(|(operation, _)| *operation == endpoint.operation);
        set.map(|(_, path)| path.as_str()).or(Some(endpoint.path)).filter(|path| !path.is_empty())
    }

    /// What a parameter is where the arguments do not say.
    pub(super) fn default_of(&self, parameter: Parameter) -> Option<&str> {
        match parameter {
            Parameter::AccountId => self.account_id.as_deref(),
            Parameter::VendorId => self.vendor_id.as_deref(),
            Parameter::ClientId => self.client_id.as_deref(),
            Parameter::ClientSecret => {
                self.client_secret.as_ref().and_then(|secret| core::str::from_utf8(secret.expose()).ok())
            }
            Parameter::GrantType => Some("client_credentials"),
            _ => None,
        }
    }
}

impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Account")
            .field("platform", &self.platform)
            .field("label", &self.label)
            .field("secrets", &self.secrets.len())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for AccountBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccountBuilder").field("account", &self.account).finish_non_exhaustive()
    }
}

impl AccountBuilder {
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

impl Account {
    fn has(&self, setting: AccountText) -> bool {
        match setting {
            AccountText::Key => self.key.is_some(),
            AccountText::Secret => !self.secrets.is_empty(),
            AccountText::Merchant => self.merchant.is_some(),
            _ => true,
        }
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

fn secret(setting: AccountText, index: usize, value: &[u8], in_header: bool) -> Result<Secret, AccountError> {
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
