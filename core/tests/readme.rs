//! The README's chapter on the life of an order: its diagram and tables are those that the code follows.

use tillwire_core::lifecycle::{Action, Progress, Verdict};

const README: &str = include_str!("../../README.md");

/// The transition table as a Mermaid diagram: direct steps, and what everything may become.
fn diagram() -> String {
    let on_the_way: Vec<_> =
        Progress::ALL.iter().copied().filter(|&at| at != Progress::Unknown && !at.is_off()).collect();
    let leads = |from: Progress, to: Progress| from.may_become().contains(&to);
    let mut rows = vec!["stateDiagram-v2".to_string()];
    for &from in &on_the_way {
        for &to in &on_the_way {
            let is_direct = !on_the_way.iter().any(|&between| leads(from, between) && leads(between, to));
            if leads(from, to) && is_direct {
                rows.push(format!("    {} --> {}", from.name(), to.name()));
            }
        }
        assert!(leads(from, Progress::Rejected) && leads(from, Progress::Cancelled), "{from:?}");
    }
    for end in [Progress::Rejected, Progress::Cancelled] {
        rows.push(format!("    any --> {}", end.name()));
    }
    assert_eq!(Progress::Rejected.may_become(), [Progress::Cancelled]);
    rows.push(format!("    {} --> {}", Progress::Rejected.name(), Progress::Cancelled.name()));
    format!("```mermaid\n{}\n```\n", rows.join("\n"))
}

#[test]
fn the_diagram_is_that_of_the_table() {
    let diagram = diagram();
    assert!(README.contains(&diagram), "the README should have this diagram:\n\n{diagram}");
}

#[test]
fn every_action_and_verdict_is_told() {
    for name in Action::ALL
        .iter()
        .map(|action| action.name())
        .chain(Verdict::ALL.iter().map(|verdict| verdict.name()))
    {
        assert!(
            README.contains(&format!("| `{}` |", name.to_uppercase())),
            "the README says nothing of {name}"
        );
    }
}
