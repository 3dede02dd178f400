#![doc = include_str!("r048_tahun_transisi_unsaid.md")]

use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::Worksheet;
use crate::regulation::{Bab, Part};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R048"),
    severity: Severity::Warning,
    text: include_str!("r048_tahun_transisi_unsaid.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let transition = subject.regulation.tahun_transisi;
    let (Some(periode), true) = (subject.periode, transition > 0) else {
        return;
    };
    let pendanaan = Worksheet::Pendanaan.id();
    let funds = |part: &Part| matches!(part, Part::Tabel(id) if id == pendanaan);
    let Some(bab) = subject
        .regulation
        .bab
        .iter()
        .find(|bab| bab.part().any(funds))
    else {
        return;
    };
    let text: Vec<_> = subject
        .renstra
        .narasi
        .iter()
        .filter(|narasi| is_in(&narasi.slot.value, bab))
        .collect();
    // Without any text the chapter is unwritten, which another rule says.
    let Some(first) = text.first() else { return };
    let year = (periode.akhir.get() + transition).to_string();
    if text.iter().any(|narasi| narasi.isi.value.contains(&year)) {
        return;
    }
    out.emit(
        RULE.finding(first.isi.origin.clone(),
            format!("naskah bab {} belum menerangkan program tahun {year}", bab.nomor),
        )
        .hint(format!(
            "tambahkan keterangan bahwa program tahun {year} menjaga kesinambungan dan menjadi pijakan Renja tahun {year}"
        )),
    );
}

/// Whether a text belongs to the chapter or one of its subchapters.
fn is_in(slot: &str, bab: &Bab) -> bool {
    let chapter = slot.split('.').next().unwrap_or_default();
    chapter == bab.slot
}
