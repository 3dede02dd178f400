//! Chapters and tables with their pages.

use crate::pipeline::Inspection;
use crate::regulation::{Regulation, roman};
use crate::typeset::{self, Typeset};

/// A chapter or a table, with the physical pages it stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Title as printed.
    pub title: String,
    /// The chapter's number, where it is one.
    pub bab: Option<u16>,
    /// The table's id, where it is one.
    pub tabel: Option<String>,
    /// First physical page, from 1.
    pub first: usize,
    /// Last physical page.
    pub last: usize,
}

/// What stands under a heading of the first level, front matter and the
/// draft's last pages included, in order. Each begins on a page of its own.
pub fn chapters(typeset: &Typeset<'_>, regulation: &Regulation) -> Vec<Part> {
    let heading = typeset::outline(typeset);
    let top: Vec<_> = heading.iter().filter(|each| each.level == 1).collect();
    let total = typeset.page_count();
    let end = |index: usize| {
        let next = top.get(index + 1);
        next.map_or(total, |next| next.page.saturating_sub(1))
    };
    top.iter()
        .enumerate()
        .map(|(index, heading)| Part {
            title: heading.title.clone(),
            bab: regulation.bab.iter().map(|bab| bab.nomor).find(|nomor| {
                heading
                    .title
                    .starts_with(&format!("BAB {} ", roman(*nomor)))
            }),
            tabel: None,
            first: heading.page,
            last: end(index).max(heading.page),
        })
        .collect()
}

/// The tables that the document shows, in order.
pub fn tables(
    typeset: &Typeset<'_>,
    regulation: &Regulation,
    inspection: &Inspection,
) -> Vec<Part> {
    let mut part = Vec::new();
    for span in typeset::table_pages(typeset) {
        let id = regulation.tabel.keys().find(|id| {
            let number = inspection.table_number(id);
            number.is_some_and(|number| span.number == format!("Tabel {number}"))
        });
        part.push(Part {
            title: span.number,
            bab: None,
            tabel: id.cloned(),
            first: span.first,
            last: span.last,
        });
    }
    part
}
