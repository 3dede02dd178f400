//! A sheet made ready for its reader: what its headings and notes say of the cells
//! below is applied to a copy, and told. Cells keep their places.

use super::edit::Edit;
use super::header;
use super::plan_year::{self, Years};
use super::table_region::TableRegion;
use super::{filled_down, kode_column, merged_words, money_unit};
use crate::diagnostic::Diagnostics;

/// A table as the reader of the worksheet should see it; the same where nothing is to
/// be done.
pub(super) fn prepare<'s>(
    part: TableRegion<'s>,
    years: &Years,
    out: &mut Diagnostics,
) -> TableRegion<'s> {
    let (Some(table), Some(schema)) = (part.table(), part.schema) else {
        return part;
    };
    let mut edit = Edit::default();
    plan_year::name(&table, years, &mut edit, out);
    kode_column::join(&table, &mut edit, out);
    filled_down::join(&table, &mut edit, out);
    merged_words::apart(&table, &mut edit, out);
    money_unit::apply(&table, &mut edit, out);
    if edit.is_empty() {
        return part;
    }
    let sheet = edit.apply(part.sheet);
    TableRegion {
        header: header::find(&sheet, schema),
        sheet,
        ..part
    }
}
