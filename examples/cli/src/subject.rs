//! What an event without orders is about, in words. A customer is an id: names and numbers stay in the event.

use tillwire_core::event::{Event, SubjectInt, SubjectKind, SubjectRef, SubjectText};

/// Most subjects that are told one by one.
const TOLD: usize = 5;

/// What the event is about; `None` where it does not say.
pub(crate) fn about(event: &Event) -> Option<String> {
    let mut told: Vec<_> = event.subjects().take(TOLD).map(text).collect();
    let left_out = event.subjects().len().saturating_sub(TOLD);
    if left_out > 0 {
        told.push(format!("and {left_out} more"));
    }
    (!told.is_empty()).then(|| told.join(", "))
}

fn text(subject: SubjectRef<'_>) -> String {
    let is_customer = subject.kind() == SubjectKind::Customer;
    let stated = |field| subject.text(field).filter(|text| !text.is_empty());
    let name = stated(SubjectText::Name).filter(|_| !is_customer);
    let id = [SubjectText::Id, SubjectText::Code, SubjectText::ExternalId, SubjectText::BusinessDate];
    let mut words = vec![subject.kind().name().replace('_', " ")];
    words.extend(id.into_iter().find_map(stated).map(Into::into));
    words.extend(name.map(|name| format!("\"{name}\"")));
    let state = match (subject.int(SubjectInt::Removed), subject.int(SubjectInt::Available)) {
        (Some(1), _) => Some("(removed)"),
        (_, Some(0)) => Some("(not available)"),
        (_, Some(1)) => Some("(available)"),
        _ => None,
    };
    words.extend(state.map(Into::into));
    words.join(" ")
}
