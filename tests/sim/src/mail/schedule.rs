//! When a delivery that failed is tried again.

use super::Family;
use crate::platform::Platform;
use crate::settings::Settings;

const SECOND: u64 = 1_000;
const MINUTE: u64 = 60 * SECOND;
const HOUR: u64 = 60 * MINUTE;

/// Assumption: klikit's earlier draft (<https://github.com/klikit/klikit-partner>); the current guide says "exponential
/// backoff" only.
const KLIKIT: [u64; 6] = [30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR, 6 * HOUR, 24 * HOUR];

/// <https://docs.fire.rest/en/events/delivery>
const FIRE_FLOW: [u64; 5] = [SECOND, 2 * SECOND, 4 * SECOND, 8 * SECOND, 8 * SECOND];

/// <https://docs.fire.rest/en/configuration/webhook-setup>
const FIRE_AGGREGATOR: [u64; 4] = [5 * MINUTE, 30 * MINUTE, 2 * HOUR, 8 * HOUR];

/// Assumption: Atlas says that it repeats, not when.
const ATLAS: [u64; 4] = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR];

/// Milliseconds from the end of this attempt, counted from 1, to the next; nothing after the last.
pub(super) fn wait(
    platform: Platform,
    family: Option<Family>,
    attempt: u32,
    settings: &Settings,
) -> Option<u64> {
    let index = usize::try_from(attempt).ok()?.checked_sub(1)?;
    let all: &[u64] = match (platform, family) {
        (Platform::Klikit, _) => &KLIKIT,
        (Platform::Fire, Some(Family::Aggregator)) => &FIRE_AGGREGATOR,
        (Platform::Fire, _) if attempt > settings.fire.flow_retries => return None,
        (Platform::Fire, _) => &FIRE_FLOW,
        (Platform::Atlas, _) => &ATLAS,
    };
    all.get(index).map(|&wait| settings.scaled(wait))
}

/// Milliseconds that a receiver has. klikit: <https://developer.klikit.io/partner-api/webhooks/overview>. Assumption: Atlas
/// waits as long. It is never less than a second, however the simulator's time is scaled.
pub(super) fn timeout(platform: Platform, family: Option<Family>, settings: &Settings) -> u64 {
    let published = match (platform, family) {
        (Platform::Fire, Some(Family::Flow)) => 30 * SECOND,
        _ => 10 * SECOND,
    };
    settings.scaled(published).max(SECOND)
}
