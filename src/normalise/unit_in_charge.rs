//! The unit in charge, where the funding table of Inmendagri 2/2025 has no column for it.
//!
//! Offices then name it in the column of the agency, in which SIPD exports agencies
//! (`2.15.0.00.0.00.01.0000 - Dinas Perhubungan`) and units that have a code of their
//! own (`….0002 - RSUD Genteng`).

use crate::model::kode::KodeOpd;
use crate::model::{Entry, Identitas, Located, NamaOpd};
use crate::sheets::worksheets::program_kegiatan::ProgramRow;

/// Gives rows the unit that their column of the agency names. A column that names no
/// unit at all is one of agencies, and says nothing of who answers within them.
pub(super) fn from_agency(rows: &mut [ProgramRow], identitas: &Identitas) {
    let agency = NamaOpd::of(identitas);
    let unit = |row: &ProgramRow| unit(&row.baris.perangkat_daerah, &agency);
    let lacks = |row: &ProgramRow| row.inmendagri_2025 && matches!(row.baris.unit, Entry::Missing);
    if !rows.iter().any(|row| lacks(row) && unit(row).is_some()) {
        return;
    }
    for row in rows.iter_mut().filter(|row| lacks(row)) {
        row.baris.unit = match (unit(row), row.baris.perangkat_daerah.origin()) {
            (Some(unit), _) => Entry::Filled(unit),
            (None, Some(origin)) => Entry::Empty(origin.clone()),
            (None, None) => Entry::Missing,
        };
    }
}

/// The unit that a cell of agencies names; `None` for the agency itself.
fn unit(cell: &Entry<String>, agency: &NamaOpd) -> Option<Located<String>> {
    let cell = cell.located()?;
    let (kode, name) = split(&cell.value);
    let is_agency = kode.is_some_and(|kode| kode.is_induk()) || agency.has(name);
    (!is_agency && !agency.has(&cell.value))
        .then(|| Located::new(name.to_owned(), cell.origin.clone()))
}

/// Kode and name of `1.02.0.00.0.00.01.0002 - RSUD Genteng`.
fn split(text: &str) -> (Option<KodeOpd>, &str) {
    let text = text.trim();
    let end = text
        .find(|c: char| !(c.is_ascii_digit() || c == '.'))
        .unwrap_or(text.len());
    let (kode, name) = text.split_at(end);
    match kode.parse() {
        Ok(kode) => {
            let sign = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | ':');
            (Some(kode), name.trim_start_matches(sign))
        }
        Err(_) => (None, text),
    }
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_code_stands_before_the_name() {
        let (kode, name) = split("1.02.0.00.0.00.01.0002 - RSUD Genteng");
        assert!(kode.is_some_and(|kode| !kode.is_induk()));
        assert_eq!(name, "RSUD Genteng");
        assert_eq!(split("Bidang Lalu Lintas").1, "Bidang Lalu Lintas");
    }
}
