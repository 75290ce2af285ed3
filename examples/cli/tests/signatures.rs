//! Runs the shared signature cases of `tests/vectors/signatures` through `tillwire verify` and `tillwire sign`.

mod common;

use common::{Run, json, run, scratch, vectors};
use serde_json::Value;

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is not text"))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum SecretsBy {
    Argument,
    File,
}

/// A case of a file, and the names of the scratch files it uses.
struct Case {
    label: String,
    scratch: String,
    value: Value,
}

impl Case {
    fn secrets(&self) -> impl Iterator<Item = &str> {
        list(&self.value["secrets"]).iter().map(text)
    }

    fn body(&self) -> Vec<u8> {
        let Some(digits) = self.value["body_hex"].as_str() else {
            return self.value["body_utf8"].as_str().unwrap_or_default().into();
        };
        let byte = |at| u8::from_str_radix(&digits[at..at + 2], 16).expect("hex digits");
        (0..digits.len()).step_by(2).map(byte).collect()
    }

    /// What `sign` and `verify` have in common.
    fn sender(&self, by: SecretsBy) -> Vec<String> {
        let case = &self.value;
        let mut args = vec!["--platform".into(), text(&case["platform"]).into()];
        let now = case.get("now").map_or(0, |now| now.as_i64().expect("a time within i64"));
        args.extend(["--now".into(), now.to_string()]);
        for (option, value) in [
            ("--scheme", &case["scheme"]),
            ("--signature-header", &case["settings"]["signature_header"]),
            ("--timestamp-header", &case["settings"]["timestamp_header"]),
        ] {
            if let Some(value) = value.as_str() {
                args.extend([option.into(), value.into()]);
            }
        }
        for (secret, number) in self.secrets().zip(1..) {
            match by {
                SecretsBy::Argument => args.extend(["--secret".into(), secret.into()]),
                SecretsBy::File => {
                    let file = scratch(
                        &format!("{}.secret-{number}", self.scratch),
                        format!("{secret}\n").as_bytes(),
                    );
                    args.extend(["--secret-file".into(), file]);
                }
            }
        }
        // A body that is text comes through standard input.
        args.push(if self.value.get("body_hex").is_some() { self.body_file() } else { "-".into() });
        args
    }

    fn body_file(&self) -> String {
        scratch(&format!("{}.body", self.scratch), &self.body())
    }

    fn verify(&self, by: SecretsBy) -> Run {
        let mut args = vec!["verify".into()];
        args.extend(self.sender(by));
        for pair in list(&self.value["headers"]) {
            args.extend(["--header".into(), format!("{}: {}", text(&pair[0]), text(&pair[1]))]);
        }
        if let Some(block) = self.value["header_block"].as_str() {
            args.extend([
                "--header-file".into(),
                scratch(&format!("{}.block", self.scratch), block.as_bytes()),
            ]);
        }
        self.with_tolerance(args)
    }

    fn with_tolerance(&self, mut args: Vec<String>) -> Run {
        match &self.value["settings"]["tolerance"] {
            Value::Null => {}
            Value::String(_) => args.extend(["--tolerance".into(), "off".into()]),
            seconds => args.extend(["--tolerance".into(), seconds.to_string()]),
        }
        run(&args, &self.body())
    }

    /// What `sign` prints passes `verify` as it is.
    fn sign_then_verify(&self, assurance: &Value) {
        let mut args = vec!["sign".to_string()];
        args.extend(self.sender(SecretsBy::File));
        let signed = run(&args, &self.body()).printed();
        let headers = scratch(&format!("{}.signed", self.scratch), signed.as_bytes());
        let mut args = vec!["verify".to_string()];
        args.extend(self.sender(SecretsBy::File));
        args.extend(["--header-file".into(), headers]);
        let verified = self.with_tolerance(args);
        assert_eq!(verified.code, 0, "{}: {verified:?}", self.label);
        assert_eq!(verified.said("assurance"), assurance.as_str(), "{}", self.label);
        if self.secrets().count() > 0 {
            assert!(
                verified.said("secret").is_some_and(|secret| secret.starts_with("1 of ")),
                "{verified:?}"
            );
        }
    }

    fn check(&self, by: SecretsBy, found: &Run) {
        let (label, expect) = (&self.label, &self.value["expect"]);
        if let Some(ok) = expect.get("ok") {
            assert_eq!((found.code, found.err.as_str()), (0, ""), "{label}: {found:?}");
            assert_eq!(found.said("assurance"), ok["assurance"].as_str(), "{label}");
            let secret = found.said("secret").map(|secret| secret.split(' ').next().expect("a number"));
            let expected = (self.secrets().count() > 0)
                .then(|| (ok["secret_index"].as_u64().expect("an index") + 1).to_string());
            assert_eq!(secret, expected.as_deref(), "{label}");
            if let Some(timestamp) = ok.get("timestamp") {
                let found = found.said("timestamp").map(|time| time.split(' ').next().expect("a number"));
                let expected = timestamp.as_i64().map(|seconds| seconds.to_string());
                assert_eq!(found, expected.as_deref(), "{label}");
            }
        } else {
            self.check_error(text(&expect["error"]), found);
        }
        self.check_discretion(by, found);
    }

    /// The error by its name; each detail stands in the message.
    fn check_error(&self, error: &str, found: &Run) {
        let label = &self.label;
        let code = if matches!(error, "secret" | "setting" | "header_format") { 2 } else { 1 };
        assert_eq!((found.code, found.out.as_str()), (code, ""), "{label}: {found:?}");
        assert_eq!(found.said("code"), Some(error), "{label}: {found:?}");
        assert!(found.said("hint").is_some_and(|hint| !hint.is_empty()), "{label}: {found:?}");
        let message = found.err.lines().next().expect("a message");
        assert!(message.starts_with("error: "), "{label}: {message}");
        let says = |what: &str| assert!(message.contains(what), "{label}: {what:?} is not in {message:?}");
        for (key, value) in self.value["expect"].as_object().expect("an object") {
            match key.as_str() {
                "header" => says(text(value)),
                "index" => says(&format!("secret {} ", value.as_u64().expect("an index") + 1)),
                "number" => says(&format!("header {value}")),
                "line" => says(&format!("line {value} ")),
                "limit" => says(&format!("more than {value} ")),
                "tolerance" => says(&format!("{value} s are allowed")),
                "skew_seconds" => says(&format!("{} s ", value.as_i64().expect("seconds").unsigned_abs())),
                _ => {}
            }
        }
    }

    /// Nothing that was secret or sent is shown, the signed time aside. Short texts are found anywhere by chance.
    fn check_discretion(&self, by: SecretsBy, found: &Run) {
        let values = list(&self.value["headers"]).iter().map(|pair| text(&pair[1]));
        let values = values.filter(|value| value.parse::<i64>().is_err());
        for hidden in self.secrets().chain(values).map(str::trim).filter(|hidden| hidden.len() > 7) {
            let shown = found.out.contains(hidden) || found.err.contains(hidden);
            assert!(!shown, "{} by {by:?}: {found:?}", self.label);
        }
    }
}

/// Runs every case of a file, its secrets given by argument and by file.
fn run_file(file: &str) {
    let cases = json(&vectors("signatures").join(file));
    let mut runs = 0;
    for value in list(&cases) {
        let name = text(&value["name"]);
        let case = Case {
            label: format!("{file}: {name}"),
            scratch: format!("{file}-{name}"),
            value: value.clone(),
        };
        for by in [SecretsBy::Argument, SecretsBy::File] {
            // No argument holds a NUL.
            if by == SecretsBy::Argument && case.secrets().any(|secret| secret.contains('\0')) {
                continue;
            }
            case.check(by, &case.verify(by));
            runs += 1;
        }
        if let Some(ok) = value["expect"].get("ok") {
            case.sign_then_verify(&ok["assurance"]);
        }
    }
    assert!(runs > 10, "{file}: {runs} runs");
}

#[test]
fn klikit() {
    run_file("klikit.json");
}

#[test]
fn fire() {
    run_file("fire.json");
}

#[test]
fn atlas() {
    run_file("atlas.json");
}

#[test]
fn headers_as_they_come() {
    run_file("headers.json");
}

#[test]
fn settings_that_make_no_verifier() {
    run_file("settings.json");
}

#[test]
fn every_file_is_run() {
    let paths = std::fs::read_dir(vectors("signatures")).unwrap().map(|entry| entry.unwrap().path());
    let cases = paths.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    let mut found: Vec<_> = cases.filter_map(|path| path.file_name().map(ToOwned::to_owned)).collect();
    found.sort();
    assert_eq!(found, ["atlas.json", "fire.json", "headers.json", "klikit.json", "settings.json"]);
}
