//! Runs the shared signature cases of `tests/vectors/signatures`, whose README says what each member means.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tillwire_core::Platform;
use tillwire_core::verify::{
    Assurance, Diagnosis, HeaderError, Headers, Refusal, Scheme, SettingError, Tolerance, Verified, Verifier,
};

/// An error with its details as the cases write them.
#[derive(Debug)]
struct Failure {
    code_name: &'static str,
    details: Value,
    texts: [String; 3],
}

impl From<SettingError> for Failure {
    fn from(error: SettingError) -> Self {
        let details = match error {
            SettingError::Secret { index, problem } => json!({ "index": index, "problem": problem.name() }),
            _ => json!({}),
        };
        let texts = [error.to_string(), error.hint().into(), format!("{error:?}")];
        Self { code_name: error.code_name(), details, texts }
    }
}

impl From<HeaderError> for Failure {
    fn from(error: HeaderError) -> Self {
        let details = match error {
            HeaderError::Name { number } | HeaderError::Value { number } => json!({ "number": number }),
            HeaderError::Line { line } => json!({ "line": line }),
            HeaderError::TooMany { limit } => json!({ "limit": limit }),
            _ => json!({}),
        };
        let texts = [error.to_string(), error.hint().into(), format!("{error:?}")];
        Self { code_name: error.code_name(), details, texts }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        let details = match &refusal {
            Refusal::HeaderMissing { name }
            | Refusal::HeaderConflict { name }
            | Refusal::TimestampFormat { name } => json!({ "header": name }),
            Refusal::SignatureFormat { name, problem, .. } => {
                json!({ "header": name, "problem": problem.name() })
            }
            Refusal::SignatureMismatch { name, diagnosis, .. } => {
                json!({ "header": name, "diagnosis": diagnosis.map(Diagnosis::name) })
            }
            Refusal::TimestampAge { skew_seconds, tolerance } => {
                json!({ "skew_seconds": skew_seconds, "tolerance": tolerance })
            }
            _ => json!({}),
        };
        let texts = [refusal.to_string(), refusal.hint().into(), format!("{refusal:?}")];
        Self { code_name: refusal.code_name(), details, texts }
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors/signatures")
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is not text"))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn verifier(case: &Value) -> Result<Verifier, SettingError> {
    let platform = Platform::from_name(text(&case["platform"])).expect("a known platform");
    let mut builder = Verifier::builder(platform);
    if let Some(name) = case["scheme"].as_str() {
        builder = builder.scheme(Scheme::from_name(name).expect("a known scheme"));
    }
    for secret in list(&case["secrets"]) {
        builder = builder.secret(text(secret).as_bytes());
    }
    let settings = &case["settings"];
    if let Some(name) = settings["signature_header"].as_str() {
        builder = builder.signature_header(name);
    }
    if let Some(name) = settings["timestamp_header"].as_str() {
        builder = builder.timestamp_header(name);
    }
    match &settings["tolerance"] {
        Value::Null => {}
        Value::String(word) if word == "unchecked" => builder = builder.tolerance(Tolerance::Unchecked),
        seconds => {
            let seconds = seconds.as_u64().and_then(|seconds| seconds.try_into().ok());
            builder = builder.tolerance(Tolerance::Within(seconds.expect("seconds")));
        }
    }
    builder.build()
}

fn headers(case: &Value) -> Result<Headers, HeaderError> {
    let mut headers = Headers::new();
    if let Some(block) = case["header_block"].as_str() {
        headers.add_block(block.as_bytes())?;
    }
    for pair in list(&case["headers"]) {
        headers.add(text(&pair[0]), text(&pair[1]).as_bytes())?;
    }
    Ok(headers)
}

fn body(case: &Value) -> Vec<u8> {
    let Some(digits) = case["body_hex"].as_str() else {
        return case["body_utf8"].as_str().unwrap_or_default().into();
    };
    let byte = |at| u8::from_str_radix(&digits[at..at + 2], 16).expect("hex digits");
    (0..digits.len()).step_by(2).map(byte).collect()
}

fn now(case: &Value) -> i64 {
    case.get("now").map_or(0, |now| now.as_i64().expect("a time within i64"))
}

fn outcome(case: &Value) -> Result<Verified, Failure> {
    let verifier = verifier(case)?;
    let headers = headers(case)?;
    Ok(verifier.verify(&headers, &body(case), now(case))?)
}

fn check_expectation(label: &str, expect: &Value, outcome: &Result<Verified, Failure>) {
    match outcome {
        Ok(verified) => {
            let mut told =
                json!({ "secret_index": verified.secret_index, "assurance": verified.assurance.name() });
            if expect["ok"].get("timestamp").is_some() {
                told["timestamp"] = json!(verified.timestamp);
            }
            assert_eq!(expect["ok"], told, "{label}");
        }
        Err(failure) => {
            assert_eq!(expect["error"], failure.code_name, "{label}: {failure:?}");
            let details = expect.as_object().into_iter().flatten().filter(|(key, _)| *key != "error");
            for (key, value) in details {
                assert_eq!(failure.details.get(key), Some(value), "{label}: {key} of {failure:?}");
            }
        }
    }
}

/// Nothing that was secret or sent may be found in an error. Short texts are found anywhere by chance.
fn check_discretion(label: &str, case: &Value, failure: &Failure) {
    let secrets = list(&case["secrets"]).iter();
    let values = list(&case["headers"]).iter().map(|pair| &pair[1]);
    for hidden in secrets.chain(values).map(text).filter(|hidden| hidden.len() > 7) {
        assert!(!failure.texts.iter().any(|text| text.contains(hidden)), "{label}: {failure:?}");
    }
    assert!(failure.texts.iter().all(|text| !text.is_empty()), "{label}: {failure:?}");
}

/// What the verifier signs, it accepts.
fn check_signing(label: &str, case: &Value, assurance: Assurance) {
    let (verifier, body, now) = (verifier(case).unwrap(), body(case), now(case));
    let signed = verifier.sign(&body, now).unwrap();
    let again = verifier.verify(&signed, &body, now).unwrap();
    assert_eq!((again.secret_index, again.assurance), (0, assurance), "{label}");
    if again.assurance == Assurance::BodyAndTime {
        assert_eq!(again.timestamp, Some(now), "{label}");
    }
}

/// Where the body is assured, no other body passes with the same headers.
fn check_tampering(label: &str, case: &Value, assurance: Assurance) {
    if !matches!(assurance, Assurance::Body | Assurance::BodyAndTime) {
        return;
    }
    let (verifier, headers, body) = (verifier(case).unwrap(), headers(case).unwrap(), body(case));
    let longer = [body.as_slice(), b"0"].concat();
    let changed = (0..body.len()).map(|at| {
        let mut body = body.clone();
        body[at] ^= 1;
        body
    });
    for body in changed.chain([longer]) {
        let refusal = verifier.verify(&headers, &body, now(case)).unwrap_err();
        assert_eq!(refusal.code_name(), "signature_mismatch", "{label}");
    }
}

fn run(file: &str) {
    let cases: Value = serde_json::from_slice(&fs::read(folder().join(file)).unwrap()).unwrap();
    assert!(!list(&cases).is_empty(), "{file} has no cases");
    for case in list(&cases) {
        let label = format!("{file}: {}", text(&case["name"]));
        let outcome = outcome(case);
        check_expectation(&label, &case["expect"], &outcome);
        match outcome {
            Ok(verified) => {
                check_signing(&label, case, verified.assurance);
                check_tampering(&label, case, verified.assurance);
            }
            Err(failure) => check_discretion(&label, case, &failure),
        }
    }
}

#[test]
fn klikit() {
    run("klikit.json");
}

#[test]
fn fire() {
    run("fire.json");
}

#[test]
fn atlas() {
    run("atlas.json");
}

#[test]
fn headers_as_they_come() {
    run("headers.json");
}

#[test]
fn settings_that_make_no_verifier() {
    run("settings.json");
}

/// A file that no test above names would never be run.
#[test]
fn every_file_is_run() {
    let paths = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let cases = paths.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    let mut found: Vec<_> = cases.filter_map(|path| path.file_name().map(ToOwned::to_owned)).collect();
    found.sort();
    assert_eq!(found, ["atlas.json", "fire.json", "headers.json", "klikit.json", "settings.json"]);
}
