#![doc = include_str!("r126_post_without_tugas.md")]

use super::{Rule, Subject};
use crate::checks::shared::{plan, wording};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Jabatan, Renstra, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R126"),
    severity: Severity::Warning,
    text: include_str!("r126_post_without_tugas.md"),
    check,
};

/// Share of the posts, one in so many, that may lack duties before the table is
/// taken for a selection.
const FEW: usize = 4;

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    let Some(head) = renstra.struktur.iter().find(|post| post.atasan.is_none()) else {
        return;
    };
    let posts: Vec<&Jabatan> = renstra
        .struktur
        .iter()
        .filter(|post| {
            let above = post.atasan.as_ref();
            above.is_none_or(|above| text::same(&above.value, &head.jabatan.value))
        })
        .collect();
    let without: Vec<&Jabatan> = posts
        .iter()
        .copied()
        .filter(|post| !has_tugas(renstra, post))
        .collect();
    if without.len() * FEW > posts.len() {
        return;
    }
    for post in without {
        let name = plan::one_line(&post.jabatan.value);
        out.emit(
            RULE.finding(
                post.jabatan.origin.clone(),
                "jabatan pada Struktur ini belum mempunyai tugas dan fungsi",
            )
            .path(name.clone())
            .figure("Struktur", name, [post.jabatan.origin.clone()])
            .figure(
                "Tugas dan Fungsi",
                format!("{} jabatan, bukan jabatan ini", renstra.tugas_fungsi.len()),
                [],
            )
            .hint("tambahkan tugas dan fungsinya pada lembar Tugas dan Fungsi"),
        );
    }
}

/// Whether the duties name a post, by its title or by the unit that it heads.
fn has_tugas(renstra: &Renstra, post: &Jabatan) -> bool {
    let name = wording::words(&post.jabatan.value);
    renstra.tugas_fungsi.iter().any(|row| {
        let own = wording::words(&row.jabatan.value);
        post.heads(&row.jabatan.value)
            || own.starts_with(&name)
            || name.starts_with(&own)
            || wording::is_alike(&post.jabatan.value, &row.jabatan.value)
    })
}
