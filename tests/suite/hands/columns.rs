//! The order and the place of columns.

use renstra::diagnostic::CellRef;
use renstra::workbook::Value;
use rust_decimal::Decimal;

use super::typed::{Part, Regulation, Typed};
use super::{Expect, Way, both, only};

/// Two neighbouring columns in each other's place.
fn swap(t: &mut Typed, name: &str, a: u32, b: u32) {
    t.remap(name, |at| {
        let col = match at.col {
            col if col == a => b,
            col if col == b => a,
            col => col,
        };
        CellRef::new(at.row, col)
    });
}

/// A column at the end.
fn to_end(t: &mut Typed, name: &str, col: u32) {
    // The title is merged over all columns; it stays where it is.
    let title = t.heading(name).0;
    t.sheet(name)
        .merged
        .retain(|area| area.start.row >= title || area.start.col == area.end.col);
    let last = t.width(name) - 1;
    t.remap(name, |at| {
        let to = match at.col {
            own if own == col && at.row >= title => last,
            own if own > col && at.row >= title => own - 1,
            own => own,
        };
        CellRef::new(at.row, to)
    });
}

/// A further column with a heading over the body.
fn further(t: &mut Typed, heading: &str, text: &str) {
    let name = t.main();
    let col = t.width(name);
    let top = t.heading(name).0;
    t.put_text(name, top, col, heading);
    for row in t.first(name)..=t.last(name) {
        t.put_text(name, row, col, text);
    }
}

pub fn ways() -> Vec<Way> {
    use Expect::{Named, Said, Same};
    use Regulation::{Inmendagri2, Permendagri86};
    vec![
        both(
            "columns: two neighbours of the main table swapped",
            Same,
            |t| {
                let name = t.main();
                let col = t.column(name, "Satuan");
                swap(t, name, col, col - 1);
            },
        ),
        both("columns: the unit of the goals at the end", Same, |t| {
            let name = t.goals();
            let col = t.column(name, "Satuan");
            to_end(t, name, col);
        }),
        both("columns: the first one at the end", Same, |t| {
            for name in [t.main(), t.goals()] {
                to_end(t, name, 0);
            }
        }),
        both("columns: empty ones between and in front", Same, |t| {
            for name in t.tables() {
                t.insert_columns(&name, 2, 1);
                t.insert_columns(&name, 1, 1);
                t.insert_columns(&name, 0, 1);
            }
        }),
        both("columns: tables that begin at D9", Same, |t| {
            for name in t.tables() {
                t.insert_columns(&name, 0, 3);
                t.insert_rows(&name, 0, 8);
            }
        }),
        both("columns: titles in other words", Same, |t| {
            for name in t.tables() {
                t.edit_text(&name, Part::Title, |at, _| {
                    (at.row == 0).then(|| "LAMPIRAN RENCANA STRATEGIS".to_owned())
                });
            }
        }),
        both(
            "columns: a figure above a title in other words",
            Said("S026"),
            |t| {
                let name = t.goals();
                t.insert_rows(name, 0, 3);
                t.put_text(name, 0, 0, "LAMPIRAN RENCANA STRATEGIS");
                t.put_text(name, 2, 0, "Jumlah indikator");
                t.put(name, 2, 2, Value::Number(77.into()));
            },
        ),
        both(
            "columns: running numbers left of the table without a heading",
            Same,
            |t| left_of(t, Value::Number),
        ),
        both(
            "columns: figures left of the table without a heading",
            Said("S026"),
            |t| {
                left_of(t, |number| {
                    Value::Number(number * Decimal::new(15, 1) + Decimal::ONE_HUNDRED)
                })
            },
        ),
        both("columns: letters as running numbers", Said("S052"), |t| {
            let (name, col) = ("T-C.23", t.column("T-C.23", "No"));
            let mut at = 0;
            t.edit(name, Part::Body, |cell, _| {
                at += u32::from(cell.col == col);
                (cell.col == col).then(|| super::typed::typed(format!("IKU-{at}")))
            });
        }),
        both("columns: no titles", Same, |t| {
            for name in t.tables() {
                let top = t.heading(&name).0;
                t.sheet(&name).cell.retain(|at, _| at.row >= top);
            }
        }),
        both("columns: a further one with words", Named("S048"), |t| {
            further(t, "Sumber Dana", "APBD");
        }),
        both("columns: a hidden helper column", Said("S004"), |t| {
            further(t, "cek", "ok");
            let name = t.main();
            let col = t.width(name) - 1;
            t.sheet(name).hidden_col = vec![col];
        }),
        both("columns: results before targets", Same, |t| {
            for (name, left, right) in [
                ("T-C.23", "Target Renstra", "Realisasi"),
                ("T-C.24", "Anggaran", "Realisasi"),
            ] {
                let (left, right) = (t.column(name, left), t.column(name, right));
                let (top, numbers) = (t.heading(name).0, t.numbers(name));
                t.remap(name, |at| {
                    let width = right - left;
                    let col = match at.col {
                        _ if at.row < top || Some(at.row) == numbers => at.col,
                        col if (left..right).contains(&col) => col + width,
                        col if (right..right + width).contains(&col) => col - width,
                        col => col,
                    };
                    CellRef::new(at.row, col)
                });
            }
        }),
        both(
            "columns: target and result of each year side by side",
            Same,
            |t| {
                year_by_year(
                    t,
                    "T-C.23",
                    ["Target Renstra", "Realisasi"],
                    ["Target", "Realisasi"],
                );
            },
        ),
        both("columns: a real one hidden", Same, |t| {
            let name = t.main();
            let col = t.column(name, "Satuan");
            t.sheet(name).hidden_col = vec![col];
        }),
        only(
            Permendagri86,
            "columns: a running number before the main table",
            Same,
            |t| {
                let name = t.main();
                t.insert_columns(name, 0, 1);
                let top = t.heading(name).0;
                t.put_text(name, top, 0, "No");
                for (number, row) in (1..).zip(t.first(name)..=t.last(name)) {
                    t.put(
                        name,
                        row,
                        0,
                        renstra::workbook::Value::Number(number.into()),
                    );
                }
            },
        ),
        only(
            Inmendagri2,
            "columns: kode and name merged over the indicator",
            Same,
            |t| {
                let name = t.main();
                let (col, indikator) = (t.column(name, "Bidang"), t.column(name, "Indikator"));
                for row in t.first(name)..=t.last(name) {
                    if t.get(name).get(row, indikator).is_none() {
                        t.sheet(name).merged.push(renstra::workbook::Area {
                            start: CellRef::new(row, col),
                            end: CellRef::new(row, indikator),
                        });
                    }
                }
            },
        ),
        only(
            Permendagri86,
            "columns: all targets, then all amounts",
            Same,
            targets_first,
        ),
        only(
            Inmendagri2,
            "columns: all targets, then all amounts",
            Same,
            targets_first,
        ),
    ]
}

/// A column without a heading left of the goals.
fn left_of(t: &mut Typed, value: fn(Decimal) -> Value) {
    let name = t.goals();
    t.insert_columns(name, 0, 1);
    for (number, row) in (1..).zip(t.first(name)..=t.last(name)) {
        t.put(name, row, 0, value(Decimal::from(number)));
    }
}

/// Two groups of years as a pair a year.
fn year_by_year(t: &mut Typed, name: &str, group: [&str; 2], label: [&str; 2]) {
    let [left, right] = group.map(|begin| t.column(name, begin));
    let ((top, bottom), width) = (t.heading(name), right - left);
    let sheet = t.get(name).clone();
    let of_group = |area: &renstra::workbook::Area| {
        area.start.row == top && [left, right].contains(&area.start.col)
    };
    t.sheet(name).merged.retain(|area| !of_group(area));
    t.remap(name, |at| {
        let col = match at.col {
            _ if at.row <= bottom => at.col,
            col if (left..right).contains(&col) => left + 2 * (col - left),
            col if (right..right + width).contains(&col) => left + 2 * (col - right) + 1,
            col => col,
        };
        CellRef::new(at.row, col)
    });
    for nth in 0..width {
        let year = sheet.get(top + 1, left + nth).and_then(super::typed::text);
        let (year, col) = (year.unwrap().to_owned(), left + 2 * nth);
        t.put_text(name, top, col, &year);
        t.sheet(name).cell.remove(&CellRef::new(top, col + 1));
        t.sheet(name).merged.push(renstra::workbook::Area {
            start: CellRef::new(top, col),
            end: CellRef::new(top, col + 1),
        });
        for (at, label) in (0..).zip(label) {
            t.put_text(name, top + 1, col + at, label);
        }
    }
}

/// `Target 2022 … 2026`, then `Pagu 2022 … 2026`, in place of a pair a year.
fn targets_first(t: &mut Typed) {
    let name = t.main();
    let (top, bottom) = t.heading(name);
    let bottom = bottom - u32::from(t.numbers(name).is_some());
    let sheet = t.get(name).clone();
    let word = |col: u32| sheet.get(bottom, col).and_then(super::typed::text);
    let years: Vec<u32> = (0..t.width(name))
        .filter(|col| {
            sheet.get(bottom - 1, *col).is_some() && word(*col) == Some("target")
                || word(*col) == Some("Target")
        })
        .collect();
    let from = years[0];
    let count = u32::try_from(years.len()).unwrap();
    let year = |nth: u32| {
        let cell = sheet.get(bottom - 1, from + 2 * nth);
        cell.and_then(super::typed::text)
            .unwrap_or("Akhir Periode")
            .to_owned()
    };
    let label: Vec<String> = (0..count).map(year).collect();
    let last = from + 2 * count - 1;
    t.sheet(name).merged.retain(|area| {
        area.start.row > bottom
            || area.start.col < from
            || area.start.col > last
            || area.start.row < top
    });
    t.sheet(name)
        .cell
        .retain(|at, _| !((top..=bottom).contains(&at.row) && (from..=last).contains(&at.col)));
    t.remap(name, |at| {
        if !(from..=last).contains(&at.col) || at.row <= bottom {
            return at;
        }
        let (nth, money) = ((at.col - from) / 2, (at.col - from) % 2);
        CellRef::new(at.row, from + nth + money * count)
    });
    let money = if t.regulation == Regulation::Permendagri86 {
        "Rp"
    } else {
        "Pagu"
    };
    t.put_text(name, top, from, "Target");
    t.put_text(name, top, from + count, money);
    for (start, end) in [(from, from + count - 1), (from + count, last)] {
        t.sheet(name).merged.push(renstra::workbook::Area {
            start: CellRef::new(top, start),
            end: CellRef::new(top, end),
        });
    }
    for (nth, label) in (0..).zip(&label) {
        t.put_text(name, bottom, from + nth, label);
        t.put_text(name, bottom, from + count + nth, label);
    }
}
