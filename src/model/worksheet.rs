//! The worksheets that are read: each once, by the id that settings, `format.toml` and
//! templates know it by, and by the name on its tab.

use serde::{Serialize, Serializer};

macro_rules! worksheets {
    ($($(#[doc = $doc:literal])+ $name:ident $id:literal $tab:literal,)+) => {
        /// A worksheet of a plan's workbook or of the RPJMD's.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Worksheet {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Worksheet {
            /// Every worksheet, in the order of blank workbooks.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// Its id, the same in `format.toml` and in the templates: `t-c-27`.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)+
                }
            }

            /// Name on the tab of a blank workbook: `T-C.27`.
            pub const fn tab(self) -> &'static str {
                match self {
                    $(Self::$name => $tab,)+
                }
            }
        }
    };
}

worksheets! {
    /// Who the agency is, and what the plan is called.
    Identitas "identitas" "Identitas",
    /// The plan's prose.
    Narasi "narasi" "Narasi",
    /// Posts and to whom they answer.
    Struktur "struktur" "Struktur",
    /// What posts are charged with.
    TugasFungsi "tugas-fungsi" "Tugas dan Fungsi",
    /// Staff.
    Pegawai "pegawai" "Pegawai",
    /// Assets.
    Sarana "sarana" "Sarana",
    /// T-C.23, the previous period's performance.
    Tc23 "t-c-23" "T-C.23",
    /// T-C.24, the previous period's money.
    Tc24 "t-c-24" "T-C.24",
    /// T-B.35, problems down to their roots.
    Tb35 "t-b-35" "T-B.35",
    /// Review of visi and misi.
    TelaahanVisiMisi "telaahan-visi-misi" "Telaahan Visi Misi",
    /// Review of the ministry's plan.
    TelaahanRenstraKl "telaahan-renstra-kl" "Telaahan Renstra KL",
    /// Review of the provincial agency's plan.
    TelaahanRenstraProvinsi "telaahan-renstra-provinsi" "Telaahan Renstra Provinsi",
    /// Review of the spatial plan.
    TelaahanRtrw "telaahan-rtrw" "Telaahan RTRW",
    /// Review of the strategic environmental assessment.
    TelaahanKlhs "telaahan-klhs" "Telaahan KLHS",
    /// Strategic issues.
    IsuStrategis "isu-strategis" "Isu Strategis",
    /// T-C.25, goals and objectives (Permendagri 86/2017).
    Tc25 "t-c-25" "T-C.25",
    /// T-C.26, strategies.
    Tc26 "t-c-26" "T-C.26",
    /// T-C.27, programmes and money (Permendagri 86/2017).
    Tc27 "t-c-27" "T-C.27",
    /// T-C.28, indicators that refer to the RPJMD.
    Tc28 "t-c-28" "T-C.28",
    /// Indikator Kinerja Utama.
    Iku "iku" "IKU",
    /// Goals and objectives (Inmendagri 2/2025).
    TujuanSasaran "tujuan-sasaran" "Tujuan Sasaran",
    /// Programmes and money (Inmendagri 2/2025).
    Pendanaan "pendanaan" "Pendanaan",
    /// Indikator Kinerja Kunci.
    Ikk "ikk" "IKK",
    /// Minimum service standards and what was achieved.
    CapaianSpm "capaian-spm" "Capaian SPM",
    /// Whom the agency serves.
    KelompokSasaran "kelompok-sasaran" "Kelompok Sasaran",
    /// Problems and what causes them.
    PermasalahanFaktor "permasalahan-faktor" "Permasalahan",
    /// How the strategic issues were found.
    IsuTeknik "isu-teknik" "Isu Strategis PD",
    /// Stages, year by year.
    Penahapan "penahapan" "Penahapan",
    /// Policy directions.
    ArahKebijakan "arah-kebijakan" "Arah Kebijakan",
    /// Policy directions, year by year.
    ArahKebijakanTahun "arah-kebijakan-tahun" "Matriks Arah Kebijakan",
    /// Which other agencies performance rests on.
    Crosscutting "crosscutting" "Crosscutting",
    /// What programmes come from.
    Perumusan "perumusan" "Perumusan Program",
    /// Sub kegiatan for the region's priorities.
    Prioritas "prioritas" "Subkegiatan Prioritas",
    /// How indicators are measured.
    ManualIndikator "manual-indikator" "Manual Indikator",
    /// Themes and what is spent for them.
    Tematik "tematik" "Tematik",
    /// What the Renja of a year needs besides.
    Renja "renja" "Renja",
    /// Pictures of the agency's own.
    Gambar "gambar" "Gambar",
    /// Who has confirmed the rows of a unit.
    Konfirmasi "konfirmasi" "Konfirmasi",
    /// The RPJMD's misi, tujuan and sasaran.
    RpjmdTujuan "rpjmd-tujuan" "Tujuan Sasaran RPJMD",
    /// The RPJMD's strategies.
    RpjmdStrategi "rpjmd-strategi" "Strategi RPJMD",
    /// The RPJMD's programmes.
    RpjmdProgram "rpjmd-program" "Program RPJMD",
    /// Indicators that agencies must carry.
    RpjmdWajib "rpjmd-wajib" "Indikator Wajib",
}

impl Worksheet {
    /// The worksheet of an id; `None` if none has it.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.id() == id)
    }

    /// Whether its cells are words: printed as typed, compared by nobody.
    pub const fn is_words(self) -> bool {
        matches!(
            self,
            Self::CapaianSpm
                | Self::KelompokSasaran
                | Self::PermasalahanFaktor
                | Self::IsuTeknik
                | Self::Penahapan
                | Self::ArahKebijakan
                | Self::ArahKebijakanTahun
                | Self::Crosscutting
                | Self::Perumusan
                | Self::Prioritas
                | Self::ManualIndikator
                | Self::Tematik
                | Self::Renja
        )
    }

    /// Whether it sets tujuan and sasaran, under either regulation.
    pub const fn is_goals(self) -> bool {
        matches!(self, Self::Tc25 | Self::TujuanSasaran)
    }

    /// Whether it has the money of programmes, under either regulation.
    pub const fn is_funding(self) -> bool {
        matches!(self, Self::Tc27 | Self::Pendanaan)
    }
}

impl Serialize for Worksheet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}
