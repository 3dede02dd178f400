//! Whether a picture can stand on a page, asked before it does.

use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, RasterImage, SvgImage};

/// Most points of a picture that is laid out; more is no picture for a page and
/// takes four bytes each.
const POINTS: u64 = 40_000_000;

/// What a picture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    /// PNG.
    Png,
    /// SVG.
    Svg,
}

/// Why a picture cannot stand on a page, in Indonesian; `None` if it can.
pub fn picture_fault(bytes: &[u8], kind: Picture) -> Option<&'static str> {
    match kind {
        Picture::Png => {
            if size(bytes).is_none_or(|(width, height)| width * height > POINTS) {
                return Some("ukurannya lebih dari 40 juta titik, atau isinya rusak");
            }
            let image = RasterImage::plain(Bytes::new(bytes.to_vec()), ExchangeFormat::Png);
            image.is_err().then_some("isinya rusak")
        }
        Picture::Svg => {
            let image = SvgImage::new(Bytes::new(bytes.to_vec()));
            image.is_err().then_some("isinya bukan SVG yang utuh")
        }
    }
}

/// Width and height that a PNG says it has.
fn size(bytes: &[u8]) -> Option<(u64, u64)> {
    let word = |at: usize| -> Option<u64> {
        let four: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
        Some(u64::from(u32::from_be_bytes(four)))
    };
    Some((word(16)?, word(20)?))
}
