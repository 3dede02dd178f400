//! Every worksheet with its form.

use super::rpjmd;
use super::schema::Schema;
use super::worksheets::{
    anggaran_realisasi, gambar, identitas, ikk, iku, isu_strategis, kinerja_pelayanan,
    kinerja_urusan, konfirmasi, matriks, narasi, nspk, pendanaan, permasalahan, program_kegiatan,
    strategi, struktur, sumber_daya, telaahan, tujuan_sasaran,
};
use crate::model::Worksheet;

/// The form of a worksheet.
pub const fn schema(worksheet: Worksheet) -> &'static Schema {
    match worksheet {
        Worksheet::Identitas => &identitas::SCHEMA,
        Worksheet::Narasi => &narasi::SCHEMA,
        Worksheet::Struktur => &struktur::SCHEMA,
        Worksheet::TugasFungsi => &struktur::TUGAS_FUNGSI,
        Worksheet::Pegawai => &sumber_daya::PEGAWAI,
        Worksheet::Sarana => &sumber_daya::SARANA,
        Worksheet::Tc23 => &kinerja_pelayanan::SCHEMA,
        Worksheet::Tc24 => &anggaran_realisasi::SCHEMA,
        Worksheet::Tb35 => &permasalahan::SCHEMA,
        Worksheet::TelaahanVisiMisi => &telaahan::VISI_MISI,
        Worksheet::TelaahanRenstraKl => &telaahan::RENSTRA_KL,
        Worksheet::TelaahanRenstraProvinsi => &telaahan::RENSTRA_PROVINSI,
        Worksheet::TelaahanRtrw => &telaahan::RTRW,
        Worksheet::TelaahanKlhs => &telaahan::KLHS,
        Worksheet::IsuStrategis => &isu_strategis::SCHEMA,
        Worksheet::Tc25 => &tujuan_sasaran::SCHEMA,
        Worksheet::Tc26 => &strategi::SCHEMA,
        Worksheet::Tc27 => &program_kegiatan::SCHEMA,
        Worksheet::Tc28 => &kinerja_urusan::SCHEMA,
        Worksheet::Iku => &iku::SCHEMA,
        Worksheet::TujuanSasaran => &nspk::SCHEMA,
        Worksheet::Pendanaan => &pendanaan::SCHEMA,
        Worksheet::Ikk => &ikk::SCHEMA,
        Worksheet::CapaianSpm => &matriks::capaian_spm::SCHEMA,
        Worksheet::KelompokSasaran => &matriks::kelompok_sasaran::SCHEMA,
        Worksheet::PermasalahanFaktor => &matriks::faktor::SCHEMA,
        Worksheet::IsuTeknik => &matriks::isu_teknik::SCHEMA,
        Worksheet::Penahapan => &matriks::penahapan::SCHEMA,
        Worksheet::ArahKebijakan => &matriks::arah_kebijakan::SCHEMA,
        Worksheet::ArahKebijakanTahun => &matriks::arah_kebijakan_tahun::SCHEMA,
        Worksheet::Crosscutting => &matriks::crosscutting::SCHEMA,
        Worksheet::Perumusan => &matriks::perumusan::SCHEMA,
        Worksheet::Prioritas => &matriks::prioritas::SCHEMA,
        Worksheet::ManualIndikator => &matriks::manual_indikator::SCHEMA,
        Worksheet::Tematik => &matriks::tematik::SCHEMA,
        Worksheet::Renja => &matriks::renja::SCHEMA,
        Worksheet::Gambar => &gambar::SCHEMA,
        Worksheet::Konfirmasi => &konfirmasi::SCHEMA,
        Worksheet::RpjmdTujuan => &rpjmd::tujuan::SCHEMA,
        Worksheet::RpjmdStrategi => &rpjmd::strategi::SCHEMA,
        Worksheet::RpjmdProgram => &rpjmd::program::SCHEMA,
        Worksheet::RpjmdWajib => &rpjmd::wajib::SCHEMA,
    }
}

/// Every worksheet of a plan's workbook, in the order of a blank one: those before the
/// RPJMD's.
pub const ALL: [&Schema; Worksheet::RpjmdTujuan as usize] = {
    let mut list = [&identitas::SCHEMA; Worksheet::RpjmdTujuan as usize];
    let mut at = 0;
    while at < list.len() {
        list[at] = schema(Worksheet::ALL[at]);
        at += 1;
    }
    list
};
