//! Prints how many bytes an order holds once its event is gone, for the body of an Atlas delivery in the file named.

use tillwire_core::Platform;
use tillwire_core::event::Decoder;
use tillwire_core::verify::Headers;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("which file?")?;
    let event = Decoder::new(Platform::Atlas).decode_unverified(&Headers::new(), &std::fs::read(file)?)?;
    println!("{}", event.order(0).ok_or("there is no order")?.memory());
    Ok(())
}
