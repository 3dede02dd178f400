//! What a workbook that is carried over holds and the new one has no place for.

use std::collections::BTreeMap;

use super::opd::{Form, columns, sheets};
use crate::sheets::schema::Kind;

/// A line for each column whose values are not copied: one that no printed table of
/// the regulation has, or a year outside the plan's.
pub fn omitted(form: &Form<'_>) -> Vec<String> {
    let mut list = Vec::new();
    for schema in sheets(form) {
        let Some(known) = form.migrated.row.get(&schema.id) else {
            continue;
        };
        let physical = columns(schema, form);
        let mut count: BTreeMap<(&str, Option<u16>), usize> = BTreeMap::new();
        for (key, tahun) in known.iter().flat_map(BTreeMap::keys) {
            let mut place = physical.iter();
            if !place.any(|p| p.column.key == *key && p.tahun == *tahun) {
                *count.entry((key, *tahun)).or_default() += 1;
            }
        }
        for column in schema.column.iter().filter(|c| c.kind != Kind::No) {
            let own = count.iter().filter(|((key, _), _)| *key == column.key);
            for ((_, tahun), count) in own {
                let tahun = tahun.map_or_else(String::new, |tahun| format!(" tahun {tahun}"));
                list.push(format!(
                    "tidak disalin: tabel {}, kolom \"{}\"{tahun} ({count} isian), karena tidak ada pada formulir",
                    schema.tab(),
                    column.label()
                ));
            }
        }
    }
    list
}
