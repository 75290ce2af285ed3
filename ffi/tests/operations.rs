//! The manual of each operation, the comment of its constant in `include/tillwire.h`, says what the table of the core says.

use tillwire_core::http::{Key, Operation, Parameter, Repeat, Slot};

const HEADER: &str = include_str!("../../include/tillwire.h");

/// What the account states where the call does not.
const FROM_ACCOUNT: [Parameter; 5] = [
    Parameter::AccountId,
    Parameter::VendorId,
    Parameter::ClientId,
    Parameter::ClientSecret,
    Parameter::GrantType,
];

/// The comment that the constant of an operation is to have.
fn manual(operation: Operation) -> String {
    let endpoint = operation.endpoint();
    let named = |wanted: &dyn Fn(&Slot) -> bool| {
        let slots = endpoint.slots.iter().filter(|slot| wanted(slot));
        let names = slots.map(|slot| match slot.words {
            [] => slot.parameter.name().to_uppercase(),
            words => format!("{} ({})", slot.parameter.name().to_uppercase(), words.join(", ")),
        });
        names.collect::<Vec<_>>().join(", ")
    };
    // The mark of the action is made where it is not set.
    let required = |slot: &Slot| slot.required && endpoint.key != Key::Parameter(slot.parameter);
    let from_account = |slot: &Slot| FROM_ACCOUNT.contains(&slot.parameter);
    let needs = named(&|slot| required(slot) && !from_account(slot));
    let takes = named(&|slot| !required(slot) && !from_account(slot));
    let from_account = named(&from_account);
    let parameters = [("needs ", needs), ("takes ", takes), ("from the account, unless set: ", from_account)];
    let parameters: Vec<_> = parameters
        .iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(word, names)| format!("{word}{names}"))
        .collect();
    let mut sentences = vec![format!("Operation: {}", operation.doc())];
    if let Some((first, rest)) = parameters.join("; ").split_at_checked(1) {
        sentences.push(format!("{}{rest}.", first.to_uppercase()));
    }
    let mut marks = Vec::new();
    match endpoint.repeat {
        Repeat::Keyed => marks.push("Keyed."),
        Repeat::Once => marks.push("Once."),
        Repeat::Never => marks.push("Never again."),
        _ => {}
    }
    if endpoint.pages.is_some() {
        marks.push("By page.");
    }
    if endpoint.login {
        marks.push("After a login.");
    }
    if endpoint.path.is_empty() && endpoint.slot(Parameter::Path).is_none() {
        marks.push("No path is published: set it on the account.");
    }
    sentences.extend(marks.into_iter().map(str::to_owned));
    sentences.join(" ")
}

/// The comment in front of a constant, its lines joined.
fn comment(name: &str) -> Option<String> {
    let (before, _) = HEADER.split_once(&format!("#define {name} "))?;
    let (_, comment) = before.rsplit_once("/**")?;
    let words = comment.split_whitespace().filter(|word| !matches!(*word, "*" | "*/"));
    Some(words.collect::<Vec<_>>().join(" "))
}

#[test]
fn every_operation_is_documented_as_its_table_says() {
    for &operation in Operation::ALL {
        let name = format!("TILLWIRE_OPERATION_{}", operation.name().to_uppercase());
        assert_eq!(comment(&name), Some(manual(operation)), "{name}");
    }
}
