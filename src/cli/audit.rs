//! `renstra audit`: what became of every cell of a workbook.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Serialize;

use super::args::{AuditArgs, DiagnosticFormat, General};
use super::report::{self, Report, SCHEMA};
use super::{CommandError, Outcome, options};
use crate::audit::{Audit, AuditedCell, Fate, SheetAudit};
use crate::pipeline::{self, Library};

/// How much of a cell is quoted, in characters.
const QUOTE: usize = 60;

pub(super) fn run(
    args: &AuditArgs,
    general: &General,
    report: &mut Report,
) -> Result<Outcome, CommandError> {
    let library = Library::new(general.templates.as_deref(), &args.font_path)?;
    let inspection = pipeline::inspect(&library, &args.workbook, &options(general))?;
    if !inspection.readable {
        report.findings(&inspection.findings)?;
        return Ok(Outcome::Findings);
    }
    let draft = inspection.findings.has_error();
    let typeset = inspection.typeset(&library, draft)?;
    let mut audit = inspection.audit_pages(&typeset);
    if !args.lembar.is_empty() {
        let known = |sheet: &SheetAudit| args.lembar.iter().any(|name| *name == name_of(sheet));
        if let Some(unknown) = args
            .lembar
            .iter()
            .find(|name| audit.sheets.iter().all(|sheet| name_of(sheet) != **name))
        {
            return Err(CommandError::Usage(format!(
                "lembar \"{unknown}\" tidak ada pada buku kerja ini"
            )));
        }
        audit.sheets.retain(known);
    }
    let all = args.sel || general.verbose;
    let text = match general.diagnostic_format {
        DiagnosticFormat::Json => json(&audit)?,
        _ if args.halaman => by_page(&audit, typeset.page_count()),
        _ => by_sheet(&audit, all),
    };
    report::data(text.as_bytes())?;
    Ok(if audit.counts().lost > 0 {
        Outcome::Findings
    } else {
        Outcome::Clean
    })
}

fn name_of(sheet: &SheetAudit) -> &str {
    sheet.origin.sheet.as_deref().unwrap_or_default()
}

fn by_sheet(audit: &Audit, all: bool) -> String {
    let mut out = String::new();
    for sheet in audit.sheets.iter().filter(|sheet| !sheet.cells.is_empty()) {
        let _ = writeln!(out, "{}", name_of(sheet));
        let _ = writeln!(out, "  {}", sheet.counts());
        for (reason, count) in sheet.reasons() {
            let _ = writeln!(out, "    tidak untuk dicetak, {}: {count}", reason.word());
        }
        for cell in &sheet.cells {
            let quiet = matches!(cell.fate, Fate::Printed(_) | Fate::Omitted(_));
            if all || !quiet {
                let _ = writeln!(
                    out,
                    "    {:<6} {} — {}",
                    cell.at.to_string(),
                    quote(&cell.text),
                    fate(cell)
                );
            }
        }
    }
    let _ = writeln!(out, "Seluruh buku kerja");
    let _ = writeln!(out, "  {}", audit.counts());
    out
}

fn by_page(audit: &Audit, pages: usize) -> String {
    let mut list: BTreeMap<usize, OnPage<'_>> = BTreeMap::new();
    for (sheet, cell) in audit.cells() {
        let Fate::Printed(places) = &cell.fate else {
            continue;
        };
        for place in places {
            let page = list.entry(place.page).or_default();
            page.entry((place.table.as_deref(), name_of(sheet)))
                .or_default()
                .push(cell.at.to_string());
        }
    }
    let mut out = String::new();
    for page in 1..=pages {
        let _ = writeln!(out, "Halaman {page} dari {pages}");
        let Some(places) = list.get(&page) else {
            let _ = writeln!(out, "  tidak memuat sel");
            continue;
        };
        for ((table, sheet), cells) in places {
            let _ = writeln!(
                out,
                "  {} ← {sheet}: {} sel ({})",
                table.unwrap_or("naskah"),
                cells.len(),
                cells.join(", ")
            );
        }
    }
    out
}

fn fate(cell: &AuditedCell) -> String {
    match &cell.fate {
        Fate::Printed(places) => {
            let places: Vec<String> = places
                .iter()
                .map(|place| match &place.table {
                    Some(table) => format!("halaman {} ({table})", place.page),
                    None => format!("halaman {}", place.page),
                })
                .collect();
            format!("tercetak pada {}", places.join(", "))
        }
        Fate::Reported(code) => format!("dilaporkan oleh {code}"),
        Fate::Omitted(reason) => format!("tidak untuk dicetak: {}", reason.word()),
        Fate::Lost(None) => "TANPA NASIB: tidak tercetak dan tidak dilaporkan".to_owned(),
        Fate::Lost(Some(instead)) => {
            format!("TANPA NASIB: yang tercetak di tempatnya \"{instead}\"")
        }
    }
}

fn quote(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= QUOTE {
        return line;
    }
    line.chars().take(QUOTE - 1).chain("…".chars()).collect()
}

/// Cells of a page by table and sheet.
type OnPage<'a> = BTreeMap<(Option<&'a str>, &'a str), Vec<String>>;

/// One line a cell.
#[derive(Serialize)]
struct Line<'a> {
    schema: u8,
    file: &'a str,
    sheet: &'a str,
    cell: String,
    text: &'a str,
    fate: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    places: Vec<PlaceLine<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    instead: Option<&'a str>,
}

#[derive(Serialize)]
struct PlaceLine<'a> {
    page: usize,
    table: Option<&'a str>,
}

fn json(audit: &Audit) -> Result<String, CommandError> {
    let mut out = String::new();
    for (sheet, cell) in audit.cells() {
        let mut line = Line {
            schema: SCHEMA,
            file: &sheet.origin.file,
            sheet: name_of(sheet),
            cell: cell.at.to_string(),
            text: &cell.text,
            fate: "printed",
            places: Vec::new(),
            code: None,
            reason: None,
            instead: None,
        };
        match &cell.fate {
            Fate::Printed(places) => {
                let places = places.iter().map(|place| PlaceLine {
                    page: place.page,
                    table: place.table.as_deref(),
                });
                line.places = places.collect();
            }
            Fate::Reported(code) => {
                line.fate = "reported";
                line.code = Some(code.0);
            }
            Fate::Omitted(reason) => {
                line.fate = "omitted";
                line.reason = Some(reason.word());
            }
            Fate::Lost(instead) => {
                line.fate = "lost";
                line.instead = instead.as_deref();
            }
        }
        out.push_str(&serde_json::to_string(&line).map_err(pipeline::PipelineError::from)?);
        out.push('\n');
    }
    Ok(out)
}
