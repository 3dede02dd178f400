//! Amounts and words of rows that belong to one element.

use crate::diagnostic::{Diagnostic, Diagnostics, Origin};
use crate::model::{Entry, Located, PaguRow, PerTahun, Rupiah, text};
use crate::normalise::code;

/// Adds amounts year by year; a year that only one has is that one's.
pub(super) fn add_pagu(above: &mut PerTahun<Rupiah>, below: &PerTahun<Rupiah>) {
    for (tahun, more) in below {
        let Some(more) = more.located() else { continue };
        let entry = above.entry(*tahun).or_default();
        match entry {
            Entry::Filled(amount) => {
                if let Some(sum) = amount.value.checked_add(more.value) {
                    amount.value = sum;
                }
            }
            Entry::Missing | Entry::Empty(_) => *entry = Entry::Filled(more.clone()),
            Entry::Broken(_) => {}
        }
    }
}

pub(super) fn report_split(above: &PaguRow, origin: &Origin, out: &mut Diagnostics) {
    out.emit(
        Diagnostic::warning(
            code::SPLIT_AMOUNT,
            origin.clone(),
            format!(
                "pagu {} tersebar pada beberapa baris; pagunya dijumlahkan",
                above.kode.value
            ),
        )
        .path(above.kode.value.to_string())
        .figure(
            "baris pertama",
            above.kode.value.to_string(),
            [above.origin.clone()],
        )
        .hint("tulis pagu seluruhnya pada satu baris, dan kosongkan pada baris indikator"),
    );
}

/// A missing entry agrees with anything.
pub(super) fn agrees(below: &Entry<String>, above: &Entry<String>) -> bool {
    match (below.value(), above.value()) {
        (Some(a), Some(b)) => text::same(a, b),
        _ => true,
    }
}

/// The first year in which both rows have an amount and the amounts differ.
pub(super) fn differing<'a>(
    below: &'a PerTahun<Rupiah>,
    above: &'a PerTahun<Rupiah>,
) -> Option<(&'a Located<Rupiah>, &'a Located<Rupiah>)> {
    below.iter().find_map(|(tahun, entry)| {
        let pair = (entry.located()?, above.get(tahun)?.located()?);
        (pair.0.value != pair.1.value).then_some(pair)
    })
}

pub(super) fn fill(above: &mut Entry<String>, below: Entry<String>) {
    if above.is_missing() {
        *above = below;
    }
}
