//! From Rust documentation to C comments: the text transformations.

use crate::Result;

/// Columns of the header.
pub const WIDTH: usize = 100;

/// A comment block in documentation style, for the item that follows it.
pub fn doc_comment(doc: &[String], indent: &str) -> Result<String> {
    let room = WIDTH - indent.len() - " * ".len();
    let lines = flow(&for_c(doc)?, room);
    if let [line] = lines.as_slice() {
        let short = format!("{indent}/** {line} */\n");
        if short.len() <= WIDTH {
            return Ok(short);
        }
    }
    Ok(format!("{indent}/**\n{}{indent} */\n", starred(&lines, indent)))
}

/// A comment block that opens a chapter.
pub fn chapter_comment(title: &str, text: &[String]) -> Result<String> {
    let rule = "=".repeat(WIDTH - "/* ".len());
    let title = for_c(&[title.to_owned()])?;
    let lines = flow(&for_c(text)?, WIDTH - " * ".len());
    let gap = if lines.is_empty() { "" } else { " *\n" };
    Ok(format!("/* {rule}\n{}{gap}{} */\n", starred(&title, ""), starred(&lines, "")))
}

/// A plain comment block around lines that are already wrapped.
pub fn plain_comment(text: &str) -> Result<String> {
    let lines = text.lines().map(harmless).collect::<Result<Vec<_>>>()?;
    Ok(format!("/*\n{} */\n", starred(&lines, "")))
}

fn starred(lines: &[String], indent: &str) -> String {
    lines.iter().map(|line| format!("{}\n", format!("{indent} * {line}").trim_end())).collect()
}

/// The lines of a documentation text that are meant for C, in characters that every compiler reads.
///
/// The section `# Safety` speaks to Rust callers only: the prose above it says the same to C.
fn for_c(doc: &[String]) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    let mut skipped = false;
    for line in doc {
        if let Some(heading) = line.strip_prefix("# ") {
            skipped = heading.trim() == "Safety";
            if !skipped {
                lines.extend([String::new(), format!("{}:", harmless(heading.trim())?), String::new()]);
            }
        } else if !skipped {
            lines.push(without_links(&harmless(line)?));
        }
    }
    Ok(lines)
}

/// Text that cannot end or nest a comment and is ASCII, since old compilers read sources in the machine's code
/// page.
fn harmless(text: &str) -> Result<String> {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\u{2026}' => plain.push_str("..."),
            '\u{2013}' | '\u{2014}' => plain.push('-'),
            '\u{2018}' | '\u{2019}' => plain.push('\''),
            '\u{201C}' | '\u{201D}' => plain.push('"'),
            '\u{2192}' => plain.push_str("->"),
            '\u{2264}' => plain.push_str("<="),
            '\u{2265}' => plain.push_str(">="),
            '\u{D7}' => plain.push('x'),
            _ if character.is_ascii() => plain.push(character),
            _ => return Err(format!("no ASCII form for {character:?} in the documentation: {text}")),
        }
    }
    Ok(plain.replace("*/", "* /").replace("/*", "/ *"))
}

/// Links of rustdoc, reduced to the code that they show.
pub fn without_links(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, link)) = rest.split_once("[`") {
        let Some((code, after)) = link.split_once("`]") else { break };
        plain.push_str(&format!("{before}`{code}`"));
        rest = match after.strip_prefix('(').and_then(|target| target.split_once(')')) {
            Some((_, after)) => after,
            None => after,
        };
    }
    plain + rest
}

/// Wraps paragraphs and list items to `width`; code blocks (indented instead of fenced) and tables keep their
/// lines.
fn flow(lines: &[String], width: usize) -> Vec<String> {
    let mut flowed: Vec<String> = Vec::new();
    let mut block = Block::default();
    let mut code = false;
    for line in lines {
        let text = line.trim();
        if text.starts_with("```") {
            block.end(&mut flowed, width);
            code = !code;
        } else if code {
            flowed.push(format!("    {line}"));
        } else if text.is_empty() {
            block.end(&mut flowed, width);
            flowed.push(String::new());
        } else if text.starts_with('|') {
            block.end(&mut flowed, width);
            flowed.push(text.to_owned());
        } else if let Some(mark) = list_mark(text) {
            block.end(&mut flowed, width);
            let indent = line.len() - line.trim_start().len();
            block = Block { words: text.to_owned(), first: indent, hang: indent + mark };
        } else {
            block.add(text);
        }
    }
    block.end(&mut flowed, width);
    flowed.dedup_by(|next, line| next.is_empty() && line.is_empty());
    if flowed.first().is_some_and(String::is_empty) {
        flowed.remove(0);
    }
    if flowed.last().is_some_and(String::is_empty) {
        flowed.pop();
    }
    flowed
}

/// The length of the mark that starts a list item, with its space.
fn list_mark(text: &str) -> Option<usize> {
    if text.starts_with("* ") || text.starts_with("- ") {
        return Some(2);
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    ((1..=2).contains(&digits) && text.get(digits..)?.starts_with(". ")).then_some(digits + 2)
}

/// A paragraph or a list item that is being collected.
#[derive(Default)]
struct Block {
    words: String,
    /// Columns before the first line.
    first: usize,
    /// Columns before the others.
    hang: usize,
}

impl Block {
    fn add(&mut self, text: &str) {
        if !self.words.is_empty() {
            self.words.push(' ');
        }
        self.words.push_str(text);
    }

    fn end(&mut self, flowed: &mut Vec<String>, width: usize) {
        let block = std::mem::take(self);
        let mut line = " ".repeat(block.first);
        let mut empty = true;
        for word in block.words.split_whitespace() {
            if !empty && line.len() + 1 + word.len() > width {
                flowed.push(std::mem::replace(&mut line, " ".repeat(block.hang)));
                empty = true;
            }
            if !empty {
                line.push(' ');
            }
            line.push_str(word);
            empty = false;
        }
        if !empty {
            flowed.push(line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn a_short_text_is_one_line() {
        assert_eq!(doc_comment(&lines("Success."), "").unwrap(), "/** Success. */\n");
    }

    #[test]
    fn paragraphs_are_wrapped_again_and_safety_is_left_out() {
        let doc = lines(
            "Frees an error. NULL is\nfine.\n\nAny number of threads.\n\n# Safety\n`error` lives.\n\n# Errors\nNone.",
        );
        let wanted = "/**\n * Frees an error. NULL is fine.\n *\n * Any number of threads.\n *\n * Errors:\n *\n * None.\n */\n";
        assert_eq!(doc_comment(&doc, "").unwrap(), wanted);
    }

    #[test]
    fn long_text_stays_within_the_width() {
        let comment = doc_comment(&["word ".repeat(60)], "    ").unwrap();
        assert!(comment.lines().all(|line| line.len() <= WIDTH), "{comment}");
        assert_eq!(comment.matches("word").count(), 60);
    }

    #[test]
    fn a_text_can_neither_end_nor_nest_a_comment() {
        for text in ["*/", "/*", "*/*", "/*/", "**/ int x; /**"] {
            let comment = doc_comment(&lines(text), "").unwrap();
            let inside = comment.trim_end().strip_prefix("/**").unwrap().strip_suffix("*/").unwrap();
            assert!(!inside.contains("*/") && !inside.contains("/*"), "{comment}");
        }
    }

    #[test]
    fn typographic_characters_become_ascii_and_others_are_refused() {
        assert_eq!(harmless("a … b — c ≤ “d”").unwrap(), "a ... b - c <= \"d\"");
        assert!(harmless("日本").is_err());
    }

    #[test]
    fn lists_hang_and_code_and_tables_keep_their_lines() {
        let text = "Use:\n* one\n  more\n* two\n\n```c\nint  x;\n  y();\n```\n| a | b |\n| 1 | 2 |";
        assert_eq!(
            flow(&lines(text), 7),
            ["Use:", "* one", "  more", "* two", "", "    int  x;", "      y();", "| a | b |", "| 1 | 2 |"]
        );
    }

    #[test]
    fn a_number_that_starts_a_line_is_not_a_list() {
        assert_eq!(flow(&lines("about\n28.5 or\n2026. It"), 40), ["about 28.5 or 2026. It"]);
    }

    #[test]
    fn rustdoc_links_show_their_code() {
        assert_eq!(without_links("see [`a`], [`b`](crate::b) and [0]"), "see `a`, `b` and [0]");
    }

    #[test]
    fn a_chapter_has_a_rule_its_title_and_its_prose() {
        let comment = chapter_comment("Errors", &lines("Read\nthis.")).unwrap();
        assert!(comment.starts_with("/* ===="));
        assert!(comment.ends_with("=\n * Errors\n *\n * Read this.\n */\n"), "{comment}");
    }
}
