//! The headers given on the command line.

use tillwire_core::verify::Headers;

use crate::args;
use crate::failure::Failure;
use crate::input;

impl args::Headers {
    /// Those of the file, then each by itself. A value may be a token, so no message shows one.
    pub(crate) fn read(&self) -> Result<Headers, Failure> {
        let mut headers = Headers::new();
        if let Some(path) = &self.block {
            let block = input::file(path)?;
            headers
                .add_block(&block)
                .map_err(|error| Failure::from(error).about(&path.display().to_string()))?;
        }
        for (text, number) in self.single.iter().zip(1..) {
            let (name, value) = split(text).ok_or_else(|| without_colon(number))?;
            headers.add(name, value.as_bytes())?;
        }
        Ok(headers)
    }
}

/// Name and value. Of two colons the first is the name's, which the library then refuses: a slip of the pen, seldom a value.
fn split(text: &str) -> Option<(&str, &str)> {
    let (_, after) = text.split_once(':')?;
    let value = after.trim_start_matches(':');
    let name = text.strip_suffix(value)?.strip_suffix(':')?;
    Some((name, value))
}

fn without_colon(number: usize) -> Failure {
    Failure::usage(format!("--header number {number} has no colon"))
        .note("code", "header_format")
        .hint("write it as received, in quotes: --header 'Name: value'")
}
