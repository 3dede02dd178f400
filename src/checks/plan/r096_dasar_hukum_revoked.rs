#![doc = include_str!("r096_dasar_hukum_revoked.md")]

use super::{Rule, Subject};
use crate::checks::shared::{law, plan};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::text;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R096"),
    severity: Severity::Warning,
    text: include_str!("r096_dasar_hukum_revoked.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let identitas = &subject.renstra.identitas;
    // What was in force when the plan was fixed was right.
    let signed = identitas.tanggal.value().map(|tanggal| tanggal.tahun());
    let Some(year) = signed.or_else(|| subject.periode.map(|periode| periode.awal.get())) else {
        return;
    };
    for own in &identitas.dasar_hukum {
        let plain = text::plain(&own.value);
        let of_regulation = subject.regulation.dasar_hukum_dicabut.iter();
        for law in of_regulation.filter(|law| law.is_in(&plain)) {
            let mut finding = RULE
                .finding(own.origin.clone(), format!("{} sudah dicabut", law.nama))
                .path(plan::one_line(&own.value))
                .hint("ganti dengan peraturan penggantinya");
            if let Some(pengganti) = &law.pengganti {
                finding = finding.note("pengganti", pengganti.clone());
            }
            out.emit(finding);
        }
        let superseded = law::superseded().iter();
        for law in superseded.filter(|law| law.sampai < year && law.is_in(&plain)) {
            let hint = if law.terbaca {
                "ganti dengan peraturan penggantinya"
            } else {
                "periksa pada JDIH, lalu ganti dengan peraturan penggantinya; daftar pada program ini belum dicocokkan dengan naskah peraturannya"
            };
            out.emit(
                RULE.finding(
                    own.origin.clone(),
                    format!("{} sudah tidak berlaku bagi Renstra tahun {year}", law.nama),
                )
                .path(plan::one_line(&own.value))
                .note("pengganti", law.pengganti.clone())
                .note("sumber", law.sumber.clone())
                .hint(hint),
            );
        }
    }
}
