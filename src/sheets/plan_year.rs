//! The years of a plan's tables: which calendar year `Tahun ke-1` is, and whether
//! every year of the period has its columns.

use std::collections::{BTreeMap, BTreeSet};

use super::code;
use super::edit::Edit;
use super::header_columns::Header;
use super::heading::{self, Year};
use super::schema::Schema;
use super::table::Table;
use super::table_region::TableRegion;
use crate::diagnostic::{Diagnostic, Diagnostics, Origin};
use crate::model::{Periode, Worksheet};
use crate::workbook::Value;

/// Worksheets whose years are the plan's; those of T-C.23 and T-C.24 have passed.
const PLANNED: [Worksheet; 7] = [
    Worksheet::Tc25,
    Worksheet::TujuanSasaran,
    Worksheet::Tc27,
    Worksheet::Pendanaan,
    Worksheet::Iku,
    Worksheet::Tc28,
    Worksheet::Ikk,
];
/// Those that must have every year.
const COMPLETE: [Worksheet; 5] = [
    Worksheet::Tc25,
    Worksheet::TujuanSasaran,
    Worksheet::Tc27,
    Worksheet::Pendanaan,
    Worksheet::Iku,
];

/// The calendar years that the tables of a plan name, with its period.
#[derive(Debug, Clone, Default)]
pub(super) struct Years {
    /// The plan's period, if it is known.
    pub periode: Option<Periode>,
    /// Calendar years that headings of the plan's tables name.
    pub named: BTreeSet<u16>,
}

impl Years {
    /// The years of a plan, as its period and these tables name them.
    pub fn new<'p>(periode: Option<Periode>, parts: impl Iterator<Item = &'p Header>) -> Self {
        let named = parts
            .flat_map(|header| header.yearly.values())
            .flat_map(BTreeMap::keys)
            .filter_map(|year| match year {
                Year::Calendar(year) => Some(*year),
                Year::Nth(_) => None,
            })
            .collect();
        Self { periode, named }
    }

    /// Calendar years of `count` counted ones. A plan of 2021–2026 has five years,
    /// the first being the one in which it was made.
    fn of_count(&self, count: u16) -> Option<(u16, String)> {
        if let (Some(first), Some(last)) = (self.named.first(), self.named.last())
            && last - first + 1 == count
            && self.named.len() == usize::from(count)
        {
            return Some((*first, "tabel lain pada buku kerja ini".to_owned()));
        }
        if !self.named.is_empty() {
            return None;
        }
        let periode = self.periode?;
        let (first, last) = (periode.awal.get(), periode.akhir.get());
        let first = match (last - first + 1).checked_sub(count)? {
            0 => first,
            1 => first + 1,
            _ => return None,
        };
        Some((first, format!("periode {periode}")))
    }
}

/// Whether the years of a worksheet are the plan's.
pub(super) fn is_planned(schema: &Schema) -> bool {
    PLANNED.contains(&schema.id)
}

/// Names the calendar years of headings that only count them, and says so.
pub(super) fn name(table: &Table<'_>, years: &Years, edit: &mut Edit, out: &mut Diagnostics) {
    let (sheet, header) = (table.sheet, &table.header);
    let mut counted: Vec<(u16, u32)> = header
        .yearly
        .values()
        .flatten()
        .filter_map(|(year, col)| match year {
            Year::Nth(nth) => Some((*nth, *col)),
            Year::Calendar(_) => None,
        })
        .collect();
    counted.sort_unstable();
    let Some(last) = counted.last().map(|(nth, _)| *nth) else {
        return;
    };
    let Some((first, why)) = years.of_count(last).filter(|_| is_planned(table.schema)) else {
        return;
    };
    let mut said: Option<(Origin, String)> = None;
    for (nth, col) in counted {
        let year = first + nth - 1;
        for row in header.top..header.body {
            let at = sheet.anchor(row, col);
            let Some(Value::Text(text)) = sheet.get(at.row, at.col).map(|cell| &cell.value) else {
                continue;
            };
            if heading::year(&heading::plain(text)) == Some(Year::Nth(nth)) {
                said.get_or_insert_with(|| {
                    let typed = super::cell::one_line(text);
                    (sheet.at(at), format!("\"{typed}\" sebagai {year}"))
                });
                edit.set.insert(at, Value::Text(format!("{text} ({year})")));
            }
        }
    }
    if let Some((origin, example)) = said {
        out.emit(
            Diagnostic::info(
                code::YEAR_COUNTED,
                origin,
                format!("tahun pada judul kolom dibaca menurut {why}: {example}"),
            )
            .hint("tulis tahun kalendernya pada judul kolom bila bukan itu maksudnya"),
        );
    }
}

/// Reports years of the period for which no table of a worksheet has a column.
pub(super) fn report_missing(
    parts: &[TableRegion<'_>],
    periode: Option<Periode>,
    out: &mut Diagnostics,
) {
    for id in COMPLETE {
        let tables: Vec<Table<'_>> = parts
            .iter()
            .filter(|part| part.schema.is_some_and(|schema| schema.id == id))
            .filter_map(|part| part.table().filter(Table::is_whole))
            .collect();
        let Some(first) = tables.first() else {
            continue;
        };
        for column in first
            .schema
            .column
            .iter()
            .filter(|c| c.required && c.yearly())
        {
            let has: BTreeSet<u16> = tables
                .iter()
                .flat_map(|table| table.tahun(column.key))
                .map(|(tahun, _)| tahun.get())
                .collect();
            let missing = missing(&has, periode);
            if missing.is_empty() {
                continue;
            }
            let shown: Vec<String> = missing.iter().map(ToString::to_string).collect();
            let why = periode.map_or_else(
                || "tahun sebelum dan sesudahnya ada".to_owned(),
                |periode| format!("periode {periode}"),
            );
            out.emit(
                Diagnostic::error(
                    code::YEAR_MISSING,
                    first.sheet.origin.at(first.header.top, 0),
                    format!(
                        "tabel {} tidak mempunyai kolom \"{}\" tahun {} ({why})",
                        first.schema.tab(),
                        column.label(),
                        shown.join(", ")
                    ),
                )
                .hint("tambahkan kolomnya, atau perbaiki tahun pada judul kolom dan periode pada lembar Identitas"),
            );
        }
    }
}

/// The years that must be there and are not. The first year of a period is the one
/// in which the plan was made; many tables begin behind it.
fn missing(has: &BTreeSet<u16>, periode: Option<Periode>) -> Vec<u16> {
    let (Some(first), Some(last)) = (has.first(), has.last()) else {
        return Vec::new();
    };
    let (from, to) = match periode {
        Some(periode) => (periode.awal.get() + 1, periode.akhir.get().max(*last)),
        None => (*first, *last),
    };
    // A table of another period altogether is reported as one by the rules.
    if *last < from || *first > to {
        return Vec::new();
    }
    (from..=to).filter(|year| !has.contains(year)).collect()
}
