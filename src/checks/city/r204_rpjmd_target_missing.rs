#![doc = include_str!("r204_rpjmd_target_missing.md")]

use super::{City, CityRule};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Entry, Indikator};

/// The rule.
pub(super) const RULE: CityRule = CityRule {
    code: Code("R204"),
    severity: Severity::Warning,
    text: include_str!("r204_rpjmd_target_missing.md"),
    check,
};

fn check(city: &City<'_>, out: &mut Diagnostics) {
    let Some(rpjmd) = city.rpjmd else { return };
    let goals = rpjmd.indikator().map(|own| &own.indikator);
    let programs = rpjmd.program.iter().flat_map(|program| &program.indikator);
    for indikator in goals.chain(programs) {
        report_targets(indikator, out);
        report_satuan(indikator, out);
    }
}

fn report_targets(indikator: &Indikator, out: &mut Diagnostics) {
    let blank: Vec<_> = indikator
        .target
        .iter()
        .filter(|(_, entry)| entry.is_missing())
        .collect();
    // A row without any target is not filled in yet: one finding for it all the same.
    let Some((_, first)) = blank.first() else {
        return;
    };
    let year: Vec<String> = blank.iter().map(|(tahun, _)| tahun.to_string()).collect();
    let name = plan::one_line(&indikator.uraian.value);
    out.emit(
        RULE.finding(
            first.origin().unwrap_or(&indikator.uraian.origin).clone(),
            format!(
                "target indikator RPJMD ini kosong pada tahun {}",
                year.join(", ")
            ),
        )
        .path(name.clone())
        .figure(
            "kosong",
            format!("{} dari {} tahun", blank.len(), indikator.target.len()),
            blank
                .iter()
                .filter_map(|(_, entry)| entry.origin().cloned()),
        )
        .note("indikator", name)
        .hint("lengkapi targetnya pada RPJMD"),
    );
}

fn report_satuan(indikator: &Indikator, out: &mut Diagnostics) {
    let Entry::Empty(cell) = &indikator.satuan else {
        return;
    };
    let name = plan::one_line(&indikator.uraian.value);
    out.emit(
        RULE.finding(cell.clone(), "indikator RPJMD ini belum mempunyai satuan")
            .path(name.clone())
            .note("indikator", name)
            .hint("isi satuannya pada RPJMD"),
    );
}
