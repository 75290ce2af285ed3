//! From options to a decoder.

use tillwire_core::dictionary::{Dictionary, Vocabulary};
use tillwire_core::event::{Decoder, Event};
use tillwire_core::{Limits, Platform};

use crate::args::{Known, Limit, Reader};
use crate::failure::Failure;
use crate::input;
use crate::terminal;

impl Limit {
    fn limits(&self) -> Limits {
        let standard = Limits::default();
        Limits {
            body_bytes: self.body.unwrap_or(standard.body_bytes),
            depth: self.depth.unwrap_or(standard.depth),
            elements: self.elements.unwrap_or(standard.elements),
        }
    }
}

impl Reader {
    pub(crate) fn decoder(&self) -> Result<Decoder, Failure> {
        let limits = self.limit.limits();
        let mut decoder = Decoder::new(self.from.platform).limits(limits);
        for (currency, digits) in &self.reading.scales {
            decoder = decoder.scale(*currency, *digits);
        }
        for (canonical, actual) in &self.reading.locations {
            decoder = decoder.locate(canonical, actual)?;
        }
        self.known.add_to(decoder, self.from.platform, &limits)
    }
}

impl Known {
    /// The decoder, with what is known beside the bodies that it reads.
    pub(crate) fn add_to(
        &self,
        mut decoder: Decoder,
        platform: Platform,
        limits: &Limits,
    ) -> Result<Decoder, Failure> {
        for (key, own_id) in &self.stores {
            decoder = decoder.store(key, own_id);
        }
        for (vocabulary, path) in &self.dictionaries {
            is_of_platform(*vocabulary, platform)?;
            let label = path.display().to_string();
            let answer = input::file(path)?;
            let dictionary = Dictionary::load(*vocabulary, &answer, limits)
                .map_err(|error| Failure::unloadable(&error, &answer).about(&label))?;
            if dictionary.skipped() > 0 {
                let label = terminal::line(&label);
                eprintln!("warning: {label}: {} without id or name, left out", entries(dictionary.skipped()));
            }
            decoder = decoder.dictionary(dictionary);
        }
        Ok(decoder)
    }
}

/// A dictionary of another platform would say nothing.
fn is_of_platform(vocabulary: Vocabulary, platform: Platform) -> Result<(), Failure> {
    let owner = vocabulary.platform();
    if owner == platform {
        return Ok(());
    }
    let name = vocabulary.name();
    Err(Failure::usage(format!(
        "{name} is a vocabulary of {}, and the bodies are {}'s",
        owner.name(),
        platform.name()
    ))
    .hint(format!("leave --dictionary {name}=... out")))
}

fn entries(count: usize) -> String {
    if count == 1 { "an entry".into() } else { format!("{count} entries") }
}

/// Tells on standard error what a document left open or spoiled.
pub(crate) fn warn(event: &Event, label: Option<&str>) {
    let label = label.map_or_else(String::new, |label| format!("{label}: "));
    for problem in event.problems() {
        let place = format!("(at {}, byte {})", problem.path, problem.offset);
        eprintln!("warning: {}{} {}", terminal::line(&label), problem.code.message(), terminal::line(&place));
    }
}
