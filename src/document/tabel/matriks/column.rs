//! Columns from their description to the printed ones, and their heading.

use std::collections::BTreeMap;

use super::cells::Kepala;
use crate::model::Tahun;
use crate::regulation::{Kolom, roman};

/// A column as printed.
#[derive(Clone, Copy)]
pub(super) struct Physical<'k> {
    /// Its description.
    pub(super) kolom: &'k Kolom,
    /// Its place among the descriptions; columns of one are alike.
    pub(super) at: usize,
    /// Its year, where it stands once a year.
    pub(super) tahun: Option<Tahun>,
}

/// Columns with one a year; neighbours under one group alternate year by year. One that
/// stands only where it is filled is left out in the years for which `filled` says no.
pub(super) fn expand<'k>(
    kolom: &[&'k Kolom],
    years: &[Tahun],
    filled: impl Fn(&str, Tahun) -> bool,
) -> Vec<Physical<'k>> {
    let mut list = Vec::new();
    let mut rest = kolom;
    while let Some(first) = rest.first() {
        let begin = kolom.len() - rest.len();
        if !first.yearly() {
            list.push(Physical {
                kolom: first,
                at: begin,
                tahun: None,
            });
            rest = &rest[1..];
            continue;
        }
        let together = rest
            .iter()
            .take_while(|kolom| kolom.yearly() && kolom.group() == first.group())
            .count();
        let (group, behind) = rest.split_at(together);
        for tahun in years {
            let columns = group.iter().zip(begin..);
            let shown =
                columns.filter(|(kolom, _)| !kolom.bila_terisi || filled(&kolom.isi, *tahun));
            list.extend(shown.map(|(kolom, at)| Physical {
                kolom,
                at,
                tahun: Some(*tahun),
            }));
        }
        rest = behind;
    }
    list
}

/// The rows of the heading; a part that neighbours share is one cell over them. `unit`
/// has what its placeholders of units stand for.
pub(super) fn heading(
    physical: &[Physical<'_>],
    tahun_awal: Option<Tahun>,
    unit: &BTreeMap<&str, String>,
) -> Vec<Vec<Kepala>> {
    let mut stages: Vec<Tahun> = physical.iter().filter_map(|p| p.tahun).collect();
    stages.sort_unstable();
    stages.dedup();
    let path: Vec<Vec<String>> = physical
        .iter()
        .map(|p| {
            let fill = |part: &String| {
                let year = |tahun: Option<Tahun>| tahun.map(|t| t.to_string()).unwrap_or_default();
                let part = match tahun_awal {
                    Some(_) => part.clone(),
                    // The word alone would wait for a number.
                    None => part
                        .replace("({tahun_awal})", "")
                        .replace("Tahun {tahun_awal}", ""),
                };
                let units = unit.iter();
                let part = units.fold(part, |part, (name, unit)| part.replace(name, unit));
                let nth = p
                    .tahun
                    .and_then(|own| stages.iter().position(|tahun| *tahun == own));
                let nth = nth.and_then(|at| u16::try_from(at + 1).ok());
                part.replace("{ke}", &nth.map(roman).unwrap_or_default())
                    .replace("{tahun}", &year(p.tahun))
                    .replace("{tahun_awal}", &year(tahun_awal))
                    .trim()
                    .to_owned()
            };
            p.kolom.judul.iter().map(fill).collect()
        })
        .collect();
    let height = path.iter().map(Vec::len).max().unwrap_or(1);
    (0..height)
        .map(|level| {
            let mut row = Vec::new();
            let mut at = 0;
            while let Some(own) = path.get(at) {
                let Some(teks) = own.get(level) else {
                    at += 1;
                    continue;
                };
                let leaf = own.len() == level + 1;
                let span = path[at..]
                    .iter()
                    .take_while(|other| {
                        !leaf && other.len() > level + 1 && other[..=level] == own[..=level]
                    })
                    .count()
                    .max(1);
                row.push(Kepala {
                    teks: teks.clone(),
                    kolom: span,
                    baris: if leaf { height - level } else { 1 },
                });
                at += span;
            }
            row
        })
        .collect()
}
