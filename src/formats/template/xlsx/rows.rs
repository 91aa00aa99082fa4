//! Where the rows of a sheet come to stand once some repeat and some go.

use std::collections::BTreeMap;

/// The last row that a sheet has.
pub const LAST: u32 = 1_048_576;

/// How often each row stands in the paper; once, unless it is among these.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    times: BTreeMap<u32, u32>,
}

impl Rows {
    /// A row stands there so many times.
    pub fn set(&mut self, row: u32, times: u32) {
        if times != 1 {
            self.times.insert(row, times);
        }
    }

    /// Whether every row stands where it stood.
    pub fn is_same(&self) -> bool {
        self.times.is_empty()
    }

    /// How often a row stands there.
    pub fn times(&self, row: u32) -> u32 {
        self.times.get(&row).copied().unwrap_or(1)
    }

    /// Where the first copy of a row comes to stand; of a row that goes, what follows it.
    pub fn first(&self, row: u32) -> u32 {
        let shift: i64 = self.times.range(..row).map(|(_, times)| i64::from(*times) - 1).sum();
        u32::try_from(i64::from(row) + shift).unwrap_or(LAST)
    }

    /// Where its last copy comes to stand; of a row that goes, what is before it.
    pub fn last(&self, row: u32) -> u32 {
        (self.first(row) + self.times(row)).saturating_sub(1)
    }

    /// Where the rows from one to another come to stand; `None` where all of them go.
    pub fn range(&self, from: u32, to: u32) -> Option<(u32, u32)> {
        // a whole column stays one
        let to = if to >= LAST { LAST } else { self.last(to).min(LAST) };
        let from = if from <= 1 { 1.min(self.first(1)) } else { self.first(from) };
        (from <= to && from > 0).then_some((from, to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_move_with_what_is_above_them() {
        let mut rows = Rows::default();
        assert!(rows.is_same());
        rows.set(5, 3);
        rows.set(8, 0);
        rows.set(9, 1);
        for (row, first, last) in [(1, 1, 1), (4, 4, 4), (5, 5, 7), (6, 8, 8), (7, 9, 9), (8, 10, 9), (9, 10, 10)] {
            assert_eq!((rows.first(row), rows.last(row)), (first, last), "{row}");
        }
        for (from, to, want) in [
            (1, 4, Some((1, 4))),
            (5, 5, Some((5, 7))),
            (4, 6, Some((4, 8))),
            (6, 8, Some((8, 9))),
            (8, 8, None),
            (8, 9, Some((10, 10))),
            (1, LAST, Some((1, LAST))),
        ] {
            assert_eq!(rows.range(from, to), want, "{from}:{to}");
        }
    }
}
