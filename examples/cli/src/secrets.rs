//! Where secrets come from: options, files, the environment. They are handed to the library and shown nowhere.

use std::env;
use std::path::{Path, PathBuf};

use tillwire_core::verify::Scheme;

use crate::args::Sender;
use crate::failure::Failure;
use crate::input;

const VARIABLE: &str = "TILLWIRE_SECRET";

/// The secret of calls is another one than that of deliveries.
const API_VARIABLE: &str = "TILLWIRE_API_SECRET";

/// A secret, and where it came from.
pub(crate) struct Given {
    pub(crate) bytes: Vec<u8>,
    pub(crate) source: String,
}

/// Those of `--secret`, then those of `--secret-file`; where there are none, the one in the environment.
pub(crate) fn gather(sender: &Sender, scheme: Scheme) -> Result<Vec<Given>, Failure> {
    let mut given: Vec<_> = sender
        .secret
        .iter()
        .map(|text| Given { bytes: text.as_bytes().into(), source: "--secret".into() })
        .collect();
    for path in &sender.secret_file {
        given.push(Given { source: format!("--secret-file {}", path.display()), ..of_file(path)? });
    }
    // The variable may be set for all commands of a session, so where nothing is checked it is no mistake.
    if given.is_empty() && scheme != Scheme::DangerouslyAcceptAnyone {
        let variable = env::var_os(VARIABLE);
        given
            .extend(variable.map(|text| Given { bytes: text.into_encoded_bytes(), source: VARIABLE.into() }));
    }
    Ok(given)
}

/// The secrets by which a platform is called: those of files; where there are none, the one in the environment.
pub(crate) fn of_calls(files: &[PathBuf]) -> Result<Vec<Given>, Failure> {
    if !files.is_empty() {
        return files.iter().map(|path| of_file(path)).collect();
    }
    let variable = env::var_os(API_VARIABLE);
    Ok(variable
        .map(|text| Given { bytes: text.into_encoded_bytes(), source: API_VARIABLE.into() })
        .into_iter()
        .collect())
}

/// The secret in a file.
pub(crate) fn of_file(path: &Path) -> Result<Given, Failure> {
    let mut bytes = input::file(path)?;
    strip_line_break(&mut bytes);
    Ok(Given { bytes, source: path.display().to_string() })
}

impl Given {
    /// The secret as text: what a platform is called with has to be one.
    pub(crate) fn text(&self) -> Result<&str, Failure> {
        std::str::from_utf8(&self.bytes).map_err(|_| {
            Failure::usage("a secret is no text")
                .note("from", &self.source)
                .hint("store the value alone, in UTF-8")
        })
    }
}

/// Files end in a line break; the secret does not. Only one is taken away: more is a mistake worth telling.
fn strip_line_break(bytes: &mut Vec<u8>) {
    if bytes.last() == Some(&b'\n') {
        bytes.pop();
        if bytes.last() == Some(&b'\r') {
            bytes.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_break_is_no_part_of_the_secret() {
        for (file, secret) in
            [("a\n", "a"), ("a\r\n", "a"), ("a\n\n", "a\n"), ("a", "a"), ("\n", ""), ("a\r", "a\r")]
        {
            let mut bytes = file.as_bytes().to_vec();
            strip_line_break(&mut bytes);
            assert_eq!(bytes, secret.as_bytes(), "{file:?}");
        }
    }
}
