//! Tables measured before they are laid out, and words divided.

use proptest::prelude::*;

use renstra::measure::{
    Cell, Face, Faces, Paper, Plan, Sheet, Table, Weight, hyphenate, plan, points,
};

fn faces() -> Faces {
    let face = Face::even(480);
    Faces {
        regular: face.clone(),
        medium: face.clone(),
        bold: face,
    }
}

const SHEET: Sheet = Sheet {
    upright: Paper {
        width: 45_000,
        height: 70_000,
    },
    turned: Paper {
        width: 85_000,
        height: 45_000,
    },
    smallest: 700,
};

fn cell(text: &str) -> Cell<'_> {
    Cell {
        text,
        weight: Weight::Regular,
        whole: false,
        indent: 0,
        columns: 1,
        rows: 1,
    }
}

fn table(rows: &[Vec<String>]) -> Table<'_> {
    let columns = rows.first().map_or(0, Vec::len);
    let mut rows = rows
        .iter()
        .map(|row| row.iter().map(|text| cell(text)).collect());
    Table {
        kind: (0..columns).collect(),
        wish: Vec::new(),
        heading: rows.by_ref().take(1).collect(),
        body: rows.collect(),
        repeated: 1,
        alone: None,
    }
}

fn measured(table: &Table<'_>) -> Plan {
    plan(table, &faces(), &SHEET)
}

fn total(plan: &Plan) -> u32 {
    plan.columns.iter().sum()
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,12}( [a-z]{1,14}){0,20}",
        "[0-9]{1,3}(\\.[0-9]{3}){0,4}",
        Just(String::new()),
        Just("Penyelenggaraan Administrasi Keuangan".to_owned()),
    ]
}

fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    (1_usize..9).prop_flat_map(|columns| {
        proptest::collection::vec(proptest::collection::vec(text(), columns), 2..20)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_table_fits_its_page_and_each_piece_its_column(rows in rows()) {
        let table = table(&rows);
        let plan = measured(&table);
        let paper = if plan.turned { SHEET.turned } else { SHEET.upright };
        prop_assert!(total(&plan) <= paper.width);
        for row in &rows {
            for (column, text) in row.iter().enumerate() {
                let inner = u64::from(plan.columns[column]) * 1000 / u64::from(plan.size);
                let number = text.starts_with(|c: char| c.is_ascii_digit());
                let least = if number { faces().regular.width(text) } else { 0 };
                prop_assert!(inner >= u64::from(least), "{text} in {inner}");
            }
        }
    }

    #[test]
    fn the_same_table_is_measured_alike(rows in rows()) {
        let table = table(&rows);
        prop_assert_eq!(measured(&table), measured(&table));
    }

    #[test]
    fn breaks_change_no_text(rows in rows()) {
        let table = table(&rows);
        let plan = measured(&table);
        for (text, own) in plan.texts.iter().zip(rows.iter().flatten()) {
            if let Some(text) = text {
                let bare: String = text.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}')).collect();
                prop_assert_eq!(&bare, own);
            }
        }
    }
}

#[test]
fn columns_of_one_kind_are_equally_wide() {
    let row = |texts: [&str; 4]| texts.map(str::to_owned).to_vec();
    let rows = vec![
        row(["Indikator", "2026", "2027", "2028"]),
        row([
            "Persentase sarana dan prasarana yang berfungsi dengan baik menurut standar pelayanan minimal bidang kesehatan",
            "1",
            "1.000.000.000",
            "95,5",
        ]),
    ];
    let mut table = table(&rows);
    table.kind = vec![0, 1, 1, 1];
    let plan = measured(&table);
    assert_eq!(plan.columns[1], plan.columns[2]);
    assert_eq!(plan.columns[2], plan.columns[3]);
}

#[test]
fn a_short_table_is_not_stretched() {
    let rows = vec![
        vec!["No".to_owned(), "Uraian".to_owned()],
        vec!["1".to_owned(), "Golongan IV".to_owned()],
    ];
    let plan = measured(&table(&rows));
    assert_eq!(plan.size, 900);
    assert!(!plan.turned);
    assert!(total(&plan) < SHEET.upright.width / 2);
}

#[test]
fn an_empty_column_has_the_width_of_its_heading() {
    let long = "Persentase sarana dan prasarana yang berfungsi ".repeat(9);
    let rows = vec![
        vec!["Indikator".to_owned(), "Keterangan".to_owned()],
        vec![long.clone(), String::new()],
        vec![long, String::new()],
    ];
    let plan = measured(&table(&rows));
    assert!(plan.columns[1] * 5 < plan.columns[0]);
}

#[test]
fn a_merged_heading_counts_over_its_columns() {
    let heading = vec![
        vec![Cell {
            columns: 2,
            ..cell("Penanggungjawab")
        }],
        vec![cell("a"), cell("b")],
    ];
    let table = Table {
        kind: vec![0, 1],
        wish: Vec::new(),
        heading,
        body: vec![vec![cell("1"), cell("2")]],
        repeated: 0,
        alone: None,
    };
    let plan = measured(&table);
    let inner = u64::from(total(&plan)) * 1000 / u64::from(plan.size);
    assert!(inner >= faces().bold.width("Penanggungjawab").into());
    assert!(plan.columns[0].abs_diff(plan.columns[1]) < 200);
}

fn divided(word: &str) -> String {
    let mut out = word.to_owned();
    for at in points(word).into_iter().rev() {
        out.insert(at, '-');
    }
    out
}

#[test]
fn words_are_divided_between_syllables() {
    for (word, expected) in [
        ("perencanaan", "peren-ca-naan"),
        ("pembangunan", "pem-ba-ngunan"),
        ("penyelenggaraan", "penye-leng-ga-raan"),
        ("meningkatkan", "mening-kat-kan"),
        ("masyarakat", "masya-ra-kat"),
        ("PELAKSANAAN", "PELAK-SA-NAAN"),
        ("Kelurahan", "Kelu-rahan"),
    ] {
        assert_eq!(divided(word), expected);
    }
}

#[test]
fn a_suffix_takes_nothing_from_its_stem() {
    for (word, expected) in [
        ("kesehatan", "kese-hatan"),
        ("pendidikan", "pen-di-dikan"),
        ("memberikan", "mem-be-ri-kan"),
        ("lingkungan", "ling-kungan"),
    ] {
        assert_eq!(divided(word), expected);
    }
}

#[test]
fn codes_names_and_abbreviations_stay_whole() {
    for word in [
        "DPMPTSP", "SIMPeg", "tahunan2", "1234567", "Rumah", "eKinerja",
    ] {
        assert_eq!(divided(word), word);
    }
    let text = "Bidang 1.02.01 oleh Pasuruan pada www.pasuruankota.go.id";
    assert_eq!(hyphenate(text, &|word| word == "Pasuruan"), text);
    assert_eq!(
        hyphenate("perencanaan/pembangunan", &|_| false).replace('\u{ad}', "-"),
        "peren-ca-naan/pem-ba-ngunan"
    );
}

#[test]
fn a_word_that_no_column_holds_is_divided() {
    let words = ["Penyelenggaraan", "pemerintahan", "kelurahan"];
    let rows = vec![
        vec!["Uraian".to_owned(); 24],
        words
            .iter()
            .cycle()
            .take(24)
            .map(|w| (*w).to_owned())
            .collect(),
    ];
    let plan = measured(&table(&rows));
    let own = plan.texts[24].as_deref().unwrap();
    assert_eq!(own.replace('\u{ad}', "-"), "Penye-leng-ga-raan");
}

#[test]
fn rows_stand_closer_where_nothing_follows_and_a_page_is_saved() {
    let mut closer = 0;
    for n in 20..60 {
        let rows: Vec<Vec<String>> = (0..n).map(|n| vec![n.to_string()]).collect();
        let followed = table(&rows);
        assert!(!measured(&followed).tight, "{n} rows");
        let alone = measured(&Table {
            alone: Some(6_000),
            ..followed
        });
        if alone.tight {
            closer += 1;
            let height: u32 = alone.heading + alone.rows.iter().sum::<u32>();
            assert!(height <= SHEET.upright.height, "{n} rows: {height}");
        }
    }
    assert!(closer > 0, "no number of rows saves a page");
}
