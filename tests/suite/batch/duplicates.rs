//! What workbooks of one folder are to each other.

use renstra::batch::duplicates::{Member, compare};
use renstra::batch::record::Identity;

fn member(source: &str, digest: &str, opd: &str, kode: &str) -> Member {
    Member {
        source: source.to_owned(),
        digest: digest.to_owned(),
        identity: Identity {
            opd: opd.to_owned(),
            kode: kode.to_owned(),
            tahap: String::new(),
        },
    }
}

/// Code of the finding of each, and whether it is a copy.
fn said(member: &[Member]) -> Vec<(&'static str, bool)> {
    compare(member)
        .iter()
        .map(|place| {
            let code = place.findings.iter().map(|finding| finding.code.0).next();
            (code.unwrap_or(""), place.is_copy)
        })
        .collect()
}

#[test]
fn two_workbooks_of_one_agency_are_told_at_both() {
    let list = [
        member("b.xlsx", "2", "DINAS  SOSIAL", "1.06"),
        member("a.xlsx", "1", "Dinas Sosial", "1.06"),
        member("c.xlsx", "3", "Dinas Lain", "1.07"),
    ];
    assert_eq!(said(&list), [("W101", false), ("W101", false), ("", false)]);
}

#[test]
fn an_exact_copy_leaves_its_original_alone() {
    let list = [
        member("Dinas A - Salinan.xlsx", "1", "Dinas A", "1.06"),
        member("Dinas A.xlsx", "1", "Dinas A", "1.06"),
    ];
    assert_eq!(said(&list), [("W102", true), ("", false)]);
}

#[test]
fn blank_forms_are_no_copies() {
    let list = [member("a.xlsx", "1", "", ""), member("b.xlsx", "1", "", "")];
    assert_eq!(said(&list), [("", false), ("", false)]);
}

#[test]
fn one_kode_for_two_agencies_is_a_warning() {
    let list = [
        member("a.xlsx", "1", "Dinas A", "1.06"),
        member("b.xlsx", "2", "Dinas B", "1.06"),
    ];
    assert_eq!(said(&list), [("W103", false), ("W103", false)]);
}
