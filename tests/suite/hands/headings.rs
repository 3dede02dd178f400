//! Headings: words, years, merges, numbering rows.

use renstra::diagnostic::CellRef;
use renstra::workbook::Value;

use super::typed::{Part, Regulation, Typed, date, text, typed};
use super::{Expect, Way, both, only};

/// The year of a heading that is nothing but a year.
fn year(text: &str) -> Option<u16> {
    text.parse().ok().filter(|year| (2000..2100).contains(year))
}

/// Changes headings that are years.
fn years(t: &mut Typed, f: impl Fn(u16) -> Value) {
    for name in t.tables() {
        t.edit(&name, Part::Heading, |_, cell| {
            text(cell).and_then(year).map(&f)
        });
    }
}

/// Changes one word of the headings of the tables with programmes and goals.
fn words(t: &mut Typed, list: &[(&str, &str)]) {
    for name in [t.main(), t.goals()] {
        t.edit_text(name, Part::Heading, |_, text| {
            let found = list
                .iter()
                .find(|(word, _)| text == *word || text.starts_with(&format!("{word} ")));
            found.map(|(word, new)| text.replacen(word, new, 1))
        });
    }
}

/// Changes the row of `(1) (2) …`.
fn numbers(t: &mut Typed, f: impl Fn(u32) -> Option<Value>) {
    for name in t.tables() {
        let Some(row) = t.numbers(&name) else {
            continue;
        };
        for col in 0..t.width(&name) {
            match f(col) {
                Some(value) => t.put(&name, row, col, value),
                None => {
                    t.sheet(&name).cell.remove(&CellRef::new(row, col));
                }
            }
        }
    }
}

/// Rows of the heading again before every tenth row of the body, as printed pages have.
fn again(t: &mut Typed, with_numbers: bool) {
    let name = t.main();
    let (top, bottom) = t.heading(name);
    let bottom = if with_numbers { bottom } else { bottom - 1 };
    let height = bottom - top + 1;
    let heading = t.get(name).clone();
    for row in (t.first(name) + 10..=t.last(name)).rev().step_by(10) {
        t.insert_rows(name, row, height);
        for (at, cell) in &heading.cell {
            if (top..=bottom).contains(&at.row) {
                t.sheet(name)
                    .cell
                    .insert(CellRef::new(row + at.row - top, at.col), cell.clone());
            }
        }
        for area in heading.merged.areas() {
            if area.start.row >= top && area.end.row <= bottom {
                let mut area = *area;
                area.start.row += row - top;
                area.end.row += row - top;
                t.sheet(name).merged.push(area);
            }
        }
    }
}

/// One row of headings as a spreadsheet leaves it that formats the range as a table: no
/// merged cell, and each heading once.
fn as_range(t: &mut Typed) {
    let name = t.main();
    let (top, bottom) = t.heading(name);
    let bottom = bottom - u32::from(t.numbers(name).is_some());
    t.sheet(name)
        .merged
        .retain(|area| area.start.row < top || area.start.row > bottom);
    let mut count = std::collections::BTreeMap::new();
    for col in 0..t.width(name) {
        let heading = |row: u32| t.get(name).get(row, col).and_then(text).map(str::to_owned);
        let own = heading(bottom);
        let Some(label) = own.clone().or_else(|| heading(top)) else {
            continue;
        };
        if own.is_none() {
            t.sheet(name).cell.remove(&CellRef::new(top, col));
        }
        let nth = count.entry(label.clone()).or_insert(0);
        *nth += 1;
        let numbered = if *nth > 1 {
            format!("{label}{nth}")
        } else {
            label
        };
        t.put_text(name, bottom, col, &numbered);
    }
}

/// Years as the first, the second … of each of some tables.
fn counted(t: &mut Typed, tables: &[&str]) {
    for name in tables {
        let mut at = 0;
        t.edit_text(name, Part::Heading, |_, text| {
            let is_year = text.len() == 4 && year(text).is_some();
            at += u32::from(is_year);
            is_year.then(|| format!("Tahun ke-{at}"))
        });
    }
}

pub fn ways() -> Vec<Way> {
    use Expect::{Named, Said, Same};
    use Regulation::Permendagri86;
    vec![
        both("headings: upper case", Same, |t| {
            t.edit_headings(|text| Some(text.to_uppercase()))
        }),
        both(
            "headings: a line break at each blank, a colon behind",
            Same,
            |t| {
                t.edit_headings(|text| Some(format!("{} :", text.replace(' ', "\n"))));
            },
        ),
        both("headings: an asterisk behind", Same, |t| {
            t.edit_headings(|text| Some(format!("{text}*)")))
        }),
        both("headings: Tahun 2022", Same, |t| {
            years(t, |year| typed(format!("Tahun {year}")))
        }),
        both("headings: Thn. 2022", Same, |t| {
            years(t, |year| typed(format!("Thn. {year}")))
        }),
        both("headings: TA 2022", Same, |t| {
            years(t, |year| typed(format!("TA {year}")))
        }),
        both("headings: years as numbers", Same, |t| {
            years(t, |year| Value::Number(year.into()))
        }),
        both("headings: Tahun ke-1 (2022)", Same, |t| {
            years(t, |year| typed(format!("Tahun ke-{} ({year})", year % 10)));
        }),
        only(
            Permendagri86,
            "headings: Tahun I of the plan",
            Said("S030"),
            |t| {
                for name in [t.main(), t.goals()] {
                    let mut at = 0;
                    t.edit_text(name, Part::Heading, |_, text| {
                        year(text).map(|year| {
                            at += 1;
                            let nth = ["I", "II", "III", "IV", "V"].get(at - 1);
                            nth.map_or_else(|| year.to_string(), |nth| format!("Tahun {nth}"))
                        })
                    });
                }
            },
        ),
        only(
            Regulation::Inmendagri2,
            "headings: Tahun ke-1 over the money alone",
            Said("S030"),
            |t| counted(t, &["Pendanaan"]),
        ),
        only(
            Regulation::Inmendagri2,
            "headings: Tahun ke-1 over every table of the plan",
            Said("S030"),
            |t| counted(t, &["Pendanaan", "Tujuan Sasaran", "IKU", "IKK"]),
        ),
        both("headings: results headed Capaian", Said("S029"), |t| {
            t.edit_text("T-C.23", Part::Heading, |_, text| {
                let rest = text.strip_prefix("Realisasi ")?;
                Some(rest.to_owned())
            });
        }),
        both(
            "headings: ratios headed Capaian alone",
            Named("R002"),
            |t| {
                t.edit_text("T-C.23", Part::Heading, |_, text| {
                    text.strip_prefix("Realisasi ").map(str::to_owned)
                });
                let (from, first) = (t.column("T-C.23", "Capaian"), t.first("T-C.23"));
                for (at, cell) in &mut t.sheet("T-C.23").cell {
                    if at.row >= first && at.col >= from {
                        cell.value = Value::Number(rust_decimal::Decimal::new(1012, 1));
                    }
                }
            },
        ),
        both("headings: counts in thousands", Named("S028"), |t| {
            t.edit_text("Sarana", Part::Heading, |_, text| {
                (text == "Jumlah").then(|| "Jumlah (ribu)".to_owned())
            });
        }),
        both("headings: a note behind a year", Said("S053"), |t| {
            t.edit_text("T-C.23", Part::Heading, |_, text| {
                year(text).map(|year| format!("{year} (s.d. Juni)"))
            });
        }),
        both(
            "headings: an old one hidden above the one in use",
            Same,
            |t| {
                let name = t.goals();
                let (top, bottom) = t.heading(name);
                let sheet = t.get(name).clone();
                let height = bottom + 1 - top;
                t.insert_rows(name, top, height);
                for (at, cell) in sheet
                    .cell
                    .range(CellRef::new(top, 0)..CellRef::new(bottom, 0))
                {
                    let old = super::typed::text(cell).unwrap_or_default();
                    let old =
                        year(old).map_or_else(|| old.to_owned(), |year| (year - 5).to_string());
                    t.put_text(name, at.row, at.col, &old);
                }
                t.sheet(name).hidden_row = (top..top + height).collect();
            },
        ),
        both("headings: 2022*)", Same, |t| {
            years(t, |year| typed(format!("{year}*)")))
        }),
        both("headings: years as dates", Same, |t| {
            years(t, |year| date(year.into(), 1, 1))
        }),
        both("headings: one letter wrong, target", Said("S029"), |t| {
            words(t, &[("target", "targe"), ("Target", "Targe")]);
        }),
        both("headings: one letter wrong, unit", Said("S029"), |t| {
            words(t, &[("Satuan", "Satuaan")])
        }),
        both("headings: one letter wrong, indicator", Said("S029"), |t| {
            words(t, &[("Indikator", "Indikatr")])
        }),
        both("headings: one letter wrong, goals", Said("S029"), |t| {
            words(t, &[("Tujuan", "Tujaun"), ("Sasaran", "Sasran")]);
        }),
        both("headings: a letter too many", Said("S029"), |t| {
            words(
                t,
                &[
                    ("Target", "Targett"),
                    ("Sasaran", "Sasarann"),
                    ("Indikator", "Indikatorr"),
                ],
            );
        }),
        both("headings: K and Rp", Same, |t| {
            t.edit_headings(|text| match text {
                "target" | "Target" => Some("K".to_owned()),
                "Pagu" => Some("Rp".to_owned()),
                _ => None,
            });
        }),
        both("headings: Anggaran and Target Kinerja", Same, |t| {
            words(
                t,
                &[
                    ("Rp", "Anggaran"),
                    ("Pagu", "Anggaran"),
                    ("target", "Target Kinerja"),
                ],
            );
        }),
        both("headings: Pagu Indikatif (Rp.)", Same, |t| {
            words(
                t,
                &[
                    ("Rp", "Pagu Indikatif (Rp.)"),
                    ("Pagu", "Pagu Indikatif (Rp.)"),
                ],
            );
        }),
        both("headings: English", Same, |t| {
            words(
                t,
                &[
                    ("Satuan", "Unit"),
                    ("Indikator", "Indicator"),
                    ("Rp", "Budget (IDR)"),
                    ("Pagu", "Budget (IDR)"),
                ],
            );
        }),
        both("headings: abbreviated", Same, |t| {
            words(
                t,
                &[
                    ("Satuan", "Sat."),
                    ("Lokasi", "Lok."),
                    ("Keterangan", "Ket."),
                ],
            );
        }),
        both("headings: not merged, texts repeated", Same, |t| {
            for name in t.tables() {
                t.unmerge(&name, Part::Heading, |value| Some(value.clone()));
            }
        }),
        both("headings: not merged, blank", Same, |t| {
            for name in t.tables() {
                t.unmerge(&name, Part::Heading, |_| None);
            }
        }),
        both("headings: one row, Target 2022 and 2022 (Rp)", Same, |t| {
            let name = t.main();
            let (top, bottom) = t.heading(name);
            let bottom = bottom - u32::from(t.numbers(name).is_some());
            for col in 0..t.width(name) {
                let shown = |t: &Typed, row: u32| {
                    let at = t.get(name).anchor(row, col);
                    t.get(name)
                        .get(at.row, at.col)
                        .and_then(text)
                        .map(str::to_owned)
                };
                let (low, above) = (shown(t, bottom), shown(t, bottom - 1));
                let label = match (low.as_deref(), above.as_deref()) {
                    (Some("target" | "Target"), Some(above)) => format!("Target {above}"),
                    (Some("Rp" | "Pagu"), Some(above)) => format!("{above} (Rp)"),
                    (Some(low), _) => low.to_owned(),
                    (None, _) => continue,
                };
                t.put_text(name, bottom, col, &label);
            }
            t.sheet(name)
                .merged
                .retain(|area| area.start.row < top || area.start.row > bottom);
            t.sheet(name)
                .cell
                .retain(|at, _| at.row < top || at.row >= bottom);
        }),
        both("headings: of a range formatted as a table", Same, as_range),
        both("headings: no numbering row", Same, |t| numbers(t, |_| None)),
        both("headings: one number below", Same, |t| {
            numbers(t, |col| (col == 0).then(|| typed("(1)")));
        }),
        both("headings: plain numbers below", Same, |t| {
            numbers(t, |col| Some(Value::Number((col + 1).into())));
        }),
        both("headings: letters below", Same, |t| {
            numbers(t, |col| {
                let letter = char::from_u32(u32::from('a') + col % 26).unwrap();
                Some(typed(letter.to_string()))
            });
        }),
        both("headings: (7)=(5)/(6) below", Same, |t| {
            numbers(t, |col| {
                Some(typed(if col > 4 {
                    format!("({})=({})/({})", col + 1, col - 1, col)
                } else {
                    format!("({})", col + 1)
                }))
            });
        }),
        both("headings: again on every page", Same, |t| again(t, false)),
        both(
            "headings: again on every page, with the numbers",
            Said("S034"),
            |t| again(t, true),
        ),
        both("headings: a further row above the years", Same, |t| {
            let name = t.main();
            let (top, _) = t.heading(name);
            t.insert_rows(name, top + 1, 1);
        }),
        only(
            Permendagri86,
            "headings: the end of the period without columns below",
            Same,
            |t| {
                let name = t.main();
                let (_, bottom) = t.heading(name);
                let col = t.column(name, "Kondisi Kinerja pada akhir");
                for col in [col, col + 1] {
                    t.sheet(name).cell.remove(&CellRef::new(bottom - 1, col));
                }
                t.put_text(name, bottom - 1, col + 1, "Rp");
            },
        ),
    ]
}
