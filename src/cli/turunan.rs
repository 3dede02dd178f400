//! `renstra turunan`: what follows on a plan, as PDF or workbook.

use std::collections::BTreeSet;

use super::args::{General, ReportFormat, TurunanArgs, TurunanJenis};
use super::render::{Target, deliver};
use super::report::Report;
use super::{CommandError, Outcome, options};
use crate::model::{Renstra, Tahun};
use crate::pipeline::{self, Jenis, Library};
use crate::typeset::{self, PdfSettings, Standards};

pub(super) fn run(
    args: &TurunanArgs,
    general: &General,
    report: &mut Report,
) -> Result<Outcome, CommandError> {
    let format = format(args)?;
    let library = Library::new(general.templates.as_deref(), &[])?;
    let inspection = pipeline::inspect(&library, &args.workbook, &options(general))?;
    report.findings(&inspection.findings)?;
    if !inspection.readable {
        return Ok(Outcome::Findings);
    }
    let jenis = jenis(args, &inspection.renstra)?;
    let bytes = match format {
        ReportFormat::Xlsx => inspection.turunan_workbook(jenis)?,
        ReportFormat::Pdf => {
            let typeset = inspection.typeset_turunan(&library, jenis)?;
            let shown = inspection.page_findings(&typeset);
            report.findings(&shown)?;
            let mut settings = PdfSettings::new(inspection.digest());
            if shown.has_error() {
                settings.standards = Standards::none();
            }
            settings.timestamp = Some(inspection.document_time());
            typeset::pdf(&typeset, &settings)?
        }
    };
    let target = match args.output.as_deref() {
        Some("-") => Target::Stdout,
        _ => Target::File(target(args, format)),
    };
    for path in deliver(&target, vec![(None, bytes)], 1)? {
        report.line(&format!("tertulis: {}", path.display()))?;
    }
    Ok(if inspection.findings.has_error() {
        Outcome::Findings
    } else {
        Outcome::Clean
    })
}

fn format(args: &TurunanArgs) -> Result<ReportFormat, CommandError> {
    if let Some(format) = args.format {
        return Ok(format);
    }
    match args.output.as_deref().and_then(|name| name.rsplit_once('.')) {
        None => Ok(ReportFormat::Pdf),
        Some((_, ending)) if ending.eq_ignore_ascii_case("pdf") => Ok(ReportFormat::Pdf),
        Some((_, ending)) if ending.eq_ignore_ascii_case("xlsx") => Ok(ReportFormat::Xlsx),
        Some(_) => Err(CommandError::Usage(
            "bentuk hasil tidak dapat ditentukan dari namanya; akhiri dengan .pdf atau .xlsx, atau pakai --format".to_owned(),
        )),
    }
}

fn target(args: &TurunanArgs, format: ReportFormat) -> String {
    if let Some(name) = &args.output {
        return name.clone();
    }
    let stem = args
        .workbook
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy();
    let kind = args.jenis.slug();
    let year = args
        .tahun
        .map(|tahun| format!("-{tahun}"))
        .unwrap_or_default();
    args.workbook
        .with_file_name(format!("{stem}-{kind}{year}.{}", format.extension()))
        .display()
        .to_string()
}

fn jenis(args: &TurunanArgs, renstra: &Renstra) -> Result<Jenis, CommandError> {
    if args.jenis == TurunanJenis::Iku {
        return Ok(Jenis::Iku);
    }
    let program = &renstra.pendanaan.program;
    let year: BTreeSet<Tahun> = program
        .iter()
        .flat_map(|program| program.baris.pagu().keys().copied())
        .collect();
    let known: Vec<String> = year.iter().map(ToString::to_string).collect();
    let Some(asked) = args.tahun else {
        return Err(CommandError::Usage(format!(
            "sebutkan tahunnya dengan --tahun; yang ada pada T-C.27: {}",
            known.join(", ")
        )));
    };
    let Some(tahun) = Tahun::new(asked).filter(|tahun| year.contains(tahun)) else {
        return Err(CommandError::Usage(format!(
            "tahun {asked} tidak ada pada T-C.27; yang ada: {}",
            known.join(", ")
        )));
    };
    Ok(match args.jenis {
        TurunanJenis::Renja => Jenis::Renja(tahun),
        TurunanJenis::PerjanjianKinerja => Jenis::Perjanjian(tahun),
        TurunanJenis::Iku => Jenis::Iku,
    })
}
