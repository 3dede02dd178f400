//! Rules that need the plans of several agencies beside each other.

mod member;
mod r100_shared_pagu_differs;
mod r101_program_without_workbook;
mod r102_narasi_copied;
mod rule;

pub use member::{Alinea, Member, PaguProgram};
pub use rule::{City, CityRule, run};

/// All of them in the order of their codes.
pub const ALL: &[&CityRule] = &[
    &r100_shared_pagu_differs::RULE,
    &r101_program_without_workbook::RULE,
    &r102_narasi_copied::RULE,
];
