//! The reviews of chapter III: what inhibits and drives the agency's service.

use super::{Entry, Located, Worksheet};

/// Which document is reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum JenisTelaahan {
    /// Visi, misi and program of the elected head (subchapter 3.2).
    VisiMisi,
    /// Renstra of the ministry or agency of state (3.3).
    RenstraKl,
    /// Renstra of the provincial agency (3.3).
    RenstraProvinsi,
    /// Spatial plan (3.4).
    Rtrw,
    /// Strategic environmental assessment (3.4).
    Klhs,
}

impl JenisTelaahan {
    /// All kinds, in the order of the chapter.
    pub const ALL: [Self; 5] = [
        Self::VisiMisi,
        Self::RenstraKl,
        Self::RenstraProvinsi,
        Self::Rtrw,
        Self::Klhs,
    ];

    /// Heading of the column that names what is reviewed (Permendagri 54/2010,
    /// T-IV.C.11 to .16, in the words of Permendagri 86/2017).
    pub const fn subject(self) -> &'static str {
        match self {
            Self::VisiMisi => "Misi dan Program KDH dan Wakil KDH Terpilih",
            Self::RenstraKl => "Sasaran Jangka Menengah Renstra K/L",
            Self::RenstraProvinsi => "Sasaran Jangka Menengah Renstra Perangkat Daerah Provinsi",
            Self::Rtrw => "Rencana Tata Ruang Wilayah terkait Tugas dan Fungsi Perangkat Daerah",
            Self::Klhs => "Hasil KLHS terkait Tugas dan Fungsi Perangkat Daerah",
        }
    }

    /// Its worksheet.
    pub const fn lembar(self) -> Worksheet {
        match self {
            Self::VisiMisi => Worksheet::TelaahanVisiMisi,
            Self::RenstraKl => Worksheet::TelaahanRenstraKl,
            Self::RenstraProvinsi => Worksheet::TelaahanRenstraProvinsi,
            Self::Rtrw => Worksheet::TelaahanRtrw,
            Self::Klhs => Worksheet::TelaahanKlhs,
        }
    }

    /// What a worksheet reviews; `None` for one that is no review.
    pub fn of(lembar: Worksheet) -> Option<Self> {
        Self::ALL.into_iter().find(|jenis| jenis.lembar() == lembar)
    }
}

/// One row of a review table.
#[derive(Debug, Clone)]
pub struct Telaahan {
    /// Which document.
    pub jenis: JenisTelaahan,
    /// The mission, target, zone or recommendation reviewed. Rows of the same
    /// subject follow each other with the same origin. `None` above the first
    /// subject: a row that only says `NIHIL` names none.
    pub uraian: Option<Located<String>>,
    /// The agency's problem seen from it.
    pub permasalahan: Entry<String>,
    /// What inhibits.
    pub penghambat: Entry<String>,
    /// What drives.
    pub pendorong: Entry<String>,
}
