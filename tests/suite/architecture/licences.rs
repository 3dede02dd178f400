//! Every crate that is built in may be: its licence is one of those that `.cargo/deny.toml`
//! allows.

use std::process::Command;

use serde_json::Value;

use crate::support::path;

/// What deny.toml allows and forbids.
fn list(table: &str, key: &str) -> Vec<toml::Value> {
    let text = std::fs::read_to_string(path(".cargo/deny.toml")).unwrap();
    let settings: toml::Table = text.parse().unwrap();
    settings[table][key].as_array().unwrap().clone()
}

/// The crates of a build for Linux, by cargo's own account.
fn packages() -> Vec<Value> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args(["metadata", "--locked", "--offline", "--format-version", "1"])
        .args(["--filter-platform", "x86_64-unknown-linux-gnu"])
        .current_dir(path("."))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let all: Value = serde_json::from_slice(&output.stdout).unwrap();
    all["packages"].as_array().unwrap().clone()
}

/// Whether an expression of licences can be met with those that are allowed.
fn is_met(expression: &str, allowed: &[String]) -> bool {
    let expression = expression.trim();
    for (word, all) in [(" OR ", false), (" AND ", true)] {
        let parts = split(expression, word);
        if parts.len() > 1 {
            let mut met = parts.iter().map(|part| is_met(part, allowed));
            return if all {
                met.all(|met| met)
            } else {
                met.any(|met| met)
            };
        }
    }
    match expression
        .strip_prefix('(')
        .and_then(|inner| inner.strip_suffix(')'))
    {
        Some(inner) => is_met(inner, allowed),
        None => allowed.iter().any(|allowed| allowed == expression),
    }
}

/// Parts around a word outside of brackets.
fn split<'a>(text: &'a str, word: &str) -> Vec<&'a str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, c) in text.char_indices() {
        depth += i32::from(c == '(') - i32::from(c == ')');
        if depth == 0 && at >= start && text[at..].starts_with(word) {
            parts.push(&text[start..at]);
            start = at + word.len();
        }
    }
    parts.push(&text[start..]);
    parts
}

#[test]
fn every_crate_has_a_licence_that_is_allowed() {
    let allowed = list("licenses", "allow");
    let allowed: Vec<String> = allowed
        .iter()
        .map(|name| name.as_str().unwrap().to_owned())
        .collect();
    let denied = list("bans", "deny");
    let denied: Vec<&str> = denied
        .iter()
        .map(|ban| ban["crate"].as_str().unwrap())
        .collect();
    let packages = packages();
    assert!(packages.len() > 100, "cargo told of few crates");
    let mut wrong = Vec::new();
    for package in &packages {
        let name = package["name"].as_str().unwrap();
        let licence = package["license"]
            .as_str()
            .unwrap_or_default()
            .replace('/', " OR ");
        if !is_met(&licence, &allowed) {
            wrong.push(format!("{name}: {licence}"));
        }
        if denied.contains(&name) {
            wrong.push(format!("{name} is not to be built in"));
        }
        let source = package["source"].as_str().unwrap_or_default();
        if !source.is_empty() && !source.contains("crates.io") {
            wrong.push(format!("{name} is from {source}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_expression_of_licences_is_understood() {
    let allowed = ["MIT", "Zlib"].map(str::to_owned);
    for (expression, met) in [
        ("MIT", true),
        ("Apache-2.0 OR MIT", true),
        ("MIT AND GPL-3.0", false),
        ("(GPL-3.0 OR MIT) AND Zlib", true),
        ("GPL-3.0", false),
        ("", false),
    ] {
        assert_eq!(is_met(expression, &allowed), met, "{expression}");
    }
}
