//! No circles between files: what a file needs is read before it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::source;
use crate::support::path;

/// Files of `src` by their module path: `["batch", "record"]`; `mod.rs` is its folder.
fn module_paths() -> BTreeMap<Vec<String>, (PathBuf, String)> {
    let root = path("src");
    let paths = source().into_iter().map(|(file, text)| {
        let below = file.strip_prefix(&root).unwrap().with_extension("");
        let mut steps: Vec<String> = below
            .iter()
            .map(|step| step.to_string_lossy().into_owned())
            .collect();
        if steps.last().is_some_and(|last| last == "mod") {
            steps.pop();
        }
        let code: Vec<&str> = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect();
        (steps, (file, code.join("\n")))
    });
    paths.collect()
}

/// The paths that a `use` names, its groups taken apart, without new names.
fn expand(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((head, rest)) = tree.split_once('{') else {
        let name = tree.split(" as ").next().unwrap_or(tree);
        return vec![name.split_whitespace().collect()];
    };
    let inner = rest.rsplit_once('}').map_or(rest, |(inner, _)| inner);
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for c in inner.chars() {
        match c {
            ',' if depth == 0 => parts.push(String::new()),
            _ => {
                depth += i32::from(c == '{') - i32::from(c == '}');
                parts.last_mut().unwrap().push(c);
            }
        }
    }
    parts
        .iter()
        .filter(|part| !part.trim().is_empty())
        .flat_map(|part| expand(&format!("{head}{}", part.trim())))
        .collect()
}

/// The paths that a file names: those it imports, and those in its code.
fn named(code: &str) -> (Vec<String>, Vec<String>) {
    let (mut imports, mut inline) = (Vec::new(), Vec::new());
    let mut rest = code;
    while let Some(at) = rest.find("use ") {
        let starts = rest[..at].chars().next_back();
        let is_word = starts.is_some_and(|c| c.is_alphanumeric() || c == '_');
        let Some(end) = rest[at..].find(';') else {
            break;
        };
        if is_word || rest[at..at + end].contains('"') {
            rest = &rest[at + 4..];
            continue;
        }
        imports.extend(expand(&rest[at + 4..at + end]));
        rest = &rest[at + end..];
    }
    for begin in ["crate::", "super::", "self::"] {
        for (at, _) in code.match_indices(begin) {
            let outer = code[..at].chars().next_back();
            if outer.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
                continue;
            }
            let path: String = code[at..]
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_' || *c == ':')
                .collect();
            inline.push(path.trim_end_matches(':').to_owned());
        }
    }
    (imports, inline)
}

/// The file that holds what a path names, seen from a file; a name that a `mod.rs`
/// only hands on is followed to where it is defined.
fn holder(
    from: &[String],
    name: &str,
    files: &BTreeMap<Vec<String>, (PathBuf, String)>,
    handed_on: &BTreeMap<Vec<String>, Vec<String>>,
    depth: usize,
) -> Option<Vec<String>> {
    let mut steps: Vec<&str> = name.split("::").collect();
    let mut at = from.to_vec();
    match steps.first().copied()? {
        "crate" => {
            at.clear();
            steps.remove(0);
        }
        "self" => {
            steps.remove(0);
        }
        "super" => {
            while steps.first() == Some(&"super") {
                at.pop();
                steps.remove(0);
            }
        }
        child => {
            let below = [at.as_slice(), &[child.to_owned()]].concat();
            files.contains_key(&below).then_some(())?;
        }
    }
    while let Some(step) = steps.first() {
        let below = [at.as_slice(), &[(*step).to_owned()]].concat();
        if !files.contains_key(&below) {
            break;
        }
        at = below;
        steps.remove(0);
    }
    let own = || files.contains_key(&at).then(|| at.clone());
    let Some(item) = steps.first().filter(|_| depth < 5) else {
        return own();
    };
    let further = handed_on
        .get(&at)
        .into_iter()
        .flatten()
        .find(|path| path.rsplit("::").next() == Some(item) && path.contains("::"));
    match further {
        Some(path) => holder(&at, path, files, handed_on, depth + 1).or_else(own),
        None => own(),
    }
}

/// Files that lead back to themselves through files that they name. A `mod.rs` is
/// the door of its folder: it may name what is in it, and they it.
fn circles() -> Vec<String> {
    let files = module_paths();
    let names: BTreeMap<&Vec<String>, (Vec<String>, Vec<String>)> = files
        .iter()
        .map(|(steps, (_, code))| (steps, named(code)))
        .collect();
    let handed_on: BTreeMap<Vec<String>, Vec<String>> = names
        .iter()
        .map(|(steps, (imports, _))| ((*steps).clone(), imports.clone()))
        .collect();
    let is_door = |steps: &[String]| files[steps].0.ends_with("mod.rs");
    let number: BTreeMap<&Vec<String>, usize> = files.keys().zip(0..).collect();
    let edges: Vec<Vec<usize>> = names
        .iter()
        .map(|(steps, (imports, inline))| {
            if is_door(steps) {
                return Vec::new();
            }
            let list = imports.iter().chain(inline);
            list.filter_map(|name| holder(steps, name, &files, &handed_on, 0))
                .filter(|other| other != *steps && !is_door(other))
                .map(|other| number[&other])
                .collect()
        })
        .collect();
    let leads_back = |from: usize| {
        let mut seen = vec![false; edges.len()];
        let mut open = edges[from].clone();
        while let Some(next) = open.pop() {
            if !std::mem::replace(&mut seen[next], true) {
                open.extend(&edges[next]);
            }
        }
        seen[from]
    };
    number
        .iter()
        .filter(|(_, at)| leads_back(**at))
        .map(|(steps, _)| steps.join("::"))
        .collect()
}

#[test]
fn no_file_leads_back_to_itself() {
    let found = circles();
    assert!(found.is_empty(), "in a circle of files: {found:?}");
}

#[test]
fn the_circle_reader_takes_groups_apart() {
    assert_eq!(
        expand("super::{Own, kode::{self, Kode}, text as words}"),
        [
            "super::Own",
            "super::kode::self",
            "super::kode::Kode",
            "super::text"
        ]
    );
    let (imports, inline) = named("use crate::a::B;\nfn f() { super::c::d() }");
    assert_eq!(imports, ["crate::a::B"]);
    assert_eq!(inline, ["crate::a::B", "super::c::d"]);
}
