//! `renstra check`: findings of workbooks or of a city's folder.

mod args;
mod control;
mod paths;
mod round;
mod tally;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::args::{General, ReportFormat};
use super::report::Report;
use super::{CommandError, Outcome, options, supervise, verifikasi};
use crate::batch::duplicates;
use crate::batch::record::Identity;
use crate::diagnostic::{Code, Diagnostics, Origin};
use crate::model::Rpjmd;
use crate::pipeline::{self, CityConfig, Inspection, Library, Options, Plan};
use crate::regulation::Regulation;
use crate::worker;
pub use args::Check;
use control::{Extent, Layout};
use tally::Tally;

pub(super) fn run(
    args: &Check,
    general: &General,
    report: &mut Report,
) -> Result<Outcome, CommandError> {
    let library = Library::new(general.templates.as_deref(), &[])?;
    let options = options(general);
    let mut outcome = Outcome::Clean;
    let list = paths::workbooks(&args.path)?;
    refuse_one_for_many(args, list.len())?;
    let whole_city = list.len() > 1;
    let extent = Extent {
        whole: general.verbose,
        with_city: whole_city,
    };
    let mut tally = Tally::default();
    let mut gathered = Gathered::default();
    let mut reported = BTreeSet::new();
    let gone = supervise::lost();
    let reported_until = gone.iter().max().copied();
    for (place, path) in list.into_iter().enumerate() {
        if gone.contains(&place) {
            outcome = Outcome::Findings;
            tally.add_unread();
            continue;
        }
        supervise::begun(place);
        worker::fault(&path.file_name().unwrap_or_default().to_string_lossy());
        // What an earlier process told before it was lost is not told again.
        report.mute(reported_until.is_some_and(|last| place < last));
        if let Some(found) = pipeline::inspect_rpjmd(&library, &path, &options)? {
            outcome = show_rpjmd(&path, &found, outcome, report)?;
            tally.add(&found);
            continue;
        }
        let Some(mut inspection) = open(&library, &path, &options, report)? else {
            outcome = Outcome::Failure;
            tally.add_unread();
            continue;
        };
        let layout = match layout(args, &library, &mut inspection) {
            Ok(layout) => layout,
            Err(error) => {
                report.failure(&error.to_string())?;
                outcome = Outcome::Failure;
                Layout::Failed
            }
        };
        report.findings(&unreported(&inspection, &mut reported))?;
        report.answer(&counts(&path, &inspection.findings))?;
        control::say(&inspection, extent, layout, report)?;
        tally.add(&inspection.findings);
        let said = round::take(args, &path, &mut inspection, &options, report)?;
        outcome = after(&said, outcome);
        write_note(args, &library, &inspection, &path, report)?;
        outcome = after(&inspection.findings, outcome);
        if whole_city {
            // Whole plans are for the recap, which only a report has.
            gathered.take(&path, inspection, args.report.is_some());
        }
    }
    report.mute(false);
    let found = gathered.compare_workbooks(&options);
    outcome = show(&found, outcome, report)?;
    tally.add_between(&found);
    if let Some(city) = gathered.city {
        let rpjmd = city.rpjmd.as_ref();
        let found = pipeline::inspect_city(&city.regulation, rpjmd, &gathered.members, &options);
        outcome = show(&found, outcome, report)?;
        tally.add_between(&found);
        write_recap(args, &library, &city, &gathered.plans, report)?;
    }
    if whole_city {
        report.answer(&tally.line())?;
    }
    Ok(outcome)
}

/// A workbook, checked; one file that cannot be opened hides no other.
fn open(
    library: &Library,
    path: &Path,
    options: &Options,
    report: &mut Report,
) -> Result<Option<Inspection>, CommandError> {
    match pipeline::inspect(library, path, options) {
        Ok(inspection) => Ok(Some(inspection)),
        Err(error @ pipeline::PipelineError::Workbook(_)) => {
            report.failure(&error.to_string())?;
            Ok(None)
        }
        Err(error) => Err(error.into()),
    }
}

/// Its findings, without those of the city's own files that were reported with another
/// agency.
fn unreported(
    inspection: &Inspection,
    reported: &mut BTreeSet<(Origin, Code, String)>,
) -> Diagnostics {
    let own = inspection.origin().file;
    let mut shown = inspection.findings.clone();
    shown.retain_mut(|finding| {
        let told = || {
            (
                finding.origin.clone(),
                finding.code,
                finding.message.clone(),
            )
        };
        finding.origin.file == own || reported.insert(told())
    });
    shown
}

/// Looks at the pages as well: a check that finds nothing means that the plan prints.
fn layout(
    args: &Check,
    library: &Library,
    inspection: &mut Inspection,
) -> Result<Layout, pipeline::PipelineError> {
    if args.tanpa_tata_letak {
        return Ok(Layout::Unasked);
    }
    let pages = inspection.check_pages(library)?;
    Ok(pages.map_or(Layout::AfterErrors, Layout::Checked))
}

/// Refuses what is of one workbook where several are checked.
fn refuse_one_for_many(args: &Check, count: usize) -> Result<(), CommandError> {
    if count < 2 {
        return Ok(());
    }
    if let Some(pattern) = args
        .output
        .as_ref()
        .filter(|it| !verifikasi::is_distinct(it))
    {
        return Err(CommandError::Usage(format!(
            "hasil beberapa buku kerja tidak dapat ditulis ke satu berkas \"{pattern}\"; pakai nama folder, {{opd}}, atau {{kode}}"
        )));
    }
    match args.putaran.as_deref().filter(|note| !note.is_dir()) {
        Some(note) => Err(CommandError::Usage(format!(
            "{} adalah satu catatan, padahal yang diperiksa {count} buku kerja; sebutkan folder yang berisi catatan semuanya",
            note.display()
        ))),
        None => Ok(()),
    }
}

/// The files of the paths, as far as they can be listed.
pub(super) fn listed(path: &[PathBuf]) -> Vec<PathBuf> {
    paths::workbooks(path).unwrap_or_default()
}

/// The findings of a workbook that is itself an RPJMD.
fn show_rpjmd(
    path: &Path,
    found: &Diagnostics,
    before: Outcome,
    report: &mut Report,
) -> Result<Outcome, CommandError> {
    let outcome = show(found, before, report)?;
    report.answer(&counts(path, found))?;
    Ok(outcome)
}

/// Reports findings that no single workbook has, and what has become of the check.
fn show(
    found: &Diagnostics,
    before: Outcome,
    report: &mut Report,
) -> Result<Outcome, CommandError> {
    report.findings(found)?;
    Ok(after(found, before))
}

/// What has become of a check after these findings.
fn after(found: &Diagnostics, before: Outcome) -> Outcome {
    let is_first = found.has_error() && before == Outcome::Clean;
    if is_first { Outcome::Findings } else { before }
}

/// Writes the note of a workbook that is a plan, if one is asked for.
fn write_note(
    args: &Check,
    library: &Library,
    inspection: &Inspection,
    path: &Path,
    report: &mut Report,
) -> Result<(), CommandError> {
    let Some(format) = args.report.filter(|_| inspection.readable) else {
        return Ok(());
    };
    let pattern = args.output.as_deref();
    for written in verifikasi::write(library, inspection, path, format, pattern)? {
        report.line(&format!("tertulis: {}", written.display()))?;
    }
    Ok(())
}

/// Writes the city's recap, if a report is asked for and there is an RPJMD.
fn write_recap(
    args: &Check,
    library: &Library,
    city: &City,
    plans: &[Plan],
    report: &mut Report,
) -> Result<(), CommandError> {
    if let Some((format, rpjmd)) = args.report.zip(city.rpjmd.as_ref()) {
        let recap = pipeline::recap_city(rpjmd, &city.config, plans);
        let path = recap_target(args, city, format);
        verifikasi::write_city(library, &recap, city.time, format, &path)?;
        report.line(&format!("tertulis: {}", path.display()))?;
    }
    Ok(())
}

/// What the agencies of a city have in common: of the first that is compared with
/// the RPJMD, or of the first.
struct City {
    rpjmd: Option<Rpjmd>,
    regulation: Regulation,
    config: CityConfig,
    time: i64,
}

/// What is kept of the workbooks of a city until all of them were seen.
#[derive(Default)]
struct Gathered {
    members: Vec<pipeline::Member>,
    /// By their folders: in two folders may well be two versions of one plan.
    workbooks: BTreeMap<PathBuf, Vec<duplicates::Member>>,
    seen: BTreeSet<PathBuf>,
    plans: Vec<Plan>,
    city: Option<City>,
}

impl Gathered {
    /// What the workbooks of a folder are to each other, as a run over all of them says
    /// it. A copy of another one is no further agency of the recap.
    fn compare_workbooks(&mut self, options: &Options) -> Diagnostics {
        let mut found = Diagnostics::new();
        for workbooks in self.workbooks.values() {
            for (place, workbook) in duplicates::compare(workbooks).into_iter().zip(workbooks) {
                found.extend(place.findings);
                if place.is_copy {
                    self.plans.retain(|plan| plan.berkas != workbook.source);
                }
            }
        }
        options.apply(&mut found);
        found
    }

    fn take(&mut self, path: &Path, mut inspection: Inspection, keeps_plan: bool) {
        self.members.push(pipeline::member(&inspection));
        // A file that is named twice is no second one.
        let whole = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let folder = whole.parent().map(Path::to_owned).unwrap_or_default();
        if self.seen.insert(whole) {
            let list = self.workbooks.entry(folder).or_default();
            list.push(pair_member(path, &inspection));
        }
        let rpjmd = inspection.rpjmd.take();
        let of_rpjmd = rpjmd.is_some();
        let known = self.city.as_ref();
        if known.is_none_or(|city| city.rpjmd.is_none() && of_rpjmd) {
            self.city = Some(City {
                rpjmd,
                regulation: inspection.regulation.clone(),
                config: inspection.config.clone(),
                time: inspection.document_time(),
            });
        }
        if of_rpjmd && keeps_plan {
            let round = inspection.note.is_some().then(|| inspection.verifikasi());
            self.plans.push(Plan {
                berkas: inspection.origin().file.to_string(),
                temuan: tally::by_severity(&inspection.findings),
                putaran: round.and_then(|note| note.round().cloned()),
                renstra: inspection.renstra,
            });
        }
    }
}

/// Who a workbook speaks of, as it is compared with the others of its folder.
fn pair_member(path: &Path, inspection: &Inspection) -> duplicates::Member {
    let identitas = &inspection.renstra.identitas;
    let word = |text: Option<&String>| text.cloned().unwrap_or_default();
    duplicates::Member {
        source: path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        digest: inspection.digest().to_owned(),
        identity: Identity {
            opd: word(identitas.nama.value()),
            kode: word(identitas.kode.value()),
            tahap: identitas
                .tahap
                .value()
                .map(ToString::to_string)
                .unwrap_or_default(),
        },
    }
}

/// Where the city's recap goes: the folder asked for, else the city's.
fn recap_target(args: &Check, city: &City, format: ReportFormat) -> PathBuf {
    let asked = args.output.as_deref().map(Path::new);
    let folder = match asked {
        Some(path) if path.is_dir() => Some(path),
        Some(path) => path.parent(),
        None => city.config.folder.as_deref(),
    };
    let name = format!("rekap-verifikasi.{}", format.extension());
    folder.unwrap_or(Path::new(".")).join(name)
}

/// The line of a workbook: `dinas.xlsx: 1 galat, 0 peringatan, 2 info`.
fn counts(path: &Path, findings: &Diagnostics) -> String {
    let words = tally::words(tally::by_severity(findings));
    format!("{}: {words}", path.display())
}
