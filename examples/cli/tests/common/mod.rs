//! Runs the program, and finds the shared vectors.
#![allow(dead_code, reason = "each test program uses some of it")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// What a run of the program came to.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Run {
    /// The text of a note under an error, or of a line of a report.
    pub fn said(&self, name: &str) -> Option<&str> {
        let lines = self.out.lines().chain(self.err.lines());
        lines
            .filter_map(|line| line.trim_start().split_once(": "))
            .find(|(key, _)| *key == name)
            .map(|(_, text)| text)
    }

    /// What it printed, if it succeeded.
    pub fn printed(self) -> String {
        assert_eq!(self.code, 0, "{self:?}");
        assert_eq!(self.err, "");
        self.out
    }
}

/// The program, free of what the machine's environment would tell it.
pub fn program<S: AsRef<str>>(args: &[S]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tillwire"));
    command.args(args.iter().map(AsRef::as_ref));
    command.env_remove("TILLWIRE_SECRET").env_remove("TILLWIRE_API_SECRET");
    for scheme in ["http", "https", "all"] {
        command.env_remove(format!("{scheme}_proxy")).env_remove(format!("{scheme}_proxy").to_uppercase());
    }
    command
}

pub fn run_command(mut command: Command, stdin: &[u8]) -> Run {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    // A program that refuses its arguments closes its input before it is read.
    let _ = child.stdin.take().expect("a pipe").write_all(stdin);
    let output = child.wait_with_output().expect("the program ends");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Run { code: output.status.code().expect("no signal"), out: text(output.stdout), err: text(output.stderr) }
}

pub fn run<S: AsRef<str>>(args: &[S], stdin: &[u8]) -> Run {
    run_command(program(args), stdin)
}

pub fn vectors(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors").join(folder)
}

pub fn atlas_order() -> String {
    path_text(&vectors("atlas").join("order-event.json"))
}

pub fn json(path: &Path) -> Value {
    let bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_slice(&bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Writes a file for one test; the name is to be unique among all tests.
pub fn scratch(name: &str, bytes: &[u8]) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).expect("the scratch folder is writable");
    path_text(&path)
}

pub fn path_text(path: &Path) -> String {
    path.to_str().expect("a path in UTF-8").into()
}
