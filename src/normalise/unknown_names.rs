//! Sheets that name what another table has: rows whose indicator or kode no table knows.

use std::collections::BTreeSet;

use super::code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{BarisMatriks, Entry, Indikator, Located, Renstra, Worksheet, text};

/// Reports them.
pub(super) fn report(renstra: &Renstra, out: &mut Diagnostics) {
    indicators(renstra, out);
    for lembar in [Worksheet::Tematik, Worksheet::Renja] {
        kode(renstra, lembar, out);
    }
}

fn cells<'a>(
    renstra: &'a Renstra,
    lembar: Worksheet,
    key: &'static str,
) -> impl Iterator<Item = &'a Located<String>> {
    let rows = renstra.matriks.get(&lembar).into_iter().flatten();
    rows.filter_map(move |row: &BarisMatriks| row.sel.get(key).and_then(Entry::located))
}

fn indicators(renstra: &Renstra, out: &mut Diagnostics) {
    let table = &renstra.pendanaan;
    let program = table.program.iter().flat_map(|program| {
        let kegiatan = program.kegiatan.iter().flat_map(|kegiatan| {
            let sub = kegiatan.sub_kegiatan.iter();
            kegiatan
                .baris
                .indikator
                .iter()
                .chain(sub.flat_map(|sub| &sub.baris.indikator))
        });
        program.baris.indikator.iter().chain(kegiatan)
    });
    let goal = renstra.tujuan.iter().flat_map(|tujuan| {
        let sasaran = tujuan.sasaran.iter().flat_map(|sasaran| &sasaran.indikator);
        tujuan.indikator.iter().chain(sasaran)
    });
    let butir = table.tujuan.iter().chain(&table.sasaran);
    let known: BTreeSet<String> = program
        .chain(goal)
        .chain(butir.flat_map(|butir| &butir.indikator))
        .chain(renstra.iku.iter().map(|iku| &iku.indikator))
        .chain(renstra.ikk.iter().map(|ikk| &ikk.indikator))
        .chain(&renstra.kinerja_urusan)
        .map(|indikator: &Indikator| text::same_form(&indikator.uraian.value))
        .collect();
    for named in cells(renstra, Worksheet::ManualIndikator, "indikator") {
        if known.contains(&text::same_form(&named.value)) {
            continue;
        }
        let message = format!(
            "indikator \"{}\" pada Manual Indikator tidak ada pada tabel mana pun",
            text::one_line(&named.value)
        );
        out.emit(
            Diagnostic::warning(code::UNKNOWN_INDIKATOR, named.origin.clone(), message)
                .hint("samakan bunyinya dengan indikator pada tabel tujuan, sasaran, pendanaan, IKU, atau IKK, atau hapus barisnya"),
        );
    }
}

fn kode(renstra: &Renstra, lembar: Worksheet, out: &mut Diagnostics) {
    for named in cells(renstra, lembar, "kode") {
        if !renstra.of_kode(&named.value).is_empty() {
            continue;
        }
        let message = format!(
            "kode \"{}\" tidak ada pada tabel pendanaan",
            text::one_line(&named.value)
        );
        out.emit(
            Diagnostic::warning(code::UNKNOWN_KODE, named.origin.clone(), message)
                .hint("tulis kode program, kegiatan, atau sub kegiatan seperti pada tabel pendanaan, atau hapus barisnya"),
        );
    }
}
