//! Worksheets to typed rows: each on its own, so that one broken sheet hides no
//! other. Knows neither parents nor totals nor regulations.

pub mod anggaran_realisasi;
mod candidate;
mod cell;
pub mod code;
mod depth;
mod edit;
mod evidence;
mod filled_down;
mod further;
pub mod gambar;
mod header;
pub mod heading;
mod heading_report;
mod headline;
pub mod identitas;
pub mod ikk;
pub mod iku;
pub mod isu_strategis;
pub mod kinerja_pelayanan;
pub mod kinerja_urusan;
mod kode_cell;
mod kode_column;
mod kode_in_name;
pub mod konfirmasi;
mod level;
mod lookalike;
pub mod matriks;
pub mod migrate;
pub mod narasi;
pub mod nspk;
mod numbering;
mod parts;
pub mod pendanaan;
pub mod permasalahan;
mod plan_year;
mod prepare;
pub mod program_kegiatan;
mod reader;
pub mod reading;
mod recognise;
mod repeat;
pub mod repeated;
mod repeated_part;
mod restore;
mod row;
pub mod rpjmd;
pub mod schema;
mod section;
pub mod strategi;
mod stray;
mod strip;
pub mod struktur;
pub mod sumber_daya;
pub mod table;
mod table_region;
mod tambahan;
pub mod telaahan;
pub mod tujuan_sasaran;
mod unit;
mod visible;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostics;
use crate::model::{
    AnggaranRealisasi, BarisMatriks, GambarSendiri, Identitas, Ikk, Iku, Indikator, IsuStrategis,
    Jabatan, JenisTelaahan, KinerjaPelayanan, Konfirmasi, Located, Narasi, Pegawai, Sarana,
    TabelTambahan, Telaahan, TugasFungsi,
};
use crate::workbook::{Sheet, Workbook};
pub use cell::shown;
pub use lookalike::Lookalike;
use permasalahan::PermasalahanRow;
use program_kegiatan::ProgramRow;
pub use reading::{Place, Reading};
pub use recognise::is_guide;
use schema::Schema;
use strategi::StrategiRow;
use table::Account;
use tujuan_sasaran::TujuanSasaranRow;

/// Every worksheet the reader knows, in the order of a blank workbook.
pub const ALL: [&Schema; 37] = [
    &identitas::SCHEMA,
    &narasi::SCHEMA,
    &struktur::SCHEMA,
    &struktur::TUGAS_FUNGSI,
    &sumber_daya::PEGAWAI,
    &sumber_daya::SARANA,
    &kinerja_pelayanan::SCHEMA,
    &anggaran_realisasi::SCHEMA,
    &permasalahan::SCHEMA,
    &telaahan::VISI_MISI,
    &telaahan::RENSTRA_KL,
    &telaahan::RENSTRA_PROVINSI,
    &telaahan::RTRW,
    &telaahan::KLHS,
    &isu_strategis::SCHEMA,
    &tujuan_sasaran::SCHEMA,
    &strategi::SCHEMA,
    &program_kegiatan::SCHEMA,
    &kinerja_urusan::SCHEMA,
    &iku::SCHEMA,
    &nspk::SCHEMA,
    &pendanaan::SCHEMA,
    &ikk::SCHEMA,
    matriks::ALL[0],
    matriks::ALL[1],
    matriks::ALL[2],
    matriks::ALL[3],
    matriks::ALL[4],
    matriks::ALL[5],
    matriks::ALL[6],
    matriks::ALL[7],
    matriks::ALL[8],
    matriks::ALL[9],
    matriks::ALL[10],
    matriks::ALL[11],
    &gambar::SCHEMA,
    &konfirmasi::SCHEMA,
];

/// Name of the tab of a worksheet; the id itself for an unknown one.
pub fn tab_name(id: &str) -> &str {
    ALL.iter()
        .find(|schema| schema.id == id)
        .map_or(id, |schema| schema.tab)
}

/// All worksheets of a workbook, read.
#[derive(Debug, Clone, Default)]
pub struct Sheets {
    /// Identitas; `None` if there is no such sheet.
    pub identitas: Option<Identitas>,
    /// Narasi.
    pub narasi: Vec<Narasi>,
    /// Subchapters of Narasi without a text, each at the cell for it.
    pub narasi_kosong: Vec<Located<String>>,
    /// Struktur.
    pub struktur: Vec<Jabatan>,
    /// Tugas dan Fungsi.
    pub tugas_fungsi: Vec<TugasFungsi>,
    /// Konfirmasi.
    pub konfirmasi: Vec<Konfirmasi>,
    /// Pegawai.
    pub pegawai: Vec<Pegawai>,
    /// Sarana.
    pub sarana: Vec<Sarana>,
    /// T-C.23.
    pub kinerja_pelayanan: Vec<KinerjaPelayanan>,
    /// T-C.24.
    pub anggaran_realisasi: Vec<AnggaranRealisasi>,
    /// T-B.35.
    pub permasalahan: Vec<PermasalahanRow>,
    /// The reviews of chapter III.
    pub telaahan: Vec<Telaahan>,
    /// Isu strategis.
    pub isu_strategis: Vec<IsuStrategis>,
    /// T-C.25.
    pub tujuan_sasaran: Vec<TujuanSasaranRow>,
    /// T-C.26.
    pub strategi: Vec<StrategiRow>,
    /// T-C.27.
    pub program_kegiatan: Vec<ProgramRow>,
    /// T-C.28.
    pub kinerja_urusan: Vec<Indikator>,
    /// IKU.
    pub iku: Vec<Iku>,
    /// Indikator Kinerja Kunci.
    pub ikk: Vec<Ikk>,
    /// Tables of words, by worksheet id.
    pub matriks: BTreeMap<&'static str, Vec<BarisMatriks>>,
    /// Gambar.
    pub gambar: Vec<GambarSendiri>,
    /// Tables with a caption of their own, also those that are a worksheet.
    pub tambahan: Vec<TabelTambahan>,
    /// Ids of the worksheets found, in the order of the workbook.
    pub lembar: Vec<&'static str>,
    /// Sheets that look like a worksheet and are none.
    pub lookalikes: Vec<Lookalike>,
    /// What became of the rows of each sheet.
    pub account: Vec<Account>,
}

/// Reads every visible sheet that is a known worksheet. A worksheet may be
/// split over several sheets; their rows follow each other.
pub fn read(workbook: &Workbook, out: &mut Diagnostics) -> Sheets {
    read_with(workbook, &Reading::default(), out)
}

/// As [`read`], with what the city's settings say.
pub fn read_with(workbook: &Workbook, reading: &Reading, out: &mut Diagnostics) -> Sheets {
    let mut sheets = Sheets::default();
    let mut used = BTreeSet::new();
    for table_region::TableRegion {
        sheet, schema, own, ..
    } in parts::parts(workbook, reading, out)
    {
        if own.is_some() || schema.is_some() {
            used.insert(sheet.origin.sheet_index);
        }
        let found = lookalike::find(&sheet, schema, own.as_ref());
        sheets.lookalikes.extend(found);
        if let Some(table) = own {
            if schema.is_none() {
                sheets.account.push(tambahan::account(&table, &sheet));
            }
            sheets.tambahan.push(table);
        }
        if let Some(schema) = schema {
            if !sheets.lembar.contains(&schema.id) {
                sheets.lembar.push(schema.id);
            }
            let before = sheets.account.len();
            sheets.take(&sheet, schema, out);
            let index = sheet.origin.sheet_index;
            let mut all = workbook.sheet.iter();
            if let Cow::Owned(read) = &sheet
                && let Some(typed) = all.find(|typed| typed.origin.sheet_index == index)
            {
                let read_as = edit::read_as(typed, read);
                for account in sheets.account.iter_mut().skip(before) {
                    account.layout.read_as.clone_from(&read_as);
                }
            }
        }
    }
    for sheet in &workbook.sheet {
        let index = sheet.origin.sheet_index;
        if used.contains(&index) {
            let of_sheet = |account: &&Account| account.origin.sheet_index == index;
            let rows: usize = sheets
                .account
                .iter()
                .filter(of_sheet)
                .map(|account| account.used)
                .sum();
            visible::report(sheet, rows == 0, out);
        }
    }
    sheets
}

/// Ids of the worksheets that the visible sheets of a workbook are, without a reading.
pub fn recognised(workbook: &Workbook) -> impl Iterator<Item = &'static str> {
    let part = workbook.sheet.iter().filter(|sheet| !sheet.hidden);
    part.flat_map(section::split)
        .filter_map(|part| Some(recognise::schema(&part, &|| true, &mut Diagnostics::new())?.id))
}

/// The Identitas of a workbook, without a reading of its other worksheets; `None`
/// if there is no such sheet. What is wrong in it is told by [`read`].
pub fn read_identitas(workbook: &Workbook) -> Option<Identitas> {
    let mut scratch = Diagnostics::new();
    let part = workbook.sheet.iter().filter(|sheet| !sheet.hidden);
    let part = part.flat_map(section::split).find(|part| {
        recognise::schema(part, &|| false, &mut scratch)
            .is_some_and(|schema| schema.id == identitas::SCHEMA.id)
    })?;
    Some(identitas::read(&part, &mut Vec::new(), &mut scratch))
}

impl Sheets {
    fn take(&mut self, sheet: &Sheet, schema: &'static Schema, out: &mut Diagnostics) {
        let account = &mut self.account;
        match schema.id {
            // Of two, the first one speaks, as for `read_identitas`.
            "identitas" => {
                let read = identitas::read(sheet, account, out);
                self.identitas.get_or_insert(read);
            }
            "narasi" => {
                let blank = &mut self.narasi_kosong;
                self.narasi.extend(narasi::read(sheet, account, blank, out));
            }
            "struktur" => self.struktur.extend(struktur::read(sheet, account, out)),
            "tugas-fungsi" => {
                self.tugas_fungsi
                    .extend(struktur::read_tugas_fungsi(sheet, account, out));
            }
            "gambar" => self.gambar.extend(gambar::read(sheet, account, out)),
            "konfirmasi" => self
                .konfirmasi
                .extend(konfirmasi::read(sheet, account, out)),
            "pegawai" => self
                .pegawai
                .extend(sumber_daya::read_pegawai(sheet, account, out)),
            "sarana" => self
                .sarana
                .extend(sumber_daya::read_sarana(sheet, account, out)),
            "t-c-23" => self
                .kinerja_pelayanan
                .extend(kinerja_pelayanan::read(sheet, account, out)),
            "t-c-24" => {
                self.anggaran_realisasi
                    .extend(anggaran_realisasi::read(sheet, account, out));
            }
            "t-b-35" => self
                .permasalahan
                .extend(permasalahan::read(sheet, account, out)),
            "isu-strategis" => self
                .isu_strategis
                .extend(isu_strategis::read(sheet, account, out)),
            "t-c-25" => self
                .tujuan_sasaran
                .extend(tujuan_sasaran::read(sheet, account, out)),
            "t-c-26" => self.strategi.extend(strategi::read(sheet, account, out)),
            "t-c-27" => self
                .program_kegiatan
                .extend(program_kegiatan::read(sheet, account, out)),
            "t-c-28" => self
                .kinerja_urusan
                .extend(kinerja_urusan::read(sheet, account, out)),
            "iku" => self.iku.extend(iku::read(sheet, account, out)),
            "tujuan-sasaran" => self.tujuan_sasaran.extend(nspk::read(sheet, account, out)),
            "pendanaan" => {
                self.program_kegiatan
                    .extend(pendanaan::read(sheet, account, out));
            }
            "ikk" => self.ikk.extend(ikk::read(sheet, account, out)),
            id if matriks::ALL.iter().any(|schema| schema.id == id) => {
                let row = matriks::read(sheet, schema, account, out);
                self.matriks.entry(schema.id).or_default().extend(row);
            }
            id => {
                if let Some(jenis) = JenisTelaahan::ALL
                    .into_iter()
                    .find(|jenis| jenis.id() == id)
                {
                    self.telaahan
                        .extend(telaahan::read(sheet, jenis, account, out));
                }
            }
        }
    }
}
