//! `tillwire sign`: the headers of a genuine delivery.

use tillwire_core::verify::Tolerance;

use crate::args::Sign;
use crate::failure::Failure;
use crate::input;

/// The headers, one a line, byte for byte.
pub(crate) fn run(args: &Sign) -> Result<Vec<u8>, Failure> {
    let setup = args.sender.setup(args.sender.scheme(), Tolerance::DEFAULT)?;
    let body = input::body(&args.input.body)?;
    let headers = setup.verifier.sign(&body.bytes, args.clock.unix_seconds())?;
    let mut text = Vec::new();
    for (name, value) in headers.iter() {
        text.extend_from_slice(name.as_bytes());
        text.extend_from_slice(b": ");
        text.extend_from_slice(value);
        text.push(b'\n');
    }
    Ok(text)
}
