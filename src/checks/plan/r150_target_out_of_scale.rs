#![doc = include_str!("r150_target_out_of_scale.md")]

use rust_decimal::Decimal;

use super::{Rule, Subject};
use crate::checks::shared::{lexicon, plan, scale};
use crate::diagnostic::{Code, Diagnostics, Origin, Severity};
use crate::model::{Entry, PerTahun, Target, number, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R150"),
    severity: Severity::Warning,
    text: include_str!("r150_target_out_of_scale.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    for (table, indikator) in plan::indicators(subject.renstra) {
        let mut row = numbers(&indikator.target);
        let unit = indikator.satuan.value().map_or("", String::as_str);
        // Of what is counted there may be one this year and ten from the next on.
        if !is_counted(&indikator.uraian.value, unit) {
            row.extend(cell("kondisi awal", &indikator.target_awal));
        }
        // A sum of the years stands at the end of a row that counts up.
        report(table, &indikator.uraian.value, &row, out);
    }
    for row in &subject.renstra.kinerja_pelayanan {
        let name = &row.indikator.value;
        report("target", name, &numbers(&row.target), out);
        report("realisasi", name, &numbers(&row.realisasi), out);
    }
}

fn is_counted(name: &str, unit: &str) -> bool {
    text::plain(name).starts_with("jumlah ") || lexicon::is_counted(unit)
}

/// What a number is of, with its value and its cell.
type Number = (String, Decimal, Origin);

fn numbers(row: &PerTahun<Target>) -> Vec<Number> {
    let cells = row.iter();
    cells
        .filter_map(|(tahun, entry)| cell(&format!("tahun {tahun}"), entry))
        .collect()
}

fn cell(what: &str, entry: &Entry<Target>) -> Option<Number> {
    let target = entry.located()?;
    Some((
        what.to_owned(),
        target.value.nilai()?,
        target.origin.clone(),
    ))
}

fn report(table: &str, name: &str, row: &[Number], out: &mut Diagnostics) {
    let values: Vec<Decimal> = row.iter().map(|(_, value, _)| *value).collect();
    let Some(at) = scale::outlier(&values) else {
        return;
    };
    let (what, value, origin) = &row[at];
    let rest: Vec<&Number> = row
        .iter()
        .enumerate()
        .filter(|(i, _)| *i != at)
        .map(|(_, n)| n)
        .collect();
    let shown: Vec<String> = rest
        .iter()
        .map(|(_, value, _)| number::print(*value))
        .collect();
    out.emit(
        RULE.finding(
            origin.clone(),
            format!("angka {what} pada {table} jauh dari angka lain pada baris ini"),
        )
        .path(plan::one_line(name))
        .figure(what.clone(), number::print(*value), [origin.clone()])
        .figure(
            "lainnya",
            shown.join("; "),
            rest.iter().map(|(_, _, origin)| origin.clone()),
        )
        .note("indikator", plan::one_line(name))
        .hint("periksa koma desimal dan jumlah nolnya; jelaskan dalam naskah bila memang demikian"),
    );
}
