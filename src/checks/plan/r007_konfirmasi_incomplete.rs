#![doc = include_str!("r007_konfirmasi_incomplete.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Konfirmasi, Level, TanggungJawab, Worksheet, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R007"),
    severity: Severity::Warning,
    text: include_str!("r007_konfirmasi_incomplete.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    // That there is none at all is another rule's finding.
    if renstra.konfirmasi.is_empty() {
        return;
    }
    let unit = renstra.tanggung_jawab();
    for one in &unit {
        unconfirmed(subject, one, out);
    }
    for row in &renstra.konfirmasi {
        let name = &row.unit;
        let known = renstra.is_unit_known(&name.value)
            || unit
                .iter()
                .filter_map(|one| one.unit)
                .any(|unit| text::same(&unit.value, &name.value));
        if !known && !renstra.struktur.is_empty() {
            out.emit(
                RULE.finding(name.origin.clone(),
                    format!(
                        "unit \"{}\" pada lembar Konfirmasi tidak ada pada lembar Struktur",
                        plan::one_line(&name.value)
                    ),
                )
                .path(plan::one_line(&name.value))
                .hint("samakan namanya dengan jabatan pada lembar Struktur atau unit penanggung jawab pada tabel"),
            );
        }
        unfilled(row, out);
    }
}

/// A unit without a row. One that Struktur does not know has no head who could
/// confirm; that is another rule's finding.
fn unconfirmed(subject: &Subject<'_>, one: &TanggungJawab<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    let Some(unit) = one.unit else { return };
    let known = renstra.struktur.is_empty() || renstra.is_unit_known(&unit.value);
    if !known || !renstra.konfirmasi_of(&unit.value).is_empty() {
        return;
    }
    let name = plan::one_line(&unit.value);
    out.emit(
        RULE.finding(plan::sheet_origin(subject, Worksheet::Konfirmasi),
            format!("{name} belum mengonfirmasi hal yang menjadi tanggung jawabnya"),
        )
        .path(name)
        .figure("tanggung jawab", burden(one), [unit.origin.clone()])
        .hint("kepala unit itu memeriksa indikator dan targetnya, lalu menulis nama dan tanggal pada lembar Konfirmasi"),
    );
}

/// `1 IKU, 2 program`: what the unit answers for.
fn burden(one: &TanggungJawab<'_>) -> String {
    let count = |wanted| {
        let level = one.program.iter().map(|(level, _)| *level);
        level.filter(|level| *level == wanted).count()
    };
    let part = [
        (one.iku.len(), "IKU"),
        (count(Level::Program), "program"),
        (count(Level::Kegiatan), "kegiatan"),
        (count(Level::SubKegiatan), "sub kegiatan"),
    ];
    let part = part.into_iter().filter(|(count, _)| *count > 0);
    let part: Vec<String> = part
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    part.join(", ")
}

fn unfilled(row: &Konfirmasi, out: &mut Diagnostics) {
    let blank = [
        ("nama", row.nama.is_missing(), row.nama.origin()),
        ("tanggal", row.tanggal.is_missing(), row.tanggal.origin()),
    ];
    let blank: Vec<_> = blank.into_iter().filter(|(_, blank, _)| *blank).collect();
    let Some((_, _, first)) = blank.first() else {
        return;
    };
    let name = plan::one_line(&row.unit.value);
    let what: Vec<&str> = blank.iter().map(|(what, ..)| *what).collect();
    out.emit(
        RULE.finding(
            first.unwrap_or(&row.unit.origin).clone(),
            format!("konfirmasi {name} belum menyebut {}", what.join(" dan ")),
        )
        .path(name)
        .hint("isi nama pejabat yang mengonfirmasi dan tanggalnya"),
    );
}
