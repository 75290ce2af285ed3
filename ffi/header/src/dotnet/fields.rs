//! `Fields.cs`: the fields of orders, events, replies and the like as properties.

use super::names::{Becomes, GROUPS, Group, Names, flag, line, place};
use super::native::handle_name;
use super::{opening, property};
use crate::Result;
use crate::chapters::Chapter;
use crate::declarations::{Constant, Function};

/// Fields that the classes offer in another form: as a list, as an object, as the message of an exception.
const BY_HAND: &[&str] = &[
    "TILLWIRE_CHANGE_LINE_EDIT",
    "TILLWIRE_CHANGE_LINE_BEFORE",
    "TILLWIRE_CHANGE_LINE_NOW",
    "TILLWIRE_CHANGE_NOW",
    "TILLWIRE_CHANGE_BEFORE",
    "TILLWIRE_ERROR_MESSAGE",
    "TILLWIRE_ERROR_CODE",
];

/// Numbers that surely fit 32 bits; the others have 64.
const SMALL: &[&str] = &["Depth", "Parent", "Line", "SecretIndex", "HttpStatus", "Attempt", "Attempts"];

pub fn text(chapters: &[Chapter], names: &Names) -> Result<String> {
    let mut text = opening(
        "The fields of tillwire.h as properties: null where the document does not state them.",
        &["System", "System.Collections.Generic"],
    );
    let functions: Vec<&Function> =
        chapters.iter().flat_map(|chapter| &chapter.declarations.functions).collect();
    for group in GROUPS {
        let Becomes::Fields(reader) = group.becomes else { continue };
        let failure = reader == "error";
        let base = if failure { "" } else { " : Record" };
        text.push_str(&format!("    public sealed partial class {}{base}\n    {{\n", group.class));
        if !failure {
            text.push_str(&getters(reader, &functions));
        }
        let constants = chapters.iter().flat_map(|chapter| &chapter.declarations.constants);
        let mut read = String::new();
        for constant in constants {
            if let Some((found, member)) = place(&constant.name)?
                && found.class == group.class
                && !BY_HAND.contains(&constant.name.as_str())
                && !member.ends_with("Count")
            {
                let (kind, value) = form(constant, &member, group)?;
                let mut about = line(&constant.doc);
                if kind == "bool?" {
                    about = flag(&about);
                }
                text.push_str(&names.summary(&about, "        "));
                if failure {
                    text.push_str(&format!("        public {kind} {member} {{ get; private set; }}\n\n"));
                    read.push_str(&format!("            {member} = {value};\n"));
                } else {
                    text.push_str(&property(&kind, &member, &[&format!("get {{ return {value}; }}")]));
                }
            }
        }
        if failure {
            text.push_str(&format!("        void Read(ErrorReader from)\n        {{\n{read}        }}\n"));
        }
        text.truncate(text.trim_end().len());
        text.push_str("\n    }\n\n");
    }
    text.truncate(text.trim_end().len());
    Ok(text + "\n}\n")
}

/// The type of a property, and what it returns: by the hundreds of its number, as tillwire.h counts them.
fn form(constant: &Constant, member: &str, group: &Group) -> Result<(String, String)> {
    let doc = constant.doc.join(" ");
    let about = line(&constant.doc);
    let from = if group.class == "TillwireException" { "from." } else { "" };
    let name = format!("Native.{}", constant.name);
    let simple = |kind: &str, getter: &str| (kind.to_owned(), format!("{from}{getter}({name})"));
    Ok(match constant.value % 1000 / 100 {
        1 if doc.starts_with("List:") => simple("IReadOnlyList<string>", "GetList"),
        1 => simple("string", "GetText"),
        2 if about.contains("plain decimal") => simple("decimal?", "GetPlain"),
        2 => simple("Money?", "GetMoney"),
        3 => simple("DateTimeOffset?", "GetMoment"),
        4 => match Names::code_of(&doc) {
            Some(codes) => {
                let class = codes.class;
                (format!("{class}?"), format!("({class}?){from}GetCode({name})"))
            }
            None if ["whether", "1 if"].iter().any(|word| about.starts_with(word)) => {
                simple("bool?", "GetFlag")
            }
            None if SMALL.contains(&member) => simple("int?", "GetSmall"),
            None => simple("long?", "GetNumber"),
        },
        _ => return Err(format!("{}: no field has such a number", constant.name)),
    })
}

/// How a class reads a field: its own functions in place of `Record`'s, which answer "absent".
fn getters(reader: &str, functions: &[&Function]) -> String {
    const FORMS: [(&str, &str, &str); 4] = [
        ("text", "IntPtr", "out UIntPtr"),
        ("money", "int", "out tillwire_money"),
        ("time", "int", "out tillwire_time"),
        ("int", "int", "out long"),
    ];
    let mut text = String::new();
    for (form, result, out) in FORMS {
        let name = format!("tillwire_{reader}_{form}");
        let Some(function) = functions.iter().find(|function| {
            function.name == name && function.parameters.iter().any(|parameter| parameter == "int32_t field")
        }) else {
            continue;
        };
        let owner = function.types().next().unwrap_or_default();
        let owner = match owner {
            "tillwire_order" | "tillwire_call" => "Pointer".to_owned(),
            kind => format!("({})Owner", handle_name(kind)),
        };
        let placed = function.parameters.iter().any(|parameter| parameter == "size_t position");
        let position = if placed { ", Position" } else { "" };
        text.push_str(&format!(
            "        internal override {result} Fetch(int field, {out} value)\n        {{\n            \
             return Native.{name}({owner}{position}, field, out value);\n        }}\n\n"
        ));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form_of(name: &str, value: i32, doc: &str) -> (String, String) {
        let constant = Constant { doc: vec![doc.to_owned()], name: name.to_owned(), value };
        let (group, member) = place(name).unwrap().unwrap();
        form(&constant, &member, group).unwrap()
    }

    #[test]
    fn the_number_of_a_field_says_its_type() {
        let kind = |name, value, doc| form_of(name, value, doc).0;
        assert_eq!(kind("TILLWIRE_ORDER_ID", 101, "Text: the id."), "string");
        assert_eq!(kind("TILLWIRE_LINE_TAGS", 1151, "List: tags."), "IReadOnlyList<string>");
        assert_eq!(kind("TILLWIRE_ORDER_TOTAL", 209, "Amount: what is owed."), "Money?");
        assert_eq!(kind("TILLWIRE_LINE_QUANTITY", 1206, "Amount: how many; a plain decimal."), "decimal?");
        assert_eq!(kind("TILLWIRE_ORDER_GIFT", 410, "Number: whether it is a gift."), "bool?");
        assert_eq!(
            kind("TILLWIRE_ORDER_PROGRESS", 401, "Number: how far, a TILLWIRE_PROGRESS_ code."),
            "Progress?"
        );
        assert_eq!(kind("TILLWIRE_LINE_DEPTH", 1402, "Number: 0 at the top."), "int?");
        assert_eq!(kind("TILLWIRE_PROBLEM_OFFSET", 6402, "Number: the offset."), "long?");
    }
}
