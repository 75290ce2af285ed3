//! The command line of `tillwire check`.

use std::path::PathBuf;

use clap::Args;
use tillwire_core::Platform;

use super::Caller;
use super::caller::CREDENTIALS;

pub(super) fn check_help() -> String {
    format!(
        "{CREDENTIALS}\n\n\
         Exit codes: 0 all that was tried is well; 3 something is not; 2 as ever.\n\n\
         Example: tillwire check klikit --account klikit.json --save-dictionaries .\n         \
         tillwire check fire --account fire.json --write component_health component_type=pos component_id=till-7 \
         store_id=12 status=online"
    )
}

#[derive(Args)]
pub(crate) struct Check {
    /// The platform
    #[arg(value_parser = super::platforms())]
    pub(crate) platform: Platform,
    /// klikit: the brand of the store whose menu is read; without it, the menu of the business
    #[arg(long = "brand_id", value_name = "NUMBER", requires = "branch_id")]
    pub(crate) brand_id: Option<String>,
    /// klikit: the branch of the store whose menu is read
    #[arg(long = "branch_id", value_name = "NUMBER", requires = "brand_id")]
    pub(crate) branch_id: Option<String>,
    /// An order to read, by its id
    #[arg(long, value_name = "ID")]
    pub(crate) order: Option<String>,
    /// A write to try, with its parameters: it does what it says. May be given several times
    ///
    /// Nothing is written without it. `tillwire call --list PLATFORM` has the operations.
    #[arg(long = "write", value_names = ["OPERATION", "NAME=VALUE"], num_args = 1..)]
    pub(crate) writes: Vec<String>,
    /// klikit: store the dictionaries that it serves in this folder, as files for --dictionary
    #[arg(long = "save-dictionaries", value_name = "FOLDER")]
    pub(crate) save_dictionaries: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) caller: Caller,
}
