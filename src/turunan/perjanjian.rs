//! Perjanjian Kinerja: what each side promises, and the annex with targets and money
//! (PermenPAN-RB 53/2014, anak lampiran I/2-6 and I/5-6).

use std::collections::BTreeMap;

use super::tabel::{Gaya, Row, Sel, Tabel};
use super::{Bagian, Pejabat, Pernyataan, Pihak, Sumber, TandaTangan, lampiran, pihak, unit};
use crate::model::{Jabatan, Kode, Renstra, Rupiah, Tahun};

/// A statement and an annex for each who promises.
pub(super) fn build(sumber: &Sumber<'_>, tahun: Tahun, pihak: Pihak) -> Vec<Bagian> {
    let renstra = sumber.renstra;
    let unit = |post: &Jabatan| of_unit(sumber, post, tahun);
    match pihak {
        Pihak::Kepala => vec![of_head(sumber, tahun)],
        Pihak::Jabatan(at) => renstra.struktur.get(at).map(unit).into_iter().collect(),
        Pihak::Semua => {
            let below = renstra.struktur.iter().filter(|post| post.atasan.is_some());
            let below = below.filter(|post| unit::answers(renstra, post)).map(unit);
            std::iter::once(of_head(sumber, tahun))
                .chain(below)
                .collect()
        }
    }
}

fn of_head(sumber: &Sumber<'_>, tahun: Tahun) -> Bagian {
    let renstra = sumber.renstra;
    let mut judul = vec![format!("PERJANJIAN KINERJA TAHUN {tahun}")];
    judul.extend(sumber.owner());
    let tabel = vec![targets(renstra, tahun), money(renstra, tahun)];
    let pertama = pihak::kepala(&renstra.identitas);
    signed(
        judul,
        tabel,
        pertama,
        pihak::leader(sumber.daerah.as_deref()),
    )
}

fn of_unit(sumber: &Sumber<'_>, post: &Jabatan, tahun: Tahun) -> Bagian {
    if post.atasan.is_none() {
        return of_head(sumber, tahun);
    }
    let renstra = sumber.renstra;
    let mut judul = vec![
        format!("PERJANJIAN KINERJA TAHUN {tahun}"),
        post.jabatan.value.to_uppercase(),
    ];
    judul.extend(sumber.owner());
    let tabel = unit::tables(renstra, post, tahun);
    let kedua = pihak::superior(renstra, post, sumber.daerah.as_deref());
    signed(judul, tabel, pihak::holder(renstra, post), kedua)
}

/// The form has the superior on the left.
fn signed(judul: Vec<String>, tabel: Vec<Tabel>, pertama: Pejabat, kedua: Pejabat) -> Bagian {
    let sign = |peran, pejabat: &Pejabat| TandaTangan {
        peran: Some(peran),
        pejabat: pejabat.clone(),
    };
    Bagian {
        nama: Some(pertama.jabatan.clone()),
        tanda_tangan: vec![sign("Pihak Kedua", &kedua), sign("Pihak Pertama", &pertama)],
        pernyataan: Some(Pernyataan {
            judul: judul.clone(),
            pertama,
            kedua,
        }),
        judul,
        tabel,
        tampak: Vec::new(),
    }
}

fn targets(renstra: &Renstra, tahun: Tahun) -> Tabel {
    let mut baris = Vec::new();
    let sasaran = renstra.tujuan.iter().flat_map(|tujuan| &tujuan.sasaran);
    for (number, sasaran) in (1..).zip(sasaran) {
        for at in 0..sasaran.indikator.len().max(1) {
            let indikator = sasaran.indikator.get(at);
            let first = at == 0;
            let target = indikator.and_then(|i| i.target.get(&tahun)?.value());
            baris.push(Row {
                gaya: Gaya::Biasa,
                sel: vec![
                    Sel::teks(first.then(|| format!("{number}."))),
                    Sel::teks(first.then_some(&sasaran.uraian.value)),
                    Sel::teks(indikator.map(|i| &i.uraian.value)),
                    Sel::teks(indikator.and_then(|i| i.satuan.value())),
                    Sel::teks(target.map(ToString::to_string)),
                ],
            });
        }
    }
    lampiran::targets("Sasaran Strategis", baris)
}

fn money(renstra: &Renstra, tahun: Tahun) -> Tabel {
    // Units share a programme: its amounts are one line.
    let mut order: Vec<&Kode> = Vec::new();
    let mut sum: BTreeMap<&Kode, (String, Option<Rupiah>)> = BTreeMap::new();
    for program in &renstra.pendanaan.program {
        let kode = &program.baris.kode.value;
        if !sum.contains_key(kode) {
            order.push(kode);
        }
        let nama = program.baris.uraian.value().cloned().unwrap_or_default();
        let (_, amount) = sum.entry(kode).or_insert((nama, None));
        if let Some(more) = program
            .baris
            .pagu()
            .get(&tahun)
            .and_then(|entry| entry.value())
        {
            *amount = Some(amount.unwrap_or_default() + *more);
        }
    }
    let mut baris: Vec<Row> = (1..)
        .zip(order)
        .filter_map(|(number, kode)| {
            let (nama, amount) = sum.get(kode)?;
            Some(Row {
                gaya: Gaya::Biasa,
                sel: vec![
                    Sel::Teks(format!("{number}.")),
                    Sel::teks(Some(nama)),
                    Sel::uang(*amount),
                    Sel::Kosong,
                ],
            })
        })
        .collect();
    baris.push(lampiran::total(renstra.pendanaan.pagu_year(tahun)));
    lampiran::amounts("Program", baris)
}
