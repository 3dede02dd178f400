//! The coded rows of T-C.27 and sums over them, as several rules look at them.

use std::collections::{BTreeMap, BTreeSet};

use crate::checks::{Rule, Subject};
use crate::diagnostic::{Diagnostics, Fact, Ground, Origin};
pub use crate::model::text::one_line;
use crate::model::{Entry, Indikator, Level, PaguRow, Renstra, Rupiah, Tahun, Worksheet, text};
use crate::nomenklatur::{self, Daftar, Edition};
use crate::regulation::Regulation;

/// Name of a level in messages.
pub type LevelName = &'static str;

/// All programmes, activities and sub-activities with their level, in order. Not those
/// that the table lacks.
pub fn coded(renstra: &Renstra) -> Vec<(Level, &PaguRow)> {
    let mut list = Vec::new();
    for program in &renstra.pendanaan.program {
        list.push((Level::Program, &program.baris));
        for kegiatan in &program.kegiatan {
            list.push((Level::Kegiatan, &kegiatan.baris));
            list.extend(
                kegiatan
                    .sub_kegiatan
                    .iter()
                    .map(|sub| (Level::SubKegiatan, &sub.baris)),
            );
        }
    }
    list.retain(|(_, row): &(Level, &PaguRow)| !row.is_implied());
    list
}

/// All indicators of the plan with the name of the table they stand in.
pub fn indicators(renstra: &Renstra) -> Vec<(&'static str, &Indikator)> {
    let mut list: Vec<(&'static str, &Indikator)> = Vec::new();
    let tabel_tujuan = tujuan_sheet(renstra).tab();
    let tabel_pendanaan = pendanaan_sheet(renstra).tab();
    for tujuan in &renstra.tujuan {
        list.extend(tujuan.indikator.iter().map(|i| (tabel_tujuan, i)));
        for sasaran in &tujuan.sasaran {
            list.extend(sasaran.indikator.iter().map(|i| (tabel_tujuan, i)));
        }
    }
    let table = &renstra.pendanaan;
    for butir in table.tujuan.iter().chain(&table.sasaran) {
        list.extend(butir.indikator.iter().map(|i| (tabel_pendanaan, i)));
    }
    for (_, row) in coded(renstra) {
        list.extend(row.indikator.iter().map(|i| (tabel_pendanaan, i)));
    }
    list.extend(
        renstra
            .kinerja_urusan
            .iter()
            .map(|i| (Worksheet::Tc28.tab(), i)),
    );
    list.extend(
        renstra
            .iku
            .iter()
            .map(|iku| (Worksheet::Iku.tab(), &iku.indikator)),
    );
    list.extend(
        renstra
            .ikk
            .iter()
            .map(|ikk| (Worksheet::Ikk.tab(), &ikk.indikator)),
    );
    list
}

/// Indicators of tujuan and sasaran in the table that sets them.
pub fn goal_indicators(renstra: &Renstra) -> Vec<&Indikator> {
    let mut list: Vec<&Indikator> = Vec::new();
    for tujuan in &renstra.tujuan {
        list.extend(&tujuan.indikator);
        list.extend(tujuan.sasaran.iter().flat_map(|sasaran| &sasaran.indikator));
    }
    list
}

/// Statements of tujuan and sasaran with their indicators, as the table that sets
/// them has them.
pub fn goals(renstra: &Renstra) -> Vec<(&str, &[Indikator])> {
    let mut list: Vec<(&str, &[Indikator])> = Vec::new();
    for tujuan in &renstra.tujuan {
        list.push((&tujuan.uraian.value, &tujuan.indikator));
        let sasaran = tujuan.sasaran.iter();
        list.extend(sasaran.map(|own| (own.uraian.value.as_str(), own.indikator.as_slice())));
    }
    list
}

/// The further tables that carry indicators of tujuan and sasaran.
pub fn goal_tables(renstra: &Renstra) -> Vec<(Worksheet, Vec<&Indikator>)> {
    let money = &renstra.pendanaan;
    let rows = money.tujuan.iter().chain(&money.sasaran);
    vec![
        (
            pendanaan_sheet(renstra),
            rows.flat_map(|butir| &butir.indikator).collect(),
        ),
        (Worksheet::Tc28, renstra.kinerja_urusan.iter().collect()),
        (
            Worksheet::Iku,
            renstra.iku.iter().map(|iku| &iku.indikator).collect(),
        ),
    ]
}

/// Indicators that speak of results, with their level: tujuan, sasaran and
/// program. T-C.25 comes first; the further tables may repeat an indicator.
pub fn outcome_indicators(renstra: &Renstra) -> Vec<(LevelName, &Indikator)> {
    let mut list: Vec<(LevelName, &Indikator)> = Vec::new();
    for tujuan in &renstra.tujuan {
        list.extend(tujuan.indikator.iter().map(|i| ("tujuan", i)));
        for sasaran in &tujuan.sasaran {
            list.extend(sasaran.indikator.iter().map(|i| ("sasaran", i)));
        }
    }
    let table = &renstra.pendanaan;
    for butir in &table.tujuan {
        list.extend(butir.indikator.iter().map(|i| ("tujuan", i)));
    }
    for butir in &table.sasaran {
        list.extend(butir.indikator.iter().map(|i| ("sasaran", i)));
    }
    list.extend(renstra.kinerja_urusan.iter().map(|i| ("sasaran", i)));
    list.extend(renstra.iku.iter().map(|iku| ("sasaran", &iku.indikator)));
    for program in &table.program {
        list.extend(program.baris.indikator.iter().map(|i| ("program", i)));
    }
    list
}

/// [`outcome_indicators`], each wording once: the same finding about the same indicator in
/// four tables is one finding.
pub fn outcome_indicators_once<T>(
    renstra: &Renstra,
    mut look: impl FnMut(LevelName, &Indikator) -> Option<T>,
) -> Vec<T> {
    let mut reported = BTreeSet::new();
    outcome_indicators(renstra)
        .into_iter()
        .filter_map(|(level, indikator)| {
            let name = text::same_form(&indikator.uraian.value);
            if reported.contains(&name) {
                return None;
            }
            let found = look(level, indikator)?;
            reported.insert(name);
            Some(found)
        })
        .collect()
}

/// The worksheet of tujuan under the plan's regulation.
pub fn tujuan_sheet(renstra: &Renstra) -> Worksheet {
    if renstra.lembar.contains(&Worksheet::TujuanSasaran) {
        Worksheet::TujuanSasaran
    } else {
        Worksheet::Tc25
    }
}

/// The worksheet of money under the plan's regulation.
pub fn pendanaan_sheet(renstra: &Renstra) -> Worksheet {
    if renstra.lembar.contains(&Worksheet::Pendanaan) {
        Worksheet::Pendanaan
    } else {
        Worksheet::Tc27
    }
}

/// What the plan's regulation calls the table that hangs programs on sasaran.
pub fn perumusan_name(renstra: &Renstra) -> &'static str {
    if renstra.matriks.contains_key(&Worksheet::Perumusan) {
        Worksheet::Perumusan.tab()
    } else {
        pendanaan_sheet(renstra).tab()
    }
}

/// Compares a parent's money with the sum of its children, year by year.
/// Children without an amount count as nothing; a year in which parent and all
/// children are blank is no difference.
pub fn compare_sum(
    rule: &Rule,
    (level, parent): (LevelName, &PaguRow),
    (child_level, child): (LevelName, &[&PaguRow]),
    out: &mut Diagnostics,
) {
    if child.is_empty() {
        return;
    }
    let year: BTreeSet<Tahun> = parent
        .pagu()
        .keys()
        .chain(child.iter().flat_map(|row| row.pagu().keys()))
        .copied()
        .collect();
    for tahun in year {
        let entries = || child.iter().filter_map(|row| row.pagu().get(&tahun));
        let own = parent.pagu().get(&tahun);
        // An unreadable amount was reported already; a difference would only repeat it.
        if entries().any(Entry::is_broken) || own.is_some_and(Entry::is_broken) {
            continue;
        }
        let located: Vec<_> = entries().filter_map(Entry::located).collect();
        let sum: Rupiah = located.iter().map(|amount| amount.value).sum();
        let own_amount = own.and_then(|entry| entry.value().copied());
        if own_amount.is_some_and(|own| own.agrees(sum))
            || (own_amount.is_none() && located.is_empty())
        {
            continue;
        }
        let kode = &parent.kode.value;
        let origin = own
            .and_then(|entry| entry.origin())
            .unwrap_or(&parent.kode.origin)
            .clone();
        let shown = own_amount.map_or_else(|| "(kosong)".to_owned(), |own| format!("Rp{own}"));
        let gap = own_amount.unwrap_or_default() - sum;
        let gap = if gap < Rupiah::default() {
            Rupiah::default() - gap
        } else {
            gap
        };
        let finding = rule
            .finding(
                origin.clone(),
                format!(
                    "pagu {level} {kode} tahun {tahun} tidak sama dengan jumlah {child_level}nya"
                ),
            )
            .element(kode)
            .fact(Fact::Year(tahun.get()))
            .fact(Fact::PerCell)
            .fact(Fact::Contradiction)
            .rests_on(Ground::OF_AMOUNT)
            .figure(level, shown, std::iter::empty::<Origin>())
            .figure(
                child_level,
                format!("Rp{sum}"),
                located.iter().map(|a| a.origin.clone()),
            )
            .note("selisih", format!("Rp{gap}"));
        out.emit(finding.hint(format!(
            "samakan pagu {level} dengan jumlah {child_level}nya, atau perbaiki pagu {child_level} yang keliru"
        )));
    }
}

/// The sheet that was read as a worksheet; the file where there is none.
pub fn sheet_origin(subject: &Subject<'_>, lembar: Worksheet) -> Origin {
    subject
        .sheet
        .get(&lembar)
        .cloned()
        .unwrap_or_else(|| file_origin(subject))
}

/// Whether a regulation prints a column of a worksheet in one of its tables; a table
/// with a typst file of its own is taken to have all of its worksheet's.
pub fn has_kolom(regulation: &Regulation, lembar: Worksheet, key: &str) -> bool {
    let mut tables = regulation.tables_of(lembar).peekable();
    tables.peek().is_none()
        || tables.any(|(_, tabel)| {
            tabel.kolom.is_empty() || tabel.kolom.iter().any(|kolom| kolom.isi == key)
        })
}

/// The workbook as a whole.
pub fn file_origin(subject: &Subject<'_>) -> Origin {
    subject.file.clone()
}

/// Whether a worksheet gave no rows.
pub fn is_empty(renstra: &Renstra, lembar: Worksheet) -> bool {
    match lembar {
        Worksheet::Identitas => false,
        Worksheet::Narasi => renstra.narasi.is_empty(),
        Worksheet::Struktur => renstra.struktur.is_empty(),
        Worksheet::TugasFungsi => renstra.tugas_fungsi.is_empty(),
        Worksheet::Gambar => renstra.gambar.is_empty(),
        Worksheet::Konfirmasi => renstra.konfirmasi.is_empty(),
        Worksheet::Pegawai => renstra.pegawai.is_empty(),
        Worksheet::Sarana => renstra.sarana.is_empty(),
        Worksheet::Tc23 => renstra.kinerja_pelayanan.is_empty(),
        Worksheet::Tc24 => renstra.anggaran_realisasi.is_empty(),
        Worksheet::Tb35 => renstra.permasalahan.is_empty(),
        Worksheet::IsuStrategis => renstra.isu_strategis.is_empty(),
        Worksheet::Tc25 | Worksheet::TujuanSasaran => renstra.tujuan.is_empty(),
        Worksheet::Tc26 => renstra.misi.is_empty(),
        Worksheet::Tc27 | Worksheet::Pendanaan => renstra.pendanaan.program.is_empty(),
        Worksheet::Tc28 => renstra.kinerja_urusan.is_empty(),
        Worksheet::Iku => renstra.iku.is_empty(),
        Worksheet::Ikk => renstra.ikk.is_empty(),
        Worksheet::TelaahanVisiMisi
        | Worksheet::TelaahanRenstraKl
        | Worksheet::TelaahanRenstraProvinsi
        | Worksheet::TelaahanRtrw
        | Worksheet::TelaahanKlhs => {
            let mut rows = renstra.telaahan.iter();
            !rows.any(|row| row.jenis.lembar() == lembar)
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
        | Worksheet::Renja => renstra.matriks.get(&lembar).is_none_or(Vec::is_empty),
        // No plan has them.
        Worksheet::RpjmdTujuan
        | Worksheet::RpjmdStrategi
        | Worksheet::RpjmdProgram
        | Worksheet::RpjmdWajib => true,
    }
}

/// The nomenclature that the plan's kode are of: four digits if any sub kegiatan
/// has four.
pub fn nomenklatur(renstra: &Renstra) -> &'static Daftar {
    let four = coded(renstra).iter().any(|(_, row)| {
        row.kode
            .value
            .segment()
            .get(5)
            .is_some_and(|last| last.len() == 4)
    });
    nomenklatur::daftar(if four {
        Edition::Kepmendagri2023
    } else {
        Edition::Kepmendagri2020
    })
}

/// The years in which an element has no money, by the place of each of its
/// indicators. A sub kegiatan that is not carried out in a year has no target.
pub fn unfunded(renstra: &Renstra) -> BTreeMap<Origin, BTreeSet<Tahun>> {
    let mut list = BTreeMap::new();
    for (_, row) in coded(renstra) {
        let year: BTreeSet<Tahun> = row
            .pagu()
            .iter()
            .filter(|(_, entry)| {
                entry.value().is_none_or(|pagu| pagu.is_zero()) && !entry.is_broken()
            })
            .map(|(tahun, _)| *tahun)
            .collect();
        if year.len() < row.pagu().len() {
            for indikator in &row.indikator {
                list.insert(indikator.uraian.origin.clone(), year.clone());
            }
        }
    }
    list
}
