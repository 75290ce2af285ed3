//! Catching up: one round of a poller, sent.

use tillwire_core::event::Decoder;
use tillwire_core::http::Progress;
use tillwire_core::lifecycle::{Change, OrderBook};
use tillwire_core::poll::Poller;

use crate::client::Client;
use crate::clock;
use crate::send_error::SendError;

impl Client {
    /// Reads a round of orders into the book, and hands over each change as it comes.
    ///
    /// Keep the book and [`Poller::export`] after each round. How often to begin one is for the platform to say: none publishes
    /// how often orders may be read.
    ///
    /// # Errors
    /// The round could not be read to its end. What was read is in the book and was handed over; the next round reads the same
    /// window again.
    pub fn poll(
        &self,
        poller: &mut Poller,
        decoder: &Decoder,
        book: &mut OrderBook,
        mut each: impl FnMut(Change),
    ) -> Result<Progress, SendError> {
        poller.begin(book, clock::now_ms())?;
        while let Some((operation, arguments)) = poller.next_call()? {
            match self.send(operation, &arguments) {
                Ok(reply) => {
                    let now = clock::now_ms().div_euclid(1000);
                    poller.take(&reply, decoder, book, now)?.into_iter().for_each(&mut each);
                }
                Err(SendError::Call(error)) => {
                    if !poller.failed(error.trouble()) {
                        return Err(error.into());
                    }
                }
                Err(error) => return Err(error),
            }
        }
        Ok(poller.progress())
    }
}
