//! What a row of the funding table says, in whichever of its forms.

use std::borrow::Cow;

use super::record::{Record, borrowed, shown};
use crate::model::{Baris, Entry, Located};

/// Puts the row's cells into its record, but for its name. A column that a table does not
/// describe is not printed.
pub(super) fn put<'a>(record: &mut Record<'a>, row: &'a Baris, satuan_apart: bool) {
    record.sel.insert("kode", shown(&row.kode));
    record.sel.insert("indikator", indikator(row, satuan_apart));
    record.text("satuan", &row.satuan);
    record.text("unit", &row.unit);
    record.text("lokasi", &row.lokasi);
    record.text("keterangan", &row.keterangan);
    for (key, words) in &row.sel {
        record.text(key, words);
    }
    record.sel.insert("target_awal", shown(&row.target_awal));
    record.sel.insert("target_akhir", shown(&row.target_akhir));
    for (tahun, target) in &row.target {
        record.per_tahun.insert(("target", *tahun), shown(target));
    }
    for (tahun, amount) in &row.pagu {
        record.per_tahun.insert(("pagu", *tahun), shown(amount));
    }
}

/// The indicator, with its unit where that has no column.
fn indikator(row: &Baris, satuan_apart: bool) -> Entry<Cow<'_, str>> {
    match (&row.indikator, &row.satuan) {
        (Entry::Filled(uraian), Entry::Filled(satuan)) if !satuan_apart => {
            Entry::Filled(Located::new(
                Cow::Owned(format!("{} ({})", uraian.value, satuan.value)),
                uraian.origin.clone(),
            ))
        }
        (Entry::Missing | Entry::Empty(_), satuan @ Entry::Filled(_)) if !satuan_apart => {
            borrowed(satuan)
        }
        (uraian, _) => borrowed(uraian),
    }
}
