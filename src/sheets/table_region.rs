//! A table of a workbook, and what it is.

use std::borrow::Cow;

use super::header;
use super::header_columns::Header;
use super::schema::Schema;
use super::table::Table;
use crate::model::TabelTambahan;
use crate::workbook::Sheet;

/// A table with the title above it.
pub struct TableRegion<'a> {
    /// The cells of its sheet that are its own.
    pub sheet: Cow<'a, Sheet>,
    /// The worksheet that it is.
    pub schema: Option<&'static Schema>,
    /// Where the columns of the worksheet are; `None` where its heading was not found.
    pub header: Option<Header>,
    /// The table as it stands, if it has a caption.
    pub own: Option<TabelTambahan>,
}

impl<'a> TableRegion<'a> {
    /// A table of which the worksheet, if any, is known.
    pub fn new(sheet: Cow<'a, Sheet>, schema: Option<&'static Schema>) -> Self {
        Self {
            header: schema.and_then(|schema| header::find(&sheet, schema)),
            sheet,
            schema,
            own: None,
        }
    }

    /// The table of the worksheet, if its heading was found.
    pub fn table(&self) -> Option<Table<'_>> {
        let header = self.header.clone()?;
        Some(Table::new(&self.sheet, self.schema?, header))
    }
}
