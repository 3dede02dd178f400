//! Tables of funding and of goals that a workbook holds twice, in whatever forms:
//! compared by what they say of each kode and of each indicator.

use std::collections::{BTreeMap, BTreeSet};

use super::pendanaan;
use crate::diagnostic::{Diagnostics, Origin};
use crate::model::{Entry, Indikator, PerTahun, Target, text};
use crate::sheets::repeated_table::{self, Candidate, Said};
use crate::sheets::worksheets::program_kegiatan::ProgramRow;
use crate::sheets::worksheets::tujuan_sasaran::TujuanSasaranRow;

/// Funding rows of the sheets that are used, those of sheets that another one
/// stands for, and the places of the latter sheets.
pub(super) fn funding(
    rows: Vec<ProgramRow>,
    bidang: Option<&str>,
    out: &mut Diagnostics,
) -> (Vec<ProgramRow>, Vec<ProgramRow>, Vec<u32>) {
    let said = |rows: Vec<ProgramRow>| {
        let mut said = targets_of_kode(&rows);
        let table = pendanaan::nest(rows, bidang, &mut Diagnostics::new());
        said.extend(pendanaan::amounts(&table));
        said
    };
    let key = |row: &ProgramRow| row.kode().map(ToString::to_string);
    part(rows, |row| &row.baris.origin, key, said, out)
}

/// The same of rows of tujuan and sasaran.
pub(super) fn goals(
    rows: Vec<TujuanSasaranRow>,
    out: &mut Diagnostics,
) -> (Vec<TujuanSasaranRow>, Vec<TujuanSasaranRow>, Vec<u32>) {
    let key = |row: &TujuanSasaranRow| {
        let indikator = row.indikator.as_ref()?;
        Some(text::same_form(&indikator.uraian.value))
    };
    let said = |rows: Vec<TujuanSasaranRow>| {
        let indikator = rows.into_iter().filter_map(|row| row.indikator);
        indikator.flat_map(|own| of_indikator(&own)).collect()
    };
    part(rows, |row| &row.origin, key, said, out)
}

/// What a table of goals says of an indicator.
fn of_indikator(indikator: &Indikator) -> Vec<Said> {
    let key = text::same_form(&indikator.uraian.value);
    let mut list: Vec<Said> = targets(&indikator.target)
        .map(|(what, value, origin)| Said {
            key: key.clone(),
            what,
            value,
            origin,
            is_own: true,
        })
        .collect();
    list.extend(indikator.satuan.located().map(|satuan| Said {
        key,
        what: "satuan".to_owned(),
        value: text::same_form(&satuan.value),
        origin: satuan.origin.clone(),
        is_own: false,
    }));
    list
}

/// The targets of each kode's indicators. An indicator that only one form of the
/// table has is no contradiction.
fn targets_of_kode(rows: &[ProgramRow]) -> Vec<Said> {
    let mut list = Vec::new();
    let mut kode = None;
    for row in rows {
        kode = row.kode().map(ToString::to_string).or(kode);
        let (Some(kode), Entry::Filled(indikator)) = (&kode, &row.baris.indikator) else {
            continue;
        };
        let name = text::same_form(&indikator.value);
        list.extend(
            targets(&row.baris.target).map(|(what, value, origin)| Said {
                key: kode.clone(),
                what: format!("{what} \"{name}\""),
                value,
                origin,
                is_own: false,
            }),
        );
    }
    list
}

/// Each year's target: what it is, as printed, and where it stands.
fn targets(target: &PerTahun<Target>) -> impl Iterator<Item = (String, String, Origin)> + '_ {
    target.iter().filter_map(|(tahun, entry)| {
        let target = entry.located()?;
        let what = format!("target {tahun}");
        Some((what, target.value.to_string(), target.origin.clone()))
    })
}

/// Parts the rows of sheets that are used from those of sheets that another one stands
/// for. Rows without a name follow their sheet.
fn part<T: Clone>(
    rows: Vec<T>,
    origin: fn(&T) -> &Origin,
    key: fn(&T) -> Option<String>,
    said: impl Fn(Vec<T>) -> Vec<Said>,
    out: &mut Diagnostics,
) -> (Vec<T>, Vec<T>, Vec<u32>) {
    let mut sheets: BTreeMap<Option<u32>, Candidate> = BTreeMap::new();
    for row in &rows {
        let place = origin(row);
        let table = sheets
            .entry(place.sheet_index)
            .or_insert_with(|| Candidate {
                place: Origin {
                    cell: None,
                    ..place.clone()
                },
                named: BTreeSet::new(),
            });
        table.named.extend(key(row));
    }
    let (index, tables): (Vec<Option<u32>>, Vec<Candidate>) = sheets.into_iter().unzip();
    let of_sheet = |at: usize| {
        let own = |row: &&T| Some(&origin(row).sheet_index) == index.get(at);
        said(rows.iter().filter(own).cloned().collect())
    };
    let dropped = repeated_table::find(&tables, of_sheet, out);
    let dropped: BTreeSet<Option<u32>> = dropped
        .into_keys()
        .filter_map(|at| index.get(at).copied())
        .collect();
    let (repeat, used) = rows
        .into_iter()
        .partition(|row| dropped.contains(&origin(row).sheet_index));
    (used, repeat, dropped.into_iter().flatten().collect())
}
