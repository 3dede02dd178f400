//! The trees of performance of the annex: each goal over its objectives and their
//! programmes, then each programme over its kegiatan and sub kegiatan.

use crate::model::{Pohon, Renstra};

/// Levels below the head of a tree that one drawing shows.
const DEPTH: usize = 2;

/// What is said of each tree, behind the title that all have.
pub fn said(renstra: &Renstra) -> Vec<String> {
    let (goals, programs) = trees(renstra);
    let several = goals.len() > 1;
    let goals = (1..=goals.len()).map(|nth| {
        if several {
            format!(" – Tujuan {nth}")
        } else {
            " – Tujuan, Sasaran, dan Program".to_owned()
        }
    });
    let programs = (1..)
        .zip(&programs)
        .map(|(nth, program)| match &program.kode {
            Some(kode) => format!(" – Program {kode}"),
            None => format!(" – Program ke-{nth}"),
        });
    goals.chain(programs).collect()
}

/// The `nth` tree, from 0.
pub(super) fn build(nth: usize, renstra: &Renstra) -> Option<Pohon> {
    let (goals, programs) = trees(renstra);
    let tree = goals.into_iter().chain(programs).nth(nth)?;
    Some(tree.down_to(DEPTH))
}

/// Goals, and the programmes of all of them and of none.
fn trees(renstra: &Renstra) -> (Vec<Pohon>, Vec<Pohon>) {
    let (mut goals, mut programs) = (Vec::new(), Vec::new());
    for tree in renstra.pohon() {
        let below = tree.anak.iter().flat_map(|child| match child.jenis {
            "program" => std::slice::from_ref(child),
            _ => child.anak.as_slice(),
        });
        programs.extend(below.cloned());
        // Programmes without an objective hang on no goal of the plan.
        if tree.anak.iter().any(|child| child.jenis == "sasaran") {
            goals.push(tree);
        }
    }
    (goals, programs)
}
