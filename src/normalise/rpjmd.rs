//! Rows of the RPJMD workbook to misi → tujuan → sasaran, and programmes.

use crate::diagnostic::{Diagnostic, Diagnostics, Origin};
use crate::model::{
    Entry, IndikatorRpjmd, Level, Located, MisiRpjmd, ProgramRpjmd, Rpjmd, SasaranRpjmd,
    TujuanRpjmd, text,
};
use crate::sheets::rpjmd::RpjmdSheets;
use crate::sheets::rpjmd::program::ProgramRpjmdRow;
use crate::sheets::rpjmd::tujuan::{TujuanRpjmdCells, TujuanRpjmdRow};

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
    }
}

fn nest(
    row: Vec<TujuanRpjmdRow>,
    out: &mut Diagnostics,
) -> (Option<Located<String>>, Vec<MisiRpjmd>) {
    let mut visi = None;
    let mut list: Vec<MisiRpjmd> = Vec::new();
    for row in row {
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
fn program(row: Vec<ProgramRpjmdRow>) -> Vec<ProgramRpjmd> {
    let mut list: Vec<ProgramRpjmd> = Vec::new();
    let mut sasaran: Option<Located<String>> = None;
    let mut open = false;
    for row in row {
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
