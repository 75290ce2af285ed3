//! Amounts of sample documents, without floats.

use serde_json::Value;

/// A decimal JSON number as an integer of `places` decimal places; nothing if it has more of them.
pub(crate) fn scaled(value: &Value, places: usize) -> Option<i64> {
    let text = value.as_number()?.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let fraction = fraction.trim_end_matches('0');
    format!("{whole}{fraction:0<places$}").parse().ok().filter(|_| fraction.len() <= places)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn amounts_are_exact() {
        assert_eq!(scaled(&json!(28.5), 2), Some(2_850));
        assert_eq!(scaled(&json!(20), 4), Some(200_000));
        assert_eq!(scaled(&json!(2.0), 0), Some(2));
        assert_eq!(scaled(&json!(-0.25), 2), Some(-25));
        assert_eq!(scaled(&json!(0.125), 2), None);
        assert_eq!(scaled(&json!("1"), 2), None);
    }
}
