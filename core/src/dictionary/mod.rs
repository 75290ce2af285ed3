//! The platforms' vocabularies as data: code ⇄ name ⇄ meaning.
//!
//! Each [`Vocabulary`] is a table of [`Word`]s in the platform's own codes. What a word means to this library, where it
//! means something, is the code of one of its enumerations. Words that are in no table come through with their text.

//!
//! A platform that serves its dictionaries knows them best: a [`Dictionary`] that was loaded at run time takes the place of
//! the table.

mod error;
mod served;
mod vocabulary;
mod word;

pub use error::DictionaryError;
pub use served::Dictionary;
pub use vocabulary::Vocabulary;
pub use word::Word;

pub(crate) use served::Dictionaries;
pub(crate) use word::{Entry, bare, find, nth, word_of};
