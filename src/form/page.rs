//! How a worksheet is printed: planners bring them to meetings on paper.

use rust_xlsxwriter::{Worksheet, XlsxError};

/// A4, as Excel numbers papers.
const A4: u8 = 9;

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
