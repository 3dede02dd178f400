//! Figures: the organisation chart from Struktur, charts from T-C.23, T-C.24 and the
//! funding table. Positions on an axis are computed here, the template only draws.

mod anggaran;
mod chart;
mod kinerja;
mod pagu;
mod struktur;
mod target;

use serde::Serialize;

use super::cascading::{self, Cascading};
use super::pohon;
use crate::model::{Pohon, Renstra, Tahun, Worksheet};
use chart::Grafik;
use pagu::Pagu;
use struktur::{Simpul, tree};

/// The figure that every plan has; where it is missing, a draft marks the gap.
pub(super) const STRUKTUR: &str = "struktur";

/// The figures that there are.
pub const GAMBAR: [&str; 8] = [
    STRUKTUR,
    CASCADING,
    POHON,
    KETERKAITAN,
    GRAFIK_TARGET,
    GRAFIK_KINERJA,
    GRAFIK_ANGGARAN,
    PAGU_PROGRAM,
];

const GRAFIK_KINERJA: &str = "grafik-kinerja";
const GRAFIK_ANGGARAN: &str = "grafik-anggaran";
const PAGU_PROGRAM: &str = "pagu-program";

/// The cascade of each goal.
pub(super) const CASCADING: &str = "cascading";

/// The trees of performance.
pub(super) const POHON: &str = "pohon";

/// Targets of goals and objectives, for whose text speaks of them.
const GRAFIK_TARGET: &str = "grafik-target";

/// How the ids of the agency's own pictures begin.
pub(super) const SENDIRI: &str = "sendiri-";

/// The chain of plans, for whose text speaks of it.
const KETERKAITAN: &str = "keterkaitan";

/// Worksheet of the indicators that the charts show.
pub(super) const SOURCE: Worksheet = Worksheet::Tc23;

/// A figure.
#[derive(Debug, Serialize)]
pub struct Gambar<'a> {
    nomor: String,
    judul: String,
    /// Title in the list of figures: without the agency that the document is about.
    judul_daftar: String,
    kosong: bool,
    /// Whether it stands on turned pages.
    rebah: bool,
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
    /// A tree of performance.
    Pohon {
        /// Its head.
        akar: Pohon,
        /// Whether it is the first, below the heading of all.
        awal: bool,
    },
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
    /// Money of each program, one upon the other.
    Pagu(Pagu),
}

impl<'a> Gambar<'a> {
    pub(super) fn new(
        nomor: String,
        [judul, judul_daftar]: [String; 2],
        catatan: Option<String>,
        isi: Isi<'a>,
    ) -> Self {
        let kosong = match &isi {
            Isi::Struktur { akar } => akar.is_empty(),
            Isi::Panel { panel } => panel.is_empty(),
            Isi::Pagu(_)
            | Isi::Cascading(_)
            | Isi::Pohon { .. }
            | Isi::Berkas { .. }
            | Isi::Tetap {} => false,
        };
        let rebah = matches!(isi, Isi::Pohon { .. });
        Self {
            nomor,
            judul,
            judul_daftar,
            kosong,
            rebah,
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
            let (year, panel) = kinerja::build(renstra);
            (!panel.is_empty()).then_some((year, Isi::Panel { panel }))
        }
        GRAFIK_TARGET if speaks_of(renstra, GRAFIK_TARGET) => {
            let (year, panel) = target::build(renstra);
            (!panel.is_empty()).then_some((year, Isi::Panel { panel }))
        }
        GRAFIK_ANGGARAN => {
            let (year, panel) = anggaran::build(&renstra.anggaran_realisasi)?;
            Some((year, Isi::Panel { panel: vec![panel] }))
        }
        PAGU_PROGRAM => {
            let (year, pagu) = pagu::build(&renstra.pendanaan)?;
            Some((year, Isi::Pagu(pagu)))
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
    let name = |whole: &str| nth(id.strip_prefix(whole)?.strip_prefix('-')?);
    if let Some(at) = name(POHON) {
        let awal = at == 0;
        return pohon::build(at, renstra).map(|akar| Isi::Pohon { akar, awal });
    }
    cascading::build(name(CASCADING)?, renstra).map(Isi::Cascading)
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
        "Grafik memuat {shown} dari {all} indikator{}: indikator kinerja utama, kemudian yang selisih target dan realisasi tahun terakhirnya terbesar.",
        place.unwrap_or_default()
    ))
}
