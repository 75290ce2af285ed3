//! What the constants of the header are called in C#, and its documentation as XML.

use std::collections::HashMap;

use crate::Result;
use crate::chapters::Chapter;
use crate::declarations::Constant;
use crate::prose::without_links;

/// What a group of constants becomes.
#[derive(Clone, Copy, PartialEq)]
pub enum Becomes {
    /// An enumeration; its group of names, where its codes have names.
    Codes(Option<&'static str>),
    /// Properties of a class whose getters are `tillwire_<reader>_text` and the like.
    Fields(&'static str),
    /// Properties of a class that are read from the class's handle and, where they can be, set.
    Settings,
    /// Numbers that other files use by name.
    Numbers,
}

/// Constants whose names begin alike, and the C# type that has them.
#[derive(Clone, Copy)]
pub struct Group {
    /// What the names begin with after `TILLWIRE_`.
    pub prefix: &'static str,
    pub class: &'static str,
    pub becomes: Becomes,
}

const fn codes(prefix: &'static str, class: &'static str, names: &'static str) -> Group {
    Group { prefix, class, becomes: Becomes::Codes(Some(names)) }
}

const fn fields(prefix: &'static str, class: &'static str, reader: &'static str) -> Group {
    Group { prefix, class, becomes: Becomes::Fields(reader) }
}

const fn other(prefix: &'static str, class: &'static str, becomes: Becomes) -> Group {
    Group { prefix, class, becomes }
}

/// Every group; a constant that is in none is refused.
pub const GROUPS: &[Group] = &[
    codes("PLATFORM_", "Platform", "PLATFORM"),
    codes("SCHEME_", "Scheme", "SCHEME"),
    codes("ASSURANCE_", "Assurance", "ASSURANCE"),
    codes("KIND_", "EventKind", "KIND"),
    codes("TYPE_FROM_", "TypeSource", "TYPE_FROM"),
    codes("PROGRESS_", "Progress", "PROGRESS"),
    codes("PAY_", "PaymentStatus", "PAY"),
    codes("FULFILMENT_", "Fulfilment", "FULFILMENT"),
    codes("ITEM_", "LineKind", "ITEM"),
    codes("ROLE_", "PartyRole", "ROLE"),
    codes("P_", "ProblemCode", "P"),
    codes("COURIER_", "Courier", "COURIER"),
    codes("ADJUST_", "AdjustmentKind", "ADJUST"),
    codes("ABOUT_", "SubjectKind", "ABOUT"),
    codes("VOCABULARY_", "Vocabulary", "VOCABULARY"),
    codes("VERDICT_", "Verdict", "VERDICT"),
    codes("ACTION_", "TillAction", "ACTION"),
    codes("EDIT_", "LineEdit", "EDIT"),
    codes("ASK_", "Ask", "ASK"),
    codes("MAY_", "Permission", "MAY"),
    codes("OPERATION_", "Operation", "OPERATION"),
    codes("PARAMETER_", "Parameter", "PARAMETER"),
    codes("ENVIRONMENT_", "PlatformEnvironment", "ENVIRONMENT"),
    codes("FAILURE_", "Failure", "FAILURE"),
    codes("STOP_", "StopReason", "STOP"),
    codes("E_", "Status", "STATUS"),
    other("KEY_", "EventKey", Becomes::Codes(None)),
    fields("ORDER_", "Order", "order"),
    fields("LINE_", "Line", "line"),
    fields("PAYMENT_", "Payment", "payment"),
    fields("PARTY_", "Party", "party"),
    fields("STEP_", "Step", "step"),
    fields("ADJUSTMENT_", "Adjustment", "adjustment"),
    fields("EVENT_", "Event", "event"),
    fields("PROBLEM_", "Problem", "problem"),
    fields("SUBJECT_", "Subject", "subject"),
    fields("CHANGE_", "Change", "change"),
    fields("REQUEST_", "Request", "call"),
    fields("PAGES_", "Pages", "call"),
    fields("REPLY_", "Reply", "call"),
    fields("ERROR_", "TillwireException", "error"),
    other("SETTING_", "VerifierSettings", Becomes::Settings),
    other("ACCOUNT_", "AccountSettings", Becomes::Settings),
    other("BOOK_", "OrderBook", Becomes::Settings),
    other("WORD_", "Word", Becomes::Numbers),
    other("NAMES_", "Names", Becomes::Numbers),
];

/// Constants that are in no group, or look as if they were in one and are not.
const SINGLE: &[&str] =
    &["ABI_VERSION", "FORMAT_SIZE", "KEY_SIZE", "NOTE_SIZE", "WORD_SIZE", "TOLERANCE_OFF", "SCALE_BY_PLACE"];

/// Statuses that are no errors.
const STATUSES: &[&str] = &["OK", "ABSENT", "DUPLICATE", "AGAIN"];

/// The group of a constant, and its name in C#; `None` for one that stands alone.
pub fn place(constant: &str) -> Result<Option<(&'static Group, String)>> {
    let name = constant.strip_prefix("TILLWIRE_").unwrap_or(constant);
    if SINGLE.contains(&name) {
        return Ok(None);
    }
    let found = GROUPS.iter().find_map(|group| {
        let rest = name.strip_prefix(group.prefix).filter(|rest| !rest.is_empty());
        let rest = if STATUSES.contains(&name) && group.class == "Status" { Some(name) } else { rest };
        rest.map(|rest| Some((group, pascal(rest))))
    });
    found.ok_or_else(|| format!("{constant} has no place in C#: say in ffi/header/src/dotnet/names.rs where"))
}

/// `DineIn` for `DINE_IN`.
pub fn pascal(name: &str) -> String {
    let words = name.split('_').map(|word| {
        let (first, rest) = word.split_at_checked(1).unwrap_or((word, ""));
        first.to_ascii_uppercase() + &rest.to_ascii_lowercase()
    });
    words.collect()
}

/// `dineIn` for `dine_in`, with an `@` before what C# keeps for itself.
pub fn camel(name: &str) -> String {
    let pascal = pascal(name);
    let (first, rest) = pascal.split_at_checked(1).unwrap_or((&pascal, ""));
    let camel = first.to_ascii_lowercase() + rest;
    // Reserved words among the names that the header uses or is likely to.
    if ["params", "fixed", "event", "operator", "out", "ref", "in", "base", "lock", "string", "object"]
        .contains(&camel.as_str())
    {
        return format!("@{camel}");
    }
    camel
}

/// What the documentation's names are in C#.
pub struct Names {
    constants: HashMap<String, String>,
}

impl Names {
    pub fn of(chapters: &[Chapter]) -> Result<Self> {
        let mut constants = HashMap::new();
        for Constant { name, .. } in chapters.iter().flat_map(|chapter| &chapter.declarations.constants) {
            if let Some((group, member)) = place(name)? {
                constants.insert(name.clone(), format!("{}.{member}", group.class));
            }
        }
        Ok(Self { constants })
    }

    /// The enumeration that a documentation names as `a TILLWIRE_PROGRESS_ code`.
    pub fn code_of(doc: &str) -> Option<&'static Group> {
        let (_, rest) = doc.split_once("TILLWIRE_")?;
        let (prefix, _) = rest.split_once(" code")?;
        GROUPS.iter().find(|group| group.prefix == prefix && matches!(group.becomes, Becomes::Codes(_)))
    }

    /// Documentation as an XML summary.
    pub fn summary(&self, doc: &str, indent: &str) -> String {
        summary(&self.translated(doc), indent)
    }

    /// Documentation with the names of C#.
    fn translated(&self, doc: &str) -> String {
        let mut text = String::with_capacity(doc.len());
        let mut word = String::new();
        for character in doc.chars().chain(['\n']) {
            if character.is_ascii_alphanumeric() || character == '_' {
                word.push(character);
            } else {
                text.push_str(&self.word(&word));
                word.clear();
                text.push(character);
            }
        }
        text.trim_end().replace("()`", "`").replace("`()", "`").replace("``", "`")
    }

    fn word(&self, word: &str) -> String {
        if word == "TILLWIRE_TOLERANCE_OFF" {
            return "`SwitchToleranceOff`".to_owned();
        }
        if let Some(name) = self.constants.get(word) {
            return format!("`{name}`");
        }
        if let Some(prefix) = word.strip_prefix("TILLWIRE_") {
            let group = GROUPS.iter().find(|group| group.prefix == prefix);
            return group
                .map_or_else(|| format!("`{}`", pascal(prefix)), |group| format!("`{}`", group.class));
        }
        match word.strip_prefix("tillwire_").and_then(|name| name.split_once('_')) {
            Some((kind, verb)) => {
                let class = match kind {
                    "book" => "OrderBook".to_owned(),
                    "poll" => "Poller".to_owned(),
                    "account" => "Client".to_owned(),
                    kind => pascal(kind),
                };
                format!("`{class}.{}`", pascal(verb))
            }
            None => word.to_owned(),
        }
    }
}

/// The documentation of a constant as one line, without the word for its kind and without the code that its type says.
pub fn line(doc: &[String]) -> String {
    const KINDS: [&str; 7] = ["Text", "List", "Number", "Amount", "Time", "Flag", "Code"];
    let doc = without_links(&doc.join(" "))
        .replace("NULL", "null")
        .replace("the handle in use should be freed", "the object in use should be disposed of")
        .replace("The handle is", "The object is");
    let doc = doc.trim();
    let Some((kind, rest)) = doc.split_once(": ") else { return doc.to_owned() };
    let of_field = KINDS.iter().any(|word| kind.split([' ', ',']).next() == Some(word));
    if !of_field && (kind.split(' ').count() > 2 || kind == "The call") {
        return doc.to_owned();
    }
    match Names::code_of(rest).and_then(|group| {
        let code = [", a ", ", an "].map(|article| format!("{article}TILLWIRE_{} code", group.prefix));
        code.iter().find(|code| rest.contains(code.as_str())).map(|code| rest.replacen(code.as_str(), "", 1))
    }) {
        Some(without) if of_field => without,
        _ => rest.to_owned(),
    }
}

/// The documentation of a number that is 1 or 0, as that of a `bool`.
pub fn flag(doc: &str) -> String {
    doc.replace("1 to ", "whether to ")
        .replace("1 if ", "whether ")
        .replace(", otherwise 0", "")
        .replace(", 0 if not", "")
        .replace(", 0 not to", "")
        .replace("Default 0.", "Default false.")
        .replace("Always 0 ", "Always false ")
}

/// A text as an XML summary, wrapped.
pub fn summary(text: &str, indent: &str) -> String {
    const WIDTH: usize = 120;
    let mut start = text.chars();
    // A platform's name stays as it is written.
    let text = match start.next() {
        Some(first) if !text.starts_with("klikit") => {
            format!("{}{}", first.to_ascii_uppercase(), start.as_str())
        }
        _ => text.to_owned(),
    };
    let mut xml = String::from("<summary>");
    for (position, part) in text.split('`').enumerate() {
        let part = part.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        if position > 0 {
            xml.push_str(if position % 2 == 1 { "<c>" } else { "</c>" });
        }
        xml.push_str(&part);
    }
    xml.push_str("</summary>");
    let mut lines = String::new();
    let mut written = format!("{indent}///");
    for word in xml.split_whitespace() {
        if written.len() + 1 + word.len() > WIDTH {
            lines.push_str(&written);
            lines.push('\n');
            written = format!("{indent}///");
        }
        written.push(' ');
        written.push_str(word);
    }
    lines + &written + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_constant_is_a_member_of_its_group() {
        let place = |name| place(name).unwrap().map(|(group, member)| format!("{}.{member}", group.class));
        assert_eq!(place("TILLWIRE_FULFILMENT_DINE_IN").unwrap(), "Fulfilment.DineIn");
        assert_eq!(place("TILLWIRE_P_WRONG_TYPE").unwrap(), "ProblemCode.WrongType");
        assert_eq!(place("TILLWIRE_E_NOT_JSON").unwrap(), "Status.NotJson");
        assert_eq!(place("TILLWIRE_OK").unwrap(), "Status.Ok");
        assert_eq!(place("TILLWIRE_KEY_SIZE"), None);
    }

    #[test]
    fn a_constant_of_no_group_is_refused() {
        assert!(place("TILLWIRE_COLOUR_RED").is_err());
        assert!(place("TILLWIRE_PLATFORM_").is_err());
    }

    #[test]
    fn what_c_sharp_keeps_for_itself_is_marked() {
        assert_eq!(camel("out"), "@out");
        assert_eq!(camel("brand_id"), "brandId");
    }

    #[test]
    fn a_summary_is_xml_and_keeps_to_the_width() {
        assert_eq!(summary("what `a < b` is", ""), "/// <summary>What <c>a &lt; b</c> is</summary>\n");
        assert!(summary(&"word ".repeat(60), "    ").lines().all(|line| line.len() <= 120));
    }

    #[test]
    fn a_number_that_is_1_or_0_is_documented_as_a_bool() {
        assert_eq!(flag("1 to trust it, 0 not to. Default 0."), "whether to trust it. Default false.");
        assert_eq!(
            flag("1 if it may, otherwise 0. Always 0 for a read."),
            "whether it may. Always false for a read."
        );
    }

    #[test]
    fn the_code_of_a_field_is_found() {
        assert_eq!(Names::code_of("how far it is, a TILLWIRE_PROGRESS_ code.").unwrap().class, "Progress");
        assert!(Names::code_of("the status code").is_none());
    }
}
