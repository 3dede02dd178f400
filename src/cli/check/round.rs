//! `renstra check --putaran`: the note of the round before, as it came back.

use std::path::{Path, PathBuf};

use crate::cli::CommandError;
use crate::cli::args::Check;
use crate::cli::report::Report;
use crate::diagnostic::Diagnostics;
use crate::pipeline::{self, Inspection, Options};

/// Highest round whose file is looked for in a folder.
const MOST: u32 = 50;

/// Gives an inspection the note of the round before, and says what became of its findings.
pub(super) fn take(
    args: &Check,
    workbook: &Path,
    inspection: &mut Inspection,
    options: &Options,
    report: &mut Report,
) -> Result<Diagnostics, CommandError> {
    let mut found = Diagnostics::new();
    let asked = args.putaran.as_deref().filter(|_| inspection.readable);
    let Some(asked) = asked else {
        return Ok(found);
    };
    let path = if asked.is_dir() {
        let Some(path) = newest(asked, workbook) else {
            let name = workbook.file_name().unwrap_or_default().to_string_lossy();
            report.line(&format!(
                "putaran sebelumnya: tidak ada catatan {name} pada {}",
                asked.display()
            ))?;
            return Ok(found);
        };
        path
    } else {
        asked.to_owned()
    };
    let note = pipeline::read_note(&path, &mut found)?;
    if let Some(note) = note {
        inspection.take_note(note, &mut found);
    }
    options.apply(&mut found);
    found.sort();
    report.findings(&found)?;
    if let Some(round) = inspection.verifikasi().round() {
        report.answer(&format!("  {}", round.line()))?;
    }
    Ok(found)
}

/// The note of a workbook's last round in a folder.
fn newest(folder: &Path, workbook: &Path) -> Option<PathBuf> {
    let stem = workbook.file_stem().unwrap_or_default().to_string_lossy();
    let later = (2..=MOST)
        .rev()
        .map(|round| format!("{stem}-verifikasi-putaran-{round}.xlsx"));
    let mut names = later.chain([format!("{stem}-verifikasi.xlsx")]);
    names.find_map(|name| Some(folder.join(name)).filter(|path| path.is_file()))
}
