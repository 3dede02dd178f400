//! Control figures of a workbook: rows per sheet and money per year, for comparing with
//! Excel.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use crate::checks;
use crate::cli::report::Report;
use crate::diagnostic::Fact;
use crate::model::Worksheet;
use crate::pipeline::Inspection;

/// How much is said.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent {
    /// Each sheet and each year.
    pub whole: bool,
    /// The city's other workbooks are compared as well.
    pub with_city: bool,
}

/// Whether the pages were looked at.
#[derive(Debug, Clone, Copy)]
pub(super) enum Layout {
    /// All of a final's pages, which are so many.
    Checked(usize),
    /// There is no final while an error stands.
    AfterErrors,
    /// The user wants none.
    Unasked,
    /// They could not be made, which was said.
    Failed,
}

impl Layout {
    fn line(self) -> Option<String> {
        match self {
            Self::Checked(pages) => Some(format!("tata letak: {pages} halaman diperiksa")),
            Self::AfterErrors => {
                Some("tata letak belum diperiksa karena masih ada galat".to_owned())
            }
            Self::Unasked => Some("tata letak tidak diperiksa (--tanpa-tata-letak)".to_owned()),
            Self::Failed => None,
        }
    }
}

/// Says the figures of a workbook below its line.
pub(super) fn say(
    inspection: &Inspection,
    extent: Extent,
    layout: Layout,
    report: &mut Report,
) -> io::Result<()> {
    if inspection.account.is_empty() {
        return Ok(());
    }
    if extent.whole {
        for entry in &inspection.account {
            let sheet = entry.origin.sheet.as_deref().unwrap_or_default();
            report.answer(&format!(
                "  {sheet:<28} {:>5} baris = {} dipakai + {} dilaporkan",
                entry.seen, entry.used, entry.reported
            ))?;
        }
    } else {
        report.answer(&format!("  {}", rows(inspection)))?;
    }
    report.answer(&format!("  {}", inspection.audit.counts()))?;
    if let Some(line) = layout.line() {
        report.answer(&format!("  {line}"))?;
    }
    for line in money(inspection, extent.whole) {
        report.answer(&format!("  {line}"))?;
    }
    if let Some(rpjmd) = &inspection.rpjmd {
        report.answer(&format!(
            "  RPJMD: {}, {} program",
            rpjmd.berkas,
            rpjmd.program.len()
        ))?;
    }
    let blank = inspection
        .findings
        .iter()
        .flat_map(|finding| &finding.facts)
        .any(|fact| *fact == Fact::BlankRpjmd);
    // A blank RPJMD has its own finding.
    if inspection.rpjmd.is_none() && !blank {
        report.answer("  RPJMD: tidak ada; keselarasan dengan RPJMD tidak diperiksa")?;
    }
    let unchecked = checks::unchecked::lines(
        &inspection.regulation,
        inspection.rpjmd.is_some(),
        inspection.has_sebelumnya,
        !extent.with_city,
    );
    for line in unchecked {
        report.answer(&format!("  {line}"))?;
    }
    Ok(())
}

/// `412 baris dari 21 lembar: semua dipakai`, or which sheets have rows that are reported.
fn rows(inspection: &Inspection) -> String {
    let account = &inspection.account;
    let seen: usize = account.iter().map(|entry| entry.seen).sum();
    let reported: Vec<String> = account
        .iter()
        .filter(|entry| entry.reported > 0)
        .map(|entry| {
            let sheet = entry.origin.sheet.as_deref().unwrap_or_default();
            format!("{} pada {sheet}", entry.reported)
        })
        .collect();
    let sheets: BTreeSet<_> = account
        .iter()
        .map(|entry| entry.origin.sheet_index)
        .collect();
    let fate = if reported.is_empty() {
        "semua dipakai".to_owned()
    } else {
        format!("yang dilaporkan dan tidak dipakai: {}", reported.join(", "))
    };
    format!("{seen} baris dari {} lembar: {fate}", sheets.len())
}

/// The programs' money, each year or all years in one line.
fn money(inspection: &Inspection, whole: bool) -> Vec<String> {
    let money = &inspection.renstra.pendanaan;
    let sums: BTreeMap<_, _> = money
        .years()
        .into_iter()
        .map(|tahun| (tahun, money.pagu_year(tahun).unwrap_or_default()))
        .collect();
    if sums.is_empty() {
        return Vec::new();
    }
    let left: usize = inspection
        .account
        .iter()
        .filter(|entry| entry.id.is_some_and(Worksheet::is_funding))
        .map(|entry| entry.reported)
        .sum();
    // A sum that lacks rows must not be taken for the office's own.
    let left = match left {
        0 => String::new(),
        rows => format!(" (tanpa {rows} baris yang dilaporkan)"),
    };
    if whole {
        return sums
            .iter()
            .map(|(tahun, sum)| format!("jumlah pagu program {tahun}: Rp{sum}{left}"))
            .collect();
    }
    let sums: Vec<String> = sums
        .iter()
        .map(|(tahun, sum)| format!("{tahun} Rp{sum}"))
        .collect();
    vec![format!("jumlah pagu program: {}{left}", sums.join("; "))]
}
