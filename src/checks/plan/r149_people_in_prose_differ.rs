#![doc = include_str!("r149_people_in_prose_differ.md")]

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::{Rule, Subject};
use crate::checks::shared::numeral::spoken;
use crate::checks::shared::sentence::{Sentence, sentences};
use crate::checks::shared::{plan, prose, staff};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Renstra, number, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R149"),
    severity: Severity::Warning,
    text: include_str!("r149_people_in_prose_differ.md"),
    check,
};

/// Words behind a number of staff.
const STAFF: [&str; 6] = [
    "orang pegawai",
    "pegawai",
    "orang aparatur",
    "orang asn",
    "aparatur",
    "personel",
];

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let renstra = subject.renstra;
    let staff = headcounts(renstra);
    let villages = villages(renstra);
    for narasi in &renstra.narasi {
        let typed = prose::typed(&narasi.isi.value);
        for sentence in sentences(&typed) {
            for (number, behind) in numbers(&sentence) {
                let is_staff = STAFF.iter().any(|what| starts(&behind, what));
                let (what, known) = if is_staff && !staff.is_empty() {
                    ("pegawai", &staff)
                } else if starts(&behind, "kelurahan") && !villages.is_empty() {
                    ("kelurahan", &villages)
                } else {
                    continue;
                };
                let number = Decimal::from(number);
                if known.contains(&number) {
                    continue;
                }
                let right = known.last().copied().unwrap_or_default();
                out.emit(
                    RULE.finding(
                        narasi.isi.origin.clone(),
                        format!(
                            "naskah menyebut {} {what}, tabelnya memuat {}",
                            number::print(number),
                            number::print(right)
                        ),
                    )
                    .path(narasi.slot.value.clone())
                    .figure("naskah", number::print(number), [narasi.isi.origin.clone()])
                    .figure("tabel", number::print(right), [])
                    .hint(format!("samakan jumlah {what} dengan tabelnya")),
                );
            }
        }
    }
}

/// Numbers of a sentence, in digits or words, with the words behind each.
fn numbers(sentence: &Sentence<'_>) -> Vec<(u64, String)> {
    let mut list = Vec::new();
    let mut at = 0;
    while at < sentence.words.len() {
        let words = sentence.from(at, 8);
        let digits = words[0].replace(' ', "");
        let read = digits.parse().ok().map(|number| (number, 1));
        let Some((number, used)) = read.or_else(|| spoken(&words)) else {
            at += 1;
            continue;
        };
        // `lima (5) kelurahan`, `5 (lima) kelurahan`
        let mut behind = sentence.from(at + used, 12);
        let again = behind.first().and_then(|word| word.parse::<u64>().ok());
        let skip = match again {
            Some(again) if again == number => 1,
            _ => spoken(&behind).map_or(0, |(_, used)| used),
        };
        behind.drain(..skip);
        // A part of them: `dua dari delapan kelurahan`.
        if sentence.before(at, 1) != ["dari"] && behind.first() != Some(&"dari") {
            list.push((number, behind.join(" ")));
        }
        at += used + skip;
    }
    list
}

fn starts(text: &str, phrase: &str) -> bool {
    text == phrase || text.starts_with(&format!("{phrase} "))
}

/// Every number of staff that a table names; the largest is the whole.
fn headcounts(renstra: &Renstra) -> BTreeSet<Decimal> {
    let mut known = BTreeSet::new();
    for table in staff::headcounts(renstra) {
        known.insert(table.jumlah);
        known.extend(table.status.values().map(|(number, _)| *number));
    }
    for row in &renstra.pegawai {
        let cells = [&row.jumlah, &row.laki_laki, &row.perempuan];
        known.extend(cells.into_iter().filter_map(|cell| cell.value().copied()));
    }
    for column in [0, 1] {
        let mut sum = std::collections::BTreeMap::<&str, Decimal>::new();
        for row in &renstra.pegawai {
            let cell = if column == 0 {
                &row.laki_laki
            } else {
                &row.perempuan
            };
            *sum.entry(&row.kelompok.value).or_default() +=
                cell.value().copied().unwrap_or_default();
        }
        known.extend(sum.into_values());
    }
    known
}

/// How many kelurahan a kecamatan names among its posts and units.
fn villages(renstra: &Renstra) -> BTreeSet<Decimal> {
    let nama = renstra.identitas.nama.value();
    if !nama.is_some_and(|nama| text::plain(nama).starts_with("kecamatan")) {
        return BTreeSet::new();
    }
    let posts = renstra
        .struktur
        .iter()
        .map(|post| post.jabatan.value.as_str());
    let rows = plan::coded(renstra).into_iter();
    let units = rows.filter_map(|(_, row)| row.unit.value().map(String::as_str));
    let names: BTreeSet<String> = posts
        .chain(units)
        .flat_map(|name| name.split(['\n', ';']))
        .filter_map(|name| {
            let plain = text::same_form(name);
            let village = plain
                .strip_prefix("kelurahan ")
                .or_else(|| plain.strip_prefix("lurah "));
            village.map(str::to_owned)
        })
        .collect();
    if names.len() < 2 {
        return BTreeSet::new();
    }
    BTreeSet::from([Decimal::from(names.len())])
}
