//! One word of a platform's vocabulary, and tables of them.

/// A word of a platform's vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Word {
    /// The code or word as it stands in documents, as text.
    pub code: &'static str,
    /// Its name; the same as the code where the platform writes words.
    pub name: &'static str,
    /// What it means: the code of the enumeration that the vocabulary names; `None` where it means nothing to this
    /// library.
    pub meaning: Option<i32>,
}

/// An entry of a table: code, name, meaning.
pub(crate) type Entry<T> = (&'static str, &'static str, T);

/// A word that is its own name.
pub(crate) const fn word_of<T: Copy>(word: &'static str, meaning: T) -> Entry<T> {
    (word, word, meaning)
}

/// A word that is its own name and means nothing to this library.
pub(crate) const fn bare(word: &'static str) -> Entry<()> {
    word_of(word, ())
}

/// The meaning of a code in a table.
pub(crate) fn find<T: Copy>(table: &[Entry<T>], code: &str) -> Option<T> {
    table.iter().find(|(known, ..)| *known == code).map(|(.., meaning)| *meaning)
}

/// The word at a position of a table.
pub(crate) fn nth<T: Copy>(
    table: &'static [Entry<T>],
    position: usize,
    code_of: impl Fn(T) -> Option<i32>,
) -> Option<Word> {
    table.get(position).map(|(code, name, meaning)| Word { code, name, meaning: code_of(*meaning) })
}
