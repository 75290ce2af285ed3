//! For the desk of whoever connects a till: signs, verifies, decodes, prints, applies and sends deliveries; calls platforms.
#![forbid(unsafe_code)]
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects
)]

mod account;
mod args;
mod ask;
mod book;
mod call;
mod change;
mod check;
mod clock;
mod crawl;
mod decode;
mod failure;
mod headers;
mod input;
mod kept;
mod log;
mod operations;
mod orders;
mod poll;
mod preview;
mod reader;
mod secrets;
mod send;
mod sender;
mod sign;
mod subject;
mod table;
mod terminal;
mod ticket;
mod trial;
mod verify;
mod words;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command};
use failure::Failure;

fn main() -> ExitCode {
    match run(&Cli::parse().command) {
        Ok(code) => code,
        Err(failure) => {
            eprint!("{failure}");
            failure.exit_code()
        }
    }
}

fn run(command: &Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Sign(args) => print(&sign::run(args)?)?,
        Command::Verify(args) => print(verify::run(args)?.as_bytes())?,
        Command::Decode(args) => print(decode::show(args)?.as_bytes())?,
        Command::Ticket(args) => print(decode::as_tickets(args)?.as_bytes())?,
        Command::Book(args) => book::run(args)?,
        Command::Ask(args) => return ask::run(args),
        Command::Words(args) => print(words::run(args)?.as_bytes())?,
        Command::Send(args) => send::run(args)?,
        Command::Call(args) => call::run(args)?,
        Command::Poll(args) => poll::run(args)?,
        Command::Check(args) => return check::run(args),
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes to standard output. A reader that has seen enough, as `head` does, is no failure.
fn print(text: &[u8]) -> Result<(), Failure> {
    print_more(text).map(|_| ())
}

/// As `print`; says whether more is read.
fn print_more(text: &[u8]) -> Result<bool, Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text).and_then(|()| out.flush()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(Failure::usage(format!("standard output cannot be written: {error}"))),
    }
}
