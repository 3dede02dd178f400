//! The styles part, of which only number formats matter here.

use super::record::{self, Records, wide_text};
use crate::workbook::binary::u16_at;
use crate::workbook::format::Styles;

/// Reads the number formats of all cell styles; a part that breaks off gives those up to there.
pub(super) fn read(bytes: &[u8]) -> Styles {
    let mut styles = Styles::default();
    let mut in_cell_styles = false;
    for record in Records::new(bytes) {
        match record.id {
            record::FORMAT => {
                if let (Some(id), Some((code, _))) =
                    (u16_at(record.data, 0), wide_text(record.data, 2))
                {
                    styles.define(u32::from(id), &code);
                }
            }
            record::BEGIN_CELL_STYLES => in_cell_styles = true,
            record::END_CELL_STYLES => break,
            record::STYLE if in_cell_styles => {
                styles.push(u16_at(record.data, 2).unwrap_or(0).into(), false);
            }
            _ => {}
        }
    }
    styles
}
