//! Several columns whose headings name the same thing: which of them is meant, told
//! by the heading, by what stands next to it and by what it holds.

use std::collections::BTreeMap;

use super::header_columns::{Header, Mended};
use super::heading::{self, Year};
use super::heading_rows::Headlines;
use super::kode_in_name;
use super::level_columns;
use super::schema::{Column, Kind, Schema};
use crate::diagnostic::CellRef;
use crate::model::text;
use crate::workbook::{Sheet, Value};

/// A column that may be meant.
pub(super) struct Candidate {
    /// Column of the sheet.
    pub col: u32,
    /// What it may be.
    pub column: &'static Column,
    /// How well its headings fit.
    pub fit: usize,
    /// The cell that names it.
    pub from: CellRef,
    /// That cell as typed.
    pub typed: String,
    /// Its headings, plain.
    pub path: Vec<String>,
    /// Year that they name.
    pub year: Option<Year>,
    /// Whether a wrong letter was put right.
    pub mended: bool,
}

/// Takes the one that is meant into the header, and the others as doubles of it.
pub(super) fn choose(
    header: &mut Header,
    sheet: &Sheet,
    (key, year): (&'static str, Option<Year>),
    mut list: Vec<Candidate>,
) {
    let top = list.iter().map(|c| c.fit).max().unwrap_or_default();
    // A heading that is spelt right needs no other next to it.
    let exact = list.iter().any(|c| !c.mended);
    let (mut equal, other): (Vec<Candidate>, Vec<Candidate>) = list
        .drain(..)
        .partition(|c| c.fit == top && (!exact || !c.mended));
    // Levels of a kode may have names of their own below their common heading.
    let is_level = |c: &Candidate| {
        c.column.kind == Kind::Kode
            && c.path
                .first()
                .is_some_and(|group| group == level_columns::GROUP)
    };
    let one_heading = equal.len() > 1
        && equal
            .iter()
            .all(|c| c.from == equal[0].from || (is_level(c) && is_level(&equal[0])));
    if one_heading {
        equal = below_one_heading(header, sheet, equal);
    }
    let best = equal
        .iter()
        .enumerate()
        .max_by_key(|(at, c)| (shared(c), nearness(header, c.col), usize::MAX - at))
        .map_or(0, |(at, _)| at);
    let best = if key_of_years(&equal) || one_heading {
        0
    } else {
        best
    };
    if best >= equal.len() {
        return;
    }
    let taken = equal.remove(best);
    if taken.mended {
        header.mended.push(Mended {
            col: taken.col,
            typed: taken.typed.clone(),
            label: taken.column.label(),
        });
    }
    for c in equal.into_iter().chain(other) {
        if c.mended {
            header.unknown.push((c.col, c.typed));
        } else {
            header.duplicate.push((c.col, taken.col));
        }
    }
    if let Some(year) = year {
        header
            .yearly
            .entry(key)
            .or_default()
            .insert(year, taken.col);
    } else {
        header.single.insert(key, taken.col);
        if let Some(Year::Calendar(year)) = taken.year {
            header.year_of.insert(key, year);
        }
    }
}

/// Of a table of years the first of equal columns is meant: the printed forms have
/// the plan before what follows on it.
fn key_of_years(list: &[Candidate]) -> bool {
    list.first().is_some_and(|c| c.column.yearly())
}

/// How near a column is to the first of the years; right of it, nothing that belongs
/// to a row's name stands.
fn nearness(header: &Header, col: u32) -> u32 {
    let year = header.yearly.values().flat_map(|year| year.values());
    match year.min() {
        Some(first) if col < *first => col + 1,
        _ => 0,
    }
}

/// How many words of the printed heading a heading has.
fn shared(candidate: &Candidate) -> usize {
    let printed = heading::plain(&candidate.column.heading.join(" "));
    let words: Vec<&str> = printed.split(' ').collect();
    let own = candidate.path.iter().flat_map(|part| part.split(' '));
    own.filter(|word| word.len() > 2 && words.contains(word))
        .count()
}

/// Columns below one merged heading: the levels of a kode, or an amount with its
/// `Rp` in a column of its own.
fn below_one_heading(header: &mut Header, sheet: &Sheet, list: Vec<Candidate>) -> Vec<Candidate> {
    let kind = list.first().map(|c| c.column.kind);
    match kind {
        Some(Kind::Kode) => {
            header.kode_parts = list.iter().map(|c| c.col).collect();
            list.into_iter().take(1).collect()
        }
        Some(Kind::Rupiah) => {
            let (mark, list): (Vec<Candidate>, Vec<Candidate>) = list
                .into_iter()
                .partition(|c| holds_marks(sheet, header.body, c.col));
            header.marks.extend(mark.into_iter().map(|c| c.col));
            list
        }
        _ => list,
    }
}

/// Whether a column holds nothing but `Rp`.
fn holds_marks(sheet: &Sheet, body: u32, col: u32) -> bool {
    let mut held = sheet
        .cell
        .iter()
        .filter(|(at, _)| at.row >= body && at.col == col)
        .map(|(_, cell)| &cell.value)
        .peekable();
    held.peek().is_none()
        || held.all(|value| match value {
            Value::Text(held) => {
                let plain = text::plain(held);
                // Or the column's number, where that is merged over both.
                matches!(plain.as_str(), "rp" | "idr") || plain.bytes().all(|b| b.is_ascii_digit())
            }
            _ => false,
        })
}

/// A kode may stand in front of the name, in one cell with it. Only a table that also
/// has a column of goals is meant: that of the other regulation has no column of kode.
pub(super) fn settle_kode(header: &mut Header, schema: &Schema, sheet: &Sheet) {
    let has_goals = header.has("tujuan") || header.has("sasaran");
    let is_due = schema.find("kode").is_some_and(|column| column.required) && !header.has("kode");
    let Some(name) = header.single.get("uraian").copied() else {
        return;
    };
    if !is_due || !has_goals {
        return;
    }
    let names = || {
        let body = sheet.cell.range(CellRef::new(header.body, 0)..);
        body.filter(|(at, _)| at.col == name)
    };
    let coded = names().filter(
        |(_, cell)| matches!(&cell.value, Value::Text(text) if kode_in_name::split(text).is_some()),
    );
    let coded = coded.count();
    if coded > 0 && coded * 2 >= names().count() {
        header.single.insert("kode", name);
    }
}

/// `Unit` alone is the unit of measure in an English heading, where another column
/// names the unit in charge.
pub(super) fn settle_units(header: &mut Header, schema: &Schema, lines: &Headlines<'_>) {
    if header.has("satuan") || schema.find("satuan").is_none() {
        return;
    }
    let is_bare = |col: u32| {
        lines
            .naming(header.top, header.body - header.top, col)
            .is_some_and(|text| text.plain == "unit")
    };
    // Where no unit in charge has a column, it can mean nothing else.
    if schema.find("unit").is_none() {
        let found = header.unknown.iter().position(|(col, _)| is_bare(*col));
        if let Some(at) = found {
            let (col, _) = header.unknown.remove(at);
            header.single.insert("satuan", col);
        }
        return;
    }
    let used = header
        .single
        .get("unit")
        .copied()
        .filter(|col| is_bare(*col));
    let other = header
        .duplicate
        .iter()
        .position(|(_, own)| Some(*own) == used);
    if let (Some(used), Some(other)) = (used, other) {
        let (col, _) = header.duplicate.remove(other);
        header.single.insert("unit", col);
        header.single.insert("satuan", used);
        return;
    }
    let found = header.duplicate.iter().position(|(col, _)| is_bare(*col));
    if let Some(at) = found {
        let (col, _) = header.duplicate.remove(at);
        header.single.insert("satuan", col);
    } else if let Some(col) = used.filter(|col| measures(header, lines.sheet, *col)) {
        header.single.remove("unit");
        header.single.insert("satuan", col);
    }
}

/// Words that the name of an agency's unit begins with.
const UNIT_IN_CHARGE: [&str; 14] = [
    "bidang",
    "seksi",
    "sekretariat",
    "sekretaris",
    "subbag",
    "sub",
    "bagian",
    "upt",
    "uptd",
    "kepala",
    "dinas",
    "badan",
    "kecamatan",
    "kelurahan",
];

/// Whether a column `Unit` holds what targets are measured in: it stands between the
/// indicator and the years, and none of its cells names a unit of the agency.
fn measures(header: &Header, sheet: &Sheet, col: u32) -> bool {
    let years = header.yearly.values().flat_map(BTreeMap::values);
    let is_left = years.min().is_some_and(|first| col < *first);
    let is_behind = header
        .single
        .get("indikator")
        .is_some_and(|own| *own + 1 == col);
    let mut texts = sheet
        .cell
        .iter()
        .filter(|(at, _)| at.col == col && at.row >= header.body)
        .filter_map(|(_, cell)| match &cell.value {
            Value::Text(text) => Some(heading::plain(text)),
            _ => None,
        })
        .peekable();
    let names_one = |text: String| {
        let first = text.split(' ').next().unwrap_or_default();
        UNIT_IN_CHARGE.contains(&first)
    };
    is_left && is_behind && texts.peek().is_some() && !texts.any(names_one)
}
