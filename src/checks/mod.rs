//! Rules over the plan: one file a rule, its explanation beside it.
//!
//! A rule says what is wrong and nothing else. Whether it is on, how grave it
//! is and on what it rests is the regulation's to say, and applied once, in
//! [`run`].

mod rows;

mod r001_narasi_empty;
mod r002_tabel_missing;
mod r003_identitas_incomplete;
mod r004_interpretasi_empty;
mod r005_year_outside_periode;
mod r010_tujuan_without_sasaran;
mod r011_tujuan_without_indikator;
mod r012_pagu_mismatch_kegiatan;
mod r013_pagu_mismatch_program;
mod r014_pagu_akhir_mismatch;
mod r015_program_without_children;
mod r016_program_without_indikator;
mod r017_pagu_missing;
mod r018_unit_unknown;
mod r019_target_missing;
mod r020_target_akhir_mismatch;
mod r021_target_differs_between_tables;
mod r022_atasan_unknown;
mod r023_pegawai_mismatch;
mod r024_anggaran_total_mismatch;
mod r025_penanggung_jawab_missing;

use std::collections::{BTreeMap, BTreeSet};

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostics, Origin, Severity};
use crate::model::{Periode, Renstra, Rpjmd};
use crate::regulation::Regulation;

/// What the rules look at.
pub struct Subject<'a> {
    /// The plan.
    pub renstra: &'a Renstra,
    /// The regulation it is written under.
    pub regulation: &'a Regulation,
    /// The city's RPJMD, where there is one.
    pub rpjmd: Option<&'a Rpjmd>,
    /// The city's settings.
    pub config: &'a Config,
    /// Slots of the sheet Narasi that hold text.
    pub slot: BTreeSet<String>,
    /// The plan's period, from the workbook or the city's settings.
    pub periode: Option<Periode>,
    /// Name of the tab of a worksheet, by id.
    pub tab: fn(&str) -> &str,
    /// The workbook.
    pub file: Origin,
    /// The sheet that each worksheet was read from, by id.
    pub sheet: BTreeMap<&'static str, Origin>,
}

/// A rule.
pub struct Rule {
    /// Its code, never reused; also the begin of its file's name.
    pub code: Code,
    /// Its level where the regulation says none.
    pub severity: Severity,
    /// Its explanation in Indonesian, Markdown, as `renstra rule` prints it.
    pub text: &'static str,
    /// Looks, and reports.
    pub check: fn(&Subject<'_>, &mut Diagnostics),
}

/// All rules in the order of their codes.
pub const ALL: [&Rule; 21] = [
    &r001_narasi_empty::RULE,
    &r002_tabel_missing::RULE,
    &r003_identitas_incomplete::RULE,
    &r004_interpretasi_empty::RULE,
    &r005_year_outside_periode::RULE,
    &r010_tujuan_without_sasaran::RULE,
    &r011_tujuan_without_indikator::RULE,
    &r012_pagu_mismatch_kegiatan::RULE,
    &r013_pagu_mismatch_program::RULE,
    &r014_pagu_akhir_mismatch::RULE,
    &r015_program_without_children::RULE,
    &r016_program_without_indikator::RULE,
    &r017_pagu_missing::RULE,
    &r018_unit_unknown::RULE,
    &r019_target_missing::RULE,
    &r020_target_akhir_mismatch::RULE,
    &r021_target_differs_between_tables::RULE,
    &r022_atasan_unknown::RULE,
    &r023_pegawai_mismatch::RULE,
    &r024_anggaran_total_mismatch::RULE,
    &r025_penanggung_jawab_missing::RULE,
];

/// Applies every rule that the regulation has not switched off.
pub fn run(subject: &Subject<'_>, out: &mut Diagnostics) {
    for rule in ALL {
        let word = subject.regulation.aturan.get(rule.code.0);
        let severity = match word.and_then(|aturan| aturan.tingkat) {
            Some(tingkat) => tingkat.severity(),
            None => Some(rule.severity),
        };
        let Some(severity) = severity else { continue };
        let mut found = Diagnostics::new();
        (rule.check)(subject, &mut found);
        found.retain_mut(|finding| {
            finding.severity = severity;
            true
        });
        out.extend(found);
    }
}
