//! Another vendor's Rust archive, which uses std as such libraries do: collections, formatting, threads, panics.

use std::collections::HashMap;
use std::panic::catch_unwind;
use std::sync::mpsc::channel;
use std::thread;

/// Does a little of everything; 42 if std works in this program.
#[unsafe(no_mangle)]
pub extern "C" fn foreign_check() -> i32 {
    catch_unwind(|| {
        let (sender, receiver) = channel();
        let workers: Vec<_> = (0..3)
            .map(|number| {
                let sender = sender.clone();
                thread::spawn(move || sender.send((number, format!("{number:>4}"))))
            })
            .collect();
        drop(sender);
        let texts: HashMap<i32, String> = receiver.iter().collect();
        let joined = workers.into_iter().all(|worker| worker.join().is_ok_and(|sent| sent.is_ok()));
        if joined && texts[&2] == "   2" { 42 } else { -1 }
    })
    .unwrap_or(-2)
}

/// Panics inside and contains it: 7.
#[unsafe(no_mangle)]
pub extern "C" fn foreign_panic() -> i32 {
    match catch_unwind(|| panic!("forced in the foreign library, number {}", foreign_check())) {
        Ok(()) => 0,
        Err(_) => 7,
    }
}
