//! Pages as files.

mod image;
mod pdf;

pub use image::{png, svg};
pub use pdf::{PdfSettings, pdf};
