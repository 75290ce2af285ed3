//! The command line about orders and words that outlast one delivery.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PathBufValueParser, PossibleValue, PossibleValuesParser, TypedValueParser};
use tillwire_core::dictionary::Vocabulary;
use tillwire_core::lifecycle;

use super::{Clock, FromPlatform, Reader};

pub(super) const BOOK_HELP: &str = "\
A line says what a delivery was, what the till is to do, and how far the order has come; below it stand the lines that \
changed after the ticket was printed. At the end stands what the book holds; as JSON, its verdict is `held`.

Example: tillwire book --platform klikit --book book.json klikit.order.created.v2=new.json orders=read.json";

pub(super) const ASK_HELP: &str = "\
Exit codes: 0 allowed, or doubtful; 1 refused; 2 as ever.

Example: tillwire ask --platform klikit --book book.json 7585307 cancel --reason out_of_items";

pub(super) const WORDS_HELP: &str = "Example: tillwire words klikit_order_status";

#[derive(Args)]
pub(crate) struct Book {
    #[command(flatten)]
    pub(crate) reader: Reader,
    #[command(flatten)]
    pub(crate) account: Account,
    /// A file that keeps the book: read if it is there, and written anew at the end
    ///
    /// It holds customers' details, as the orders do. One call at a time.
    #[arg(long = "book", value_name = "PATH")]
    pub(crate) file: Option<PathBuf>,
    /// The type of event of every delivery that is given without one
    #[arg(long = "type", value_name = "EVENT", conflicts_with = "orders")]
    pub(crate) event: Option<String>,
    /// Every body that is given without a type is the platform's answer to a read of orders
    #[arg(long)]
    pub(crate) orders: bool,
    #[command(flatten)]
    pub(crate) output: Changes,
    #[command(flatten)]
    pub(crate) clock: Clock,
    /// The bodies, in the order in which they arrived; `-` reads standard input
    ///
    /// What stands before `=` is the type of the event that the body's address receives, as in
    /// klikit.order.created.v2=new.json, or `orders` if the body is the platform's answer to a read of orders. A file with
    /// `=` in its name is given with its folder, as in ./a=b.json. With --book, none prints what the book holds.
    #[arg(
        value_name = "[EVENT=]FILE",
        required_unless_present = "file",
        value_parser = PathBufValueParser::new().map(Delivery::from)
    )]
    pub(crate) deliveries: Vec<Delivery>,
}

/// How changes are printed.
#[derive(Args)]
pub(crate) struct Changes {
    /// Print the ticket, or what changed on it, where the till is to
    #[arg(long)]
    pub(crate) tickets: bool,
    /// Print each change as JSON on a line of its own
    #[arg(long, conflicts_with = "tickets")]
    pub(crate) json: bool,
}

#[derive(Args)]
pub(crate) struct Account {
    /// Your own name of the account at the platform
    ///
    /// Ids of several accounts may be the same.
    #[arg(long = "account", value_name = "NAME", default_value = "main")]
    pub(crate) name: String,
}

/// A body, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Delivery {
    /// Where it was stated.
    pub(crate) kind: Option<Kind>,
    pub(crate) path: PathBuf,
}

/// What a body is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The platform's answer to a read of orders.
    Orders,
    /// An event of this type.
    Event(String),
}

impl From<PathBuf> for Delivery {
    fn from(given: PathBuf) -> Self {
        let is_type = |text: &str| {
            !text.is_empty()
                && text.chars().all(|letter| letter.is_ascii_alphanumeric() || "._-".contains(letter))
        };
        match given.to_str().and_then(|text| text.split_once('=')) {
            Some(("orders", path)) => Self { kind: Some(Kind::Orders), path: path.into() },
            Some((event, path)) if is_type(event) => {
                Self { kind: Some(Kind::Event(event.into())), path: path.into() }
            }
            _ => Self { kind: None, path: given },
        }
    }
}

#[derive(Args)]
pub(crate) struct Ask {
    #[command(flatten)]
    pub(crate) from: FromPlatform,
    #[command(flatten)]
    pub(crate) account: Account,
    /// The file that holds the book, as `tillwire book` and the library's export write it
    #[arg(long = "book", value_name = "PATH")]
    pub(crate) file: PathBuf,
    /// The order: the platform's id of it, or else its reference
    pub(crate) order: String,
    /// What to ask for
    #[arg(value_name = "ASK", value_parser = asks())]
    pub(crate) wanted: lifecycle::Ask,
    /// The reason that goes with it; `tillwire words klikit_reason` has klikit's
    #[arg(long, value_name = "CODE")]
    pub(crate) reason: Option<String>,
}

#[derive(Args)]
pub(crate) struct Words {
    /// The vocabulary; without it, all of them are listed
    #[arg(value_parser = vocabularies(), hide_possible_values = true)]
    pub(crate) vocabulary: Option<Vocabulary>,
    /// Print JSON instead of a table
    #[arg(long)]
    pub(crate) json: bool,
}

fn vocabularies() -> impl TypedValueParser<Value = Vocabulary> {
    let names = Vocabulary::ALL.iter().map(|vocabulary| vocabulary.name());
    PossibleValuesParser::new(names).try_map(|name| Vocabulary::from_name(&name).ok_or("no such vocabulary"))
}

fn asks() -> impl TypedValueParser<Value = lifecycle::Ask> {
    let names = lifecycle::Ask::ALL.iter().map(|ask| PossibleValue::new(ask.name()).help(about(*ask)));
    PossibleValuesParser::new(names).try_map(|name| lifecycle::Ask::from_name(&name).ok_or("no such request"))
}

const fn about(ask: lifecycle::Ask) -> &'static str {
    match ask {
        lifecycle::Ask::Accept => "accept the order",
        lifecycle::Ask::Prepare => "report that it is being prepared",
        lifecycle::Ask::Ready => "report that it is ready",
        lifecycle::Ask::HandOver => "report that it was handed over: picked up, or dispatched",
        lifecycle::Ask::Reject => "reject it",
        lifecycle::Ask::Cancel => "cancel it",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_delivery_is_a_file_and_perhaps_what_it_is() {
        let event = |text: &str| Some(Kind::Event(text.into()));
        for (given, kind, path) in [
            ("new.json", None, "new.json"),
            ("klikit.order.created.v2=new.json", event("klikit.order.created.v2"), "new.json"),
            ("order.status-updated=../a=b.json", event("order.status-updated"), "../a=b.json"),
            ("order.created=-", event("order.created"), "-"),
            ("orders=read.json", Some(Kind::Orders), "read.json"),
            ("./a=b.json", None, "./a=b.json"),
            ("C:\\a=b.json", None, "C:\\a=b.json"),
            ("=b.json", None, "=b.json"),
        ] {
            assert_eq!(Delivery::from(PathBuf::from(given)), Delivery { kind, path: path.into() }, "{given}");
        }
    }
}
