//! How deep and how wide an organisation chart may be.

use std::collections::BTreeMap;

use super::code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Jabatan, text};

/// Most levels; the largest agencies have six, and the layout nests no chart deeper than 15.
const LEVELS: usize = 12;
/// Most posts; the largest agencies list some hundred.
const POSTS: usize = 2_000;

/// Leaves out posts that no chart could show, with a finding at the first.
pub(super) fn bound(post: &mut Vec<Jabatan>, out: &mut Diagnostics) {
    if let Some(first) = post.get(POSTS) {
        let message = format!(
            "Struktur memuat {} jabatan; paling banyak {POSTS}, sehingga jabatan mulai baris ini tidak dipakai",
            post.len()
        );
        out.emit(
            Diagnostic::error(code::CHART_TOO_LARGE, first.jabatan.origin.clone(), message)
                .hint("tulis jabatan struktural saja, satu baris satu jabatan"),
        );
        post.truncate(POSTS);
    }
    let level = levels(post);
    let Some(first) = level.iter().position(|level| *level > LEVELS) else {
        return;
    };
    let deepest = level.iter().max().copied().unwrap_or_default();
    let message = format!(
        "jabatan \"{}\" berada pada tingkat {} di bawah kepala; bagan organisasi paling dalam {LEVELS} tingkat",
        super::cell::short(&post[first].jabatan.value),
        level[first]
    );
    out.emit(
        Diagnostic::error(
            code::CHART_TOO_LARGE,
            post[first].jabatan.origin.clone(),
            message,
        )
        .note("tingkat terdalam", deepest.to_string())
        .hint("periksa kolom Atasan: isi dengan jabatan yang langsung membawahi"),
    );
    let mut level = level.iter();
    post.retain(|_| level.next().is_none_or(|level| *level <= LEVELS));
}

/// Levels below the head, from 0; posts that stand below themselves have none.
fn levels(post: &[Jabatan]) -> Vec<usize> {
    let mut place: BTreeMap<String, usize> = BTreeMap::new();
    for (at, own) in post.iter().enumerate() {
        place
            .entry(text::same_form(&own.jabatan.value))
            .or_insert(at);
    }
    let parent: Vec<Option<usize>> = post
        .iter()
        .map(|own| {
            place
                .get(&text::same_form(&own.atasan.as_ref()?.value))
                .copied()
        })
        .collect();
    let mut level: Vec<Option<usize>> = vec![None; post.len()];
    for start in 0..post.len() {
        // Upwards to a post whose level is known, or that has no superior.
        let mut way = vec![start];
        let mut at = start;
        while level[at].is_none()
            && let Some(above) = parent[at]
        {
            if way.len() > post.len() {
                break;
            }
            way.push(above);
            at = above;
        }
        let circle = way.len() > post.len();
        let mut next = level[at].unwrap_or(0);
        for at in way.into_iter().rev() {
            if level[at].is_none() {
                level[at] = Some(next);
            }
            next = if circle {
                0
            } else {
                level[at].unwrap_or(0) + 1
            };
        }
    }
    level.into_iter().map(Option::unwrap_or_default).collect()
}
