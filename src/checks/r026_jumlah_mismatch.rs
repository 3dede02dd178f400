#![doc = include_str!("r026_jumlah_mismatch.md")]

use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::{Entry, Rupiah};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R026"),
    severity: Severity::Warning,
    text: include_str!("r026_jumlah_mismatch.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let table = &subject.renstra.pendanaan;
    for total in &table.jumlah {
        for (tahun, typed) in &total.pagu {
            compare(
                &format!("tahun {tahun}"),
                typed,
                table.pagu_year(*tahun),
                out,
            );
        }
        compare(
            "seluruh periode",
            &total.pagu_akhir,
            table.pagu_total(),
            out,
        );
    }
}

fn compare(what: &str, typed: &Entry<Rupiah>, sum: Option<Rupiah>, out: &mut Diagnostics) {
    let (Some(typed), Some(sum)) = (typed.located(), sum) else {
        return;
    };
    if typed.value == sum {
        return;
    }
    out.emit(
        Diagnostic::warning(
            RULE.code,
            typed.origin.clone(),
            format!("baris jumlah {what} tidak sama dengan jumlah pagu seluruh program"),
        )
        .figure(
            "baris jumlah",
            format!("Rp{}", typed.value),
            [typed.origin.clone()],
        )
        .figure("dihitung", format!("Rp{sum}"), [])
        .hint("periksa rumus jumlahnya; dokumen selalu mencetak hasil hitungan"),
    );
}
