//! A page as PNG or SVG.

use typst_layout::Page;
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

use crate::typeset::compile::Typeset;
use crate::typeset::error::TypesetError;

/// Points in an inch.
const POINTS: f64 = 72.0;
/// Below this nothing can be told apart.
const MIN_PPI: f64 = 10.0;
/// Above this a large page needs gigabytes.
const MAX_PPI: f64 = 600.0;

/// A page, by its physical number from 1, as PNG.
///
/// # Errors
/// When there is no such page, or `ppi` is not between 10 and 600.
pub fn png(typeset: &Typeset<'_>, page: usize, ppi: f64) -> Result<Vec<u8>, TypesetError> {
    // Written so that a NaN is refused too.
    if !(MIN_PPI..=MAX_PPI).contains(&ppi) {
        return Err(TypesetError::Resolution {
            ppi,
            min: MIN_PPI,
            max: MAX_PPI,
        });
    }
    let options = RenderOptions {
        pixel_per_pt: (ppi / POINTS).into(),
        render_bleed: false,
    };
    let image = typst_render::render(typeset.page(page)?, &options);
    image.encode_png().map_err(|_| TypesetError::Image { page })
}

/// A page, by its physical number from 1, as SVG.
///
/// # Errors
/// When there is no such page.
pub fn svg(typeset: &Typeset<'_>, page: usize) -> Result<String, TypesetError> {
    Ok(page_svg(typeset.page(page)?))
}

pub(in crate::typeset) fn page_svg(page: &Page) -> String {
    typst_svg::svg(page, &SvgOptions::default())
}
