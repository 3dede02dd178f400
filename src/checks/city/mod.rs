//! Rules that need the plans of several agencies next to each other.

mod member;
mod r100_shared_pagu_differs;
mod r101_program_without_workbook;
mod r102_narasi_copied;
mod r200_kode_of_two_agencies;
mod r203_rpjmd_without_agency;
mod r204_rpjmd_target_missing;
mod r205_rpjmd_total_mismatch;
mod r206_rpjmd_sasaran_misplaced;
mod r207_rpjmd_program_unofficial;
mod rule;

pub use member::Member;
pub use rule::{City, CityRule, run};

/// All of them in the order of their codes.
pub const ALL: &[&CityRule] = &[
    &r100_shared_pagu_differs::RULE,
    &r101_program_without_workbook::RULE,
    &r102_narasi_copied::RULE,
    &r200_kode_of_two_agencies::RULE,
    &r203_rpjmd_without_agency::RULE,
    &r204_rpjmd_target_missing::RULE,
    &r205_rpjmd_total_mismatch::RULE,
    &r206_rpjmd_sasaran_misplaced::RULE,
    &r207_rpjmd_program_unofficial::RULE,
];
