//! `tillwire ticket`: what the kitchen reads.

mod common;

use common::{atlas_order, path_text, run, vectors};

fn ticket(body: &str) -> String {
    run(&["ticket", "--platform", "atlas"], body.as_bytes()).printed()
}

#[test]
fn the_published_order() {
    let printed = run(&["ticket", "--platform", "atlas", &atlas_order()], b"").printed();
    assert_eq!(printed, include_str!("tickets/order-event.txt"));
}

#[test]
fn children_stand_under_their_parents() {
    let body = vectors("atlas").join("nested-components.json");
    let printed = run(&["ticket", "--platform", "atlas", &path_text(&body)], b"").printed();
    assert_eq!(printed, include_str!("tickets/nested-components.txt"));
}

#[test]
fn a_whole_order_of_klikit() {
    let body = vectors("klikit").join("order-lunch.json");
    let printed = run(&["ticket", "--platform", "klikit", &path_text(&body)], b"").printed();
    assert_eq!(printed, include_str!("tickets/order-lunch.txt"));
}

#[test]
fn the_steps_of_fires_kitchen() {
    let body = vectors("fire").join("order-status-updated.json");
    let printed = run(&["ticket", "--platform", "fire", &path_text(&body)], b"").printed();
    assert_eq!(printed, include_str!("tickets/order-status-updated.txt"));
}

#[test]
fn notes_voided_lines_and_what_is_missing() {
    let printed = ticket(
        r#"{"order_id":1,"identifier":"B7","notes":"ring twice","total_including_tax":4,"order_items":[
            {"id":1,"name":"Soup","quantity":"2.0","notes":"no \"salt\"","voided":true},{"id":2,"name":"Bread"}]}"#,
    );
    assert!(
        printed.contains("| ORDER      B7\n| for        unknown\n| note       ring twice\n|\n"),
        "{printed}"
    );
    assert!(printed.contains("| 2 x Soup ** VOID **\n|     \"no \"salt\"\"\n| ? x Bread\n"), "{printed}");
    assert!(printed.contains("| total      4.00\n"), "{printed}");
}

#[test]
fn control_characters_never_reach_the_printer() {
    let body = "{\"order_id\":1,\"identifier\":\"A\\u001b@\\n\\r\\tZ\",\"notes\":\"\u{9b}31m\u{7f}\\u2028\",\"order_items\":[\
                {\"id\":1,\"name\":\"\\u0007Cut\\u001di\",\"quantity\":1,\"kitchen_tags\":[\"h\\u000cot\"],\
                \"notes\":\"a\\u0000b\"}]}";
    let found = run(&["ticket", "--platform", "atlas"], body.as_bytes());
    assert_eq!(found.code, 0, "{found:?}");
    assert!(!found.out.chars().any(|character| character.is_control() && character != '\n'), "{found:?}");
    assert!(found.out.contains("| ORDER      A @   Z\n"), "{found:?}");
    assert!(found.out.contains("| 1 x  Cut i [h ot]\n|     \"a\u{fffd}b\"\n"), "{found:?}");
    assert!(found.err.starts_with("warning: text holds U+0000"), "{found:?}");
}

#[test]
fn oddities_are_told_beside_the_ticket() {
    let body = r#"{"order_id":1,"order_items":[{"id":1,"name":"Soup","quantity":"two"}]}"#;
    let found = run(&["ticket", "--platform", "atlas"], body.as_bytes());
    assert_eq!(found.code, 0, "{found:?}");
    assert!(found.out.contains("| ? x Soup\n"), "{found:?}");
    // Nobody gave it a reference, so its id has to do.
    assert!(found.out.contains("| ORDER      1\n"), "{found:?}");
    assert_eq!(
        found.err,
        "warning: text that should be a number is none; read as absent (at $.order_items[0].quantity, byte 62)\n"
    );
}

#[test]
fn an_event_about_no_order_has_no_ticket() {
    let body = vectors("atlas").join("menu-updated.json");
    let found = run(&["ticket", "--platform", "atlas", &path_text(&body)], b"");
    assert_eq!((found.code, found.out.as_str()), (1, ""));
    assert!(found.err.contains("menu-updated.json: the event (menu.updated) is about no order"), "{found:?}");
    assert!(found.said("hint").is_some());
}

#[test]
fn what_is_about_something_else_says_about_what() {
    for (platform, name, about) in [
        ("atlas", "menu-updated", "menu 1"),
        ("atlas", "stock-updated", "product 15 (available)"),
        // Nobody's name or number.
        ("atlas", "user-event", "customer 321"),
        ("fire", "channel-deleted", "channel CH-IFOOD-001 (removed)"),
        (
            "fire",
            "menu-updated-v2",
            "menu 805-iFood-delivery \"iFood - Store 805\", store 805, store 806, channel \
             0E049503-85CF-E511-80C6-000D3A3261F3 \"iFood\", product prod_001 \"Classic Burger\", and 3 more",
        ),
    ] {
        let body = path_text(&vectors(platform).join(name).with_extension("json"));
        let found = run(&["ticket", "--platform", platform, &body], b"");
        assert_eq!((found.code, found.said("about")), (1, Some(about)), "{found:?}");
    }
}

#[test]
fn an_answer_without_orders_has_no_ticket() {
    let orders = |body: &str| run(&["ticket", "--platform", "klikit", "--orders"], body.as_bytes());
    let found = orders(r#"{"data":{"orders":[]}}"#);
    assert_eq!((found.code, found.out.as_str()), (1, ""), "{found:?}");
    assert_eq!(found.err, "error: standard input: the answer holds no order, so there is no ticket\n");
    let read = vectors("klikit").join("reads/order-detail-whole.json");
    let body = std::fs::read_to_string(read).unwrap();
    assert_eq!(orders(&body).printed(), include_str!("tickets/order-lunch.txt"));
}
