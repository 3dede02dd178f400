//! Tables that count the staff, with how many of each status they name.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::plan;
use crate::diagnostic::Origin;
use crate::model::{Entry, Renstra, SelTambahan, TabelTambahan, number, text};

/// Statuses with the words for them. A longer wording stands before one that it
/// contains.
const STATUS: [(&str, &[&str]); 5] = [
    ("CPNS", &["calon pegawai negeri sipil", "cpns"]),
    ("PNS", &["pegawai negeri sipil", "pns"]),
    (
        "PPPK",
        &["pegawai pemerintah dengan perjanjian kerja", "pppk", "p3k"],
    ),
    ("pegawai non-ASN", &["non asn"]),
    ("tenaga honorer", &["honorer"]),
];

/// Words of a caption that say that a table counts people.
const PEOPLE: [&str; 6] = [
    "pegawai",
    "sdm",
    "asn",
    "aparatur",
    "personil",
    "sumber daya manusia",
];

/// Words of a caption with which a part of the agency begins.
const UNIT: [&str; 11] = [
    "upt",
    "uptd",
    "puskesmas",
    "kelurahan",
    "desa",
    "sekolah",
    "rsud",
    "bidang",
    "seksi",
    "cabang",
    "subbagian",
];

/// What a table counts.
pub struct Headcount {
    /// How a reader knows the table.
    pub nama: String,
    /// Years of its caption.
    pub tahun: BTreeSet<String>,
    /// The part of the agency that its caption names.
    pub unit: Option<String>,
    /// All people of the table.
    pub jumlah: Decimal,
    /// People of a status, with the cells that say so.
    pub status: BTreeMap<&'static str, (Decimal, Vec<Origin>)>,
}

/// All tables of staff: the groups of the sheet Pegawai, then the agency's own.
pub fn headcounts(renstra: &Renstra) -> Vec<Headcount> {
    let opd = renstra.identitas.nama.value();
    let opd = opd.map(|nama| text::plain(nama)).unwrap_or_default();
    let own = renstra
        .tambahan
        .iter()
        .filter(|table| table.lembar.is_none());
    let mut list = groups(renstra);
    list.extend(own.filter_map(|table| tambahan(table, &opd)));
    list
}

/// A line of a table: what it counts, how many, where.
type Line<'a> = (&'a str, Decimal, Origin);

fn groups(renstra: &Renstra) -> Vec<Headcount> {
    let mut list: BTreeMap<&str, Vec<Line<'_>>> = BTreeMap::new();
    for row in &renstra.pegawai {
        if let Some(jumlah) = row.jumlah.located() {
            let line = (
                row.uraian.value.as_str(),
                jumlah.value,
                jumlah.origin.clone(),
            );
            list.entry(&row.kelompok.value).or_default().push(line);
        }
    }
    list.into_iter()
        .map(|(kelompok, line)| {
            let jumlah = line.iter().map(|(_, number, _)| *number).sum();
            Headcount {
                nama: format!("lembar Pegawai, {kelompok}"),
                tahun: BTreeSet::new(),
                unit: None,
                jumlah,
                status: by_status(&line, jumlah),
            }
        })
        .collect()
}

/// An agency's own table with a row of totals and one column `Jumlah`.
fn tambahan(table: &TabelTambahan, opd: &str) -> Option<Headcount> {
    // A row merged over others is a parent, and its parts would count twice.
    if table.isi.iter().flatten().any(|cell| cell.baris > 1) {
        return None;
    }
    let heading = places(&table.kepala);
    let title = text::plain(&table.judul);
    let named = heading.iter().filter_map(|(_, cell)| cell.teks.value());
    let words = named.fold(title.clone(), |all, name| all + " " + &text::plain(name));
    if !PEOPLE.iter().any(|word| has(&words, word)) {
        return None;
    }
    let col = one(heading.iter().filter(|(_, cell)| is_total(cell)))?.0;
    let mut total = None;
    let mut line = Vec::new();
    for row in &table.isi {
        let Some((number, origin)) = at(row, col).and_then(number) else {
            continue;
        };
        if row.iter().any(is_total) {
            if total.replace(number).is_some() {
                return None;
            }
        } else if let Some(label) = label(row, col) {
            line.push((label, number, origin));
        }
    }
    let jumlah = total?;
    let bare = title.replace(opd, " ");
    let word: Vec<&str> = bare.split_whitespace().collect();
    let (tahun, rest): (Vec<&str>, Vec<&str>) = word.into_iter().partition(is_year);
    let unit = rest.iter().position(|word| UNIT.contains(word));
    Some(Headcount {
        nama: format!("tabel \"{}\"", plan::one_line(&table.judul)),
        tahun: tahun.into_iter().map(str::to_owned).collect(),
        unit: unit.map(|at| rest[at..].join(" ")),
        jumlah,
        status: by_status(&line, jumlah),
    })
}

/// People of each status. One that several lines name is counted only if the
/// lines make up the whole table; one that a line shares with another never.
fn by_status(
    lines: &[Line<'_>],
    jumlah: Decimal,
) -> BTreeMap<&'static str, (Decimal, Vec<Origin>)> {
    let mut list: BTreeMap<&'static str, (Decimal, Vec<Origin>)> = BTreeMap::new();
    let mut shared: BTreeSet<&'static str> = BTreeSet::new();
    for (label, number, origin) in lines {
        let named = statuses(label);
        if let [status] = named[..] {
            let entry = list.entry(status).or_default();
            entry.0 += *number;
            entry.1.push(origin.clone());
        } else {
            shared.extend(named);
        }
    }
    let whole = lines.iter().map(|(_, number, _)| *number).sum::<Decimal>() == jumlah;
    list.retain(|status, (_, origin)| !shared.contains(status) && (whole || origin.len() == 1));
    list
}

/// The statuses that a label names.
fn statuses(label: &str) -> Vec<&'static str> {
    let mut rest = format!(" {} ", text::plain(label));
    // Whoever is no PNS may be PPPK or neither.
    if rest.contains(" non pns ") {
        return vec!["PPPK", "pegawai non-ASN"];
    }
    let mut found = Vec::new();
    for (status, words) in STATUS {
        for word in words {
            let word = format!(" {word} ");
            if rest.contains(&word) {
                rest = rest.replace(&word, "  ");
                found.push(status);
            }
        }
    }
    found.dedup();
    found
}

fn has(text: &str, word: &str) -> bool {
    format!(" {text} ").contains(&format!(" {word} "))
}

fn is_year(word: &&str) -> bool {
    word.len() == 4 && word.starts_with("20") && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_total(cell: &SelTambahan) -> bool {
    let Some(text) = cell.teks.value() else {
        return false;
    };
    let plain = text::plain(text);
    matches!(
        plain.as_str(),
        "jumlah" | "total" | "jumlah orang" | "jumlah pegawai"
    )
}

/// The only one.
fn one<T>(mut list: impl Iterator<Item = T>) -> Option<T> {
    let first = list.next()?;
    list.next().is_none().then_some(first)
}

/// Cells of a heading with their columns; what a cell merged downwards covers is
/// not in the row below.
fn places(row: &[Vec<SelTambahan>]) -> Vec<(usize, &SelTambahan)> {
    let mut list = Vec::new();
    let mut free: BTreeMap<usize, usize> = BTreeMap::new();
    for (number, row) in row.iter().enumerate() {
        let mut col = 0;
        for cell in row {
            while free.get(&col).is_some_and(|from| *from > number) {
                col += 1;
            }
            list.push((col, cell));
            for _ in 0..cell.kolom {
                free.insert(col, number + usize::from(cell.baris));
                col += 1;
            }
        }
    }
    list
}

/// The cell that begins in a column.
fn at(row: &[SelTambahan], wanted: usize) -> Option<&SelTambahan> {
    let mut col = 0;
    row.iter().find(|cell| {
        let here = col;
        col += usize::from(cell.kolom);
        here == wanted
    })
}

/// The words of a row, before the column of numbers.
fn label(row: &[SelTambahan], before: usize) -> Option<&str> {
    let text = row.iter().take(before).filter_map(|cell| cell.teks.value());
    let mut word = text.filter(|text| text.chars().any(char::is_alphabetic));
    word.next().map(String::as_str)
}

/// The number that a cell begins with: `35 orang` is 35.
fn number(cell: &SelTambahan) -> Option<(Decimal, Origin)> {
    let Entry::Filled(located) = &cell.teks else {
        return None;
    };
    let word = located.value.split_whitespace().next()?;
    Some((number::parse(word).ok()?, located.origin.clone()))
}
