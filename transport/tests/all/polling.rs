//! Catching up with the simulated platforms, whatever happens meanwhile.

use std::collections::BTreeMap;

use tillwire_core::Platform;
use tillwire_core::event::Decoder;
use tillwire_core::http::{CallError, Policy, Trouble};
use tillwire_core::lifecycle::{Action, OrderBook, Progress, Verdict};
use tillwire_core::poll::{PollSettings, Poller};
use tillwire_sim::{Fault, Filter, Sim, Step};
use tillwire_transport::{Client, SendError};

use super::support::{account, client, hasty, sim, site};

struct Till {
    client: Client,
    poller: Poller,
    book: OrderBook,
    decoder: Decoder,
    /// How often each order was said to be printed.
    printed: BTreeMap<String, u32>,
}

impl Till {
    fn new(client: Client, platform: Platform) -> Self {
        Self {
            client,
            poller: Poller::new(platform, "shop", PollSettings::default()),
            book: OrderBook::default(),
            decoder: Decoder::new(platform),
            printed: BTreeMap::new(),
        }
    }

    /// Runs a round; how many orders were new, and how many changed.
    fn round(&mut self) -> Result<(usize, usize), SendError> {
        let (mut new, mut changed) = (0, 0);
        let printed = &mut self.printed;
        self.client.poll(&mut self.poller, &self.decoder, &mut self.book, |change| {
            new += usize::from(change.verdict() == Verdict::New);
            changed += usize::from(change.verdict() == Verdict::Changed);
            if change.action() == Action::Print {
                *printed.entry(change.order_id().unwrap().to_owned()).or_default() += 1;
            }
        })?;
        Ok((new, changed))
    }
}

fn till(sim: &Sim, platform: Platform) -> Till {
    Till::new(client(sim, platform), platform)
}

#[test]
fn orders_that_arrive_while_pages_are_turned_are_all_read_and_printed_once() {
    let sim = sim();
    // Those that the simulator begins with are older than what the first round reads.
    let before = sim.order_ids(site(Platform::Klikit).platform());
    let placed = sim.place_orders(site(Platform::Klikit).platform(), 250);
    for id in &placed {
        sim.advance(site(Platform::Klikit).platform(), id, Step::Accepted).unwrap();
    }
    sim.arrive_per_page(site(Platform::Klikit).platform(), 3);
    let mut till = till(&sim, Platform::Klikit);
    let (new, _) = till.round().unwrap();
    assert!(new >= 250, "{new}");
    sim.arrive_per_page(site(Platform::Klikit).platform(), 0);
    till.round().unwrap();
    assert_eq!(till.round().unwrap(), (0, 0), "nothing happened since");
    let all = sim.order_ids(site(Platform::Klikit).platform());
    assert!(all.len() > 250 + before.len(), "none arrived");
    for id in all.iter().filter(|id| !before.contains(id)) {
        assert!(till.book.order("shop", Platform::Klikit, id).is_some(), "{id} was missed");
    }
    assert!(placed.iter().all(|id| till.printed.get(id) == Some(&1)), "{:?}", till.printed);
}

#[test]
fn a_cancellation_after_the_cursor_has_passed_the_order_is_seen() {
    for platform in [Platform::Klikit, Platform::Fire] {
        let sim = sim();
        let id = sim.place_orders(site(platform).platform(), 1).remove(0);
        let mut till = till(&sim, platform);
        till.round().unwrap();
        till.round().unwrap();
        sim.advance(site(platform).platform(), &id, Step::Cancelled).unwrap();
        assert_eq!(till.round().unwrap(), (0, 1), "{}", platform.name());
        let progress = till.book.order("shop", platform, &id).unwrap().progress();
        assert_eq!(progress, Some(Progress::Cancelled));
    }
}

#[test]
fn a_round_that_breaks_off_loses_nothing() {
    let sim = sim();
    let policy = Policy { attempts: 2, ..hasty(2000) };
    let account = account(&sim, Platform::Klikit).policy(policy).build().unwrap();
    let mut till = Till::new(Client::builder(account).build().unwrap(), Platform::Klikit);
    sim.place_orders(site(Platform::Klikit).platform(), 30);
    let list = Filter::platform(site(Platform::Klikit).platform()).path("/orders");
    sim.fault(Fault::Status(503), list, 2);
    let error = till.round().unwrap_err();
    assert_eq!(error.call().map(CallError::trouble), Some(Trouble::Unavailable));
    assert_eq!(till.poller.seen_until_ms(), None);
    let (new, _) = till.round().unwrap();
    assert!(new >= 30, "{new}");
    assert!(till.poller.seen_until_ms().is_some());
}

#[test]
fn atlas_orders_that_are_known_are_read_again_and_others_are_not_found() {
    let sim = sim();
    let known = sim.place_orders(site(Platform::Atlas).platform(), 2);
    let mut till = till(&sim, Platform::Atlas);
    assert_eq!(till.round().unwrap(), (0, 0));
    let body = format!(r#"{{"order_id":{},"state":"unpaid","order_items":[]}}"#, known[0]);
    let event =
        till.decoder.decode_unverified(&tillwire_core::verify::Headers::new(), body.as_bytes()).unwrap();
    till.book.apply("shop", &event, 0).unwrap();
    sim.advance(site(Platform::Atlas).platform(), &known[0], Step::Accepted).unwrap();
    assert_eq!(till.round().unwrap(), (0, 1));
    assert_eq!(till.printed.get(&known[0]), Some(&1));
    assert!(till.book.order("shop", Platform::Atlas, &known[1]).is_none());
}
