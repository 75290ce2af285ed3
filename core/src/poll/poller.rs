//! One round after the other: what to read next, and what its answer changes.

use alloc::collections::VecDeque;
use alloc::string::String;
use alloc::vec::Vec;

use super::cursor::Cursor;
use super::error::PollError;
use super::road::Road;
use crate::event::Decoder;
use crate::http::{Arguments, Crawl, Operation, Progress, Reply, ReplyTime, Trouble};
use crate::lifecycle::{Change, OrderBook, OrderState, Verdict};
use crate::order::{OrderText, OrderTime};
use crate::platform::Platform;

/// How far back rounds reach. All in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PollSettings {
    /// How far back the first round reads. Default 24 hours.
    pub lookback_ms: i64,
    /// How much of what was read before is read again, since clocks differ and lists lag. Default 10 minutes.
    pub overlap_ms: i64,
    /// How far back the window reaches for an open order; older ones are read by id. Default 24 hours.
    pub reach_ms: i64,
}

impl Default for PollSettings {
    fn default() -> Self {
        let hour = 3_600_000;
        Self { lookback_ms: 24 * hour, overlap_ms: 600_000, reach_ms: 24 * hour }
    }
}

/// Reads an account's orders round by round, into a book.
#[derive(Debug)]
pub struct Poller {
    platform: Platform,
    account: String,
    settings: PollSettings,
    seen_until_ms: Option<i64>,
    round: Option<Round>,
    progress: Progress,
}

/// A round under way.
#[derive(Debug)]
struct Round {
    crawl: Option<Crawl>,
    to_ms: i64,
    /// The platform's clock at its first answer: what it had not done then, the window cannot hold.
    server_ms: Option<i64>,
    /// Open orders by id, and whether an answer held them.
    open: Vec<(String, bool)>,
    /// Orders to be read by their ids.
    ids: VecDeque<String>,
    /// What was asked for last, and not answered yet.
    asked: Option<Asked>,
}

#[derive(Debug)]
enum Asked {
    Page,
    One,
}

impl Round {
    /// Notes that an answer held an order.
    fn see(&mut self, id: &str) {
        let found = self.open.binary_search_by(|(known, _)| known.as_str().cmp(id));
        if let Some((_, seen)) = found.ok().and_then(|position| self.open.get_mut(position)) {
            *seen = true;
        }
    }

    /// Lets the open orders that the list did not hold be read by their ids.
    fn read_unseen(&mut self) -> Result<(), PollError> {
        self.ids.try_reserve(self.open.len()).map_err(|_| PollError::OutOfMemory)?;
        let open = core::mem::take(&mut self.open);
        self.ids.extend(open.into_iter().filter(|(_, seen)| !seen).map(|(id, _)| id));
        Ok(())
    }
}

impl Poller {
    /// Reads the orders of an account, which the book knows by this label.
    pub fn new(platform: Platform, account: &str, settings: PollSettings) -> Self {
        Self {
            platform,
            account: account.into(),
            settings,
            seen_until_ms: None,
            round: None,
            progress: Progress::default(),
        }
    }

    /// What is to be kept over a restart, as JSON text; `None` where there is no memory for it.
    pub fn export(&self) -> Option<String> {
        self.cursor().to_text()
    }

    /// Goes on where the poller was that the text was exported from.
    ///
    /// # Errors
    /// The text is no export, of another account, or of another version; nothing has changed then.
    pub fn import(&mut self, text: &str) -> Result<(), PollError> {
        self.seen_until_ms = self.cursor().read(text)?;
        Ok(())
    }

    /// Up to when everything was seen, in Unix milliseconds; `None` before the end of the first round.
    pub fn seen_until_ms(&self) -> Option<i64> {
        self.seen_until_ms
    }

    /// How far the round is, by its list; all of the last round once it is over.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// Begins a round, in place of one under way. `now_ms` is Unix milliseconds.
    ///
    /// # Errors
    /// There is no memory.
    pub fn begin(&mut self, book: &OrderBook, now_ms: i64) -> Result<(), PollError> {
        let mut open = Vec::new();
        let mut oldest = None;
        for (_, state) in book
            .orders()
            .filter(|(account, state)| *account == self.account && state.platform() == self.platform)
            .filter(|(_, state)| !state.is_final())
        {
            let Some(id) = state.order().text(OrderText::Id) else { continue };
            open.try_reserve(1).map_err(|_| PollError::OutOfMemory)?;
            open.push((String::from(id), false));
            let created = state.order().time(OrderTime::CreatedAt).map(|time| time.unix_ms);
            let reached = created.filter(|created| *created >= now_ms.saturating_sub(self.settings.reach_ms));
            oldest = match (oldest, reached) {
                (Some(oldest), Some(created)) => Some(i64::min(oldest, created)),
                (oldest, created) => oldest.or(created),
            };
        }
        let road = Road::of(self.platform);
        let from = match self.seen_until_ms {
            Some(seen) => seen.saturating_sub(self.settings.overlap_ms),
            None => now_ms.saturating_sub(self.settings.lookback_ms),
        };
        let longest = road.most_days.saturating_mul(86_400_000);
        // A till whose clock went back still asks for a window.
        let from = from.min(oldest.unwrap_or(from)).max(now_ms.saturating_sub(longest)).min(now_ms);
        let crawl = match road.list {
            Some(list) => Some(Crawl::new(list, road.window(from, now_ms), now_ms)?),
            None => None,
        };
        self.progress = Progress::default();
        open.sort_unstable();
        let mut round =
            Round { crawl, to_ms: now_ms, server_ms: None, open, ids: VecDeque::new(), asked: None };
        if round.crawl.is_none() {
            round.read_unseen()?;
        }
        self.round = Some(round);
        Ok(())
    }

    /// The next call of the round; `None` once it is over, or where none was begun.
    ///
    /// # Errors
    /// The list ended early. The round is over, and the next one reads its window again.
    pub fn next_call(&mut self) -> Result<Option<(Operation, Arguments)>, PollError> {
        let road = Road::of(self.platform);
        let Some(round) = &mut self.round else { return Ok(None) };
        if let Some(crawl) = &mut round.crawl {
            match crawl.next_page() {
                Ok(Some(page)) => {
                    let page = page.clone();
                    round.asked = Some(Asked::Page);
                    return Ok(Some((crawl.operation(), page)));
                }
                Ok(None) => {
                    round.read_unseen()?;
                    round.crawl = None;
                }
                Err(error) => {
                    self.round = None;
                    return Err(error.into());
                }
            }
        }
        if let Some(id) = round.ids.pop_front() {
            round.asked = Some(Asked::One);
            return Ok(Some((road.one, Road::one(&id))));
        }
        self.seen_until_ms = Some(round.server_ms.map_or(round.to_ms, |server| server.min(round.to_ms)));
        self.round = None;
        Ok(None)
    }

    /// Takes the reply to the call that [`next_call`](Self::next_call) told, and applies its orders to the book. `now` is
    /// Unix seconds, as [`OrderBook::apply`] takes them.
    ///
    /// # Errors
    /// The answer holds no orders, or there is no memory. The round is over then, and the next one reads its window again.
    pub fn take(
        &mut self,
        reply: &Reply,
        decoder: &Decoder,
        book: &mut OrderBook,
        now: i64,
    ) -> Result<Vec<Change>, PollError> {
        let taken = self.taken(reply, decoder, book, now);
        if taken.is_err() {
            self.round = None;
        }
        taken
    }

    fn taken(
        &mut self,
        reply: &Reply,
        decoder: &Decoder,
        book: &mut OrderBook,
        now: i64,
    ) -> Result<Vec<Change>, PollError> {
        let road = Road::of(self.platform);
        let round = self.round.as_mut().ok_or(PollError::OtherReply)?;
        let asked = round.asked.take().ok_or(PollError::OtherReply)?;
        let expected = match asked {
            Asked::Page => road.list,
            Asked::One => Some(road.one),
        };
        if expected != Some(reply.operation()) {
            return Err(PollError::OtherReply);
        }
        if let (Asked::Page, Some(crawl)) = (&asked, &mut round.crawl) {
            round.server_ms = round.server_ms.or(reply.time(ReplyTime::Server).map(|time| time.unix_ms));
            crawl.take(reply);
            self.progress = crawl.progress();
            if reply.records().next().is_none() {
                return Ok(Vec::new());
            }
        }
        let event = reply.orders(decoder)?;
        // Before anything is applied: a change that is not handed over would be lost.
        round.ids.try_reserve(event.orders().len()).map_err(|_| PollError::OutOfMemory)?;
        let changes = book.apply(&self.account, &event, now)?;
        for change in &changes {
            let Some(id) = change.order_id() else { continue };
            round.see(id);
            let is_page = matches!(asked, Asked::Page);
            let is_over = book.order(&self.account, self.platform, id).is_none_or(OrderState::is_final);
            if road.reads_new_in_full && is_page && change.verdict() == Verdict::New && !is_over {
                round.ids.push_back(id.into());
            }
        }
        Ok(changes)
    }

    /// Takes the failure of the call that [`next_call`](Self::next_call) told; whether the round goes on. It does where one
    /// order is not there any more; otherwise it is over, and the next one reads its window again.
    pub fn failed(&mut self, trouble: Trouble) -> bool {
        let asked = self.round.as_mut().and_then(|round| round.asked.take());
        let goes_on = matches!(asked, Some(Asked::One)) && trouble == Trouble::NotFound;
        if !goes_on {
            self.round = None;
        }
        goes_on
    }

    fn cursor(&self) -> Cursor<'_> {
        Cursor { platform: self.platform, account: &self.account, seen_until_ms: self.seen_until_ms }
    }
}
