//! Rows to the plan: children to parents, tidy texts. What cannot be joined is
//! a finding; what can be is given in any case.

pub mod code;
mod inmendagri_2025;
mod pendanaan;
mod permasalahan;
mod perumusan;
mod rpjmd;
mod same_table;
mod sumber_daya;
mod tujuan;
mod unit_in_charge;
mod unknown_names;

pub use rpjmd::rpjmd;

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostics;
use crate::model::{Identitas, Kode, Level, Renstra, Worksheet};
use crate::sheets::Sheets;

/// Builds the plan from the worksheets.
pub fn normalise(sheets: Sheets, out: &mut Diagnostics) -> Renstra {
    with_repeats(sheets, out).0
}

/// The same, with the places in the workbook of the sheets whose table of funding or of
/// goals only repeats another one.
pub fn with_repeats(mut sheets: Sheets, out: &mut Diagnostics) -> (Renstra, BTreeSet<u32>) {
    let identitas = sheets.identitas.take().unwrap_or_default();
    let bidang = bidang(&identitas);
    let mut finder = inmendagri_2025::Finder::new(bidang.as_deref());
    for row in sheets
        .program_kegiatan
        .iter_mut()
        .filter(|row| row.inmendagri_2025)
    {
        finder.restore(row);
    }
    finder.report(out);
    unit_in_charge::from_agency(&mut sheets.program_kegiatan, &identitas);
    let (row, repeat, dropped) =
        same_table::funding(sheets.program_kegiatan, bidang.as_deref(), out);
    let mut pendanaan = pendanaan::nest(row, bidang.as_deref(), out);
    pendanaan::fill_unit(&mut pendanaan, &repeat, bidang.as_deref());
    let (tujuan_row, _, again) = same_table::goals(sheets.tujuan_sasaran, out);
    sheets.tujuan_sasaran = tujuan_row;
    let repeated: BTreeSet<u32> = dropped.into_iter().chain(again).collect();
    // What a sheet repeats is still the agency's own table, if it has a caption.
    for table in &mut sheets.tambahan {
        let sheet = table.origin.sheet_index;
        if sheet.is_some_and(|at| repeated.contains(&at)) {
            table.lembar = None;
        }
    }
    if let Some(row) = sheets.matriks.get(&Worksheet::Perumusan) {
        perumusan::link(row, &mut pendanaan, out);
    }
    let mut tujuan = tujuan::nest(sheets.tujuan_sasaran, out);
    let (pegawai, mut baris_jumlah) = sumber_daya::pegawai(sheets.pegawai);
    let (sarana, total) = sumber_daya::sarana(sheets.sarana);
    baris_jumlah.extend(total);
    let (visi, misi) = tujuan::nest_strategi(sheets.strategi, out);
    if !tujuan.is_empty() {
        tujuan::attach_strategi(&mut tujuan, &misi, out);
    }
    let renstra = Renstra {
        identitas,
        narasi: sheets.narasi,
        narasi_kosong: sheets.narasi_kosong,
        struktur: sheets.struktur,
        tugas_fungsi: sheets.tugas_fungsi,
        konfirmasi: sheets.konfirmasi,
        pegawai,
        sarana,
        baris_jumlah,
        kinerja_pelayanan: sheets.kinerja_pelayanan,
        anggaran_realisasi: sheets.anggaran_realisasi,
        permasalahan: permasalahan::nest(sheets.permasalahan, out),
        telaahan: sheets.telaahan,
        isu_strategis: sheets.isu_strategis,
        visi,
        misi,
        tujuan,
        pendanaan,
        kinerja_urusan: sheets.kinerja_urusan,
        iku: sheets.iku,
        ikk: sheets.ikk,
        matriks: sheets.matriks,
        gambar: sheets.gambar,
        tambahan: sheets.tambahan,
        lembar: sheets.lembar,
        sumber: sheets
            .account
            .iter()
            .filter_map(|a| Some((a.id?, a.sumber.clone()?)))
            .collect(),
        tahun_awal: sheets
            .account
            .iter()
            .filter_map(|a| Some((a.id?, a.tahun_awal?)))
            .collect(),
    };
    unknown_names::report(&renstra, out);
    (renstra, repeated)
}

/// The agency's first bidang urusan: the first two groups of its code, or what
/// its first bidang urusan begins with.
fn bidang(identitas: &Identitas) -> Option<String> {
    let urusan = identitas.bidang_urusan.first().map(|urusan| &urusan.value);
    let kode = identitas.kode.value().or(urusan)?;
    let word = kode.split_whitespace().next()?;
    let group: Vec<&str> = word.split('.').take(2).collect();
    let bidang = group.join(".");
    bidang
        .parse::<Kode>()
        .is_ok_and(|kode| kode.level() == Level::BidangUrusan)
        .then_some(bidang)
}
