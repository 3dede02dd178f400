#![doc = include_str!("r205_rpjmd_total_mismatch.md")]

use super::{City, CityRule};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Entry, Located, Rupiah};

/// The rule.
pub(super) const RULE: CityRule = CityRule {
    code: Code("R205"),
    severity: Severity::Warning,
    text: include_str!("r205_rpjmd_total_mismatch.md"),
    check,
};

fn check(city: &City<'_>, out: &mut Diagnostics) {
    for program in city.rpjmd.into_iter().flat_map(|rpjmd| &rpjmd.program) {
        let kode = &program.kode.value;
        let blank: Vec<_> = program
            .pagu
            .iter()
            .filter(|(_, entry)| entry.is_missing())
            .collect();
        if let Some((tahun, first)) = blank.first() {
            out.emit(
                RULE.finding(
                    first.origin().unwrap_or(&program.kode.origin).clone(),
                    format!("pagu program RPJMD {kode} kosong pada tahun {tahun}"),
                )
                .path(kode.to_string())
                .figure(
                    "kosong",
                    format!("{} dari {} tahun", blank.len(), program.pagu.len()),
                    blank
                        .iter()
                        .filter_map(|(_, entry)| entry.origin().cloned()),
                )
                .hint("lengkapi pagunya pada RPJMD"),
            );
            continue;
        }
        // What cannot be read was reported, and a sum without it says nothing.
        if program.pagu.values().any(Entry::is_broken) {
            continue;
        }
        let years: Vec<&Located<Rupiah>> =
            program.pagu.values().filter_map(Entry::located).collect();
        let sum: Rupiah = years.iter().map(|pagu| pagu.value).sum();
        let Some(typed) = program
            .pagu_akhir
            .located()
            .filter(|typed| !typed.value.agrees(sum))
        else {
            continue;
        };
        let gap = Rupiah::from_decimal((sum - typed.value).decimal().abs());
        out.emit(
            RULE.finding(
                typed.origin.clone(),
                format!(
                    "pagu akhir periode program RPJMD {kode} tidak sama dengan jumlah tahunnya"
                ),
            )
            .path(kode.to_string())
            .rupiah("akhir periode", typed)
            .figure(
                "jumlah tahun",
                format!("Rp{sum}"),
                years.iter().map(|pagu| pagu.origin.clone()),
            )
            .note("selisih", format!("Rp{gap}"))
            .hint("perbaiki jumlah atau pagu tahunannya pada RPJMD"),
        );
    }
}
