#![doc = include_str!("r072_percent_out_of_range.md")]

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::{Rule, Subject};
use crate::checks::shared::{direction, plan};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Located, SelTambahan, TabelTambahan, number, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R072"),
    severity: Severity::Warning,
    text: include_str!("r072_percent_out_of_range.md"),
    check,
};

/// Words of indicators that may leave the range.
const FREE: [&str; 14] = [
    "pertumbuhan",
    "laju",
    "kenaikan",
    "peningkatan",
    "penurunan",
    "rasio",
    "inflasi",
    "capaian",
    "realisasi",
    "deviasi",
    "perubahan",
    "ketercapaian",
    "pencapaian",
    "tingkat hunian",
];

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let own = &subject.renstra.tambahan;
    // A worksheet's indicators are in the model.
    for table in own.iter().filter(|table| table.lembar.is_none()) {
        check_own(table, out);
    }
    let mut reported = BTreeSet::new();
    for (_, indikator) in plan::indicators(subject.renstra) {
        let name = text::same_form(&indikator.uraian.value);
        if !direction::is_persen(indikator) || is_free(&name) {
            continue;
        }
        let wrong = indikator
            .figures()
            .filter_map(|entry| entry.located())
            .find(|target| {
                let range = Decimal::ZERO..=Decimal::ONE_HUNDRED;
                target
                    .value
                    .nilai()
                    .is_some_and(|value| !range.contains(&value))
            });
        let Some(target) = wrong.filter(|_| reported.insert(name)) else {
            continue;
        };
        report(
            target,
            target.value.teks(),
            &plan::one_line(&indikator.uraian.value),
            out,
        );
    }
}

fn is_free(name: &str) -> bool {
    FREE.iter().any(|word| name.contains(word))
}

fn report<T>(target: &Located<T>, typed: &str, indikator: &str, out: &mut Diagnostics) {
    out.emit(
        RULE.finding(
            target.origin.clone(),
            format!("target {typed} berada di luar 0 sampai 100 persen"),
        )
        .path(indikator.to_owned())
        .note("indikator", indikator.to_owned())
        .hint("perbaiki target, satuan, atau formula indikatornya"),
    );
}

/// A table of the agency's own: the columns below years, in rows whose column
/// below `Satuan` says per cent. Its headings may come again further down.
fn check_own(table: &TabelTambahan, out: &mut Diagnostics) {
    let mut unit_column = None;
    let mut year_column = BTreeSet::new();
    for row in table.kepala.iter().chain(&table.isi) {
        let cell: Vec<(u32, &Located<String>)> = row.iter().filter_map(place).collect();
        let year = || cell.iter().filter(|(_, cell)| is_year(&cell.value));
        if year().count() > 1 {
            year_column = year().map(|(col, _)| *col).collect();
        }
        if let Some((col, _)) = cell.iter().find(|(_, cell)| {
            let name = text::plain(&cell.value);
            name == "sat" || name == "satuan"
        }) {
            unit_column = Some(*col);
        }
        let is_percent = cell
            .iter()
            .any(|(col, cell)| Some(*col) == unit_column && text::plain(&cell.value) == "%");
        let name = cell
            .iter()
            .rfind(|(col, _)| unit_column.is_some_and(|unit| *col < unit));
        let Some((_, name)) = name.filter(|_| is_percent) else {
            continue;
        };
        if is_free(&text::same_form(&name.value)) {
            continue;
        }
        let wrong = cell.iter().find(|(col, cell)| {
            year_column.contains(col)
                && number::parse(&cell.value)
                    .is_ok_and(|value| value.is_sign_negative() || value > Decimal::ONE_HUNDRED)
        });
        if let Some((_, wrong)) = wrong {
            report(wrong, &wrong.value, &plan::one_line(&name.value), out);
        }
    }
}

fn place(cell: &SelTambahan) -> Option<(u32, &Located<String>)> {
    let located = cell.teks.located()?;
    Some((located.origin.cell?.col, located))
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.starts_with("20") && text.parse::<u16>().is_ok()
}
