//! A workbook read: every visible sheet that is a worksheet, into typed rows.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::read_context::Reading;
use super::schema::Schema;
use super::table::Account;
use super::table_region::TableRegion;
use super::worksheets::permasalahan::PermasalahanRow;
use super::worksheets::program_kegiatan::ProgramRow;
use super::worksheets::strategi::StrategiRow;
use super::worksheets::tujuan_sasaran::TujuanSasaranRow;
use super::worksheets::{
    anggaran_realisasi, gambar, identitas, ikk, iku, isu_strategis, kinerja_pelayanan,
    kinerja_urusan, konfirmasi, matriks, narasi, nspk, pendanaan, permasalahan, program_kegiatan,
    strategi, struktur, sumber_daya, telaahan, tujuan_sasaran,
};
use super::{edit, lookalike, parts, recognise, section, tambahan, visible};
use crate::diagnostic::Diagnostics;
use crate::model::{
    AnggaranRealisasi, BarisMatriks, GambarSendiri, Identitas, Ikk, Iku, Indikator, IsuStrategis,
    Jabatan, JenisTelaahan, KinerjaPelayanan, Konfirmasi, Located, Narasi, Pegawai, Sarana,
    TabelTambahan, Telaahan, TugasFungsi, Worksheet,
};
use crate::workbook::{Sheet, Workbook};

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
    /// Tables of words, by worksheet.
    pub matriks: BTreeMap<Worksheet, Vec<BarisMatriks>>,
    /// Gambar.
    pub gambar: Vec<GambarSendiri>,
    /// Tables with a caption of their own, also those that are a worksheet.
    pub tambahan: Vec<TabelTambahan>,
    /// The worksheets found, in the order of the workbook.
    pub lembar: Vec<Worksheet>,
    /// Sheets that look like a worksheet and are none.
    pub lookalikes: Vec<lookalike::Lookalike>,
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
    for TableRegion {
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

/// The worksheets that the visible sheets of a workbook are, without a reading.
pub fn recognised(workbook: &Workbook) -> impl Iterator<Item = Worksheet> {
    let part = workbook.sheet.iter().filter(|sheet| !sheet.hidden);
    part.flat_map(section::split)
        .filter_map(|part| Some(recognise::schema(&part, &|| true, &mut Diagnostics::new())?.id))
}

/// The Identitas of a workbook, without a reading of its other worksheets; `None`
/// if there is no such sheet. What is wrong in it is reported by [`read`].
pub fn read_identitas(workbook: &Workbook) -> Option<Identitas> {
    let mut scratch = Diagnostics::new();
    let part = workbook.sheet.iter().filter(|sheet| !sheet.hidden);
    let part = part.flat_map(section::split).find(|part| {
        recognise::schema(part, &|| false, &mut scratch)
            .is_some_and(|schema| schema.id == Worksheet::Identitas)
    })?;
    Some(identitas::read(&part, &mut Vec::new(), &mut scratch))
}

impl Sheets {
    fn take(&mut self, sheet: &Sheet, schema: &'static Schema, out: &mut Diagnostics) {
        let account = &mut self.account;
        match schema.id {
            // Of two, the first one speaks, as for `read_identitas`.
            Worksheet::Identitas => {
                let read = identitas::read(sheet, account, out);
                self.identitas.get_or_insert(read);
            }
            Worksheet::Narasi => {
                let blank = &mut self.narasi_kosong;
                self.narasi.extend(narasi::read(sheet, account, blank, out));
            }
            Worksheet::Struktur => self.struktur.extend(struktur::read(sheet, account, out)),
            Worksheet::TugasFungsi => {
                self.tugas_fungsi
                    .extend(struktur::read_tugas_fungsi(sheet, account, out));
            }
            Worksheet::Gambar => self.gambar.extend(gambar::read(sheet, account, out)),
            Worksheet::Konfirmasi => self
                .konfirmasi
                .extend(konfirmasi::read(sheet, account, out)),
            Worksheet::Pegawai => self
                .pegawai
                .extend(sumber_daya::read_pegawai(sheet, account, out)),
            Worksheet::Sarana => self
                .sarana
                .extend(sumber_daya::read_sarana(sheet, account, out)),
            Worksheet::Tc23 => self
                .kinerja_pelayanan
                .extend(kinerja_pelayanan::read(sheet, account, out)),
            Worksheet::Tc24 => {
                self.anggaran_realisasi
                    .extend(anggaran_realisasi::read(sheet, account, out));
            }
            Worksheet::Tb35 => self
                .permasalahan
                .extend(permasalahan::read(sheet, account, out)),
            Worksheet::IsuStrategis => self
                .isu_strategis
                .extend(isu_strategis::read(sheet, account, out)),
            Worksheet::Tc25 => self
                .tujuan_sasaran
                .extend(tujuan_sasaran::read(sheet, account, out)),
            Worksheet::Tc26 => self.strategi.extend(strategi::read(sheet, account, out)),
            Worksheet::Tc27 => self
                .program_kegiatan
                .extend(program_kegiatan::read(sheet, account, out)),
            Worksheet::Tc28 => self
                .kinerja_urusan
                .extend(kinerja_urusan::read(sheet, account, out)),
            Worksheet::Iku => self.iku.extend(iku::read(sheet, account, out)),
            Worksheet::TujuanSasaran => self.tujuan_sasaran.extend(nspk::read(sheet, account, out)),
            Worksheet::Pendanaan => {
                self.program_kegiatan
                    .extend(pendanaan::read(sheet, account, out));
            }
            Worksheet::Ikk => self.ikk.extend(ikk::read(sheet, account, out)),
            Worksheet::TelaahanVisiMisi
            | Worksheet::TelaahanRenstraKl
            | Worksheet::TelaahanRenstraProvinsi
            | Worksheet::TelaahanRtrw
            | Worksheet::TelaahanKlhs => {
                if let Some(jenis) = JenisTelaahan::of(schema.id) {
                    self.telaahan
                        .extend(telaahan::read(sheet, jenis, account, out));
                }
            }
            Worksheet::CapaianSpm
            | Worksheet::KelompokSasaran
            | Worksheet::PermasalahanFaktor
            | Worksheet::IsuTeknik
            | Worksheet::Penahapan
            | Worksheet::ArahKebijakan
            | Worksheet::ArahKebijakanTahun
            | Worksheet::Crosscutting
            | Worksheet::Perumusan
            | Worksheet::Prioritas
            | Worksheet::ManualIndikator
            | Worksheet::Tematik
            | Worksheet::Renja => {
                let row = matriks::read(sheet, schema, account, out);
                self.matriks.entry(schema.id).or_default().extend(row);
            }
            // Of another workbook.
            Worksheet::RpjmdTujuan
            | Worksheet::RpjmdStrategi
            | Worksheet::RpjmdProgram
            | Worksheet::RpjmdWajib => {}
        }
    }
}
