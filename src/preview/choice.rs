//! What the user wants to see: `--bab 6`, `--bab VI`, `--bab 2,4`, `--tabel T-C.27`.

use std::str::FromStr;

use crate::pipeline::Inspection;
use crate::regulation::{Regulation, roman};
use crate::typeset::{PageRanges, Typeset};

use super::part::{chapters, tables};

/// Chapters by number, and tables as the user named them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    bab: Vec<u16>,
    tabel: Vec<String>,
}

/// Why a choice cannot be shown.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChoiceError {
    /// Neither a number nor a Roman numeral.
    #[error("\"{0}\" bukan nomor bab; tulis misalnya 6, VI, atau 2,4")]
    Number(String),
    /// The regulation has no such chapter.
    #[error("bab {0} tidak ada dalam {1}; yang ada: bab {2} sampai {3}")]
    NoChapter(String, String, String, String),
    /// The regulation has no such table.
    #[error("tabel \"{0}\" tidak dikenal dalam {1}; daftar tabel: renstra formats")]
    UnknownTable(String, String),
    /// The document leaves the table out.
    #[error("tabel {0} tidak dicetak, karena lembarnya tidak berisi")]
    TableNotShown(String),
    /// Nothing was asked for.
    #[error("sebutkan yang ingin dilihat: --bab 6, --bab 2,4, atau --tabel T-C.27")]
    Nothing,
}

impl Choice {
    /// Reads the texts of `--bab` and `--tabel`.
    ///
    /// # Errors
    /// If one is no chapter's number, or both are empty.
    pub fn parse(bab: &[String], tabel: &[String]) -> Result<Self, ChoiceError> {
        let mut choice = Self::default();
        for text in bab.iter().flat_map(|text| text.split(',')) {
            let number = number(text.trim())?;
            if !choice.bab.contains(&number) {
                choice.bab.push(number);
            }
        }
        for text in tabel.iter().flat_map(|text| text.split(',')) {
            let name = text.trim().to_owned();
            if !name.is_empty() && !choice.tabel.contains(&name) {
                choice.tabel.push(name);
            }
        }
        if choice.bab.is_empty() && choice.tabel.is_empty() {
            return Err(ChoiceError::Nothing);
        }
        Ok(choice)
    }

    /// For file names: `bab-6`, `bab-2-4`, `t-c-27`.
    pub fn slug(&self) -> String {
        let mut part = Vec::new();
        if !self.bab.is_empty() {
            part.push("bab".to_owned());
            part.extend(self.bab.iter().map(u16::to_string));
        }
        let table = self.tabel.iter().map(|name| table_slug(name));
        part.extend(table);
        part.join("-")
    }

    /// The chosen pages of a laid out document.
    ///
    /// # Errors
    /// If the regulation or the document has no such chapter or table.
    pub fn pages(
        &self,
        inspection: &Inspection,
        typeset: &Typeset<'_>,
    ) -> Result<PageRanges, ChoiceError> {
        let regulation = &inspection.regulation;
        let mut page = Vec::new();
        let bab = chapters(typeset, regulation);
        for number in &self.bab {
            let Some(found) = bab.iter().find(|part| part.bab == Some(*number)) else {
                return Err(no_chapter(*number, regulation));
            };
            page.extend(found.first..=found.last);
        }
        let shown = tables(typeset, regulation, inspection);
        for name in &self.tabel {
            let Some(id) = table_id(name, regulation, inspection) else {
                return Err(ChoiceError::UnknownTable(
                    name.clone(),
                    regulation.nama.clone(),
                ));
            };
            let Some(found) = shown.iter().find(|part| part.tabel.as_ref() == Some(&id)) else {
                return Err(ChoiceError::TableNotShown(name.clone()));
            };
            page.extend(found.first..=found.last);
        }
        PageRanges::of(page).ok_or(ChoiceError::Nothing)
    }
}

/// `6` or `VI`, in either case of letters.
fn number(text: &str) -> Result<u16, ChoiceError> {
    let unreadable = || ChoiceError::Number(text.to_owned());
    if let Ok(number) = u16::from_str(text) {
        return Ok(number);
    }
    let upper = text.to_uppercase();
    // A regulation has a dozen chapters at most.
    (1..=99)
        .find(|number| roman(*number) == upper)
        .ok_or_else(unreadable)
}

fn no_chapter(number: u16, regulation: &Regulation) -> ChoiceError {
    let name =
        |bab: Option<&crate::regulation::Bab>| bab.map(|bab| roman(bab.nomor)).unwrap_or_default();
    ChoiceError::NoChapter(
        number.to_string(),
        regulation.nama.clone(),
        name(regulation.bab.first()),
        name(regulation.bab.last()),
    )
}

fn table_slug(name: &str) -> String {
    let sign = |c: char| if c.is_alphanumeric() { c } else { '-' };
    name.to_lowercase().chars().map(sign).collect()
}

/// A table by its number in the annex, its id, or its number in the document:
/// `T-C.27`, `t-c-27`, `6.1`, each perhaps behind the word `Tabel`.
fn table_id(name: &str, regulation: &Regulation, inspection: &Inspection) -> Option<String> {
    let name = match name.split_once(' ') {
        Some((word, rest)) if word.eq_ignore_ascii_case("tabel") => rest.trim(),
        _ => name,
    };
    let slug = table_slug(name);
    let known = regulation.tabel.iter().find(|(id, tabel)| {
        **id == slug
            || tabel
                .kode
                .as_deref()
                .is_some_and(|kode| table_slug(kode) == slug)
            || inspection.table_number(id) == Some(name)
    });
    known.map(|(id, _)| id.clone())
}
