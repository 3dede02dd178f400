//! Figures: the organisation chart from Struktur, charts from T-C.23 and T-C.24.

use std::collections::BTreeMap;

use serde::Serialize;

use super::cascading::{self, Cascading};
use super::grafik::{self, Grafik};
use crate::model::{Jabatan, Renstra, Tahun, text};
use crate::regulation::Regulation;

/// The figure that every plan has; where it is missing, a draft marks the gap.
pub(super) const STRUKTUR: &str = "struktur";

/// The figures that there are.
pub const GAMBAR: [&str; 5] = [
    STRUKTUR,
    CASCADING,
    KETERKAITAN,
    GRAFIK_KINERJA,
    GRAFIK_ANGGARAN,
];

const GRAFIK_KINERJA: &str = "grafik-kinerja";
const GRAFIK_ANGGARAN: &str = "grafik-anggaran";

/// The cascade of each goal.
pub(super) const CASCADING: &str = "cascading";

/// How the ids of the agency's own pictures begin.
pub(super) const SENDIRI: &str = "sendiri-";

/// The chain of plans, for whose text speaks of it.
const KETERKAITAN: &str = "keterkaitan";

/// Worksheet of the indicators that the charts show.
pub(super) const SOURCE: &str = "t-c-23";

/// A figure.
#[derive(Debug, Serialize)]
pub struct Gambar<'a> {
    nomor: String,
    judul: String,
    kosong: bool,
    /// What the figure leaves out, below its title.
    catatan: Option<String>,
    #[serde(flatten)]
    isi: Isi<'a>,
}

/// What a figure shows.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Isi<'a> {
    /// Posts and to whom they answer.
    Struktur {
        /// The head; further roots are posts whose superior is not in the sheet.
        akar: Vec<Simpul<'a>>,
    },
    /// The cascade of a goal.
    Cascading(Cascading<'a>),
    /// A picture of the agency's own.
    Berkas {
        /// The path under which it is read.
        berkas: &'static str,
    },
    /// A drawing that is the same for every plan.
    Tetap {},
    /// One or more charts.
    Panel {
        /// The charts.
        panel: Vec<Grafik<'a>>,
    },
}

/// A post of the chart.
#[derive(Debug, Serialize)]
pub struct Simpul<'a> {
    jabatan: &'a str,
    anak: Vec<Simpul<'a>>,
}

impl<'a> Gambar<'a> {
    pub(super) fn new(nomor: String, judul: String, catatan: Option<String>, isi: Isi<'a>) -> Self {
        let kosong = match &isi {
            Isi::Struktur { akar } => akar.is_empty(),
            Isi::Panel { panel } => panel.is_empty(),
            Isi::Cascading(_) | Isi::Berkas { .. } | Isi::Tetap {} => false,
        };
        Self {
            nomor,
            judul,
            kosong,
            catatan,
            isi,
        }
    }
}

/// The figure of an id and the years it speaks of. `None` for one that has nothing to
/// show, which would be a caption alone, and for an unknown id.
pub(super) fn build<'a>(id: &str, renstra: &'a Renstra) -> Option<(Vec<Tahun>, Isi<'a>)> {
    match id {
        STRUKTUR => {
            let akar = tree(&renstra.struktur);
            (!akar.is_empty()).then_some((Vec::new(), Isi::Struktur { akar }))
        }
        GRAFIK_KINERJA => {
            let (year, panel) = grafik::kinerja(&renstra.kinerja_pelayanan);
            (!panel.is_empty()).then_some((year, Isi::Panel { panel }))
        }
        GRAFIK_ANGGARAN => {
            let (year, panel) = grafik::anggaran(&renstra.anggaran_realisasi)?;
            Some((year, Isi::Panel { panel: vec![panel] }))
        }
        KETERKAITAN => speaks_of(renstra, KETERKAITAN).then(|| (Vec::new(), Isi::Tetap {})),
        _ => own(id, renstra).map(|isi| (Vec::new(), isi)),
    }
}

/// Figures of which there are several, `cascading-2`, `sendiri-1`.
fn own<'a>(id: &str, renstra: &'a Renstra) -> Option<Isi<'a>> {
    let nth = |name: &str| name.parse::<usize>().ok()?.checked_sub(1);
    if let Some(name) = id.strip_prefix(SENDIRI) {
        let berkas = renstra.gambar.get(nth(name)?)?.tempat.as_ref()?.berkas;
        return Some(Isi::Berkas { berkas });
    }
    let name = id.strip_prefix(CASCADING)?.strip_prefix('-')?;
    cascading::build(nth(name)?, renstra).map(Isi::Cascading)
}

/// A title with its placeholders filled; one that the agency typed stands as typed.
pub(super) fn title(id: &str, judul: &str, value: &BTreeMap<&str, String>) -> String {
    if id.starts_with(SENDIRI) {
        return judul.to_owned();
    }
    Regulation::fill_title(judul, value)
}

/// Whether a text of the agency refers to a figure: `{{ gambar("keterkaitan") }}`.
fn speaks_of(renstra: &Renstra, id: &str) -> bool {
    let mut texts = renstra.narasi.iter();
    texts.any(|text| {
        text.isi.value.match_indices("gambar(").any(|(at, begin)| {
            let named = text.isi.value[at + begin.len()..].trim_start();
            let named = named.strip_prefix(['"', '\'']);
            named.is_some_and(|named| named.trim_start().starts_with(id))
        })
    })
}

/// Says how many of the indicators a chart shows, where it is not all of them;
/// `tabel` is the number of the table that has them all.
pub(super) fn note(
    id: &str,
    isi: &Isi<'_>,
    renstra: &Renstra,
    tabel: Option<&str>,
) -> Option<String> {
    if let Some(nth) = id.strip_prefix(SENDIRI) {
        let own = renstra
            .gambar
            .get(nth.parse::<usize>().ok()?.checked_sub(1)?)?;
        return own.sumber.value().map(|text| format!("Sumber: {text}"));
    }
    let Isi::Panel { panel } = isi else {
        return None;
    };
    let all = renstra.kinerja_pelayanan.len();
    let shown = panel.len();
    if id != GRAFIK_KINERJA || shown == all {
        return None;
    }
    let place = tabel.map(|nomor| format!(" pada Tabel\u{a0}{nomor}"));
    Some(format!(
        "Grafik memuat {shown} dari {all} indikator{}: indikator pertama yang target dan realisasinya berupa angka pada setiap tahun.",
        place.unwrap_or_default()
    ))
}

/// Posts below their superiors. A post whose superior is not in the sheet, or
/// that would stand below itself, is a root.
fn tree(post: &[Jabatan]) -> Vec<Simpul<'_>> {
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
        anak: below.map(|child| node(child, post, parent)).collect(),
    }
}
