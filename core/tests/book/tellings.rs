//! Repeats, times, and tellings of one fact by several ways.

use tillwire_core::lifecycle::{Action, Change, OrderBook, PaymentStatus, Progress, Verdict};
use tillwire_core::order::{LineMoney, OrderText, PartyText};
use tillwire_core::{Platform, order::OrderTime};

use super::story::{
    CART, CREATED, Delivery, FIRE_LINES, STATUS, actions, applied, apply, atlas, atlas_at, cart, enveloped,
    fire, fire_answer, item, klikit, klikit_answer, klikit_untimed, step, verdicts,
};

use Verdict::{Changed, Duplicate, New, Stale};

/// The quantity of the first line.
fn quantity(change: &Change) -> String {
    let line = change.order().unwrap().line(0).unwrap();
    line.money(LineMoney::Quantity).unwrap().amount.to_string()
}

fn text(change: &Change, field: OrderText) -> Option<&str> {
    change.order().unwrap().text(field)
}

#[test]
fn a_b_a_ends_at_a_with_times_and_without() {
    let timed = |second, quantity| enveloped("order.updated", second, &atlas("confirmed", quantity));
    let told = [timed(100, 1), timed(200, 2), timed(300, 1)];
    assert_eq!(verdicts(&told), [New, Changed, Changed]);
    assert_eq!(quantity(&applied(&told)), "1");
    // In whichever order they arrive.
    assert_eq!(quantity(&applied(&[told[0].clone(), told[2].clone(), told[1].clone()])), "1");
    assert_eq!(quantity(&applied(&[told[2].clone(), told[1].clone(), told[0].clone()])), "1");

    let told = [atlas("confirmed", 1), atlas("confirmed", 2), atlas("confirmed", 1)];
    assert_eq!(verdicts(&told), [New, Changed, Changed]);
    let change = applied(&told);
    assert_eq!((quantity(&change).as_str(), change.action()), ("1", Action::Reprint));
}

#[test]
fn two_updates_in_one_second_are_two() {
    let at = |quantity| enveloped("order.updated", 100, &atlas("confirmed", quantity));
    let told = [at(1), at(2)];
    assert_eq!(verdicts(&told)[0], New);
    assert_ne!(verdicts(&told)[1], Duplicate);
    let other = [at(2), at(1)];
    assert_eq!(quantity(&applied(&told)), quantity(&applied(&other)), "the same one wins");
    // A later step wins over an earlier one.
    let ready = enveloped("order.updated", 100, &atlas("ready_for_pickup", 3));
    assert_eq!(quantity(&applied(&[at(1), ready.clone()])), "3");
    assert_eq!(quantity(&applied(&[ready, at(1)])), "3");
}

#[test]
fn what_was_told_before_is_a_repeat_at_the_same_time_or_an_earlier_one() {
    let first = enveloped("order.updated", 100, &atlas("confirmed", 1));
    let again = enveloped("order.updated", 200, &atlas("confirmed", 1));
    assert_eq!(verdicts(&[first.clone(), first.clone()]), [New, Duplicate]);
    assert_eq!(verdicts(&[again.clone(), first.clone()]), [New, Duplicate]);
    // The same at a later time changes nothing, but is remembered: it is newer than what comes late.
    let late = enveloped("order.updated", 150, &atlas("confirmed", 2));
    assert_eq!(verdicts(&[first.clone(), again.clone(), late.clone()]), [New, Duplicate, Stale]);
    assert_eq!(quantity(&applied(&[first, again, late])), "1");
}

#[test]
fn a_mark_of_the_delivery_alone_makes_no_repeat() {
    // A proxy that puts the same mark on each delivery loses no order.
    let told: Vec<_> =
        [1, 2, 9].map(|state| klikit(STATUS, state, &format!(r#""status":{state}"#)).marked("x")).into();
    assert_eq!(verdicts(&told), [New, Changed, Changed]);
    // Without a time, the mark tells a repeat from a return to an earlier state.
    let untimed =
        |status| klikit_untimed(STATUS, &format!(r#""status":{status},"order_comment":"{status}""#));
    let (a, b) = (untimed(1), untimed(2));
    let marked =
        [a.clone().marked("m1"), b.clone().marked("m2"), a.clone().marked("m1"), a.clone().marked("m3")];
    assert_eq!(verdicts(&marked), [New, Changed, Duplicate, Changed]);
    assert_eq!(verdicts(&[a.clone(), b, a]), [New, Changed, Changed]);
}

#[test]
fn repeats_are_known_beyond_those_that_are_remembered() {
    let mut book = OrderBook::default();
    let at = |minute| klikit(STATUS, minute, &format!(r#""status":2,"order_comment":"{minute}""#));
    let created = klikit(CREATED, 0, &format!(r#""status":2,{}"#, cart(&[item("Sate", 1)])));
    apply(&mut book, &created);
    for round in 0..3 {
        for minute in 0..60 {
            apply(&mut book, &at(minute));
        }
        let change = apply(&mut book, &created);
        assert_eq!(change.action(), Action::Nothing, "{round}");
        assert_eq!(text(&change, OrderText::Notes), Some("59"), "{round}");
        assert!(matches!(change.verdict(), Duplicate | Stale));
    }
    assert!(book.orders().next().unwrap().1.memory() < 16_384);
}

#[test]
fn polling_and_deliveries_of_one_fact_change_an_order_once() {
    let members = format!(
        r#""status":2,"short_id":"K-1","total":"5.00","currency":"SGD",{}"#,
        cart(&[item("Sate", 1)])
    );
    let (delivery, answer) = (klikit(CREATED, 1, &members), klikit_answer(1, &members));
    assert_eq!(actions(&[delivery.clone(), answer.clone()]), [Action::Print, Action::Nothing]);
    assert_eq!(verdicts(&[delivery.clone(), answer.clone(), answer.clone()]), [New, Stale, Duplicate]);
    assert_eq!(actions(&[answer.clone(), delivery.clone()]), [Action::Print, Action::Nothing]);
    let (one, other) =
        (applied(&[delivery.clone(), answer.clone()]), applied(&[answer.clone(), delivery.clone()]));
    assert_eq!(one.order(), other.order());

    let mut book = OrderBook::default();
    assert!(apply(&mut book, &delivery).needs_detail(), "klikit asks that orders be read");
    assert!(!apply(&mut book, &answer).needs_detail(), "it was");
    assert!(!apply(&mut book, &klikit(STATUS, 2, r#""status":4"#)).needs_detail());
    assert_eq!(book.counts().changed, 1);
}

#[test]
fn what_was_read_is_not_to_be_read_again() {
    let thin = klikit(STATUS, 1, r#""status":2"#);
    assert_eq!(
        actions(&[thin.clone(), klikit_answer(2, r#""status":2,"cart":[]"#)]),
        [Action::Fetch, Action::Update]
    );
    let answer = fire_answer(r#""status":"COMPLETED","paymentStatus":"SUCCEEDED""#);
    assert_eq!(actions(&[step(1, "preparing", 1), answer]), [Action::Fetch, Action::Update]);
}

#[test]
fn an_order_that_is_due_by_its_kind_of_event_alone_has_changed() {
    let members = format!(r#""status":1,{}"#, cart(&[item("Sate", 1)]));
    let told = [klikit(STATUS, 2, &members), klikit(CREATED, 1, &members)];
    assert_eq!(actions(&told), [Action::Update, Action::Print]);
    assert_eq!(verdicts(&told), [New, Changed]);
}

#[test]
fn scheduled_orders_say_when_they_are_due() {
    let members =
        format!(r#""status":6,"scheduled_time":"2026-06-18T18:30:00+08:00",{}"#, cart(&[item("Sate", 1)]));
    let change = applied(&[klikit(CREATED, 1, &members)]);
    assert_eq!(change.progress().1, Some(Progress::Scheduled));
    assert_eq!(change.due_at().unwrap().to_string(), "2026-06-18T18:30:00+08:00");
    assert_eq!(change.due_at(), change.order().unwrap().time(OrderTime::DueFrom));
    let change = applied(&[klikit(CREATED, 1, &members), klikit(STATUS, 2, r#""status":2"#)]);
    assert_eq!(change.due_at().unwrap().to_string(), "2026-06-18T18:30:00+08:00", "it stays");
    let json = serde_json::to_value(&change).unwrap();
    assert_eq!(json["due_at"], "2026-06-18T18:30:00+08:00");
}

#[test]
fn words_that_are_not_known_move_nothing() {
    let paid = |minute, code| klikit(STATUS, minute, &format!(r#""status":2,"payment_status":{code}"#));
    let (pending, unknown) = (paid(1, 3), paid(2, 77));
    for told in [[pending.clone(), unknown.clone()], [unknown.clone(), pending]] {
        assert_eq!(applied(&told).payment().1, Some(PaymentStatus::Unpaid));
    }
    assert_eq!(applied(&[unknown]).payment().1, Some(PaymentStatus::Unknown));
    let change = applied(&[klikit(STATUS, 1, r#""status":2"#), klikit(STATUS, 2, r#""status":77"#)]);
    assert_eq!(change.progress().1, Some(Progress::Accepted));
    assert_eq!(text(&change, OrderText::State), Some("77"));
    assert_eq!(
        text(&change, OrderText::StateName),
        None,
        "the name of another state is not that of this one"
    );
}

#[test]
fn payments_go_up_and_their_newest_word_counts_between_unpaid_and_failed() {
    let opened = |minute, status| {
        fire("order.opened", minute, &format!(r#""status":"OPEN","paymentStatus":"{status}""#))
    };
    let told = [opened(1, "PENDING"), opened(3, "FAILED"), opened(2, "PENDING")];
    assert_eq!(applied(&told).payment().1, Some(PaymentStatus::Failed));
    let refunded = klikit(STATUS, 1, r#""payment_status":4"#);
    let change = applied(&[refunded, klikit(STATUS, 2, r#""payment_status":1"#)]);
    assert_eq!(change.payment(), (Some(PaymentStatus::Refunded), Some(PaymentStatus::Refunded)));
}

#[test]
fn an_atlas_order_is_unpaid_as_long_as_its_state_says_so() {
    let told = [atlas_at("order.created", 100, "unpaid"), atlas_at("order.confirmed", 200, "confirmed")];
    let change = applied(&told);
    assert_eq!(change.payment(), (Some(PaymentStatus::Unpaid), None));
    assert_eq!(change.action(), Action::Print);
    let stated = atlas("confirmed", 1);
    let unpaid = Delivery { body: stated.body.replace(r#""state""#, r#""is_paid":false,"state""#), ..stated };
    assert_eq!(actions(&[enveloped("order.confirmed", 100, &unpaid)]), [Action::Update]);
}

#[test]
fn whether_an_atlas_order_is_paid_does_not_depend_on_the_order_of_arrival() {
    let stated = |second, member: &str| {
        let body = atlas("confirmed", 1).body.replace(r#""state":"confirmed""#, member);
        enveloped("order.updated", second, &Delivery { body, ..atlas("confirmed", 1) })
    };
    // What says whether it is paid, and what takes that back by its state.
    let (unpaid, confirmed) = (stated(200, r#""is_paid":false"#), stated(100, r#""state":"confirmed""#));
    for told in [[unpaid.clone(), confirmed.clone()], [confirmed, unpaid]] {
        assert_eq!(applied(&told).payment().1, Some(PaymentStatus::Unpaid));
    }
}

#[test]
fn an_emptied_order_waits_for_lines() {
    let told = [
        klikit(CART, 1, r#""cart":[]"#),
        klikit(CREATED, 2, r#""status":2"#),
        klikit(CART, 3, &cart(&[item("Sate", 1)])),
    ];
    assert_eq!(actions(&told), [Action::Preview, Action::Update, Action::Print]);
    let stale = klikit(CART, 0, r#""order_comment":null"#);
    assert_eq!(
        actions(&[klikit(STATUS, 1, r#""status":1"#), stale]),
        [Action::Fetch, Action::Fetch],
        "no lines to show"
    );
}

#[test]
fn certainty_goes_with_the_newest_telling() {
    let untimed = atlas("confirmed", 1);
    assert!(applied(std::slice::from_ref(&untimed)).is_uncertain());
    let (old, new) = (atlas_at("order.created", 100, "unpaid"), atlas_at("order.updated", 900, "confirmed"));
    assert!(applied(&[new.clone(), untimed.clone()]).is_uncertain());
    assert!(applied(&[new.clone(), untimed.clone(), old]).is_uncertain(), "an older one settles nothing");
    assert!(!applied(&[untimed.clone(), new]).is_uncertain(), "a newer one does");
    let answer = Delivery { is_answer: true, ..atlas("confirmed", 1) };
    assert!(!applied(&[untimed, answer]).is_uncertain(), "and so does reading the order");
}

#[test]
fn absence_erases_nothing() {
    let full = format!(
        r#""status":2,"short_id":"GF-1","total":"12.50","currency":"AED",{}"#,
        cart(&[item("Rendang", 1)])
    );
    let change = applied(&[klikit(CREATED, 1, &full), klikit(STATUS, 2, r#""status":9"#)]);
    let order = change.order().unwrap();
    assert_eq!(order.text(OrderText::Reference), Some("GF-1"));
    assert_eq!(order.money(tillwire_core::order::OrderMoney::Total).unwrap().amount.to_string(), "12.50");
    assert_eq!(order.lines().len(), 1);
    assert_eq!(change.progress(), (Some(Progress::Accepted), Some(Progress::Dispatched)));
}

#[test]
fn of_two_addresses_no_third_is_made() {
    let delivery = |minute, street: &str| {
        let members = format!(
            r#""status":"OPEN","client":{{"name":"Ana","phone":"+55"}},"fulfillment":{{"service":{{"code":"DELIVERY"}},"delivery":{{{street}}}}},{FIRE_LINES}"#
        );
        fire("order.opened", minute, &members)
    };
    let first = delivery(1, r#""mainStreet":"Rua A","secondaryStreet":"Flat 5","zipCode":"01000""#);
    let moved = delivery(2, r#""mainStreet":"Rua B","zipCode":"02000""#);
    for told in [[first.clone(), moved.clone()], [moved, first]] {
        let change = applied(&told);
        let customer = change.order().unwrap().party(0).unwrap();
        let shown =
            [PartyText::Name, PartyText::AddressLine1, PartyText::AddressLine2, PartyText::PostalCode]
                .map(|field| customer.text(field));
        assert_eq!(shown, [Some("Ana"), Some("Rua B"), None, Some("02000")]);
    }
}

#[test]
fn the_event_that_dispatched_an_order_stays_with_it() {
    let completed = fire("order.completed", 1, &format!(r#""status":"COMPLETED",{FIRE_LINES}"#));
    let mark = Some("e-order.completed-1");
    assert_eq!(applied(&[completed.clone(), step(2, "ready", 2)]).dispatch_event_id(), mark);
    // Where reading the order had its ticket printed, the event is found later.
    let answer = fire_answer(&format!(r#""status":"COMPLETED","paymentStatus":"SUCCEEDED",{FIRE_LINES}"#));
    let told = [answer, step(2, "preparing", 1), completed];
    assert_eq!(actions(&told)[0], Action::Print);
    assert_eq!(applied(&told[..2]).dispatch_event_id(), None, "a step of the kitchen dispatched nothing");
    assert_eq!(applied(&told).dispatch_event_id(), mark);
}

#[test]
fn an_order_that_stands_twice_in_one_delivery_is_one() {
    let order = |minute, status, more: &str| {
        format!(r#"{{"id":42,"updated_at":"2026-06-18T12:{minute:02}:00Z","status":{status}{more}}}"#)
    };
    let lines = format!(",{}", cart(&[item("Sate", 1)]));
    let other = r#"{"id":43,"updated_at":"2026-06-18T12:01:00Z","status":2}"#;
    let orders = [order(1, 2, &lines), other.to_owned(), order(2, 3, ""), order(1, 2, &lines)].join(",");
    let body = format!(r#"{{"brand_id":1,"branch_id":2,"orders":[{orders}]}}"#);
    let delivery = Delivery { platform: Platform::Klikit, kind: STATUS, mark: None, body, is_answer: false };
    let mut book = OrderBook::default();
    let changes = book.apply("main", &delivery.event(), 0).unwrap();
    let told: Vec<_> = changes
        .iter()
        .map(|change| (change.order_id().unwrap(), change.verdict(), change.action()))
        .collect();
    assert_eq!(
        told,
        [
            ("42", New, Action::Print),
            ("43", New, Action::Fetch),
            ("42", Changed, Action::Void),
            ("42", Duplicate, Action::Nothing),
        ]
    );
    assert_eq!(book.counts().orders, 2);
    let again = book.apply("main", &delivery.event(), 0).unwrap();
    assert!(again.iter().all(|change| change.verdict() == Duplicate));
}

#[test]
fn a_cart_before_its_order_is_a_preview() {
    let told = [
        klikit(CART, 1, &cart(&[item("Rendang", 1)])),
        klikit(CREATED, 2, &format!(r#""status":1,{}"#, cart(&[item("Rendang", 1)]))),
    ];
    assert_eq!(actions(&told), [Action::Preview, Action::Print]);
}

#[test]
fn a_thin_event_of_an_unknown_order_says_fetch() {
    let change = applied(&[klikit(STATUS, 1, r#""status":2"#)]);
    assert_eq!((change.verdict(), change.action()), (New, Action::Fetch));
    assert!(change.needs_detail() && !change.is_printed());
    assert_eq!(actions(&[step(1, "preparing", 1)]), [Action::Fetch]);
}

#[test]
fn a_repeat_known_by_its_content_alone_has_no_order_before_it() {
    // Three orders of one id, without times: the last repeats the first, which is not the last that was told.
    let body = br#"{"orders":[{"id":3,"payment_status":1},{"id":3},{"id":3,"payment_status":1}]}"#;
    let event = tillwire_core::event::Decoder::new(Platform::Klikit)
        .decode_unverified(&tillwire_core::verify::Headers::new(), body)
        .unwrap();
    let changes = OrderBook::default().apply("main", &event, 0).unwrap();
    assert_eq!(changes[2].verdict(), Duplicate);
    assert!(changes[2].before().is_none());
}
