//! A kode in front of the name, in one cell with it: `7.01.02 PROGRAM …`.

use super::code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Entry, Kode, Located};

/// Kode and name, if a text begins with a whole kode and goes on with words.
pub(super) fn split(text: &str) -> Option<(Kode, String)> {
    let text = text.trim_start();
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | 'X' | 'x')))?;
    let (number, name) = text.split_at_checked(end)?;
    let name = name.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, '-' | '–' | '—' | ':' | ')' | '/')
    });
    // A lone number is a list's.
    let kode = number
        .parse::<Kode>()
        .ok()
        .filter(|_| number.contains('.'))?;
    let says = name.starts_with(char::is_alphabetic);
    says.then(|| (kode, name.to_owned()))
}

/// Kode and name of the rows of a table that were typed in one cell.
#[derive(Default)]
pub(super) struct KodeInName {
    first: Option<Located<Kode>>,
    rows: usize,
}

impl KodeInName {
    /// The name of a row without a kode, taken apart if it begins with one.
    pub fn part(&mut self, name: Entry<String>) -> (Entry<Kode>, Entry<String>) {
        let Entry::Filled(typed) = &name else {
            return (Entry::Missing, name);
        };
        let Some((kode, bare)) = split(&typed.value) else {
            return (Entry::Missing, name);
        };
        let kode = Located::new(kode, typed.origin.clone());
        let bare = Located::new(bare, typed.origin.clone());
        self.rows += 1;
        self.first.get_or_insert_with(|| kode.clone());
        (Entry::Filled(kode), Entry::Filled(bare))
    }

    /// Says once how a table was understood.
    pub fn report(&self, tab: &str, out: &mut Diagnostics) {
        let Some(first) = &self.first else { return };
        out.emit(
            Diagnostic::info(
                code::KODE_IN_NAME,
                first.origin.clone(),
                format!(
                    "kode di depan nama pada tabel {} dibaca sebagai kode ({} baris), misalnya {}",
                    tab, self.rows, first.value
                ),
            )
            .hint("tulis kode pada kolom Kode"),
        );
    }
}
