//! All pages of a list, with a progress bar where somebody watches.

use std::borrow::Cow;
use std::io::{IsTerminal, stderr};

use indicatif::{ProgressBar, ProgressStyle};
use tillwire_core::event::Decoder;
use tillwire_core::http::{Arguments, Operation, Progress};
use tillwire_transport::{Client, Page, SendError};

use crate::failure::Failure;
use crate::log;
use crate::orders;
use crate::terminal;

/// Prints each record as JSON on a line of its own, or the orders in them.
pub(crate) fn run(
    client: &Client,
    operation: Operation,
    arguments: Arguments,
    decoder: Option<&Decoder>,
    quiet: bool,
) -> Result<(), Failure> {
    let failed = |error: SendError| Failure::sent(error, None);
    let mut pages = client.crawl(operation, arguments).map_err(failed)?;
    let bar = bar(quiet);
    let tell = |line: &str| bar.suspend(|| log::tell(line));
    let read = log::following(client, quiet, tell, || {
        while let Some(page) = pages.next().map_err(failed)? {
            show(&bar, pages.progress());
            let lines = lines(&page, decoder)?;
            if !bar.suspend(|| crate::print_more(lines.as_bytes()))? {
                break;
            }
        }
        Ok(())
    });
    bar.finish_and_clear();
    if !quiet {
        log::tell(&said(pages.progress()));
    }
    read
}

/// The records of a page that are new, a line each.
fn lines(page: &Page, decoder: Option<&Decoder>) -> Result<String, Failure> {
    if let Some(decoder) = decoder {
        return orders::of_records(page.reply(), page.new_records(), decoder);
    }
    let all: Vec<_> = page.reply().records().collect();
    let new = page.new_records().iter().filter_map(|record| all.get(record.position));
    Ok(new.map(|record| terminal::received_line(record.raw()) + "\n").collect())
}

/// A bar on a terminal; elsewhere one that shows nothing.
pub(crate) fn bar(quiet: bool) -> ProgressBar {
    if quiet || !stderr().is_terminal() { ProgressBar::hidden() } else { ProgressBar::new_spinner() }
}

fn show(bar: &ProgressBar, progress: Progress) {
    bar.set_message(Cow::from(said(progress)));
    bar.set_position(progress.records);
    if let Some(total) = progress.total.filter(|_| bar.length().is_none()) {
        bar.set_length(total);
        // The template is a constant that a test reads, too; without it the bar keeps its own look.
        if let Ok(style) = ProgressStyle::with_template(TEMPLATE) {
            bar.set_style(style);
        }
    }
    bar.tick();
}

const TEMPLATE: &str = "{bar:40} {percent}% {msg}";

/// How far it is.
pub(crate) fn said(progress: Progress) -> String {
    let of = progress.total.map_or_else(String::new, |total| format!(" of {total}"));
    let pages = if progress.pages == 1 { "page" } else { "pages" };
    format!("{}{of} records, {} {pages}", progress.records, progress.pages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_can_be_drawn_and_says_how_far_it_is() {
        assert!(ProgressStyle::with_template(TEMPLATE).is_ok());
        let progress = Progress { pages: 1, records: 100, total: Some(250) };
        assert_eq!(said(progress), "100 of 250 records, 1 page");
        assert_eq!(said(Progress { pages: 2, total: None, ..progress }), "100 records, 2 pages");
    }
}
