#![doc = include_str!("r022_atasan_unknown.md")]

use super::{Rule, Subject};
use crate::checks::shared::nearest::{nearest, remedy};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Jabatan, Located, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R022"),
    severity: Severity::Error,
    text: include_str!("r022_atasan_unknown.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let post = &subject.renstra.struktur;
    for own in post {
        let Some(atasan) = &own.atasan else { continue };
        if text::same(&atasan.value, &own.jabatan.value) {
            out.emit(
                RULE.finding(
                    atasan.origin.clone(),
                    format!(
                        "jabatan \"{}\" beratasan dirinya sendiri",
                        own.jabatan.value
                    ),
                )
                .path(own.jabatan.value.clone())
                .hint("isi atasannya; kosongkan hanya untuk kepala Perangkat Daerah"),
            );
        } else if !post
            .iter()
            .any(|other| text::same(&other.jabatan.value, &atasan.value))
        {
            let others = post.iter().map(|other| other.jabatan.value.as_str());
            let others = others.filter(|other| !text::same(other, &own.jabatan.value));
            let hint = "samakan bunyinya dengan salah satu jabatan pada lembar Struktur";
            let near = nearest(&atasan.value, others);
            out.emit(
                RULE.finding(
                    atasan.origin.clone(),
                    format!("atasan \"{}\" tidak ada pada kolom Jabatan", atasan.value),
                )
                .path(own.jabatan.value.clone())
                .hint(remedy(near, hint)),
            );
        }
    }
    if let Some((own, atasan, way)) = circle(post) {
        out.emit(
            RULE.finding(
                atasan.origin.clone(),
                format!(
                    "atasan jabatan \"{}\" melingkar kembali kepadanya",
                    own.jabatan.value
                ),
            )
            .path(own.jabatan.value.clone())
            .note("lingkaran", way)
            .hint(
                "perbaiki kolom Atasan agar setiap jabatan berujung pada kepala Perangkat Daerah",
            ),
        );
    }
    let head: Vec<_> = post.iter().filter(|own| own.atasan.is_none()).collect();
    if let [_, rest @ ..] = head.as_slice() {
        for second in rest {
            out.emit(
                RULE.finding(
                    second.jabatan.origin.clone(),
                    format!(
                        "jabatan \"{}\" belum mempunyai atasan",
                        second.jabatan.value
                    ),
                )
                .path(second.jabatan.value.clone())
                .hint("hanya satu jabatan, yaitu kepala Perangkat Daerah, yang tidak beratasan"),
            );
        }
    }
}

/// The first post from which the way up leads back to itself, with that way.
fn circle(post: &[Jabatan]) -> Option<(&Jabatan, &Located<String>, String)> {
    post.iter().find_map(|own| {
        let first = own.atasan.as_ref()?;
        let mut way = vec![own.jabatan.value.as_str()];
        let mut next = first;
        while way.len() <= post.len() {
            let above = post
                .iter()
                .find(|other| text::same(&other.jabatan.value, &next.value))?;
            way.push(&above.jabatan.value);
            if std::ptr::eq(above, own) {
                let is_circle = way.len() > 2;
                return is_circle.then(|| (own, first, way.join(" → ")));
            }
            next = above.atasan.as_ref()?;
        }
        None
    })
}
