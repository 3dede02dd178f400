//! Several tables on a sheet, a table on several sheets.

use renstra::diagnostic::CellRef;
use serde_json::Value as Json;

use super::amounts::in_heading;
use super::typed::{Regulation, Typed};
use super::{Expect, Way, both, only};

/// One table below another on its sheet, with blank rows between.
fn stack(t: &mut Typed, upper: &str, lower: &str, gap: u32) {
    let row = t.last(upper) + 1 + gap;
    t.put_onto(lower, upper, row, 0);
}

/// All tables on the first one's sheet.
fn all(t: &mut Typed, below: bool) {
    let names = t.tables();
    let (first, rest) = names.split_first().unwrap();
    for name in rest {
        if below {
            stack(t, first, name, 2);
        } else {
            let col = t.width(first) + 1;
            t.put_onto(name, first, 0, col);
        }
    }
}

/// A table of the agency's own below a regulated one, for the last chapter, which has
/// no other.
fn own_below(t: &mut Typed, name: &str) {
    let row = t.last(name) + 3;
    own_at(t, name, row);
}

fn own_at(t: &mut Typed, name: &str, row: u32) {
    let chapter = match t.regulation {
        Regulation::Permendagri86 => 8,
        Regulation::Inmendagri2 => 5,
    };
    let caption = format!("Tabel {chapter}.9 Daftar Kendaraan");
    t.put_text(name, row, 0, &caption);
    for (row, line) in (row + 1..).zip([
        ["No", "Jenis", "Jumlah"],
        ["1", "Roda 4", "3"],
        ["2", "Roda 2", "12"],
    ]) {
        for (col, word) in (0..).zip(line) {
            t.put_text(name, row, col, word);
        }
    }
}

/// A document without the agency's own table, which is printed beside the others.
fn without_own(data: &mut Json) {
    match data {
        Json::Array(list) => {
            list.retain(|json| json.get("id").and_then(Json::as_str) != Some("tambahan-1"));
            list.iter_mut().for_each(without_own);
        }
        Json::Object(map) => {
            map.remove("tambahan-1");
            map.values_mut().for_each(without_own);
        }
        _ => {}
    }
}

/// The main table over a sheet each programme, the heading on each.
fn split(t: &mut Typed) {
    let name = t.main();
    let (first, last) = (t.first(name), t.last(name));
    let level = |text: &str| {
        let kode = text.split(' ').next().unwrap_or_default();
        kode.matches('.').count() == 2 && kode.len() == 7
    };
    let sheet = t.get(name).clone();
    let start: Vec<u32> = (first..=last)
        .filter(|row| {
            let mut cell = sheet
                .cell
                .range(CellRef::new(*row, 0)..CellRef::new(row + 1, 0));
            cell.any(|(_, cell)| super::typed::text(cell).is_some_and(level))
        })
        .collect();
    // Only where no parent is merged over the cut.
    let cut = start.into_iter().skip(1).find(|row| {
        !sheet
            .merged
            .areas()
            .iter()
            .any(|area| area.start.row < *row && area.end.row >= *row)
    });
    let cut = cut.unwrap_or(last);
    let other = format!("{name} (2)");
    t.add_sheet(&other);
    let target = t.sheet(&other);
    for (at, cell) in &sheet.cell {
        if at.row < first || at.row >= cut {
            target.cell.insert(*at, cell.clone());
        }
    }
    target.merged = sheet
        .merged
        .areas()
        .iter()
        .copied()
        .filter(|area| area.start.row < first || area.start.row >= cut)
        .collect();
    let source = t.sheet(name);
    source.cell.retain(|at, _| at.row < cut);
    source.merged.retain(|area| area.start.row < cut);
}

pub fn ways() -> Vec<Way> {
    use Expect::{Said, Same};
    use Regulation::{Inmendagri2, Permendagri86};
    vec![
        both("tables: all on one sheet, one below another", Same, |t| {
            all(t, true)
        }),
        both("tables: all on one sheet, side by side", Same, |t| {
            all(t, false)
        }),
        both("tables: the main one on two sheets", Same, split),
        both("tables: duties below the posts", Same, |t| {
            stack(t, "Struktur", "Tugas dan Fungsi", 2);
        }),
        only(Permendagri86, "tables: goals above strategies", Same, |t| {
            stack(t, "T-C.25", "T-C.26", 2)
        }),
        only(
            Permendagri86,
            "tables: strategies above indicators",
            Same,
            |t| {
                stack(t, "T-C.26", "T-C.28", 2);
            },
        ),
        only(
            Permendagri86,
            "tables: strategies above programmes in thousands",
            Said("S027"),
            |t| {
                in_heading(t, 1000, "Rp (ribu)");
                stack(t, "T-C.26", "T-C.27", 2);
            },
        ),
        only(
            Inmendagri2,
            "tables: priorities above indicators",
            Same,
            |t| {
                stack(t, "Subkegiatan Prioritas", "IKK", 2);
            },
        ),
        only(
            Permendagri86,
            "tables: an own one below the strategies",
            Expect::Printed(without_own),
            |t| {
                own_below(t, "T-C.26");
            },
        ),
        both(
            "tables: an own one above the goals",
            Expect::Printed(without_own),
            |t| {
                let name = t.goals();
                t.insert_rows(name, 0, 6);
                own_at(t, name, 0);
            },
        ),
        only(
            Inmendagri2,
            "tables: an own one below the priorities",
            Expect::Printed(without_own),
            |t| {
                own_below(t, "Subkegiatan Prioritas");
            },
        ),
    ]
}
