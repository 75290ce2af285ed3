//! Where received bodies have what the platform documents elsewhere, as it is set for a webhook.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use crate::json::{Step, steps};
use crate::value::codes;

codes! {
    /// Why a location cannot be set.
    pub enum LocationProblem {
        /// The documented place is no path such as `$.data.orderId`.
        CanonicalPath = 1, "canonical_path";
        /// The documented place has the index of an element.
        CanonicalIndex = 2, "canonical_index";
        /// The received place is no path such as `$.order.ref` or `$`.
        ActualPath = 3, "actual_path";
        /// The documented place was located before.
        Repeated = 4, "repeated";
        /// There are more than [`Decoder::MAX_LOCATIONS`](super::Decoder::MAX_LOCATIONS).
        TooMany = 5, "too_many";
    }
}

impl LocationProblem {
    /// What is wrong, to follow "the location".
    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::CanonicalPath => "has a documented place that is no path",
            Self::CanonicalIndex => "has a documented place with an index",
            Self::ActualPath => "has a received place that is no path",
            Self::Repeated => "has a documented place that was located before",
            Self::TooMany => "is one more than can be set",
        }
    }

    /// What to do about it.
    pub const fn hint(self) -> &'static str {
        match self {
            Self::CanonicalPath | Self::ActualPath => "write a path such as $.data.orderId, $[\"a b\"] or $",
            Self::CanonicalIndex => {
                "locate the list as a whole; what its elements are like cannot be changed"
            }
            Self::Repeated => "say once where the platform's value is",
            Self::TooMany => "locate an object around several values instead of each of them",
        }
    }
}

/// The name of a member on the way to a documented place.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// As it reads.
    pub(super) text: String,
    /// As JSON writes it, quotes included.
    pub(super) quoted: String,
}

/// One place.
#[derive(Clone, Debug)]
pub(super) struct Location {
    /// The documented place, name by name from the outermost value.
    pub(super) canonical: Vec<Name>,
    /// The path of the received place.
    pub(super) actual: String,
}

/// All places of a webhook, ordered by the documented one: what stands around a place comes before it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Locations(Vec<Location>);

impl Locations {
    /// The most locations.
    pub(super) const MOST: usize = 64;

    /// Adds a place.
    pub(super) fn add(&mut self, canonical: &str, actual: &str) -> Result<(), LocationProblem> {
        if self.0.len() >= Self::MOST {
            return Err(LocationProblem::TooMany);
        }
        let canonical = names(canonical)?;
        if steps(actual).is_none_or(|mut steps| steps.any(|step| step.is_none())) {
            return Err(LocationProblem::ActualPath);
        }
        let texts = |names: &[Name]| -> Vec<String> { names.iter().map(|name| name.text.clone()).collect() };
        let wanted = texts(&canonical);
        match self.0.binary_search_by_key(&wanted, |known| texts(&known.canonical)) {
            Ok(_) => Err(LocationProblem::Repeated),
            Err(position) => {
                self.0.insert(position, Location { canonical, actual: actual.into() });
                Ok(())
            }
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Location> {
        self.0.iter()
    }
}

/// The names that a documented place is reached by.
fn names(path: &str) -> Result<Vec<Name>, LocationProblem> {
    let steps = steps(path).ok_or(LocationProblem::CanonicalPath)?;
    steps
        .map(|step| match step {
            Some(Step::Name(name)) => Ok(Name::new(name)),
            Some(Step::Index(_)) => Err(LocationProblem::CanonicalIndex),
            None => Err(LocationProblem::CanonicalPath),
        })
        .collect()
}

impl Name {
    fn new(text: Cow<'_, str>) -> Self {
        // Writing a text as JSON cannot fail.
        let quoted = serde_json::to_string(&text).unwrap_or_default();
        Self { text: text.into_owned(), quoted }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;

    fn add_all(places: &[(&str, &str)]) -> Result<Locations, LocationProblem> {
        let mut locations = Locations::default();
        for (canonical, actual) in places {
            locations.add(canonical, actual)?;
        }
        Ok(locations)
    }

    #[test]
    fn only_paths_to_members_are_documented_places() {
        for path in ["", "data", "data.id", "$data", "$.", "$..a", "$.a[", "$[\"a", "$[\"a\"]b", "$[…]", "$ "]
        {
            assert_eq!(add_all(&[(path, "$")]).err(), Some(LocationProblem::CanonicalPath), "{path}");
            assert_eq!(add_all(&[("$", path)]).err(), Some(LocationProblem::ActualPath), "{path}");
        }
        assert_eq!(add_all(&[("$.orders[0]", "$")]).err(), Some(LocationProblem::CanonicalIndex));
        for path in ["$[0]", "$.a[0].b", "$", "$[\"\"]", "$[\"a.b\"]"] {
            assert!(add_all(&[("$", path)]).is_ok(), "{path}");
        }
    }

    #[test]
    fn a_documented_place_is_located_once_however_it_is_written() {
        assert_eq!(add_all(&[("$.a", "$.x"), ("$[\"a\"]", "$.y")]).err(), Some(LocationProblem::Repeated));
        assert_eq!(add_all(&[("$", "$.x"), ("$", "$.x")]).err(), Some(LocationProblem::Repeated));
        assert!(add_all(&[("$.a", "$.x"), ("$.a.b", "$.x")]).is_ok());
    }

    #[test]
    fn what_is_around_a_place_comes_before_it() {
        let locations = add_all(&[("$.b.c", "$"), ("$.a.z", "$"), ("$.b", "$"), ("$", "$")]).unwrap();
        let depths: Vec<_> = locations.iter().map(|location| location.canonical.len()).collect();
        assert_eq!(depths, [0, 2, 1, 2]);
    }

    #[test]
    fn there_is_a_most() {
        let mut locations = Locations::default();
        for number in 0..Locations::MOST {
            locations.add(&format!("$.a{number}"), "$").unwrap();
        }
        assert_eq!(locations.add("$.b", "$"), Err(LocationProblem::TooMany));
    }
}
