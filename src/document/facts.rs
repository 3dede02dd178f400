//! What placeholders in the agency's text may ask for.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde_json::{Value, json};

use super::identitas::{daerah, periode};
use crate::config::Config;
use crate::document::Numbering;
use crate::model::{Entry, Kode, PaguRow, PerTahun, Renstra, Rupiah, SumberDaya, Tahun, text};
use crate::prose::{Gap, Source};
use crate::regulation::Regulation;

/// The plan's facts, taken out of it once.
pub struct Facts {
    context: Value,
    tahun: BTreeSet<Tahun>,
    total: BTreeMap<Option<Tahun>, Rupiah>,
    program: BTreeMap<Kode, PerTahun<Rupiah>>,
    tabel: BTreeMap<String, Option<String>>,
    gambar: BTreeMap<String, Option<String>>,
}

impl Facts {
    /// Facts of a plan.
    pub fn new(
        renstra: &Renstra,
        regulation: &Regulation,
        config: &Config,
        numbering: &Numbering,
    ) -> Self {
        let table = &renstra.pendanaan;
        let program: BTreeMap<Kode, PerTahun<Rupiah>> = table
            .program
            .iter()
            .map(|program| {
                (
                    program.baris.kode.value.clone(),
                    program.baris.pagu().clone(),
                )
            })
            .collect();
        let tahun: BTreeSet<Tahun> = program
            .values()
            .flat_map(|pagu| pagu.keys().copied())
            .collect();
        let mut total: BTreeMap<Option<Tahun>, Rupiah> = tahun
            .iter()
            .filter_map(|year| Some((Some(*year), table.pagu_year(*year)?)))
            .collect();
        total.extend(table.pagu_total().map(|sum| (None, sum)));
        Self {
            context: context(renstra, regulation, config),
            tahun,
            total,
            program,
            tabel: references(
                "Tabel",
                regulation
                    .tabel
                    .iter()
                    .map(|(id, info)| (id, info.kode.as_deref(), numbering.tabel(id))),
            ),
            gambar: references(
                "Gambar",
                regulation
                    .gambar
                    .keys()
                    .map(|id| (id, None, numbering.gambar(id))),
            ),
        }
    }
}

/// How the text refers to each table or figure, by its id and its annex number.
fn references<'a>(
    word: &str,
    list: impl Iterator<Item = (&'a String, Option<&'a str>, Option<&'a str>)>,
) -> BTreeMap<String, Option<String>> {
    list.flat_map(|(id, kode, number)| {
        let shown = number.map(|number| format!("{word} {number}"));
        // Of figures of which there are several, the name alone is the first.
        std::iter::once(id.as_str())
            .chain(kode)
            .chain(id.strip_suffix("-1"))
            .map(move |name| (text::plain(name), shown.clone()))
    })
    .collect()
}

fn context(renstra: &Renstra, regulation: &Regulation, config: &Config) -> Value {
    let identitas = &renstra.identitas;
    let period = periode(identitas, config);
    let text = |entry: &Entry<String>| entry.value().cloned();
    json!({
        "opd": {
            "nama": text(&identitas.nama),
            "singkatan": text(&identitas.singkatan),
            "kode": text(&identitas.kode),
        },
        "daerah": {
            "nama": daerah(identitas, config),
            "provinsi": identitas.provinsi.value().cloned().or(config.daerah.provinsi.clone()),
        },
        "periode": {
            "awal": period.map(|p| p.awal),
            "akhir": period.map(|p| p.akhir),
            "teks": period.map(|p| p.to_string()),
        },
        "kepala": {
            "jabatan": text(&identitas.kepala.jabatan),
            "nama": text(&identitas.kepala.nama),
        },
        "tanggal": identitas.tanggal.value(),
        "sebutan": regulation.sebutan,
        "tahap": identitas.tahap.value().map(ToString::to_string),
        "jumlah": counts(renstra),
    })
}

/// Counts of the plan's elements. A kode that several units carry out counts once.
fn counts(renstra: &Renstra) -> Value {
    let table = &renstra.pendanaan;
    let kegiatan = || table.program.iter().flat_map(|program| &program.kegiatan);
    let sub = kegiatan().flat_map(|kegiatan| kegiatan.sub_kegiatan.iter().map(|sub| &sub.baris));
    let sasaran = renstra
        .tujuan
        .iter()
        .map(|tujuan| tujuan.sasaran.len())
        .sum::<usize>();
    json!({
        "tujuan": renstra.tujuan.len(),
        "sasaran": sasaran,
        "program": distinct(table.program.iter().map(|program| &program.baris)),
        "kegiatan": distinct(kegiatan().map(|kegiatan| &kegiatan.baris)),
        "sub_kegiatan": distinct(sub),
        "isu_strategis": renstra.isu_strategis.len(),
        "iku": renstra.iku.len(),
        "pegawai": staff(renstra),
    })
}

fn distinct<'a>(row: impl Iterator<Item = &'a PaguRow>) -> usize {
    row.map(|row| &row.kode.value)
        .collect::<BTreeSet<_>>()
        .len()
}

/// All staff, persons, by the first grouping of the sheet Pegawai: its total as
/// typed, else the sum; `None` if the sheet gives no number.
fn staff(renstra: &Renstra) -> Option<i64> {
    let first = &renstra.pegawai.first()?.kelompok.value;
    let typed = renstra
        .baris_jumlah
        .iter()
        .find_map(|jumlah| match &jumlah.baris {
            SumberDaya::Pegawai(row) if jumlah.seluruh && row.kelompok.value == *first => {
                row.jumlah.value().copied()
            }
            SumberDaya::Pegawai(_) | SumberDaya::Sarana(_) => None,
        });
    if let Some(typed) = typed {
        return typed.to_i64();
    }
    let group = renstra
        .pegawai
        .iter()
        .filter(|row| row.kelompok.value == *first);
    let number: Vec<Decimal> = group
        .filter_map(|row| row.jumlah.value().copied())
        .collect();
    if number.is_empty() {
        return None;
    }
    number.into_iter().sum::<Decimal>().to_i64()
}

impl Source for Facts {
    fn context(&self) -> Value {
        self.context.clone()
    }

    fn pagu_total(&self, tahun: Option<Tahun>) -> Result<Rupiah, Gap> {
        match self.total.get(&tahun) {
            Some(sum) => Ok(*sum),
            None if tahun.is_none_or(|year| self.tahun.contains(&year)) => Err(Gap::Missing),
            None => Err(Gap::Unknown),
        }
    }

    fn pagu_program(&self, kode: &Kode, tahun: Option<Tahun>) -> Result<Rupiah, Gap> {
        let pagu = self.program.get(kode).ok_or(Gap::Unknown)?;
        if let Some(year) = tahun {
            pagu.get(&year)
                .ok_or(Gap::Unknown)?
                .value()
                .copied()
                .ok_or(Gap::Missing)
        } else {
            let filled: Vec<Rupiah> = pagu.values().filter_map(|e| e.value().copied()).collect();
            if filled.is_empty() {
                Err(Gap::Missing)
            } else {
                Ok(filled.into_iter().sum())
            }
        }
    }

    fn tabel(&self, kode: &str) -> Result<String, Gap> {
        self.tabel
            .get(&text::plain(kode))
            .ok_or(Gap::Unknown)?
            .clone()
            .ok_or(Gap::Missing)
    }

    fn gambar(&self, id: &str) -> Result<String, Gap> {
        self.gambar
            .get(&text::plain(id))
            .ok_or(Gap::Unknown)?
            .clone()
            .ok_or(Gap::Missing)
    }
}
