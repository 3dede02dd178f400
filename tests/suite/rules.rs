//! Every rule has a case that breaks it and nothing else; every case has a rule.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use renstra::checks;
use renstra::config::Config;
use renstra::diagnostic::Diagnostics;
use renstra::pipeline::Options;
use renstra::regulation::Tingkat;

use crate::support::case::Case;
use crate::support::grid::{Content, Grid};
use crate::support::{self, source, to_xlsx};

fn findings(case: Option<&str>) -> Diagnostics {
    let over = case.map(|case| support::path("fixtures/cases").join(case));
    let options = Options {
        rpjmd: over.as_deref().and_then(rpjmd),
        config: over.as_deref().and_then(config),
        ..Options::default()
    };
    let case = Case::over(&base(over.as_deref()), over.as_deref());
    case.options(options).findings()
}

/// The agency that a case changes: the small one, or the one that its file
/// `base.txt` names.
fn base(case: Option<&Path>) -> PathBuf {
    let named = case.and_then(|case| fs::read_to_string(case.join("base.txt")).ok());
    support::path(named.as_deref().map_or("fixtures/small-opd", str::trim))
}

/// The settings of a case. One that has a folder `sebelumnya` gets them with the
/// earlier workbook beside them: its worksheets over those of the small agency.
fn config(case: &Path) -> Option<PathBuf> {
    let own = case.join("renstra.toml");
    let over = case.join("sebelumnya");
    if !over.is_dir() {
        return own.is_file().then_some(own);
    }
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(case.file_name().unwrap());
    fs::create_dir_all(folder.join("lama")).unwrap();
    let past = source::read(&base(Some(case)), Some(&over));
    fs::write(folder.join("lama/dinas-contoh.xlsx"), to_xlsx::xlsx(&past)).unwrap();
    let path = folder.join("renstra.toml");
    fs::write(&path, "[dokumen]\nsebelumnya = \"lama\"\n").unwrap();
    Some(path)
}

/// The RPJMD as a file, for a case that has a folder `rpjmd`: its worksheets
/// over those of the small agency.
fn rpjmd(case: &Path) -> Option<PathBuf> {
    let over = case.join("rpjmd");
    if !over.is_dir() {
        return None;
    }
    let base = support::path("fixtures/small-opd/rpjmd");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(case.file_name().unwrap());
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("rpjmd.xlsx");
    fs::write(
        &path,
        to_xlsx::xlsx(&source::read_rpjmd(&base, Some(&over))),
    )
    .unwrap();
    Some(path)
}

/// Options with the small agency's RPJMD as it is, in a folder of this name.
fn with_clean_rpjmd(name: &str) -> Options {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("rpjmd.xlsx");
    let rpjmd = source::read_rpjmd(&support::path("fixtures/small-opd/rpjmd"), None);
    fs::write(&path, to_xlsx::xlsx(&rpjmd)).unwrap();
    Options {
        rpjmd: Some(path),
        ..Options::default()
    }
}

fn cases() -> Vec<String> {
    let mut list: Vec<String> = fs::read_dir(support::path("fixtures/cases"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    list.sort();
    list
}

#[test]
fn the_clean_sample_has_no_findings() {
    let found = findings(None);
    assert!(found.is_empty(), "{}", support::print(&found));
}

#[test]
fn the_clean_sample_agrees_with_its_rpjmd() {
    let inspection = Case::small().options(with_clean_rpjmd("clean")).inspect();
    assert!(inspection.rpjmd.is_some());
    let found = &inspection.findings;
    assert!(found.is_empty(), "{}", support::print(found));
}

#[test]
fn each_case_triggers_its_rule_and_no_other() {
    let mut wrong = Vec::new();
    for case in cases() {
        let code = case[..4].to_uppercase();
        let found = findings(Some(&case));
        let only = found.iter().all(|finding| finding.code.0 == code);
        if found.is_empty() || !only {
            wrong.push(format!("{case}:\n{}", support::print(&found)));
            continue;
        }
        insta::assert_snapshot!(case.as_str(), support::print(&found));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn confirmations_are_missed_only_in_the_last_stage() {
    let missed = |tahap: &str| {
        let case = Case::small().sheets(|grid| {
            grid.retain(|grid| grid.name != "Konfirmasi");
            for content in grid[0].cell.values_mut() {
                if *content == Content::Text("Final".to_owned()) {
                    *content = Content::Text(tahap.to_owned());
                }
            }
        });
        case.count("R009") > 0
    };
    assert!(missed("Final"));
    assert!(missed("Perubahan"));
    assert!(!missed("Rancangan Akhir"));
    assert!(!missed("Rancangan Akhir Perubahan"));
}

#[test]
fn every_rule_has_a_case_and_every_case_a_rule() {
    let rule: BTreeSet<String> = checks::plan::ALL
        .iter()
        .map(|rule| rule.code.0.to_owned())
        .collect();
    let case: BTreeSet<String> = cases()
        .iter()
        .map(|case| case[..4].to_uppercase())
        .collect();
    assert_eq!(rule, case);
}

#[test]
fn rules_are_in_order_and_explained() {
    let code: Vec<&str> = checks::plan::ALL.iter().map(|rule| rule.code.0).collect();
    let mut sorted = code.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(code, sorted, "codes must be unique and in order");
    for rule in checks::plan::ALL {
        let heading: Vec<&str> = rule
            .text
            .lines()
            .filter(|line| line.starts_with('#'))
            .collect();
        assert!(
            heading[0].starts_with(&format!("# {}: ", rule.code)),
            "{}",
            rule.code
        );
        let rest = ["## Apa yang diperiksa", "## Mengapa", "## Cara memperbaiki"];
        assert_eq!(&heading[1..], rest, "{}", rule.code);
    }
}

#[test]
fn every_regulation_states_the_basis_of_every_rule_it_applies() {
    for regulation in &support::library().regulation {
        for rule in checks::plan::ALL {
            let word = regulation.aturan.get(rule.code.0);
            if word.is_some_and(|aturan| aturan.tingkat == Some(Tingkat::Mati)) {
                continue;
            }
            let basis = word
                .and_then(|aturan| aturan.dasar.as_deref())
                .unwrap_or_default();
            assert!(
                !basis.is_empty(),
                "{}: {} has no basis",
                regulation.id,
                rule.code
            );
        }
    }
}

#[test]
fn the_readme_shows_a_finding_as_it_is_printed() {
    let shown = support::print(&findings(Some("r012-pagu-mismatch-kegiatan")));
    let readme = fs::read_to_string(support::path("README.md")).unwrap();
    assert!(readme.contains(shown.trim()), "{shown}");
}

/// Somebody who looks for a code finds it, and two people who add a rule do not
/// add it in two places.
#[test]
fn rules_of_a_regulation_are_in_the_order_of_their_codes() {
    for regulation in &support::library().regulation {
        let path = support::path("templates")
            .join(&regulation.id)
            .join("aturan.toml");
        let text = fs::read_to_string(path).unwrap();
        let codes: Vec<&str> = text
            .lines()
            .filter_map(|line| line.strip_prefix('[')?.strip_suffix(']'))
            .collect();
        assert_eq!(codes.len(), regulation.aturan.len());
        assert!(codes.is_sorted(), "{}: {codes:?}", regulation.id);
    }
}

#[test]
fn parents_may_be_merged_blank_or_repeated() {
    let counts = |change: fn(&mut Vec<Grid>)| {
        let found = Case::small().sheets(change).inspect();
        assert!(
            found.findings.is_empty(),
            "{}",
            support::print(&found.findings)
        );
        let plan = found.renstra;
        let sasaran: usize = plan.tujuan.iter().map(|tujuan| tujuan.sasaran.len()).sum();
        let masalah: usize = plan
            .permasalahan
            .iter()
            .map(|pokok| pokok.masalah.len())
            .sum();
        (
            plan.tujuan.len(),
            sasaran,
            plan.permasalahan.len(),
            masalah,
            plan.pendanaan.sasaran.len(),
        )
    };
    let merged = counts(|_| {});
    let blank = counts(|grid| {
        for table in grid {
            let (_, bottom) = table.heading;
            table.merge.retain(|(top, ..)| *top <= bottom);
        }
    });
    let repeated = counts(|grid| {
        for table in grid {
            let (_, bottom) = table.heading;
            let body: Vec<_> = table
                .merge
                .iter()
                .copied()
                .filter(|(top, ..)| *top > bottom)
                .collect();
            table.merge.retain(|(top, ..)| *top <= bottom);
            for (top, left, last, right) in
                body.into_iter().filter(|(_, left, _, right)| left == right)
            {
                let Some(text) = table.cell.get(&(top, left)).cloned() else {
                    continue;
                };
                for row in top..=last {
                    table.cell.insert((row, right), text.clone());
                }
            }
        }
    });
    assert_eq!(merged, blank);
    assert_eq!(merged, repeated);
}

#[test]
fn a_total_row_is_compared_with_what_it_sums() {
    let mut last = 0;
    let case = Case::small().sheet("T-C.27", |table| {
        last = table.cell.keys().map(|(row, _)| *row).max().unwrap();
        // As printed: merged over the first six columns.
        table.text(last + 1, 0, "JUMLAH");
        table.merge.push((last + 1, 0, last + 1, 5));
        let mut money = |row, amount| table.cell.insert((row, 8), Content::Money(amount));
        money(last + 1, 600_000_000);
        money(last + 2, 1);
        table.text(last + 2, 3, "Sub Total Program 2.15.01");
    });
    let found = case.inspect();
    // The total of the table is right; that of the program is not.
    let codes: Vec<_> = found
        .findings
        .iter()
        .map(|f| (f.code.0, f.origin.cell))
        .collect();
    let cell = renstra::diagnostic::CellRef::new(last + 2, 8);
    assert_eq!(
        codes,
        [("R026", Some(cell))],
        "{}",
        support::print(&found.findings)
    );
    assert_eq!(found.renstra.pendanaan.jumlah.len(), 2);
}

#[test]
fn an_arah_kebijakan_merged_over_rows_answers_them_all() {
    let over = support::path("fixtures/cases/r079-arah-kebijakan-missing");
    let case = Case::over(&base(Some(&over)), Some(&over));
    assert_eq!(case.count("R079"), 3);
    // D7:D8, the second row with an arah kebijakan RPJMD of its own.
    let merged = case.sheet("Arah Kebijakan", |table| table.merge.push((6, 3, 7, 3)));
    assert_eq!(merged.count("R079"), 2);
}

#[test]
fn an_arah_kebijakan_of_the_rpjmd_is_to_be_taken_up() {
    let over = support::path("fixtures/cases/r079-arah-kebijakan-missing");
    let case = Case::over(&base(Some(&over)), Some(&over)).sheets(|grid| {
        // The RPJMD's agency under another name.
        for cell in grid[0].cell.values_mut() {
            if let Content::Text(text) = cell {
                *text = text.replace("Dinas Perhubungan", "Dinas Contoh");
            }
        }
    });
    let found = case.options(with_clean_rpjmd("r079")).inspect();
    let named: Vec<_> = found
        .findings
        .iter()
        .filter(|finding| finding.code.0 == "R079" && !finding.figure.is_empty())
        .filter_map(|finding| finding.path.as_deref())
        .collect();
    // The other sasaran is shared, and says not whose its arah kebijakan are.
    assert_eq!(named, ["Penataan trayek dan terminal"]);
}

#[test]
fn the_deadline_is_a_date_and_whole_days() {
    let read = |text: &str| {
        let mut found = Diagnostics::new();
        let config = Config::parse(text, &mut found);
        let code: Vec<&str> = found.iter().map(|finding| finding.code.0).collect();
        let date = config.jadwal.rpjmd_ditetapkan.map(|date| date.to_string());
        (date, config.jadwal.batas_hari, code.join(" "))
    };
    let august = Some("20 Agustus 2021".to_owned());
    for text in ["\"2021-08-20\"", "2021-08-20", "\"20 Agustus 2021\""] {
        let text = format!("[jadwal]\nrpjmd_ditetapkan = {text}\nbatas_hari = 30\n");
        assert_eq!(read(&text), (august.clone(), Some(30), String::new()));
    }
    for line in [
        "rpjmd_ditetapkan = \"31-02-2021\"",
        "rpjmd_ditetapkan = 2021",
        "batas_hari = -1",
        "batas = 30",
    ] {
        let (date, days, code) = read(&format!("[jadwal]\n{line}\n"));
        assert_eq!((date, days, code.as_str()), (None, None, "W090"), "{line}");
    }
}

#[test]
fn an_iku_that_the_reasons_of_a_change_name_is_explained() {
    let case = support::path("fixtures/cases/r099-iku-changed");
    let found = |reason: &str| {
        let changed = Case::over(&base(Some(&case)), Some(&case)).sheet("Narasi", |narasi| {
            let last = narasi.cell.keys().map(|(row, _)| *row).max().unwrap();
            narasi.text(last + 1, 0, "Alasan Perubahan");
            narasi.text(last + 1, 1, reason);
        });
        let options = Options {
            config: config(&case),
            ..Options::default()
        };
        changed.options(options).count("R099")
    };
    assert_eq!(found("Struktur organisasi berubah."), 2);
    let one = "Target Persentase angkutan umum laik jalan diturunkan.";
    assert_eq!(found(one), 1);
    let both = format!("{one} IKU Jumlah halte yang layak dihapus.");
    assert_eq!(found(&both), 0);
}
