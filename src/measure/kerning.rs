//! By how much pairs of letters stand nearer than they are wide.

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId, Tag};

/// The feature of pairs.
const KERN: Tag = Tag::from_bytes(b"kern");
/// Of ASCII, the first sign that is printed.
const FIRST: usize = 0x20;

/// For each pair of the first `signs` characters by how much it is nearer, in what `milli`
/// turns the units of the face into; a pair that stands further apart has nothing.
pub(super) fn nearer(face: &Face<'_>, signs: usize, milli: impl Fn(i16) -> u16) -> Vec<u8> {
    let mut out = vec![0; signs * signs];
    let tables = subtables(face);
    let glyph = |at: usize| {
        let sign = u32::try_from(at).ok().and_then(char::from_u32)?;
        face.glyph_index(sign).map(|glyph| (at, glyph))
    };
    let glyphs: Vec<(usize, GlyphId)> = (FIRST..signs).filter_map(glyph).collect();
    for (first, left) in &glyphs {
        for (second, right) in &glyphs {
            let by = tables
                .iter()
                .find_map(|table| advance(table, *left, *right));
            if let Some(by) = by.filter(|by| *by < 0) {
                out[first * signs + second] = u8::try_from(milli(by)).unwrap_or(u8::MAX);
            }
        }
    }
    out
}

/// The tables of pairs, in the order in which the first that knows a pair holds.
fn subtables<'f>(face: &Face<'f>) -> Vec<PairAdjustment<'f>> {
    let Some(gpos) = face.tables().gpos else {
        return Vec::new();
    };
    let features = gpos.features.into_iter().filter(|own| own.tag == KERN);
    let mut lookups: Vec<u16> = features.flat_map(|own| own.lookup_indices).collect();
    lookups.sort_unstable();
    lookups.dedup();
    let lookups = lookups.into_iter().filter_map(|at| gpos.lookups.get(at));
    lookups
        .flat_map(|lookup| lookup.subtables.into_iter::<PositioningSubtable<'f>>())
        .filter_map(|table| match table {
            PositioningSubtable::Pair(pair) => Some(pair),
            _ => None,
        })
        .collect()
}

/// What a table says of a pair.
fn advance(table: &PairAdjustment<'_>, left: GlyphId, right: GlyphId) -> Option<i16> {
    let at = table.coverage().get(left)?;
    let (value, _) = match table {
        PairAdjustment::Format1 { sets, .. } => sets.get(at)?.get(right)?,
        PairAdjustment::Format2 {
            classes, matrix, ..
        } => matrix.get((classes.0.get(left), classes.1.get(right)))?,
    };
    Some(value.x_advance)
}
