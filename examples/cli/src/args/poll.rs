//! The command line of `tillwire poll`.

use std::path::PathBuf;

use clap::Args;
use tillwire_core::Platform;

use super::book::Changes;
use super::caller::CREDENTIALS;
use super::{Caller, Known};

pub(super) fn poll_help() -> String {
    format!(
        "A line says what a read changed, as `tillwire book` has it; orders that are as the book knows them are left out. \
         Atlas lists no orders: those in the book are read again, and new ones that were missed cannot be found.\n\n\
         A round that breaks off keeps the book, so that no ticket is printed twice, and leaves the cursor, so that the next \
         one reads the same again. What a round printed before this program was killed is printed again.\n\n\
         {CREDENTIALS}\n\n\
         Exit codes: 0 everything was read; 3 the last round broke off; 2 as ever.\n\n\
         Example: tillwire poll klikit --account klikit.json --book book.json --cursor cursor.json --tickets\n         \
         tillwire poll fire --account fire.json --book book.json --cursor cursor.json --every 60"
    )
}

#[derive(Args)]
pub(crate) struct Poll {
    /// The platform
    #[arg(value_parser = super::platforms())]
    pub(crate) platform: Platform,
    /// A file that keeps the book: read if it is there, and written anew after each round
    ///
    /// It holds customers' details, as the orders do. One call at a time.
    #[arg(long = "book", value_name = "PATH")]
    pub(crate) file: PathBuf,
    /// A file that keeps up to when everything was seen: read if it is there, and written anew after each whole round
    ///
    /// Without it, each call reads as far back as the first one.
    #[arg(long, value_name = "PATH")]
    pub(crate) cursor: Option<PathBuf>,
    /// Your own name of the account in the book, as `tillwire book` has it with --account
    ///
    /// The label in the account file stands in the lines on standard error only.
    #[arg(long, value_name = "NAME", default_value = "main")]
    pub(crate) label: String,
    /// How many hours the first round reads back, at most 90 days [default: 24]
    #[arg(long, value_name = "HOURS", value_parser = clap::value_parser!(u16).range(1..=2160))]
    pub(crate) lookback: Option<u16>,
    /// Begin another round so many seconds after the last one, until stopped
    ///
    /// One that broke off for a reason that may pass is told, and followed by another; later, where the platform says so. No
    /// platform publishes how often orders may be read.
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) every: Option<u64>,
    /// Most rounds, with --every
    #[arg(long, value_name = "COUNT", requires = "every", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) rounds: Option<u64>,
    #[command(flatten)]
    pub(crate) output: Changes,
    #[command(flatten)]
    pub(crate) known: Known,
    #[command(flatten)]
    pub(crate) caller: Caller,
}
