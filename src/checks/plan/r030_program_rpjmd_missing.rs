#![doc = include_str!("r030_program_rpjmd_missing.md")]

use super::{Rule, Subject};
use crate::checks::shared::{plan, rpjmd};
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R030"),
    severity: Severity::Error,
    text: include_str!("r030_program_rpjmd_missing.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for program in rpjmd::programs(subject) {
        if !rpjmd::rows_of(subject, program).is_empty() {
            continue;
        }
        let kode = &program.kode.value;
        let nama = program.uraian.value().cloned().unwrap_or_default();
        out.emit(
            RULE.finding(plan::sheet_origin(subject, plan::pendanaan_sheet(subject.renstra)),
                format!("program {kode} pada RPJMD belum ada pada Renstra"),
            )
            .path(kode.to_string())
            .figure("RPJMD", plan::one_line(&nama), [program.kode.origin.clone()])
            .hint(format!("tambahkan program ini pada {}, atau perbaiki Perangkat Daerah penanggung jawabnya pada RPJMD", plan::pendanaan_sheet(subject.renstra).tab())),
        );
    }
}
