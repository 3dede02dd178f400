//! Rules over a whole city: agencies that share a programme, agencies that are missing.

use renstra::checks::{self, kota::Member};
use renstra::diagnostic::Diagnostics;
use renstra::pipeline::{self, Options};
use renstra::{normalise, sheets};

use crate::support::{self, grid::Content, source, to_workbook};

/// The small agency twice, under two names.
fn members() -> Vec<Member> {
    ["Dinas Contoh", "Dinas Kembar"]
        .into_iter()
        .map(|nama| {
            let mut grid = source::read(&support::path("fixtures/small-opd"), None);
            for content in grid[0].cell.values_mut() {
                if *content == Content::Text("Dinas Contoh".to_owned()) {
                    *content = Content::Text(nama.to_owned());
                }
                if *content == Content::Text("Dinco".to_owned()) {
                    *content = Content::Text(format!("singkatan {nama}"));
                }
            }
            let file = format!("{}.xlsx", nama.to_lowercase().replace(' ', "-"));
            let workbook = to_workbook::workbook(&file, &grid);
            let inspection =
                pipeline::inspect_workbook(support::library(), workbook, &Options::default());
            let inspection = inspection.unwrap();
            Member {
                file: inspection.origin(),
                renstra: inspection.renstra,
            }
        })
        .collect()
}

/// What is found with an RPJMD that gives the programmes to `opd`, where
/// programme 02 has `pagu` in 2022.
fn found(opd: &str, pagu: i64, member: &[Member]) -> Diagnostics {
    let mut grid = source::read_rpjmd(&support::path("fixtures/small-opd/rpjmd"), None);
    for content in grid.iter_mut().flat_map(|grid| grid.cell.values_mut()) {
        match content {
            Content::Text(text) if text == "Dinas Contoh" => opd.clone_into(text),
            // Twice the small agency's money is what two of them need.
            Content::Money(500_000_000) => *content = Content::Money(pagu),
            Content::Money(amount) => *amount *= 2,
            _ => {}
        }
    }
    let workbook = to_workbook::workbook("rpjmd.xlsx", &grid);
    let mut out = Diagnostics::new();
    let sheets = sheets::rpjmd::read(&workbook, &mut out);
    let berkas = renstra::diagnostic::Origin::file("rpjmd.xlsx");
    let rpjmd = normalise::rpjmd(sheets, berkas, &mut out);
    assert!(out.is_empty(), "{}", support::print(&out));
    pipeline::inspect_city(support::library(), &rpjmd, 0, member, &Options::default())
}

#[test]
fn agencies_that_share_a_programme_spend_what_the_rpjmd_gives() {
    let member = members();
    let clean = found("Dinas Contoh; Dinas Kembar", 1_000_000_000, &member);
    assert!(clean.is_empty(), "{}", support::print(&clean));
    let more = found("Dinas Contoh; Dinas Kembar", 900_000_000, &member);
    insta::assert_snapshot!("r100-shared-pagu-differs", support::print(&more));
    // While one of them is missing, the sum says nothing.
    let alone = found("Dinas Contoh; Dinas Kembar", 900_000_000, &member[..1]);
    assert!(alone.iter().all(|finding| finding.code.0 == "R101"));
}

#[test]
fn an_agency_without_a_workbook_is_named_once() {
    let found = found("Dinas Contoh; Dinas Hilang", 1_000_000_000, &members());
    insta::assert_snapshot!("r101-program-without-workbook", support::print(&found));
}

#[test]
fn rules_of_a_city_are_explained_and_have_a_basis() {
    for rule in checks::kota::ALL {
        assert!(rule.text.starts_with(&format!("# {}: ", rule.code)));
        for regulation in &support::library().regulation {
            let word = regulation.aturan.get(rule.code.0);
            assert!(
                word.is_some_and(|word| word.dasar.is_some()),
                "{}",
                rule.code
            );
        }
    }
}
