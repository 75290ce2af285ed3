//! `Operations.cs`: a method for each operation, with its parameters by name.

use tillwire_core::http::{Form, Key, Operation, Parameter, Slot};

use super::names::{camel, pascal, summary};
use super::opening;

/// What the account states where the call does not.
const FROM_ACCOUNT: [Parameter; 5] = [
    Parameter::AccountId,
    Parameter::VendorId,
    Parameter::ClientId,
    Parameter::ClientSecret,
    Parameter::GrantType,
];

pub fn text() -> String {
    let mut text =
        opening("The operations of the platforms as methods that make and send a call.", &["System"]);
    text.push_str("    public sealed partial class Client\n    {\n");
    for (position, &operation) in Operation::ALL.iter().enumerate() {
        if position > 0 {
            text.push('\n');
        }
        text.push_str(&method(operation));
    }
    text + "    }\n}\n"
}

fn method(operation: Operation) -> String {
    let endpoint = operation.endpoint();
    let required = |slot: &&Slot| {
        slot.required
            && endpoint.key != Key::Parameter(slot.parameter)
            && !FROM_ACCOUNT.contains(&slot.parameter)
    };
    let (needed, taken): (Vec<&Slot>, Vec<&Slot>) = endpoint.slots.iter().partition(required);
    let mut parameters = Vec::new();
    let mut entries = String::new();
    for (slot, needed) in needed.iter().map(|slot| (slot, true)).chain(taken.iter().map(|slot| (slot, false)))
    {
        let name = camel(slot.parameter.name());
        let (kind, value) = match slot.form {
            Form::Integer => ("long", "Arguments.Written"),
            Form::Flag => ("bool", "Arguments.Written"),
            Form::Time | Form::Utc => ("DateTimeOffset", "Arguments.Written"),
            _ => ("string", ""),
        };
        let kind = match (needed, kind) {
            (true, kind) => kind.to_owned(),
            (false, "string") => "string".to_owned(),
            (false, kind) => format!("{kind}?"),
        };
        let value = if value.is_empty() { name.clone() } else { format!("{value}({name})") };
        parameters.push(format!("{kind} {name}{}", if needed { "" } else { " = null" }));
        entries.push_str(&entry(slot.parameter, &value));
    }
    if matches!(endpoint.key, Key::Header(_)) {
        parameters.push("string idempotencyKey = null".to_owned());
        entries.push_str(&entry(Parameter::IdempotencyKey, "idempotencyKey"));
    }
    let name = pascal(operation.name());
    let head = format!("        public Call {name}({})\n", parameters.join(", "));
    let wrapped =
        || format!("        public Call {name}(\n            {})\n", parameters.join(",\n            "));
    let head = if head.trim_end().len() <= 120 { head } else { wrapped() };
    let arguments = match entries.as_str() {
        "" => "null".to_owned(),
        entries => format!("new Arguments\n            {{\n{entries}            }}"),
    };
    let doc = summary(operation.doc(), "        ");
    format!("{doc}{head}        {{\n            return Send(Operation.{name}, {arguments});\n        }}\n")
}

fn entry(parameter: Parameter, value: &str) -> String {
    format!("                {{ Parameter.{}, {value} }},\n", pascal(parameter.name()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_operation_needs_comes_before_what_it_takes() {
        let text = method(Operation::KlikitOrderStatus);
        let order = ["string id,", "string status,", "string reason = null,"]
            .map(|parameter| text.find(parameter).unwrap());
        assert!(order.is_sorted(), "{text}");
        assert!(text.contains("DateTimeOffset? occurredAt = null"), "{text}");
        assert!(text.contains("{ Parameter.OccurredAt, Arguments.Written(occurredAt) }"), "{text}");
    }
}
