//! Who calls a platform, and where: addresses, credentials, and the rules for trying again.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::account_builder::{AccountBuilder, secret};
use super::account_error::AccountError;
use super::argument::Arguments;
use super::build;
use super::call::Call;
use super::call_build_error::CallBuildError;
use super::endpoint::{Endpoint, Host};
use super::operation::Operation;
use super::parameter::Parameter;
use super::retry::Policy;
use super::url::Base;
use crate::limits::Limits;
use crate::platform::Platform;
use crate::value::codes;
use crate::verify::Secret;

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
        AccountBuilder::new(account)
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

impl Account {
    pub(super) fn has(&self, setting: AccountText) -> bool {
        match setting {
            AccountText::Key => self.key.is_some(),
            AccountText::Secret => !self.secrets.is_empty(),
            AccountText::Merchant => self.merchant.is_some(),
            _ => true,
        }
    }
}
