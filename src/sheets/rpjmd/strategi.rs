//! RPJMD: strategi and arah kebijakan of each sasaran, in the shape of T-C.26.

use crate::diagnostic::Diagnostics;
use crate::model::Worksheet;
use crate::sheets::schema::Schema;
use crate::sheets::table::Account;
use crate::sheets::worksheets::strategi::{self, StrategiRow};
use crate::workbook::Sheet;

/// Printed shape: that of T-C.26 under another name.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::RpjmdStrategi,
    tab_alias: &["strategi", "strategi dan arah kebijakan", "arah kebijakan"],
    title: &["strategi dan arah kebijakan", "tujuan sasaran strategi"],
    column: strategi::SCHEMA.column,
};

/// Reads the table.
pub fn read(sheet: &Sheet, account: &mut Vec<Account>, out: &mut Diagnostics) -> Vec<StrategiRow> {
    strategi::read_as(&SCHEMA, sheet, account, out)
}
