//! What a row of the funding table says, in whichever of its forms.

use super::record::{Record, shown};
use crate::model::{Baris, Entry, PaguRow};

/// Puts the row's cells into its record, but for its name. A column that a table does not
/// describe is not printed.
pub(super) fn put<'a>(record: &mut Record<'a>, row: &'a Baris, satuan_apart: bool) {
    record.sel.insert("kode", shown(&row.kode));
    match (&row.indikator, &row.satuan) {
        (Entry::Filled(uraian), satuan) => record.measure(uraian, satuan, satuan_apart),
        (Entry::Missing | Entry::Empty(_), satuan @ Entry::Filled(_)) if !satuan_apart => {
            record.text("indikator", satuan);
        }
        (uraian, _) => record.text("indikator", uraian),
    }
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

/// An element as a further page names it above its rows: kode and name on one line.
pub(super) fn title(row: &PaguRow) -> String {
    let name = row.name();
    if row.kode_typed {
        format!("{} {name}", row.kode.value).trim_end().to_owned()
    } else {
        name
    }
}
