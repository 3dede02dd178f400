//! The worksheets of an agency's workbook, one file each: its printed columns (`SCHEMA`),
//! its row with a type for every column, and how a row is read. A column is added in its
//! file; a worksheet is one more file, named in `sheets::catalogue`.

pub mod anggaran_realisasi;
pub mod gambar;
pub mod identitas;
pub mod ikk;
pub mod iku;
pub mod isu_strategis;
pub mod kinerja_pelayanan;
pub mod kinerja_urusan;
pub mod konfirmasi;
pub mod matriks;
pub mod narasi;
pub mod nspk;
pub mod pendanaan;
pub mod permasalahan;
pub mod program_kegiatan;
pub mod strategi;
pub mod struktur;
pub mod sumber_daya;
pub mod telaahan;
pub mod tujuan_sasaran;
