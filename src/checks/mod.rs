//! What a verifier would ask: rules over a plan, and over the plans of a city.
//!
//! A rule says what is wrong and nothing else. Whether it is on, its severity and
//! its basis are the regulation's to say (its `aturan.toml`), and applied once, in
//! [`rule`].
//!
//! - [`plan`]: one plan, compared with its RPJMD and its earlier version;
//! - [`city`]: the plans of several agencies, compared with each other;
//! - `shared`: what several rules need to ask of a plan.
//!
//! One rule is one file with its explanation (`.md`) next to it. Codes are never
//! reused. R001 to R099 and from R103 on are rules over a plan; R100 to R102 and
//! from R200 on rules over a city. The next free ones are those behind the last
//! of each list. The type, [`Rule`] or [`city::CityRule`], says what a rule is,
//! not its number.

pub mod city;
mod consequences;
pub mod plan;
pub mod rule;
mod shared;
pub mod unchecked;

pub use rule::{Lookalike, Rule, Subject, run};
pub use shared::nearest::nearest;

/// Codes of all rules: those over a plan, then those over a city.
pub fn codes() -> impl Iterator<Item = &'static str> {
    let plan = plan::ALL.iter().map(|rule| rule.code);
    let city = city::ALL.iter().map(|rule| rule.code);
    plan.chain(city).map(|code| code.0)
}

/// Whether a rule has this code.
pub fn is_rule(code: &str) -> bool {
    codes().any(|known| known == code)
}
