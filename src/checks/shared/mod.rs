//! What several rules ask of a plan.

pub mod amounts;
pub mod counts;
pub mod direction;
pub mod iku;
pub mod law;
pub mod lexicon;
pub mod mandatory;
pub mod missing_table;
pub mod nearest;
pub mod numeral;
pub mod pagu_rpjmd;
pub mod paragraph;
pub mod placeholder;
pub mod plan;
pub mod prose;
pub mod region;
pub mod rpjmd;
pub mod scale;
pub mod sentence;
pub mod staff;
pub mod swapped;
pub mod texts;
pub mod wording;
