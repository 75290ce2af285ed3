//! Reading a list page by page.

use tillwire_core::http::{Crawl, Operation, Progress, Record, Reply};

use crate::client::Client;
use crate::send_error::SendError;

/// The pages of a list, read one at a time: see [`Client::crawl`].
#[derive(Debug)]
pub struct Pages<'a> {
    client: &'a Client,
    crawl: Crawl,
}

/// A page of a list.
#[derive(Debug)]
pub struct Page {
    reply: Reply,
    new: Vec<Record>,
}

impl<'a> Pages<'a> {
    pub(crate) fn new(client: &'a Client, crawl: Crawl) -> Self {
        Self { client, crawl }
    }

    /// Reads the next page; `None` after the last one.
    ///
    /// # Errors
    /// The page could not be read: asking again tries the same page again. Or the list cannot be read further.
    #[allow(clippy::should_implement_trait, reason = "a page that failed can be asked for again")]
    pub fn next(&mut self) -> Result<Option<Page>, SendError> {
        let operation = self.crawl.operation();
        let Some(arguments) = self.crawl.next_page()? else { return Ok(None) };
        let reply = self.client.send(operation, arguments)?;
        let new = self.crawl.take(&reply);
        Ok(Some(Page { reply, new }))
    }

    /// What is read.
    pub fn operation(&self) -> Operation {
        self.crawl.operation()
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        self.crawl.progress()
    }
}

impl Page {
    /// The answer.
    pub fn reply(&self) -> &Reply {
        &self.reply
    }

    /// Those of its records that were not on an earlier page.
    pub fn new_records(&self) -> &[Record] {
        &self.new
    }

    /// The answer alone.
    pub fn into_reply(self) -> Reply {
        self.reply
    }
}
