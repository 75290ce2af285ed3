//! A desk with an account at a simulated platform. Whatever is run there, no secret may stand in what it prints.
#![allow(dead_code, reason = "each test program uses some of it")]

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use tillwire_sim::{Credentials, Platform, Settings, Sim, Site};

use crate::common::{Run, program, run_command, scratch};

pub struct Desk {
    pub sim: Sim,
    pub platform: Platform,
    /// The path of the account file.
    pub account: String,
    /// The paths of the files of secrets; klikit has two.
    pub secrets: Vec<String>,
}

impl Desk {
    /// The name is to be unique among all tests: files are called by it.
    pub fn new(platform: Platform, name: &str) -> Self {
        Self::with(Settings::default(), platform, name)
    }

    pub fn with(settings: Settings, platform: Platform, name: &str) -> Self {
        let sim = Sim::start(settings).expect("the simulator starts");
        let credentials = sim.credentials(platform);
        let secrets: Vec<_> = secret_names(platform)
            .iter()
            .map(|secret| {
                scratch(&format!("{name}-{secret}"), format!("{}\n", credentials.get(secret)).as_bytes())
            })
            .collect();
        let account = scratch(&format!("{name}.json"), account(&sim, platform).to_string().as_bytes());
        Self { sim, platform, account, secrets }
    }

    /// Runs a command for the platform, with its account and its first secret.
    pub fn run(&self, command: &str, args: &[&str]) -> Run {
        let own = ["--account", &self.account, "--secret-file", &self.secrets[0]];
        self.run_without_secret(command, &[args, &own].concat())
    }

    /// Runs a command for the platform.
    pub fn run_without_secret(&self, command: &str, args: &[&str]) -> Run {
        let platform = self.platform.name();
        let found = run_command(program(&[&[command, platform], args].concat()), b"");
        without_secrets(&found);
        found
    }

    pub fn call(&self, args: &[&str]) -> Run {
        self.run("call", args)
    }

    pub fn check(&self, args: &[&str]) -> Run {
        self.run("check", args)
    }
}

/// The first is what every call needs.
fn secret_names(platform: Platform) -> &'static [&'static str] {
    match platform {
        Platform::Klikit => &["secret", "secondary_secret"],
        Platform::Fire => &["api_key", "client_secret"],
        Platform::Atlas => &["api_key"],
    }
}

fn account(sim: &Sim, platform: Platform) -> Value {
    let known = sim.credentials(platform);
    match platform {
        Platform::Klikit => json!({"api_address": sim.url(Site::Klikit), "key": known.get("key")}),
        Platform::Fire => json!({
            "api_address": sim.url(Site::FireApi),
            "app_address": sim.url(Site::FireApp),
            "account_id": known.get("account"),
            "vendor_id": known.get("vendor"),
            "client_id": known.get("client_id"),
        }),
        Platform::Atlas => json!({"api_address": sim.url(Site::Atlas), "merchant": known.get("merchant_id")}),
    }
}

/// Neither a secret nor what is sent in its place stands in the output.
pub fn without_secrets(found: &Run) {
    for platform in Platform::ALL {
        let known = Credentials::of(platform);
        for name in secret_names(platform) {
            let secret = known.get(name);
            let pair = STANDARD.encode(format!("{}:{secret}", known.get("key")));
            for text in [secret, &pair] {
                assert!(!found.out.contains(text) && !found.err.contains(text), "{name} stands in {found:?}");
            }
        }
    }
}
