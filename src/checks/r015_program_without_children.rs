#![doc = include_str!("r015_program_without_children.md")]

use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R015"),
    severity: Severity::Error,
    text: include_str!("r015_program_without_children.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let mut report = |row: &crate::model::PaguRow, level: &str, child: &str| {
        out.emit(
            Diagnostic::error(
                RULE.code,
                row.kode.origin.clone(),
                format!("{level} {} belum mempunyai {child}", row.kode.value),
            )
            .path(row.kode.value.to_string())
            .hint(format!(
                "tambahkan paling sedikit satu {child} di bawah {level} ini"
            )),
        );
    };
    for program in &subject.renstra.pendanaan.program {
        if program.kegiatan.is_empty() {
            report(&program.baris, "program", "kegiatan");
        }
        for kegiatan in program
            .kegiatan
            .iter()
            .filter(|kegiatan| kegiatan.sub_kegiatan.is_empty())
        {
            report(&kegiatan.baris, "kegiatan", "sub kegiatan");
        }
    }
}
