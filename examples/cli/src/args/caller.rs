//! Who calls a platform, and how: what `call` and `check` have in common.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use tillwire_core::http::Environment;

pub(super) const CREDENTIALS: &str = "\
Secrets come from files (--secret-file) or from the environment variable TILLWIRE_API_SECRET, which is read where there is \
no file; never from an argument, which shows in lists of processes.

The account file is a JSON object; all members are optional: environment, api_address, app_address, allow_hosts (a list), \
key (klikit), merchant (Atlas), account_id, vendor_id, client_id (Fire), label, secret_files (a list), client_secret_file, \
paths (an object: the path of an operation for which the platform publishes none). Files that it names are beside it. \
Options stand above it.

Example of one: {\"environment\": \"development\", \"key\": \"pk_1\", \"secret_files\": [\"secret.txt\"]}";

#[derive(Args)]
#[command(next_help_heading = "Account and connection")]
pub(crate) struct Caller {
    /// A JSON file that says who calls and where; see --help
    #[arg(id = "account_file", long = "account", value_name = "FILE", global = true)]
    pub(crate) file: Option<PathBuf>,
    /// Which of the platform's installations
    #[arg(long, global = true, value_parser = environments())]
    pub(crate) environment: Option<Environment>,
    /// The address of the API, in place of the environment's
    #[arg(long = "api-address", value_name = "URL", global = true)]
    pub(crate) api_address: Option<String>,
    /// Fire: the address of its dashboard and of reports, in place of the environment's
    #[arg(long = "app-address", value_name = "URL", global = true)]
    pub(crate) app_address: Option<String>,
    /// A host that credentials may be sent to besides the platform's own; may be given several times
    #[arg(long = "allow-host", value_name = "HOST", global = true)]
    pub(crate) allow_hosts: Vec<String>,
    /// A file that holds the secret; may be given several times, the newest first
    ///
    /// klikit's secret key, Fire's API key, Atlas's API token. One line break at its end is left out.
    #[arg(long = "secret-file", value_name = "PATH", global = true)]
    pub(crate) secret_files: Vec<PathBuf>,
    /// Fire: a file that holds the client's secret, for what needs a login
    #[arg(long = "client-secret-file", value_name = "PATH", global = true)]
    pub(crate) client_secret_file: Option<PathBuf>,
    /// A file with certificates (PEM) of authorities that are trusted besides the public ones
    #[arg(long = "root-certificates", value_name = "FILE", global = true)]
    pub(crate) root_certificates: Option<PathBuf>,
    /// A proxy to go through, as in `http://proxy.example:3128`
    #[arg(long, value_name = "URL", global = true)]
    pub(crate) proxy: Option<String>,
    /// Most attempts at a request, the first included [default: as the platform's rules say]
    #[arg(long, value_name = "COUNT", global = true, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) attempts: Option<u32>,
    /// Most seconds for a request, all attempts and waits included [default: 60]
    #[arg(long, value_name = "SECONDS", global = true, value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) deadline: Option<u64>,
    /// Tell nothing on standard error but errors
    #[arg(long, global = true)]
    pub(crate) quiet: bool,
}

fn environments() -> impl TypedValueParser<Value = Environment> {
    let names = Environment::ALL.iter().map(|environment| environment.name());
    PossibleValuesParser::new(names)
        .try_map(|name| Environment::from_name(&name).ok_or("no such environment"))
}
