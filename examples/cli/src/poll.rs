//! `tillwire poll`: catches up by reading, round by round, into a book of orders.

use std::thread;
use std::time::Duration;

use tillwire_core::Platform;
use tillwire_core::event::Decoder;
use tillwire_core::http::{CallError, Progress, Stop};
use tillwire_core::lifecycle::{Action, Change, OrderBook, Verdict};
use tillwire_core::poll::{PollError, PollSettings, Poller};
use tillwire_core::value::Timestamp;
use tillwire_transport::{Client, SendError};

use crate::account::Purpose;
use crate::args::Poll;
use crate::book;
use crate::change;
use crate::crawl;
use crate::failure::Failure;
use crate::kept;
use crate::log;
use crate::orders;

/// One round, or one after the other.
pub(crate) fn run(args: &Poll) -> Result<(), Failure> {
    let mut till = Till::new(args)?;
    if args.platform == Platform::Atlas && !args.caller.quiet {
        log::tell("warning: Atlas lists no orders: new ones that were missed cannot be found");
    }
    let mut left = if args.every.is_some() { args.rounds } else { Some(1) };
    let every = Duration::from_secs(args.every.unwrap_or_default());
    loop {
        left = left.map(|left| left.saturating_sub(1));
        let is_last = left == Some(0);
        let wait = match till.round()? {
            Ended::Unread => return Ok(()),
            Ended::Whole if is_last => return Ok(()),
            Ended::Whole => every,
            Ended::BrokenOff(error) if is_last || !may_pass(&error) => {
                return Err(Failure::sent(error, None));
            }
            Ended::BrokenOff(error) => {
                let wanted = error.call().and_then(CallError::retry_after_ms).unwrap_or_default();
                eprint!("{}", Failure::sent(error, None));
                every.max(Duration::from_millis(wanted))
            }
        };
        thread::sleep(wait);
    }
}

/// Whether another round may come further.
fn may_pass(error: &SendError) -> bool {
    match error {
        SendError::Call(error) => error.stop() != Stop::Final,
        SendError::Poll(PollError::Crawl(_)) => true,
        _ => false,
    }
}

/// How a round ended.
enum Ended {
    Whole,
    BrokenOff(SendError),
    /// Nobody reads what is printed any more.
    Unread,
}

/// What goes from round to round.
struct Till<'a> {
    args: &'a Poll,
    client: Client,
    decoder: Decoder,
    poller: Poller,
    book: OrderBook,
}

impl<'a> Till<'a> {
    /// Everything that can be refused is, before anything is asked for.
    fn new(args: &'a Poll) -> Result<Self, Failure> {
        if args.cursor.as_ref() == Some(&args.file) {
            return Err(
                Failure::usage("book and cursor are the same file").hint("give each a file of its own")
            );
        }
        let decoder = orders::decoder(&args.known, args.platform)?;
        let client = args.caller.client(args.platform, Purpose::Call)?;
        let mut poller = Poller::new(args.platform, &args.label, settings(args));
        if let Some(path) = &args.cursor {
            kept::read_cursor_if_there(path, &mut poller)?;
        }
        let book = book::opened(Some(&args.file), &decoder, &args.output)?;
        // What cannot be kept would be printed again.
        kept::write(&args.file, &book)?;
        Ok(Self { args, client, decoder, poller, book })
    }

    /// Reads a round and keeps the book, then the cursor: what is in neither is read again.
    fn round(&mut self) -> Result<Ended, Failure> {
        let quiet = self.args.caller.quiet;
        let bar = crawl::bar(quiet);
        let tell = |line: &str| bar.suspend(|| log::tell(line));
        let (mut count, mut is_read) = (0_u64, Ok(true));
        let read = log::following(&self.client, quiet, tell, || {
            self.client.poll(&mut self.poller, &self.decoder, &mut self.book, |change| {
                if !matches!(is_read, Ok(true)) || is_known(&change) {
                    return;
                }
                count = count.saturating_add(1);
                bar.set_message(changes(count));
                bar.tick();
                is_read = bar.suspend(|| show(self.args, &change));
                if !matches!(is_read, Ok(true)) {
                    self.client.canceller().cancel();
                }
            })
        });
        bar.finish_and_clear();
        // A ticket that nobody saw is not to count as printed, so this round is not kept.
        if !is_read? {
            return Ok(Ended::Unread);
        }
        kept::write(&self.args.file, &self.book)?;
        let progress = match read {
            Ok(progress) => progress,
            Err(error) => return Ok(Ended::BrokenOff(error)),
        };
        if let Some(path) = &self.args.cursor {
            kept::write_cursor(path, &self.poller)?;
        }
        if !quiet {
            log::tell(&said(progress, count, self.poller.seen_until_ms()));
        }
        Ok(Ended::Whole)
    }
}

fn settings(args: &Poll) -> PollSettings {
    let standard = PollSettings::default();
    let milliseconds = |hours| i64::from(hours).saturating_mul(3_600_000);
    PollSettings { lookback_ms: args.lookback.map_or(standard.lookback_ms, milliseconds), ..standard }
}

/// Rounds overlap: most of what they read is known.
fn is_known(change: &Change) -> bool {
    matches!(change.verdict(), Verdict::Duplicate | Verdict::Stale) && change.action() == Action::Nothing
}

/// Prints a change; whether more is read.
fn show(args: &Poll, change: &Change) -> Result<bool, Failure> {
    let label = format!("{} {}", change.platform().name(), change.account());
    crate::print_more(change::text(&args.output, &label, change, "an answer")?.as_bytes())
}

fn changes(count: u64) -> String {
    if count == 1 { "1 change".into() } else { format!("{count} changes") }
}

/// What a whole round came to. Without a list, nothing is known of orders that are not in the book.
fn said(progress: Progress, count: u64, seen_until_ms: Option<i64>) -> String {
    let changes = changes(count);
    match seen_until_ms.filter(|_| progress.pages > 0) {
        Some(unix_ms) => {
            let until = Timestamp { unix_ms, offset_minutes: None };
            format!("round over: {}; {changes}; everything up to {until} was seen", crawl::said(progress))
        }
        None => format!("round over: {changes}"),
    }
}
