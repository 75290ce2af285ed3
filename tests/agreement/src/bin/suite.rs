//! Reads every file of a folder in the manner of JSONTestSuite: `y_` must be accepted, `n_` refused, `i_` either.
//!
//! Whatever the verdict, the file goes through the comparison with the other parsers as well.

use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use tillwire_agreement::check;

#[derive(Default)]
struct Count {
    accepted: u32,
    refused: u32,
}

impl Count {
    fn all(&self) -> u32 {
        self.accepted + self.refused
    }
}

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: suite FOLDER");
        return ExitCode::FAILURE;
    };
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("the folder can be read")
        .map(|entry| entry.expect("the folder can be read").path())
        .collect();
    files.sort();
    let (mut yes, mut no, mut either) = (Count::default(), Count::default(), Count::default());
    let mut wrong = 0_u32;
    for file in &files {
        let body = fs::read(file).expect("the file can be read");
        let Ok(read) = catch_unwind(|| check(&body)) else {
            println!("CRASH {}", name(file));
            wrong += 1;
            continue;
        };
        let (count, expected) = match name(file).split_at_checked(2) {
            Some(("y_", _)) => (&mut yes, Some(true)),
            Some(("n_", _)) => (&mut no, Some(false)),
            _ => (&mut either, None),
        };
        *if read.is_some() { &mut count.accepted } else { &mut count.refused } += 1;
        if expected.is_some_and(|expected| expected != read.is_some()) {
            println!("WRONG {}: {}", name(file), if read.is_some() { "accepted" } else { "refused" });
            wrong += 1;
        }
    }
    println!(
        "{} files: y {} accepted of {}, n {} refused of {}, others {} accepted and {} refused; {wrong} wrong",
        files.len(),
        yes.accepted,
        yes.all(),
        no.refused,
        no.all(),
        either.accepted,
        either.refused,
    );
    if yes.all() == 0 || no.all() == 0 || either.all() == 0 {
        println!("a class is missing: is this the right folder?");
        wrong += 1;
    }
    if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn name(file: &Path) -> std::borrow::Cow<'_, str> {
    file.file_name().unwrap_or_default().to_string_lossy()
}
