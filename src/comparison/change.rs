//! What is different in a row or an indicator, in words.

use std::collections::BTreeSet;

use serde::Serialize;

use super::document::{Detail, Element, Measure};
use crate::model::{Rupiah, Tahun, Target, text};

/// One thing that is different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What it is: `pagu`, `target`, `satuan`, `uraian`.
    pub hal: String,
    /// The difference in words.
    pub teks: String,
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// The same.
    Tetap,
    /// Something in it is different.
    Berubah,
    /// Only in the second document.
    Baru,
    /// Only in the first document.
    Dihapus,
    /// Another unit answers for it, whatever else is different.
    BerpindahUnit,
}

/// What not every document says of its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Attribute {
    /// The unit in charge.
    Unit,
    /// What a row without a kode of its own stands under.
    Parent,
}

impl Fate {
    /// The word in the column Keterangan.
    pub fn word(self) -> &'static str {
        match self {
            Self::Tetap => "tetap",
            Self::Berubah => "berubah",
            Self::Baru => "baru",
            Self::Dihapus => "dihapus",
            Self::BerpindahUnit => "berpindah unit",
        }
    }
}

impl Change {
    fn new(hal: impl Into<String>, teks: impl Into<String>) -> Self {
        Self {
            hal: hal.into(),
            teks: teks.into(),
        }
    }

    /// A text that may be missing on either side; `None` if it is the same.
    pub(super) fn of_text(hal: &str, a: Option<&str>, b: Option<&str>) -> Option<Self> {
        let teks = match (a, b) {
            (Some(a), Some(b)) if text::one_line(a) != text::one_line(b) => {
                format!("{hal} \"{a}\" menjadi \"{b}\"")
            }
            (Some(a), None) => format!("{hal} dikosongkan (semula \"{a}\")"),
            (None, Some(b)) => format!("{hal} diisi \"{b}\""),
            _ => return None,
        };
        Some(Self::new(hal, teks))
    }
}

/// What is different between two rows that are one, their indicators aside.
pub(super) fn of_elements(
    a: &Element,
    b: &Element,
    years: &[Tahun],
    has: &dyn Fn(Attribute) -> bool,
) -> Vec<Change> {
    let mut list = Vec::new();
    list.extend(Change::of_text(
        "kode",
        a.kode.as_deref(),
        b.kode.as_deref(),
    ));
    list.extend(Change::of_text("uraian", Some(&a.uraian), Some(&b.uraian)));
    if has(Attribute::Unit) {
        list.extend(Change::of_text(
            "unit",
            a.unit.as_deref(),
            b.unit.as_deref(),
        ));
    }
    if has(Attribute::Parent) {
        let parent = Change::of_text("induk", a.induk.as_deref(), b.induk.as_deref());
        list.extend(parent);
    }
    list.extend(of_details(&a.details, &b.details));
    if !a.is_shared && !b.is_shared {
        let year = years.iter().map(|tahun| {
            let (a, b) = (a.pagu.get(tahun), b.pagu.get(tahun));
            of_money(&tahun.to_string(), a.copied(), b.copied())
        });
        let end = of_money("akhir periode", a.pagu_akhir, b.pagu_akhir);
        let lines: Vec<String> = year.chain([end]).flatten().collect();
        if !lines.is_empty() {
            list.push(Change::new("pagu", format!("pagu {}", lines.join("; "))));
        }
    }
    list
}

/// What is different between two indicators that are one.
pub(super) fn of_measures(a: &Measure, b: &Measure, years: &[Tahun]) -> Vec<Change> {
    let mut list = Vec::new();
    let name = Change::of_text("indikator", Some(&a.uraian), Some(&b.uraian));
    list.extend(name);
    let unit = Change::of_text("satuan", a.satuan.as_deref(), b.satuan.as_deref());
    list.extend(unit);
    list.extend(of_details(&a.details, &b.details));
    let year = years
        .iter()
        .map(|tahun| of_target(&tahun.to_string(), a.target.get(tahun), b.target.get(tahun)));
    let start = of_target("awal", a.target_awal.as_ref(), b.target_awal.as_ref());
    let end = of_target(
        "akhir periode",
        a.target_akhir.as_ref(),
        b.target_akhir.as_ref(),
    );
    let lines: Vec<String> = std::iter::once(start)
        .chain(year)
        .chain([end])
        .flatten()
        .collect();
    if !lines.is_empty() {
        list.push(Change::new(
            "target",
            format!("target {}", lines.join("; ")),
        ));
    }
    list
}

fn of_details(a: &[Detail], b: &[Detail]) -> Vec<Change> {
    let find = |list: &[Detail], label: &str| -> Option<String> {
        let own = list.iter().filter(|(own, _)| own == label);
        let text: Vec<&str> = own.map(|(_, text)| text.as_str()).collect();
        (!text.is_empty()).then(|| text.join("; "))
    };
    let label: BTreeSet<&str> = a.iter().chain(b).map(|(label, _)| &**label).collect();
    let change =
        |label: &str| Change::of_text(label, find(a, label).as_deref(), find(b, label).as_deref());
    label.into_iter().filter_map(change).collect()
}

fn of_money(when: &str, a: Option<Rupiah>, b: Option<Rupiah>) -> Option<String> {
    match (a, b) {
        (Some(a), Some(b)) if a != b => {
            let way = match b.checked_sub(a) {
                Some(more) if more > Rupiah::ZERO => format!(" (bertambah {more})"),
                Some(less) => format!(" (berkurang {})", -less),
                None => String::new(),
            };
            Some(format!("{when}: {a} menjadi {b}{way}"))
        }
        (Some(a), None) => Some(format!("{when}: {a} dikosongkan")),
        (None, Some(b)) => Some(format!("{when}: diisi {b}")),
        _ => None,
    }
}

fn of_target(when: &str, a: Option<&Target>, b: Option<&Target>) -> Option<String> {
    match (a, b) {
        (Some(a), Some(b)) if !is_same(a, b) => Some(format!("{when}: {a} menjadi {b}")),
        (Some(a), None) => Some(format!("{when}: {a} dikosongkan")),
        (None, Some(b)) => Some(format!("{when}: diisi {b}")),
        _ => None,
    }
}

/// Whether two targets are one: as numbers where they are, else letter by letter.
pub(super) fn is_same(a: &Target, b: &Target) -> bool {
    match (a.nilai(), b.nilai()) {
        (Some(own), Some(other)) => own == other && a.persen() == b.persen(),
        _ => text::one_line(a.teks()) == text::one_line(b.teks()),
    }
}
