//! Two workbooks read for a comparison: what they say, without the rules.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::open::open;
use super::settings_file::load_config;
use super::workbook_kind::{self, WorkbookKind};
use super::{
    Composition, Library, Options, PipelineError, Printout, compose, dasar_hukum, sheet_settings,
};
use crate::comparison::{self, Comparison, Document, PlanSource};
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Origin, Severity};
use crate::document;
use crate::model::{Renja, Renstra, Rpjmd, Tanggal, Worksheet};
use crate::normalise;
use crate::regulation::Regulation;
use crate::sheets::{self, migrate, migrate::MigratedRow, table::Account};
use crate::workbook::{Sheet, Workbook};

/// Template of a comparison.
const PERBANDINGAN: &str = "/perbandingan/main.typ";

/// A document before the other one is known.
enum Read {
    Plan(Box<Renstra>, Box<Document>),
    Rpjmd(Box<Rpjmd>),
    Renja(Box<Renja>, Box<Document>),
}

/// What the RPJMD says of the programs of a Renja, as a Renja states it.
fn given_in(rpjmd: &Rpjmd, renja: &Renja) -> Document {
    let mut given = Document::of_rpjmd_in(rpjmd, renja);
    given.state_as_renja(renja.has_akhir);
    given
}

/// Compares any two of plans, RPJMD and tables of a Renja. `None`, with why in `out`, if
/// one of them is none.
///
/// # Errors
/// If a file or the settings cannot be opened, or there is no such regulation.
pub fn compare(
    library: &Library,
    [first, second]: [&Path; 2],
    options: &Options,
    out: &mut Diagnostics,
) -> Result<Option<Comparison>, PipelineError> {
    let config_path = options.config.clone().or_else(|| Config::locate(second));
    let config = load_config(config_path.as_deref(), out)?;
    let (Some(first), Some(second)) = (
        read(library, first, options, out)?,
        read(library, second, options, out)?,
    ) else {
        return Ok(None);
    };
    let given = |rpjmd: &Rpjmd, renstra: &Renstra, plan: &mut Document| {
        plan.leave_out_own_columns();
        let mut given = Document::of_rpjmd_for(rpjmd, renstra);
        given.leave_out_own_columns();
        given
    };
    let (first, second) = match (first, second) {
        (Read::Plan(_, first), Read::Plan(_, second))
        | (Read::Renja(_, first), Read::Renja(_, second)) => (*first, *second),
        (Read::Rpjmd(rpjmd), Read::Plan(renstra, mut plan)) => {
            (given(&rpjmd, &renstra, &mut plan), *plan)
        }
        (Read::Plan(renstra, mut plan), Read::Rpjmd(rpjmd)) => {
            let given = given(&rpjmd, &renstra, &mut plan);
            (*plan, given)
        }
        (Read::Rpjmd(first), Read::Rpjmd(second)) => {
            (Document::of_rpjmd(&first), Document::of_rpjmd(&second))
        }
        (Read::Plan(_, mut plan), Read::Renja(renja, document)) => {
            plan.state_as_renja(renja.has_akhir);
            (*plan, *document)
        }
        (Read::Renja(renja, document), Read::Plan(_, mut plan)) => {
            plan.state_as_renja(renja.has_akhir);
            (*document, *plan)
        }
        (Read::Rpjmd(rpjmd), Read::Renja(renja, document)) => (given_in(&rpjmd, &renja), *document),
        (Read::Renja(renja, document), Read::Rpjmd(rpjmd)) => (*document, given_in(&rpjmd, &renja)),
    };
    Ok(Some(Comparison::build(&first, &second, &config)))
}

/// What a plan changes of the one before it, which has its name and lies in `folder`.
///
/// # Errors
/// If there is no such regulation.
pub(super) fn changes(
    library: &Library,
    [past, now]: [&Workbook; 2],
    folder: &str,
    config: &Config,
    options: &Options,
) -> Result<Comparison, PipelineError> {
    let (_, mut first) = plan(library, past, config, options)?;
    let (_, second) = plan(library, now, config, options)?;
    first.berkas = format!("{folder}/{}", first.berkas);
    Ok(Comparison::build(&first, &second, config))
}

/// Prints a comparison.
///
/// # Errors
/// If it cannot be written as JSON or typst refuses it.
pub fn print_comparison<'l>(
    library: &'l Library,
    comparison: &Comparison,
) -> Result<Printout<'l>, PipelineError> {
    let file = comparison.menjadi.berkas.as_str();
    compose(
        library,
        Composition {
            template: PERBANDINGAN,
            data: comparison.to_json()?,
            ident: file,
            time: comparison.time,
            file,
        },
    )
}

/// A comparison as a workbook.
///
/// # Errors
/// If it cannot be written.
pub fn comparison_workbook(comparison: &Comparison) -> Result<Vec<u8>, PipelineError> {
    Ok(comparison::workbook(comparison)?)
}

fn read(
    library: &Library,
    path: &Path,
    options: &Options,
    out: &mut Diagnostics,
) -> Result<Option<Read>, PipelineError> {
    let Some(workbook) = open(path, out)? else {
        return Ok(None);
    };
    let mut said = Diagnostics::new();
    // As this program writes it, or as another exports it.
    let identitas = sheets::read_identitas(&workbook);
    let is_plan = identitas.is_some_and(|identitas| identitas.nama.value().is_some());
    if let Some(renja) = sheets::renja_table::read(&workbook, &mut said).filter(|_| !is_plan) {
        let mut document = Document::of_renja(&renja);
        document.errors = said.count(Severity::Error);
        document.time = Tanggal::new(1, 1, renja.tahun.get()).map_or(0, Tanggal::unix);
        return Ok(Some(Read::Renja(Box::new(renja), Box::new(document))));
    }
    if workbook_kind::kind(&workbook) == WorkbookKind::Rpjmd {
        let mut said = Diagnostics::new();
        let sheets = sheets::rpjmd::read(&workbook, &mut said);
        let berkas = Origin::file(workbook.file.clone());
        let rpjmd = normalise::rpjmd(sheets, berkas, &mut said);
        return Ok(Some(Read::Rpjmd(Box::new(rpjmd))));
    }
    if let Some(finding) = workbook_kind::refusal(&workbook) {
        out.emit(finding);
        return Ok(None);
    }
    let config_path = options.config.clone().or_else(|| Config::locate(path));
    let config = load_config(config_path.as_deref(), &mut Diagnostics::new())?;
    let (renstra, document) = plan(library, &workbook, &config, options)?;
    Ok(Some(Read::Plan(Box::new(renstra), Box::new(document))))
}

fn plan(
    library: &Library,
    workbook: &Workbook,
    config: &Config,
    options: &Options,
) -> Result<(Renstra, Document), PipelineError> {
    let mut said = Diagnostics::new();
    let sheets = sheets::read_with(workbook, &sheet_settings::reading(config), &mut said);
    let rest = rest(workbook, &sheets.account);
    let mut renstra = normalise::normalise(sheets, &mut said);
    let index = library.choose(options.peraturan.as_deref(), config, &renstra)?;
    let regulation = &library.regulation[index];
    dasar_hukum::lift(&mut renstra, regulation);
    let identitas = &renstra.identitas;
    let mut document = Document::of_plan(&PlanSource {
        renstra: &renstra,
        berkas: &workbook.file,
        periode: document::identitas::periode(identitas, config).map(|periode| periode.to_string()),
        daerah: document::identitas::daerah(identitas, config),
        peraturan: &regulation.nama,
        slots: &slots(regulation),
    });
    document.errors = said.count(Severity::Error);
    document.time = document_time(&renstra, config);
    add_sheets(&mut document, &rest);
    Ok((renstra, document))
}

/// The day of signing, else the first day of the plan's period.
fn document_time(renstra: &Renstra, config: &Config) -> i64 {
    let signed = renstra.identitas.tanggal.value().copied();
    let begin = || {
        let first = document::identitas::periode(&renstra.identitas, config)?.awal;
        Tanggal::new(1, 1, first.get())
    };
    signed.or_else(begin).map(Tanggal::unix).unwrap_or_default()
}

fn slots(regulation: &Regulation) -> Vec<(String, String)> {
    let slot = regulation.slot().into_iter();
    slot.map(|slot| (slot.id, slot.judul)).collect()
}

/// The workbook without the sheets whose rows are compared one by one: they are the large
/// ones, and are not read once more.
fn rest(workbook: &Workbook, account: &[Account]) -> Workbook {
    let is_by_row = |sheet: &&Sheet| {
        let own = |entry: &&Account| entry.origin.sheet_index == sheet.origin.sheet_index;
        let mut tables = account.iter().filter(own).peekable();
        let by_row = |entry: &Account| {
            let table = entry.id.filter(|id| *id != Worksheet::Identitas);
            table.is_some_and(comparison::is_compared_by_row)
        };
        tables.peek().is_some() && tables.all(by_row)
    };
    Workbook {
        file: workbook.file.clone(),
        digest: workbook.digest.clone(),
        category: workbook.category.clone(),
        sheet: workbook
            .sheet
            .iter()
            .filter(|sheet| !is_by_row(sheet))
            .cloned()
            .collect(),
        notice: Vec::new(),
    }
}

/// Identitas, and the sheets whose rows are compared as lines of text.
fn add_sheets(document: &mut Document, workbook: &Workbook) {
    let migrated = migrate::migrate(workbook, &BTreeSet::new(), &mut Diagnostics::new());
    let mut above = String::new();
    for (label, cell) in &migrated.identitas {
        if !label.is_empty() {
            above.clone_from(label);
        }
        document
            .identitas
            .push((above.clone(), sheets::shown(cell)));
    }
    let mut tables: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    for (id, rows) in &migrated.row {
        if !comparison::is_compared_by_row(*id) {
            let rows = rows.iter().map(texts);
            let rows = rows.filter(|row| row.iter().any(|text| !text.is_empty()));
            let name = id.tab().to_owned();
            tables.entry(name).or_default().extend(rows);
        }
    }
    for table in migrated.table.iter().filter(|table| table.id.is_none()) {
        let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
        for (at, cell) in &table.sheet.cell {
            rows.entry(at.row).or_default().push(sheets::shown(cell));
        }
        let name = table.sheet.name.to_string();
        tables.entry(name).or_default().extend(rows.into_values());
    }
    document.tables = tables;
}

/// The texts of a row's cells; what stands once a year says its year.
fn texts(row: &MigratedRow) -> Vec<String> {
    let cells = row.iter().map(|((_, year), cell)| match year {
        Some(year) => format!("{year}: {}", sheets::shown(cell)),
        None => sheets::shown(cell),
    });
    cells.collect()
}
