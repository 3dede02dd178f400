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
    /// The most years that a heading of theirs counts.
    pub counted: u16,
}

impl Years {
    /// The years of a plan, as its period and these tables name them.
    pub fn new<'p>(periode: Option<Periode>, parts: impl Iterator<Item = &'p Header>) -> Self {
        let mut years = Self {
            periode,
            ..Self::default()
        };
        let columns = parts.flat_map(|header| header.yearly.values());
        for year in columns.flat_map(BTreeMap::keys) {
            match year {
                Year::Calendar(year) => drop(years.named.insert(*year)),
                Year::Nth(nth) => years.counted = years.counted.max(*nth),
            }
        }
        years
    }

    /// The first calendar year of `count` counted ones, and why.
    fn of_count(&self, count: u16, schema: &Schema) -> Option<(u16, String)> {
        let (first, all, why) = self.all(count)?;
        match all.checked_sub(count)? {
            // Its own form begins a year later: nothing tells which years are meant.
            0 if is_later(schema) && self.is_alone(count) => None,
            0 => Some((first, why)),
            1 if is_later(schema) => Some((first + 1, format!("{why}, mulai tahun kedua"))),
            _ => None,
        }
    }

    /// The first of the plan's years, how many there are, and what tells so. A plan of
    /// 2021–2026 has five years, the first being the one in which it was made; one of
    /// 2025–2029 has six, the last one leading over to the next plan.
    fn all(&self, count: u16) -> Option<(u16, u16, String)> {
        if let (Some(first), Some(last)) = (self.named.first(), self.named.last()) {
            let all = u16::try_from(self.named.len()).ok()?;
            let why = "tabel lain pada buku kerja ini".to_owned();
            return (last - first + 1 == all).then_some((*first, all, why));
        }
        let periode = self.periode?;
        let (first, last) = (periode.awal.get(), periode.akhir.get());
        let (all, years) = (self.counted.max(count), last - first + 1);
        let first = match (years.checked_sub(all), all.checked_sub(years)) {
            (Some(0), _) | (_, Some(1)) => first,
            (Some(1), _) => first + 1,
            _ => return None,
        };
        Some((first, all, format!("periode {periode}")))
    }

    /// Whether no other table counts or names more years.
    fn is_alone(&self, count: u16) -> bool {
        self.named.is_empty() && self.counted <= count
    }
}

/// Whether a worksheet's years begin with the second of the plan: money does
/// (Inmendagri 2/2025).
fn is_later(schema: &Schema) -> bool {
    schema.id == Worksheet::Pendanaan
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
    let Some((first, why)) = years
        .of_count(last, table.schema)
        .filter(|_| is_planned(table.schema))
    else {
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
