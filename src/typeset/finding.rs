//! What the pages show to be wrong in the workbook's text.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Fact, Origin, Severity};

use super::compile::Typeset;
use super::overlap::{Obstacle, overlap};
use super::text::{TextItem, lacks_glyph, of_page};

/// What the codes of this file mean, for `renstra rule`.
pub const EXPLANATION: &str = include_str!("finding.md");

/// A character that no font has.
const MISSING_GLYPH: Code = Code("T001");
/// Text that is too long for its place.
const OVERFLOW: Code = Code("T002");

/// How many characters around a missing one are shown, on either side.
const CONTEXT: usize = 20;

/// Findings about the pages: characters that no font can show (`T001`), and
/// text that does not fit its place (`T002`).
///
/// A page does not know from which cell its text came; `locate` says where in
/// the workbook a text stands, or names the workbook.
pub fn findings(typeset: &Typeset<'_>, locate: &dyn Fn(&str) -> Origin) -> Diagnostics {
    let mut out = Diagnostics::new();
    missing_glyph(typeset, locate, &mut out);
    overflow(typeset, locate, &mut out);
    out
}

/// One finding a character, for a foreign word would else bring one a letter.
fn missing_glyph(typeset: &Typeset<'_>, locate: &dyn Fn(&str) -> Origin, out: &mut Diagnostics) {
    let mut seen: BTreeMap<char, (Vec<usize>, String)> = BTreeMap::new();
    let pages = (1..).zip(typeset.document.pages());
    for (page, laid_out) in pages.filter(|(_, page)| lacks_glyph(&page.frame)) {
        let item = of_page(laid_out);
        for (index, text) in item.iter().enumerate() {
            for &character in &text.missing {
                let (on_page, _) = seen
                    .entry(character)
                    .or_insert_with(|| (Vec::new(), context(&item, index, character)));
                on_page.push(page);
            }
        }
    }
    for (character, (mut page, context)) in seen {
        page.dedup();
        let code = format!("U+{:04X}", u32::from(character));
        out.emit(
            Diagnostic::error(
                MISSING_GLYPH,
                locate(character.encode_utf8(&mut [0; 4])),
                format!("huruf `{character}` ({code}) tidak ada dalam fon, sehingga tercetak kotak kosong"),
            )
            .note("teks", context)
            .note("halaman", list(&page))
            .fact(Fact::Pages(page))
            .hint("ganti huruf itu di lembar kerja, atau sediakan fon yang memuatnya dengan --font-path"),
        );
    }
}

/// The line around a character, cut to what helps to find it. A missing
/// character is a run of its own, so the neighbouring runs belong to it.
fn context(items: &[TextItem], index: usize, character: char) -> String {
    let here = &items[index];
    let on_line = |other: &&TextItem| other.same_line(here);
    let before: String = items[..index]
        .iter()
        .rev()
        .take_while(on_line)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .map(|other| &*other.text)
        .collect();
    let after: String = items[index + 1..]
        .iter()
        .take_while(on_line)
        .map(|other| &*other.text)
        .collect();
    let line: Vec<char> = format!("{before}{}{after}", here.text).chars().collect();
    let start = before.chars().count();
    let place = line[start..]
        .iter()
        .position(|each| *each == character)
        .unwrap_or(0)
        + start;
    let from = place.saturating_sub(CONTEXT);
    let to = (place + CONTEXT + 1).min(line.len());
    let cut = |is_cut| if is_cut { "…" } else { "" };
    let shown: String = line[from..to].iter().collect();
    format!("{}{}{}", cut(from > 0), shown.trim(), cut(to < line.len()))
}

/// One finding a text, for a header stands on every page of its table.
fn overflow(typeset: &Typeset<'_>, locate: &dyn Fn(&str) -> Origin, out: &mut Diagnostics) {
    let mut seen: BTreeMap<String, (Vec<usize>, Obstacle)> = BTreeMap::new();
    for found in overlap(typeset) {
        let entry = seen
            .entry(found.text)
            .or_insert_with(|| (Vec::new(), found.obstacle));
        entry.0.push(found.page);
    }
    // What cannot be read must not be signed.
    let severity = if typeset.is_draft() {
        Severity::Warning
    } else {
        Severity::Error
    };
    for (text, (mut page, obstacle)) in seen {
        page.dedup();
        let what = match obstacle {
            Obstacle::PageEdge => "keluar dari tepi halaman".to_owned(),
            Obstacle::Border => "melewati garis kolomnya".to_owned(),
            Obstacle::Text(other) => format!("menimpa teks `{}`", other.trim()),
        };
        out.emit(
            Diagnostic::new(
                OVERFLOW,
                severity,
                locate(&text),
                format!("teks `{}` {what}", text.trim()),
            )
            .note("halaman", list(&page))
            .fact(Fact::Pages(page))
            .hint("pendekkan teks itu, atau pisahkan kata yang panjang dengan spasi"),
        );
    }
}

/// `3, 7, 12`.
fn list(pages: &[usize]) -> String {
    pages
        .iter()
        .map(usize::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}
