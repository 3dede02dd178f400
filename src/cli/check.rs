//! `renstra check`: findings of workbooks or of a city's folder.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::args::{Check, General, ReportFormat};
use super::report::Report;
use super::{CommandError, Outcome, options, supervise, verifikasi};
use crate::batch::discovery;
use crate::batch::duplicates;
use crate::batch::record::Identity;
use crate::checks;
use crate::diagnostic::{Diagnostics, Severity};
use crate::model::{Renstra, Rpjmd};
use crate::pipeline::{self, CityConfig, Inspection, Library, Options};
use crate::regulation::Regulation;
use crate::worker;

pub(super) fn run(
    args: &Check,
    general: &General,
    report: &mut Report,
) -> Result<Outcome, CommandError> {
    let library = Library::new(general.templates.as_deref(), &[])?;
    let options = options(general);
    let mut outcome = Outcome::Clean;
    let list = workbooks(&args.path)?;
    if let Some(pattern) = &args.output
        && list.len() > 1
        && !verifikasi::is_distinct(pattern)
    {
        return Err(CommandError::Usage(format!(
            "hasil beberapa buku kerja tidak dapat ditulis ke satu berkas \"{pattern}\"; pakai nama folder, {{opd}}, atau {{kode}}"
        )));
    }
    let whole_city = list.len() > 1;
    let mut member = Vec::new();
    let mut plan = Vec::new();
    let mut workbook = Vec::new();
    let mut city: Option<City> = None;
    let mut told = BTreeSet::new();
    let gone = supervise::lost();
    let told_until = gone.iter().max().copied();
    for (place, path) in list.into_iter().enumerate() {
        if gone.contains(&place) {
            outcome = Outcome::Findings;
            continue;
        }
        supervise::begun(place);
        worker::fault(&path.file_name().unwrap_or_default().to_string_lossy());
        // What an earlier process told before it was lost is not told again.
        report.mute(told_until.is_some_and(|last| place < last));
        if let Some(found) = pipeline::inspect_rpjmd(&library, &path, &options)? {
            outcome = show_rpjmd(&path, &found, outcome, report)?;
            continue;
        }
        let mut inspection = match pipeline::inspect(&library, &path, &options) {
            Ok(inspection) => inspection,
            // One file that cannot be opened hides no other.
            Err(error @ pipeline::PipelineError::Workbook(_)) => {
                report.failure(&error.to_string())?;
                outcome = Outcome::Failure;
                continue;
            }
            Err(error) => return Err(error.into()),
        };
        // What is wrong in the city's own files is told once, not once an agency.
        let own = inspection.origin().file;
        let mut shown = inspection.findings.clone();
        shown.retain_mut(|finding| {
            finding.origin.file == own
                || told.insert((
                    finding.origin.clone(),
                    finding.code,
                    finding.message.clone(),
                ))
        });
        report.findings(&shown)?;
        control(&inspection, whole_city, report)?;
        report.line(&summary(&path, &inspection))?;
        if let Some(format) = args.report.filter(|_| inspection.readable) {
            let pattern = args.output.as_deref();
            let written = verifikasi::write(&library, &inspection, &path, format, pattern)?;
            report.line(&format!("tertulis: {}", written.display()))?;
        }
        if inspection.findings.has_error() && outcome == Outcome::Clean {
            outcome = Outcome::Findings;
        }
        if whole_city {
            member.push(pipeline::member(&inspection));
            workbook.push(pair_member(&path, &inspection));
            let found = inspection.rpjmd.take();
            let of_rpjmd = found.is_some();
            let city = city.get_or_insert_with(|| City {
                rpjmd: None,
                regulation: inspection.regulation.clone(),
                config: inspection.config.clone(),
                time: inspection.document_time(),
            });
            if city.rpjmd.is_none() && of_rpjmd {
                city.rpjmd = found;
                city.regulation = inspection.regulation.clone();
                city.config = inspection.config.clone();
                city.time = inspection.document_time();
            }
            let temuan = by_severity(&inspection.findings);
            // Whole plans are for the recap, which only a report has.
            if of_rpjmd && args.report.is_some() {
                let file = inspection.origin().file.to_string();
                plan.push((inspection.renstra, file, temuan));
            }
        }
    }
    report.mute(false);
    // Files that were named one by one may well be two versions of one plan.
    if args.path.iter().any(|path| path.is_dir()) {
        outcome = compare_workbooks(&workbook, &mut plan, &options, outcome, report)?;
    }
    if let Some(city) = city {
        let found =
            pipeline::inspect_city(&city.regulation, city.rpjmd.as_ref(), &member, &options);
        outcome = show(&found, outcome, report)?;
        write_recap(args, &library, &city, &plan, report)?;
    }
    Ok(outcome)
}

/// A plan of the city's recap with its workbook and its findings by severity.
type Plan = (Renstra, String, [usize; 3]);

/// What the workbooks of a folder are to each other, as a run over all of them says
/// it. A copy of another one is no further agency of the recap.
fn compare_workbooks(
    workbook: &[duplicates::Member],
    plan: &mut Vec<Plan>,
    options: &Options,
    before: Outcome,
    report: &mut Report,
) -> Result<Outcome, CommandError> {
    let mut found = Diagnostics::new();
    for (place, own) in duplicates::compare(workbook).into_iter().zip(workbook) {
        found.extend(place.findings);
        if place.is_copy {
            plan.retain(|(_, file, _)| *file != own.source);
        }
    }
    options.apply(&mut found);
    show(&found, before, report)
}

/// Tells findings that no single workbook has, and what has become of the check.
fn show(
    found: &Diagnostics,
    before: Outcome,
    report: &mut Report,
) -> Result<Outcome, CommandError> {
    report.findings(found)?;
    let is_first = found.has_error() && before == Outcome::Clean;
    Ok(if is_first { Outcome::Findings } else { before })
}

/// Writes the city's recap, if a report is asked for and there is an RPJMD.
fn write_recap(
    args: &Check,
    library: &Library,
    city: &City,
    plan: &[Plan],
    report: &mut Report,
) -> Result<(), CommandError> {
    if let Some((format, rpjmd)) = args.report.zip(city.rpjmd.as_ref()) {
        let recap = pipeline::recap_city(rpjmd, &city.config, plan);
        let path = recap_target(args, city, format);
        verifikasi::write_city(library, &recap, city.time, format, &path)?;
        report.line(&format!("tertulis: {}", path.display()))?;
    }
    Ok(())
}

/// Who a workbook speaks of, as it is compared with the others of its folder.
fn pair_member(path: &Path, inspection: &Inspection) -> duplicates::Member {
    let it = &inspection.renstra.identitas;
    let word = |text: Option<&String>| text.cloned().unwrap_or_default();
    duplicates::Member {
        source: path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        digest: inspection.digest().to_owned(),
        identity: Identity {
            opd: word(it.nama.value()),
            kode: word(it.kode.value()),
            tahap: it
                .tahap
                .value()
                .map(ToString::to_string)
                .unwrap_or_default(),
        },
    }
}

/// The files of the paths, as far as they can be listed.
pub(super) fn listed(path: &[PathBuf]) -> Vec<PathBuf> {
    workbooks(path).unwrap_or_default()
}

/// The findings of a workbook that is itself an RPJMD.
fn show_rpjmd(
    path: &Path,
    found: &Diagnostics,
    before: Outcome,
    report: &mut Report,
) -> Result<Outcome, CommandError> {
    let outcome = show(found, before, report)?;
    report.line(&counts(path, found))?;
    Ok(outcome)
}

/// What the agencies of a city have in common: of the first that is held against
/// the RPJMD, or of the first.
struct City {
    rpjmd: Option<Rpjmd>,
    regulation: Regulation,
    config: CityConfig,
    time: i64,
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

/// The files of the paths; of a folder its workbooks, or those of its `opd`.
fn workbooks(path: &[PathBuf]) -> Result<Vec<PathBuf>, CommandError> {
    let mut list = Vec::new();
    for path in path {
        if !path.is_dir() {
            list.push(path.clone());
            continue;
        }
        let folder = discovery::folder(path);
        let mut found: Vec<PathBuf> = std::fs::read_dir(&folder)?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| {
                let name = path.file_name().unwrap_or_default();
                discovery::is_workbook(&name.to_string_lossy()) && !pipeline::is_output(path)
            })
            .collect();
        if found.is_empty() {
            let folder = folder.display();
            return Err(CommandError::Usage(format!(
                "folder {folder} tidak berisi buku kerja"
            )));
        }
        found.sort();
        list.extend(found);
    }
    Ok(list)
}

/// Rows per sheet and money per year, for comparing with Excel.
fn control(
    inspection: &Inspection,
    whole_city: bool,
    report: &mut Report,
) -> Result<(), CommandError> {
    if inspection.account.is_empty() {
        return Ok(());
    }
    report.line("angka kendali:")?;
    for entry in &inspection.account {
        let sheet = entry.origin.sheet.as_deref().unwrap_or_default();
        report.line(&format!(
            "  {sheet:<28} {:>5} baris = {} dipakai + {} dilaporkan",
            entry.seen, entry.used, entry.reported
        ))?;
    }
    report.line(&format!("  {}", inspection.audit.counts()))?;
    match &inspection.rpjmd {
        Some(rpjmd) => report.line(&format!(
            "  RPJMD: {}, {} program",
            rpjmd.berkas,
            rpjmd.program.len()
        ))?,
        None => report.line("  RPJMD: tidak ada; keselarasan dengan RPJMD tidak diperiksa")?,
    }
    let unchecked = checks::unchecked::lines(
        &inspection.regulation,
        inspection.rpjmd.is_some(),
        inspection.has_sebelumnya,
        !whole_city,
    );
    for line in unchecked {
        report.line(&format!("  {line}"))?;
    }
    let money = &inspection.renstra.pendanaan;
    let year = money
        .program
        .iter()
        .flat_map(|program| program.baris.pagu().keys().copied());
    let year: std::collections::BTreeSet<_> = year.collect();
    for tahun in year {
        let sum = money.pagu_year(tahun).unwrap_or_default();
        report.line(&format!("  jumlah pagu program {tahun}: Rp{sum}"))?;
    }
    Ok(())
}

fn summary(path: &Path, inspection: &Inspection) -> String {
    counts(path, &inspection.findings)
}

/// Errors, warnings, infos.
fn by_severity(findings: &Diagnostics) -> [usize; 3] {
    [Severity::Error, Severity::Warning, Severity::Info].map(|severity| findings.count(severity))
}

fn counts(path: &Path, findings: &Diagnostics) -> String {
    let count = |severity| findings.count(severity);
    format!(
        "{}: {} galat, {} peringatan, {} info",
        path.display(),
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Info)
    )
}
