//! Bodies and other files, from a path or from standard input.

use std::fs;
use std::io::{self, IsTerminal, Read};
use std::path::Path;

use crate::failure::Failure;

/// A body, and what to call it in messages.
pub(crate) struct Body {
    pub(crate) label: String,
    pub(crate) bytes: Vec<u8>,
}

/// Reads a body exactly as it is; `-` stands for standard input.
pub(crate) fn body(path: &Path) -> Result<Body, Failure> {
    if path != Path::new("-") {
        return Ok(Body { label: path.display().to_string(), bytes: file(path)? });
    }
    let mut stdin = io::stdin().lock();
    if stdin.is_terminal() {
        eprintln!("reading the body from standard input");
    }
    let mut bytes = Vec::new();
    stdin
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::usage(format!("standard input cannot be read: {error}")))?;
    Ok(Body { label: "standard input".into(), bytes })
}

/// Reads a file.
pub(crate) fn file(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| Failure::usage(format!("{} cannot be read: {error}", path.display())))
}
