//! Rules that say nothing because what they need is not there: counted, so that
//! silence is not taken for praise.

use super::{city, plan};
use crate::regulation::{Regulation, Tingkat};

/// Rules over a plan that are silent without an RPJMD.
const NEEDS_RPJMD: [&str; 21] = [
    "R030", "R031", "R032", "R033", "R034", "R035", "R036", "R037", "R038", "R039", "R040", "R041",
    "R042", "R043", "R044", "R045", "R047", "R082", "R083", "R084", "R156",
];

/// Rules over a plan that are silent without its earlier version.
const NEEDS_SEBELUMNYA: [&str; 1] = ["R099"];

/// How many rules could not look, and why, one line a reason.
pub fn lines(
    regulation: &Regulation,
    has_rpjmd: bool,
    has_sebelumnya: bool,
    is_alone: bool,
) -> Vec<String> {
    let applied = |code: &&str| {
        let stated = regulation.aturan.get(*code);
        stated.is_none_or(|aturan| aturan.tingkat != Some(Tingkat::Mati))
    };
    let of_plan = |needs: &[&'static str]| {
        let known = plan::ALL.iter().map(|rule| rule.code.0);
        known
            .filter(|code| needs.contains(code) && applied(code))
            .count()
    };
    let of_city = city::ALL.iter().map(|rule| rule.code.0);
    let reasons = [
        (!has_rpjmd, of_plan(&NEEDS_RPJMD), "RPJMD tidak ada"),
        (
            !has_sebelumnya,
            of_plan(&NEEDS_SEBELUMNYA),
            "Renstra sebelumnya tidak ada",
        ),
        (
            is_alone,
            of_city.filter(applied).count(),
            "buku kerja Perangkat Daerah lain tidak ikut diperiksa",
        ),
    ];
    reasons
        .into_iter()
        .filter(|(missing, count, _)| *missing && *count > 0)
        .map(|(_, count, why)| format!("{count} aturan tidak diperiksa karena {why}"))
        .collect()
}
