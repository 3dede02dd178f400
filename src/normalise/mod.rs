//! Rows to the plan: children to parents, tidy texts. What cannot be joined is
//! a finding; what can be is given in any case.

pub mod code;
mod pendanaan;
mod permasalahan;
mod rpjmd;
mod tujuan;

pub use rpjmd::rpjmd;

use crate::diagnostic::Diagnostics;
use crate::model::{Identitas, Renstra};
use crate::sheets::Sheets;

/// Builds the plan from the worksheets.
pub fn normalise(sheets: Sheets, out: &mut Diagnostics) -> Renstra {
    let identitas = sheets.identitas.unwrap_or_default();
    let bidang = bidang(&identitas);
    let pendanaan = pendanaan::nest(sheets.program_kegiatan, bidang.as_deref(), out);
    let mut tujuan = tujuan::nest(sheets.tujuan_sasaran, out);
    let (visi, misi) = tujuan::nest_strategi(sheets.strategi, out);
    if !tujuan.is_empty() {
        tujuan::attach_strategi(&mut tujuan, &misi, out);
    }
    Renstra {
        identitas,
        narasi: sheets.narasi,
        struktur: sheets.struktur,
        tugas_fungsi: sheets.tugas_fungsi,
        pegawai: sheets.pegawai,
        sarana: sheets.sarana,
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
        lembar: sheets.lembar,
        tahun_awal: sheets
            .account
            .iter()
            .filter_map(|a| Some((a.id, a.tahun_awal?)))
            .collect(),
    }
}

/// The agency's first bidang urusan, the first two groups of its code.
fn bidang(identitas: &Identitas) -> Option<String> {
    let kode = identitas.kode.value()?;
    let group: Vec<&str> = kode.split('.').take(2).collect();
    (group.len() == 2).then(|| group.join("."))
}
