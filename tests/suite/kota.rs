//! Rules over a whole city: agencies that share a programme, agencies that are missing.

use renstra::checks::{self, city::Member};
use renstra::diagnostic::{Diagnostics, Origin};
use renstra::model::Renstra;
use renstra::pipeline::{self, Options};
use renstra::{normalise, sheets};

use crate::support::grid::{Content, Grid};
use crate::support::{self, source, to_workbook};

/// The small agency twice, under two names.
fn members() -> Vec<Member> {
    plans()
        .into_iter()
        .map(|(plan, file)| Member::new(&plan, &support::library().regulation[0], file, true))
        .collect()
}

fn plans() -> Vec<(Renstra, Origin)> {
    workbooks()
        .into_iter()
        .map(|(file, grid)| {
            let workbook = to_workbook::workbook(&file, &grid);
            let inspection =
                pipeline::inspect_workbook(support::library(), workbook, &Options::default());
            let inspection = inspection.unwrap();
            let file = inspection.origin();
            (inspection.renstra, file)
        })
        .collect()
}

/// Their workbooks, by file name.
pub(crate) fn workbooks() -> Vec<(String, Vec<Grid>)> {
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
                // Each agency has a kode and a head of its own.
                if let Content::Text(text) = content
                    && nama == "Dinas Kembar"
                {
                    *text = text.replace(".00.01.0000", ".00.02.0000");
                    *text = text.replace("19700101 199503 1 001", "19700102 199503 1 001");
                }
            }
            let file = format!("{}.xlsx", nama.to_lowercase().replace(' ', "-"));
            (file, grid)
        })
        .collect()
}

/// The RPJMD that gives the programmes to `opd`, where programme 02 has `pagu` in 2022.
pub(crate) fn rpjmd(opd: &str, pagu: i64) -> Vec<Grid> {
    let mut grid = source::read_rpjmd(&support::path("fixtures/small-opd/rpjmd"), None);
    for content in grid.iter_mut().flat_map(|grid| grid.cell.values_mut()) {
        match content {
            Content::Text(text) if text == "Dinas Contoh" => opd.clone_into(text),
            // Twice the small agency's money is what two of them need.
            Content::Money(500_000_000) => *content = Content::Money(pagu),
            // The sum of its years.
            Content::Money(2_640_000_000) => *content = Content::Money(pagu + 4_280_000_000),
            Content::Money(amount) => *amount *= 2,
            _ => {}
        }
    }
    grid
}

/// What is found with an RPJMD that gives the programmes to `opd`, where
/// programme 02 has `pagu` in 2022.
fn found(opd: &str, pagu: i64, member: &[Member]) -> Diagnostics {
    let workbook = to_workbook::workbook("rpjmd.xlsx", &rpjmd(opd, pagu));
    let mut out = Diagnostics::new();
    let sheets = sheets::rpjmd::read(&workbook, &mut out);
    let berkas = renstra::diagnostic::Origin::file("rpjmd.xlsx");
    let rpjmd = normalise::rpjmd(sheets, berkas, &mut out);
    assert!(out.is_empty(), "{}", support::print(&out));
    let known = &support::library().regulation;
    let regulation = known.iter().find(|known| known.id == "permendagri-86-2017");
    pipeline::inspect_city(
        regulation.unwrap(),
        Some(&rpjmd),
        member,
        &Options::default(),
    )
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
    // Nor while one has two workbooks, of which nobody knows the one that counts.
    let mut twice = members();
    twice.push(twice[0].clone());
    let twice = found("Dinas Contoh; Dinas Kembar", 1_000_000_000, &twice);
    assert!(
        twice.iter().all(|finding| finding.code.0 != "R100"),
        "{}",
        support::print(&twice)
    );
}

#[test]
fn an_agency_without_a_workbook_is_named_once() {
    let found = found("Dinas Contoh; Dinas Hilang", 1_000_000_000, &members());
    insta::assert_snapshot!("r101-program-without-workbook", support::print(&found));
}

#[test]
fn the_recap_sets_each_agency_beside_the_rpjmd() {
    let folder = tempfile::tempdir().unwrap();
    let city = support::path("fixtures/kota-pasuruan");
    for (format, magic) in [("pdf", &b"%PDF-"[..]), ("xlsx", &b"PK"[..])] {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_renstra"))
            .args(["check", city.to_str().unwrap(), "--report", format, "-o"])
            .arg(folder.path())
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(0));
        let bytes = std::fs::read(folder.path().join(format!("rekap-verifikasi.{format}")));
        let bytes = bytes.unwrap();
        assert!(bytes.starts_with(magic));
        if format == "xlsx" {
            let book = renstra::workbook::from_bytes("rekap.xlsx", bytes).unwrap();
            let text = |at: usize, wanted: &str| {
                let cell = book.sheet[at].cell.values();
                cell.filter(|cell| {
                    matches!(&cell.value, renstra::workbook::Value::Text(text) if text == wanted)
                })
                .count()
            };
            assert_eq!(text(0, "Kecamatan Gadingrejo"), 1);
            // Two lines an indicator and two for the money of each programme.
            assert_eq!(text(1, "Kecamatan Gadingrejo"), 20);
            assert_eq!(text(1, "berbeda"), 0);
        } else {
            let printed = crate::pdf::read_back(&bytes);
            assert_eq!(printed.page.len(), 4);
            let first: String = printed.page[0].text.split_whitespace().collect();
            assert!(first.contains("KOTAPASURUANTAHUN2021–2026"), "{first}");
            // All three agencies agree with the RPJMD, so their sums do.
            assert!(!first.contains("selisih"), "{first}");
        }
    }
}

#[test]
fn an_agency_with_two_workbooks_is_named_below_the_recap() {
    let mut out = Diagnostics::new();
    let workbook = to_workbook::workbook("rpjmd.xlsx", &rpjmd("Dinas Contoh", 1_000_000_000));
    let sheets = sheets::rpjmd::read(&workbook, &mut out);
    let rpjmd = normalise::rpjmd(sheets, Origin::file("rpjmd.xlsx"), &mut out);
    let (plan, _) = plans().swap_remove(0);
    let text = |plans: &[pipeline::Plan]| {
        let recap = pipeline::recap_city(&rpjmd, &pipeline::CityConfig::default(), plans);
        let bytes = pipeline::city_workbook(&recap).unwrap();
        let book = renstra::workbook::from_bytes("rekap.xlsx", bytes).unwrap();
        let cell = book.sheet[0].cell.values();
        let text = cell.filter_map(|cell| match &cell.value {
            renstra::workbook::Value::Text(text) => Some(text.clone()),
            _ => None,
        });
        text.collect::<Vec<_>>().join("\n")
    };
    let of = |berkas: &str| pipeline::Plan {
        renstra: plan.clone(),
        berkas: berkas.to_owned(),
        temuan: [0; 3],
        putaran: None,
    };
    let alone = text(&[of("a.xlsx")]);
    assert!(!alone.contains("lebih dari satu buku kerja"), "{alone}");
    let both = text(&[of("a.xlsx"), of("b.xlsx")]);
    assert!(
        both.contains(
            "Mempunyai lebih dari satu buku kerja, sehingga tidak ikut dijumlahkan: Dinas Contoh"
        ),
        "{both}"
    );
}

#[test]
fn rules_of_a_city_are_explained_and_have_a_basis() {
    for rule in checks::city::ALL {
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

#[test]
fn a_paragraph_that_two_agencies_share_is_shown_in_both() {
    let mut plan = plans();
    let copied = "Pelayanan yang diselenggarakan masih menghadapi kekurangan tenaga, sarana yang \
        menua, dan sistem data yang belum terhubung, sehingga waktu layanan lebih lama daripada \
        standar dan keluhan masyarakat pada dua tahun terakhir bertambah.";
    for ((plan, _), with) in plan.iter_mut().zip([copied, "Uraian lain."]) {
        let narasi = &mut plan.narasi;
        let own = narasi
            .iter_mut()
            .find(|narasi| narasi.slot.value == "2.4")
            .unwrap();
        own.isi.value = format!("Kalimat pembuka.\n\n{with}");
    }
    let check = |plan: &[(Renstra, Origin)]| {
        let regulation = &support::library().regulation[0];
        let member = plan.iter();
        let member: Vec<Member> = member
            .map(|(plan, file)| Member::new(plan, regulation, file.clone(), true))
            .collect();
        pipeline::inspect_city(regulation, None, &member, &Options::default())
    };
    let apart = check(&plan);
    assert!(apart.is_empty(), "{}", support::print(&apart));
    let narasi = &mut plan[1].0.narasi;
    let own = narasi
        .iter_mut()
        .find(|narasi| narasi.slot.value == "2.4")
        .unwrap();
    own.isi.value = format!("Pembuka lain.\n\n{copied}");
    insta::assert_snapshot!("r102-narasi-copied", support::print(&check(&plan)));
}
