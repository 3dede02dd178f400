//! Rules between the columns of a table, after its heading.

use super::cells::{Garis, Kepala};

/// Levels of a heading whose lowest one parts target and money of a year.
const PAIRED: usize = 3;

/// The rule left of each column: the more of the heading two neighbours share, the weaker.
pub(super) fn between(kepala: &[Vec<Kepala>], width: usize) -> Vec<Garis> {
    // The cell of the heading over each column, row by row.
    let mut above: Vec<Vec<usize>> = vec![Vec::new(); width];
    let mut free = vec![0_usize; width];
    let mut cell = 0;
    for (row, list) in kepala.iter().enumerate() {
        let mut column = 0;
        for own in list {
            while column < width && free[column] > row {
                column += 1;
            }
            let end = (column + own.kolom.max(1)).min(width);
            for column in column..end {
                free[column] = row + own.baris.max(1);
                above[column].push(cell);
            }
            cell += 1;
            column = end;
        }
    }
    let rule = |pair: &[Vec<usize>]| {
        let shared = pair[0].iter().zip(&pair[1]).take_while(|(a, b)| a == b);
        match shared.count() {
            0 => Garis::Biasa,
            shared if shared + 1 >= PAIRED => Garis::Tanpa,
            _ => Garis::Tipis,
        }
    };
    let inner = above.windows(2).map(rule);
    std::iter::once(Garis::Tanpa)
        .take(width.min(1))
        .chain(inner)
        .collect()
}
