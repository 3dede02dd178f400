//! A label of Identitas that has two values: the last one is used, and the other one is
//! named, for it vanishes.

use crate::diagnostic::{CellRef, Diagnostic, Diagnostics, Scope};
use crate::sheets::cell::{one_line, short, shown};
use crate::sheets::code;
use crate::workbook::Sheet;

/// Labels that may have several values.
const SEVERAL: [&str; 6] = [
    "Bidang Urusan",
    "Dasar Hukum",
    "Lampiran",
    "SK Tim Penyusun",
    "Berita Acara Forum",
    "Berita Acara Verifikasi",
];

/// Reports values that a later one of the same label stands for; `taken` are the labels
/// and the cells of their values, in their order.
pub(super) fn report(sheet: &Sheet, taken: &[(&'static str, CellRef)], out: &mut Diagnostics) {
    let text = |at: CellRef| {
        let found = sheet.get(at.row, at.col);
        found
            .map(|found| one_line(&shown(found)))
            .unwrap_or_default()
    };
    for (place, (label, at)) in taken.iter().enumerate() {
        let later = taken.iter().skip(place + 1);
        let Some((_, last)) = later.rev().find(|(own, _)| own == label) else {
            continue;
        };
        let (own, used) = (text(*at), text(*last));
        if SEVERAL.contains(label) || own == used {
            continue;
        }
        let message = format!(
            "{label} diisi dua kali: yang dipakai {last} \"{}\", sedangkan \"{}\" tidak dicetak",
            short(&used),
            short(&own)
        );
        out.emit(
            Diagnostic::error(code::BAD_VALUE, sheet.at(*at), message)
                .unprinted(Scope::Cell)
                .hint("hapus salah satunya"),
        );
    }
}
