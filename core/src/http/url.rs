//! Addresses: what may stand before a path, and how parameters are written into one.

use alloc::string::String;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::account_error::AccountError;

/// What RFC 3986 §2.3 lets stand as it is.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The address of an API: scheme, host, and the path that all of its paths begin with; no slash at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Base {
    pub(super) text: String,
    pub(super) host: String,
}

impl Base {
    /// Takes `https://host[:port][/path]`; plain `http` only to this machine itself, where nothing can listen in.
    pub(super) fn new(text: &str) -> Result<Self, AccountError> {
        let (plain, rest) = match (text.strip_prefix("https://"), text.strip_prefix("http://")) {
            (Some(rest), _) => (false, rest),
            (None, Some(rest)) => (true, rest),
            (None, None) => return Err(AccountError::Address),
        };
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let host = host_of(authority).ok_or(AccountError::Address)?;
        let plain_text = |byte: u8| byte.is_ascii_graphic() && !b"?#\\\"<>^`{|}@".contains(&byte);
        if !path.bytes().all(plain_text) {
            return Err(AccountError::Address);
        }
        if plain && !is_this_machine(&host) {
            return Err(AccountError::PlainHttp);
        }
        Ok(Self { text: text.trim_end_matches('/').into(), host })
    }
}

/// Whether a host is this machine itself.
pub(super) fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host == "[::1]" || (host.starts_with("127.") && is_ipv4(host))
}

/// Four numbers: `127.0.0.1.example` is a name that anybody may own.
fn is_ipv4(host: &str) -> bool {
    host.split('.').count() == 4 && host.split('.').all(|part| part.parse::<u8>().is_ok())
}

/// The host in `host[:port]`, in lower case.
fn host_of(authority: &str) -> Option<String> {
    let (host, port) = match authority.strip_prefix('[') {
        Some(rest) => {
            let end = rest.find(']')?.checked_add(2)?;
            authority.split_at_checked(end)?
        }
        None => authority.split_at(authority.find(':').unwrap_or(authority.len())),
    };
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok();
    if !port.is_empty() && !port.strip_prefix(':').is_some_and(is_port) {
        return None;
    }
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    let is_v6 =
        host.starts_with('[') && host.bytes().all(|byte| byte.is_ascii_hexdigit() || b"[]:.".contains(&byte));
    (is_v6 || (!host.is_empty() && host.bytes().all(is_name))).then(|| host.to_ascii_lowercase())
}

/// Writes a parameter so that it can be nothing but one. `.` and `..` are none in a path: they are refused before.
pub(super) fn encode_into(out: &mut String, value: &str) {
    out.extend(utf8_percent_encode(value, ENCODED));
}

/// Whether a path that a caller gave whole can stand behind a base: `/…` of visible ASCII, without a fragment and without
/// steps that lead elsewhere.
pub(super) fn is_path(path: &str) -> bool {
    let (before_query, _) = path.split_at(path.find('?').unwrap_or(path.len()));
    path.starts_with('/')
        && !path.starts_with("//")
        && path.bytes().all(|byte| byte.is_ascii_graphic() && !b"#\\\"<>^`{|}".contains(&byte))
        && !before_query.split('/').any(is_step)
}

/// Whether a part of a path is a step to where it is or further up, written plainly or not, as the URL standard reads it.
fn is_step(part: &str) -> bool {
    let plain = part.replace("%2e", ".").replace("%2E", ".");
    matches!(plain.as_str(), "." | "..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_https_or_this_machine() {
        let base = Base::new("https://API.fire.rest:8443/v1/").unwrap();
        assert_eq!(
            (base.text.as_str(), base.host.as_str()),
            ("https://API.fire.rest:8443/v1", "api.fire.rest")
        );
        for here in ["http://127.0.0.1:8080/klikit", "http://localhost", "http://[::1]:80"] {
            assert!(Base::new(here).is_ok(), "{here}");
        }
        for elsewhere in ["http://api.fire.rest", "http://127.0.0.1.example", "http://127.example.com/"] {
            assert_eq!(Base::new(elsewhere), Err(AccountError::PlainHttp), "{elsewhere}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in [
            "",
            "api.fire.rest",
            "ftp://a",
            "https://",
            "https://a b",
            "https://user@host",
            "https://a:b",
            "https://a:",
            "https://a?b",
            "https://a/b?c",
            "https://a/#b",
            "https://[::1",
            "https://a:65536",
            "https://ä.de",
        ] {
            assert_eq!(Base::new(text), Err(AccountError::Address), "{text}");
        }
    }

    #[test]
    fn a_parameter_is_never_more_than_one() {
        let encoded = |value| {
            let mut out = String::new();
            encode_into(&mut out, value);
            out
        };
        assert_eq!(encoded("a/b?c=d&e#f%"), "a%2Fb%3Fc%3Dd%26e%23f%25");
        assert_eq!(encoded("sku-42_~.x"), "sku-42_~.x");
        assert_eq!(encoded("é"), "%C3%A9");
    }

    #[test]
    fn a_whole_path_leads_nowhere_else() {
        assert!(is_path("/menus/oos?x=1&y=/../"));
        for path in [
            "",
            "menus",
            "//evil.example",
            "/a/../b",
            "/a/%2e%2E/b",
            "/a/.%2e",
            "/.",
            "/a b",
            "/a#b",
            "/\\evil",
            "/a\n",
        ] {
            assert!(!is_path(path), "{path}");
        }
    }
}
