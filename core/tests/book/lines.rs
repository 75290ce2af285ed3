//! What changed since the ticket was printed: by which lines are matched, and what a kitchen would see of it.

use tillwire_core::lifecycle::{Action, Change, LineChangeKind, OrderBook};
use tillwire_core::order::{LineText, Order};

use super::story::{
    CART, CREATED, Delivery, FIRE_LINES, apply, atlas_item, atlas_order, cart, fire, item, klikit,
};

use LineChangeKind::{Added, Contents, Quantity, Removed};

/// The change that a second telling makes of an order whose ticket is printed.
fn edited(before: &Delivery, after: &Delivery) -> Change {
    let mut book = OrderBook::default();
    assert_eq!(apply(&mut book, before).action(), Action::Print);
    apply(&mut book, after)
}

fn name(order: Option<&Order>, line: Option<usize>) -> Option<&str> {
    order?.line(line?)?.text(LineText::Name)
}

/// What happened to which line, as it is called before and now.
fn edits(change: &Change) -> Vec<(LineChangeKind, Option<&str>, Option<&str>)> {
    let expected = if change.lines().is_empty() { Action::Update } else { Action::Reprint };
    assert_eq!(change.action(), expected);
    let named = |line: &tillwire_core::lifecycle::LineChange| {
        (line.kind, name(change.before(), line.before), name(change.order(), line.after))
    };
    change.lines().iter().map(named).collect()
}

fn klikit_edit(before: &[String], after: &[String]) -> Change {
    let status = |lines: &[String]| format!(r#""status":2,{}"#, cart(lines));
    edited(&klikit(CREATED, 1, &status(before)), &klikit(CART, 2, &status(after)))
}

#[test]
fn only_what_changed_is_printed_again() {
    let change = klikit_edit(
        &[item("Rendang", 1), item("Sate", 1), item("Tempe", 1)],
        &[item("Rendang", 3), item("Gado-gado", 1), item("Tempe", 1)],
    );
    assert_eq!(
        edits(&change),
        [
            (Quantity, Some("Rendang"), Some("Rendang")),
            (Added, None, Some("Gado-gado")),
            (Removed, Some("Sate"), None),
        ]
    );
}

#[test]
fn lines_in_another_order_are_the_same() {
    let change = klikit_edit(&[item("Rendang", 1), item("Sate", 2)], &[item("Sate", 2), item("Rendang", 1)]);
    assert_eq!(edits(&change), []);
}

#[test]
fn the_same_item_twice_is_two_lines() {
    let change = klikit_edit(&[item("Sate", 1), item("Sate", 1)], &[item("Sate", 1)]);
    assert_eq!(edits(&change), [(Removed, Some("Sate"), None)]);
    let change = klikit_edit(&[item("Sate", 1)], &[item("Sate", 1), item("Sate", 2)]);
    assert_eq!(edits(&change), [(Added, None, Some("Sate"))]);
}

#[test]
fn an_emptied_cart_removes_every_line() {
    let before = format!(r#""status":2,{}"#, cart(&[item("Rendang", 1)]));
    let mut book = OrderBook::default();
    apply(&mut book, &klikit(CREATED, 1, &before));
    let status = super::story::STATUS;
    let change = apply(&mut book, &klikit(status, 2, r#""status":2,"cart":[]"#));
    assert_eq!(change.order().unwrap().lines().len(), 1, "an event about the state replaces no lines");
    let change = apply(&mut book, &klikit(CART, 3, r#""status":2,"cart":[]"#));
    assert_eq!(edits(&change), [(Removed, Some("Rendang"), None)]);
    assert_eq!(change.order().unwrap().lines().len(), 0);
}

/// An item of klikit with modifiers in one group, each a title and a quantity.
fn with_modifiers(modifiers: &[(&str, u32)], comment: &str) -> String {
    let modifiers: Vec<_> = modifiers
        .iter()
        .map(|(title, quantity)| {
            format!(r#"{{"id":3,"title":"{title}","modifier_quantity":{quantity},"groups":[]}}"#)
        })
        .collect();
    format!(
        r#"{{"item_id":7,"title":"Burger","quantity":1,"comment":"{comment}","groups":[{{"group_id":1,"title":"Extras","modifiers":[{}]}}]}}"#,
        modifiers.join(",")
    )
}

#[test]
fn what_stands_below_a_line_belongs_to_it() {
    let plain = with_modifiers(&[("Cheese", 1), ("Egg", 1)], "");
    let change = |after| klikit_edit(&[plain.clone(), item("Tea", 1)], &[after, item("Tea", 1)]);
    let of_burger = [(Contents, Some("Burger"), Some("Burger"))];
    assert_eq!(edits(&change(with_modifiers(&[("Cheese", 1)], ""))), of_burger);
    assert_eq!(edits(&change(with_modifiers(&[("Cheese", 1), ("Egg", 2)], ""))), of_burger);
    assert_eq!(edits(&change(with_modifiers(&[("Cheese", 1), ("Bacon", 1)], ""))), of_burger);
    assert_eq!(edits(&change(with_modifiers(&[("Cheese", 1), ("Egg", 1)], "no onions"))), of_burger);
    assert_eq!(edits(&change(with_modifiers(&[("Cheese", 1), ("Egg", 1)], ""))), []);
}

/// An Atlas item with a component, which has a modifier of its own.
fn nested(modifier: &str, more: &str) -> String {
    let modifier = atlas_item(3, modifier, 1, r#","modifier_id":8"#);
    let component =
        atlas_item(2, "Soup", 1, &format!(r#","modifier_id":null,"sub_items":[{modifier}]{more}"#));
    atlas_item(1, "Set lunch", 1, &format!(r#","sub_items":[{component}]"#))
}

fn atlas_edit(before: &str, after: &str) -> Change {
    edited(&atlas_order("confirmed", before), &atlas_order("confirmed", after))
}

#[test]
fn a_modifier_of_a_component_changes_the_line_at_the_top() {
    let change = atlas_edit(&format!("[{}]", nested("Hot", "")), &format!("[{}]", nested("Mild", "")));
    assert_eq!(edits(&change), [(Contents, Some("Set lunch"), Some("Set lunch"))]);
    let change =
        atlas_edit(&format!("[{}]", nested("Hot", "")), &format!("[{}]", nested("Hot", r#","voided":true"#)));
    assert_eq!(edits(&change), [(Contents, Some("Set lunch"), Some("Set lunch"))]);
}

#[test]
fn a_voided_line_is_gone() {
    let line = |voided| atlas_item(1, "Laksa", 1, &format!(r#","voided":{voided}"#));
    let other = atlas_item(2, "Teh", 1, "");
    let list = |voided| format!("[{},{other}]", line(voided));
    assert_eq!(edits(&atlas_edit(&list(false), &list(true))), [(Removed, Some("Laksa"), None)]);
    assert_eq!(edits(&atlas_edit(&list(true), &list(false))), [(Added, None, Some("Laksa"))]);
    let gone = atlas_edit(&list(true), &format!("[{other}]"));
    assert_eq!(edits(&gone), [], "it was gone before");
}

#[test]
fn a_line_with_an_id_keeps_it_whatever_it_is_called() {
    let one = atlas_item(1, "Laksa", 1, "");
    let renamed = atlas_edit(&format!("[{one}]"), &format!("[{}]", atlas_item(1, "Laksa (large)", 1, "")));
    assert_eq!(edits(&renamed), [(Contents, Some("Laksa"), Some("Laksa (large)"))]);
    let replaced = atlas_edit(&format!("[{one}]"), &format!("[{}]", atlas_item(2, "Laksa", 1, "")));
    assert_eq!(edits(&replaced), [(Added, None, Some("Laksa")), (Removed, Some("Laksa"), None)]);
}

#[test]
fn fires_lines_are_compared_as_well() {
    let completed =
        |minute, lines: &str| fire("order.completed", minute, &format!(r#""status":"COMPLETED",{lines}"#));
    let doubled = FIRE_LINES.replace(r#""quantity":"1""#, r#""quantity":"2.0""#);
    let change = edited(&completed(1, FIRE_LINES), &completed(2, &doubled));
    assert_eq!(edits(&change), [(Quantity, Some("Feijoada"), Some("Feijoada"))]);
    let written_otherwise = FIRE_LINES.replace(r#""quantity":"1""#, r#""quantity":"1.0""#);
    let change = edited(&completed(1, FIRE_LINES), &completed(2, &written_otherwise));
    assert!(change.lines().is_empty(), "1.0 is 1");
}

#[test]
fn the_lines_that_are_gone_are_in_the_json() {
    let change = klikit_edit(&[item("Rendang", 1), item("Sate", 1)], &[item("Rendang", 1)]);
    let json = serde_json::to_value(&change).unwrap();
    let gone = &json["line_changes"][0];
    assert_eq!(gone["kind"], "removed");
    let before = usize::try_from(gone["before"].as_u64().unwrap()).unwrap();
    assert_eq!(json["order_before"]["lines"][before]["name"], "Sate");
}

#[test]
fn an_id_that_a_read_leaves_out_is_no_difference() {
    let with_id = |modifier: &str| {
        let below = format!(r#"[{{"id":2,"name":"Egg","quantity":1{modifier}}}]"#);
        atlas_order(
            "confirmed",
            &format!("[{}]", atlas_item(1, "Laksa", 1, &format!(r#","sub_items":{below}"#))),
        )
    };
    let told = with_id(r#","modifier_id":333"#);
    assert!(edits(&edited(&told, &with_id(""))).is_empty());
    assert_eq!(edits(&edited(&told, &with_id(r#","modifier_id":334"#))).len(), 1);
}
