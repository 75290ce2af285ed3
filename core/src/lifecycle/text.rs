//! Texts once more, where there is memory for them.

use alloc::string::String;

use super::state::OutOfMemory;

/// A text once more.
pub(super) fn copied(text: &str) -> Result<String, OutOfMemory> {
    joined(text, "")
}

/// A text once more, with a NUL behind it for C.
pub(super) fn with_nul(text: &str) -> Result<String, OutOfMemory> {
    joined(text, "\0")
}

/// Two texts as one.
fn joined(text: &str, end: &str) -> Result<String, OutOfMemory> {
    let mut copy = String::new();
    copy.try_reserve_exact(text.len().saturating_add(end.len())).map_err(|_| OutOfMemory)?;
    copy.push_str(text);
    copy.push_str(end);
    Ok(copy)
}
