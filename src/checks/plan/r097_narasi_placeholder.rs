#![doc = include_str!("r097_narasi_placeholder.md")]

use super::{Rule, Subject};
use crate::diagnostic::{Code, Diagnostics, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R097"),
    severity: Severity::Warning,
    text: include_str!("r097_narasi_placeholder.md"),
    check,
};

const SIGN: [&str; 8] = [
    "[isi",
    "diisi oleh",
    "lorem ipsum",
    "xxxx",
    "……",
    ".....",
    "[nama",
    "to be filled",
];

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for narasi in &subject.renstra.narasi {
        let text = narasi.isi.value.to_lowercase();
        if let Some(sign) = SIGN.into_iter().find(|sign| text.contains(sign)) {
            out.emit(
                RULE.finding(
                    narasi.isi.origin.clone(),
                    format!("naskah ini masih berisi isian sementara: \"{sign}\""),
                )
                .path(narasi.slot.value.clone())
                .hint("ganti dengan naskah yang sebenarnya"),
            );
        }
    }
}
