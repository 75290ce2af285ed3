//! What holds of every event, whatever its body: its JSON says what the getters say, nothing is rounded or made up, and
//! it is the same each time.
//!
//! The property tests and the fuzzer both decode through [`decode`] and [`decode_orders`].

use std::collections::HashSet;

use serde_json::{Map, Value, json};
use tillwire_core::event::{
    AmountError, DecodeError, Decoder, Event, EventKind, Key, SubjectInt, SubjectRef, SubjectText,
    SubjectTime,
};
use tillwire_core::json::{Document, Value as Sent};
use tillwire_core::order::{
    AdjustmentInt, AdjustmentMoney, AdjustmentRef, AdjustmentText, LineInt, LineList, LineMoney, LineRef,
    LineText, Order, OrderInt, OrderMoney, OrderText, OrderTime, PartyInt, PartyRef, PartyText, PaymentInt,
    PaymentMoney, PaymentRef, PaymentText, StepInt, StepRef, StepText, StepTime,
};
use tillwire_core::value::{IntForm, Money, Timestamp};
use tillwire_core::verify::Headers;
use tillwire_core::{Limits, ProblemCode};

use crate::book;

/// Bytes of memory that an order may hold for each byte of its body. What costs most is a line of three bytes, `{},`,
/// which takes the room of a whole line: some 300 bytes, or 100 for each of the three.
const MEMORY_PER_BYTE: usize = 128;

/// Bytes of memory that an order may hold besides: its own fields.
const MEMORY_PER_ORDER: usize = 4096;

/// Decodes a delivery in all ways that must come to the same, and checks the event.
///
/// # Errors
/// As the decoder.
///
/// # Panics
/// Where something does not hold.
pub fn decode(decoder: &Decoder, headers: &Headers, body: &[u8]) -> Result<Event, DecodeError> {
    hold(decoder, body, |decoder| decoder.decode_unverified(headers, body))
}

/// As [`decode`], for the answer to a read.
///
/// # Errors
/// As the decoder.
///
/// # Panics
/// Where something does not hold.
pub fn decode_orders(decoder: &Decoder, body: &[u8]) -> Result<Event, DecodeError> {
    hold(decoder, body, |decoder| decoder.decode_orders(body))
}

fn hold(
    decoder: &Decoder,
    body: &[u8],
    decode: impl Fn(Decoder) -> Result<Event, DecodeError>,
) -> Result<Event, DecodeError> {
    let read = |limits| decode(decoder.clone().limits(limits));
    let standard = *decoder.current_limits();
    let event = match (read(standard), read(standard)) {
        (Ok(event), Ok(again)) => {
            assert_eq!(event.to_json(), again.to_json(), "the same body comes to something else");
            event
        }
        (Err(error), Err(again)) => {
            assert_eq!(error, again);
            assert!(
                error.place().is_none_or(|(path, at)| path.starts_with('$') && at <= body.len()),
                "{error}"
            );
            return Err(error);
        }
        _ => panic!("the same body is read once and refused once"),
    };
    assert_eq!(event.document().text().as_bytes(), body, "the body is kept as received");
    check(&event);
    book::check(&event);
    let small = Limits { body_bytes: body.len() - 1, ..standard };
    assert_eq!(read(small).map_err(|error| error.code_name()).err(), Some("body_too_large"));
    let tight = Limits { depth: body.len() % 7, elements: body.len() % 11, ..standard };
    match read(tight) {
        Ok(limited) => {
            let less = limited.problems().iter().any(|problem| problem.code == ProblemCode::TooMany);
            assert!(
                less || limited.to_json() == event.to_json(),
                "a limit changes what is read, without a word"
            );
        }
        Err(error) => assert!(["too_deep", "too_many_elements"].contains(&error.code_name()), "{error}"),
    }
    Ok(event)
}

/// Holds an event against its JSON and its document.
fn check(event: &Event) {
    let json: Value =
        serde_json::from_str(&event.to_json().expect("there is memory")).expect("the event is JSON");
    let numbers = numbers(event.document());
    let mut members = Members::of(&json);
    members.word("platform", event.platform().name());
    members.word("kind", event.kind().name());
    members.text("type", event.type_text(), event.type_text_with_nul());
    members.word("type_source", event.type_source().name());
    members.text("id", event.id(), event.id_with_nul());
    members.time("occurred_at", event.occurred_at());
    members.list("orders", event.orders(), |json, order| {
        check_order(json, order, &numbers);
        // Only answers to reads may tell an order from others by something else.
        let ids = [OrderText::Id, OrderText::Reference, OrderText::ExternalId];
        let told = &ids[..if event.kind() == EventKind::OrderRead { 3 } else { 1 }];
        assert!(told.iter().any(|id| order.text(*id).is_some_and(|id| !id.is_empty())));
    });
    members.is("batch_index", event.batch_index().map(Value::from));
    members.is("batch_total", event.batch_total().map(Value::from));
    members.list("subjects", event.subjects(), check_subject);
    // An event without orders may have keys of its own.
    let keyed = event.orders().len().max(usize::from(event.key(0, Key::Content).is_some()));
    members.list("keys", 0..keyed, |json, position| {
        let mut members = Members::of(json);
        for &key in Key::ALL {
            members.is(key.name(), event.key(position, key).map(Value::from));
        }
        members.done();
        let told = event.order(position).is_none_or(|order| order.text(OrderText::Id).is_some());
        assert_eq!(event.key(position, Key::Content).map(|key| key.len()), told.then_some(64));
    });
    members.list("problems", event.problems().iter(), |json, problem| {
        let mut members = Members::of(json);
        members.word("code", problem.code.name());
        members.word("message", problem.code.message());
        members.word("path", &problem.path);
        members.is("offset", Value::from(problem.offset));
        members.done();
        assert!(problem.offset < event.document().text().len());
        assert!(event.document().at(&problem.path).is_some(), "{} leads nowhere", problem.path);
        let absent = |amount| amount == Err(AmountError::Absent);
        let (by_place, by_scale) = (event.money_at(&problem.path), event.money_at_scale(&problem.path, 4));
        assert_eq!(absent(by_place), absent(by_scale), "{}", problem.path);
    });
    members.is("problem_total", Value::from(event.problem_count()));
    members.done();
    assert!(event.problem_count() >= event.problems().len());

    let held: usize = event.orders().map(Order::memory).sum();
    let body = event.document().text().len();
    assert!(
        held <= MEMORY_PER_BYTE * body + MEMORY_PER_ORDER * event.orders().len(),
        "{held} bytes for {body}"
    );
}

fn check_order(json: &Value, order: &Order, numbers: &HashSet<Number>) {
    let mut members = Members::of(json);
    for &field in OrderText::ALL {
        members.text(field.name(), order.text(field), order.text_with_nul(field));
    }
    for &field in OrderMoney::ALL {
        members.money(field.name(), order.money(field), numbers);
    }
    for &field in OrderTime::ALL {
        members.time(field.name(), order.time(field));
    }
    for &field in OrderInt::ALL {
        members.int(field.name(), order.int(field), field.form());
    }
    members.list("lines", order.lines(), |json, line| check_line(json, line, numbers));
    members.list("payments", order.payments(), |json, payment| check_payment(json, payment, numbers));
    members.list("parties", order.parties(), check_party);
    members.list("steps", order.steps(), check_step);
    members.list("adjustments", order.adjustments(), |json, it| check_adjustment(json, it, numbers));
    members.done();

    for (at, line) in order.lines().enumerate() {
        let parent = line.int(LineInt::Parent).and_then(|parent| usize::try_from(parent).ok());
        assert_eq!(parent.is_some(), line.depth() > 0);
        if let Some(parent) = parent {
            assert!(parent < at && order.line(parent).expect("a parent").depth() + 1 == line.depth());
        }
    }
}

fn check_line(json: &Value, line: LineRef<'_>, numbers: &HashSet<Number>) {
    let mut members = Members::of(json);
    for &field in LineText::ALL {
        members.text(field.name(), line.text(field), line.text_with_nul(field));
    }
    for &field in LineMoney::ALL {
        if field == LineMoney::Quantity {
            members.plain(field.name(), line.money(field), numbers);
        } else {
            members.money(field.name(), line.money(field), numbers);
        }
    }
    for &field in LineInt::ALL {
        members.int(field.name(), line.int(field), field.form());
    }
    for &field in LineList::ALL {
        let listed: Vec<&str> = line.list(field).collect();
        for (at, text) in listed.iter().enumerate() {
            assert_eq!(line.listed_with_nul(field, at).and_then(before_nul), Some(*text));
        }
        members.is(field.name(), (!listed.is_empty()).then(|| listed.into()));
    }
    members.done();
}

fn check_payment(json: &Value, payment: PaymentRef<'_>, numbers: &HashSet<Number>) {
    let mut members = Members::of(json);
    for &field in PaymentText::ALL {
        members.text(field.name(), payment.text(field), payment.text_with_nul(field));
    }
    for &field in PaymentMoney::ALL {
        members.money(field.name(), payment.money(field), numbers);
    }
    for &field in PaymentInt::ALL {
        members.int(field.name(), payment.int(field), field.form());
    }
    members.done();
}

fn check_party(json: &Value, party: PartyRef<'_>) {
    let mut members = Members::of(json);
    for &field in PartyText::ALL {
        members.text(field.name(), party.text(field), party.text_with_nul(field));
    }
    for &field in PartyInt::ALL {
        members.int(field.name(), party.int(field), field.form());
    }
    members.done();
}

fn check_step(json: &Value, step: StepRef<'_>) {
    let mut members = Members::of(json);
    for &field in StepText::ALL {
        members.text(field.name(), step.text(field), step.text_with_nul(field));
    }
    for &field in StepTime::ALL {
        members.time(field.name(), step.time(field));
    }
    for &field in StepInt::ALL {
        members.int(field.name(), step.int(field), field.form());
    }
    members.done();
}

fn check_adjustment(json: &Value, adjustment: AdjustmentRef<'_>, numbers: &HashSet<Number>) {
    let mut members = Members::of(json);
    for &field in AdjustmentText::ALL {
        members.text(field.name(), adjustment.text(field), adjustment.text_with_nul(field));
    }
    for &field in AdjustmentMoney::ALL {
        if field == AdjustmentMoney::Rate {
            members.plain(field.name(), adjustment.money(field), numbers);
        } else {
            members.money(field.name(), adjustment.money(field), numbers);
        }
    }
    for &field in AdjustmentInt::ALL {
        members.int(field.name(), adjustment.int(field), field.form());
    }
    members.done();
}

fn check_subject(json: &Value, subject: SubjectRef<'_>) {
    let mut members = Members::of(json);
    for &field in SubjectText::ALL {
        members.text(field.name(), subject.text(field), subject.text_with_nul(field));
    }
    for &field in SubjectTime::ALL {
        members.time(field.name(), subject.time(field));
    }
    for &field in SubjectInt::ALL {
        members.int(field.name(), subject.int(field), field.form());
    }
    members.done();
}

/// The members of a JSON object, checked one by one.
struct Members<'j> {
    all: &'j Map<String, Value>,
    checked: HashSet<String>,
}

impl<'j> Members<'j> {
    fn of(json: &'j Value) -> Self {
        Self { all: json.as_object().expect("an object"), checked: HashSet::new() }
    }

    fn is(&mut self, name: &str, expected: impl Into<Option<Value>>) {
        let expected = expected.into();
        assert_eq!(self.all.get(name), expected.as_ref(), "{name}");
        self.checked.insert(name.to_owned());
    }

    fn word(&mut self, name: &str, word: &str) {
        self.is(name, Value::from(word));
    }

    /// A text, and what C reads of it.
    fn text(&mut self, name: &str, text: Option<&str>, with_nul: Option<&str>) {
        assert_eq!(with_nul.and_then(before_nul), text, "{name}");
        self.is(name, text.map(Value::from));
    }

    fn money(&mut self, name: &str, money: Option<Money>, numbers: &HashSet<Number>) {
        let expected = money.map(|money| {
            let mut expected = json!({ "amount": exact(&money, numbers) });
            if let Some(currency) = money.currency {
                expected["currency"] = currency.code().into();
            }
            expected
        });
        self.is(name, expected);
    }

    /// A number without a currency.
    fn plain(&mut self, name: &str, number: Option<Money>, numbers: &HashSet<Number>) {
        assert!(number.is_none_or(|number| number.currency.is_none()), "{name}");
        self.is(name, number.map(|number| Value::from(exact(&number, numbers))));
    }

    fn time(&mut self, name: &str, time: Option<Timestamp>) {
        self.is(name, time.map(|time| time.to_string().into()));
    }

    fn int(&mut self, name: &str, int: Option<i64>, form: IntForm) {
        let expected = int.and_then(|int| match form {
            IntForm::Number => Some(int.into()),
            IntForm::Flag => Some([false, true][usize::try_from(int).expect("0 or 1")].into()),
            IntForm::Length => None,
            IntForm::Code { name, .. } => {
                let word = i32::try_from(int).ok().and_then(name);
                Some(word.unwrap_or_else(|| panic!("{int} is no code")).into())
            }
        });
        self.is(name, expected);
    }

    fn list<T>(
        &mut self,
        name: &str,
        items: impl ExactSizeIterator<Item = T>,
        mut check: impl FnMut(&Value, T),
    ) {
        let list = self.all.get(name).and_then(Value::as_array).expect(name);
        assert_eq!(list.len(), items.len(), "{name}");
        list.iter().zip(items).for_each(|(json, item)| check(json, item));
        self.checked.insert(name.to_owned());
    }

    /// Nothing is left that was not checked.
    fn done(self) {
        let more: Vec<&String> = self.all.keys().filter(|name| !self.checked.contains(*name)).collect();
        assert!(more.is_empty(), "{more:?} is in the JSON, but not checked in tests/agreement/src/event.rs");
    }
}

/// A text as C reads it: up to the first NUL, which is at its end.
fn before_nul(with_nul: &str) -> Option<&str> {
    with_nul.strip_suffix('\0').filter(|text| !text.contains('\0'))
}

/// A number's sign, its digits without zeros at either end, and the power of ten of the last one.
type Number = (bool, String, i64);

fn number(text: &str) -> Option<Number> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    let (digits, exponent) = digits.split_once(['e', 'E']).unwrap_or((digits, "0"));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let digits = format!("{whole}{fraction}");
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let kept = digits.trim_end_matches('0');
    if kept.is_empty() {
        return Some((false, String::new(), 0));
    }
    let exponent: i64 = exponent.parse().ok()?;
    let places = i64::try_from(fraction.len()).ok()? - i64::try_from(digits.len() - kept.len()).ok()?;
    Some((negative, kept.trim_start_matches('0').to_owned(), exponent.checked_sub(places)?))
}

/// Every number of a document, those in strings included.
fn numbers(document: &Document) -> HashSet<Number> {
    fn add(value: Sent<'_>, found: &mut HashSet<Number>) {
        found.extend(value.number().and_then(number));
        found.extend(value.string().and_then(|text| number(&text)));
        value.elements().for_each(|element| add(element, found));
        value.members().for_each(|(_, member)| add(member, found));
    }
    let mut found = HashSet::new();
    add(document.root(), &mut found);
    found
}

/// The text of an amount, which says exactly what the amount is and stands in the document, at some scale.
fn exact(money: &Money, numbers: &HashSet<Number>) -> String {
    let text = money.amount.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    assert_eq!(format!("{whole}{fraction}").parse(), Ok(money.amount.mantissa()), "{text}");
    assert_eq!(u32::try_from(fraction.len()), Ok(money.amount.scale()), "{text}");
    let (negative, digits, exponent) = number(&text).expect("a number");
    let sent = (0..=i64::from(Decoder::MAX_SCALE)).any(|shift| {
        numbers.contains(&(negative, digits.clone(), if digits.is_empty() { 0 } else { exponent + shift }))
    });
    assert!(sent, "{text} does not stand in the document, at no scale");
    text
}
