//! The texts at the end of the notices: equal ones once, each with whose it is.

use crate::plain::paragraph;

/// The texts so far, in the order of their numbers.
#[derive(Default)]
pub struct Texts(Vec<Text>);

struct Text {
    text: String,
    owners: Vec<String>,
}

impl Texts {
    /// Takes a text in; equal but for spaces at the ends of lines is equal. Returns its number, from 1 on.
    pub fn add(&mut self, text: &str, owner: &str) -> usize {
        let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().map(str::trim_end).collect();
        let text = lines.join("\n").trim_matches('\n').to_owned();
        let place = self.0.iter().position(|known| known.text == text).unwrap_or(self.0.len());
        match self.0.get_mut(place) {
            Some(known) if known.owners.iter().any(|known| known == owner) => {}
            Some(known) => known.owners.push(owner.to_owned()),
            None => self.0.push(Text { text, owners: vec![owner.to_owned()] }),
        }
        place.saturating_add(1)
    }

    /// All texts, each under its number and its owners.
    pub fn print(&self) -> String {
        let rule = "=".repeat(crate::plain::WIDTH);
        let mut printed = String::new();
        for (number, Text { text, owners }) in (1..).zip(&self.0) {
            let head = paragraph("", &format!("Text {number}, of {}", owners.join(", ")));
            printed.push_str(&format!("\n{rule}\n{head}{rule}\n\n{text}\n"));
        }
        printed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_are_printed_once() {
        let mut texts = Texts::default();
        assert_eq!(texts.add("\u{feff}\n  Do as\r\nyou like. \r\n", "a 1"), 1);
        assert_eq!(texts.add("Do not.", "b 1"), 2);
        assert_eq!(texts.add("  Do as\nyou like.", "c 1"), 1);
        assert_eq!(texts.add("  Do as\nyou like.", "c 1"), 1);
        let printed = texts.print();
        assert!(printed.contains("\nText 1, of a 1, c 1\n"), "{printed}");
        assert_eq!(printed.matches("you like.").count(), 1, "{printed}");
    }
}
