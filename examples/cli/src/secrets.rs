//! Where secrets come from: options, files, the environment. They are handed to the library and shown nowhere.

use std::env;

use tillwire_core::verify::Scheme;

use crate::args::Sender;
use crate::failure::Failure;
use crate::input;

const VARIABLE: &str = "TILLWIRE_SECRET";

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
        let mut bytes = input::file(path)?;
        strip_line_break(&mut bytes);
        given.push(Given { bytes, source: format!("--secret-file {}", path.display()) });
    }
    // The variable may be set for all commands of a session, so where nothing is checked it is no mistake.
    if given.is_empty() && scheme != Scheme::DangerouslyAcceptAnyone {
        let variable = env::var_os(VARIABLE);
        given
            .extend(variable.map(|text| Given { bytes: text.into_encoded_bytes(), source: VARIABLE.into() }));
    }
    Ok(given)
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
