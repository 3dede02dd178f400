//! T-B.35 rows to main problems, problems and roots.

use super::code;
use crate::diagnostic::{Diagnostic, Diagnostics, Origin};
use crate::model::{Entry, Masalah, MasalahPokok};
use crate::sheets::worksheets::permasalahan::PermasalahanRow;

/// Joins each row to the parents above it.
pub fn nest(row: Vec<PermasalahanRow>, out: &mut Diagnostics) -> Vec<MasalahPokok> {
    let mut list: Vec<MasalahPokok> = Vec::new();
    for PermasalahanRow {
        masalah_pokok,
        masalah,
        akar_masalah,
    } in row
    {
        if let Entry::Filled(uraian) = masalah_pokok
            && list
                .last()
                .is_none_or(|last| !uraian.continues(&last.uraian))
        {
            list.push(MasalahPokok {
                uraian,
                masalah: Vec::new(),
            });
        }
        let Some(pokok) = list.last_mut() else {
            let first = masalah.located().or(akar_masalah.located());
            let origin = first.map(|cell| cell.origin.clone());
            report(origin, "masalah", "masalah pokok", out);
            continue;
        };
        if let Entry::Filled(uraian) = masalah
            && pokok
                .masalah
                .last()
                .is_none_or(|last| !uraian.continues(&last.uraian))
        {
            pokok.masalah.push(Masalah {
                uraian,
                akar_masalah: Vec::new(),
            });
        }
        if let Entry::Filled(akar) = akar_masalah {
            match pokok.masalah.last_mut() {
                Some(masalah) => masalah.akar_masalah.push(akar),
                None => report(Some(akar.origin), "akar masalah", "masalah", out),
            }
        }
    }
    list
}

fn report(origin: Option<Origin>, child: &str, parent: &str, out: &mut Diagnostics) {
    if let Some(origin) = origin {
        out.emit(
            Diagnostic::error(
                code::MASALAH_WITHOUT_PARENT,
                origin,
                format!("{child} ini tidak berada di bawah {parent} mana pun"),
            )
            .hint(format!("isi kolom {parent} pada baris ini atau di atasnya")),
        );
    }
}
