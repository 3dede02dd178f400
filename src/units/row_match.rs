//! Which block of the agency's workbook a block that came back is.

use super::block::Block;
use crate::model::text;

/// How alike the words of two indicators must be, of 1, to be one that was reworded.
const ALIKE: f64 = 0.5;

/// Whether two blocks are one.
type IsSame<'f> = dyn Fn(&Block, &Block) -> bool + 'f;

/// For each block that came back the place of the agency's block that it is; `None` for a
/// new one. Own blocks are looked for first: several units may have rows of one kode.
pub(super) fn places(base: &[Block], returned: &[Block], key: &str) -> Vec<Option<usize>> {
    let mut found = vec![None; returned.len()];
    let mut free = vec![true; base.len()];
    let is_own = |block: &Block| block.owner.as_deref() == Some(key);
    let same_kode = |a: &Block, b: &Block| a.kode.is_some() && a.kode == b.kode;
    let same_name = |a: &Block, b: &Block| {
        std::mem::discriminant(&a.elemen) == std::mem::discriminant(&b.elemen)
            && same_level(a, b)
            && !a.uraian.is_empty()
            && text::same(&a.uraian, &b.uraian)
    };
    let likely = |a: &Block, b: &Block| {
        a.kode.is_none() && b.kode.is_none() && same_level(a, b) && is_alike(a, b)
    };
    let same_owner = |a: &Block, b: &Block| a.owner == b.owner && same_kode(a, b);
    let stages: [(bool, &IsSame); 6] = [
        (false, &same_owner),
        (true, &same_kode),
        (false, &same_kode),
        (true, &same_name),
        (false, &|a, b| a.kode.is_none() && same_name(a, b)),
        (true, &likely),
    ];
    for (own_only, is_same) in stages {
        for (at, block) in returned.iter().enumerate() {
            if found[at].is_some() {
                continue;
            }
            let mut known = base.iter().enumerate();
            let same = known.find(|(other, candidate)| {
                free[*other] && (!own_only || is_own(candidate)) && is_same(block, candidate)
            });
            if let Some((other, _)) = same {
                found[at] = Some(other);
                free[other] = false;
            }
        }
    }
    found
}

fn same_level(a: &Block, b: &Block) -> bool {
    let depth = |block: &Block| block.kode.as_ref().map(|kode| kode.matches('.').count());
    let kind = |block: &Block| block.elemen.as_ref().map(std::mem::discriminant);
    depth(a) == depth(b) && kind(a) == kind(b)
}

fn is_alike(a: &Block, b: &Block) -> bool {
    let (a, b) = (text::plain(&a.uraian), text::plain(&b.uraian));
    !a.is_empty() && !b.is_empty() && strsim::normalized_levenshtein(&a, &b) >= ALIKE
}
