//! The Renstra as the regulation speaks of it: nouns, without I/O, Excel,
//! regulations or typst.
//!
//! # Glossary
//!
//! | word | English | where it is regulated |
//! |---|---|---|
//! | OPD, Perangkat Daerah | local government agency | Permendagri 86/2017 |
//! | tujuan | goal of the agency for the period | T-C.25 column 2 |
//! | sasaran | objective below a goal | T-C.25 column 3 |
//! | strategi, arah kebijakan | strategy, policy direction | T-C.26 |
//! | urusan, bidang urusan | government affair and its field | Permendagri 90/2019 |
//! | program, kegiatan, sub kegiatan | programme, activity, sub-activity | T-C.27 column 4 |
//! | indikator, satuan, target | indicator, its unit, its yearly target | T-C.27 columns 5 to 17 |
//! | pagu | indicative funding, rupiah | T-C.27 columns "Rp" |
//! | kode | code of urusan … sub kegiatan | T-C.27 column 3 |
//! | isian | an entry of the worksheet | – |
//!
//! # Which language
//!
//! - A word that the regulation prints stays Indonesian, and is the same in the
//!   worksheet's heading, the field, the JSON key, `format.toml` and the template:
//!   `tujuan`, `pagu`, `kode`. No plural: Indonesian has none.
//! - So do the keys that templates read (`baris`, `isi`, `kosong`): they are written
//!   by those who write the pages.
//! - Everything mechanical, and every verb, is English in standard terms: `read`,
//!   `report`, `rows`, `severity`. English collections are plurals.
//! - What a user reads is Indonesian: findings, `--help`, pages.
//! - Comments are plain English and say why.

use std::collections::BTreeMap;

mod anggaran;
mod entry;
mod gambar;
mod identitas;
mod iku;
mod indikator;
mod isu;
mod kinerja;
pub mod kode;
mod konfirmasi;
pub mod located;
mod matriks;
mod nama_opd;
mod narasi;
pub mod nip;
pub mod number;
mod own_output;
mod pendanaan;
pub mod periode;
mod permasalahan;
mod pohon;
mod printed;
mod quoted;
mod renja;
mod rpjmd;
pub mod rupiah;
mod struktur;
mod sumber_daya;
pub mod tahun;
pub mod tanggal;
mod tanggung_jawab;
pub mod target;
mod telaahan;
mod tema;
pub mod terbilang;
pub mod text;
pub mod trace;
mod tujuan;
mod wajib;
mod worksheet;

pub use anggaran::AnggaranRealisasi;
pub use entry::Entry;
pub use gambar::{GambarSendiri, TempatGambar};
pub use identitas::{Identitas, Kepala, Proses, Tahap};
pub use iku::{Ikk, Iku};
pub use indikator::{Indikator, PerTahun};
pub use isu::IsuStrategis;
pub use kinerja::KinerjaPelayanan;
pub use kode::{Kode, Level, split_coded};
pub use konfirmasi::Konfirmasi;
pub use located::Located;
pub use matriks::{BarisMatriks, SelTambahan, TabelTambahan};
pub use nama_opd::NamaOpd;
pub use narasi::Narasi;
pub use nip::Nip;
pub use own_output::{BERKAS_UNIT, KELUARAN};
pub use pendanaan::{
    Baris, Elemen, Jumlah, Kegiatan, KolomLain, PaguRow, Pendanaan, Peran, PernyataanKinerja,
    Program, SubKegiatan, Unplaced,
};
pub use periode::Periode;
pub use permasalahan::{Masalah, MasalahPokok};
pub use pohon::Pohon;
pub use printed::Printed;
pub use renja::{BarisRenja, Renja};
pub use rpjmd::{IndikatorRpjmd, MisiRpjmd, ProgramRpjmd, Rpjmd, SasaranRpjmd, TujuanRpjmd};
pub use rupiah::Rupiah;
pub use struktur::{Jabatan, TugasFungsi};
pub use sumber_daya::{BarisJumlah, KolomJumlah, Pegawai, Sarana, SumberDaya};
pub use tahun::Tahun;
pub use tanggal::Tanggal;
pub use tanggung_jawab::TanggungJawab;
pub use target::Target;
pub use telaahan::{JenisTelaahan, Telaahan};
pub use tema::{BarisTema, Tema};
pub use trace::traced;
pub use tujuan::{ArahKebijakan, Misi, Sasaran, Strategi, Tujuan};
pub use wajib::{IndikatorWajib, JenisWajib};
pub use worksheet::Worksheet;

/// The plan of one agency, as its worksheets say it.
///
/// Every value keeps the cell it came from. An empty list means that the
/// worksheet is missing or has no rows; the checks tell the two apart by
/// [`Renstra::lembar`].
#[derive(Debug, Clone, Default)]
pub struct Renstra {
    /// Who writes the plan, for which period, signed by whom.
    pub identitas: Identitas,
    /// The agency's own text, by slot.
    pub narasi: Vec<Narasi>,
    /// Subchapters that the sheet Narasi names without a text, each at the cell for it.
    pub narasi_kosong: Vec<Located<String>>,
    /// Posts and to whom they answer.
    pub struktur: Vec<Jabatan>,
    /// Duties and functions by post.
    pub tugas_fungsi: Vec<TugasFungsi>,
    /// Which units confirmed what they answer for.
    pub konfirmasi: Vec<Konfirmasi>,
    /// Staff by golongan, pendidikan, jabatan or status.
    pub pegawai: Vec<Pegawai>,
    /// Assets.
    pub sarana: Vec<Sarana>,
    /// Totals of staff and assets as the office typed them.
    pub baris_jumlah: Vec<BarisJumlah>,
    /// T-C.23, the previous period's performance.
    pub kinerja_pelayanan: Vec<KinerjaPelayanan>,
    /// T-C.24, the previous period's money.
    pub anggaran_realisasi: Vec<AnggaranRealisasi>,
    /// T-B.35, problems down to their roots.
    pub permasalahan: Vec<MasalahPokok>,
    /// The reviews of chapter III.
    pub telaahan: Vec<Telaahan>,
    /// Strategic issues.
    pub isu_strategis: Vec<IsuStrategis>,
    /// Vision of the region as T-C.26 quotes it.
    pub visi: Option<Located<String>>,
    /// T-C.26 with its own wording of goals and objectives, by mission.
    pub misi: Vec<Misi>,
    /// T-C.25: goals with objectives and indicators.
    pub tujuan: Vec<Tujuan>,
    /// T-C.27: goals, objectives, programmes and money.
    pub pendanaan: Pendanaan,
    /// T-C.28.
    pub kinerja_urusan: Vec<Indikator>,
    /// Indikator Kinerja Utama.
    pub iku: Vec<Iku>,
    /// Indikator Kinerja Kunci (Inmendagri 2/2025).
    pub ikk: Vec<Ikk>,
    /// Tables of words, by worksheet.
    pub matriks: BTreeMap<Worksheet, Vec<BarisMatriks>>,
    /// Pictures of the agency's own.
    pub gambar: Vec<GambarSendiri>,
    /// Tables of the agency's own.
    pub tambahan: Vec<TabelTambahan>,
    /// Worksheets that were found, in the order of the workbook.
    pub lembar: Vec<Worksheet>,
    /// Year of the baseline column by worksheet, where its heading names one.
    pub tahun_awal: BTreeMap<Worksheet, Tahun>,
    /// Where a worksheet says that its figures come from, in the line below its table.
    pub sumber: BTreeMap<Worksheet, Located<String>>,
}
