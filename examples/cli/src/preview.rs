//! A request as it would be sent, without its secrets.

use tillwire_core::http::Request;

use crate::terminal;

/// Headers that hold no secret. Every other one might.
const OPEN: &[&str] = &[
    "Accept",
    "User-Agent",
    "Content-Type",
    "Idempotency-Key",
    "X-Merchant-Id",
    "x-client-channel",
    "account",
];

/// Method and address, headers, and the body, as HTTP has them.
pub(crate) fn text(request: &Request) -> String {
    let mut lines = vec![format!("{} {}", request.method().name(), request.url())];
    lines.extend(request.headers().map(|(name, value)| {
        let shown = if OPEN.contains(&name) { value } else { "…" };
        format!("{name}: {shown}")
    }));
    let mut text: String = lines.iter().map(|line| terminal::line(line) + "\n").collect();
    if let Some(body) = request.body() {
        text += "\n";
        text += terminal::received(&String::from_utf8_lossy(body)).trim_end();
        text += "\n";
    }
    text
}
