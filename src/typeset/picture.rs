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
    /// JPEG.
    Jpeg,
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
        Picture::Jpeg => {
            if jpeg_size(bytes).is_none_or(|(width, height)| width * height > POINTS) {
                return Some("ukurannya lebih dari 40 juta titik, atau isinya rusak");
            }
            let image = RasterImage::plain(Bytes::new(bytes.to_vec()), ExchangeFormat::Jpg);
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

/// Width and height that a JPEG says it has, in the header of its first frame.
fn jpeg_size(bytes: &[u8]) -> Option<(u64, u64)> {
    let word = |at: usize| -> Option<u16> {
        let two: [u8; 2] = bytes.get(at..at + 2)?.try_into().ok()?;
        Some(u16::from_be_bytes(two))
    };
    let mut at = 2;
    loop {
        let marker = *bytes.get(at + 1)?;
        if *bytes.get(at)? != 0xff {
            return None;
        }
        // Frames of every kind, but for the tables among their numbers.
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            return Some((u64::from(word(at + 7)?), u64::from(word(at + 5)?)));
        }
        // A filling byte, or a marker without a length.
        at += match marker {
            0xff => 1,
            0x01 | 0xd0..=0xd9 => 2,
            _ => 2 + usize::from(word(at + 2)?),
        };
    }
}
