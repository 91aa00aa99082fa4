//! Bars of letters, in eighths of a column.

use rust_decimal::prelude::{Decimal, ToPrimitive};

/// What stands for one to seven eighths of a column.
const EIGHTHS: [char; 7] = ['▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/// A bar as long as a part is of the largest, at most so many columns; nothing where the part is not above zero.
pub fn bar(part: Decimal, largest: Decimal, columns: usize) -> String {
    if part <= Decimal::ZERO || largest <= Decimal::ZERO {
        return String::new();
    }
    let most = columns.saturating_mul(8);
    let share = part.checked_div(largest).unwrap_or_default().min(Decimal::ONE);
    let eighths = share.checked_mul(Decimal::from(most)).and_then(|eighths| eighths.round().to_usize());
    // what there is shows
    let eighths = eighths.unwrap_or(0).clamp(1, most.max(1));
    let rest = (eighths % 8).checked_sub(1).and_then(|rest| EIGHTHS.get(rest));
    "█".repeat(eighths / 8).chars().chain(rest.copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_long_as_the_part_is_of_the_largest() {
        for (part, largest, want) in [
            (100, 100, "████"),
            (50, 100, "██"),
            (53, 100, "██▏"),
            (99, 100, "████"),
            (97, 100, "███▉"),
            (1, 1_000_000, "▏"),
            (0, 100, ""),
            (-5, 100, ""),
            (5, 0, ""),
            (500, 100, "████"),
        ] {
            assert_eq!(bar(Decimal::from(part), Decimal::from(largest), 4), want, "{part} of {largest}");
        }
        assert_eq!(bar(Decimal::ONE, Decimal::ONE, 0), "▏");
    }
}
