//! Assets.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::model::{Entry, Renstra, angka};

/// The rows.
#[derive(Debug, Serialize)]
pub struct Isi<'a> {
    baris: Vec<Baris<'a>>,
}

#[derive(Debug, Serialize)]
struct Baris<'a> {
    no: usize,
    uraian: &'a str,
    jumlah: Entry<String>,
    satuan: &'a Entry<String>,
    baik: Entry<String>,
    cukup: Entry<String>,
    kurang: Entry<String>,
    tahun_perolehan: &'a Entry<String>,
    keterangan: &'a Entry<String>,
}

pub(super) fn build(renstra: &Renstra) -> Isi<'_> {
    let baris = renstra
        .sarana
        .iter()
        .enumerate()
        .map(|(at, sarana)| Baris {
            no: at + 1,
            uraian: &sarana.uraian.value,
            jumlah: print(&sarana.jumlah),
            satuan: &sarana.satuan,
            baik: print(&sarana.baik),
            cukup: print(&sarana.cukup),
            kurang: print(&sarana.kurang),
            tahun_perolehan: &sarana.tahun_perolehan,
            keterangan: &sarana.keterangan,
        })
        .collect();
    Isi { baris }
}

fn print(entry: &Entry<Decimal>) -> Entry<String> {
    entry.clone().map(angka::print)
}
