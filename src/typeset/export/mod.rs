//! Pages as files.

mod image;
mod pdf;

pub(super) use image::page_svg;
pub use image::{png, svg};
pub use pdf::{PdfSettings, pdf};
