//! `tillwire decode`: every event of the shared vectors, and what is said of bodies that are none.

mod common;

use std::path::{Path, PathBuf};

use common::{json, path_text, run, scratch, vectors};
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

/// The expected results in a folder beside bodies, and the options by which each body is decoded.
fn cases_in(folder: &Path, options: &[&str]) -> Vec<(PathBuf, Vec<String>)> {
    let expected = std::fs::read_dir(folder.join("expected"))
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let case = |entry: std::io::Result<std::fs::DirEntry>| {
        let expected = entry.unwrap().path();
        let body = folder.join(expected.file_name().unwrap());
        let mut args: Vec<String> = ["decode"].iter().chain(options).map(|option| (*option).into()).collect();
        args.push(path_text(&body));
        let headers = body.with_extension("headers.json");
        if headers.exists() {
            args.extend(header_options(&json(&headers)));
        }
        let settings = body.with_extension("settings.json");
        if settings.exists() {
            args.extend(setting_options(&json(&settings)));
        }
        (expected, args)
    };
    expected.map(case).collect()
}

fn decodes_as_expected(folder: &Path, options: &[&str]) -> usize {
    let cases = cases_in(folder, options);
    for (expected, args) in &cases {
        let found: Value = serde_json::from_str(&run(args, b"").printed()).unwrap();
        assert_eq!(found, json(expected), "{}", expected.display());
    }
    cases.len()
}

fn is_refused_as_expected(folder: &Path, options: &[&str]) -> usize {
    let cases = cases_in(folder, options);
    for (expected, args) in &cases {
        let (found, expected) = (run(args, b""), json(expected));
        let offset = found.said("offset").and_then(|offset| offset.split(' ').next());
        assert_eq!((found.code, found.out.as_str()), (1, ""), "{found:?}");
        assert_eq!(found.said("code"), expected["error"].as_str(), "{found:?}");
        assert_eq!(found.said("path"), expected["path"].as_str(), "{found:?}");
        assert_eq!(offset, Some(expected["offset"].to_string().as_str()), "{found:?}");
    }
    cases.len()
}

#[test]
fn every_event_decodes_as_expected() {
    for (platform, least) in [("klikit", 40), ("atlas", 18), ("fire", 70)] {
        let cases = decodes_as_expected(&vectors(platform), &["--platform", platform]);
        assert!(cases >= least, "{cases} cases of {platform}");
    }
}

#[test]
fn every_answer_to_a_read_decodes_as_expected() {
    for (platform, least) in [("klikit", 10), ("atlas", 15), ("fire", 18)] {
        let folder = vectors(platform).join("reads");
        let cases = decodes_as_expected(&folder, &["--orders", "--platform", platform]);
        assert!(cases >= least, "{cases} cases of {platform}");
    }
}

#[test]
fn what_holds_no_order_is_refused_as_expected() {
    for (folder, options, least) in [
        ("klikit/reads/refused", ["--orders", "--platform", "klikit"].as_slice(), 10),
        ("fire/reads/refused", &["--orders", "--platform", "fire"], 3),
        ("fire/refused", &["--platform", "fire"], 1),
    ] {
        let cases = is_refused_as_expected(&vectors(folder), options);
        assert!(cases >= least, "{cases} cases in {folder}");
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
fn an_answer_to_a_read_has_neither_type_nor_headers() {
    for option in ["--type=order.created", "--header=A: b", "--header-file=headers.txt"] {
        let found = run(&["decode", "--platform", "klikit", "--orders", option], b"{}");
        assert_eq!(found.code, 2, "{found:?}");
        assert!(found.err.contains("'--orders' cannot be used with"), "{found:?}");
    }
}

#[test]
fn stores_are_told_by_their_own_id() {
    let body = path_text(&vectors("klikit").join("order-lunch.json"));
    let decode = |stores: &[&str]| -> Value {
        let options = stores.iter().flat_map(|store| ["--store", store]);
        let args: Vec<_> = ["decode", "--platform", "klikit", &body].into_iter().chain(options).collect();
        serde_json::from_str(&run(&args, b"").printed()).unwrap()
    };
    assert_eq!(decode(&[])["problem_total"], 0);
    let event = decode(&["1/2=other", "5297/1293=till 7"]);
    assert_eq!((&event["orders"][0]["own_store_id"], &event["problem_total"]), (&"till 7".into(), &0.into()));
    let event = decode(&["1/2=other"]);
    assert_eq!(event["problems"][0]["code"], "unmapped_store");
    let found = run(&["decode", "--platform", "klikit", "--store", "5297/1293", &body], b"");
    assert_eq!(found.code, 2, "{found:?}");
    assert!(found.err.contains("as in 10/20=till-7"), "{found:?}");
}

#[test]
fn dictionaries_take_the_place_of_the_built_in_words() {
    let dictionaries = vectors("klikit").join("dictionaries");
    let statuses = format!("klikit_order_status={}", path_text(&dictionaries.join("statuses.json")));
    let decode = ["decode", "--platform", "klikit", "--dictionary"];
    let body = br#"{"orders":[{"id":1,"status":5}]}"#;
    let event: Value =
        serde_json::from_str(&run(&[&decode[..], &[&statuses]].concat(), body).printed()).unwrap();
    let order = &event["orders"][0];
    assert_eq!((&order["progress"], &order["state_name"]), (&"delivered".into(), &"DELIVERED".into()));
    assert_eq!(event["problem_total"], 0);

    let skipping = scratch("decode-dictionary-skips", br#"[{"id":5,"status":"READY"},{"id":6},{}]"#);
    let found = run(&[&decode[..], &[&format!("klikit_order_status={skipping}")]].concat(), body);
    assert_eq!(found.code, 0, "{found:?}");
    assert_eq!(found.err, format!("warning: {skipping}: 2 entries without id or name, left out\n"));
}

#[test]
fn a_dictionary_that_cannot_be_loaded_says_what_to_do() {
    let dictionaries = vectors("klikit").join("dictionaries");
    let types = path_text(&dictionaries.join("order-types.json"));
    let courier = path_text(&dictionaries.join("fulfillment-statuses.json"));
    let run = |platform: &str, dictionary: &str| {
        let found = run(&["ticket", "--platform", platform, "--dictionary", dictionary], b"{}");
        assert_eq!((found.code, found.out.as_str()), (2, ""), "{found:?}");
        found
    };
    let found = run("klikit", &format!("klikit_order_status={courier}"));
    let message =
        format!("error: {courier}: the names are those of the vocabulary klikit_fulfilment_status ");
    assert!(found.err.starts_with(&message), "{found:?}");
    assert_eq!((found.said("code"), found.said("path")), (Some("shape"), Some("$.data")), "{found:?}");
    assert!(found.said("offset").is_some() && found.said("hint").is_some(), "{found:?}");
    for (dictionary, message) in [
        (
            "klikit_statuses=a.json",
            "there is no vocabulary klikit_statuses; these can be loaded: klikit_order_status, ",
        ),
        ("atlas_state=a.json", "no platform serves atlas_state; these can be loaded: klikit_order_status, "),
    ] {
        let found = run("klikit", dictionary);
        assert!(found.err.contains(message), "{found:?}");
    }
    let found = run("fire", &format!("klikit_order_type={types}"));
    assert!(
        found
            .err
            .starts_with("error: klikit_order_type is a vocabulary of klikit, and the bodies are fire's\n")
    );
    let found = run("klikit", "klikit_order_type=no-such-file");
    assert!(found.err.starts_with("error: no-such-file cannot be read: "), "{found:?}");
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
