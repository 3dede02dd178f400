#![doc = include_str!("r005_year_outside_periode.md")]

use std::collections::BTreeMap;

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::diagnostic::{Ground, Origin};
use crate::model::Tahun;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R005"),
    severity: Severity::Error,
    text: include_str!("r005_year_outside_periode.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let Some(periode) = subject.periode else {
        return;
    };
    let mut year: BTreeMap<(&str, Tahun), Origin> = BTreeMap::new();
    for (table, indikator) in plan::indicators(subject.renstra) {
        for tahun in indikator.target.keys() {
            year.entry((table, *tahun))
                .or_insert_with(|| indikator.uraian.origin.clone());
        }
    }
    for ((table, tahun), origin) in year {
        let last = periode.akhir.get() + subject.regulation.tahun_transisi;
        if tahun < periode.awal || tahun.get() > last {
            let sheet = Origin {
                cell: None,
                ..origin
            };
            out.emit(
                RULE.finding(
                    sheet,
                    format!(
                        "tabel {table} mempunyai kolom tahun {tahun}, di luar periode {periode}"
                    ),
                )
                .path(tahun.to_string())
                .rests_on([Ground::TableYears])
                .hint("perbaiki tahun pada judul kolom, atau periode pada lembar Identitas"),
            );
        }
    }
}
