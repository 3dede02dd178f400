#![doc = include_str!("r124_technical_program_at_secretariat.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Jabatan, Kode, Renstra, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R124"),
    severity: Severity::Warning,
    text: include_str!("r124_technical_program_at_secretariat.md"),
    check,
};

/// Number of the program that serves the agency itself, in every bidang.
const PENUNJANG: &str = "01";

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    let Some(technical) = technical_post(renstra) else {
        return;
    };
    // An agency that is a secretariat has no other.
    let nama = renstra.identitas.nama.value();
    if nama.is_some_and(|nama| is_secretariat(nama)) {
        return;
    }
    for program in &renstra.pendanaan.program {
        let row = &program.baris;
        let Some(unit) = row
            .unit
            .located()
            .filter(|unit| is_secretariat(&unit.value))
        else {
            continue;
        };
        if row.is_implied() || is_penunjang(&row.kode.value) {
            continue;
        }
        out.emit(
            RULE.finding(
                unit.origin.clone(),
                format!(
                    "program teknis {} dipegang {}",
                    row.kode.value,
                    plan::one_line(&unit.value)
                ),
            )
            .path(row.kode.value.to_string())
            .quote("unit", unit)
            .quote("unit teknis pada Struktur, misalnya", &technical.jabatan)
            .hint("isi unit teknis yang melaksanakan program ini; biarkan bila memang Sekretariat"),
        );
    }
}

/// A post below the head that is not the secretariat's.
fn technical_post(renstra: &Renstra) -> Option<&Jabatan> {
    let head = renstra.struktur.iter().find(|post| post.atasan.is_none())?;
    renstra.struktur.iter().find(|post| {
        let is_below_head = post
            .atasan
            .as_ref()
            .is_some_and(|above| text::same(&above.value, &head.jabatan.value));
        is_below_head && !is_secretariat(&post.jabatan.value)
    })
}

fn is_secretariat(unit: &str) -> bool {
    let plain = text::plain(unit);
    plain.starts_with("sekretariat") || plain.starts_with("sekretaris")
}

fn is_penunjang(kode: &Kode) -> bool {
    kode.segment()
        .get(2)
        .is_some_and(|number| number == PENUNJANG)
}
