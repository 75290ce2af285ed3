//! Going through a proxy, whose errors say that nothing was sent to the platform.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tillwire_core::http::Failure;
use ureq::Error;
use ureq::unversioned::transport::{
    Buffers, ConnectProxyConnector, ConnectionDetails, Connector, NextTimeout, Transport, time,
};

use super::socket::Deadline;
use super::{NotConnected, failure_of};
use crate::cancel::lock;

/// Asks a proxy to connect, where one is set.
#[derive(Debug, Default)]
pub(super) struct ProxyConnector(ConnectProxyConnector);

impl<In: Transport> Connector<In> for ProxyConnector {
    type Out = <ConnectProxyConnector as Connector<In>>::Out;

    fn connect(
        &self,
        details: &ConnectionDetails<'_>,
        chained: Option<In>,
    ) -> Result<Option<Self::Out>, Error> {
        if details.config.proxy().is_none() {
            return self.0.connect(details, chained);
        }
        // ureq gives each piece of the proxy's answer the whole time anew.
        let phase = Arc::new(Mutex::new(Some(Deadline::new(details.timeout))));
        let run_connector = Arc::clone(&details.run_connector);
        let asking = Arc::clone(&phase);
        let details = ConnectionDetails {
            uri: details.uri,
            addrs: details.addrs.clone(),
            config: details.config,
            request_level: details.request_level,
            resolver: details.resolver,
            now: details.now,
            timeout: details.timeout,
            current_time: Arc::clone(&details.current_time),
            run_connector: Arc::new(move |details| {
                let transport = run_connector(details)?;
                Ok(Box::new(ToProxy { transport, asking: Arc::clone(&asking) }))
            }),
            register_shutdown: Arc::clone(&details.register_shutdown),
        };
        let connected = self.0.connect(&details, chained);
        *lock(&phase) = None;
        connected.map_err(|error| match failure_of(&error) {
            Some(Failure::Cancelled) => error,
            _ => NotConnected(Failure::Proxy).into(),
        })
    }
}

/// A connection to a proxy. While the proxy is asked to connect, the deadline is that of connecting.
#[derive(Debug)]
struct ToProxy {
    transport: Box<dyn Transport>,
    asking: Arc<Mutex<Option<Deadline>>>,
}

impl ToProxy {
    fn bounded(&self, mut timeout: NextTimeout) -> NextTimeout {
        if let Some(deadline) = &*lock(&self.asking) {
            let left = deadline.left().unwrap_or(Duration::ZERO);
            timeout.after = time::Duration::Exact(left.min(*timeout.after));
        }
        timeout
    }
}

impl Transport for ToProxy {
    fn buffers(&mut self) -> &mut dyn Buffers {
        self.transport.buffers()
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        let timeout = self.bounded(timeout);
        self.transport.transmit_output(amount, timeout)
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        let timeout = self.bounded(timeout);
        self.transport.await_input(timeout)
    }

    fn is_open(&mut self) -> bool {
        self.transport.is_open()
    }

    fn is_tls(&self) -> bool {
        self.transport.is_tls()
    }
}
