//! `renstra rule`: what a finding means, why, on what it rests, how to mend it.

use std::fmt::Write;

use super::args::RuleArgs;
use super::{CommandError, Outcome, report};
use crate::batch;
use crate::checks;
use crate::pipeline;
use crate::regulation::{Regulation, Tingkat};

/// Prints one explanation, or the list.
pub(super) fn run(args: &RuleArgs, regulation: &[Regulation]) -> Result<Outcome, CommandError> {
    let Some(code) = &args.code else {
        report::data(list().as_bytes())?;
        return Ok(Outcome::Clean);
    };
    match explain(code, regulation) {
        Some(text) => {
            report::data(text.as_bytes())?;
            Ok(Outcome::Clean)
        }
        None => Err(CommandError::Usage(format!(
            "kode \"{code}\" tidak mempunyai penjelasan; daftar aturan: renstra rule"
        ))),
    }
}

/// The list of all rules, one a line.
fn list() -> String {
    let mut out = String::new();
    for rule in checks::plan::ALL {
        let _ = writeln!(
            out,
            "{}  {:<10}  {}",
            rule.code,
            rule.severity.word(),
            title(rule.text)
        );
    }
    for rule in checks::city::ALL {
        let title = title(rule.text);
        let _ = writeln!(out, "{}  {:<10}  {title}", rule.code, rule.severity.word());
    }
    out.push_str("\ntemuan lain:\n");
    for (code, section) in explanations() {
        let title = section.lines().next().unwrap_or_default();
        let _ = writeln!(
            out,
            "{code}  {}",
            title.trim_start_matches(code).trim_start_matches(": ")
        );
    }
    out
}

/// Code and explanation of every finding that is no rule.
fn explanations() -> impl Iterator<Item = (&'static str, &'static str)> {
    pipeline::explanations().chain(pipeline::sections(batch::EXPLANATION))
}

/// The explanation of one rule with its basis per regulation; `None` if there
/// is no such rule.
fn explain(code: &str, regulations: &[Regulation]) -> Option<String> {
    let code = code.to_uppercase();
    let agency = checks::plan::ALL
        .iter()
        .map(|rule| (rule.code, rule.severity, rule.text));
    let city = checks::city::ALL
        .iter()
        .map(|rule| (rule.code, rule.severity, rule.text));
    let Some((found, severity, text)) = agency.chain(city).find(|rule| rule.0.0 == code) else {
        let (_, section) = explanations().find(|(found, _)| *found == code)?;
        return Some(format!("# {section}\n"));
    };
    let mut out = text.trim_end().to_owned();
    out.push_str("\n\n## Dasar\n\n");
    for regulation in regulations {
        let word = regulation.aturan.get(found.0);
        let level = word.and_then(|aturan| aturan.tingkat);
        let level = level.map_or(severity.word(), level_word);
        let basis = word
            .and_then(|aturan| aturan.dasar.as_deref())
            .unwrap_or("belum dicatat");
        let _ = writeln!(out, "- {} ({level}): {basis}", regulation.nama);
    }
    Some(out)
}

fn level_word(tingkat: Tingkat) -> &'static str {
    tingkat
        .severity()
        .map_or("tidak diterapkan", crate::diagnostic::Severity::word)
}

fn title(text: &'static str) -> &'static str {
    let first = text.lines().next().unwrap_or_default();
    first.split_once(": ").map_or(first, |(_, title)| title)
}
