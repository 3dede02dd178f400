//! Which rows of a sheet are the rows of a table, and which of its cells are no values.

use std::collections::{BTreeMap, BTreeSet};

use super::heading;
use super::repeat;
use super::row::Row;
use super::schema::Kind;
use super::table::{Layout, Rows, Table, is_note};
use crate::model::Worksheet;

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
                    .unwrap_or_else(|| repeat::end_of_heading(self)),
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
            let (body, repeats) = repeat::part(self);
            let end = self.end_of(&body);
            Rows { body, repeats, end }
        })
    }

    /// From the first lone text behind the last full row that stands apart or calls
    /// itself a note.
    fn end_of(&self, body: &[u32]) -> u32 {
        let lone = |row: u32| Row { table: self, row }.lone_text();
        let full = body.iter().rposition(|row| lone(*row).is_none());
        let Some(full) = full.filter(|_| self.header.count() > 2) else {
            return u32::MAX;
        };
        let mut above = body.get(full).copied().unwrap_or_default();
        for row in body.iter().skip(full + 1).copied() {
            let names_itself = lone(row).is_some_and(|text| is_note(&text.value));
            if names_itself || row > above + 1 {
                return row;
            }
            above = row;
        }
        u32::MAX
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
