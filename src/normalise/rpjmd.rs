//! Rows of the RPJMD workbook to misi → tujuan → sasaran, and programmes.

use crate::diagnostic::{Diagnostic, Diagnostics, Origin};
use crate::model::{
    Entry, IndikatorRpjmd, IndikatorWajib, JenisWajib, Level, Located, MisiRpjmd, ProgramRpjmd,
    Rpjmd, SasaranRpjmd, TujuanRpjmd, text,
};
use crate::nomenklatur;
use crate::sheets::rpjmd::RpjmdSheets;
use crate::sheets::rpjmd::program::ProgramRpjmdRow;
use crate::sheets::rpjmd::tujuan::{TujuanRpjmdCells, TujuanRpjmdRow};
use crate::sheets::rpjmd::wajib::WajibRow;

use super::code;
use super::tujuan;

/// Builds the RPJMD from its worksheets.
pub fn rpjmd(sheets: RpjmdSheets, berkas: Origin, out: &mut Diagnostics) -> Rpjmd {
    let identitas = sheets.identitas.unwrap_or_default();
    let (visi, mut misi) = nest(sheets.tujuan, out);
    let (_, strategi) = tujuan::nest_strategi(sheets.strategi, out);
    for from in strategi
        .into_iter()
        .flat_map(|misi| misi.tujuan)
        .flat_map(|tujuan| tujuan.sasaran)
    {
        let same = misi
            .iter_mut()
            .flat_map(|misi| &mut misi.tujuan)
            .flat_map(|tujuan| &mut tujuan.sasaran)
            .find(|sasaran| text::same(&sasaran.uraian.value, &from.uraian.value));
        match same {
            Some(sasaran) => sasaran.strategi.extend(from.strategi),
            None => out.emit(
                Diagnostic::warning(
                    code::STRATEGI_OF_UNKNOWN_SASARAN,
                    from.uraian.origin,
                    "sasaran pada lembar Strategi RPJMD ini tidak ada pada lembar Tujuan Sasaran RPJMD",
                )
                .hint("samakan bunyi sasaran pada kedua lembar"),
            ),
        }
    }
    Rpjmd {
        berkas,
        daerah: identitas.daerah,
        periode: identitas.periode,
        visi,
        misi,
        program: program(sheets.program),
        wajib: wajib(sheets.wajib, out),
    }
}

fn nest(
    rows: Vec<TujuanRpjmdRow>,
    out: &mut Diagnostics,
) -> (Option<Located<String>>, Vec<MisiRpjmd>) {
    let mut visi = None;
    let mut list: Vec<MisiRpjmd> = Vec::new();
    for row in rows {
        match row {
            TujuanRpjmdRow::Visi(text) => visi = Some(text),
            TujuanRpjmdRow::Misi(text) => list.push(MisiRpjmd {
                uraian: Some(text),
                tujuan: Vec::new(),
            }),
            TujuanRpjmdRow::Isi(cell) => {
                if list.is_empty() {
                    list.push(MisiRpjmd {
                        uraian: None,
                        tujuan: Vec::new(),
                    });
                }
                if let Some(misi) = list.last_mut() {
                    join(misi, *cell, out);
                }
            }
        }
    }
    (visi, list)
}

fn join(misi: &mut MisiRpjmd, cell: TujuanRpjmdCells, out: &mut Diagnostics) {
    if let Entry::Filled(uraian) = cell.tujuan
        && misi
            .tujuan
            .last()
            .is_none_or(|last| last.uraian.origin != uraian.origin)
    {
        misi.tujuan.push(TujuanRpjmd {
            uraian,
            indikator: Vec::new(),
            sasaran: Vec::new(),
        });
    }
    let Some(tujuan) = misi.tujuan.last_mut() else {
        let named = cell.sasaran.located().map(|sasaran| sasaran.origin.clone());
        if let Some(origin) = named.or(cell.indikator.map(|i| i.uraian.origin)) {
            out.emit(
                Diagnostic::error(
                    code::SASARAN_WITHOUT_TUJUAN,
                    origin,
                    "sasaran ini tidak berada di bawah tujuan mana pun",
                )
                .hint("isi kolom tujuan pada baris ini atau di atasnya"),
            );
        }
        return;
    };
    if let Entry::Filled(uraian) = cell.sasaran
        && tujuan
            .sasaran
            .last()
            .is_none_or(|last| last.uraian.origin != uraian.origin)
    {
        tujuan.sasaran.push(SasaranRpjmd {
            uraian,
            indikator: Vec::new(),
            strategi: Vec::new(),
        });
    }
    if let Some(indikator) = cell.indikator {
        let indikator = IndikatorRpjmd {
            indikator,
            opd: cell.opd,
        };
        match tujuan.sasaran.last_mut() {
            Some(sasaran) => sasaran.indikator.push(indikator),
            None => tujuan.indikator.push(indikator),
        }
    }
}

/// Programmes; a row without kode carries a further indicator, a kode of a
/// wider level (urusan, bidang urusan) is a heading.
fn program(rows: Vec<ProgramRpjmdRow>) -> Vec<ProgramRpjmd> {
    let mut list: Vec<ProgramRpjmd> = Vec::new();
    let mut sasaran: Option<Located<String>> = None;
    let mut open = false;
    for row in rows {
        if let Entry::Filled(named) = row.sasaran {
            sasaran = Some(named);
        }
        match row.kode {
            Entry::Filled(kode) if kode.value.level() == Level::Program => {
                open = true;
                list.push(ProgramRpjmd {
                    sasaran: sasaran.clone(),
                    kode,
                    uraian: row.uraian,
                    indikator: row.indikator.into_iter().collect(),
                    pagu: row.pagu,
                    pagu_akhir: row.pagu_akhir,
                    opd: row.opd,
                    prioritas: row.prioritas,
                });
            }
            Entry::Filled(_) | Entry::Broken(_) => open = false,
            Entry::Missing | Entry::Empty(_) => {
                if let Some(last) = list.last_mut().filter(|_| open) {
                    last.indikator.extend(row.indikator);
                }
            }
        }
    }
    list
}

/// Mandatory indicators with the kode of their bidang urusan. One of SPM or IKK
/// of which neither bidang nor agency is known would bind every agency, and is left
/// out with a finding.
fn wajib(rows: Vec<WajibRow>, out: &mut Diagnostics) -> Vec<IndikatorWajib> {
    let mut list = Vec::new();
    for row in rows {
        let mut bidang = Vec::new();
        let mut unknown = false;
        if let Entry::Filled(named) = &row.bidang {
            let parts = named.value.split([';', '\n']).map(str::trim);
            for part in parts.filter(|part| !part.is_empty()) {
                let kode = nomenklatur::bidang(part);
                unknown |= kode.is_none();
                bidang.extend(kode);
            }
        }
        let opd = match row.opd {
            Entry::Filled(named) if is_all(&named.value) => Entry::Empty(named.origin),
            opd => opd,
        };
        let whose = !bidang.is_empty() || !opd.is_missing();
        if unknown || (row.jenis != JenisWajib::Semua && !whose) {
            out.emit(of_no_bidang(&row.bidang, &row.indikator));
        }
        if whose || (row.jenis == JenisWajib::Semua && !unknown) {
            list.push(IndikatorWajib {
                jenis: row.jenis,
                bidang,
                opd,
                uraian: row.indikator,
                satuan: row.satuan,
            });
        }
    }
    list
}

/// Whether a cell of agencies says that it means every one.
fn is_all(text: &str) -> bool {
    let plain = text::plain(text);
    let mut word = plain.split_whitespace();
    word.next()
        .is_some_and(|first| ["semua", "seluruh", "setiap"].contains(&first))
        && word.all(|word| ["perangkat", "daerah", "opd", "pd", "skpd"].contains(&word))
}

fn of_no_bidang(bidang: &Entry<String>, indikator: &Located<String>) -> Diagnostic {
    let (origin, message) = match bidang {
        Entry::Filled(named) => (
            &named.origin,
            format!(
                "bidang urusan \"{}\" pada indikator wajib ini tidak dikenal",
                named.value.replace('\n', " ")
            ),
        ),
        _ => (
            &indikator.origin,
            "indikator wajib ini tidak menyebut bidang urusannya; tidak diperiksa".to_owned(),
        ),
    };
    Diagnostic::warning(code::UNKNOWN_BIDANG, origin.clone(), message)
        .path(indikator.value.clone())
        .hint("tulis kode bidang urusan, misalnya 1.02, atau namanya seperti pada nomenklatur")
}
