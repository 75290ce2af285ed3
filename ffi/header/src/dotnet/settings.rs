//! `Settings.cs`: what can be set of a verifier, an account and a book, and the numbers that are read from the latter two.

use super::names::{Becomes, GROUPS, Names, flag, line, place};
use super::{opening, property};
use crate::Result;
use crate::chapters::Chapter;

/// Settings that take several values: lists, written by hand.
const BY_HAND: &[&str] = &["TILLWIRE_ACCOUNT_SECRET", "TILLWIRE_ACCOUNT_ALLOW_HOST"];

pub fn text(chapters: &[Chapter], names: &Names) -> Result<String> {
    let mut text = opening("The settings of tillwire.h as properties: null leaves the default.", &[]);
    let mut client = String::new();
    for group in GROUPS.iter().filter(|group| group.becomes == Becomes::Settings) {
        text.push_str(&format!("    public sealed partial class {}\n    {{\n", group.class));
        for constant in chapters.iter().flat_map(|chapter| &chapter.declarations.constants) {
            let Some((found, member)) = place(&constant.name)? else { continue };
            if found.class != group.class || BY_HAND.contains(&constant.name.as_str()) {
                continue;
            }
            let doc = constant.doc.join(" ");
            let about = line(&constant.doc);
            let is_flag = about.starts_with("1 to ");
            let about = if is_flag { flag(&about) } else { about };
            let summary = names.summary(&about, "        ");
            let name = format!("Native.{}", constant.name);
            let read = format!("get {{ return Read({name}); }}");
            let set = format!("set {{ Set({name}, value); }}");
            let (to, written) = if doc.starts_with("Number, to be read:") {
                let to = if group.class == "OrderBook" { &mut text } else { &mut client };
                (to, property("long", &member, &[&read]))
            } else if doc.starts_with("Number, to be read and set:") {
                (&mut text, property("long", &member, &[&read, &set]))
            } else if constant.value % 1000 / 100 == 1 {
                (
                    &mut text,
                    property("string", &member, &[&format!("get {{ return TextOf({name}); }}"), &set]),
                )
            } else if let Some(codes) = Names::code_of(&doc) {
                let kind = format!("{}?", codes.class);
                let get = format!("get {{ return ({kind})NumberOf({name}); }}");
                let set = format!("set {{ Set({name}, (long?)value); }}");
                (&mut text, property(&kind, &member, &[&get, &set]))
            } else if is_flag {
                let get = format!("get {{ return FlagOf({name}); }}");
                let set =
                    format!("set {{ Set({name}, value == null ? (long?)null : value.Value ? 1 : 0); }}");
                (&mut text, property("bool?", &member, &[&get, &set]))
            } else {
                (
                    &mut text,
                    property("long?", &member, &[&format!("get {{ return NumberOf({name}); }}"), &set]),
                )
            };
            to.push_str(&summary);
            to.push_str(&written);
        }
        text.truncate(text.trim_end().len());
        text.push_str("\n    }\n\n");
    }
    text.push_str(&format!(
        "    public sealed partial class Client\n    {{\n{}\n    }}\n}}\n",
        client.trim_end_matches('\n')
    ));
    Ok(text)
}
