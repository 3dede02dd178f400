//! `--watch`: a preview at each save, until the user ends it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::build::{Build, ranges, seconds};
use super::{Session, open};
use crate::cli::report::Report;
use crate::cli::{CommandError, Outcome};
use crate::diagnostic::{Diagnostic, Diagnostics, Origin};
use crate::pipeline;
use crate::watch::{Change, Timing, Watch};

/// Changed cells that the status line names.
const NAMED: usize = 3;

pub(super) fn run(session: &Session<'_>, report: &mut Report) -> Result<Outcome, CommandError> {
    let workbook = std::path::absolute(session.workbook())?;
    // Begun before the first look, so that no save falls in between.
    let mut watch = watch(&workbook, session);
    let mut last = first(session, report)?;
    report.line("menunggu penyimpanan berikutnya; akhiri dengan Ctrl+C")?;
    while let Some(change) = watch.wait() {
        match change.iter().find(|change| change.path() == workbook) {
            Some(Change::Gone(_)) => {
                report.line("buku kerja tidak ada lagi; tampilan terakhir tetap tersimpan")?;
            }
            _ => again(session, &mut last, &change, report)?,
        }
    }
    Ok(Outcome::Clean)
}

/// The workbook, and what lies next to it.
fn watch(workbook: &Path, session: &Session<'_>) -> Watch {
    let book = workbook.to_owned();
    let options = session.options.clone();
    let list = move || {
        let mut list = pipeline::input_files(&book, &options);
        list.push(book.clone());
        list
    };
    let folder: BTreeSet<PathBuf> = list()
        .iter()
        .filter_map(|path| Some(path.parent()?.to_owned()))
        .collect();
    let folder: Vec<PathBuf> = folder.into_iter().collect();
    let book = workbook.to_owned();
    Watch::new(
        Timing::default(),
        &folder,
        Box::new(list),
        Box::new(move |path, bytes| path != book || pipeline::is_whole(path, bytes)),
    )
}

fn first(session: &Session<'_>, report: &mut Report) -> Result<Option<Build>, CommandError> {
    let build = session.print()?;
    report.findings(&build.inspection.findings)?;
    report.findings(&build.shown)?;
    let Some(result) = &build.result else {
        return Ok(None);
    };
    for path in &result.written {
        report.line(&format!("tertulis: {}", path.display()))?;
    }
    report.line(&format!("{}; {}", result.summary(), build.count()))?;
    if session.args.open {
        open(&result.written, report)?;
    }
    Ok(Some(build))
}

/// Prints again; what cannot be printed leaves the last good pages.
fn again(
    session: &Session<'_>,
    last: &mut Option<Build>,
    changes: &[Change],
    report: &mut Report,
) -> Result<(), CommandError> {
    let build = match session.print() {
        Ok(build) => build,
        Err(why) => {
            report.failure(&why.to_string())?;
            report.line("tampilan terakhir tetap tersimpan")?;
            return Ok(());
        }
    };
    report.findings(&fresh(&build, last.as_ref()))?;
    let Some(result) = &build.result else {
        report.line("buku kerja tidak dapat dibaca; tampilan terakhir tetap tersimpan")?;
        return Ok(());
    };
    let what = what(&build, last.as_ref(), changes);
    let page = changed_pages(&build, last.as_ref());
    let page = if page.is_empty() {
        "halaman tidak berubah".to_owned()
    } else {
        format!("{} berubah", ranges(&page))
    };
    report.line(&format!(
        "disusun ulang dalam {}: {what}; {page}; {}",
        seconds(result.took),
        build.count()
    ))?;
    let old = last.as_ref().and_then(|last| last.result.as_ref());
    for path in old.iter().flat_map(|old| &old.written) {
        if !result.written.contains(path) {
            // A page that is no more; if it cannot be removed, it only is old.
            let _ = std::fs::remove_file(path);
        }
    }
    *last = Some(build);
    Ok(())
}

/// Findings that were not there before.
fn fresh(build: &Build, last: Option<&Build>) -> Diagnostics {
    let known: Vec<&Diagnostic> = last
        .into_iter()
        .flat_map(|last| last.inspection.findings.iter().chain(last.shown.iter()))
        .collect();
    let mut fresh = Diagnostics::new();
    for finding in build.inspection.findings.iter().chain(build.shown.iter()) {
        if !known.contains(&finding) {
            fresh.emit(finding.clone());
        }
    }
    fresh
}

/// `T-C.27!N42, N43 dan 4 sel lain berubah`, or the files that changed.
fn what(build: &Build, last: Option<&Build>, change: &[Change]) -> String {
    let cell = last.map_or_else(Vec::new, |last| {
        build.inspection.changed_cells(&last.inspection)
    });
    let name = |origin: &Origin| {
        let cell = origin.cell.map(|cell| cell.to_string()).unwrap_or_default();
        format!("{}!{cell}", origin.sheet.as_deref().unwrap_or_default())
    };
    if cell.is_empty() {
        let file: Vec<String> = change
            .iter()
            .filter_map(|change| Some(change.path().file_name()?.to_string_lossy().into_owned()))
            .collect();
        return format!("{} berubah", file.join(", "));
    }
    let named: Vec<String> = cell.iter().take(NAMED).map(name).collect();
    let rest = cell.len() - named.len();
    let rest = if rest > 0 {
        format!(" dan {rest} sel lain")
    } else {
        String::new()
    };
    format!("{}{rest} berubah", named.join(", "))
}

/// Pages of the excerpt that look otherwise than before.
fn changed_pages(build: &Build, last: Option<&Build>) -> Vec<usize> {
    let Some(result) = &build.result else {
        return Vec::new();
    };
    let old = last.and_then(|last| last.result.as_ref());
    let old_digest = |page: usize| old?.pages.digest().get(page - 1);
    let mut page = result.chosen();
    page.retain(|page| old_digest(*page) != result.pages.digest().get(page - 1));
    page
}
