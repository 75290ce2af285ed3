//! `tillwire words`: what the platforms' codes mean.

mod common;

use common::run;
use serde_json::Value;

fn json(args: &[&str]) -> Vec<Value> {
    let printed = run(&[&["words", "--json"], args].concat(), b"").printed();
    serde_json::from_str(&printed).unwrap()
}

#[test]
fn a_vocabulary_is_a_table() {
    let printed = run(&["words", "klikit_order_status"], b"").printed();
    assert_eq!(printed, include_str!("words/klikit_order_status.txt"));
    // What means nothing to the library leaves the column empty, without spaces behind the name.
    let printed = run(&["words", "klikit_source"], b"").printed();
    assert_eq!(printed, "CODE  NAME      MEANS\n9     in-store\n");
    let printed = run(&["words", "fire_weekday"], b"").printed();
    assert!(printed.lines().any(|line| line.split_whitespace().eq(["MONDAY", "MONDAY", "1"])), "{printed}");
}

#[test]
fn all_vocabularies_are_listed() {
    let printed = run(&["words"], b"").printed();
    let listed: Vec<_> = json(&[]);
    assert_eq!(printed.lines().count(), listed.len() + 1);
    for (line, vocabulary) in printed.lines().skip(1).zip(&listed) {
        let columns: Vec<_> = line.split_whitespace().collect();
        let count = vocabulary["words"].as_u64().unwrap();
        assert_eq!(
            columns[..3],
            [
                vocabulary["vocabulary"].as_str().unwrap(),
                vocabulary["platform"].as_str().unwrap(),
                &count.to_string()
            ]
        );
        assert_eq!(line.ends_with("  served by the platform"), vocabulary["served"] == true, "{line}");
        assert!(count > 0, "{line}");
    }
    let served = listed.iter().filter(|vocabulary| vocabulary["served"] == true).count();
    assert!(listed.len() >= 50 && served == 4, "{served} of {}", listed.len());
}

#[test]
fn every_meaning_has_a_name_unless_it_is_a_flag_or_number() {
    let plain = ["atlas_timeslot_type", "fire_transaction_status", "fire_active", "fire_weekday"];
    let mut named = 0;
    for vocabulary in json(&[]) {
        let name = vocabulary["vocabulary"].as_str().unwrap();
        let words = json(&[name]);
        assert_eq!(words.len() as u64, vocabulary["words"].as_u64().unwrap(), "{name}");
        for word in &words {
            assert!(word["code"].is_string() && word["name"].is_string(), "{name}: {word}");
            let is_plain = plain.contains(&name) || word.get("meaning").is_none();
            assert_eq!(word.get("meaning_name").is_none(), is_plain, "{name}: {word}");
            named += usize::from(!is_plain);
        }
    }
    assert!(named > 60, "{named}");
    let ready = &json(&["fire_kitchen_status"]);
    assert!(ready.iter().any(|word| word["code"] == "ready" && word["meaning_name"] == "ready"), "{ready:?}");
}

#[test]
fn a_vocabulary_that_is_none_is_told_beside_those_that_are() {
    let found = run(&["words", "klikit_order_statuses"], b"");
    assert_eq!((found.code, found.out.as_str()), (2, ""), "{found:?}");
    assert!(found.err.contains("klikit_order_status, ") && found.err.contains("fire_weekday"), "{found:?}");
    assert!(found.err.contains("tip: a similar value exists: 'klikit_order_status'"), "{found:?}");
}
