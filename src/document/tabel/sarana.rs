//! Assets.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::model::{Entry, Renstra, Sarana, SumberDaya, angka};

/// The rows.
#[derive(Debug, Serialize)]
pub struct Isi<'a> {
    baris: Vec<Baris<'a>>,
}

#[derive(Debug, Serialize)]
struct Baris<'a> {
    /// Number of a kind of asset; a total has none.
    no: Option<usize>,
    uraian: &'a str,
    jumlah: Entry<String>,
    satuan: &'a Entry<String>,
    baik: Entry<String>,
    cukup: Entry<String>,
    kurang: Entry<String>,
    tahun_perolehan: &'a Entry<String>,
    keterangan: &'a Entry<String>,
}

/// The totals that the office typed stand in their place.
pub(super) fn build(renstra: &Renstra) -> Isi<'_> {
    let mut baris = Vec::new();
    for at in 0..=renstra.sarana.len() {
        for jumlah in &renstra.baris_jumlah {
            if let SumberDaya::Sarana(row) = &jumlah.baris
                && jumlah.setelah == at
            {
                baris.push(typed(None, row));
            }
        }
        if let Some(row) = renstra.sarana.get(at) {
            baris.push(typed(Some(at + 1), row));
        }
    }
    Isi { baris }
}

fn typed(no: Option<usize>, sarana: &Sarana) -> Baris<'_> {
    Baris {
        no,
        uraian: &sarana.uraian.value,
        jumlah: print(&sarana.jumlah),
        satuan: &sarana.satuan,
        baik: print(&sarana.baik),
        cukup: print(&sarana.cukup),
        kurang: print(&sarana.kurang),
        tahun_perolehan: &sarana.tahun_perolehan,
        keterangan: &sarana.keterangan,
    }
}

fn print(entry: &Entry<Decimal>) -> Entry<String> {
    entry.clone().map(angka::print)
}
