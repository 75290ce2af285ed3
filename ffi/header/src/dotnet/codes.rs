//! `Codes.cs`: the header's codes as enumerations, and their names.

use super::names::{Becomes, GROUPS, Names, line, place};
use super::opening;
use crate::chapters::Chapter;

pub fn text(chapters: &[Chapter], names: &Names) -> String {
    let mut text = opening(
        "The codes of tillwire.h as enumerations. A code that a later library adds keeps its number.",
        &[],
    );
    let mut methods = String::new();
    for group in GROUPS {
        let Becomes::Codes(of) = group.becomes else { continue };
        text.push_str(&about(group.class));
        text.push_str(&format!("    public enum {}\n    {{\n", group.class));
        for constant in chapters.iter().flat_map(|chapter| &chapter.declarations.constants) {
            if let Ok(Some((found, member))) = place(&constant.name)
                && found.class == group.class
            {
                text.push_str(&names.summary(&line(&constant.doc), "        "));
                text.push_str(&format!("        {member} = Native.{},\n", constant.name));
            }
        }
        text.push_str("    }\n\n");
        if let Some(of) = of {
            let class = group.class;
            methods.push_str(&format!(
                "\n        /// <summary>The name, as in JSON; null for a code that this library does not know.</summary>\n        \
                 public static string Name(this {class} code)\n        {{\n            \
                 return Of(Native.TILLWIRE_NAMES_{of}, (long)code);\n        }}\n"
            ));
        }
    }
    text.push_str("    /// <summary>The names of codes: for logs, displays and messages.</summary>\n");
    text.push_str(&format!("    public static partial class CodeNames\n    {{{methods}    }}\n}}\n"));
    text
}

fn about(class: &str) -> String {
    let what = match class {
        "Platform" => "A platform.",
        "Scheme" => "How a delivery shows that it is genuine.",
        "Assurance" => "What was shown of a delivery.",
        "EventKind" => "What happened, in the terms shared by all platforms.",
        "TypeSource" => "Where the type of an event was learnt from.",
        "Progress" => "How far an order has come.",
        "PaymentStatus" => "Whether an order is paid.",
        "Fulfilment" => "How the customer gets an order.",
        "LineKind" => "What a line is.",
        "PartyRole" => "Who a party is.",
        "ProblemCode" => "What was odd in a document.",
        "Courier" => "How far the courier is.",
        "AdjustmentKind" => "What an adjustment is.",
        "SubjectKind" => "What an event is about that is about no order.",
        "Vocabulary" => "A platform's own codes and words.",
        "Verdict" => "What a delivery was.",
        "TillAction" => "What the till is to do.",
        "LineEdit" => "What happened to a line.",
        "Ask" => "What a till may ask of a platform.",
        "Permission" => "Whether a till may ask.",
        "Operation" => "What can be asked of the platforms. Each says which parameters it needs and takes.",
        "Parameter" => "What an operation can be told.",
        "PlatformEnvironment" => "Which of a platform's environments.",
        "Failure" => "Why a request got no answer.",
        "StopReason" => "Why a call was not tried again.",
        "Status" => "What a call of the library came to.",
        _ => "Which key of an event.",
    };
    format!("    /// <summary>{what}</summary>\n")
}
