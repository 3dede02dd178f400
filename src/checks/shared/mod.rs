//! What several rules ask of a plan.

pub mod amounts;
pub mod counts;
pub mod direction;
pub mod law;
pub mod lexicon;
pub mod mandatory;
pub mod nearest;
pub mod numeral;
pub mod paragraph;
pub mod placeholder;
pub mod plan;
pub mod prose;
pub mod region;
pub mod rpjmd;
pub mod scale;
pub mod sentence;
pub mod staff;
pub mod texts;
pub mod wording;
