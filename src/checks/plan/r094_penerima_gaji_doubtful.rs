#![doc = include_str!("r094_penerima_gaji_doubtful.md")]

use rust_decimal::Decimal;

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Indikator, Level, Located, SelTambahan, TabelTambahan, Target, number, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R094"),
    severity: Severity::Warning,
    text: include_str!("r094_penerima_gaji_doubtful.md"),
    check,
};

/// Staff comes and goes within a plan; beyond this factor it is another measure.
const FACTOR: Decimal = Decimal::TWO;

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let Some(staff) = staff(subject) else { return };
    for (level, row) in plan::coded(subject.renstra) {
        if level != Level::SubKegiatan {
            continue;
        }
        for indikator in &row.indikator {
            let name = text::plain(&indikator.uraian.value);
            let counts_people = name.starts_with("jumlah orang") && name.contains("gaji");
            if !counts_people || by_month(indikator) {
                continue;
            }
            let target = std::iter::once(&indikator.target_awal)
                .chain(indikator.target.values())
                .filter_map(|entry| entry.located());
            if let Some(target) = target
                .into_iter()
                .find(|target| is_far(target, staff.value))
            {
                out.emit(
                    RULE.finding(target.origin.clone(),
                        "jumlah penerima gaji jauh berbeda dengan jumlah pegawai",
                    )
                    .path(row.kode.value.to_string())
                    .figure("target", target.value.teks(), [target.origin.clone()])
                    .figure(
                        "jumlah pegawai",
                        number::print(staff.value),
                        [staff.origin.clone()],
                    )
                    .note("indikator", plan::one_line(&indikator.uraian.value))
                    .hint("perbaiki targetnya, atau tulis satuannya orang/bulan bila yang dihitung orang kali bulan"),
                );
            }
        }
    }
}

/// A unit that multiplies people by months.
fn by_month(indikator: &Indikator) -> bool {
    indikator
        .satuan
        .value()
        .is_some_and(|unit| unit.to_lowercase().contains("bulan"))
}

fn is_far(target: &Located<Target>, staff: Decimal) -> bool {
    target.value.nilai().is_some_and(|people| {
        !people.is_zero() && (people > staff * FACTOR || people * FACTOR < staff)
    })
}

/// All staff: the worksheet's first group, or the total of an own table that
/// is captioned as one of staff.
fn staff(subject: &Subject<'_>) -> Option<Located<Decimal>> {
    let renstra = subject.renstra;
    if let Some(first) = renstra.pegawai.first() {
        let group = renstra
            .pegawai
            .iter()
            .filter(|row| row.kelompok.value == first.kelompok.value);
        let all: Option<Vec<Decimal>> = group.map(|row| row.jumlah.value().copied()).collect();
        return all.map(|all| Located {
            value: all.iter().sum(),
            origin: first.kelompok.origin.clone(),
        });
    }
    renstra
        .tambahan
        .iter()
        .filter(|table| {
            let caption = text::plain(&table.judul);
            caption.contains("pegawai") || caption.contains("sdm")
        })
        .find_map(total)
}

fn total(table: &TabelTambahan) -> Option<Located<Decimal>> {
    let row = table.isi.iter().find(|row| {
        let first = row.iter().find_map(|cell| cell.teks.value());
        first.is_some_and(|text| matches!(text::plain(text).as_str(), "jumlah" | "total"))
    })?;
    // With men and women apart, the last number is their sum; with one column
    // and its share, the first.
    let number: Vec<Located<Decimal>> = row.iter().filter_map(people).collect();
    match number.as_slice() {
        [men, women, sum, ..] if men.value + women.value == sum.value => Some(sum.clone()),
        [first, ..] => Some(first.clone()),
        [] => None,
    }
}

fn people(cell: &SelTambahan) -> Option<Located<Decimal>> {
    let located = cell.teks.located()?;
    let word = located.value.split_whitespace().next()?;
    Some(Located {
        value: number::parse(word).ok()?,
        origin: located.origin.clone(),
    })
}
