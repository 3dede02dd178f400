//! A sheet made ready for its reader: what its headings and notes say of the cells
//! below is applied to a copy, and told. Cells keep their places.

use std::borrow::Cow;

use super::edit::Edit;
use super::header;
use super::plan_year::{self, Years};
use super::shape::Shape;
use super::table::Table;
use super::{filled_down, kode_column, unit};
use crate::diagnostic::Diagnostics;
use crate::workbook::Sheet;

/// The sheet as the reader of the worksheet should see it; the sheet itself where
/// nothing is to be done.
pub(super) fn prepare<'s>(
    sheet: Cow<'s, Sheet>,
    shape: &'static Shape,
    years: &Years,
    out: &mut Diagnostics,
) -> Cow<'s, Sheet> {
    let Some(header) = header::find(&sheet, shape) else {
        return sheet;
    };
    let mut edit = Edit::default();
    plan_year::name(&sheet, shape, &header, years, &mut edit, out);
    let table = Table {
        sheet: &sheet,
        shape,
        header,
    };
    kode_column::join(&table, &mut edit, out);
    filled_down::join(&table, &mut edit, out);
    unit::apply(&table, &mut edit, out);
    edit.apply(sheet)
}
