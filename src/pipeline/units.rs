//! The workbook of an agency that goes out to its units, and those that come back.

use std::path::Path;

use super::open::open;
use super::settings_file::load_config;
use super::workbook_kind::{self, WorkbookKind};
use super::{Library, Options, PipelineError, dasar_hukum, sheet_settings};
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Fact, Severity};
use crate::document;
use crate::model::{Periode, Tanggal};
use crate::normalise;
use crate::regulation::Regulation;
use crate::sheets;
use crate::units::{Contents, Returned};
use crate::workbook::{self, Workbook};

/// The workbook of an agency, and what a further workbook of it needs.
pub struct Base<'l> {
    /// What it holds.
    pub contents: Contents,
    /// The regulation it follows.
    pub regulation: &'l Regulation,
    /// Its period, from the workbook or the settings.
    pub periode: Option<Periode>,
    /// The region, from the workbook or the settings.
    pub daerah: Option<String>,
}

/// Reads the workbook of an agency. `None`, with why in `out`, if it is none.
///
/// # Errors
/// If the file or the settings cannot be opened, or there is no such regulation.
pub fn base<'l>(
    library: &'l Library,
    path: &Path,
    options: &Options,
    out: &mut Diagnostics,
) -> Result<Option<Base<'l>>, PipelineError> {
    let config_path = options.config.clone().or_else(|| Config::locate(path));
    let config = load_config(config_path.as_deref(), out)?;
    let Some(workbook) = open(path, out)? else {
        return Ok(None);
    };
    if let Some(finding) = workbook_kind::refusal(&workbook) {
        out.emit(finding);
        return Ok(None);
    }
    // What is wrong in it is reported by a check; its cells are taken over as they are.
    let mut contents = contents(&workbook, &config, &mut Diagnostics::new());
    let index = library.choose(options.peraturan.as_deref(), &config, &contents.renstra)?;
    let regulation = &library.regulation[index];
    dasar_hukum::lift(&mut contents.renstra, regulation);
    let identitas = &contents.renstra.identitas;
    Ok(Some(Base {
        periode: document::identitas::periode(identitas, &config),
        daerah: document::identitas::daerah(identitas, &config),
        regulation,
        contents,
    }))
}

/// Reads a unit's workbook that came back. `None` if it is none: another workbook in the
/// same folder, or, with why in `out`, no workbook at all.
///
/// # Errors
/// If the file or the settings cannot be opened.
pub fn returned(
    path: &Path,
    options: &Options,
    out: &mut Diagnostics,
) -> Result<Option<Returned>, PipelineError> {
    let config_path = options.config.clone().or_else(|| Config::locate(path));
    let config = load_config(config_path.as_deref(), &mut Diagnostics::new())?;
    let Some(workbook) = open(path, out)? else {
        return Ok(None);
    };
    if workbook_kind::kind(&workbook) != WorkbookKind::Share {
        return Ok(None);
    }
    Ok(Some(Returned {
        unit: workbook_kind::share_unit(&workbook),
        saved: workbook::saved(path).and_then(|day| day_of(&day)),
        contents: contents(&workbook, &config, out),
    }))
}

/// Whether a file is the workbook of an agency and not of one unit.
pub fn is_base(path: &Path) -> bool {
    workbook::read(path)
        .is_ok_and(|workbook| workbook_kind::kind(&workbook) == WorkbookKind::Renstra)
}

/// What a workbook says, with what could not be read of it as findings. That rows stand
/// below nothing is no fault of a part of a plan.
fn contents(workbook: &Workbook, config: &Config, out: &mut Diagnostics) -> Contents {
    let mut read = Diagnostics::new();
    let sheets = sheets::read_with(workbook, &sheet_settings::reading(config), &mut read);
    let mut outside = Vec::new();
    for finding in read.take() {
        if finding.severity == Severity::Error {
            out.emit(finding);
        } else if finding.facts.contains(&Fact::OutsideRows) {
            outside.push(finding);
        }
    }
    Contents {
        renstra: normalise::normalise(sheets, &mut Diagnostics::new()),
        outside,
        migrated: super::migrate(workbook, &mut Diagnostics::new()),
        file: workbook.file.clone(),
    }
}

/// `2025-09-20` as a day.
fn day_of(text: &str) -> Option<String> {
    let mut part = text.split('-');
    let year = part.next()?.parse().ok()?;
    let month = part.next()?.parse().ok()?;
    let day = part.next()?.parse().ok()?;
    Tanggal::new(day, month, year).map(|day| day.to_string())
}

/// Sums of a joined workbook that do not fit, and rows that stand under another parent.
///
/// # Errors
/// If the regulation cannot be used.
pub fn sums(
    library: &Library,
    name: &str,
    bytes: Vec<u8>,
    options: &Options,
) -> Result<Diagnostics, PipelineError> {
    let workbook = workbook::from_bytes(name, bytes)?;
    let inspection = super::inspect_workbook(library, workbook, options)?;
    let mut found = inspection.findings;
    found.retain_mut(|finding| finding.facts.contains(&Fact::Contradiction));
    Ok(found)
}
