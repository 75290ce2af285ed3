//! The simulator as a whole: started, asked, told what to do, and stopped.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Instant;

use crate::connection;
use crate::credentials::Credentials;
use crate::fault::{Fault, Filter};
use crate::journal::{Action, Entry};
use crate::listener::{self, Connections};
use crate::platform::{Platform, Site};
use crate::settings::Settings;
use crate::state::State;
use crate::step::{Step, StepError};
use crate::stop::{Stop, lock};

/// What all threads share.
pub(crate) struct Shared {
    pub(crate) state: std::sync::Mutex<State>,
    pub(crate) connections: Connections,
    pub(crate) stop: Stop,
    started: Instant,
}

impl Shared {
    /// Milliseconds since the start.
    pub(crate) fn at_ms(&self) -> u64 {
        u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}

/// A running simulator. Dropping it ends all of its connections and threads.
pub struct Sim {
    shared: Arc<Shared>,
    plain: SocketAddr,
    threads: Vec<JoinHandle<()>>,
}

impl Sim {
    /// Starts it on 127.0.0.1. The only errors are those of taking the ports.
    pub fn start(settings: Settings) -> io::Result<Self> {
        let port = settings.port;
        let shared = Arc::new(Shared {
            state: std::sync::Mutex::new(State::new(settings)),
            connections: Connections::default(),
            stop: Stop::default(),
            started: Instant::now(),
        });
        let (plain, thread) = listener::listen(&shared, port, connection::plain)?;
        Ok(Self { shared, plain, threads: vec![thread] })
    }

    /// What a client is given as base URL, in plain http.
    pub fn url(&self, site: Site) -> String {
        format!("http://{}{}", self.plain, site.platform().base())
    }

    /// Where the simulator itself is told what to do over http.
    pub fn control_url(&self) -> String {
        format!("http://{}/_sim", self.plain)
    }

    /// The address of the plain http listener.
    pub fn address(&self) -> SocketAddr {
        self.plain
    }

    /// What the platform accepts.
    pub fn credentials(&self, platform: Platform) -> Credentials {
        Credentials::of(platform)
    }

    /// Lets the next `times` requests that match meet a fault. Of several, the one asked for first goes first.
    pub fn fault(&self, fault: Fault, filter: Filter, times: u32) {
        lock(&self.shared.state).faults.add(fault, filter, times);
    }

    /// Forgets the faults that are still to come.
    pub fn clear_faults(&self) {
        lock(&self.shared.state).faults.clear();
    }

    /// Places `count` new orders now; their ids, the oldest first.
    pub fn place_orders(&self, platform: Platform, count: usize) -> Vec<String> {
        self.place_orders_at(platform, count, crate::clock::now(), 0)
    }

    /// Places orders in the past or the future: the first at `first` (Unix milliseconds), each next one `step_ms` later.
    pub fn place_orders_at(&self, platform: Platform, count: usize, first: i64, step_ms: i64) -> Vec<String> {
        lock(&self.shared.state).place(platform, count, first, step_ms, self.shared.at_ms())
    }

    /// Lets `count` new orders arrive after each page of a list.
    pub fn arrive_per_page(&self, platform: Platform, count: u32) {
        self.change_settings(|settings| settings.common_mut(platform).arrive_per_page = count);
    }

    /// Lets `count` of the oldest open orders move a step on after each page of a list.
    pub fn advance_per_page(&self, platform: Platform, count: u32) {
        self.change_settings(|settings| settings.common_mut(platform).advance_per_page = count);
    }

    /// Moves an order on from the platform's side; no action of the till's.
    pub fn advance(&self, platform: Platform, order: &str, step: Step) -> Result<(), StepError> {
        lock(&self.shared.state).advance(platform, order, step, self.shared.at_ms())
    }

    /// The ids of all orders, the newest first.
    pub fn order_ids(&self, platform: Platform) -> Vec<String> {
        lock(&self.shared.state).order_ids(platform)
    }

    /// Every write that took effect so far.
    pub fn actions(&self) -> Vec<Action> {
        lock(&self.shared.state).journal.actions.clone()
    }

    /// Every request received so far.
    pub fn log(&self) -> Vec<Entry> {
        lock(&self.shared.state).journal.entries.clone()
    }

    /// Changes settings while it runs. Ports stay as they are.
    pub fn change_settings(&self, change: impl FnOnce(&mut Settings)) {
        change(&mut lock(&self.shared.state).settings);
    }
}

impl Drop for Sim {
    fn drop(&mut self) {
        self.shared.stop.stop();
        listener::wake(self.plain);
        for thread in self.threads.drain(..) {
            // A thread that panicked has printed why; there is nothing to add here.
            let _ = thread.join();
        }
        self.shared.connections.end();
    }
}
