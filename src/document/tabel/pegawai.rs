//! Staff by status, jabatan, golongan or pendidikan.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::model::{Entry, Pegawai, Renstra, angka};

/// The rows of one grouping with their total.
#[derive(Debug, Serialize)]
pub struct Isi<'a> {
    baris: Vec<Baris<'a>>,
    jumlah: Total,
}

#[derive(Debug, Serialize)]
struct Baris<'a> {
    no: usize,
    uraian: &'a str,
    laki_laki: Option<String>,
    perempuan: Option<String>,
    jumlah: Option<String>,
}

#[derive(Debug, Serialize)]
struct Total {
    laki_laki: Option<String>,
    perempuan: Option<String>,
    jumlah: Option<String>,
}

impl Isi<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.baris.is_empty()
    }
}

/// The rows whose kelompok is the given word, without regard to case.
pub(super) fn build<'a>(kelompok: &str, renstra: &'a Renstra) -> Isi<'a> {
    let row: Vec<&Pegawai> = renstra
        .pegawai
        .iter()
        .filter(|p| {
            p.kelompok
                .value
                .to_lowercase()
                .split_whitespace()
                .any(|word| word == kelompok)
        })
        .collect();
    let baris = row
        .iter()
        .enumerate()
        .map(|(at, pegawai)| Baris {
            no: at + 1,
            uraian: &pegawai.uraian.value,
            laki_laki: print(pegawai.laki_laki.value().copied()),
            perempuan: print(pegawai.perempuan.value().copied()),
            jumlah: print(pegawai.jumlah.value().copied()),
        })
        .collect();
    let total = |pick: fn(&Pegawai) -> &Entry<Decimal>| {
        let value: Vec<Decimal> = row
            .iter()
            .filter_map(|p| pick(p).value().copied())
            .collect();
        print((!value.is_empty()).then(|| value.into_iter().sum()))
    };
    Isi {
        baris,
        jumlah: Total {
            laki_laki: total(|p| &p.laki_laki),
            perempuan: total(|p| &p.perempuan),
            jumlah: total(|p| &p.jumlah),
        },
    }
}

fn print(value: Option<Decimal>) -> Option<String> {
    value.map(angka::print)
}
