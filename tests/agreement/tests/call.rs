//! Whatever a call is told, and whatever comes of it: no panic, a request that says what the arguments say, no attempt that the
//! rules do not allow, and no record of a list twice or missed.
//!
//! `PROPTEST_CASES` sets how many are tried (default 2,000). A failure prints the shortest that shows it; such a one belongs into
//! `tests/vectors/calls`.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::value::RawValue;
use tillwire_agreement::call::{self, BASE};
use tillwire_core::Platform;
use tillwire_core::http::{
    Account, Arguments, Call, Clock, Crawl, CrawlError, Endpoint, Failure, Form, Next, Operation, Outcome,
    Parameter, Place, Policy, Repeat, Reply, ReplyInt, Request, Slot,
};
use tillwire_core::verify::Headers;

fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(2_000);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Texts that are likely to be taken for something else than a text.
fn odd_text() -> impl Strategy<Value = String> {
    let odd = [
        "..",
        ".",
        "a/../b",
        "/a/b?c=d",
        "//evil.example",
        "/a/%2e%2E/b",
        "a b",
        "a&b=c",
        "#",
        "\r\nX: 1",
        "\0",
        "é売",
        "{id}",
        "%",
        "%2F",
        "+",
        "0",
        "-1",
        "9223372036854775808",
        "1e3",
        "true",
        "null",
        "{}",
        "[1, {\"a\":2}]",
        "\"",
        "2026-06-18",
        "2026-06-18T10:15:30Z",
        "2026-06-18T10:15:30.5-11:30",
        "accepted",
        "POST",
        "app",
        "60",
    ];
    prop_oneof![
        select(odd.to_vec()).prop_map(String::from).boxed(),
        any::<String>().boxed(),
        "[ -~]{0,40}".boxed()
    ]
}

/// A value for a slot: one that it takes, or any.
fn value_for(slot: &'static Slot) -> impl Strategy<Value = String> {
    let fitting = match (slot.form, slot.place) {
        (Form::Text | Form::Private, Place::WholePath) => "/[a-z0-9%/=&?._~:-]{0,30}".boxed(),
        (Form::Text | Form::Private, _) => "[^\\pC]{5,40}".boxed(),
        (Form::Integer, _) => (60..100_i64).prop_map(|number| number.to_string()).boxed(),
        (Form::Word, _) => select(slot.words).prop_map(String::from).boxed(),
        (Form::Json, _) => {
            "\\{\"[a-z]{1,5}\": ?(-?[1-9][0-9]{0,30}|\"[^\\pC\"\\\\]*\"|\\[\\]|null)\\}".boxed()
        }
        (Form::Utc | Form::Time, _) => {
            "20[0-9]{2}-0[1-9]-1[0-9]T1[0-9]:[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,3})?(Z|[+-]0[0-9]:[0-5]0)"
                .boxed()
        }
        _ => Just(call::sample(slot).to_owned()).boxed(),
    };
    prop_oneof![9 => fitting, 1 => odd_text().boxed()]
}

/// Any operation, with a value for most of what it takes and perhaps for something else.
fn told() -> impl Strategy<Value = (Operation, Vec<(Parameter, String)>)> {
    select(Operation::ALL).prop_flat_map(|operation| {
        let slots = operation.endpoint().slots;
        let values =
            slots.iter().map(|slot| (Just(slot.parameter), of(value_for(slot))).boxed()).collect::<Vec<_>>();
        let values = values.prop_map(|values| {
            values.into_iter().filter_map(|(parameter, value)| Some((parameter, value?))).collect::<Vec<_>>()
        });
        let other = prop_oneof![9 => Just(None), 1 => (select(Parameter::ALL), odd_text()).prop_map(Some)];
        (Just(operation), values, other).prop_map(|(operation, mut values, other)| {
            values.extend(other);
            (operation, values)
        })
    })
}

fn arguments_of(values: &[(Parameter, String)]) -> Arguments {
    values.iter().fold(Arguments::new(), |arguments, (parameter, value)| arguments.with(*parameter, value))
}

/// What the arguments say of a slot once the account's own are added, as the request states it.
fn stated(
    slots: &'static [Slot],
    place: Place,
    arguments: &Arguments,
) -> Vec<(&'static Slot, Option<String>)> {
    let slots = slots.iter().filter(move |slot| slot.place == place);
    slots.map(|slot| (slot, arguments.get(slot.parameter).map(String::from))).collect()
}

fn account_of(platform: Platform) -> Account {
    call::account(platform, Policy::KLIKIT)
}

/// Holds the address against the arguments, as the URL standard reads it.
fn check_url(request: &Request, arguments: &Arguments) {
    let endpoint = request.operation().endpoint();
    let parsed = url::Url::parse(request.url()).expect("an address");
    assert_eq!(parsed.as_str(), request.url(), "an address that means another");
    let decoded =
        |text: &str| percent_encoding::percent_decode_str(text).decode_utf8().expect("UTF-8").into_owned();
    let path = parsed.path().strip_prefix("/base").expect("below the base");
    if let Some(whole) = arguments.get(Parameter::Path).filter(|_| endpoint.slot(Parameter::Path).is_some()) {
        assert_eq!(request.url(), format!("{BASE}{whole}"));
        return;
    }
    let template = if endpoint.path.is_empty() { "/set/by/the/account" } else { endpoint.path };
    let steps = template.split('/').map(|step| {
        match step.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            Some(name) => {
                let slot = endpoint.slots.iter().find(|slot| slot.place == Place::Path && slot.name == name);
                arguments.get(slot.expect("a slot").parameter).expect("a value").to_owned()
            }
            None => step.to_owned(),
        }
    });
    assert_eq!(path.split('/').map(decoded).collect::<Vec<_>>(), steps.collect::<Vec<_>>());
    let mut pairs = parsed.query_pairs();
    for (slot, value) in stated(endpoint.slots, Place::Query, arguments) {
        let of_account =
            matches!(slot.parameter, Parameter::AccountId | Parameter::VendorId).then(|| "public".into());
        if let Some(value) = value.or(of_account) {
            assert_eq!(pairs.next(), Some((slot.name.into(), value.into())));
        }
    }
    assert_eq!(pairs.next(), None);
}

/// Holds the body against the arguments.
fn check_body(request: &Request, arguments: &Arguments) {
    let slots = request.operation().endpoint().slots;
    if let Some((_, Some(whole))) = stated(slots, Place::WholeBody, arguments).first() {
        assert_eq!(request.body(), Some(whole.as_bytes()));
        return;
    }
    let body = request.body().unwrap_or(b"{}");
    let members: Vec<(String, Box<RawValue>)> = members(body);
    let mut members = members.into_iter();
    for (slot, value) in stated(slots, Place::Body, arguments) {
        let own = match slot.parameter {
            Parameter::ProviderEventId => request.key().map(|key| key.as_str().to_owned()),
            Parameter::ClientId | Parameter::VendorId => Some("public".into()),
            Parameter::ClientSecret => Some(call::SECRET.into()),
            Parameter::GrantType => Some("client_credentials".into()),
            _ => None,
        };
        let Some(value) = value.or(own) else { continue };
        let (name, found) = members.next().expect("a member for each argument");
        assert_eq!(name, slot.name);
        match slot.form {
            Form::Integer | Form::Flag => assert_eq!(found.get(), value),
            Form::Json => assert_eq!(found.get(), value.trim_matches([' ', '\t', '\r', '\n'])),
            Form::Utc => {
                let sent: String = serde_json::from_str(found.get()).expect("a text");
                assert!(
                    sent.ends_with('Z') || sent.ends_with("+00:00") || sent.ends_with("-00:00"),
                    "{sent}"
                );
                assert_eq!(instant(&sent), instant(&value));
            }
            _ => assert_eq!(serde_json::from_str::<String>(found.get()).expect("a text"), value),
        }
    }
    assert!(members.next().is_none());
}

/// The members of an object, in their order.
fn members(body: &[u8]) -> Vec<(String, Box<RawValue>)> {
    struct InOrder(Vec<(String, Box<RawValue>)>);
    impl<'de> serde::Deserialize<'de> for InOrder {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Visitor;
            impl<'de> serde::de::Visitor<'de> for Visitor {
                type Value = InOrder;
                fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str("an object")
                }
                fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<InOrder, A::Error> {
                    let mut members = Vec::new();
                    while let Some(member) = map.next_entry()? {
                        members.push(member);
                    }
                    Ok(InOrder(members))
                }
            }
            deserializer.deserialize_map(Visitor)
        }
    }
    serde_json::from_slice::<InOrder>(body).expect("an object").0
}

/// Minutes since the year 0 in months of 31 days, and what stands behind the minute: enough to tell times apart that are close.
fn instant(time: &str) -> (i64, String) {
    let number = |from: usize, to: usize| time[from..to].parse::<i64>().expect("digits");
    let day = (number(0, 4) * 12 + number(5, 7)) * 31 + number(8, 10);
    let zone = time.rfind(['Z', '+', '-']).expect("an offset");
    let offset = match &time[zone..] {
        "Z" => 0,
        stated => {
            let minutes = stated[1..3].parse::<i64>().unwrap() * 60 + stated[4..6].parse::<i64>().unwrap();
            if stated.starts_with('-') { -minutes } else { minutes }
        }
    };
    let seconds = match time[17..zone].split_once('.') {
        Some((seconds, fraction)) => format!("{seconds}.{}", fraction.trim_end_matches('0')),
        None => format!("{}.", &time[17..zone]),
    };
    (day * 1440 + number(11, 13) * 60 + number(14, 16) - offset, seconds)
}

#[test]
fn every_operation_takes_what_its_row_says() {
    for &operation in Operation::ALL {
        for all in [false, true] {
            let arguments = call::arguments(operation, all);
            let account = account_of(operation.platform());
            let call = account.call(operation, &arguments, [7; 16]);
            let call = call.unwrap_or_else(|error| panic!("{}: {error}", operation.name()));
            call::check_request(call.request(), &arguments);
            check_url(call.request(), &arguments);
            check_body(call.request(), &arguments);
        }
    }
}

/// What came of an attempt, as a number of simple kinds.
#[derive(Clone, Debug)]
enum Came {
    Failed(Failure),
    Answered(u16, Option<String>, &'static str),
}

impl Came {
    /// Whether the platform may have done what was asked, although there is no reply.
    fn may_be_done(&self) -> bool {
        match self {
            Self::Failed(failure) => failure.may_have_arrived(),
            Self::Answered(status, ..) => (200..300).contains(status) || *status >= 500,
        }
    }
}

fn came() -> impl Strategy<Value = Came> {
    let status = prop_oneof![
        6 => select(&[200_u16, 204, 400, 401, 403, 404, 409, 422, 429, 429, 500, 502, 503, 504][..]),
        1 => 100..1000_u16,
    ];
    let retry_after =
        of(prop_oneof!["[0-9]{1,3}".boxed(), Just("Sun, 06 Nov 1994 08:49:37 GMT".to_owned()).boxed()]);
    let body = select(
        &["", "{}", "{\"data\":", "{\"error\":{\"code\":\"auth_revoked\"}}", "{\"success\":false}"][..],
    );
    prop_oneof![
        select(Failure::ALL).prop_map(Came::Failed).boxed(),
        (status, retry_after, body)
            .prop_map(|(status, after, body)| Came::Answered(status, after, body))
            .boxed(),
    ]
}

/// Runs a call to its end, or until nothing more is known of it, and checks each step.
fn run(call: &mut Call, policy: Policy, story: &[(Came, u64)]) {
    let repeat = call.request().repeat();
    let (mut elapsed_ms, mut attempts, mut doubtful) = (0_u64, 0_u32, false);
    let bytes = (call.request().url().to_owned(), call.request().body().map(<[u8]>::to_vec));
    for (came, took_ms) in story {
        attempts += 1;
        assert!(attempts <= policy.attempts, "an attempt too many");
        assert_eq!((call.request().url(), call.request().body()), (bytes.0.as_str(), bytes.1.as_deref()));
        elapsed_ms = elapsed_ms.saturating_add(*took_ms);
        let mut headers = Headers::new();
        let (mut asked_ms, secret) = (0, call.secret_index());
        let outcome = match came {
            Came::Failed(failure) => Outcome::Failed(*failure),
            Came::Answered(status, after, body) => {
                if let Some(after) = after {
                    headers.add("Retry-After", after.as_bytes()).unwrap();
                    asked_ms = after.parse::<u64>().map_or(0, |seconds| seconds * 1000);
                }
                Outcome::Answered { status: *status, headers: &headers, body: body.as_bytes() }
            }
        };
        // A date that is long past asks for nothing.
        let next = call.after(outcome, Clock { elapsed_ms, now_ms: 1_781_115_871_000 });
        match next {
            Ok(Next::Done(reply)) => {
                assert_eq!(reply.int(ReplyInt::Attempts), Some(attempts.into()));
                return;
            }
            Ok(Next::Again { wait_ms }) => {
                doubtful |= came.may_be_done();
                assert!(repeat != Repeat::Once || !came.may_be_done(), "done twice: {came:?}");
                let is_other_secret = call.secret_index() != secret;
                assert!(repeat != Repeat::Never || is_other_secret, "sent again: {came:?}");
                if is_other_secret {
                    assert_eq!(wait_ms, 0);
                } else {
                    let doubled = policy
                        .first_wait_ms
                        .saturating_mul(1_u64.checked_shl(attempts - 1).unwrap_or(u64::MAX));
                    assert!(wait_ms >= doubled.min(policy.longest_wait_ms), "{wait_ms} is too soon");
                    assert!(wait_ms >= asked_ms, "{wait_ms} is sooner than was asked");
                }
                elapsed_ms = elapsed_ms.checked_add(wait_ms).expect("no wait beyond time");
                assert!(elapsed_ms < policy.total_ms, "an attempt after the deadline");
            }
            Err(error) => {
                doubtful |= came.may_be_done();
                assert_eq!(error.attempts(), attempts);
                assert!(!error.may_be_done() || (doubtful && repeat != Repeat::Safe));
                return;
            }
        }
    }
}

fn policy() -> impl Strategy<Value = Policy> {
    let wait = || prop_oneof![0..100_u64, 500..40_000_u64, Just(u64::MAX)];
    (1..9_u32, wait(), wait(), prop_oneof![1..200_000_u64, Just(u64::MAX)]).prop_map(
        |(attempts, first_wait_ms, longest_wait_ms, total_ms)| Policy {
            attempts,
            first_wait_ms,
            longest_wait_ms,
            total_ms,
        },
    )
}

/// What happens to a list between two pages.
#[derive(Clone, Debug)]
enum Change {
    Nothing,
    /// So many arrive, before the others.
    Arrive(usize),
    /// Those at these places leave, as far as there are so many.
    Leave(Vec<usize>),
}

/// A list of numbers, newest first.
struct List {
    ids: Vec<u64>,
    next: u64,
    /// The largest page that is given.
    most: usize,
    states_total: bool,
}

impl List {
    fn page(&self, endpoint: &Endpoint, arguments: &Arguments) -> String {
        let (page, size) =
            (call::number(arguments, Parameter::Page), call::number(arguments, Parameter::Size));
        let size = size.min(self.most);
        let records = self.ids.iter().skip((page - 1) * size).take(size);
        let records = records.map(|id| format!("{{\"id\":{id}}}")).collect::<Vec<_>>().join(",");
        let total = if self.states_total { format!("\"total\":{},", self.ids.len()) } else { String::new() };
        let counts = format!("{total}\"size\":{size}");
        match endpoint.pages.expect("a list").list {
            "$.data.orders" => format!("{{\"data\":{{{counts},\"orders\":[{records}]}}}}"),
            "$.data.results" => format!("{{\"data\":{{{counts},\"results\":[{records}]}}}}"),
            "$.orders" => format!("{{\"orders\":[{records}],\"pagination\":{{{counts}}}}}"),
            "$.stores" => format!("{{\"stores\":[{records}],{counts}}}"),
            other => panic!("nobody answers {other}"),
        }
    }

    fn change(&mut self, change: &Change) {
        match change {
            Change::Nothing => {}
            Change::Arrive(count) => {
                for _ in 0..*count {
                    self.ids.insert(0, self.next);
                    self.next += 1;
                }
            }
            Change::Leave(places) => {
                for place in places {
                    if *place < self.ids.len() {
                        self.ids.remove(*place);
                    }
                }
            }
        }
    }
}

/// Reads a list whole while it changes; which records came, in their order, and how it ended.
fn crawl(
    operation: Operation,
    list: &mut List,
    size: usize,
    changes: &[Change],
) -> (Vec<u64>, Result<(), CrawlError>) {
    let account = account_of(operation.platform());
    let endpoint = operation.endpoint();
    let first = call::arguments(operation, false).with(Parameter::Size, &size.to_string());
    let mut crawl = Crawl::new(operation, first, 1_781_115_871_000).expect("a list");
    let mut seen = Vec::new();
    let mut changes = changes.iter();
    loop {
        let arguments = match crawl.next_page() {
            Ok(Some(arguments)) => arguments.clone(),
            Ok(None) => return (seen, Ok(())),
            Err(error) => return (seen, Err(error)),
        };
        let reply = reply(&account, operation, &arguments, &list.page(endpoint, &arguments));
        for record in crawl.take(&reply) {
            let value = reply.records().nth(record.position).expect("a record");
            seen.push(value.get("id").and_then(|id| id.number()?.parse().ok()).expect("an id"));
        }
        assert_eq!(crawl.progress().records, u64::try_from(seen.len()).expect("few"));
        list.change(changes.next().unwrap_or(&Change::Nothing));
    }
}

fn reply(account: &Account, operation: Operation, arguments: &Arguments, body: &str) -> Reply {
    let mut call = account.call(operation, arguments, [0; 16]).expect("a page");
    let headers = Headers::new();
    let outcome = Outcome::Answered { status: 200, headers: &headers, body: body.as_bytes() };
    match call.after(outcome, Clock::default()) {
        Ok(Next::Done(reply)) => reply,
        other => panic!("no page: {other:?}"),
    }
}

fn lists() -> Vec<Operation> {
    let lists = Operation::ALL.iter().copied().filter(|operation| operation.endpoint().pages.is_some());
    let lists: Vec<_> = lists.collect();
    assert_eq!(lists.len(), 4);
    lists
}

fn arrivals() -> impl Strategy<Value = Vec<Change>> {
    vec(prop_oneof![2 => Just(Change::Nothing), 1 => (0..30_usize).prop_map(Change::Arrive)], 0..12)
}

fn departures() -> impl Strategy<Value = Vec<Change>> {
    vec(prop_oneof![2 => Just(Change::Nothing), 1 => vec(0..120_usize, 0..20).prop_map(Change::Leave)], 0..12)
}

fn both() -> impl Strategy<Value = Vec<Change>> {
    (arrivals(), departures()).prop_map(|(arrivals, departures)| {
        arrivals.into_iter().zip(departures).flat_map(|(arrive, leave)| [arrive, leave]).collect()
    })
}

fn list(length: u64, most: usize, states_total: bool) -> List {
    List { ids: (0..length).rev().collect(), next: length, most, states_total }
}

fn is_without_repeats(seen: &[u64]) -> bool {
    seen.iter().collect::<BTreeSet<_>>().len() == seen.len()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_request_says_what_its_arguments_say((operation, values) in told(), random in any::<[u8; 16]>()) {
        let arguments = arguments_of(&values);
        let account = account_of(operation.platform());
        match account.call(operation, &arguments, random) {
            Ok(call) => {
                call::check_request(call.request(), &arguments);
                check_url(call.request(), &arguments);
                check_body(call.request(), &arguments);
            }
            Err(error) => {
                prop_assert!(!error.to_string().contains(call::SECRET));
                prop_assert!(!error.hint().is_empty());
            }
        }
    }

    #[test]
    fn an_answer_is_a_reply_or_an_error(
        status in any::<u16>(),
        fields in vec((select(&["Retry-After", "Date", "X-Heartbeat-Interval"][..]), "[ -~]{0,40}"), 0..4),
        body in prop_oneof![vec(any::<u8>(), 0..60).boxed(), "\\PC{0,60}".prop_map(String::into_bytes).boxed()],
    ) {
        let mut headers = Headers::new();
        for (name, value) in &fields {
            headers.add(name, value.as_bytes()).unwrap();
        }
        call::check_answer(status, &headers, &body);
    }

    #[test]
    fn no_attempt_is_made_that_the_rules_do_not_allow(
        operation in select(Operation::ALL),
        policy in policy(),
        random in any::<[u8; 16]>(),
        story in vec((came(), prop_oneof![0..2_000_u64, 0..60_000_u64]), 9),
    ) {
        let account = call::account(operation.platform(), policy);
        let mut call = account.call(operation, &call::arguments(operation, false), random).unwrap();
        run(&mut call, policy, &story);
    }

    #[test]
    fn what_arrives_while_a_list_is_read_makes_nothing_come_twice_or_be_missed(
        operation in select(lists()),
        length in 0..120_u64,
        size in 1..40_usize,
        most in 1..40_usize,
        states_total in any::<bool>(),
        changes in arrivals(),
    ) {
        let mut list = list(length, most, states_total);
        let (seen, end) = crawl(operation, &mut list, size, &changes);
        prop_assert!(is_without_repeats(&seen), "{seen:?}");
        // Arrivals in great number look like pages that repeat, where no total says that there are more.
        prop_assert!(end.is_ok() || !states_total, "{end:?}");
        if end.is_ok() {
            for id in 0..length {
                prop_assert!(seen.contains(&id), "{id} is missed: {seen:?}");
            }
        }
    }

    #[test]
    fn what_leaves_while_a_list_is_read_makes_nothing_come_twice_or_be_missed(
        operation in select(lists()),
        length in 0..120_u64,
        size in 1..40_usize,
        most in 1..40_usize,
        changes in departures(),
    ) {
        let mut list = list(length, most, true);
        let (seen, end) = crawl(operation, &mut list, size, &changes);
        prop_assert!(is_without_repeats(&seen), "{seen:?}");
        prop_assert_eq!(end, Ok(()));
        for id in &list.ids {
            prop_assert!(seen.contains(id), "{id} is missed: {seen:?}");
        }
    }

    #[test]
    fn a_list_that_changes_in_every_way_is_read_to_an_end_without_repeats(
        operation in select(lists()),
        length in 0..120_u64,
        size in 1..40_usize,
        most in 1..40_usize,
        states_total in any::<bool>(),
        changes in both(),
    ) {
        let mut list = list(length, most, states_total);
        let (seen, _) = crawl(operation, &mut list, size, &changes);
        prop_assert!(is_without_repeats(&seen), "{seen:?}");
    }
}
