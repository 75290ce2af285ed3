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
            let (name, value) = text.split_once(':').ok_or_else(|| without_colon(number))?;
            headers.add(name, value.as_bytes())?;
        }
        Ok(headers)
    }
}

fn without_colon(number: usize) -> Failure {
    Failure::usage(format!("--header number {number} has no colon"))
        .note("code", "header_format")
        .hint("write it as received, in quotes: --header 'Name: value'")
}
