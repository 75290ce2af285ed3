//! `tillwire words`: the platforms' vocabularies.

use serde_json::{Map, Value, json};
use tillwire_core::dictionary::{Vocabulary, Word};
use tillwire_core::event::EventKind;
use tillwire_core::lifecycle::{Courier, PaymentStatus, Progress};
use tillwire_core::order::{Fulfilment, LineKind};

use crate::args::Words;
use crate::failure::Failure;
use crate::table::table;

pub(crate) fn run(args: &Words) -> Result<String, Failure> {
    match args.vocabulary {
        Some(vocabulary) if args.json => {
            json_text(vocabulary.words().map(|word| word_json(vocabulary, &word)))
        }
        Some(vocabulary) => Ok(words_of(vocabulary)),
        None if args.json => json_text(Vocabulary::ALL.iter().map(|vocabulary| vocabulary_json(*vocabulary))),
        None => Ok(vocabularies()),
    }
}

fn vocabularies() -> String {
    let rows = Vocabulary::ALL.iter().map(|vocabulary| {
        let count = vocabulary.words().count().to_string();
        let served = if vocabulary.is_served() { "served by the platform" } else { "" };
        [vocabulary.name().into(), vocabulary.platform().name().into(), count, served.into()]
    });
    table(["VOCABULARY", "PLATFORM", "WORDS", ""], rows.collect())
}

fn words_of(vocabulary: Vocabulary) -> String {
    let rows = vocabulary.words().map(|word| {
        let meaning = meaning_name(vocabulary, &word).map(Into::into);
        let meaning = meaning.or_else(|| word.meaning.map(|code| code.to_string()));
        [word.code.into(), word.name.into(), meaning.unwrap_or_default()]
    });
    table(["CODE", "NAME", "MEANS"], rows.collect())
}

fn vocabulary_json(vocabulary: Vocabulary) -> Value {
    json!({
        "vocabulary": vocabulary.name(),
        "platform": vocabulary.platform().name(),
        "words": vocabulary.words().count(),
        "served": vocabulary.is_served(),
    })
}

fn word_json(vocabulary: Vocabulary, word: &Word) -> Value {
    let mut members = Map::new();
    members.insert("code".into(), word.code.into());
    members.insert("name".into(), word.name.into());
    members.extend(word.meaning.map(|code| ("meaning".into(), code.into())));
    members.extend(meaning_name(vocabulary, word).map(|name| ("meaning_name".into(), name.into())));
    members.into()
}

/// The name of what a word means; `None` where the meaning is a flag or a number.
fn meaning_name(vocabulary: Vocabulary, word: &Word) -> Option<&'static str> {
    let code = word.meaning?;
    match vocabulary {
        Vocabulary::KlikitEvent | Vocabulary::AtlasEvent | Vocabulary::FireEvent => {
            EventKind::from_code(code).map(EventKind::name)
        }
        Vocabulary::KlikitOrderStatus
        | Vocabulary::KlikitStatusChange
        | Vocabulary::AtlasState
        | Vocabulary::FireStatus
        | Vocabulary::FireKitchenStatus
        | Vocabulary::FireKitchenReport
        | Vocabulary::FireOrderStatus => Progress::from_code(code).map(Progress::name),
        Vocabulary::KlikitFulfilmentStatus => Courier::from_code(code).map(Courier::name),
        Vocabulary::KlikitOrderType | Vocabulary::AtlasFulfilmentType | Vocabulary::FireService => {
            Fulfilment::from_code(code).map(Fulfilment::name)
        }
        Vocabulary::KlikitPaymentStatus | Vocabulary::FirePaymentStatus => {
            PaymentStatus::from_code(code).map(PaymentStatus::name)
        }
        Vocabulary::FireItemType => LineKind::from_code(code).map(LineKind::name),
        _ => None,
    }
}

fn json_text(values: impl Iterator<Item = Value>) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(&values.collect::<Vec<_>>());
    let text =
        text.map_err(|error| Failure::usage(format!("the words cannot be written as JSON: {error}")))?;
    Ok(text + "\n")
}
