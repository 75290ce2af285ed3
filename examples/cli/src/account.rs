//! From options and an account file to an account, and to a client that calls for it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Deserialize;
use tillwire_core::Platform;
use tillwire_core::http::{
    Account, AccountBuilder, AccountError, AccountText, Environment, Operation, Policy,
};
use tillwire_transport::Client;

use crate::args::Caller;
use crate::failure::Failure;
use crate::input;
use crate::secrets;

/// Stands for a secret where none is needed; it is no secret.
const NO_SECRET: &str = "-";

/// What is shown in a body in place of the client's secret.
const HIDDEN: &str = "…";

/// What an account file says.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Settings {
    environment: Option<String>,
    label: Option<String>,
    key: Option<String>,
    merchant: Option<String>,
    account_id: Option<String>,
    vendor_id: Option<String>,
    client_id: Option<String>,
    api_address: Option<String>,
    app_address: Option<String>,
    allow_hosts: Vec<String>,
    paths: BTreeMap<String, String>,
    secret_files: Vec<String>,
    client_secret_file: Option<String>,
    /// Where the file is: what it names is beside it.
    #[serde(skip)]
    folder: PathBuf,
}

/// Whether the secrets are needed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To call.
    Call,
    /// To show what would be sent.
    Preview,
}

impl Caller {
    /// A client for an account at a platform.
    pub(crate) fn client(&self, platform: Platform, purpose: Purpose) -> Result<Client, Failure> {
        let mut client = Client::builder(self.account(platform, purpose)?);
        if let Some(proxy) = &self.proxy {
            client = client.proxy(proxy);
        }
        if let Some(path) = &self.root_certificates {
            client = client.root_certificates(&input::file(path)?);
        }
        Ok(client.build()?)
    }

    fn account(&self, platform: Platform, purpose: Purpose) -> Result<Account, Failure> {
        let file = self.file.as_deref().map_or_else(|| Ok(Settings::default()), Settings::read)?;
        let label = self.file.as_ref().map(|path| path.display().to_string());
        let of_file = |failure: Failure| match &label {
            Some(label) => failure.about(label),
            None => failure,
        };
        let mut builder = Account::builder(platform).policy(self.policy(platform));
        builder = file.add_to(builder, platform).map_err(of_file)?;
        builder = self.add_to(builder);
        let mut sources = Vec::new();
        builder = match purpose {
            Purpose::Preview => without_secrets(builder, platform),
            Purpose::Call => self.add_secrets(builder, &file, &mut sources)?,
        };
        builder.build().map_err(|error| with_source(error, &sources))
    }

    /// Options stand above the file: what they set takes the place of what it has.
    fn add_to(&self, mut builder: AccountBuilder) -> AccountBuilder {
        if let Some(environment) = self.environment {
            builder = builder.environment(environment);
        }
        let addresses =
            [(AccountText::ApiAddress, &self.api_address), (AccountText::AppAddress, &self.app_address)];
        for (setting, address) in addresses {
            if let Some(address) = address {
                builder = builder.text(setting, address);
            }
        }
        for host in &self.allow_hosts {
            builder = builder.text(AccountText::AllowHost, host);
        }
        builder
    }

    fn add_secrets(
        &self,
        mut builder: AccountBuilder,
        file: &Settings,
        sources: &mut Vec<String>,
    ) -> Result<AccountBuilder, Failure> {
        let named = file.secret_files.iter().map(|name| file.folder.join(name));
        let paths = if self.secret_files.is_empty() { named.collect() } else { self.secret_files.clone() };
        for secret in secrets::of_calls(&paths)? {
            builder = builder.text(AccountText::Secret, secret.text()?);
            sources.push(secret.source);
        }
        let named = file.client_secret_file.as_ref().map(|name| file.folder.join(name));
        if let Some(path) = self.client_secret_file.clone().or(named) {
            let secret = secrets::of_file(&path)?;
            builder = builder.text(AccountText::ClientSecret, secret.text()?);
        }
        Ok(builder)
    }

    fn policy(&self, platform: Platform) -> Policy {
        let standard = Policy::default_for(platform);
        let milliseconds =
            |seconds| u64::try_from(Duration::from_secs(seconds).as_millis()).unwrap_or(u64::MAX);
        Policy {
            attempts: self.attempts.unwrap_or(standard.attempts),
            total_ms: self.deadline.map_or(standard.total_ms, milliseconds),
            ..standard
        }
    }
}

/// What a preview needs in place of the secrets.
fn without_secrets(builder: AccountBuilder, platform: Platform) -> AccountBuilder {
    let builder = builder.text(AccountText::Secret, NO_SECRET);
    match platform {
        Platform::Fire => builder.text(AccountText::ClientSecret, HIDDEN).text(AccountText::Token, NO_SECRET),
        _ => builder,
    }
}

impl Settings {
    fn read(path: &Path) -> Result<Self, Failure> {
        let text = input::file(path)?;
        let label = path.display().to_string();
        let mut file: Self = serde_json::from_slice(&text).map_err(|error| {
            Failure::usage(format!("the account file cannot be used: {error}"))
                .about(&label)
                .hint("`tillwire call --help` says what it has; secrets are in files of their own")
        })?;
        file.folder = path.parent().unwrap_or(Path::new("")).into();
        Ok(file)
    }

    fn add_to(&self, mut builder: AccountBuilder, platform: Platform) -> Result<AccountBuilder, Failure> {
        if let Some(name) = &self.environment {
            let environment = Environment::from_name(name).ok_or_else(|| {
                Failure::usage(format!("there is no environment {name}")).hint("production or development")
            })?;
            builder = builder.environment(environment);
        }
        let texts = [
            (AccountText::Label, &self.label),
            (AccountText::Key, &self.key),
            (AccountText::Merchant, &self.merchant),
            (AccountText::AccountId, &self.account_id),
            (AccountText::VendorId, &self.vendor_id),
            (AccountText::ClientId, &self.client_id),
            (AccountText::ApiAddress, &self.api_address),
            (AccountText::AppAddress, &self.app_address),
        ];
        for (setting, text) in texts {
            if let Some(text) = text {
                builder = builder.text(setting, text);
            }
        }
        for host in &self.allow_hosts {
            builder = builder.text(AccountText::AllowHost, host);
        }
        for (name, path) in &self.paths {
            let operation = Operation::of(platform, name).ok_or_else(|| {
                Failure::usage(format!("{} has no operation {name}", platform.name()))
                    .hint(format!("`tillwire call --list {}` has them", platform.name()))
            })?;
            builder = builder.path(operation, path);
        }
        Ok(builder)
    }
}

fn with_source(error: AccountError, sources: &[String]) -> Failure {
    let source = match &error {
        AccountError::Secret { setting: AccountText::Secret, index, .. } => sources.get(*index).cloned(),
        _ => None,
    };
    let failure = Failure::from(error);
    match source {
        Some(source) => failure.note("from", source),
        None => failure,
    }
}
