//! The vocabularies as data: each has words, none twice, and those that mean something mean a code of ours.

use std::collections::BTreeSet;

use tillwire_core::dictionary::Vocabulary;
use tillwire_core::event::EventKind;
use tillwire_core::lifecycle::{Courier, PaymentStatus, Progress};
use tillwire_core::order::{Fulfilment, LineKind};

#[test]
fn every_vocabulary_has_words_and_none_twice() {
    for &vocabulary in Vocabulary::ALL {
        let name = vocabulary.name();
        let codes: Vec<_> = vocabulary.words().map(|word| word.code).collect();
        assert!(!codes.is_empty(), "{name} is empty");
        assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len(), "{name} has a word twice");
        for word in vocabulary.words() {
            assert!(!word.code.is_empty() && !word.name.is_empty(), "{name}: {word:?}");
            assert!(
                word.code.len() < 64 && word.name.len() < 64,
                "{name}: {word:?} is longer than the header says"
            );
            assert_eq!(vocabulary.find(word.code), Some(word));
        }
        assert_eq!(vocabulary.word(codes.len()), None);
        assert_eq!(vocabulary.find("no such word"), None);
    }
}

#[test]
fn what_words_mean_are_codes_of_ours() {
    type Known = fn(i32) -> bool;
    let of: &[(&[Vocabulary], Known)] = &[
        (&[Vocabulary::KlikitEvent, Vocabulary::AtlasEvent, Vocabulary::FireEvent], |code| {
            EventKind::from_code(code).is_some_and(|kind| kind != EventKind::Unknown)
        }),
        (
            &[
                Vocabulary::KlikitOrderStatus,
                Vocabulary::KlikitStatusChange,
                Vocabulary::AtlasState,
                Vocabulary::FireStatus,
                Vocabulary::FireKitchenStatus,
                Vocabulary::FireKitchenReport,
                Vocabulary::FireOrderStatus,
            ],
            |code| Progress::from_code(code).is_some(),
        ),
        (&[Vocabulary::KlikitFulfilmentStatus], |code| Courier::from_code(code).is_some()),
        (&[Vocabulary::KlikitOrderType, Vocabulary::AtlasFulfilmentType, Vocabulary::FireService], |code| {
            Fulfilment::from_code(code).is_some()
        }),
        (&[Vocabulary::KlikitPaymentStatus, Vocabulary::FirePaymentStatus], |code| {
            PaymentStatus::from_code(code).is_some()
        }),
        (&[Vocabulary::FireItemType], |code| LineKind::from_code(code).is_some()),
    ];
    for (vocabularies, is_known) in of {
        for vocabulary in *vocabularies {
            let meanings: Vec<_> = vocabulary.words().filter_map(|word| word.meaning).collect();
            assert!(!meanings.is_empty(), "nothing in {} means anything", vocabulary.name());
            assert!(meanings.iter().all(|code| is_known(*code)), "{}: {meanings:?}", vocabulary.name());
        }
    }
}
