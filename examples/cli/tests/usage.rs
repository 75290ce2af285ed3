//! What somebody at the desk meets first: help, where secrets come from, what is said of mistakes.

mod common;

use common::{Run, program, run, run_command, scratch};

const COMMANDS: &[&str] =
    &["sign", "verify", "decode", "ticket", "book", "ask", "words", "send", "call", "poll", "check"];
const SECRET: &str = "correct horse battery staple";
const BODY: &[u8] = b"{}";

fn sign(options: &[&str]) -> Run {
    let args = [["sign", "--platform", "klikit"].as_slice(), options].concat();
    run(&args, BODY)
}

#[test]
fn help_names_every_command_and_option() {
    let all = run(&["--help"], b"").printed();
    for command in COMMANDS {
        assert!(all.contains(&format!("\n  {command} ")), "{all}");
        let short = run(&[command, "-h"], b"").printed();
        let long = run(&[command, "--help"], b"").printed();
        for help in [&short, &long] {
            assert!(help.contains(&format!("Usage: tillwire {command} ")), "{help}");
            let is_of_one = help.contains("--platform <PLATFORM>") && help.contains("klikit, atlas, fire");
            assert_eq!(is_of_one, !matches!(*command, "words" | "call" | "poll" | "check"), "{help}");
            let calls = matches!(*command, "call" | "poll" | "check");
            assert_eq!(help.contains("--account <FILE>") && help.contains("--environment"), calls, "{help}");
            let takes_secrets = matches!(*command, "sign" | "verify" | "send");
            assert_eq!(
                help.contains("TILLWIRE_SECRET") && help.contains("--secret-file"),
                takes_secrets,
                "{help}"
            );
        }
        assert!(long.len() >= short.len());
        assert_eq!(
            long.contains("TILLWIRE_API_SECRET"),
            matches!(*command, "call" | "poll" | "check"),
            "{long}"
        );
        assert!(long.contains(&format!("tillwire {command} ")) && long.contains("Example"), "{long}");
    }
    assert!(all.contains("Exit codes: 0 done; 1 ") && all.contains("; 3 the platform "), "{all}");
    let version = run(&["--version"], b"").printed();
    assert_eq!(version, concat!("tillwire ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn mistakes_are_told_as_usual() {
    for (args, what) in [
        (["verify"].as_slice(), "--platform <PLATFORM>"),
        (&["verify", "--platform", "other"], "[possible values: klikit, atlas, fire]"),
        (&["verify", "--platform", "fire", "--scheme", "v1"], "v1_timestamped"),
        (&["verify", "--platform", "fire", "--tolerance", "-1"], "a whole number of seconds, or `off`"),
        (&["verify", "--platform", "fire", "--now", "today"], "--now"),
        (&["decode", "--platform", "atlas", "--secret", SECRET], "unexpected argument '--secret'"),
        (&["verify", "--platform", "klikit", &format!("--secert={SECRET}")], "'--secret'"),
        (&[], "Usage: tillwire"),
    ] {
        let found = run(args, BODY);
        assert_eq!((found.code, found.out.as_str()), (2, ""), "{found:?}");
        assert!(found.err.contains(what), "{found:?}");
        assert!(!found.err.contains(SECRET), "{found:?}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    for option in ["--secret-file", "--header-file", "--"] {
        let found = run(&["verify", "--platform", "klikit", "--secret", "abc", option, "no-such-file"], BODY);
        assert_eq!(found.code, 2, "{found:?}");
        assert!(found.err.starts_with("error: no-such-file cannot be read: "), "{found:?}");
    }
}

#[test]
fn a_secret_comes_from_an_option_a_file_or_the_environment() {
    let by_option = sign(&["--secret", SECRET]).printed();
    for (name, end) in [("lf", "\n"), ("crlf", "\r\n"), ("none", "")] {
        let file = scratch(&format!("usage-secret-{name}"), format!("{SECRET}{end}").as_bytes());
        assert_eq!(sign(&["--secret-file", &file]).printed(), by_option);
    }
    let in_environment = |args: &[&str]| {
        let mut command = program(args);
        command.env("TILLWIRE_SECRET", SECRET);
        run_command(command, BODY)
    };
    assert_eq!(in_environment(&["sign", "--platform", "klikit"]).printed(), by_option);
    // An option stands above the environment, and where nothing is checked the variable is left alone.
    let other = in_environment(&["sign", "--platform", "klikit", "--secret", "other"]).printed();
    assert_eq!(other, sign(&["--secret", "other"]).printed());
    let unchecked = ["verify", "--platform", "klikit", "--scheme", "dangerously_accept_anyone"];
    assert_eq!(in_environment(&unchecked).said("assurance"), Some("nothing"));
}

#[test]
fn a_secret_may_begin_with_a_hyphen() {
    let by_file = scratch("usage-secret-hyphen", b"-abc\n");
    assert_eq!(sign(&["--secret", "-abc"]).printed(), sign(&["--secret-file", &by_file]).printed());
}

#[test]
fn a_secret_that_is_none_is_told_by_where_it_came_from() {
    let found = sign(&["--secret", SECRET]).code;
    assert_eq!(found, 0);
    let file = scratch("usage-secret-two-breaks", format!("{SECRET}\n\n").as_bytes());
    let found = sign(&["--secret", "abc", "--secret-file", &file]);
    assert_eq!((found.code, found.out.as_str()), (2, ""));
    assert!(found.err.starts_with("error: secret 2 ends in a line break\n"), "{found:?}");
    assert_eq!(found.said("from"), Some(format!("--secret-file {file}").as_str()), "{found:?}");
    assert!(!found.err.contains(SECRET));

    let found = sign(&[]);
    assert_eq!(found.code, 2);
    assert!(found.said("use").is_some_and(|options| options.contains("TILLWIRE_SECRET")), "{found:?}");
}

#[test]
fn the_matching_secret_is_told_by_where_it_came_from() {
    let new = scratch("usage-secret-new", format!("{SECRET}\n").as_bytes());
    let signed = sign(&["--secret-file", &new]).printed();
    let args = [
        "verify",
        "--platform",
        "klikit",
        "--secret",
        "old",
        "--secret-file",
        &new,
        "--header",
        signed.trim(),
    ];
    let found = run(&args, BODY);
    assert_eq!(found.said("secret"), Some(format!("2 of 2 (--secret-file {new})").as_str()), "{found:?}");
    assert!(!found.printed().contains(SECRET));
}

#[test]
fn fires_two_signatures_are_told_apart_unless_a_scheme_is_given() {
    let fire = ["--platform", "fire", "--secret", "abc", "--now", "1781115871"];
    for scheme in ["sha256_prefixed", "v1_timestamped"] {
        let signed = run(&[["sign", "--scheme", scheme].as_slice(), &fire].concat(), BODY).printed();
        let headers = scratch(&format!("usage-fire-{scheme}"), signed.as_bytes());
        let verify = [["verify", "--header-file", &headers].as_slice(), &fire].concat();
        let found = run(&verify, BODY);
        assert_eq!((found.code, found.said("scheme")), (0, Some(scheme)), "{found:?}");
        let chosen = run(&[verify.as_slice(), &["--scheme", "v1_timestamped"]].concat(), BODY);
        assert_eq!(chosen.code == 0, scheme == "v1_timestamped", "{chosen:?}");
    }
}

#[test]
fn a_missing_header_is_told_beside_the_names_of_those_given() {
    let verify = ["verify", "--platform", "klikit", "--secret", "abc"];
    let found = run(
        &[verify.as_slice(), &["--header", "Host: till", "--header", "X-Token: swordfish"]].concat(),
        BODY,
    );
    assert_eq!((found.code, found.said("given")), (1, Some("Host, X-Token")), "{found:?}");
    assert!(!found.err.contains("swordfish"));
    assert!(run(&verify, BODY).said("given").is_some_and(|given| given.contains("--header 'Name: value'")));
}
