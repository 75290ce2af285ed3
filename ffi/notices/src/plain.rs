//! Plain text: paragraphs of one width, and pages of HTML as such.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, Event};

use crate::Result;

/// Columns of a line, as far as its words allow.
pub const WIDTH: usize = 100;

/// A paragraph whose lines are broken at spaces, each ended by a newline. Those after the first begin with `indent`.
pub fn paragraph(indent: &str, text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let fits = lines.last().is_none_or(|line| {
            line.trim().is_empty() || line.chars().count() + 1 + word.chars().count() <= WIDTH
        });
        if !fits {
            lines.push(indent.to_owned());
        }
        if let Some(line) = lines.last_mut() {
            if !line.trim().is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// A page of HTML as lines. `preformatted` is told the heading that each `<pre>` stands under and its text, and says what
/// stands there instead.
pub fn lines(html: &str, mut preformatted: impl FnMut(&str, &str) -> String) -> Result<Vec<String>> {
    let mut page = Page::default();
    let mut reader = Reader::from_str(html);
    // HTML does not close everything.
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    loop {
        match reader.read_event().map_err(|error| format!("HTML: {error}"))? {
            Event::Eof => break,
            Event::Start(tag) => page.start(tag.name().as_ref()),
            Event::End(tag) => page.end(tag.name().as_ref(), &mut preformatted),
            Event::Text(text) => page.text(&text.decode().map_err(|error| error.to_string())?),
            Event::GeneralRef(name) => page.text(&character(&name)?),
            _ => {}
        }
    }
    page.finish_line();
    Ok(page.lines)
}

/// What `&#34;` or `&lt;` stands for; a name that is not one of XML's stays as it is.
fn character(name: &BytesRef<'_>) -> Result<String> {
    if let Some(character) = name.resolve_char_ref().map_err(|error| format!("HTML: {error}"))? {
        return Ok(character.to_string());
    }
    let name = name.decode().map_err(|error| error.to_string())?;
    let known = quick_xml::escape::resolve_xml_entity(&name).map(str::to_owned);
    Ok(known.unwrap_or_else(|| format!("&{name};")))
}

#[derive(Default)]
struct Page {
    lines: Vec<String>,
    line: String,
    heading: String,
    is_head: bool,
    pre: Option<String>,
}

impl Page {
    fn start(&mut self, tag: &[u8]) {
        match tag {
            b"head" => self.is_head = true,
            b"pre" => self.pre = Some(String::new()),
            b"h1" | b"h2" | b"h3" => {
                self.finish_line();
                self.lines.push(String::new());
            }
            // The name of a text stands before it, on the same line.
            b"p" | b"div" | b"li" | b"summary" => self.finish_line(),
            _ => {}
        }
    }

    fn end(&mut self, tag: &[u8], preformatted: &mut impl FnMut(&str, &str) -> String) {
        match tag {
            b"head" => self.is_head = false,
            b"pre" => {
                let text = self.pre.take().unwrap_or_default();
                let instead = preformatted(&self.heading, &text);
                self.text(&format!(" {instead}"));
                self.finish_line();
            }
            b"h1" | b"h2" | b"h3" => {
                self.heading = words(&self.line);
                self.finish_line();
            }
            b"p" | b"div" | b"li" => self.finish_line(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        match &mut self.pre {
            Some(pre) => pre.push_str(text),
            None if self.is_head => {}
            None => self.line.push_str(text),
        }
    }

    fn finish_line(&mut self) {
        let line = words(&std::mem::take(&mut self.line));
        if !line.is_empty() {
            self.lines.push(line);
        }
    }
}

/// Single spaces between words, and no pictures before them.
fn words(text: &str) -> String {
    let words: Vec<&str> =
        text.split_whitespace().skip_while(|word| !word.chars().any(|it| it.is_ascii_graphic())).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_at_spaces() {
        let printed = paragraph("  ", &"word ".repeat(30));
        let lines: Vec<&str> = printed.lines().collect();
        assert_eq!(lines.len(), 2, "{printed}");
        assert!(lines.iter().all(|line| line.len() <= WIDTH), "{printed}");
        assert!(lines.iter().skip(1).all(|line| line.starts_with("  word")), "{printed}");
        assert_eq!(paragraph("", &"x".repeat(WIDTH + 1)).lines().count(), 1);
    }

    #[test]
    fn html_is_told_in_lines() {
        let html = "<html><head><meta charset=\"UTF-8\"><title>T</title></head><body>\n<h3>📦 cc-1</h3>\
                    <p><b>Authors:</b> A &#60;a@b&#62;\n &amp; &copy;</p><p><details><summary><code>MIT</code></summary>\
                    <pre>\nas &#34;is&#34;\n  ever</pre></details></p></body></html>";
        let mut told = Vec::new();
        let found = lines(html, |heading, text| {
            told.push((heading.to_owned(), text.to_owned()));
            "text 1".to_owned()
        });
        assert_eq!(found.expect("it is HTML"), ["", "cc-1", "Authors: A <a@b> & &copy;", "MIT text 1"]);
        assert_eq!(told, [("cc-1".to_owned(), "\nas \"is\"\n  ever".to_owned())]);
    }
}
