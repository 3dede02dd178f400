#![doc = include_str!("r024_anggaran_total_mismatch.md")]

use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{AnggaranRealisasi, PerTahun, Rupiah, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R024"),
    severity: Severity::Warning,
    text: include_str!("r024_anggaran_total_mismatch.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let row = &subject.renstra.anggaran_realisasi;
    let Some(total) = row.iter().find(|row| row.jumlah) else {
        return;
    };
    let mut part: Vec<&AnggaranRealisasi> = row.iter().filter(|row| !row.jumlah).collect();
    // Where programs stand over their kegiatan, only programs add up to the total.
    let is_program = |row: &&AnggaranRealisasi| {
        let name = text::plain(&row.uraian.value);
        name.trim_start_matches(|c: char| c.is_ascii_digit() || c == 'x' || c == ' ')
            .starts_with("program ")
    };
    if part.iter().any(is_program) {
        part.retain(is_program);
    }
    let column: [(&str, Pick); 2] = [
        ("anggaran", |row| &row.anggaran),
        ("realisasi", |row| &row.realisasi),
    ];
    for (name, pick) in column {
        for (tahun, entry) in pick(total) {
            let Some(typed) = entry.located() else {
                continue;
            };
            let amount: Vec<_> = part
                .iter()
                .filter_map(|row| pick(row).get(tahun)?.located())
                .collect();
            let sum: Rupiah = amount.iter().map(|amount| amount.value).sum();
            if !typed.value.agrees(sum) {
                out.emit(
                    RULE.finding(
                        typed.origin.clone(),
                        format!(
                            "jumlah {name} tahun {tahun} tidak sama dengan jumlah baris di atasnya"
                        ),
                    )
                    .path(total.uraian.value.clone())
                    .rupiah("baris jumlah", typed)
                    .figure(
                        "dihitung",
                        format!("Rp{sum}"),
                        amount.iter().map(|a| a.origin.clone()),
                    )
                    .hint("periksa rumus jumlahnya"),
                );
            }
        }
    }
}

/// One of the two money columns of a row.
type Pick = fn(&AnggaranRealisasi) -> &PerTahun<Rupiah>;
