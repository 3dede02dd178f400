//! A planner's twelve slips in one workbook, mended in two rounds by what the page says of
//! them and nothing else.

use serde_json::{Value, json};

use crate::serve::City;
use crate::support::grid::{Content, Grid};
use crate::support::{self, http, source, to_xlsx};

/// What the planner typed instead of what is right; nothing where the cell was left empty.
struct Slip {
    sheet: &'static str,
    /// What is right, and which of the cells that say it, from 0.
    right: Content,
    nth: usize,
    wrong: Option<Content>,
}

fn text(text: &str) -> Content {
    Content::Text(text.to_owned())
}

fn slip(sheet: &'static str, right: Content, nth: usize, wrong: Content) -> Slip {
    let wrong = Some(wrong);
    Slip {
        sheet,
        right,
        nth,
        wrong,
    }
}

fn slips() -> Vec<Slip> {
    let money = Content::Money;
    vec![
        slip(
            "Identitas",
            text("19700101 199503 1 001"),
            0,
            text("19700101 199503 1"),
        ),
        slip("Identitas", text("20 September 2021"), 0, text("20-9-21x")),
        slip("Struktur", text("Kepala Bidang Angkutan"), 1, text("Camat")),
        Slip {
            wrong: None,
            ..slip(
                "T-C.25",
                text("Persentase angkutan umum laik jalan"),
                0,
                text(""),
            )
        },
        slip(
            "T-C.26",
            text("Meningkatnya pelayanan angkutan umum"),
            0,
            text("Meningkatnya pelayanan thd angkutan umum"),
        ),
        slip("T-C.27", text("2.15.02.2.09.02"), 0, text("7.1.1")),
        slip("T-C.27", money(310_000_000), 0, text("Rp 90 juta")),
        slip("T-C.27", money(330_000_000), 1, text("#REF!")),
        slip("T-C.27", money(320_000_000), 0, money(325_000_000)),
        slip("T-C.27", money(540_000_000), 0, money(545_000_000)),
        slip("T-C.27", text("UPT Terminal"), 0, text("UPT Terminl")),
        slip("IKU", text("Bidang Angkutan"), 0, text("Bidang Angkutn")),
    ]
}

/// Place of a slip, row and column from 0.
fn place(grids: &[Grid], slip: &Slip) -> (u32, u32) {
    let grid = grids.iter().find(|grid| grid.name == slip.sheet).unwrap();
    let same = grid
        .cell
        .iter()
        .filter(|(_, content)| **content == slip.right);
    let found = same.map(|(at, _)| *at).nth(slip.nth);
    found.unwrap_or_else(|| panic!("{} has no {:?}", slip.sheet, slip.right))
}

fn with(grids: &[Grid], slips: &[(&Slip, (u32, u32))]) -> Vec<u8> {
    let mut grids = grids.to_vec();
    for (slip, at) in slips {
        let grid = grids
            .iter_mut()
            .find(|grid| grid.name == slip.sheet)
            .unwrap();
        match &slip.wrong {
            Some(wrong) => grid.cell.insert(*at, wrong.clone()),
            None => grid.cell.remove(at),
        };
    }
    to_xlsx::xlsx(&grids)
}

/// Saves the workbook, and says what the page shows of it.
fn shown(city: &City, workbook: &[u8]) -> Value {
    let own = [("X-Renstra", "1")];
    let sent = http::ask(
        city.address(),
        "PUT",
        "/api/unggah/dinas%20bersih.xlsx?cara=ganti",
        &own,
        workbook,
    );
    assert_eq!(sent.status, 200, "{}", sent.text());
    city.until("dinas%20bersih.xlsx", |state| state["sibuk"] == false)
}

fn errors(state: &Value) -> Vec<&Value> {
    let all = state["temuan"].as_array().unwrap().iter();
    all.filter(|finding| finding["tingkat"] == "error")
        .collect()
}

/// Whether one of the findings names the cell: as its own, or as one of its figures'.
fn names(findings: &[Value], slip: &Slip, (row, column): (u32, u32)) -> bool {
    let sheet = slip.sheet;
    let row_number = (row + 1).to_string();
    let cell = format!("{}{}", renstra::diagnostic::column_name(column), row + 1);
    let is_word = |text: &str| {
        text.split(|c: char| !c.is_ascii_alphanumeric())
            .any(|word| word == cell)
    };
    findings.iter().any(|finding| {
        let place = finding["tempat"].as_str().unwrap();
        let rest = json!([finding["rincian"], finding["perbaiki"]]).to_string();
        // What is missing is told at its row.
        let in_row = slip.wrong.is_none() && {
            let (at, digits) = place.rsplit_once('!').unwrap_or_default();
            at.ends_with(sheet) && digits.trim_start_matches(char::is_alphabetic) == row_number
        };
        in_row
            || place.ends_with(&format!("{sheet}!{cell}"))
            || (is_word(&rest) && (place.contains(sheet) || rest.contains(sheet)))
    })
}

#[test]
fn twelve_slips_are_mended_in_two_rounds_from_the_page_alone() {
    let city = City::start();
    let grids = source::read(&support::path("fixtures/small-opd"), None);
    let slips = slips();
    assert_eq!(slips.len(), 12);
    let mut left: Vec<_> = slips
        .iter()
        .map(|slip| (slip, place(&grids, slip)))
        .collect();
    let mut last = Value::Null;
    for round in 1..=2 {
        let state = shown(&city, &with(&grids, &left));
        let errors = errors(&state);
        assert!(
            errors.len() <= 12,
            "round {round}: {} errors: {errors:#?}",
            errors.len()
        );
        let all = state["temuan"].as_array().unwrap();
        left.retain(|(slip, at)| !names(all, slip, *at));
        last = state;
    }
    let left: Vec<_> = left
        .iter()
        .map(|(slip, at)| (slip.sheet, at, &slip.wrong))
        .collect();
    assert!(
        left.is_empty(),
        "never named: {left:?}\n{:#}",
        last["temuan"]
    );
    let state = shown(&city, &with(&grids, &[]));
    assert_eq!(state["galat"], 0, "{}", state["temuan"]);
    city.running.stop();
}
