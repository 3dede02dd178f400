//! Sheet Identitas: who writes the plan, for which period, signed by whom.

use std::collections::BTreeMap;
use std::fmt;

use super::{Entry, Located, Nip, Periode, Tanggal};
use crate::diagnostic::Origin;

/// The labelled values of the sheet Identitas.
#[derive(Debug, Clone, Default)]
pub struct Identitas {
    /// The sheet itself, for findings about a label that is not there.
    pub origin: Option<Origin>,
    /// Labels with nothing next to them, with the cell that is to be filled.
    pub kosong: BTreeMap<&'static str, Origin>,
    /// Name of the agency, `Dinas Kesehatan`.
    pub nama: Entry<String>,
    /// Its usual short name, `Dinkes`.
    pub singkatan: Entry<String>,
    /// Its code in eight groups, as typed (Permendagri 90/2019).
    pub kode: Entry<String>,
    /// The fields of government affairs it carries out.
    pub bidang_urusan: Vec<Located<String>>,
    /// The region, `Kota Pasuruan`.
    pub daerah: Entry<String>,
    /// Its province.
    pub provinsi: Entry<String>,
    /// The head who signs.
    pub kepala: Kepala,
    /// Place of signing.
    pub tempat: Entry<String>,
    /// Date of signing.
    pub tanggal: Entry<Tanggal>,
    /// The plan's period.
    pub periode: Entry<Periode>,
    /// Stage of the document.
    pub tahap: Entry<Tahap>,
    /// Whether that stage is one of a changed plan (perubahan Renstra).
    pub perubahan: bool,
    /// Laws and regulations the plan rests on, in the order given.
    pub dasar_hukum: Vec<Located<String>>,
    /// Annexes that the agency asks for, by title.
    pub lampiran: Vec<Located<String>>,
    /// Documents of the way to the plan.
    pub proses: Proses,
}

/// Documents of the process, each by its number and date in words; not printed.
#[derive(Debug, Clone, Default)]
pub struct Proses {
    /// Decree that names the team.
    pub sk_tim: Entry<String>,
    /// Minutes of the forum of agencies.
    pub forum: Entry<String>,
    /// Minutes of the verification.
    pub verifikasi: Entry<String>,
}

/// The head of the agency, as the signature block names him or her.
#[derive(Debug, Clone, Default)]
pub struct Kepala {
    /// Post, `Kepala Dinas Kesehatan`, perhaps with `Plt.`.
    pub jabatan: Entry<String>,
    /// Name with degrees.
    pub nama: Entry<String>,
    /// Rank and grade, `Pembina Utama Muda (IV/c)`.
    pub pangkat: Entry<String>,
    /// Civil servant's number.
    pub nip: Entry<Nip>,
}

/// Stage of the document on its way to being fixed (Permendagri 86/2017 pasal 108–124).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tahap {
    /// First draft, before the forum of agencies.
    RancanganAwal,
    /// Draft.
    Rancangan,
    /// Last draft, verified by Bappeda and reviewed by the inspectorate.
    RancanganAkhir,
    /// Fixed by the head of the region.
    Final,
}

impl Tahap {
    /// All stages in their order.
    pub const ALL: [Self; 4] = [
        Self::RancanganAwal,
        Self::Rancangan,
        Self::RancanganAkhir,
        Self::Final,
    ];

    /// Reads the stage as offices write it, and whether it is one of a changed plan
    /// (`Rancangan Akhir Perubahan`; `Perubahan` alone is its final stage). Case
    /// and blanks do not matter. `None` if it is no stage.
    pub fn parse(text: &str) -> Option<(Self, bool)> {
        let mut word: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        word.retain(|word| word != "renstra");
        let named = word.len();
        word.retain(|word| word != "perubahan");
        let changed = word.len() < named;
        if changed && word.is_empty() {
            return Some((Self::Final, true));
        }
        let stage = match word.join(" ").as_str() {
            "rancangan awal" | "ranwal" => Some(Self::RancanganAwal),
            "rancangan" => Some(Self::Rancangan),
            "rancangan akhir" | "rankhir" => Some(Self::RancanganAkhir),
            "final" | "akhir" | "penetapan" | "ditetapkan" => Some(Self::Final),
            _ => None,
        };
        stage.map(|stage| (stage, changed))
    }
}

impl fmt::Display for Tahap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::RancanganAwal => "Rancangan Awal",
            Self::Rancangan => "Rancangan",
            Self::RancanganAkhir => "Rancangan Akhir",
            Self::Final => "Final",
        })
    }
}
