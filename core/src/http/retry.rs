//! When to try again: a pure function of the attempt, what came of it, and the caller's entropy.
//!
//! | what came of it | reads, and writes with a key | writes without a key |
//! | --- | --- | --- |
//! | not connected: no host, no connection, proxy | again | again |
//! | 429 | again, not before `Retry-After` | again, not before `Retry-After` |
//! | 500, 502, 503, 504 | again | no: it may have been done |
//! | broken, timed out, no HTTP, a 2xx that cannot be read | again | no: it may have been done |
//! | certificate not trusted, cancelled, too large, any other status | no | no |
//!
//! What would be out of date, a device's sign of life, is never sent again.
//!
//! klikit: first wait 500 ms, doubled, at most 30 s, at most 5 attempts, 429, 500, 502 and time-outs
//! (<https://developer.klikit.io/partner-api/concepts/errors>). Fire: from 1 s, doubled; 429 and 5xx, no other 4xx
//! (<https://docs.fire.rest/en/api-reference/introduction>). Atlas publishes nothing.
//! Assumption: klikit's five attempts count the first; 503 and 504 are as 502; Fire's and Atlas's limits are klikit's.
//! Assumption: a 429 means that nothing was done, on every platform.

use sha2::{Digest, Sha256};

use super::endpoint::Repeat;
use super::outcome::Failure;
use crate::platform::Platform;
use crate::value::codes;

/// How often and how soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Most attempts, the first included; at least 1.
    pub attempts: u32,
    /// The wait after the first attempt, in milliseconds; doubled after each further one.
    pub first_wait_ms: u64,
    /// The longest wait that doubling comes to, in milliseconds. `Retry-After` may be longer.
    pub longest_wait_ms: u64,
    /// How long the whole call may take, waits included, in milliseconds.
    pub total_ms: u64,
}

/// What one attempt came to, as far as trying again is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attempt {
    /// No answer.
    Failed(Failure),
    /// An answer with this status, to be read as it stands.
    Status(u16),
    /// A success whose body cannot be read.
    Unreadable,
}

/// What to do after an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Wait this many milliseconds and send the same bytes again.
    Wait(u64),
    /// Do not try again.
    Stop(Stop),
}

codes! {
    /// Why a call was not tried again.
    pub enum Stop {
        /// It would come to the same.
        Final = 1, "final";
        /// It may have been done, and the platform could not tell a repeat.
        Unsafe = 2, "unsafe";
        /// There were as many attempts as there may be.
        Attempts = 3, "attempts";
        /// The wait would end after the call's deadline.
        Deadline = 4, "deadline";
    }
}

impl Stop {
    /// To follow "not tried again: ".
    pub const fn message(self) -> &'static str {
        match self {
            Self::Final => "it would come to the same",
            Self::Unsafe => "it may have been done, and the platform could not tell a repeat",
            Self::Attempts => "there were as many attempts as there may be",
            Self::Deadline => "the next attempt would be after the call's deadline",
        }
    }
}

impl Policy {
    /// klikit's rules, and where nothing is published.
    pub const KLIKIT: Self =
        Self { attempts: 5, first_wait_ms: 500, longest_wait_ms: 30_000, total_ms: 60_000 };
    /// Fire's rules.
    pub const FIRE: Self = Self { first_wait_ms: 1000, ..Self::KLIKIT };

    /// The rules of a platform.
    pub const fn default_for(platform: Platform) -> Self {
        match platform {
            Platform::Klikit | Platform::Atlas => Self::KLIKIT,
            Platform::Fire => Self::FIRE,
        }
    }

    /// Whether and when to try again after attempt number `attempt` (from 1), `elapsed_ms` after the call began.
    /// `retry_after_ms` is what the platform asked for.
    pub(super) fn decide(
        &self,
        repeat: Repeat,
        attempt: u32,
        came_to: Attempt,
        elapsed_ms: u64,
        retry_after_ms: Option<u64>,
        entropy: &[u8; 16],
    ) -> Decision {
        match again(repeat, came_to) {
            Ok(()) if attempt >= self.attempts => Decision::Stop(Stop::Attempts),
            Ok(()) => {
                let wait = self.wait(attempt, retry_after_ms, entropy);
                match elapsed_ms.checked_add(wait) {
                    Some(end) if end < self.total_ms => Decision::Wait(wait),
                    _ => Decision::Stop(Stop::Deadline),
                }
            }
            Err(stop) => Decision::Stop(stop),
        }
    }

    /// How long to wait: doubled for each attempt, up to half of it more by chance so that tills do not come back all at
    /// once, and never less than the platform asked for.
    fn wait(&self, attempt: u32, retry_after_ms: Option<u64>, entropy: &[u8; 16]) -> u64 {
        let doublings = attempt.saturating_sub(1).min(32);
        let base = self.first_wait_ms.saturating_mul(1 << doublings).min(self.longest_wait_ms);
        let chance = chance(attempt, entropy);
        let backoff = base.saturating_add(part(base >> 1, chance)).min(self.longest_wait_ms);
        let asked = retry_after_ms.map_or(0, |asked| asked.saturating_add(part(self.first_wait_ms, chance)));
        backoff.max(asked)
    }
}

/// Whether it makes sense and is safe to try again at all.
pub(super) fn again(repeat: Repeat, came_to: Attempt) -> Result<(), Stop> {
    let safe = repeat != Repeat::Once;
    if repeat == Repeat::Never {
        return Err(Stop::Final);
    }
    match came_to {
        Attempt::Status(429) | Attempt::Failed(Failure::NoHost | Failure::NoConnection | Failure::Proxy) => {
            Ok(())
        }
        Attempt::Status(500 | 502..=504)
        | Attempt::Unreadable
        | Attempt::Failed(Failure::Broken | Failure::TimedOut | Failure::NotHttp) => {
            if safe {
                Ok(())
            } else {
                Err(Stop::Unsafe)
            }
        }
        Attempt::Status(_) | Attempt::Failed(Failure::Untrusted | Failure::TooLarge | Failure::Cancelled) => {
            Err(Stop::Final)
        }
    }
}

/// A number between 0 and 2^32 that depends on the caller's entropy and the attempt.
fn chance(attempt: u32, entropy: &[u8; 16]) -> u64 {
    let digest: [u8; 32] =
        Sha256::new().chain_update(entropy).chain_update(attempt.to_le_bytes()).finalize().into();
    let [a, b, c, d, ..] = digest;
    u64::from(u32::from_le_bytes([a, b, c, d]))
}

/// The part of `whole` that a chance between 0 and 2^32 is.
fn part(whole: u64, chance: u64) -> u64 {
    u64::try_from(u128::from(whole).saturating_mul(u128::from(chance)) >> 32).unwrap_or(whole)
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    const ENTROPIES: [[u8; 16]; 4] = [[0; 16], [255; 16], [7; 16], *b"0123456789abcdef"];

    fn decided(policy: Policy, repeat: Repeat, attempt: u32, came_to: Attempt) -> Decision {
        policy.decide(repeat, attempt, came_to, 0, None, &ENTROPIES[0])
    }

    type Row = (Vec<Attempt>, Result<(), Stop>, Result<(), Stop>);

    /// The first column of the table above, its rows one by one; then what becomes of reads and keyed writes, and of others.
    fn rows() -> Vec<Row> {
        let failed = |failures: &[Failure]| failures.iter().copied().map(Attempt::Failed).collect::<Vec<_>>();
        let is_listed = |status: &u16| matches!(status, 429 | 500 | 502..=504);
        let mut uncertain = failed(&[Failure::Broken, Failure::TimedOut, Failure::NotHttp]);
        uncertain.push(Attempt::Unreadable);
        let mut others = failed(&[Failure::Untrusted, Failure::Cancelled, Failure::TooLarge]);
        others.extend((0..=999).filter(|status| !is_listed(status)).map(Attempt::Status));
        Vec::from([
            (failed(&[Failure::NoHost, Failure::NoConnection, Failure::Proxy]), Ok(()), Ok(())),
            (Vec::from([Attempt::Status(429)]), Ok(()), Ok(())),
            ([500, 502, 503, 504].map(Attempt::Status).to_vec(), Ok(()), Err(Stop::Unsafe)),
            (uncertain, Ok(()), Err(Stop::Unsafe)),
            (others, Err(Stop::Final), Err(Stop::Final)),
        ])
    }

    #[test]
    fn each_row_of_the_table_is_what_is_done() {
        for (outcomes, keyed, once) in rows() {
            for came_to in outcomes {
                assert_eq!(again(Repeat::Safe, came_to), keyed, "{came_to:?}");
                assert_eq!(again(Repeat::Keyed, came_to), keyed, "{came_to:?}");
                assert_eq!(again(Repeat::Once, came_to), once, "{came_to:?}");
                assert_eq!(again(Repeat::Never, came_to), Err(Stop::Final), "{came_to:?}");
            }
        }
    }

    #[test]
    fn every_failure_is_in_the_table() {
        let rows = rows();
        for &failure in Failure::ALL {
            let count = rows.iter().filter(|(row, ..)| row.contains(&Attempt::Failed(failure))).count();
            assert_eq!(count, 1, "{failure:?}");
        }
    }

    #[test]
    fn waits_double_up_to_the_longest_and_vary_by_up_to_a_half() {
        for entropy in ENTROPIES {
            for (attempt, least) in
                [(1, 500), (2, 1000), (3, 2000), (4, 4000), (7, 30_000), (4_000_000_000, 30_000)]
            {
                let wait = Policy::KLIKIT.wait(attempt, None, &entropy);
                assert!((least..=least + least / 2).contains(&wait), "{attempt}: {wait}");
                assert!(wait <= Policy::KLIKIT.longest_wait_ms, "{attempt}: {wait}");
            }
        }
        let waits = ENTROPIES.map(|entropy| Policy::FIRE.wait(1, None, &entropy));
        assert!(waits.iter().any(|wait| *wait != waits[0]), "{waits:?}");
        let attempts = [1, 2, 3].map(|attempt| chance(attempt, &ENTROPIES[0]));
        assert!(attempts[0] != attempts[1] && attempts[1] != attempts[2], "{attempts:?}");
    }

    #[test]
    fn nobody_comes_back_before_the_platform_wants_it() {
        for entropy in ENTROPIES {
            let wait = Policy::KLIKIT.wait(1, Some(45_000), &entropy);
            assert!((45_000..45_500).contains(&wait), "{wait}");
            let sooner = Policy::KLIKIT.wait(3, Some(1), &entropy);
            assert!((2000..=3000).contains(&sooner), "{sooner}");
            assert_eq!(Policy::KLIKIT.wait(1, Some(u64::MAX), &entropy), u64::MAX);
        }
    }

    #[test]
    fn there_are_as_many_attempts_as_there_may_be() {
        let last = Policy::KLIKIT.attempts;
        let came_to = Attempt::Failed(Failure::NoConnection);
        assert!(matches!(decided(Policy::KLIKIT, Repeat::Once, last - 1, came_to), Decision::Wait(_)));
        for attempt in [last, last + 1, u32::MAX] {
            assert_eq!(
                decided(Policy::KLIKIT, Repeat::Once, attempt, came_to),
                Decision::Stop(Stop::Attempts)
            );
        }
        // What is no use at all is said before that there were too many.
        assert_eq!(
            decided(Policy::KLIKIT, Repeat::Once, last, Attempt::Status(400)),
            Decision::Stop(Stop::Final)
        );
    }

    #[test]
    fn no_wait_ends_after_the_deadline() {
        let policy = Policy { longest_wait_ms: 500, total_ms: 2000, ..Policy::KLIKIT };
        let after = |elapsed_ms| {
            let came_to = Attempt::Failed(Failure::Broken);
            policy.decide(Repeat::Safe, 1, came_to, elapsed_ms, None, &ENTROPIES[0])
        };
        assert_eq!(after(1499), Decision::Wait(500));
        for elapsed_ms in [1500, 2000, u64::MAX] {
            assert_eq!(after(elapsed_ms), Decision::Stop(Stop::Deadline));
        }
    }

    #[test]
    fn a_policy_of_extremes_overflows_nothing() {
        let most = Policy {
            attempts: u32::MAX,
            first_wait_ms: u64::MAX,
            longest_wait_ms: u64::MAX,
            total_ms: u64::MAX,
        };
        assert_eq!(most.wait(u32::MAX, Some(u64::MAX), &[255; 16]), u64::MAX);
        let none = Policy { attempts: 1, first_wait_ms: 0, longest_wait_ms: 0, total_ms: 1 };
        assert_eq!(none.wait(1, None, &[255; 16]), 0);
    }
}
