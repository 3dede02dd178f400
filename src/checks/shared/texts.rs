//! The texts of a plan that somebody wrote, wherever they are.

use super::prose::typed;
use crate::checks::rule::Subject;
use crate::diagnostic::Origin;

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text of the sheet Narasi.
    Narasi,
    /// Duties and functions.
    Tugas,
    /// An item of the legal basis.
    DasarHukum,
    /// The title above a table.
    Judul,
}

/// A text with its cell.
#[derive(Debug)]
pub struct Text<'a> {
    /// What it is.
    pub kind: Kind,
    /// Slot of the sheet Narasi; empty for others.
    pub slot: &'a str,
    /// The text, without its placeholders.
    pub content: String,
    /// The cell.
    pub origin: &'a Origin,
}

/// All of them in the order narrative, duties, laws, titles.
pub fn texts<'a>(subject: &'a Subject<'_>) -> Vec<Text<'a>> {
    let renstra = subject.renstra;
    let text = |kind, slot, text: &str, origin| Text {
        kind,
        slot,
        content: typed(text),
        origin,
    };
    let narasi = renstra.narasi.iter().map(|narasi| {
        let slot = narasi.slot.value.as_str();
        text(Kind::Narasi, slot, &narasi.isi.value, &narasi.isi.origin)
    });
    let duties = renstra.tugas_fungsi.iter().flat_map(|post| {
        let list = post.tugas.iter().chain(&post.fungsi);
        list.map(|duty| text(Kind::Tugas, "", &duty.value, &duty.origin))
    });
    let laws = renstra.identitas.dasar_hukum.iter();
    let laws = laws.map(|law| text(Kind::DasarHukum, "", &law.value, &law.origin));
    let captions = renstra.tambahan.iter();
    let captions = captions.map(|table| text(Kind::Judul, "", &table.judul, &table.origin));
    let titles = subject.judul.iter();
    let titles = titles.map(|title| text(Kind::Judul, "", &title.value, &title.origin));
    narasi
        .chain(duties)
        .chain(laws)
        .chain(captions)
        .chain(titles)
        .collect()
}
