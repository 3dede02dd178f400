#![doc = include_str!("r027_kode_unofficial.md")]

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Ground, Severity};
use crate::nomenklatur::Daftar;

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R027"),
    severity: Severity::Warning,
    text: include_str!("r027_kode_unofficial.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let list = plan::nomenklatur(subject.renstra);
    for (level, row) in plan::coded(subject.renstra) {
        let kode = &row.kode.value;
        // A province's kode is a finding of its own.
        let province = kode.segment().get(3).is_some_and(|digit| digit == "1");
        if province || !Daftar::covers(kode) || list.find(kode).is_some() {
            continue;
        }
        let mut finding = RULE
            .finding(
                row.kode.origin.clone(),
                format!("kode {level} {kode} tidak ada pada nomenklatur resmi"),
            )
            .element(kode)
            .rests_on([Ground::Parent])
            .note("daftar", list.dasar);
        let bidang = kode.segment().get(..2).unwrap_or_default().join(".");
        let named = row
            .uraian
            .value()
            .and_then(|name| list.find_name(&bidang, name));
        finding = match named {
            Some((official, entry)) => finding.hint(format!(
                "\"{}\" berkode {official} pada nomenklatur resmi",
                entry.uraian
            )),
            None => finding
                .hint("periksa kodenya pada SIPD; abaikan bila nomenklatur daerah telah disetujui"),
        };
        out.emit(finding);
    }
}
