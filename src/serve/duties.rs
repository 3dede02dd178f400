//! Who answers for what: the head of the agency and every unit, with targets and money,
//! for a page that each of them can print.

use serde::{Deserialize, Serialize};

use crate::model::text::one_line;
use crate::model::{Indikator, Level, PaguRow, PerTahun, Renstra, Rupiah, Tahun, TanggungJawab};

/// The head of an agency, and its units by their place in Struktur.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Duties {
    /// Years of targets and money.
    tahun: Vec<u16>,
    /// Those of money alone.
    tahun_pagu: Vec<u16>,
    kepala: Duty,
    unit: Vec<Duty>,
}

/// What one of them answers for.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Duty {
    /// The unit as the tables name it; `None` for what names none.
    unit: Option<String>,
    /// The post that heads it; `None` where the sheet Struktur has none.
    jabatan: Option<String>,
    butir: Vec<Item>,
    /// What `pagu` is the sum of: `program`, `kegiatan`, `sub kegiatan`; `None` without money.
    jumlah: Option<String>,
    /// Rupiah as printed, by year.
    pagu: Vec<Option<String>>,
}

/// A goal, an objective, a main indicator, or a row of the funding table.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Item {
    jenis: String,
    kode: Option<String>,
    uraian: String,
    indikator: Vec<Measure>,
    /// Rupiah as printed, by year.
    pagu: Vec<Option<String>>,
}

/// An indicator with its targets as typed, by year.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Measure {
    uraian: String,
    satuan: Option<String>,
    target: Vec<Option<String>>,
}

/// Reads them out of a plan.
pub(super) fn duties(renstra: &Renstra) -> Duties {
    let years = years(renstra);
    let units = renstra.tanggung_jawab();
    Duties {
        kepala: head(renstra, &years),
        unit: units.iter().map(|one| of_unit(one, &years)).collect(),
        tahun: years.iter().map(|year| year.get()).collect(),
        tahun_pagu: renstra
            .pendanaan
            .years()
            .iter()
            .map(|year| year.get())
            .collect(),
    }
}

/// The years that a target or an amount is of.
fn years(renstra: &Renstra) -> Vec<Tahun> {
    let mut years = renstra.pendanaan.years();
    for tujuan in &renstra.tujuan {
        let below = tujuan.sasaran.iter().flat_map(|sasaran| &sasaran.indikator);
        let all = tujuan.indikator.iter().chain(below);
        years.extend(all.flat_map(|indikator| indikator.target.keys().copied()));
    }
    let iku = renstra.iku.iter();
    years.extend(iku.flat_map(|iku| iku.indikator.target.keys().copied()));
    years.into_iter().collect()
}

/// The head answers for goals, objectives and programmes.
fn head(renstra: &Renstra, years: &[Tahun]) -> Duty {
    let named = |jenis: &str, uraian: &str, indikator: &[Indikator]| Item {
        jenis: jenis.to_owned(),
        kode: None,
        uraian: one_line(uraian),
        indikator: indikator.iter().map(|own| measure(own, years)).collect(),
        pagu: Vec::new(),
    };
    let mut butir = Vec::new();
    for tujuan in &renstra.tujuan {
        butir.push(named("Tujuan", &tujuan.uraian.value, &tujuan.indikator));
        for sasaran in &tujuan.sasaran {
            butir.push(named("Sasaran", &sasaran.uraian.value, &sasaran.indikator));
        }
    }
    let programs = || {
        renstra
            .pendanaan
            .program
            .iter()
            .map(|program| &program.baris)
    };
    butir.extend(programs().map(|row| coded(Level::Program, row, years)));
    let rows: Vec<&PaguRow> = programs().collect();
    let identitas = &renstra.identitas;
    Duty {
        unit: identitas.nama.value().cloned(),
        jabatan: identitas.kepala.jabatan.value().cloned(),
        butir,
        jumlah: (!rows.is_empty()).then(|| Level::Program.to_string()),
        pagu: sums(&rows, years),
    }
}

fn of_unit(one: &TanggungJawab<'_>, years: &[Tahun]) -> Duty {
    let iku = one.iku.iter().map(|iku| Item {
        jenis: "IKU".to_owned(),
        kode: None,
        uraian: iku
            .sasaran
            .as_ref()
            .map(|sasaran| one_line(&sasaran.value))
            .unwrap_or_default(),
        indikator: vec![measure(&iku.indikator, years)],
        pagu: Vec::new(),
    });
    let rows = one.program.iter();
    let coded = rows.map(|(level, row)| coded(*level, row, years));
    // A unit's own money is that of the lowest rows that it answers for: those above hold
    // the money of other units too.
    let lowest = [Level::SubKegiatan, Level::Kegiatan, Level::Program]
        .into_iter()
        .find(|level| one.program.iter().any(|(own, _)| own == level));
    let counted: Vec<&PaguRow> = one
        .program
        .iter()
        .filter(|(own, _)| Some(*own) == lowest)
        .map(|(_, row)| *row)
        .collect();
    Duty {
        unit: one.unit.map(|unit| unit.value.clone()),
        jabatan: one.jabatan.map(|post| post.jabatan.value.clone()),
        butir: iku.chain(coded).collect(),
        jumlah: lowest.as_ref().map(ToString::to_string),
        pagu: sums(&counted, years),
    }
}

fn coded(level: Level, row: &PaguRow, years: &[Tahun]) -> Item {
    Item {
        jenis: level.title().to_owned(),
        kode: Some(row.kode.value.to_string()),
        uraian: row.name(),
        indikator: row
            .indikator
            .iter()
            .map(|own| measure(own, years))
            .collect(),
        pagu: by_year(row.pagu(), years),
    }
}

fn measure(indikator: &Indikator, years: &[Tahun]) -> Measure {
    Measure {
        uraian: one_line(&indikator.uraian.value),
        satuan: indikator.satuan.value().cloned(),
        target: by_year(&indikator.target, years),
    }
}

/// What stands in each year; nothing where the year is empty or cannot be read.
fn by_year<T: ToString>(entries: &PerTahun<T>, years: &[Tahun]) -> Vec<Option<String>> {
    let entry = |year| Some(entries.get(year)?.value()?.to_string());
    years.iter().map(entry).collect()
}

/// The money of several rows, by year; nothing in a year in which none has any.
fn sums(rows: &[&PaguRow], years: &[Tahun]) -> Vec<Option<String>> {
    let sum = |year| {
        let amounts = rows
            .iter()
            .filter_map(|row| row.pagu().get(year)?.value().copied());
        let sum: Option<Rupiah> = amounts.reduce(|sum, amount| sum + amount);
        Some(sum?.to_string())
    };
    years.iter().map(sum).collect()
}
