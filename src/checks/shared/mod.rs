//! What several rules ask of a plan.

pub mod direction;
pub mod lexicon;
pub mod mandatory;
pub mod paragraph;
pub mod plan;
pub mod prose;
pub mod rpjmd;
pub mod staff;
pub mod wording;
