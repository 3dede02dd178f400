//! Numbers that lost a decimal comma or gained a nought.

use rust_decimal::Decimal;

/// Numbers next to which one is judged.
const LEAST: usize = 3;

/// How far the others may lie from each other: those of a row that swings by
/// itself judge nothing.
const SPREAD: Decimal = Decimal::from_parts(4, 0, 0, false, 0);

/// From which factor a number is none of the row.
const FACTOR: Decimal = Decimal::from_parts(7, 0, 0, false, 0);

/// The place of the one number that is many times the largest of the others, or a
/// small part of the least. `None` if there is none, or more than one.
pub fn outlier(row: &[Decimal]) -> Option<usize> {
    let mut found = (0..row.len()).filter(|at| is_outlier(row, *at));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

fn is_outlier(row: &[Decimal], at: usize) -> bool {
    let others = || {
        row.iter()
            .enumerate()
            .filter(|(i, _)| *i != at)
            .map(|(_, value)| *value)
    };
    let (Some(least), Some(most)) = (others().min(), others().max()) else {
        return false;
    };
    if others().count() < LEAST || least <= Decimal::ZERO || row[at] <= Decimal::ZERO {
        return false;
    }
    let times = |value: Decimal, by: Decimal| value.checked_mul(by);
    let steady = times(least, SPREAD).is_some_and(|limit| most <= limit);
    let above = times(most, FACTOR).is_some_and(|limit| row[at] >= limit);
    let below = times(row[at], FACTOR).is_some_and(|limit| limit <= least);
    steady && (above || below)
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::outlier;

    fn of(row: &[i64]) -> Option<usize> {
        let row: Vec<Decimal> = row.iter().map(|value| Decimal::from(*value)).collect();
        outlier(&row)
    }

    #[test]
    fn one_number_is_of_another_scale() {
        assert_eq!(of(&[12, 12, 120, 12, 12]), Some(2));
        assert_eq!(of(&[300, 310, 320, 33]), Some(3));
    }

    #[test]
    fn rows_that_grow_or_swing_are_left_alone() {
        assert_eq!(of(&[10, 20, 40, 80]), None);
        assert_eq!(of(&[1, 9, 30, 300]), None);
        assert_eq!(of(&[12, 120, 12]), None);
        assert_eq!(of(&[0, 0, 0, 12]), None);
    }
}
