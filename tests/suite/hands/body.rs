//! Rows of tables: parents, blank rows, totals, notes.

use renstra::workbook::Value;
use serde_json::Value as Json;

use super::typed::{Part, Regulation, Typed, text, typed};
use super::{Expect, Way, both, edit_texts, only, take_out};

/// The text below the first of a merged parent: with words in it, not a number.
fn below(t: &mut Typed, mark: &'static str) {
    for name in t.tables() {
        // A band over the whole row (`VISI : …`) has nothing below it.
        let sheet = t.sheet(&name);
        let wide = sheet.merged.areas().to_vec();
        sheet.merged.retain(|area| area.start.col == area.end.col);
        t.unmerge(&name, Part::Body, |value| match value {
            Value::Text(_) => Some(typed(mark)),
            _ => None,
        });
        let wide = wide
            .into_iter()
            .filter(|area| area.start.col < area.end.col);
        wide.for_each(|area| t.sheet(&name).merged.push(area));
    }
}

pub fn ways() -> Vec<Way> {
    use Expect::{Said, Same};
    use Regulation::{Inmendagri2, Permendagri86};
    vec![
        both("rows: blank ones between", Same, |t| {
            let name = t.main();
            let (first, last) = (t.first(name), t.last(name));
            for row in (first + 5..=last).rev().step_by(5) {
                t.insert_rows(name, row, 1);
            }
        }),
        both(
            "rows: parents not merged, blank below the first",
            Same,
            |t| {
                for name in t.tables() {
                    t.unmerge(&name, Part::Body, |_| None);
                }
            },
        ),
        only(
            Permendagri86,
            "rows: parents repeated in every row",
            Said("S038"),
            |t| {
                for name in t.tables() {
                    if name != "T-C.26" {
                        t.unmerge(&name, Part::Body, |value| Some(value.clone()));
                    }
                }
            },
        ),
        only(
            Inmendagri2,
            "rows: parents repeated in every row, goals",
            Same,
            |t| {
                t.unmerge("Tujuan Sasaran", Part::Body, |value| Some(value.clone()));
            },
        ),
        only(
            Inmendagri2,
            "rows: parents repeated in every row",
            Said("S038"),
            |t| {
                for name in t.tables() {
                    t.unmerge(&name, Part::Body, |value| Some(value.clone()));
                }
            },
        ),
        only(
            Permendagri86,
            "rows: visi and misi in every cell of their row",
            Said("S038"),
            |t| {
                t.unmerge("T-C.26", Part::Body, |value| Some(value.clone()));
            },
        ),
        only(
            Permendagri86,
            "rows: a blank one before the last line",
            Same,
            |t| {
                t.insert_rows("T-C.26", t.last("T-C.26"), 1);
            },
        ),
        only(
            Permendagri86,
            "rows: a blank one before the last line, parents not merged",
            Same,
            |t| {
                t.unmerge("T-C.26", Part::Body, |_| None);
                t.insert_rows("T-C.26", t.last("T-C.26"), 1);
            },
        ),
        only(
            Permendagri86,
            "rows: the goal again beside its first aim",
            Same,
            |t| {
                t.unmerge("T-C.25", Part::Body, |_| None);
                let col = t.column("T-C.25", "Tujuan");
                let mut goal = None;
                for row in t.first("T-C.25")..=t.last("T-C.25") {
                    let own = |col| t.get("T-C.25").get(row, col).and_then(text);
                    goal = own(col).map(str::to_owned).or(goal);
                    if own(col + 1).is_some()
                        && let Some(goal) = &goal
                    {
                        t.put_text("T-C.25", row, col, goal);
                    }
                }
            },
        ),
        both("rows: sda below a parent", Said("S050"), |t| {
            below(t, "sda")
        }),
        both("rows: s.d.a. below a parent", Said("S050"), |t| {
            below(t, "s.d.a.")
        }),
        both("rows: idem below a parent", Said("S050"), |t| {
            below(t, "Idem")
        }),
        both("rows: ditto marks below a parent", Said("S050"), |t| {
            below(t, "\"")
        }),
        both("rows: names wrapped by hand", Said("S050"), |t| {
            let name = t.main();
            t.edit_text(name, Part::Body, |_, text| {
                (text.chars().count() > 44).then(|| wrapped(text, 40))
            });
        }),
        both(
            "rows: blanks doubled in the texts",
            Expect::Printed(in_one_line),
            |t| {
                for name in t.tables() {
                    t.edit_text(&name, Part::Body, |_, text| {
                        Some(format!(" {} ", text.replace(' ', "  ")))
                    });
                }
            },
        ),
        both(
            "rows: dates of the confirmations as date cells",
            Same,
            |t| {
                let col = t.column("Konfirmasi", "Tanggal");
                t.edit("Konfirmasi", Part::Body, |at, cell| {
                    let day: u8 = text(cell)
                        .filter(|_| at.col == col)?
                        .split(' ')
                        .next()?
                        .parse()
                        .ok()?;
                    let year = text(cell)?.rsplit(' ').next()?.parse().ok()?;
                    Some(super::typed::date(year, 9, day))
                });
            },
        ),
        both("rows: notes below the table", Same, |t| {
            let name = t.main();
            let last = t.last(name);
            t.put_text(name, last + 2, 0, "*) angka sementara");
            t.put_text(name, last + 3, 0, "Keterangan: disesuaikan dengan APBD");
        }),
        both("rows: a signature below the table", Same, |t| {
            let name = t.main();
            let last = t.last(name);
            let block = [
                "Pasuruan, 20 September 2021",
                "KEPALA",
                "NAMA PEJABAT",
                "NIP. 19780417 199711 1 002",
            ];
            for (row, line) in (last + 3..).zip(block) {
                t.put_text(name, row, 8, line);
            }
        }),
        both("rows: hidden by a filter", Same, |t| {
            let name = t.main();
            let first = t.first(name);
            t.sheet(name).hidden_row = vec![first + 2, first + 5];
        }),
        both(
            "rows: a note of the office beside them",
            Said("S026"),
            |t| {
                let name = t.main();
                let (row, col) = (t.first(name) + 3, t.width(name) + 2);
                t.put_text(name, row, col, "cek lagi");
            },
        ),
    ]
}

fn in_one_line(data: &mut Json) {
    edit_texts(data, |text| {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    take_out(data, "kata");
}

/// A text with a line break by hand before each word that would pass the width.
fn wrapped(text: &str, width: usize) -> String {
    let (mut out, mut line) = (String::new(), 0);
    for word in text.split(' ') {
        let length = word.chars().count();
        if line > 0 && line + 1 + length > width {
            out.push('\n');
            line = 0;
        } else if line > 0 {
            out.push(' ');
            line += 1;
        }
        out.push_str(word);
        line += length;
    }
    out
}
