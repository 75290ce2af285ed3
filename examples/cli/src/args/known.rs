//! What is known beside a body: the vendor's stores, and dictionaries that the platform serves.

use std::path::PathBuf;

use clap::Args;
use tillwire_core::dictionary::Vocabulary;

#[derive(Args)]
pub(crate) struct Known {
    /// Your own id of a store, by the platform's key; may be given several times
    ///
    /// The key is klikit's brand/branch, Atlas's outlet id or Fire's store code. Once one is given, a store without one is a
    /// problem of the event.
    #[arg(long = "store", global = true, value_name = "KEY=OWN_ID", value_parser = store)]
    pub(crate) stores: Vec<(String, String)>,
    /// A file with the platform's answer that has a vocabulary; may be given several times
    ///
    /// It takes the place of the built-in words, wholly. `tillwire words` says which vocabularies are served.
    #[arg(long = "dictionary", global = true, value_name = "VOCABULARY=FILE", value_parser = dictionary)]
    pub(crate) dictionaries: Vec<(Vocabulary, PathBuf)>,
}

fn store(text: &str) -> Result<(String, String), &'static str> {
    match text.split_once('=') {
        Some((key, own_id)) if !key.is_empty() && !own_id.is_empty() => Ok((key.into(), own_id.into())),
        _ => Err("write the platform's key, `=` and your own id, as in 10/20=till-7"),
    }
}

fn dictionary(text: &str) -> Result<(Vocabulary, PathBuf), String> {
    let (name, path) = text.split_once('=').unwrap_or((text, ""));
    let vocabulary = match Vocabulary::from_name(name) {
        Some(vocabulary) if vocabulary.is_served() => vocabulary,
        Some(_) => return Err(format!("no platform serves {name}; {}", served())),
        None => return Err(format!("there is no vocabulary {name}; {}", served())),
    };
    if path.is_empty() {
        return Err(format!("name the file, as in {name}=answer.json"));
    }
    Ok((vocabulary, path.into()))
}

fn served() -> String {
    let served = Vocabulary::ALL.iter().filter(|vocabulary| vocabulary.is_served());
    let names: Vec<_> = served.map(|vocabulary| vocabulary.name()).collect();
    format!("these can be loaded: {}", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_store_is_a_key_and_an_own_id() {
        assert_eq!(store("10/20=till=7"), Ok(("10/20".into(), "till=7".into())));
        for none in ["10/20", "=7", "10/20=", ""] {
            assert!(store(none).is_err(), "{none}");
        }
    }

    #[test]
    fn a_dictionary_is_a_vocabulary_that_is_served_and_a_file() {
        let statuses = Vocabulary::KlikitOrderStatus;
        assert_eq!(dictionary("klikit_order_status=a=b.json"), Ok((statuses, "a=b.json".into())));
        for (text, message) in [
            (
                "klikit_status=a.json",
                "there is no vocabulary klikit_status; these can be loaded: klikit_order_status, ",
            ),
            (
                "fire_status=a.json",
                "no platform serves fire_status; these can be loaded: klikit_order_status, ",
            ),
            ("klikit_order_status", "name the file, as in klikit_order_status=answer.json"),
            ("klikit_order_status=", "name the file, as in klikit_order_status=answer.json"),
        ] {
            let error = dictionary(text).unwrap_err();
            assert!(error.starts_with(message), "{error}");
        }
        assert!(!served().contains("klikit_reason") && served().contains("klikit_provider"));
    }
}
