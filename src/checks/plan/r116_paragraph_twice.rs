#![doc = include_str!("r116_paragraph_twice.md")]

use std::collections::BTreeSet;

use super::{Rule, Subject};
use crate::checks::shared::paragraph::{self, Sketch};
use crate::diagnostic::{Code, Diagnostics, Origin, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R116"),
    severity: Severity::Warning,
    text: include_str!("r116_paragraph_twice.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let mut seen: Vec<(Sketch, &str, &Origin)> = Vec::new();
    let mut reported = BTreeSet::new();
    for narasi in &subject.renstra.narasi {
        for text in narasi.isi.value.split("\n\n") {
            let Some(sketch) = Sketch::of(text) else {
                continue;
            };
            let origin = &narasi.isi.origin;
            let twin = seen.iter().find(|(other, ..)| sketch.is_alike(other));
            if let Some((_, first, place)) = twin {
                if reported.insert(origin.clone()) {
                    out.emit(
                        RULE.finding(
                            origin.clone(),
                            "alinea ini sudah ada pada naskah, sama atau hampir sama",
                        )
                        .path(narasi.slot.value.clone())
                        .figure("alinea ini", paragraph::begin(text), [origin.clone()])
                        .figure(
                            "alinea pertama",
                            paragraph::begin(first),
                            [(*place).clone()],
                        )
                        .hint("hapus salah satunya, atau tulis yang sesuai dengan subbabnya"),
                    );
                }
            } else {
                seen.push((sketch, text, origin));
            }
        }
    }
}
