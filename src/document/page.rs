//! The page: its margins, and what they leave for tables.

use serde::Serialize;

use crate::config::{Config, Kertas};
use crate::measure::{Faces, Paper, Sheet};

/// Millimetres between the paper's edges and what is printed.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Tepi {
    kiri: u16,
    kanan: u16,
    atas: u16,
    bawah: u16,
}

/// Margins of upright and of turned pages. The edge that is bound stays wide: left on
/// upright pages, top on turned ones.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Margins {
    tegak: Tepi,
    rebah: Tepi,
}

/// The margins of every document.
pub const MARGINS: Margins = Margins {
    tegak: Tepi {
        kiri: 30,
        kanan: 20,
        atas: 25,
        bawah: 25,
    },
    rebah: Tepi {
        kiri: 12,
        kanan: 12,
        atas: 20,
        bawah: 15,
    },
};

/// What tables are measured with: the letters' widths and the paper.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'f> {
    /// Faces of tables.
    pub faces: &'f Faces,
    /// The paper.
    pub sheet: Sheet,
    /// Whether all tables are measured, or those alone whose rows depend on it.
    pub is_whole: bool,
    /// What stands above a table's caption on its first page, hundredths of a point, if
    /// nothing follows the table: the title of an annex of one table.
    pub alone: Option<u32>,
}

/// Height of an annex's title with the blank below it, in hundredths of a point.
const ANNEX: u32 = 6_000;

impl<'f> Setting<'f> {
    /// On the paper that the settings name.
    pub fn new(config: &Config, faces: &'f Faces, is_whole: bool) -> Self {
        let kertas = config.dokumen.kertas;
        let (width, height) = kertas.size();
        let inside = |side: u16, edge: [u16; 2]| points(side.saturating_sub(edge[0] + edge[1]));
        let Margins { tegak, rebah } = MARGINS;
        let sheet = Sheet {
            upright: Paper {
                width: inside(width, [tegak.kiri, tegak.kanan]),
                height: inside(height, [tegak.atas, tegak.bawah]),
            },
            turned: Paper {
                width: inside(height, [rebah.kiri, rebah.kanan]),
                height: inside(width, [rebah.atas, rebah.bawah]),
            },
            // A narrower sheet has somewhat smaller letters in its widest tables.
            smallest: if kertas == Kertas::A4 { 650 } else { 700 },
        };
        let alone = None;
        Self {
            faces,
            sheet,
            is_whole,
            alone,
        }
    }

    /// For a table that is all of an annex.
    pub fn of_annex(self) -> Self {
        Self {
            alone: Some(ANNEX),
            ..self
        }
    }
}

/// Millimetres in hundredths of a point.
fn points(millimetres: u16) -> u32 {
    u32::from(millimetres) * 7200 * 10 / 254
}
