//! Assets.

use super::cells::Jenis;
use super::record::{Record, numbers};
use crate::model::{Renstra, Sarana, SumberDaya};

/// The rows. The totals that the office typed stand in their place.
pub(super) fn records(renstra: &Renstra) -> Vec<Record<'_>> {
    let mut list = Vec::new();
    for at in 0..=renstra.sarana.len() {
        for jumlah in &renstra.baris_jumlah {
            if let SumberDaya::Sarana(row) = &jumlah.baris
                && jumlah.setelah == at
            {
                list.push(typed(row, Jenis::Jumlah));
            }
        }
        if let Some(row) = renstra.sarana.get(at) {
            list.push(typed(row, Jenis::Biasa));
        }
    }
    list
}

fn typed(row: &Sarana, jenis: Jenis) -> Record<'_> {
    let mut record = Record::new(jenis);
    let key = if jenis == Jenis::Jumlah {
        record.until.insert("no", "jumlah");
        "no"
    } else {
        "uraian"
    };
    record.located(key, &row.uraian);
    record.text("satuan", &row.satuan);
    record.text("tahun_perolehan", &row.tahun_perolehan);
    record.text("keterangan", &row.keterangan);
    let values = [
        ("jumlah", &row.jumlah),
        ("baik", &row.baik),
        ("cukup", &row.cukup),
        ("kurang", &row.kurang),
    ];
    numbers(&mut record, values);
    record
}
