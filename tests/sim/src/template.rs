//! A document that is made often: text of which only some members change.

use serde_json::Value;

/// A sample without the members that change, as text.
pub(crate) struct Template {
    /// Names, and values as text.
    members: Vec<(String, String)>,
    /// All of them, without braces.
    rest: String,
}

impl Template {
    /// `sample` is an object; `changing` are the members that every document has of its own.
    pub(crate) fn new(sample: &Value, changing: &[&str]) -> Self {
        let members = sample.as_object().into_iter().flatten();
        let members: Vec<_> = members
            .filter(|(name, _)| !changing.contains(&name.as_str()))
            .map(|(name, value)| (name.clone(), value.to_string()))
            .collect();
        let rest: Vec<_> = members.iter().map(|(name, value)| member(name, value)).collect();
        Self { rest: rest.join(","), members }
    }

    /// The document with these members, which are an object's.
    pub(crate) fn with(&self, members: &Value) -> String {
        let members = members.to_string();
        let members = inside(&members);
        let comma = if members.is_empty() || self.rest.is_empty() { "" } else { "," };
        format!("{{{members}{comma}{}}}", self.rest)
    }

    /// The same, but only the members of these names.
    pub(crate) fn only(&self, members: &Value, names: &[&str]) -> String {
        let changing = members.as_object().into_iter().flatten();
        let changing = changing
            .filter(|(name, _)| names.contains(&name.as_str()))
            .map(|(name, value)| member(name, &value.to_string()));
        let others = self.members.iter().filter(|(name, _)| names.contains(&name.as_str()));
        let all: Vec<_> = changing.chain(others.map(|(name, value)| member(name, value))).collect();
        format!("{{{}}}", all.join(","))
    }
}

/// A member as text; names here need no escapes.
fn member(name: &str, value: &str) -> String {
    format!("\"{name}\":{value}")
}

/// An object's text without its braces.
fn inside(object: &str) -> &str {
    object.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn members_that_change_are_replaced() {
        let template = Template::new(&json!({ "a": 1, "b": { "c": [2] } }), &["a"]);
        let made: Value = serde_json::from_str(&template.with(&json!({ "a": "x", "d": null }))).unwrap();
        assert_eq!(made, json!({ "a": "x", "b": { "c": [2] }, "d": null }));
        assert_eq!(template.only(&json!({ "a": 3, "d": null }), &["b", "a"]), "{\"a\":3,\"b\":{\"c\":[2]}}");
        assert_eq!(Template::new(&json!({}), &[]).with(&json!({})), "{}");
        assert_eq!(Template::new(&json!({ "a": 1 }), &["a"]).with(&json!({ "a": 2 })), "{\"a\":2}");
    }
}
