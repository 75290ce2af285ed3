//! `tillwire decode`: every event of the shared vectors, and what is said of bodies that are none.

mod common;

use common::{json, path_text, run, vectors};
use serde_json::Value;

/// The headers beside a body, in either form: an object, or a list of pairs.
fn header_options(headers: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    let lines: Vec<_> = match headers {
        Value::Object(members) => {
            members.iter().map(|(name, value)| format!("{name}: {}", text(value))).collect()
        }
        Value::Array(pairs) => {
            pairs.iter().map(|pair| format!("{}: {}", text(&pair[0]), text(&pair[1]))).collect()
        }
        other => panic!("{other} are no headers"),
    };
    lines.into_iter().flat_map(|line| ["--header".into(), line]).collect()
}

/// The settings beside a body.
fn setting_options(settings: &Value) -> Vec<String> {
    let pairs = |option: &str, values: &Value| -> Vec<String> {
        let plain = |value: &Value| value.as_str().map_or_else(|| value.to_string(), Into::into);
        let values = values.as_object().expect("an object").iter();
        values.flat_map(|(name, value)| [option.into(), format!("{name}={}", plain(value))]).collect()
    };
    let members = settings.as_object().expect("an object").iter();
    members
        .flat_map(|(name, value)| match name.as_str() {
            "locations" => pairs("--at", value),
            "scales" => pairs("--scale", value),
            "expect_event" => vec!["--type".into(), value.as_str().expect("text").into()],
            unknown => panic!("there is no setting {unknown}"),
        })
        .collect()
}

/// How many events of a platform decoded as expected.
fn cases_of(platform: &str) -> usize {
    let folder = vectors(platform);
    let Ok(expected) = std::fs::read_dir(folder.join("expected")) else { return 0 };
    let mut cases = 0;
    for entry in expected {
        let expected = entry.unwrap().path();
        let body = folder.join(expected.file_name().unwrap());
        let mut args = vec!["decode".to_string(), "--platform".into(), platform.into(), path_text(&body)];
        let headers = body.with_extension("headers.json");
        if headers.exists() {
            args.extend(header_options(&json(&headers)));
        }
        let settings = body.with_extension("settings.json");
        if settings.exists() {
            args.extend(setting_options(&json(&settings)));
        }
        let printed = run(&args, b"").printed();
        let found: Value = serde_json::from_str(&printed).unwrap();
        assert_eq!(found, json(&expected), "{}", body.display());
        cases += 1;
    }
    cases
}

#[test]
fn every_event_decodes_as_expected() {
    assert!(cases_of("atlas") >= 18);
    for platform in ["klikit", "fire"] {
        let is_there = vectors(platform).exists();
        assert_eq!(cases_of(platform) > 0, is_there, "{platform}");
    }
}

#[test]
fn a_type_can_be_given_for_the_address() {
    let body = std::fs::read(common::atlas_order()).unwrap();
    let args = ["decode", "--platform", "atlas", "--type", "order.completed"];
    let event: Value = serde_json::from_str(&run(&args, &body).printed()).unwrap();
    assert_eq!((&event["kind"], &event["type_source"]), (&"order_completed".into(), &"expected".into()));
    assert_eq!(event["orders"][0]["total"]["amount"], "35.42");
}

#[test]
fn amounts_are_printed_by_path() {
    let body = path_text(&vectors("fire").join("flattened-body.json"));
    let fiscal = "$.payments.metadata.fiscal.vTotTrib";
    let rate = "$.payments.totals[0].taxes[0].rate";
    let decode = ["decode", "--platform", "fire", "--at", "$.data=$", &body];
    let scaled = format!("{rate}=0");
    let args = [&decode[..], &["--money", fiscal, "--money", &scaled]].concat();
    assert_eq!(run(&args, b"").printed(), format!("{fiscal}: BRL 3.16\n{rate}: BRL 0.04\n"));
    for (path, code) in [(rate, "unit"), ("$.tip", "absent"), ("$.orderCode=0", "not_a_number")] {
        let found = run(&[&decode[..], &["--money", path]].concat(), b"");
        assert_eq!((found.code, found.out.as_str(), found.said("code")), (1, "", Some(code)), "{found:?}");
        assert_eq!(found.said("path"), path.split('=').next(), "{found:?}");
        assert!(found.said("hint").is_some(), "{found:?}");
        assert_eq!(found.said("use").is_some(), code == "unit", "{found:?}");
    }
}

#[test]
fn a_location_that_cannot_be_one_is_refused() {
    for (places, message) in [
        (&["$.data[0]=$"][..], "location 1 has a documented place with an index"),
        (&["$.data=$", "$[\"data\"]=$.x"][..], "location 2 has a documented place that was located before"),
    ] {
        let options = places.iter().flat_map(|place| ["--at", place]);
        for command in ["decode", "ticket"] {
            let args: Vec<_> = [command, "--platform", "fire"].into_iter().chain(options.clone()).collect();
            let found = run(&args, b"{}");
            assert_eq!((found.code, found.said("code")), (2, Some("setting")), "{found:?}");
            assert!(found.err.starts_with(&format!("error: {message}\n")), "{found:?}");
            assert_eq!(found.said("use"), Some("--at CANONICAL=ACTUAL"), "{found:?}");
        }
    }
    let found = run(&["decode", "--platform", "fire", "--at", "$.data"], b"{}");
    assert_eq!(found.code, 2, "{found:?}");
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let cut = &std::fs::read(common::atlas_order()).unwrap()[..700];
    let no_id = br#"{"event_type":"order.created","payload":{"order_items":[]}}"#;
    for (body, code, path, offset) in [
        (cut, "not_json", "$.user.mobile_number", "700 (line 31, column 28)"),
        (no_id.as_slice(), "no_identity", "$.payload", "40 (line 1, column 41)"),
        (b"[]", "shape", "$", "0 (line 1, column 1)"),
        (b"", "not_json", "$", "0 (line 1, column 1)"),
        (b"{\n\"a\": '", "not_json", "$.a", "7 (line 2, column 6)"),
        (&b"[".repeat(65), "too_deep", &("$".to_owned() + &"[0]".repeat(64)), "64 (line 1, column 65)"),
    ] {
        for command in ["decode", "ticket"] {
            let found = run(&[command, "--platform", "atlas"], body);
            assert_eq!((found.code, found.out.as_str()), (1, ""), "{found:?}");
            assert!(found.err.starts_with("error: standard input: "), "{found:?}");
            assert_eq!(found.said("code"), Some(code), "{found:?}");
            assert_eq!(found.said("path"), Some(path), "{found:?}");
            assert_eq!(found.said("offset"), Some(offset), "{found:?}");
            assert!(found.said("hint").is_some(), "{found:?}");
        }
    }
}

#[test]
fn control_characters_are_printed_as_escapes() {
    let body = "{\"order_id\":1,\"identifier\":\"A\u{9b}31m\u{7f}\\u001b[2J\",\"order_items\":[]}";
    let printed = run(&["decode", "--platform", "atlas"], body.as_bytes()).printed();
    assert!(printed.contains(r"A\u009b31m\u007f\u001b[2J"), "{printed}");
    let event: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(event["orders"][0]["reference"], "A\u{9b}31m\u{7f}\u{1b}[2J");
}

/// The body of a JSON case, in whichever form it is stated.
fn json_body(case: &Value) -> Vec<u8> {
    if let Some(text) = case["body"].as_str() {
        return text.as_bytes().to_vec();
    }
    if let Some(digits) = case["hex"].as_str() {
        let byte = |at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap();
        return (0..digits.len()).step_by(2).map(byte).collect();
    }
    let part = |part: &Value| part[0].as_str().unwrap().repeat(part[1].as_u64().unwrap().try_into().unwrap());
    case["parts"].as_array().unwrap().iter().map(part).collect::<String>().into_bytes()
}

/// A document that is JSON is at most refused for being no event; the rest for what is wrong with it, at its place.
#[test]
fn every_json_case_is_read_or_refused_at_its_place() {
    let cases = json(&vectors("json").join("cases.json"));
    let mut refused = 0;
    for case in cases.as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let mut args: Vec<String> = ["decode", "--platform", "atlas"].map(Into::into).into();
        for (limit, option) in
            [("body_bytes", "--max-body"), ("depth", "--max-depth"), ("elements", "--max-elements")]
        {
            if let Some(number) = case["limits"][limit].as_u64() {
                args.extend([option.into(), number.to_string()]);
            }
        }
        let run = run(&args, &json_body(case));
        let Some(error) = case.get("error") else {
            assert!(
                run.code == 0 || matches!(run.said("code"), Some("shape" | "no_identity")),
                "{name}: {run:?}"
            );
            continue;
        };
        refused += 1;
        let code = match error["kind"].as_str().unwrap() {
            "TooDeep" => "too_deep",
            "TooManyElements" => "too_many_elements",
            "BodyTooLarge" => "body_too_large",
            _ => "not_json",
        };
        assert_eq!((run.code, run.said("code")), (1, Some(code)), "{name}: {run:?}");
        if let Some(path) = error["path"].as_str() {
            assert_eq!(run.said("path"), Some(path), "{name}");
        }
        if let Some(offset) = error["offset"].as_u64() {
            let said = run.said("offset").unwrap();
            assert!(said.starts_with(&format!("{offset} (")), "{name}: {said} is not {offset}");
        }
    }
    assert!(refused > 100, "{refused} refused");
}
