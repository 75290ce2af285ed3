//! Orders of one platform, compact, in the order of their creation.

/// An order as it is kept; what is answered is made from it when it is asked for.
pub(crate) trait Record {
    /// Unix milliseconds.
    fn created(&self) -> i64;
}

/// Orders by number, and by time.
pub(crate) struct Shelf<R> {
    records: Vec<R>,
    /// Numbers, the oldest first; of the same time, the one that came first is first.
    by_time: Vec<usize>,
}

impl<R> Default for Shelf<R> {
    fn default() -> Self {
        Self { records: Vec::new(), by_time: Vec::new() }
    }
}

impl<R: Record> Shelf<R> {
    /// Adds an order. Its number is how many there were before.
    pub(crate) fn add(&mut self, record: R) -> usize {
        let number = self.records.len();
        let created = record.created();
        let place = self.by_time.partition_point(|&other| self.created(other) <= created);
        self.records.push(record);
        self.by_time.insert(place, number);
        number
    }

    pub(crate) fn get(&self, number: usize) -> Option<&R> {
        self.records.get(number)
    }

    pub(crate) fn get_mut(&mut self, number: usize) -> Option<&mut R> {
        self.records.get_mut(number)
    }

    pub(crate) fn len(&self) -> usize {
        self.records.len()
    }

    /// With their numbers, the newest first.
    pub(crate) fn newest_first(&self) -> impl Iterator<Item = (usize, &R)> {
        self.by_time.iter().rev().filter_map(|&number| Some((number, self.get(number)?)))
    }

    /// With their numbers, the oldest first.
    pub(crate) fn oldest_first(&self) -> impl Iterator<Item = (usize, &R)> {
        self.by_time.iter().filter_map(|&number| Some((number, self.get(number)?)))
    }

    fn created(&self, number: usize) -> i64 {
        self.get(number).map_or(i64::MIN, Record::created)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Record for i64 {
        fn created(&self) -> i64 {
            *self
        }
    }

    #[test]
    fn orders_stand_by_time_and_then_by_number() {
        let mut shelf = Shelf::default();
        for created in [20, 10, 20, 30] {
            shelf.add(created);
        }
        let numbers: Vec<_> = shelf.newest_first().map(|(number, _)| number).collect();
        assert_eq!(numbers, [3, 2, 0, 1]);
        assert_eq!(shelf.oldest_first().next(), Some((1, &10)));
        assert_eq!((shelf.len(), shelf.get(4)), (4, None));
    }
}
