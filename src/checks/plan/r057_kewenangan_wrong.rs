#![doc = include_str!("r057_kewenangan_wrong.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R057"),
    severity: Severity::Error,
    text: include_str!("r057_kewenangan_wrong.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let daerah = subject.renstra.identitas.daerah.value();
    let Some(daerah) = daerah.or(subject.config.daerah.nama.as_ref()) else {
        return;
    };
    let daerah = daerah.to_lowercase();
    let (right, kind) = match daerah.split_whitespace().next() {
        Some("kota" | "kabupaten" | "kab.") => ("2", "kabupaten/kota"),
        Some("provinsi" | "daerah") => ("1", "provinsi"),
        _ => return,
    };
    for (level, row) in plan::coded(subject.renstra) {
        let digit = row.kode.value.segment().get(3);
        if digit.is_none_or(|digit| digit == right) {
            continue;
        }
        out.emit(
            RULE.finding(
                row.kode.origin.clone(),
                format!("kode {level} {} bukan kewenangan {kind}", row.kode.value),
            )
            .path(row.kode.value.to_string())
            .hint(format!("angka keempat pada kode {kind} adalah {right}")),
        );
    }
}
