//! What a verifier would ask: rules over a plan, and over the plans of a city.
//!
//! A rule says what is wrong and nothing else. Whether it is on, how grave it
//! is and on what it rests is the regulation's to say (`aturan` of its
//! `format.toml`), and applied once, in [`rule`].
//!
//! - [`plan`]: one plan, beside its RPJMD and its earlier version;
//! - [`city`]: the plans of several agencies beside each other;
//! - `shared`: what several rules need to ask of a plan.
//!
//! One rule is one file with its explanation (`.md`) beside it. Codes are never
//! reused. R001 to R099 and from R103 on are rules over a plan; R100 to R102 and
//! from R200 on rules over a city. The next free ones are those behind the last
//! of each list. The type, [`Rule`] or [`city::CityRule`], says what a rule is,
//! not its number.

pub mod city;
mod fold;
pub mod plan;
pub mod rule;
mod shared;
pub mod unchecked;

pub use rule::{Rule, Subject, run};
