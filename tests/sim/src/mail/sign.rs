//! The headers of a delivery: by what the platform names it and proves that it is genuine.

use tillwire_core::Platform as Signed;
use tillwire_core::verify::{Headers, Scheme, Verifier};

use super::{Event, Family};
use crate::credentials::Credentials;
use crate::platform::Platform;
use crate::settings::{AtlasProof, Settings};

/// Names and values.
pub(super) fn headers(
    event: &Event,
    id: &str,
    body: &[u8],
    now: i64,
    settings: &Settings,
) -> Vec<(String, String)> {
    let seconds = now.div_euclid(crate::clock::SECOND);
    let own = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut headers = vec![own("Content-Type", "application/json")];
    let secret = Credentials::of(event.platform).get("webhook_secret").as_bytes();
    match (event.platform, event.family) {
        (Platform::Klikit, _) => {
            headers.push(own("x-klikit-event-id", id));
            headers.push(own("x-klikit-event-type", event.kind));
            proof(Verifier::builder(Signed::Klikit).secret(secret).build(), body, seconds, &mut headers);
        }
        (Platform::Fire, Some(Family::Aggregator)) => {
            headers.push(own("X-Fire-Event", event.kind));
            headers.push(own("X-Fire-Timestamp", &seconds.to_string()));
            let builder = Verifier::builder(Signed::Fire).scheme(Scheme::Sha256Prefixed).secret(secret);
            proof(builder.build(), body, seconds, &mut headers);
        }
        (Platform::Fire, _) => {
            headers.push(own("Accept", "application/json"));
            let builder = Verifier::builder(Signed::Fire).scheme(Scheme::V1Timestamped).secret(secret);
            proof(builder.build(), body, seconds, &mut headers);
        }
        (Platform::Atlas, _) => {
            let token = Credentials::of(Platform::Atlas).get("webhook_token");
            match &settings.atlas.webhook_proof {
                AtlasProof::Bearer => headers.push(own("Authorization", &format!("Bearer {token}"))),
                AtlasProof::Header(name) => headers.push(own(name, token)),
            }
        }
    }
    headers
}

/// Adds the signature. The secrets are constants that the verifier takes, which the tests show.
fn proof<E>(verifier: Result<Verifier, E>, body: &[u8], seconds: i64, headers: &mut Vec<(String, String)>) {
    let signed = verifier.ok().and_then(|verifier| verifier.sign(body, seconds).ok());
    for (name, value) in signed.iter().flat_map(Headers::iter) {
        headers.push((name.to_owned(), String::from_utf8_lossy(value).into_owned()));
    }
}
