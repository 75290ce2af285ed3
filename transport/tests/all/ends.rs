//! Both ends: redirects, proxies, and certificates.
