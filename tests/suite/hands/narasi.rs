//! The sheet Narasi: how a subchapter is named, how its text is typed.

use renstra::diagnostic::CellRef;
use renstra::workbook::{Cell, Value};

use super::typed::{Typed, text, typed};
use super::{Expect, Way, both};

const NAME: &str = "Narasi";

/// Changes how the subchapters with a number are named.
fn slot(t: &mut Typed, f: impl Fn(&str) -> Value) {
    let cell = t.sheet(NAME).cell.iter_mut();
    for (at, cell) in cell {
        if at.col == 0
            && let Value::Text(own) = &cell.value
            && own.starts_with(|c: char| c.is_ascii_digit())
        {
            cell.value = f(own);
        }
    }
}

/// Changes the texts.
fn isi(t: &mut Typed, f: impl Fn(&str) -> String) {
    for (at, cell) in &mut t.sheet(NAME).cell {
        if at.col == 1
            && at.row > 0
            && let Value::Text(own) = &cell.value
        {
            cell.value = Value::Text(f(own));
        }
    }
}

fn roman(number: &str) -> &'static str {
    let at: usize = number.parse().unwrap();
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"][at - 1]
}

/// `1.1` as chapter and number within it.
fn chapter(slot: &str) -> (&str, Option<&str>) {
    slot.split_once('.')
        .map_or((slot, None), |(bab, rest)| (bab, Some(rest)))
}

/// Number and title of a subchapter, on rows of their own below the heading.
fn sections(t: &Typed) -> Vec<(String, String)> {
    (1..=t.last(NAME))
        .map(|row| {
            let get = |col| {
                t.get(NAME)
                    .get(row, col)
                    .and_then(text)
                    .unwrap_or_default()
                    .to_owned()
            };
            (get(0), get(1))
        })
        .collect()
}

pub fn ways() -> Vec<Way> {
    use Expect::{Named, Said, Same};
    vec![
        both("narasi: 1.1. with a dot behind", Same, |t| {
            slot(t, |slot| typed(format!("{slot}.")))
        }),
        both("narasi: numbers, not texts", Said("S050"), |t| {
            slot(t, |slot| {
                if slot.matches('.').count() > 1 {
                    return typed(slot);
                }
                slot.parse().map_or_else(|_| typed(slot), Value::Number)
            });
        }),
        both("narasi: BAB I 1.1 Latar Belakang", Said("S050"), |t| {
            slot(t, |slot| {
                let title = if slot == "1.1" { " Latar Belakang" } else { "" };
                typed(format!("BAB {} {slot}{title}", roman(chapter(slot).0)))
            });
        }),
        both("narasi: Sub Bab 1.1", Said("S050"), |t| {
            slot(t, |slot| typed(format!("Sub Bab {slot}")))
        }),
        both("narasi: Subbab 1.1", Said("S050"), |t| {
            slot(t, |slot| typed(format!("Subbab {slot}")))
        }),
        both("narasi: I.1", Said("S050"), |t| {
            slot(t, |slot| match chapter(slot) {
                (bab, Some(rest)) => typed(format!("{}.{rest}", roman(bab))),
                (bab, None) => typed(format!("BAB {}", roman(bab))),
            });
        }),
        both("narasi: 1,1", Said("S050"), |t| {
            slot(t, |slot| typed(slot.replace('.', ",")))
        }),
        both("narasi: 1 . 1", Said("S050"), |t| {
            slot(t, |slot| typed(slot.replace('.', " . ")))
        }),
        both(
            "narasi: a date that Excel made of 1.1",
            Named("S017"),
            |t| {
                slot(t, |slot| match slot {
                    "1.1" => super::typed::date(2026, 1, 1),
                    slot => typed(slot),
                });
            },
        ),
        both(
            "narasi: a subchapter that there is not",
            Named("S022"),
            |t| {
                slot(t, |slot| typed(if slot == "1.1" { "9.9" } else { slot }));
            },
        ),
        both(
            "narasi: a column of numbers in front, heading Uraian",
            Same,
            |t| {
                t.insert_columns(NAME, 0, 1);
                t.put_text(NAME, 0, 0, "No");
                t.put_text(NAME, 0, 2, "Uraian");
                for row in 1..=t.last(NAME) {
                    t.put(NAME, row, 0, Value::Number(row.into()));
                }
            },
        ),
        both(
            "narasi: a row each paragraph, the subchapter on the first",
            Same,
            |t| paragraphs(t, false),
        ),
        both(
            "narasi: a row each paragraph, the subchapter on all",
            Same,
            |t| paragraphs(t, true),
        ),
        both("narasi: begins at C4 below a title", Same, |t| {
            t.insert_columns(NAME, 0, 2);
            t.insert_rows(NAME, 0, 3);
            t.put_text(NAME, 0, 2, "NARASI RENCANA STRATEGIS");
            t.put_text(NAME, 1, 2, "Tahun 2021-2026");
        }),
        both(
            "narasi: texts merged over seven columns and three rows",
            Same,
            |t| {
                t.remap(NAME, |at| {
                    let row = if at.row == 0 { 0 } else { at.row * 3 - 2 };
                    CellRef::new(row, at.col)
                });
                for row in (1..=t.last(NAME)).step_by(3) {
                    for (from, to) in [(0, 0), (1, 7)] {
                        t.sheet(NAME).merged.push(renstra::workbook::Area {
                            start: CellRef::new(row, from),
                            end: CellRef::new(row + 2, to),
                        });
                    }
                }
            },
        ),
        both(
            "narasi: the title in a column of its own",
            Named("S004"),
            |t| {
                t.insert_columns(NAME, 1, 1);
                t.put_text(NAME, 0, 1, "Judul");
                for row in 1..=t.last(NAME) {
                    t.put_text(NAME, row, 1, "Judul subbab");
                }
            },
        ),
        both("narasi: a sheet each chapter", Same, |t| {
            let list = sections(t);
            let mut row = std::collections::BTreeMap::new();
            for (slot, isi) in list {
                let tab = match slot.chars().next() {
                    Some(c) if c.is_ascii_digit() => format!("BAB {}", roman(chapter(&slot).0)),
                    _ => continue,
                };
                if !row.contains_key(&tab) {
                    t.add_sheet(&tab);
                    t.put_text(&tab, 0, 0, "Subbab");
                    t.put_text(&tab, 0, 1, "Isi");
                }
                let next = row.entry(tab.clone()).or_insert(0);
                *next += 1;
                t.put_text(&tab, *next, 0, &slot);
                t.put_text(&tab, *next, 1, &isi);
            }
            t.sheet(NAME).cell.retain(|at, _| at.row == 0);
            // What belongs to no chapter stays where it is.
            for (at, (slot, isi)) in (1..).zip(sections_without_number(t.name)) {
                t.put_text(NAME, at, 0, &slot);
                t.put_text(NAME, at, 1, &isi);
            }
        }),
        both("narasi: paragraphs parted by one line break", Same, |t| {
            isi(t, |isi| isi.replace("\n\n", "\n"));
        }),
        both("narasi: paragraphs indented with blanks", Same, |t| {
            isi(t, |isi| {
                let lines = isi.split("\n\n");
                lines
                    .map(|line| {
                        if line.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
                            line.to_owned()
                        } else {
                            format!("      {line}")
                        }
                    })
                    .collect::<Vec<_>>()
                    .join("\n\n")
            });
        }),
        both("narasi: lists indented with blanks", Same, |t| {
            isi(t, |isi| isi.replace("\n1. ", "\n      1. "));
        }),
        both("narasi: blanks behind the lines", Same, |t| {
            isi(t, |isi| isi.replace('\n', "  \n"));
        }),
    ]
}

/// Sections of a sample that belong to no numbered chapter.
fn sections_without_number(name: &'static str) -> Vec<(String, String)> {
    let sample = Typed::sample(name, super::Regulation::Permendagri86);
    let mut list = sections(&sample);
    list.retain(|(slot, _)| !slot.starts_with(|c: char| c.is_ascii_digit()));
    list
}

/// A row each paragraph.
fn paragraphs(t: &mut Typed, repeated: bool) {
    let list = sections(t);
    t.sheet(NAME)
        .cell
        .retain(|at: &CellRef, _: &mut Cell| at.row == 0);
    let mut row = 0;
    for (slot, isi) in list {
        for (at, part) in isi.split("\n\n").enumerate() {
            row += 1;
            if at == 0 || repeated {
                t.put_text(NAME, row, 0, &slot);
            }
            t.put_text(NAME, row, 1, part);
        }
    }
}
