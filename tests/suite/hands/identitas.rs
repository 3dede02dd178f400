//! The sheet Identitas: labels, places of the values, forms of dates and numbers.

use renstra::diagnostic::CellRef;
use renstra::workbook::{Cell, Value};
use rust_decimal::Decimal;

use super::typed::{Typed, date, text};
use super::{Expect, Way, both};

const NAME: &str = "Identitas";

/// The row of a label.
fn row(t: &Typed, label: &str) -> u32 {
    let found = t
        .get(NAME)
        .cell
        .iter()
        .find(|(_, cell)| text(cell) == Some(label));
    found.unwrap_or_else(|| panic!("no {label}")).0.row
}

/// Other words for a label.
fn label(t: &mut Typed, old: &str, new: &str) {
    let row = row(t, old);
    t.put_text(NAME, row, 0, new);
}

fn labels(t: &mut Typed, list: &[(&str, &str)]) {
    for (old, new) in list {
        label(t, old, new);
    }
}

/// Another value beside a label.
fn value(t: &mut Typed, of: &str, f: impl Fn(&str) -> Value) {
    let row = row(t, of);
    let own = t.get(NAME).get(row, 1).and_then(text).unwrap().to_owned();
    t.put(NAME, row, 1, f(&own));
}

/// The laws, in their order.
fn laws(t: &Typed) -> (u32, Vec<String>) {
    let first = row(t, "Dasar Hukum");
    // The next label begins another list.
    let own = (first..=t.last(NAME))
        .take_while(|row| *row == first || t.get(NAME).get(*row, 0).and_then(text).is_none());
    let list = own.filter_map(|row| t.get(NAME).get(row, 1).and_then(text));
    (first, list.map(str::to_owned).collect())
}

/// Takes the laws below the first away.
fn keep_one_law(t: &mut Typed) {
    let (first, list) = laws(t);
    let others = first + 1..first + u32::try_from(list.len()).unwrap();
    t.sheet(NAME).cell.retain(|at, _| !others.contains(&at.row));
}

pub fn ways() -> Vec<Way> {
    use Expect::{Named, Said, Same};
    let mut list = vec![
        both("identitas: a date cell", Same, |t| {
            let year = if t.name.ends_with("2025") {
                (2025, 18)
            } else {
                (2021, 20)
            };
            value(t, "Tanggal", |_| date(year.0, 9, year.1));
        }),
        both(
            "identitas: the serial of a date in General",
            Said("S050"),
            |t| {
                // Days since 30 December 1899.
                let serial = if t.name.ends_with("2025") {
                    45_918
                } else {
                    44_459
                };
                value(t, "Tanggal", |_| Value::Number(serial.into()));
            },
        ),
        both("identitas: a name in two rows", Named("S021"), |t| {
            let row = row(t, "Nama Kepala");
            t.insert_rows("Identitas", row, 1);
            t.put_text("Identitas", row, 0, "Nama Kepala");
            t.put_text("Identitas", row, 1, "ORANG LAIN, S.H.");
        }),
        both(
            "identitas: the agency's kode as a number",
            Named("S016"),
            |t| {
                value(t, "Kode Perangkat Daerah", |_| {
                    Value::Number(Decimal::new(701, 2))
                });
            },
        ),
        both("identitas: a date with dashes", Same, |t| {
            value(t, "Tanggal", |text| {
                text.replace(" September ", "-09-").into_value()
            });
        }),
        both("identitas: a date with slashes", Same, |t| {
            value(t, "Tanggal", |text| {
                text.replace(" September ", "/09/").into_value()
            });
        }),
        both("identitas: a date with the month shortened", Same, |t| {
            value(t, "Tanggal", |text| {
                text.replace("September", "Sept").into_value()
            });
        }),
        both("identitas: place and date in one cell", Said("S050"), |t| {
            let place = row(t, "Tempat");
            let day = t
                .get(NAME)
                .get(row(t, "Tanggal"), 1)
                .and_then(text)
                .unwrap()
                .to_owned();
            t.put_text(NAME, place + 1, 1, &format!("Pasuruan, {day}"));
            t.sheet(NAME).cell.retain(|at, _| at.row != place);
        }),
        both(
            "identitas: place and date in one cell, label Tempat, Tanggal",
            Same,
            |t| {
                let place = row(t, "Tempat");
                let day = t
                    .get(NAME)
                    .get(row(t, "Tanggal"), 1)
                    .and_then(text)
                    .unwrap()
                    .to_owned();
                t.put_text(NAME, place, 0, "Tempat, Tanggal Penetapan");
                t.put_text(NAME, place, 1, &format!("Pasuruan, {day}"));
                t.sheet(NAME).cell.retain(|at, _| at.row != place + 1);
            },
        ),
        both(
            "identitas: no place and no date that can be read",
            Named("S021"),
            |t| {
                value(t, "Tanggal", |_| "segera".to_owned().into_value());
            },
        ),
        both("identitas: a column of colons", Same, |t| {
            t.insert_columns(NAME, 1, 1);
            for row in 2..=t.last(NAME) {
                if t.get(NAME).get(row, 0).is_some() {
                    t.put_text(NAME, row, 1, ":");
                }
            }
        }),
        both(
            "identitas: a column of numbers before the labels",
            Same,
            |t| {
                t.insert_columns(NAME, 0, 1);
                let label: Vec<u32> = (2..=t.last(NAME))
                    .filter(|row| t.get(NAME).get(*row, 1).is_some())
                    .collect();
                for (number, row) in (1..).zip(label) {
                    t.put(NAME, row, 0, Value::Number(number.into()));
                }
            },
        ),
        both(
            "identitas: a column of letters before the labels",
            Same,
            |t| {
                t.insert_columns(NAME, 0, 1);
                let label: Vec<u32> = (2..=t.last(NAME))
                    .filter(|row| t.get(NAME).get(*row, 1).is_some())
                    .collect();
                for (letter, row) in ('a'..='z').zip(label) {
                    t.put_text(NAME, row, 0, &format!("{letter}."));
                }
            },
        ),
        both("identitas: numbers in the labels", Same, |t| {
            let label: Vec<u32> = (2..=t.last(NAME))
                .filter(|row| t.get(NAME).get(*row, 0).is_some())
                .collect();
            for (number, row) in (1..).zip(label) {
                let own = t.get(NAME).get(row, 0).and_then(text).unwrap().to_owned();
                t.put_text(NAME, row, 0, &format!("{number}. {own}"));
            }
        }),
        both("identitas: labels in upper case with a colon", Same, |t| {
            for row in 2..=t.last(NAME) {
                if let Some(own) = t.get(NAME).get(row, 0).and_then(text) {
                    let own = format!("{} :", own.to_uppercase());
                    t.put_text(NAME, row, 0, &own);
                }
            }
        }),
        both("identitas: begins at C5", Same, |t| {
            t.insert_columns(NAME, 0, 2);
            t.insert_rows(NAME, 0, 4);
        }),
        both("identitas: Tahun 2021 s.d. 2026", Same, |t| {
            value(t, "Periode", |text| {
                format!("Tahun {}", text.replace('-', " s.d. ")).into_value()
            });
        }),
        both("identitas: 2021 – 2026", Same, |t| {
            value(t, "Periode", |text| text.replace('-', " – ").into_value());
        }),
        both("identitas: blanks in the NIP", Same, |t| {
            value(t, "NIP", |nip| {
                format!(
                    "{} {} {} {}",
                    &nip[..8],
                    &nip[8..14],
                    &nip[14..15],
                    &nip[15..]
                )
                .into_value()
            });
        }),
        both("identitas: NIP. before the number", Same, |t| {
            value(t, "NIP", |nip| format!("NIP. {nip}").into_value());
        }),
        both("identitas: the NIP as a number", Named("S025"), |t| {
            value(t, "NIP", |nip| {
                Value::Number(format!("{}000", &nip[..15]).parse::<Decimal>().unwrap())
            });
        }),
        both("identitas: the label of the laws on each row", Same, |t| {
            let (first, list) = laws(t);
            for (row, _) in (first..).zip(list) {
                t.put_text(NAME, row, 0, "Dasar Hukum");
            }
        }),
        both(
            "identitas: laws numbered in their cells",
            Said("S050"),
            |t| {
                let (first, list) = laws(t);
                for (number, law) in (0..).zip(list) {
                    t.put_text(NAME, first + number, 1, &format!("{}. {law}", number + 1));
                }
            },
        ),
        both(
            "identitas: laws lettered in their cells",
            Said("S050"),
            |t| {
                let (first, list) = laws(t);
                for ((row, letter), law) in (first..).zip('a'..='z').zip(list) {
                    t.put_text(NAME, row, 1, &format!("{letter}) {law}"));
                }
            },
        ),
        both(
            "identitas: all laws in one cell, numbered",
            Said("S050"),
            |t| {
                let (first, list) = laws(t);
                let lines: Vec<String> = (1..)
                    .zip(&list)
                    .map(|(at, law)| format!("{at}. {law}"))
                    .collect();
                keep_one_law(t);
                t.put_text(NAME, first, 1, &lines.join("\n"));
            },
        ),
        both(
            "identitas: all laws in one cell, a line each",
            Said("S050"),
            |t| {
                let (first, list) = laws(t);
                keep_one_law(t);
                t.put_text(NAME, first, 1, &list.join("\n"));
            },
        ),
        both("identitas: a label nobody knows", Named("S020"), |t| {
            let last = t.last(NAME);
            t.insert_rows(NAME, 2, 1);
            t.put_text(NAME, 2, 0, "Nomor Telepon");
            t.put_text(NAME, 2, 1, "0343-123456");
            t.sheet(NAME)
                .cell
                .retain(|at: &CellRef, _: &mut Cell| at.row <= last + 1);
        }),
    ];
    list.extend(words());
    list
}

/// Labels as offices word them.
fn words() -> Vec<Way> {
    use Expect::{Said, Same};
    vec![
        both("labels: Nama SKPD", Same, |t| {
            label(t, "Nama Perangkat Daerah", "Nama SKPD")
        }),
        both("labels: OPD", Same, |t| {
            label(t, "Nama Perangkat Daerah", "OPD")
        }),
        both("labels: SKPD", Said("S050"), |t| {
            label(t, "Nama Perangkat Daerah", "SKPD")
        }),
        both("labels: Nama OPD/SKPD", Said("S050"), |t| {
            label(t, "Nama Perangkat Daerah", "Nama OPD/SKPD")
        }),
        both("labels: Nama Kepala Dinas", Said("S050"), |t| {
            label(t, "Nama Kepala", "Nama Kepala Dinas")
        }),
        both("labels: Nama Camat", Said("S050"), |t| {
            label(t, "Nama Kepala", "Nama Camat")
        }),
        both("labels: Nama Kepala SKPD", Said("S050"), |t| {
            label(t, "Nama Kepala", "Nama Kepala SKPD")
        }),
        both("labels: Kepala SKPD", Said("S050"), |t| {
            label(t, "Nama Kepala", "Kepala SKPD")
        }),
        both("labels: Nama Pejabat", Same, |t| {
            label(t, "Nama Kepala", "Nama Pejabat")
        }),
        both("labels: N I P", Said("S050"), |t| label(t, "NIP", "N I P")),
        both("labels: N.I.P.", Said("S050"), |t| {
            label(t, "NIP", "N.I.P.")
        }),
        both("labels: Nomor Induk Pegawai", Said("S050"), |t| {
            label(t, "NIP", "Nomor Induk Pegawai")
        }),
        both("labels: Tahun Renstra", Said("S050"), |t| {
            label(t, "Periode", "Tahun Renstra")
        }),
        both("labels: Periode Tahun", Said("S050"), |t| {
            label(t, "Periode", "Periode Tahun")
        }),
        both("labels: Jabatan Kepala OPD", Said("S050"), |t| {
            label(t, "Jabatan Kepala", "Jabatan Kepala OPD")
        }),
        both("labels: Tgl Penetapan", Said("S050"), |t| {
            label(t, "Tanggal", "Tgl Penetapan")
        }),
        both("labels: Tgl. Ditetapkan", Said("S050"), |t| {
            label(t, "Tanggal", "Tgl. Ditetapkan")
        }),
        both("labels: Kota Penetapan", Said("S050"), |t| {
            label(t, "Tempat", "Kota Penetapan")
        }),
        both("labels: Pemerintah Kota", Said("S050"), |t| {
            label(t, "Daerah", "Pemerintah Kota")
        }),
        both("labels: Kota", Said("S050"), |t| label(t, "Daerah", "Kota")),
        both("labels: Pangkat/Golongan", Same, |t| {
            label(t, "Pangkat", "Pangkat/Golongan")
        }),
        both("labels: Urusan Pemerintahan", Same, |t| {
            label(t, "Bidang Urusan", "Urusan Pemerintahan")
        }),
        both(
            "labels: a whole sheet of an office's own words",
            Said("S050"),
            |t| {
                labels(
                    t,
                    &[
                        ("Nama Perangkat Daerah", "Nama SKPD"),
                        ("Kode Perangkat Daerah", "Kode SKPD"),
                        ("Daerah", "Kab/Kota"),
                        ("Jabatan Kepala", "Jabatan Kepala SKPD"),
                        ("Nama Kepala", "Kepala SKPD"),
                        ("Pangkat", "Pangkat / Gol. Ruang"),
                        ("NIP", "NIP."),
                        ("Tempat", "Tempat Ditetapkan"),
                        ("Tanggal", "Tanggal Ditetapkan"),
                        ("Periode", "Periode Renstra (Tahun)"),
                        ("Dasar Hukum", "Dasar Hukum / Landasan Hukum"),
                    ],
                );
            },
        ),
    ]
}

trait IntoValue {
    fn into_value(self) -> Value;
}

impl IntoValue for String {
    fn into_value(self) -> Value {
        Value::Text(self)
    }
}
