//! What a sheet says once of how it was read: the ways of typing, with cells quoted.

use std::collections::BTreeMap;

use crate::diagnostic::{CellRef, Diagnostic, Diagnostics, some_cells};
use crate::sheets::cell;
use crate::sheets::code;
use crate::workbook::Sheet;

/// How many cells of a way of typing are quoted.
const QUOTED: usize = 3;

/// A way of typing. Ordered as the finding tells them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::sheets) enum Habit {
    Ditto,
    Kode,
    Money,
    ForeignStyle,
    Count,
    DecimalPoint,
    Wrapped,
    Merged,
    Subbab,
    Label,
    Value,
    Law,
}

impl Habit {
    /// How the finding calls it.
    fn label(self) -> &'static str {
        match self {
            Self::Ditto => "tanda sama dengan sel di atasnya",
            Self::Kode => "kode",
            Self::Money => "jumlah uang",
            Self::ForeignStyle => "jumlah uang bergaya asing",
            Self::Count => "jumlah dengan satuannya",
            Self::DecimalPoint => "titik desimal dicetak sebagai koma",
            Self::Wrapped => "baris yang terpotong di tengah kalimat disambung",
            Self::Merged => "sel gabungan dibaca pada setiap baris yang dicakupnya",
            Self::Subbab => "nomor subbab",
            Self::Label => "label",
            Self::Value => "isian",
            Self::Law => "dasar hukum",
        }
    }
}

/// What is told: the cell, the text as typed, what it is read as.
#[derive(Default)]
pub(in crate::sheets) struct Said(BTreeMap<Habit, Vec<(CellRef, String, String)>>);

impl Said {
    pub(in crate::sheets) fn say(&mut self, habit: Habit, at: CellRef, typed: &str, read: String) {
        self.0
            .entry(habit)
            .or_default()
            .push((at, typed.to_owned(), read));
    }

    pub(in crate::sheets) fn extend(&mut self, other: Self) {
        for (habit, list) in other.0 {
            self.0.entry(habit).or_default().extend(list);
        }
    }

    /// One information a sheet; none where nothing was said.
    pub(in crate::sheets) fn tell(&self, sheet: &Sheet, out: &mut Diagnostics) {
        let Some(first) = self.0.values().flatten().map(|(at, ..)| *at).min() else {
            return;
        };
        let mut finding = Diagnostic::info(
            code::READ_AS,
            sheet.at(first),
            "sebagian isian lembar ini dibaca menurut cara pengetikannya",
        )
        .hint("periksa apakah artinya memang demikian; ketik ulang bila tidak");
        for (habit, list) in &self.0 {
            let quoted = some_cells(list, QUOTED, "; ", |(at, typed, read)| {
                format!("{at} \"{}\" → {}", cell::short(typed), cell::short(read))
            });
            finding = finding.note(habit.label(), quoted);
        }
        out.emit(finding);
    }
}
