//! Which rows of a sheet are the rows of a table, and which of its cells are no values.

use std::collections::{BTreeMap, BTreeSet};

use super::heading;
use super::repeated_rows;
use super::row::Row;
use super::schema::Kind;
use super::table::{Layout, Rows, Table, is_note};
use crate::diagnostic::CellRef;
use crate::model::{Tanggal, Worksheet};
use crate::workbook::Value;

/// Longest name of a place before a date, in letters.
const PLACE: usize = 40;

/// Whether a text begins a signature block: `Mengetahui,` or a place with a date.
fn opens_signature(text: &str) -> bool {
    let plain = heading::plain(text);
    let dated = text.rsplit_once(',').is_some_and(|(place, date)| {
        place.chars().count() <= PLACE && date.trim().parse::<Tanggal>().is_ok()
    });
    dated
        || ["mengetahui", "menyetujui", "ditetapkan di"]
            .iter()
            .any(|word| plain.starts_with(word))
}

/// Columns of Struktur that the organisation chart does not show.
const SIGNATORY: [&str; 3] = ["nama_pejabat", "nip", "pangkat"];

impl Table<'_> {
    /// Where the cells are that are no values.
    pub(super) fn layout(&self) -> Layout {
        let (body, repeats) = (self.body(), self.repeats());
        let header = &self.header;
        let unknown = header.unknown.iter().map(|(col, _)| *col);
        let duplicate = header.duplicate.iter().map(|(col, _)| *col);
        let counts = |text: &str| matches!(heading::plain(text).as_str(), "no" | "nomor");
        let mut numbers: BTreeSet<u32> = header
            .unknown
            .iter()
            .filter(|(_, text)| counts(text))
            .map(|(col, _)| *col)
            .collect();
        let own = self.schema.column.iter().filter(|c| c.kind == Kind::No);
        numbers.extend(own.filter_map(|column| self.col(column.key)));
        let columns: BTreeSet<u32> = header.column().chain(unknown).chain(duplicate).collect();
        numbers.extend(0..columns.first().copied().unwrap_or_default());
        let last = self.sheet.extent().map_or(header.body, |extent| extent.row);
        let first = self.sheet.cell.keys().next().map_or(0, |at| at.row);
        let of_rpjmd = self.schema.id == Worksheet::Tc25;
        let references = self.col("sasaran_rpjmd").filter(|_| of_rpjmd);
        Layout {
            heading: first
                ..body
                    .first()
                    .copied()
                    .unwrap_or_else(|| repeated_rows::end_of_heading(self)),
            last,
            again: repeats.to_vec(),
            columns,
            numbers,
            kode_parts: header.kode_parts.clone(),
            references: references.into_iter().collect(),
            read_as: BTreeMap::new(),
            signatories: SIGNATORY.iter().filter_map(|key| self.col(key)).collect(),
        }
    }

    fn known(&self) -> &Rows {
        self.rows.get_or_init(|| {
            let (body, repeats) = repeated_rows::part(self);
            let end = self.end_of(&body).min(self.signed(&body));
            Rows { body, repeats, end }
        })
    }

    /// From the first lone text behind the last full row that calls itself a note, or
    /// stands apart and goes on with no row of the table.
    fn end_of(&self, body: &[u32]) -> u32 {
        let lone = |row: u32| Row { table: self, row }.lone_text();
        let full = body.iter().rposition(|row| lone(*row).is_none());
        let Some(full) = full.filter(|_| self.header.count() > 2) else {
            return u32::MAX;
        };
        let last = body.get(full).copied().unwrap_or_default();
        let mut above = last;
        for row in body.iter().skip(full + 1).copied() {
            let names_itself = lone(row).is_some_and(|text| is_note(&text.value));
            if names_itself || (row > above + 1 && !self.goes_on(body, last, row)) {
                return row;
            }
            above = row;
        }
        u32::MAX
    }

    /// Whether a lone text that stands apart is a further row: a merged cell reaches down
    /// to it, or it stands where rows of the table have a text alone, and no signature
    /// follows.
    fn goes_on(&self, body: &[u32], full: u32, row: u32) -> bool {
        let column = |row: u32| Some(Row { table: self, row }.lone_text()?.origin.cell?.col);
        let reached = self.header.column().any(|col| {
            let at = self.sheet.anchor(row, col).row;
            (self.header.body..row).contains(&at)
        });
        let signed = body.iter().filter(|below| **below >= row).any(|below| {
            let text = Row {
                table: self,
                row: *below,
            };
            let text = text.lone_text().map(|text| text.value).unwrap_or_default();
            opens_signature(&text) || is_note(&text)
        });
        let first = self.header.column().min();
        let own = column(row).filter(|col| Some(*col) > first);
        let lone = || body.iter().filter(|above| **above < full);
        reached || (!signed && own.is_some() && lone().any(|above| column(*above) == own))
    }

    /// From the first row of a signature block in several columns, `Mengetahui,` beside
    /// `Pasuruan, 20 September 2021`: it stands apart, and words alone follow.
    fn signed(&self, body: &[u32]) -> u32 {
        let texts = |row: u32| {
            let cells = CellRef::new(row, 0)..CellRef::new(row + 1, 0);
            let cells = self.sheet.cell.range(cells);
            cells.map(|(_, cell)| match &cell.value {
                Value::Text(text) => Some(text.as_str()),
                _ => None,
            })
        };
        let mut below = body.len();
        while let Some(at) = below.checked_sub(1)
            && body
                .get(at)
                .is_some_and(|row| texts(*row).all(|text| text.is_some()))
        {
            below = at;
        }
        let apart = body.iter().zip(body.iter().skip(1)).skip(below.max(1) - 1);
        let mut signed = apart.filter(|(above, row)| {
            **row > **above + 1 && texts(**row).flatten().any(opens_signature)
        });
        signed.next().map_or(u32::MAX, |(_, row)| *row)
    }

    /// The table's rows, without notes and signatures below it.
    pub fn rows(&self) -> impl Iterator<Item = u32> {
        let Rows { body, end, .. } = self.known();
        body.iter().copied().filter(move |row| row < end)
    }

    /// The rows below the heading that hold something, without those that only repeat
    /// what stands above them on every page.
    pub(super) fn body(&self) -> &[u32] {
        &self.known().body
    }

    /// The rows among the body that repeat the title, the heading or the numbers of the
    /// columns.
    pub(super) fn repeats(&self) -> &[u32] {
        &self.known().repeats
    }

    /// The first row of the notes and signatures below the table.
    pub(super) fn end(&self) -> u32 {
        self.known().end
    }
}
