#![doc = include_str!("r107_satuan_differs_between_tables.md")]

use std::collections::BTreeMap;

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Located, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R107"),
    severity: Severity::Warning,
    text: include_str!("r107_satuan_differs_between_tables.md"),
    check,
};

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    let mut table: BTreeMap<String, Vec<(&str, &Located<String>)>> = BTreeMap::new();
    let goals = plan::goal_indicators(renstra);
    let own = [(plan::tujuan_sheet(renstra), goals)];
    for (lembar, list) in own.into_iter().chain(plan::goal_tables(renstra)) {
        for indikator in list {
            if let Some(satuan) = indikator.satuan.located() {
                let rows = table.entry(text::same_form(&indikator.uraian.value));
                rows.or_default().push((lembar.tab(), satuan));
            }
        }
    }
    for (indikator, rows) in table {
        let count = |unit: &str| {
            rows.iter()
                .filter(|row| unit_form(&row.1.value) == unit)
                .count()
        };
        let most = rows.iter().map(|row| count(&unit_form(&row.1.value))).max();
        // The unit that most tables have; of two the first.
        let Some(usual) = rows
            .iter()
            .find(|row| Some(count(&unit_form(&row.1.value))) == most)
        else {
            continue;
        };
        let usual_form = unit_form(&usual.1.value);
        let Some(other) = rows
            .iter()
            .find(|row| unit_form(&row.1.value) != usual_form)
        else {
            continue;
        };
        out.emit(
            RULE.finding(
                other.1.origin.clone(),
                format!(
                    "satuan indikator pada {} berbeda dengan {}",
                    other.0, usual.0
                ),
            )
            .path(indikator)
            .quote(other.0, other.1)
            .quote(usual.0, usual.1)
            .hint("samakan satuan indikator ini pada semua tabel"),
        );
    }
}

/// A unit as it is compared: `Persen (%)` is `%`, `skor` and `poin` are not.
fn unit_form(unit: &str) -> String {
    let plain = text::plain(unit);
    if plain.contains('%') || plain.contains("persen") {
        "%".to_owned()
    } else {
        plain
    }
}
