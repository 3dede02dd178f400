//! How a worksheet is printed: planners bring them to meetings on paper.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::layout::Physical;

/// A4, as Excel numbers papers.
const A4: u8 = 9;

/// Width of a turned A4 between its margins, in points.
const ROOM: u32 = 784;

/// A table that would be printed smaller than this, in percent, takes several pages side by side.
const LEAST: u32 = 55;

/// How a sheet lies on the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Text.
    Upright,
    /// Tables.
    Turned,
}

/// One page wide, as many high as it takes, with the sheet's name and the page below;
/// the first rows up to `heading` stand on each page.
pub(super) fn setup(
    sheet: &mut Worksheet,
    side: Side,
    heading: Option<u32>,
) -> Result<(), XlsxError> {
    match side {
        Side::Upright => sheet.set_portrait(),
        Side::Turned => sheet.set_landscape(),
    };
    sheet
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3)
        .set_footer("&L&8&A&R&8Halaman &P dari &N");
    if let Some(last) = heading {
        sheet.set_repeat_rows(0, last)?;
    }
    Ok(())
}

/// A table: upon as many pages side by side as keep it readable, each with the columns that
/// say whose row it is.
pub(super) fn setup_table(
    sheet: &mut Worksheet,
    column: &[Physical],
    heading: u32,
) -> Result<(), XlsxError> {
    setup(sheet, Side::Turned, Some(heading))?;
    let pages = pages_of(column);
    if pages > 1 {
        sheet.set_print_fit_to_pages(pages, 0);
        if let Some((first, last)) = named(column) {
            sheet.set_repeat_columns(first, last)?;
        }
    }
    Ok(())
}

/// Pages side by side that a table takes.
pub(super) fn pages_of(column: &[Physical]) -> u16 {
    let width: u32 = column.iter().map(|own| points(own.column.width)).sum();
    let one = ROOM * 100 / LEAST;
    u16::try_from(width.div_ceil(one)).unwrap_or(1).max(1)
}

/// A column's width in points, from letters of the form's script.
fn points(letters: u16) -> u32 {
    (u32::from(letters) * 21 + 15) / 4
}

/// The columns that name a row: its kode and what it is, else its indicator.
fn named(column: &[Physical]) -> Option<(u16, u16)> {
    let place = |key: &str| {
        let at = column.iter().position(|own| own.column.key == key)?;
        u16::try_from(at).ok()
    };
    match (place("kode"), place("uraian")) {
        (Some(kode), Some(uraian)) if kode <= uraian => Some((kode, uraian)),
        _ => {
            let at = place("uraian").or_else(|| place("indikator"))?;
            Some((at, at))
        }
    }
}
