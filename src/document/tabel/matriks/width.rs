//! What no column may be narrower than.

use super::kolom::is_number;
use super::{Baris, Kepala};
use crate::regulation::Rata;

/// Longest text that is kept on one line for being an amount, in characters.
const AMOUNT: usize = 24;

/// The longest word of each column, of the whole text where it is money.
pub(super) fn longest(kepala: &[Vec<Kepala>], baris: &[Baris<'_>], rata: &[Rata]) -> Vec<usize> {
    let mut longest = vec![0; rata.len()];
    let heading = kepala.iter().map(|row| {
        row.iter()
            .map(|cell| (cell.kolom, cell.baris, cell.teks.as_str(), false))
    });
    measure(heading, &mut longest);
    let named = longest.clone();
    let body = baris.iter().map(|row| {
        row.sel.iter().map(|sel| {
            let text = sel.teks.value().map_or("", |text| &**text);
            (sel.kolom, sel.baris, text, sel.rata == Some(Rata::Kanan))
        })
    });
    let mut whole = vec![0; rata.len()];
    measure(
        body.clone()
            .map(|row| row.map(|(k, b, text, _)| (k, b, text, true))),
        &mut whole,
    );
    measure(body, &mut longest);
    longest
        .into_iter()
        .zip(whole)
        .zip(named)
        .zip(rata)
        .map(|(((word, whole), named), rata)| {
            if *rata == Rata::Kanan {
                whole.max(named)
            } else {
                word
            }
        })
        .collect()
}

/// Raises each column's length to that of its cells. Columns are found by
/// counting, since a cell above may cover some of a row.
fn measure<'t, R>(row: impl Iterator<Item = R>, longest: &mut [usize])
where
    R: Iterator<Item = (usize, usize, &'t str, bool)>,
{
    let mut covered = vec![0_usize; longest.len()];
    for mut cell in row {
        let mut at = 0;
        while at < longest.len() {
            if covered[at] > 0 {
                covered[at] -= 1;
                at += 1;
                continue;
            }
            let Some((kolom, baris, text, whole)) = cell.next() else {
                break;
            };
            let end = (at + kolom.max(1)).min(longest.len());
            covered[at..end].fill(baris.saturating_sub(1));
            if end == at + 1 {
                // A sentence among amounts breaks as words do.
                let letters = text.chars().count();
                let length = if whole && (letters <= AMOUNT || is_number(text)) {
                    letters
                } else {
                    // A line may end behind a slash, too.
                    let word = text.split(|c: char| c.is_whitespace() || c == '/');
                    word.map(|word| word.chars().count() + 1).max().unwrap_or(0)
                };
                longest[at] = longest[at].max(length);
            }
            at = end;
        }
    }
}
