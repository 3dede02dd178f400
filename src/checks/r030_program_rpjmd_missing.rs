#![doc = include_str!("r030_program_rpjmd_missing.md")]

use super::{Rule, Subject};
use super::{rows, selaras};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R030"),
    severity: Severity::Error,
    text: include_str!("r030_program_rpjmd_missing.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for program in selaras::program(subject) {
        if !selaras::own(subject, program).is_empty() {
            continue;
        }
        let kode = &program.kode.value;
        let nama = program.uraian.value().cloned().unwrap_or_default();
        out.emit(
            Diagnostic::error(
                RULE.code,
                rows::sheet_origin(subject, "t-c-27"),
                format!("program {kode} pada RPJMD belum ada pada Renstra"),
            )
            .path(kode.to_string())
            .figure("RPJMD", rows::line(&nama), [program.kode.origin.clone()])
            .hint(format!("tambahkan program ini pada {}, atau perbaiki Perangkat Daerah penanggung jawabnya pada RPJMD", rows::names(subject.renstra).1)),
        );
    }
}
