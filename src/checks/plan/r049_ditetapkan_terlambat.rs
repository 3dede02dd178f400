#![doc = include_str!("r049_ditetapkan_terlambat.md")]

use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostics, Origin, Severity};
use crate::model::Tahap;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R049"),
    severity: Severity::Warning,
    text: include_str!("r049_ditetapkan_terlambat.md"),
    check,
};

const DAY: i64 = 86_400;

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let identitas = &subject.renstra.identitas;
    let jadwal = &subject.config.jadwal;
    let (Some(signed), Some(rpjmd), Some(batas)) = (
        identitas.tanggal.located(),
        jadwal.rpjmd_ditetapkan,
        jadwal.batas_hari,
    ) else {
        return;
    };
    // A draft's date fixes nothing, and one agency's change follows no RPJMD.
    let draft = identitas
        .tahap
        .value()
        .is_some_and(|tahap| *tahap != Tahap::Final);
    if draft || (identitas.perubahan && !subject.config.dokumen.perubahan) {
        return;
    }
    let days = (signed.value.unix() - rpjmd.unix()) / DAY;
    let late = days - i64::from(batas);
    if late <= 0 {
        return;
    }
    out.emit(
        RULE.finding(signed.origin.clone(),
            format!("Renstra ditetapkan {late} hari sesudah batas waktu"),
        )
        .figure("Renstra", signed.value.to_string(), [signed.origin.clone()])
        .figure("RPJMD", rpjmd.to_string(), std::iter::empty::<Origin>())
        .note("jarak", format!("{days} hari, batas {batas} hari"))
        .hint("betulkan tanggal pada lembar Identitas atau tabel jadwal pada renstra.toml; bila memang terlambat, jelaskan sebabnya"),
    );
}
