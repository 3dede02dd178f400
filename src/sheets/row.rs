//! Typed access to the cells of one row: a value, nothing, or a finding.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::cell;
use super::heading;
use super::table::Table;
use crate::diagnostic::{CellRef, Diagnostics, Origin};
use crate::model::{Entry, Kode, Located, PerTahun, Rupiah, Tahun, Target};
use crate::workbook::{Cell, Value};

/// A row of a table.
pub struct Row<'a> {
    /// The table.
    pub table: &'a Table<'a>,
    /// Zero-based row of the sheet.
    pub row: u32,
}

impl Row<'_> {
    /// The cell shown at the key's column: of a merged area its top-left one.
    fn shown(&self, key: &str) -> Option<(&Cell, Origin)> {
        let sheet = self.table.sheet;
        let at = sheet.anchor(self.row, self.table.col(key)?);
        // A band merged over the whole row is no value of this column.
        if at.row >= self.table.header.body {
            return sheet.get(at.row, at.col).map(|cell| (cell, sheet.at(at)));
        }
        None
    }

    fn entry<T>(
        &self,
        key: &str,
        out: &mut Diagnostics,
        read: fn(&Cell, Origin, &mut Diagnostics) -> Entry<T>,
    ) -> Entry<T> {
        self.table
            .col(key)
            .map_or(Entry::Missing, |col| self.entry_at(col, out, read))
    }

    fn entry_at<T>(
        &self,
        col: u32,
        out: &mut Diagnostics,
        read: fn(&Cell, Origin, &mut Diagnostics) -> Entry<T>,
    ) -> Entry<T> {
        let sheet = self.table.sheet;
        let at = CellRef::new(self.row, col);
        let from = sheet.repeats.get(&at);
        let origin = sheet.at(*from.unwrap_or(&at));
        match (sheet.get(self.row, col), from) {
            (Some(cell), None) => read(cell, origin, out),
            // Reported once, at the row where it stands.
            (Some(cell), Some(_)) => read(cell, origin, &mut Diagnostics::new()),
            (None, _) => Entry::Empty(origin),
        }
    }

    /// Text of the column.
    pub fn text(&self, key: &str, out: &mut Diagnostics) -> Entry<String> {
        self.entry(key, out, cell::text)
    }

    /// Text of a parent's column: where cells are merged downward, the text of
    /// the merged cell with that cell's origin.
    pub fn parent(&self, key: &str, out: &mut Diagnostics) -> Entry<String> {
        let Some((c, origin)) = self.shown(key) else {
            return Entry::Missing;
        };
        let own = origin.cell.is_some_and(|cell| cell.row == self.row);
        if own {
            return cell::text(c, origin, out);
        }
        // Reported once, at the row where it stands.
        cell::text(c, origin, &mut Diagnostics::new())
    }

    /// Whether the column's cell is covered by one that is merged over it from above.
    pub fn continues(&self, key: &str) -> bool {
        self.table.col(key).is_some_and(|col| {
            let at = self.table.sheet.anchor(self.row, col);
            (self.table.header.body..self.row).contains(&at.row)
        })
    }

    /// Text that must be there; `None` if it is not.
    pub fn required_text(&self, key: &str, out: &mut Diagnostics) -> Option<Located<String>> {
        match self.text(key, out) {
            Entry::Filled(located) => Some(located),
            Entry::Missing | Entry::Empty(_) | Entry::Broken(_) => None,
        }
    }

    /// Money of the column, rupiah.
    pub fn rupiah(&self, key: &str, out: &mut Diagnostics) -> Entry<Rupiah> {
        self.entry(key, out, cell::rupiah)
    }

    /// A target or achievement of the column.
    pub fn target(&self, key: &str, out: &mut Diagnostics) -> Entry<Target> {
        self.entry(key, out, cell::target)
    }

    /// A plain number of the column.
    pub fn angka(&self, key: &str, out: &mut Diagnostics) -> Entry<Decimal> {
        self.entry(key, out, cell::angka)
    }

    /// A kode of the column.
    pub fn kode(&self, key: &str, out: &mut Diagnostics) -> Entry<Kode> {
        self.entry(key, out, cell::kode)
    }

    /// Money per year, rupiah.
    pub fn rupiah_per_tahun(&self, key: &str, out: &mut Diagnostics) -> PerTahun<Rupiah> {
        self.per_tahun(key, out, cell::rupiah)
    }

    /// Target or achievement per year.
    pub fn target_per_tahun(&self, key: &str, out: &mut Diagnostics) -> PerTahun<Target> {
        self.per_tahun(key, out, cell::target)
    }

    /// Text per year.
    pub fn text_per_tahun(&self, key: &str, out: &mut Diagnostics) -> PerTahun<String> {
        self.per_tahun(key, out, cell::text)
    }

    fn per_tahun<T>(
        &self,
        key: &str,
        out: &mut Diagnostics,
        read: fn(&Cell, Origin, &mut Diagnostics) -> Entry<T>,
    ) -> PerTahun<T> {
        self.table
            .tahun(key)
            .into_iter()
            .map(|(tahun, col)| (tahun, self.entry_at(col, out, read)))
            .collect()
    }

    /// The text that makes this row a total (`JUMLAH`, `Total Program …`), in
    /// whichever of the columns it stands. `None` for an ordinary row.
    pub fn total(&self, key: &[&str]) -> Option<Located<String>> {
        let sheet = self.table.sheet;
        key.iter()
            .filter_map(|key| self.table.col(key))
            .find_map(|col| match &sheet.get(self.row, col)?.value {
                Value::Text(text) if heading::is_total(text) => Some(Located {
                    value: text.clone(),
                    origin: sheet.origin.at(self.row, col),
                }),
                _ => None,
            })
    }

    /// The only text of a row that holds nothing else in the table (a band such
    /// as `MISI 1 : …`, merged or not). `None` for an ordinary row.
    pub fn lone_text(&self) -> Option<Located<String>> {
        let sheet = self.table.sheet;
        let mut filled = self.table.header.column().filter_map(|col| {
            sheet
                .get(self.row, col)
                .map(|cell| (cell, sheet.origin.at(self.row, col)))
        });
        let (cell, origin) = filled.next()?;
        if filled.next().is_some() {
            return None;
        }
        match &cell.value {
            Value::Text(text) => Some(Located {
                value: text.clone(),
                origin,
            }),
            _ => None,
        }
    }

    /// Reports error cells that no one has read: ratios and growth are computed,
    /// yet the office should know that its own do not work.
    pub fn report_unread_errors(&self, found: &mut Diagnostics) {
        let sheet = self.table.sheet;
        let unread: Vec<CellRef> = self
            .table
            .header
            .column()
            .map(|col| CellRef::new(self.row, col))
            .filter(|at| {
                matches!(
                    sheet.get(at.row, at.col).map(|cell| &cell.value),
                    Some(Value::Error(_))
                )
            })
            .filter(|at| !found.iter().any(|finding| finding.origin.cell == Some(*at)))
            .collect();
        for at in unread {
            if let Some(cell) = sheet.get(at.row, at.col) {
                let _: Entry<String> = cell::broken(cell, sheet.at(at), found);
            }
        }
    }

    /// Origin of the column's cell in this row, filled or not.
    pub fn origin(&self, key: &str) -> Origin {
        let col = self.table.col(key).unwrap_or(0);
        self.table.sheet.origin.at(self.row, col)
    }

    /// Origin of the first filled cell of the row.
    pub fn first_origin(&self) -> Origin {
        let sheet = self.table.sheet;
        let first = self
            .table
            .header
            .column()
            .filter(|col| sheet.get(self.row, *col).is_some())
            .min();
        sheet.at(CellRef::new(self.row, first.unwrap_or(0)))
    }

    /// Adds the money of a coded row to the sheet's control sum, where it can be read.
    pub fn add_control_sum(&self, sum: &mut BTreeMap<Tahun, Decimal>) {
        let coded = self
            .table
            .col("kode")
            .map(|col| self.table.sheet.get(self.row, col).is_some());
        if coded == Some(false) {
            return;
        }
        let key = if self.table.header.has("pagu") {
            "pagu"
        } else {
            "anggaran"
        };
        let mut silent = Diagnostics::new();
        for (tahun, entry) in self.rupiah_per_tahun(key, &mut silent) {
            if let Some(rupiah) = entry.value() {
                *sum.entry(tahun).or_default() += rupiah.decimal();
            }
        }
    }
}
