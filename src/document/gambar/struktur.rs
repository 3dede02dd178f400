//! The organisation chart: posts below their superiors.

use serde::Serialize;

use crate::model::{Jabatan, text};

/// A post of the chart.
#[derive(Debug, Serialize)]
pub struct Simpul<'a> {
    jabatan: &'a str,
    jenis: Jenis,
    anak: Vec<Simpul<'a>>,
}

/// Where the official pattern has a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Jenis {
    /// Next to the stem.
    Sekretariat,
    /// Across from it, with a dashed line.
    Fungsional,
    /// Below the stem.
    Bidang,
    /// Below the stem, after the bidang: technical units, lurah.
    Unit,
}

/// First words of posts that head a unit outside of the office.
const UNIT: [&str; 9] = [
    "upt",
    "uptd",
    "unit",
    "lurah",
    "direktur",
    "puskesmas",
    "rsud",
    "rumah",
    "labkesda",
];

impl Jenis {
    fn of(jabatan: &str) -> Self {
        let plain = text::plain(jabatan);
        let mut words = plain.split(' ').skip_while(|word| *word == "kepala");
        let first = words.next().unwrap_or_default();
        if first.starts_with("sekretari") {
            Self::Sekretariat
        } else if plain.contains("fungsional") {
            Self::Fungsional
        } else if UNIT.contains(&first) {
            Self::Unit
        } else {
            Self::Bidang
        }
    }
}

/// Posts below their superiors. A post whose superior is not in the sheet, or
/// that would stand below itself, is a root.
pub(super) fn tree(post: &[Jabatan]) -> Vec<Simpul<'_>> {
    let parent: Vec<Option<usize>> = post
        .iter()
        .enumerate()
        .map(|(at, own)| {
            let atasan = own.atasan.as_ref()?;
            let above = post
                .iter()
                .position(|p| text::same(&p.jabatan.value, &atasan.value))?;
            (above != at).then_some(above)
        })
        .collect();
    let root: Vec<usize> = (0..post.len())
        .filter(|at| reaches_root(*at, &parent).is_none())
        .collect();
    root.into_iter().map(|at| node(at, post, &parent)).collect()
}

/// The superior of a post, unless following it upwards never ends.
fn reaches_root(at: usize, parent: &[Option<usize>]) -> Option<usize> {
    let mut above = parent[at]?;
    for _ in 0..parent.len() {
        match parent[above] {
            Some(next) => above = next,
            None => return parent[at],
        }
    }
    None
}

fn node<'a>(at: usize, post: &'a [Jabatan], parent: &[Option<usize>]) -> Simpul<'a> {
    let below = (0..post.len()).filter(|child| reaches_root(*child, parent) == Some(at));
    Simpul {
        jabatan: &post[at].jabatan.value,
        jenis: Jenis::of(&post[at].jabatan.value),
        anak: below.map(|child| node(child, post, parent)).collect(),
    }
}
