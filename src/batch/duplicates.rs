//! What workbooks of one folder are to each other: copies, two of one agency,
//! one code for two.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::finding;
use super::name::fold;
use super::record::Identity;
use crate::diagnostic::Diagnostics;

/// A workbook of the folder.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Member {
    /// File name.
    pub source: String,
    /// BLAKE3 digest; empty if the file cannot be read.
    pub digest: String,
    /// Who it speaks of.
    pub identity: Identity,
}

/// What there is to say of a member because of the others.
#[derive(Debug, Clone, Default)]
pub struct Verdict {
    /// Findings about pairs.
    pub findings: Diagnostics,
    /// Whether another file with the same content is printed in its place.
    pub is_copy: bool,
}

/// Compares every workbook with the others; the same in any order of them.
pub fn compare(member: &[Member]) -> Vec<Verdict> {
    let mut verdicts = vec![Verdict::default(); member.len()];
    // Blank forms are alike and yet each is somebody's.
    let content = |member: &Member| {
        if member.identity.opd.is_empty() {
            String::new()
        } else {
            member.digest.clone()
        }
    };
    for group in groups(member, content) {
        // `Dinas A.xlsx` stands before `Dinas A - Salinan.xlsx`.
        let Some(first) = group.iter().min_by_key(|at| {
            let source = &member[**at].source;
            (source.chars().count(), source)
        }) else {
            continue;
        };
        for at in group.iter().filter(|at| *at != first) {
            let here = &member[*at].source;
            verdicts[*at].is_copy = true;
            verdicts[*at]
                .findings
                .emit(finding::copy(here, &member[*first].source));
        }
    }
    let original: Vec<usize> = (0..member.len())
        .filter(|at| !verdicts[*at].is_copy)
        .collect();
    let list: Vec<&Member> = original.iter().map(|at| &member[*at]).collect();
    for group in groups(&list, |member| squeezed(&member.identity.opd)) {
        for (at, other) in others(&list, &group) {
            let here = list[at];
            verdicts[original[at]].findings.emit(finding::two_workbooks(
                &here.source,
                &here.identity.opd,
                &other,
            ));
        }
    }
    for group in groups(&list, |member| squeezed(&member.identity.kode)) {
        for (at, other) in others(&list, &group) {
            let here = list[at];
            // Two workbooks of one agency are reported already.
            if verdicts[original[at]].findings.is_empty() {
                verdicts[original[at]].findings.emit(finding::kode_twice(
                    &here.source,
                    &here.identity.kode,
                    &other,
                ));
            }
        }
    }
    verdicts
}

/// Which of these agencies have more than one workbook: their names in the form in
/// which names are compared. Nobody knows which of the workbooks is to be counted.
pub fn doubled<'m>(opd: impl IntoIterator<Item = &'m str>) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let mut doubled = BTreeSet::new();
    for name in opd {
        let name = squeezed(name);
        if !name.is_empty() && !seen.insert(name.clone()) {
            doubled.insert(name);
        }
    }
    doubled
}

/// The form in which names of agencies are compared.
pub fn squeezed(text: &str) -> String {
    let word: Vec<&str> = text.split_whitespace().collect();
    fold(&word.join(" "))
}

/// Indices of the members that share a key that is not empty.
fn groups<M>(member: &[M], key: impl Fn(&M) -> String) -> Vec<Vec<usize>> {
    let mut group: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, member) in member.iter().enumerate() {
        group.entry(key(member)).or_default().push(at);
    }
    group.remove("");
    group
        .into_values()
        .filter(|group| group.len() > 1)
        .collect()
}

/// Each of a group with the file names of the others.
fn others<'m>(list: &[&'m Member], group: &[usize]) -> Vec<(usize, Vec<&'m str>)> {
    let name = |at: usize| list[at].source.as_str();
    group
        .iter()
        .map(|at| {
            let other = group.iter().filter(|other| *other != at);
            (*at, other.map(|other| name(*other)).collect())
        })
        .collect()
}
