//! Reads the rows of a table and keeps the account of them: what became part of the
//! plan, and what did not, each with a finding.

use std::collections::BTreeMap;

use super::cell;
use super::code;
use super::heading;
use super::heading_note;
use super::renumbered;
use super::row::Row;
use super::stray;
use super::table::{Account, Table};
use crate::diagnostic::{Diagnostic, Diagnostics, Fact, Scope, column_name};
use crate::model::{Located, Tahun, Worksheet};

/// Worksheets in which a text across the whole table is a label and no row: none of
/// their columns has bands.
const WITHOUT_BANDS: [Worksheet; 7] = [
    Worksheet::Tc23,
    Worksheet::Tc24,
    Worksheet::Tc25,
    Worksheet::TujuanSasaran,
    Worksheet::Tc27,
    Worksheet::Tc28,
    Worksheet::Iku,
];

impl Table<'_> {
    /// Reads every row of the table with `read`. A row for which it gives
    /// `None` counts as reported; if it said nothing, a general finding is made,
    /// so that no row vanishes in silence.
    pub fn read<T>(
        &self,
        account: &mut Vec<Account>,
        out: &mut Diagnostics,
        mut read: impl FnMut(&Row<'_>, &mut Diagnostics) -> Option<T>,
    ) -> Vec<T> {
        let mut entry = Account {
            origin: self.sheet.origin.clone(),
            id: Some(self.schema.id),
            seen: 0,
            used: 0,
            reported: 0,
            pagu: BTreeMap::new(),
            tahun_awal: self
                .header
                .year_of
                .get("target_awal")
                .copied()
                .and_then(Tahun::new),
            sumber: None,
            layout: self.layout(),
        };
        let mut list = Vec::new();
        self.report_repeats(self.repeats(), out);
        self.report_hidden(self.body(), out);
        stray::report(self, out);
        renumbered::report(self, out);
        heading_note::report(self, out);
        let end = self.end();
        for row in self.body().iter().copied() {
            entry.seen += 1;
            let mut found = Diagnostics::new();
            let row = Row { table: self, row };
            if row.row >= end {
                let text = row.lone_text();
                if entry.sumber.is_none() && text.as_ref().is_some_and(is_source) {
                    entry.used += 1;
                    entry.sumber = text;
                    continue;
                }
                entry.reported += 1;
                let mut finding = Diagnostic::info(
                    code::NOTE,
                    row.first_origin(),
                    "catatan di bawah tabel ini tidak dicetak",
                )
                .unprinted(Scope::Row)
                .fact(Fact::StaysBehind)
                .fact(Fact::OutsideRows);
                if let Some(text) = text {
                    finding = finding.note("tertulis", cell::short(&text.value));
                }
                out.emit(finding);
                continue;
            }
            if let Some(label) = self.label(&row) {
                entry.reported += 1;
                out.emit(
                    Diagnostic::warning(
                        code::LABEL,
                        label.origin,
                        format!(
                            "label bagian \"{}\" bukan baris tabel {}; tidak dicetak",
                            cell::short(&label.value),
                            self.schema.tab()
                        ),
                    )
                    .unprinted(Scope::Cell)
                    .hint("hapus barisnya, atau tulis isinya pada kolom yang sesuai"),
                );
                continue;
            }
            if let Some(value) = read(&row, &mut found) {
                entry.used += 1;
                list.push(value);
                row.add_control_sum(&mut entry.pagu);
            } else {
                entry.reported += 1;
                if found.is_empty() {
                    found.emit(
                        Diagnostic::warning(
                            code::ROW_UNUSED,
                            row.first_origin(),
                            "baris ini tidak dapat dipakai: isian pokoknya kosong",
                        )
                        .unprinted(Scope::Row),
                    );
                }
            }
            row.report_unread_errors(&mut found);
            out.extend(found);
        }
        account.push(entry);
        list
    }

    /// A text across the whole table, or in the column of running numbers alone, where
    /// the table has no such rows.
    fn label(&self, row: &Row<'_>) -> Option<Located<String>> {
        if !WITHOUT_BANDS.contains(&self.schema.id) {
            return None;
        }
        let text = row.lone_text()?;
        let at = text.origin.cell?;
        let counts = self.col("no") == Some(at.col) && self.header.count() > 2;
        let wide = self.sheet.area(at.row, at.col).is_some_and(|area| {
            let spanned = (area.start.col..=area.end.col)
                .filter(|col| self.header.names(*col))
                .count();
            spanned > 2 && spanned * 2 > self.header.row.len()
        });
        (counts || wide).then_some(text)
    }

    /// Rows that repeat the title, the heading or the numbers of the columns are no
    /// rows of the plan.
    fn report_repeats(&self, repeats: &[u32], out: &mut Diagnostics) {
        let Some(first) = repeats.first() else { return };
        let mut runs: Vec<(u32, u32)> = Vec::new();
        for row in repeats {
            match runs.last_mut() {
                Some((_, last)) if *last + 1 == *row => *last = *row,
                _ => runs.push((*row, *row)),
            }
        }
        let shown: Vec<String> = runs
            .iter()
            .map(|(from, to)| {
                if from == to {
                    (from + 1).to_string()
                } else {
                    format!("{}–{}", from + 1, to + 1)
                }
            })
            .collect();
        out.emit(Diagnostic::info(
            code::REPEATED_HEADING,
            self.sheet.origin.at(*first, 0),
            format!(
                "judul tabel yang berulang di tengah tabel bukan baris tabel dan dilewati: baris {}",
                shown.join(", ")
            ),
        ));
    }

    /// Hidden rows and columns are read, and said.
    fn report_hidden(&self, body: &[u32], out: &mut Diagnostics) {
        let row: Vec<String> = body
            .iter()
            .filter(|row| self.sheet.hidden_row.binary_search(row).is_ok())
            .map(|row| (row + 1).to_string())
            .collect();
        let col: Vec<String> = self
            .header
            .column()
            .filter(|col| self.sheet.hidden_col.binary_search(col).is_ok())
            .map(column_name)
            .collect();
        for (what, list) in [("baris", row), ("kolom", col)] {
            if list.is_empty() {
                continue;
            }
            let shown = if list.len() > 12 {
                format!("{}, … ({} {what})", list[..12].join(", "), list.len())
            } else {
                list.join(", ")
            };
            out.emit(
                Diagnostic::info(
                    code::HIDDEN,
                    self.sheet.origin.at(self.header.top, 0),
                    format!("{what} tersembunyi ikut dibaca: {shown}"),
                )
                .hint("tampilkan dan periksa isinya; hapus bila tidak dipakai"),
            );
        }
    }
}

/// Whether the text names where the figures come from; it is printed below the table.
fn is_source(text: &Located<String>) -> bool {
    let plain = heading::plain(&text.value);
    let named = plain.strip_prefix("sumber ");
    named.is_some_and(|named| named != "data")
}
