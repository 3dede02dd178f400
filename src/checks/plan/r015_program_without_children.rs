#![doc = include_str!("r015_program_without_children.md")]

use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostics, Fact, Ground, Severity};

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
            RULE.finding(
                row.kode.origin.clone(),
                format!("{level} {} belum mempunyai {child}", row.kode.value),
            )
            .element(&row.kode.value)
            .fact(Fact::Upsets(Ground::Children))
            .rests_on([Ground::KodeAndName, Ground::Parent])
            .hint(format!(
                "tambahkan paling sedikit satu {child} di bawah {level} ini"
            )),
        );
    };
    let table = &subject.renstra.pendanaan;
    for (p, program) in table.program.iter().enumerate() {
        if program.kegiatan.is_empty() && !table.program_is_open(p) {
            report(&program.baris, "program", "kegiatan");
        }
        for (k, kegiatan) in program.kegiatan.iter().enumerate() {
            if kegiatan.sub_kegiatan.is_empty() && !table.kegiatan_is_open(p, k) {
                report(&kegiatan.baris, "kegiatan", "sub kegiatan");
            }
        }
    }
}
