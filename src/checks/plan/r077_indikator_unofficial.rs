#![doc = include_str!("r077_indikator_unofficial.md")]

use std::collections::BTreeMap;

use super::{Rule, Subject};
use crate::checks::shared::plan;
use crate::diagnostic::{Code, Diagnostics, Origin, Severity};
use crate::model::{Indikator, Level, PaguRow, text};
use crate::nomenklatur::{self, Daftar, Nomenklatur};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R077"),
    severity: Severity::Warning,
    text: include_str!("r077_indikator_unofficial.md"),
    check,
};

/// A difference, reported once with all cells where units repeat a sub kegiatan.
struct Difference {
    what: &'static str,
    typed: String,
    official: String,
    origin: Vec<Origin>,
}

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let list = plan::nomenklatur(subject.renstra);
    let mut found: BTreeMap<(String, String), Difference> = BTreeMap::new();
    for (_, row) in plan::coded(subject.renstra) {
        let kode = &row.kode.value;
        if kode.level() != Level::SubKegiatan || !Daftar::covers(kode) {
            continue;
        }
        let Some(entry) = list.find(kode) else {
            continue;
        };
        // Under a wrong name the official indicator is that of something else.
        let named = row.uraian.value();
        if named.is_some_and(|named| !nomenklatur::same(named, &entry.uraian)) {
            continue;
        }
        let Some((what, typed, official, origin)) = differs(row, entry) else {
            continue;
        };
        found
            .entry((kode.to_string(), text::plain(typed)))
            .or_insert_with(|| Difference {
                what,
                typed: plan::one_line(typed),
                official: official.to_owned(),
                origin: Vec::new(),
            })
            .origin
            .push(origin);
    }
    for ((kode, _), it) in found {
        let Some(first) = it.origin.first().cloned() else {
            continue;
        };
        out.emit(
            RULE.finding(
                first,
                format!(
                    "{} sub kegiatan {kode} berbeda dengan nomenklatur resmi",
                    it.what
                ),
            )
            .path(kode)
            .figure("tertulis", it.typed, it.origin)
            .figure("nomenklatur", it.official, [])
            .note("daftar", list.dasar)
            .hint(format!(
                "salin {} resminya; indikator tambahan boleh ditulis sesudahnya",
                it.what
            )),
        );
    }
}

/// What is written against what is official, with its cell. Further indicators
/// next to the official one are the agency's own.
fn differs<'a>(
    row: &'a PaguRow,
    entry: &'a Nomenklatur,
) -> Option<(&'static str, &'a str, &'a str, Origin)> {
    let official = entry.indikator.as_deref()?;
    let first = row.indikator.first()?;
    let same = |own: &&Indikator| is_official(&own.uraian.value, official);
    let Some(own) = row.indikator.iter().find(same) else {
        let uraian = &first.uraian;
        return Some(("indikator", &uraian.value, official, uraian.origin.clone()));
    };
    let unit = entry.satuan.as_deref()?;
    let typed = own.satuan.located()?;
    (text::plain(&typed.value) != text::plain(unit)).then_some((
        "satuan",
        typed.value.as_str(),
        unit,
        typed.origin.clone(),
    ))
}

/// Whether an indicator is the official one but for blanks (`di pelihara`) and its
/// unit in brackets behind it, as SIPD-RI exports it.
fn is_official(typed: &str, official: &str) -> bool {
    let same = |typed: &str| {
        let squeeze = |text: &str| text::plain(text).replace(' ', "");
        nomenklatur::same(typed, official) || squeeze(typed) == squeeze(official)
    };
    let bare = typed.trim_end().strip_suffix(')');
    let bare = bare.and_then(|typed| Some(typed.rsplit_once('(')?.0));
    same(typed) || bare.is_some_and(same)
}
