//! What happens during a call, told on standard error while it happens.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use tillwire_transport::Client;

use crate::terminal;

/// How often is looked for something to tell.
const LOOK: Duration = Duration::from_millis(100);

/// A line on standard error.
pub(crate) fn tell(line: &str) {
    eprintln!("{line}");
}

/// Does the work, and meanwhile tells what the client notes.
pub(crate) fn following<T>(
    client: &Client,
    quiet: bool,
    tell: impl Fn(&str) + Send,
    work: impl FnOnce() -> T,
) -> T {
    if quiet {
        return work();
    }
    let (working, ended) = mpsc::channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || {
            loop {
                let is_over = ended.recv_timeout(LOOK) == Err(RecvTimeoutError::Disconnected);
                for note in client.notes() {
                    tell(&terminal::line(&note.to_string()));
                }
                if is_over {
                    break;
                }
            }
        });
        let done = work();
        drop(working);
        done
    })
}
