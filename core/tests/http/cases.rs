//! The shared cases of calls, read from `tests/vectors/calls`: a member that is not known fails, and so does an empty folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use serde_json::{Map, Value};
use tillwire_core::Platform;
use tillwire_core::http::{
    Account, AccountBuilder, AccountError, AccountText, Arguments, Call, CallBuildError, Environment,
    Operation, Parameter, Policy,
};
use tillwire_core::verify::Headers;

/// One of the files, as an object whose members are all known.
pub struct Case {
    pub name: String,
    path: PathBuf,
    members: Map<String, Value>,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors/calls")
}

/// The object with these members, and no other.
fn known(name: &str, value: Value, members: &[&str]) -> Map<String, Value> {
    let Value::Object(object) = value else { panic!("{name}: no object") };
    for member in object.keys() {
        assert!(members.contains(&member.as_str()), "{name}: there is no member {member}");
    }
    object
}

pub fn text<'v>(name: &str, value: &'v Value) -> &'v str {
    value.as_str().unwrap_or_else(|| panic!("{name}: no text"))
}

/// Pairs of texts.
fn pairs(name: &str, value: &Value) -> Vec<(String, String)> {
    let pair = |pair: &Value| (text(name, &pair[0]).to_owned(), text(name, &pair[1]).to_owned());
    value.as_array().unwrap_or_else(|| panic!("{name}: no list")).iter().map(pair).collect()
}

/// The cases of a folder, whose files have these members.
pub fn all(within: &str, members: &[&str]) -> Vec<Case> {
    let mut cases = Vec::new();
    for entry in fs::read_dir(folder().join(within)).expect(within) {
        let path = entry.expect(within).path();
        let name = path.file_stem().and_then(|name| name.to_str()).expect("a plain name").to_owned();
        let read = serde_json::from_str(&fs::read_to_string(&path).expect(&name)).expect(&name);
        cases.push(Case { members: known(&name, read, members), name, path });
    }
    assert!(!cases.is_empty(), "there are no cases in {within}");
    cases
}

impl Case {
    pub fn get(&self, member: &str) -> &Value {
        self.members.get(member).unwrap_or(&Value::Null)
    }

    pub fn text(&self, member: &str) -> &str {
        text(&self.name, self.get(member))
    }

    pub fn operation(&self) -> Operation {
        Operation::from_name(self.text("operation")).expect(&self.name)
    }

    /// The call of the case, by its account, with this policy where one is given.
    pub fn call(&self, random: [u8; 16], policy: Option<Policy>) -> Result<Call, CallBuildError> {
        let accounts = accounts();
        let stated = accounts.get(self.text("account")).expect(&self.name);
        let builder = builder(&self.name, stated);
        let builder = policy.into_iter().fold(builder, AccountBuilder::policy);
        builder.build().expect(&self.name).call(self.operation(), &self.arguments(), random)
    }

    fn arguments(&self) -> Arguments {
        let stated = self.get("arguments").as_object().expect(&self.name);
        stated.iter().fold(Arguments::new(), |arguments, (parameter, value)| {
            let parameter = Parameter::from_name(parameter).expect(&self.name);
            arguments.with(parameter, text(&self.name, value))
        })
    }

    /// The sixteen bytes that `random` states in hexadecimal.
    pub fn random(&self) -> [u8; 16] {
        let digits = self.text("random");
        assert_eq!(digits.len(), 32, "{}", self.name);
        u128::from_str_radix(digits, 16).expect(&self.name).to_be_bytes()
    }

    /// Compares what is found with what the case expects, or writes it where `TILLWIRE_WRITE_EXPECTED` is set.
    ///
    /// `found` has one of the members `either`; the case may have no other of them.
    pub fn expect(&self, either: &[&str], member: &str, found: Value) {
        if std::env::var_os("TILLWIRE_WRITE_EXPECTED").is_some() {
            let mut members = self.members.clone();
            for other in either {
                members.remove(*other);
            }
            members.insert(member.into(), found);
            let text = serde_json::to_string_pretty(&members).expect(&self.name);
            fs::write(&self.path, format!("{text}\n")).expect(&self.name);
            return;
        }
        let stated: Vec<_> = either.iter().copied().filter(|name| self.members.contains_key(*name)).collect();
        assert_eq!(stated, [member], "{}: {found}", self.name);
        assert_eq!(&found, self.get(member), "{}", self.name);
    }
}

/// The headers in a list of pairs.
pub fn headers(name: &str, value: &Value) -> Headers {
    let mut headers = Headers::new();
    for (header, value) in pairs(name, value) {
        headers.add(&header, value.as_bytes()).expect(name);
    }
    headers
}

/// The settings of an account, as `accounts.json` states them.
fn builder(name: &str, stated: &Value) -> AccountBuilder {
    let stated = known(name, stated.clone(), &["platform", "environment", "texts", "paths"]);
    let mut builder = Account::builder(Platform::from_name(text(name, &stated["platform"])).expect(name));
    if let Some(environment) = stated.get("environment") {
        builder = builder.environment(Environment::from_name(text(name, environment)).expect(name));
    }
    for (setting, value) in pairs(name, &stated["texts"]) {
        builder = builder.text(AccountText::from_name(&setting).expect(name), &value);
    }
    for (operation, path) in stated.get("paths").and_then(Value::as_object).into_iter().flatten() {
        builder = builder.path(Operation::from_name(operation).expect(name), text(name, path));
    }
    builder
}

fn accounts_file() -> Map<String, Value> {
    let file = fs::read_to_string(folder().join("accounts.json")).expect("the accounts");
    known("accounts", serde_json::from_str(&file).expect("the accounts"), &["accounts", "refused"])
}

fn accounts() -> BTreeMap<String, Value> {
    let file = accounts_file();
    file["accounts"].as_object().expect("accounts").clone().into_iter().collect()
}

/// Each account that is refused: what for, the error, and what is expected.
pub fn refused_accounts() -> Vec<(String, AccountError, Value)> {
    let file = accounts_file();
    let refused = file["refused"].as_array().expect("a list").iter();
    let refused = refused.map(|stated| {
        let case = known("refused", stated.clone(), &["name", "account", "error"]);
        let name = text("refused", &case["name"]).to_owned();
        let error = builder(&name, &case["account"]).build().expect_err(&name);
        (name, error, case["error"].clone())
    });
    refused.collect()
}
