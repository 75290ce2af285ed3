//! The simulator as a whole: started, asked, told what to do, and stopped.

use std::io;
use std::net::{SocketAddr, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Instant;

use crate::connection;
use crate::credentials::Credentials;
use crate::fault::{Fault, Filter};
use crate::journal::{Action, Delivery, Entry};
use crate::listener::{self, Connections};
use crate::mail::{self, Release};
use crate::platform::{Certificate, Platform, Site};
use crate::settings::Settings;
use crate::state::State;
use crate::step::{Step, StepError};
use crate::stop::{Stop, lock};
use crate::tls::{self, Identities};

/// What all threads share.
pub(crate) struct Shared {
    pub(crate) state: Mutex<State>,
    /// Told when there may be deliveries to send.
    pub(crate) mail_came: Condvar,
    pub(crate) connections: Connections,
    pub(crate) stop: Stop,
    started: Instant,
}

impl Shared {
    /// Milliseconds since the start.
    pub(crate) fn at_ms(&self) -> u64 {
        u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    /// Changes the state, and lets the deliveries that came of it go.
    pub(crate) fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let result = change(&mut lock(&self.state));
        self.mail_came.notify_all();
        result
    }
}

/// A running simulator. Dropping it ends all of its connections and threads.
pub struct Sim {
    shared: Arc<Shared>,
    plain: SocketAddr,
    /// In the order of [`Certificate::ALL`].
    tls: Vec<(Certificate, SocketAddr)>,
    authority: String,
    /// Listeners, by the address that wakes them.
    threads: Vec<(SocketAddr, JoinHandle<()>)>,
    mailer: Option<JoinHandle<()>>,
}

impl Sim {
    /// Starts it on 127.0.0.1. The errors are those of taking the ports and of making certificates.
    pub fn start(settings: Settings) -> io::Result<Self> {
        let (port, mut tls_port) = (settings.port, settings.tls_port);
        let identities = Identities::new()?;
        let shared = Arc::new(Shared {
            state: Mutex::new(State::new(settings)),
            mail_came: Condvar::new(),
            connections: Connections::default(),
            stop: Stop::default(),
            started: Instant::now(),
        });
        let mut sim = Self {
            plain: SocketAddr::from(([127, 0, 0, 1], port)),
            tls: Vec::new(),
            authority: identities.authority.clone(),
            threads: Vec::new(),
            mailer: None,
            shared,
        };
        // From here on, what was started ends with the simulator, should the rest not start.
        sim.plain = sim.listen(port, connection::plain)?;
        for (certificate, config) in identities.configs() {
            let serve = move |shared: &Shared, number, stream| tls::serve(shared, number, stream, &config);
            let address = sim.listen(tls_port, serve)?;
            sim.tls.push((certificate, address));
            tls_port = if tls_port == 0 { 0 } else { tls_port.wrapping_add(1) };
        }
        let shared = Arc::clone(&sim.shared);
        let mailer = thread::Builder::new().name("sim-mail".to_owned());
        sim.mailer = Some(mailer.spawn(move || mail::work(&shared))?);
        Ok(sim)
    }

    fn listen(
        &mut self,
        port: u16,
        serve: impl Fn(&Shared, u64, TcpStream) + Clone + Send + 'static,
    ) -> io::Result<SocketAddr> {
        let (address, thread) = listener::listen(&self.shared, port, serve)?;
        self.threads.push((address, thread));
        Ok(address)
    }

    /// What a client is given as base URL, in plain http.
    pub fn url(&self, site: Site) -> String {
        format!("http://{}{}", self.plain, site.platform().base())
    }

    /// The same under TLS.
    pub fn tls_url(&self, certificate: Certificate, site: Site) -> String {
        format!("https://{}{}", self.tls_address(certificate), site.platform().base())
    }

    /// The address of the listener that shows this certificate.
    pub fn tls_address(&self, certificate: Certificate) -> SocketAddr {
        self.tls.iter().find(|(known, _)| *known == certificate).map_or(self.plain, |(_, address)| *address)
    }

    /// The certificate of the authority that a client is to trust, as PEM.
    pub fn ca_pem(&self) -> &str {
        &self.authority
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
        let at_ms = self.shared.at_ms();
        self.shared.change(|state| state.place(platform, count, first, step_ms, at_ms))
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
        let at_ms = self.shared.at_ms();
        self.shared.change(|state| state.advance(platform, order, step, at_ms))
    }

    /// The ids of all orders, the newest first.
    pub fn order_ids(&self, platform: Platform) -> Vec<String> {
        lock(&self.shared.state).order_ids(platform)
    }

    /// An order as a read answers it now, without a request.
    pub fn order(&self, platform: Platform, order: &str) -> Option<String> {
        lock(&self.shared.state).order(platform, order)
    }

    /// Sends a delivery of this type about an order as it is now, to the receivers that the settings name.
    pub fn send_webhook(&self, platform: Platform, order: &str, event: &str) -> Result<(), StepError> {
        let at_ms = self.shared.at_ms();
        self.shared.change(|state| state.send(platform, order, event, at_ms))
    }

    /// Sends once more, with the same id and the same bytes, what was sent under this number; false if nothing was.
    pub fn repeat_webhook(&self, delivery: u64) -> bool {
        let at_ms = self.shared.at_ms();
        self.shared.change(|state| state.mail.repeat(delivery, at_ms))
    }

    /// Holds deliveries back, until they are released.
    pub fn hold_webhooks(&self) {
        self.shared.change(|state| state.mail.hold());
    }

    /// Lets the deliveries go that were held back.
    pub fn release_webhooks(&self, release: Release) {
        self.shared.change(|state| state.mail.release(release));
    }

    /// Every delivery that was sent, or tried to be.
    pub fn deliveries(&self) -> Vec<Delivery> {
        lock(&self.shared.state).journal.deliveries.clone()
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
        for (address, thread) in self.threads.drain(..) {
            listener::wake(address);
            // A thread that panicked has printed why; there is nothing to add here.
            let _ = thread.join();
        }
        self.shared.connections.end();
        // Whoever holds the lock now has not yet seen that it is time to stop, and will be told.
        drop(lock(&self.shared.state));
        self.shared.mail_came.notify_all();
        if let Some(mailer) = self.mailer.take() {
            let _ = mailer.join();
        }
    }
}
