//! On which page a finding's cell shows.

use crate::diagnostic::Diagnostic;
use crate::pipeline::Inspection;
use crate::preview::{self, Part};
use crate::regulation::Regulation;
use crate::typeset::{self, Typeset};

/// Shorter texts stand everywhere.
const TELLING: usize = 4;

/// The text of every page, and the tables by worksheet.
pub(super) struct Places<'a> {
    /// Without blanks, since lines break where they like.
    page: Vec<String>,
    /// Worksheet and pages of each table.
    table: Vec<(String, Part)>,
    /// First page of the first chapter.
    body: usize,
    inspection: &'a Inspection,
}

impl<'a> Places<'a> {
    pub(super) fn new(
        typeset: &Typeset<'_>,
        regulation: &Regulation,
        inspection: &'a Inspection,
    ) -> Self {
        let page = typeset::text_by_page(typeset);
        let page = page
            .iter()
            .map(|item| item.iter().map(|item| squeeze(&item.text)).collect())
            .collect();
        let table = preview::tables(typeset, regulation, inspection);
        let table = table.into_iter().filter_map(|part| {
            let id = part.tabel.clone()?;
            let sheet = regulation.tabel.get(&id)?.lembar.clone();
            Some((sheet.unwrap_or(id), part))
        });
        let chapter = preview::chapters(typeset, regulation);
        let body = chapter.iter().find(|part| part.bab.is_some());
        Self {
            page,
            table: table.collect(),
            body: body.map_or(1, |part| part.first),
            inspection,
        }
    }

    /// The physical page, from 1, that shows most of the finding's row.
    pub(super) fn find(&self, finding: &Diagnostic) -> Option<usize> {
        if let Some((_, page)) = finding.note.iter().find(|(label, _)| *label == "halaman") {
            return page.split(',').next()?.trim().parse().ok();
        }
        // The RPJMD has sheets of the same names.
        if finding.origin.file != self.inspection.origin().file {
            return None;
        }
        let sheet = finding.origin.sheet.as_deref()?;
        let worksheet = self.inspection.worksheet(sheet);
        let in_table: Vec<usize> = self
            .table
            .iter()
            .filter(|(id, _)| Some(id.as_str()) == worksheet)
            .flat_map(|(_, part)| part.first..=part.last)
            .collect();
        let mut text: Vec<String> = self
            .inspection
            .row_text(&finding.origin)
            .iter()
            .map(|text| squeeze(text))
            .filter(|text| text.len() >= TELLING)
            .collect();
        text.sort();
        text.dedup();
        let anywhere: Vec<usize> = (self.body..=self.page.len()).collect();
        self.best(&text, &in_table)
            .or_else(|| in_table.is_empty().then(|| self.best(&text, &anywhere))?)
            .or_else(|| in_table.first().copied())
    }

    /// The first of the pages that shows more of the texts than any other.
    fn best(&self, text: &[String], page: &[usize]) -> Option<usize> {
        let score = |page: usize| {
            let shown = self.page.get(page - 1);
            shown.map_or(0, |shown| {
                text.iter().filter(|text| shown.contains(*text)).count()
            })
        };
        let mut best = (0, None);
        for &page in page {
            let score = score(page);
            if score > best.0 {
                best = (score, Some(page));
            }
        }
        best.1
    }
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect()
}
