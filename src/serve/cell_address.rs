//! The address of a cell, as Excel's name box takes it.

use crate::diagnostic::Origin;

/// `T-C.27!N41`; `None` for what is no cell.
pub(super) fn address(origin: &Origin) -> Option<String> {
    let sheet = origin.sheet.as_deref()?;
    let plain = sheet.chars().all(|c| c.is_alphanumeric() || c == '_');
    let sheet = if plain {
        sheet.to_owned()
    } else {
        format!("'{}'", sheet.replace('\'', "''"))
    };
    Some(format!("{sheet}!{}", origin.cell?))
}
