#![doc = include_str!("r025_penanggung_jawab_missing.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Ground, Origin, Severity};
use crate::model::Entry;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R025"),
    severity: Severity::Error,
    text: include_str!("r025_penanggung_jawab_missing.md"),
    check,
};

/// More rows than this are one finding, not one each.
const MANY: usize = 10;
const HINT: &str =
    "isi kolom Unit Kerja Penanggung Jawab dengan bidang, bagian, atau UPT yang melaksanakannya";

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let list = plan::coded(subject.renstra);
    if let Some((_, first)) = list.first()
        && list
            .iter()
            .all(|(_, row)| matches!(row.unit, Entry::Missing))
    {
        out.emit(
            RULE.finding(Origin { cell: None, ..first.origin.clone() },
                "tabel pendanaan tidak mempunyai kolom unit penanggung jawab",
            )
            .hint("tambahkan kolom Unit Kerja Penanggung Jawab dan isi untuk setiap program, kegiatan, dan sub kegiatan"),
        );
        return;
    }
    let rows = list.len();
    let missing: Vec<_> = list
        .into_iter()
        .filter(|(_, row)| row.unit.is_missing() && !row.uraian.is_broken())
        .collect();
    if missing.len() > MANY
        && let Some((_, first)) = missing.first()
    {
        // All of them is a column that nobody filled: the sheet is the place.
        let whole = (missing.len() == rows).then(|| Origin {
            cell: None,
            ..first.origin.clone()
        });
        let cell = first.unit.origin().unwrap_or(&first.kode.origin);
        out.emit(
            RULE.finding(
                whole.unwrap_or_else(|| cell.clone()),
                format!(
                    "{} baris belum mempunyai unit penanggung jawab",
                    missing.len()
                ),
            )
            .figure(
                "baris",
                missing.len().to_string(),
                missing.iter().map(|(_, row)| row.kode.origin.clone()),
            )
            .hint(HINT),
        );
        return;
    }
    for (level, row) in missing {
        out.emit(
            RULE.finding(
                row.unit.origin().unwrap_or(&row.kode.origin).clone(),
                format!(
                    "{level} {} belum mempunyai unit penanggung jawab",
                    row.kode.value
                ),
            )
            .element(&row.kode.value)
            .rests_on([Ground::Parent])
            .hint(HINT),
        );
    }
}
