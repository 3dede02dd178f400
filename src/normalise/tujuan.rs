//! T-C.25 and T-C.26 rows to tujuan → sasaran → strategi → arah kebijakan.

use super::code;
use crate::diagnostic::{Diagnostic, Diagnostics, Origin};
use crate::model::{ArahKebijakan, Entry, Located, Misi, Sasaran, Strategi, Tujuan, text};
use crate::sheets::worksheets::strategi::{StrategiCells, StrategiRow};
use crate::sheets::worksheets::tujuan_sasaran::TujuanSasaranRow;

/// T-C.25: a row without sasaran belongs to the sasaran above it, or, before
/// the first one, to the tujuan.
pub fn nest(row: Vec<TujuanSasaranRow>, out: &mut Diagnostics) -> Vec<Tujuan> {
    let mut list: Vec<Tujuan> = Vec::new();
    for TujuanSasaranRow {
        nspk,
        sasaran_rpjmd,
        tujuan,
        sasaran,
        indikator,
        ..
    } in row
    {
        if let Entry::Filled(uraian) = tujuan
            && begins(&uraian, list.last().map(|above| &above.uraian))
        {
            list.push(new_tujuan(uraian));
        }
        let Some(tujuan) = list.last_mut() else {
            let named = sasaran.located().map(|sasaran| sasaran.origin.clone());
            let origin = named.or(indikator.map(|i| i.uraian.origin));
            report(
                code::SASARAN_WITHOUT_TUJUAN,
                origin,
                "sasaran",
                "tujuan",
                out,
            );
            continue;
        };
        if let Entry::Filled(named) = &sasaran_rpjmd
            && tujuan
                .sasaran_rpjmd
                .iter()
                .all(|known| known.origin != named.origin)
        {
            tujuan.sasaran_rpjmd.push(named.clone());
        }
        for named in [nspk, sasaran_rpjmd] {
            if let Entry::Filled(named) = named
                && !tujuan.nspk.iter().any(|known| named.continues(known))
            {
                tujuan.nspk.push(named);
            }
        }
        if let Entry::Filled(uraian) = sasaran
            && begins(&uraian, tujuan.sasaran.last().map(|above| &above.uraian))
        {
            tujuan.sasaran.push(new_sasaran(uraian));
        }
        if let Some(indikator) = indikator {
            match tujuan.sasaran.last_mut() {
                Some(sasaran) => sasaran.indikator.push(indikator),
                None => tujuan.indikator.push(indikator),
            }
        }
    }
    list
}

/// T-C.26: visi, and tujuan → sasaran → strategi → arah kebijakan by misi.
pub fn nest_strategi(
    rows: Vec<StrategiRow>,
    out: &mut Diagnostics,
) -> (Option<Located<String>>, Vec<Misi>) {
    let mut visi = None;
    let mut list: Vec<Misi> = Vec::new();
    for row in rows {
        match row {
            StrategiRow::Visi(text) => visi = Some(text),
            StrategiRow::Misi(nomor, text) => list.push(Misi {
                nomor,
                uraian: Some(text),
                tujuan: Vec::new(),
            }),
            StrategiRow::Isi(cell) => {
                if list.is_empty() {
                    list.push(Misi {
                        nomor: None,
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

/// Whether a name begins something else than the one above it.
fn begins(name: &Located<String>, above: Option<&Located<String>>) -> bool {
    above.is_none_or(|above| !name.continues(above))
}

fn join(misi: &mut Misi, cell: StrategiCells, out: &mut Diagnostics) {
    let StrategiCells {
        tujuan,
        sasaran,
        strategi,
        arah_kebijakan,
    } = cell;
    let first = [&tujuan, &sasaran, &strategi, &arah_kebijakan]
        .into_iter()
        .find_map(|entry| entry.located().map(|cell| cell.origin.clone()));
    if let Entry::Filled(uraian) = tujuan
        && begins(&uraian, misi.tujuan.last().map(|above| &above.uraian))
    {
        misi.tujuan.push(new_tujuan(uraian));
    }
    let Some(tujuan) = misi.tujuan.last_mut() else {
        report(code::SASARAN_WITHOUT_TUJUAN, first, "baris", "tujuan", out);
        return;
    };
    if let Entry::Filled(uraian) = sasaran
        && begins(&uraian, tujuan.sasaran.last().map(|above| &above.uraian))
    {
        tujuan.sasaran.push(new_sasaran(uraian));
    }
    let Some(sasaran) = tujuan.sasaran.last_mut() else {
        if strategi.located().is_some() || arah_kebijakan.located().is_some() {
            report(
                code::STRATEGI_WITHOUT_SASARAN,
                first,
                "strategi",
                "sasaran",
                out,
            );
        }
        return;
    };
    if let Entry::Filled(uraian) = strategi
        && begins(&uraian, sasaran.strategi.last().map(|above| &above.uraian))
    {
        sasaran.strategi.push(Strategi {
            uraian,
            arah_kebijakan: Vec::new(),
        });
    }
    if let Entry::Filled(uraian) = arah_kebijakan {
        match sasaran.strategi.last_mut() {
            Some(strategi) => strategi.arah_kebijakan.push(ArahKebijakan { uraian }),
            None => report(
                code::STRATEGI_WITHOUT_SASARAN,
                Some(uraian.origin),
                "arah kebijakan",
                "strategi",
                out,
            ),
        }
    }
}

/// Gives each sasaran of T-C.25 the strategi that T-C.26 has for it.
pub fn attach_strategi(tujuan: &mut [Tujuan], misi: &[Misi], out: &mut Diagnostics) {
    let named = misi
        .iter()
        .flat_map(|misi| &misi.tujuan)
        .flat_map(|tujuan| &tujuan.sasaran);
    for from in named {
        let same = tujuan
            .iter_mut()
            .flat_map(|tujuan| tujuan.sasaran.iter_mut())
            .find(|sasaran| text::same(&sasaran.uraian.value, &from.uraian.value));
        match same {
            Some(sasaran) => sasaran.strategi.extend(from.strategi.iter().cloned()),
            None => out.emit(
                Diagnostic::warning(
                    code::STRATEGI_OF_UNKNOWN_SASARAN,
                    from.uraian.origin.clone(),
                    "sasaran pada tabel strategi ini tidak ada pada tabel tujuan dan sasaran",
                )
                .hint("samakan bunyi sasaran pada kedua tabel"),
            ),
        }
    }
}

pub(super) fn new_tujuan(uraian: Located<String>) -> Tujuan {
    Tujuan {
        uraian,
        sasaran_rpjmd: Vec::new(),
        nspk: Vec::new(),
        indikator: Vec::new(),
        sasaran: Vec::new(),
    }
}

pub(super) fn new_sasaran(uraian: Located<String>) -> Sasaran {
    Sasaran {
        uraian,
        indikator: Vec::new(),
        strategi: Vec::new(),
    }
}

fn report(
    code: crate::diagnostic::Code,
    origin: Option<Origin>,
    child: &str,
    parent: &str,
    out: &mut Diagnostics,
) {
    if let Some(origin) = origin {
        out.emit(
            Diagnostic::error(
                code,
                origin,
                format!("{child} ini tidak berada di bawah {parent} mana pun"),
            )
            .hint(format!("isi kolom {parent} pada baris ini atau di atasnya")),
        );
    }
}
