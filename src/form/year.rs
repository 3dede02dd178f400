//! Which years a blank worksheet has.

use crate::model::{Periode, Worksheet};
use crate::regulation::Regulation;
use crate::sheets::schema::Schema;

/// Years that a table looks back on, for performance and spending.
const BACK: u16 = 5;

/// The years of a worksheet's yearly columns: the five before the plan for what
/// was achieved, the plan's own for targets and money. A plan with a transition
/// year has targets from its first year on, money and stages from its second.
pub fn years(schema: &Schema, periode: Periode, regulation: &Regulation) -> Vec<u16> {
    let (first, last) = (periode.awal.get(), periode.akhir.get());
    match schema.id {
        Worksheet::Tc23 | Worksheet::Tc24 | Worksheet::CapaianSpm => {
            (first - BACK..first).collect()
        }
        _ if regulation.tahun_transisi == 0 => (first + 1..=last).collect(),
        Worksheet::TujuanSasaran | Worksheet::Iku | Worksheet::Ikk | Worksheet::RpjmdTujuan => {
            (first..=last + regulation.tahun_transisi).collect()
        }
        _ => (first + 1..=last + regulation.tahun_transisi).collect(),
    }
}

/// The year of the baseline: the plan's first, or the one before it where the
/// plan's first already has targets.
pub fn base_year(periode: Periode, regulation: &Regulation) -> u16 {
    let first = periode.awal.get();
    if regulation.tahun_transisi == 0 {
        first
    } else {
        first - 1
    }
}

/// The period that plans of a regulation have, where none was named: its last five
/// years, and the one before them where they have no transition year.
pub fn usual(regulation: &Regulation) -> Option<Periode> {
    let (from, until) = regulation.berlaku;
    let length = if regulation.tahun_transisi == 0 { 5 } else { 4 };
    let text = format!("{}-{until}", from.max(until.saturating_sub(length)));
    text.parse().ok()
}
