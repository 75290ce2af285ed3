//! The command line.

mod book;
mod call;
mod caller;
mod check;
mod known;
mod poll;

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};
use tillwire_core::Platform;
use tillwire_core::event::Decoder;
use tillwire_core::value::Currency;
use tillwire_core::verify::{Scheme, Tolerance};

pub(crate) use book::{Ask, Book, Changes, Kind, Words};
pub(crate) use call::{Call, Value, form, help, is_given, purpose, said};
pub(crate) use caller::Caller;
pub(crate) use check::Check;
pub(crate) use known::Known;
pub(crate) use poll::Poll;

/// Signs, verifies, decodes, prints and sends deliveries of restaurant orders from klikit, Atlas and Fire, and calls them
#[derive(Parser)]
#[command(name = "tillwire", version, after_help = EXIT_CODES)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXIT_CODES: &str = "\
Exit codes: 0 done; 1 the delivery was refused, could not be decoded or was not taken, or the till may not ask; 2 the \
command line or a file it names cannot be used; 3 the platform refused or could not be reached.";

const SECRETS: &str = "\
Secrets: arguments show in lists of processes, so prefer --secret-file or the environment variable TILLWIRE_SECRET, \
which is read where neither option is given.";

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Print the headers by which a delivery proves itself, one `Name: value` a line
    #[command(after_help = SECRETS, after_long_help = sign_help())]
    Sign(Sign),
    /// Tell whether a delivery is genuine, and if not, why
    #[command(after_help = SECRETS, after_long_help = verify_help())]
    Verify(Verify),
    /// Print the event in a body as JSON, or amounts in it; who sent it is not asked
    #[command(after_long_help = DECODE_HELP)]
    Decode(Show),
    /// Print the kitchen tickets of the orders in a body; who sent it is not asked
    #[command(after_long_help = TICKET_HELP)]
    Ticket(Decode),
    /// Apply deliveries to a book of orders and print what each of them changes; who sent them is not asked
    #[command(after_long_help = book::BOOK_HELP)]
    Book(Book),
    /// Tell whether a till may ask the platform for something, by a book of orders
    #[command(after_long_help = book::ASK_HELP)]
    Ask(Ask),
    /// Print the platforms' vocabularies: codes, names and what they mean
    #[command(after_long_help = book::WORDS_HELP)]
    Words(Words),
    /// Sign bodies and post them to a receiver, as the platform would
    #[command(after_help = SECRETS, after_long_help = send_help())]
    Send(Send),
    /// Ask a platform for something: read orders, menus and stores, report a status, create or cancel an order
    #[command(after_long_help = call::call_help(), disable_help_subcommand = true)]
    Call(Call),
    /// Catch up by reading: apply the orders that a platform has to a book, and print what changes
    #[command(after_long_help = poll::poll_help())]
    Poll(Poll),
    /// Try credentials, scopes, certificate and clock against a platform; nothing is changed
    #[command(after_long_help = check::check_help())]
    Check(Check),
}

const DECODE_HELP: &str = "\
Examples: tillwire decode --platform fire order.json
          tillwire decode --platform klikit --orders --dictionary klikit_order_status=statuses.json answer.json";

const TICKET_HELP: &str = "\
Example: tillwire ticket --platform klikit --type klikit.order.created.v2 order.json";

fn sign_help() -> String {
    format!(
        "{SECRETS}\n\nWith the schemes bearer and header the printed line carries the secret itself.\n\n\
         Example: tillwire sign --platform klikit --secret-file secret.txt order.json >headers.txt\n         \
         curl --header @headers.txt --data-binary @order.json http://127.0.0.1:8080/klikit"
    )
}

fn verify_help() -> String {
    format!(
        "{SECRETS}\n\nExample: tillwire verify --platform klikit --secret-file secret.txt \
         --header-file headers.txt order.json"
    )
}

fn send_help() -> String {
    format!(
        "{SECRETS}\n\nExample: TILLWIRE_SECRET=token tillwire send http://127.0.0.1:8080/atlas --platform atlas order.json"
    )
}

#[derive(Args)]
pub(crate) struct Sign {
    #[command(flatten)]
    pub(crate) sender: Sender,
    #[command(flatten)]
    pub(crate) clock: Clock,
    #[command(flatten)]
    pub(crate) input: Input,
}

#[derive(Args)]
pub(crate) struct Verify {
    #[command(flatten)]
    pub(crate) sender: Sender,
    #[command(flatten)]
    pub(crate) headers: Headers,
    #[command(flatten)]
    pub(crate) clock: Clock,
    /// How far a signed time may be from now, or `off` [default: 300]
    #[arg(long, value_name = "SECONDS|off", value_parser = tolerance, allow_hyphen_values = true)]
    pub(crate) tolerance: Option<Tolerance>,
    #[command(flatten)]
    pub(crate) input: Input,
}

#[derive(Args)]
pub(crate) struct Show {
    #[command(flatten)]
    pub(crate) decode: Decode,
    /// Print the amount at this path instead of the event; may be given several times
    ///
    /// As in '$.data.payments.metadata.fiscal.vNF', in the unit that the platform publishes for that place. Where it
    /// publishes none, `=DIGITS` behind the path gives it: 0 for major units, 2 for hundredths.
    #[arg(long = "money", value_name = "PATH[=DIGITS]", value_parser = amount)]
    pub(crate) amounts: Vec<Amount>,
}

/// A path, and how many decimal places the last digit of the amount there stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Amount {
    pub(crate) path: String,
    pub(crate) digits: Option<u32>,
}

#[derive(Args)]
pub(crate) struct Decode {
    #[command(flatten)]
    pub(crate) reader: Reader,
    #[command(flatten)]
    pub(crate) event: EventType,
    /// The body is no delivery but the platform's answer to a read: a list of orders, or one
    #[arg(long, conflicts_with_all = ["name", "single", "block"])]
    pub(crate) orders: bool,
    #[command(flatten)]
    pub(crate) headers: Headers,
    #[command(flatten)]
    pub(crate) input: Input,
}

/// How bodies are read.
#[derive(Args)]
pub(crate) struct Reader {
    #[command(flatten)]
    pub(crate) from: FromPlatform,
    #[command(flatten)]
    pub(crate) reading: Reading,
    #[command(flatten)]
    pub(crate) known: Known,
    #[command(flatten)]
    pub(crate) limit: Limit,
}

#[derive(Args)]
pub(crate) struct Send {
    /// Where to post to, http:// or https://
    pub(crate) url: String,
    #[command(flatten)]
    pub(crate) sender: Sender,
    #[command(flatten)]
    pub(crate) event: EventType,
    #[command(flatten)]
    pub(crate) headers: Headers,
    #[command(flatten)]
    pub(crate) clock: Clock,
    /// Most seconds to wait for an answer
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) timeout: u64,
    /// The bodies; `-` or none reads standard input
    #[arg(value_name = "FILE", default_value = "-")]
    pub(crate) bodies: Vec<PathBuf>,
}

#[derive(Args)]
pub(crate) struct FromPlatform {
    /// The platform that sends
    #[arg(long, value_parser = platforms())]
    pub(crate) platform: Platform,
}

/// Who sends, and how that is proven.
#[derive(Args)]
pub(crate) struct Sender {
    #[command(flatten)]
    pub(crate) from: FromPlatform,
    // Without hyphen values, the message about a secret that begins with a hyphen would show it.
    /// A secret, used as it is
    ///
    /// Several may be given while the platform changes from one to the next; the first one signs.
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) secret: Vec<String>,
    /// A file that holds a secret; one line break at its end is left out
    ///
    /// Files end in one, secrets do not. Counted after those of --secret.
    #[arg(long, value_name = "PATH")]
    pub(crate) secret_file: Vec<PathBuf>,
    /// How the sender proves itself [default: as the platform does]
    ///
    /// The platforms' own: klikit `hmac_sha256_hex`, Atlas `bearer`, Fire `v1_timestamped`. Without this option,
    /// `verify` takes a signature of Fire that begins with `sha256=` for what it is; a till never lets the sender choose.
    #[arg(long, value_parser = schemes())]
    pub(crate) scheme: Option<Scheme>,
    /// The header with signature, token or secret [default: the platform's]
    ///
    /// The platforms' own: x-klikit-signature, X-Fire-Signature, Authorization. The scheme `header` has none.
    #[arg(long, value_name = "NAME")]
    pub(crate) signature_header: Option<String>,
    /// The header with the signed time [default: X-Fire-Timestamp]
    #[arg(long, value_name = "NAME")]
    pub(crate) timestamp_header: Option<String>,
}

#[derive(Args)]
pub(crate) struct Headers {
    /// A header of the delivery; may be given several times
    #[arg(long = "header", value_name = "NAME: VALUE")]
    pub(crate) single: Vec<String>,
    /// A file with headers as they were received
    ///
    /// One header a line, with or without the request line, up to an empty line or the end.
    #[arg(long = "header-file", value_name = "PATH")]
    pub(crate) block: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct EventType {
    /// The event's type, such as order.created
    ///
    /// To read a body: the type that its address receives. To send: the header x-klikit-event-type, with an
    /// x-klikit-event-id of its own for each delivery, or X-Fire-Event.
    #[arg(long = "type", value_name = "EVENT")]
    pub(crate) name: Option<String>,
}

/// What a body has otherwise than the platform documents it.
#[derive(Args)]
pub(crate) struct Reading {
    /// Where the body has what the platform documents elsewhere; may be given several times
    ///
    /// The documented path, `=` and the path in this body: '$.data.orderId=$.ref' for a renamed member, '$.data=$' for a
    /// flattened order, '$=$.body' for a wrapped body.
    #[arg(long = "at", value_name = "CANONICAL=ACTUAL", value_parser = location)]
    pub(crate) locations: Vec<(String, String)>,
    /// How many decimal places the last digit of amounts in a currency stands for; may be given several times
    #[arg(long = "scale", value_name = "CURRENCY=DIGITS", value_parser = scale)]
    pub(crate) scales: Vec<(Currency, u32)>,
}

#[derive(Args)]
pub(crate) struct Limit {
    /// The largest body that is read, in bytes [default: 8388608]
    #[arg(id = "limit_body", long = "max-body", value_name = "BYTES")]
    pub(crate) body: Option<usize>,
    /// How deeply arrays and objects may be nested [default: 64]
    #[arg(long = "max-depth", value_name = "LEVELS")]
    pub(crate) depth: Option<usize>,
    /// How many elements an array, and how many lines an event, may have [default: 10000]
    #[arg(long = "max-elements", value_name = "COUNT")]
    pub(crate) elements: Option<usize>,
}

#[derive(Args)]
pub(crate) struct Clock {
    /// The time to reckon with, in Unix seconds [default: this machine's clock]
    #[arg(long, value_name = "UNIX", allow_hyphen_values = true)]
    pub(crate) now: Option<i64>,
}

#[derive(Args)]
pub(crate) struct Input {
    /// The body, exactly as received; `-` or none reads standard input
    #[arg(value_name = "FILE", default_value = "-")]
    pub(crate) body: PathBuf,
}

fn tolerance(text: &str) -> Result<Tolerance, &'static str> {
    match text {
        "off" => Ok(Tolerance::Unchecked),
        seconds => seconds.parse().map(Tolerance::Within).map_err(|_| "a whole number of seconds, or `off`"),
    }
}

fn location(text: &str) -> Result<(String, String), &'static str> {
    // A path begins with `$`, so a name with `=` in it seldom splits.
    let (canonical, actual) =
        text.split_once("=$").ok_or("two paths with `=` between them, as in $.data=$")?;
    Ok((canonical.into(), format!("${actual}")))
}

fn scale(text: &str) -> Result<(Currency, u32), String> {
    let (currency, number) = text.split_once('=').ok_or("a currency, `=` and digits, as in CLP=0")?;
    Ok((Currency::new(currency).ok_or("the currency is not three letters")?, digits(number)?))
}

fn amount(text: &str) -> Result<Amount, String> {
    match text.rsplit_once('=') {
        Some((path, number)) if !number.contains(['"', ']']) => {
            Ok(Amount { path: path.into(), digits: Some(digits(number)?) })
        }
        _ => Ok(Amount { path: text.into(), digits: None }),
    }
}

fn digits(text: &str) -> Result<u32, String> {
    let most = Decoder::MAX_SCALE;
    text.parse()
        .ok()
        .filter(|digits| *digits <= most)
        .ok_or_else(|| format!("the digits are a whole number from 0 to {most}"))
}

fn platforms() -> impl TypedValueParser<Value = Platform> {
    let names = Platform::ALL.iter().map(|platform| platform.name());
    PossibleValuesParser::new(names).try_map(|name| Platform::from_name(&name).ok_or("no such platform"))
}

fn schemes() -> impl TypedValueParser<Value = Scheme> {
    let names = Scheme::ALL.iter().map(|scheme| PossibleValue::new(scheme.name()).help(about(*scheme)));
    PossibleValuesParser::new(names).try_map(|name| Scheme::from_name(&name).ok_or("no such scheme"))
}

const fn about(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::HmacSha256Hex => "hex HMAC-SHA256 of the body",
        Scheme::Sha256Prefixed => "sha256= and the hex HMAC-SHA256 of the body",
        Scheme::V1Timestamped => "v1= and the hex HMAC-SHA256 of timestamp, `.` and body",
        Scheme::Bearer => "Authorization: Bearer and the secret",
        Scheme::Header => "a header of a chosen name whose value is the secret",
        Scheme::DangerouslyAcceptAnyone => "nothing is checked",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn a_location_is_two_paths() {
        assert_eq!(location("$.data=$"), Ok(("$.data".into(), "$".into())));
        assert_eq!(location("$=$.body"), Ok(("$".into(), "$.body".into())));
        assert_eq!(location("$[\"a=b\"]=$.c"), Ok(("$[\"a=b\"]".into(), "$.c".into())));
        assert!(location("$.data").is_err());
    }

    #[test]
    fn an_amount_is_a_path_and_perhaps_digits() {
        let read = |text: &str| amount(text).map(|amount| (amount.path, amount.digits));
        assert_eq!(read("$.total"), Ok(("$.total".into(), None)));
        assert_eq!(read("$.total=2"), Ok(("$.total".into(), Some(2))));
        assert_eq!(read("$[\"a=b\"]"), Ok(("$[\"a=b\"]".into(), None)));
        assert_eq!(read("$[\"a=b\"]=0"), Ok(("$[\"a=b\"]".into(), Some(0))));
        assert!(read("$.total=29").is_err() && read("$.total=").is_err() && read("$.total=x").is_err());
        assert!(scale("CLP=0").is_ok() && scale("CLP").is_err() && scale("C=0").is_err());
    }

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }
}
