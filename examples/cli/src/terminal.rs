//! Text from outside on its way to a terminal or printer: control characters drive neither.

use std::fmt::Write;

/// Text for one line: control characters and line separators become spaces.
pub(crate) fn line(text: &str) -> String {
    text.chars().map(|character| if drives(character) { ' ' } else { character }).collect()
}

/// Text of several lines: line breaks and tabs stay.
pub(crate) fn lines(text: &str) -> String {
    text.chars()
        .map(|character| if drives(character) && !matches!(character, '\n' | '\t') { ' ' } else { character })
        .collect()
}

/// JSON text whose strings hold control characters as escapes only: the same document.
pub(crate) fn json(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if drives(character) && character != '\n' {
            // Writing to a String cannot fail.
            let _ = write!(shown, "\\u{:04x}", u32::from(character));
        } else {
            shown.push(character);
        }
    }
    shown
}

/// JSON text as it was received: the same document. Outside of strings, where alone it has control characters of C0, they
/// are white space.
pub(crate) fn received(text: &str) -> String {
    json(&text.replace(['\r', '\t'], " "))
}

/// As [`received`], on one line.
pub(crate) fn received_line(text: &str) -> String {
    json(&text.replace(['\r', '\t', '\n'], " "))
}

/// C0, DEL and C1, among them the one-character CSI; and Unicode's line and paragraph separators.
fn drives(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOSTILE: &str = "a\u{1b}[2J\u{9b}31m\u{7f}\u{2028}\t\r\né";

    #[test]
    fn nothing_drives_a_terminal() {
        assert_eq!(line(HOSTILE), "a [2J 31m     é");
        assert_eq!(lines(HOSTILE), "a [2J 31m  \t \né");
    }

    #[test]
    fn json_that_was_received_stays_the_same_document() {
        let document = "{\r\n\t\"name\": \"a\\tb\u{9b}\",\n\"price\": 1.10}";
        assert_eq!(received(document), "{ \n \"name\": \"a\\tb\\u009b\",\n\"price\": 1.10}");
        assert_eq!(received_line(document), "{   \"name\": \"a\\tb\\u009b\", \"price\": 1.10}");
    }

    #[test]
    fn json_stays_the_same_document() {
        let document = format!("{{\n  \"name\": {}\n}}", serde_json::Value::from(HOSTILE));
        let shown = json(&document);
        assert!(shown.contains("\\u009b31m\\u007f\\u2028"), "{shown}");
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&shown).unwrap(),
            serde_json::from_str::<serde_json::Value>(&document).unwrap()
        );
    }
}
