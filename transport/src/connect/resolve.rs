//! Finding the addresses of a host.

use std::net::IpAddr;

use tillwire_core::http::Failure;
use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;
use ureq::unversioned::transport::time::Duration;

use super::NotConnected;

/// The operating system's resolver, whose errors say that nothing was sent.
#[derive(Debug, Default)]
pub(super) struct NamedResolver(DefaultResolver);

impl Resolver for NamedResolver {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        // An address is read without asking anybody, so nobody has to wait for it: ureq waits in a thread of its own.
        let timeout =
            if is_address(uri) { NextTimeout { after: Duration::NotHappening, ..timeout } } else { timeout };
        self.0.resolve(uri, config, timeout).map_err(|_| NotConnected(Failure::NoHost).into())
    }
}

/// Whether the host is an IP address and no name.
fn is_address(uri: &Uri) -> bool {
    let host = uri.host().unwrap_or_default();
    host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_names() {
        for (uri, expected) in [
            ("http://127.0.0.1:1", true),
            ("https://[::1]:8443/orders", true),
            ("https://203.0.113.9", true),
            ("https://localhost", false),
            ("https://1.2.3.4.example", false),
            ("https://127.1", false),
        ] {
            assert_eq!(is_address(&uri.parse().expect(uri)), expected, "{uri}");
        }
    }
}
