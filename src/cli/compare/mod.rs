//! `renstra compare`: what is different between two plans, or a plan and the RPJMD.

mod args;

use std::path::{Path, PathBuf};

use super::args::General;
use super::render::{Target, deliver};
use super::report::{self, Report};
use super::{CommandError, Outcome, options};
use crate::comparison;
use crate::diagnostic::{Diagnostics, printable};
use crate::pipeline::{self, Library, Options, PipelineError};
pub use args::{Compare, CompareFormat};

pub(super) fn run(
    args: &Compare,
    general: &General,
    report: &mut Report,
) -> Result<Outcome, CommandError> {
    let format = format(args)?;
    let library = Library::new(general.templates.as_deref(), &[])?;
    let mut out = Diagnostics::new();
    let options = options(general);
    let [first, second] = paths(args, &options)?;
    let paths = [first.as_path(), second.as_path()];
    let compared = pipeline::compare(&library, paths, &options, &mut out)?;
    out.sort();
    report.findings(&out)?;
    let Some(mut comparison) = compared else {
        return Ok(Outcome::Findings);
    };
    let Some(format) = format else {
        let lines = comparison::lines(&comparison, args.semua);
        let text: String = lines
            .iter()
            .map(|line| printable(line).into_owned() + "\n")
            .collect();
        report::data(text.as_bytes())?;
        return Ok(Outcome::Clean);
    };
    let bytes = match format {
        CompareFormat::Json => {
            let mut json = comparison.to_json().map_err(PipelineError::from)?;
            json.push(b'\n');
            json
        }
        CompareFormat::Xlsx => pipeline::comparison_workbook(&comparison)?,
        CompareFormat::Pdf => {
            if !args.semua {
                comparison.keep_changes();
            }
            pipeline::print_comparison(&library, &comparison)?.pdf(None)?
        }
    };
    let target = match args.output.as_deref() {
        None | Some("-") if format == CompareFormat::Json => {
            report::data(&bytes)?;
            return Ok(Outcome::Clean);
        }
        Some("-") => Target::Stdout,
        Some(name) => Target::File(name.to_owned()),
        None => Target::File(target(&second, format)),
    };
    for path in deliver(&target, vec![(None, bytes)], 1)? {
        report.line(&format!("tertulis: {}", path.display()))?;
    }
    Ok(Outcome::Clean)
}

/// The two documents; of one alone the earlier is that of its name in the city's folder of
/// earlier workbooks.
fn paths(args: &Compare, options: &Options) -> Result<[PathBuf; 2], CommandError> {
    if let [first, second] = args.paths.as_slice() {
        return Ok([first.clone(), second.clone()]);
    }
    let second = args.paths.first().cloned().unwrap_or_default();
    let settings = pipeline::settings(&second, options);
    let earlier = pipeline::previous_plans(&settings)
        .zip(second.file_name())
        .map(|(folder, name)| folder.join(name));
    match earlier {
        Some(first) => Ok([first, second]),
        None => Err(CommandError::Usage(
            "sebutkan dua dokumen, atau tulis folder buku kerja terdahulu pada kunci sebelumnya di renstra.toml".to_owned(),
        )),
    }
}

/// `None` for the screen.
fn format(args: &Compare) -> Result<Option<CompareFormat>, CommandError> {
    if args.format.is_some() {
        return Ok(args.format);
    }
    let Some(name) = args.output.as_deref() else {
        return Ok(None);
    };
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase());
    match ending.as_deref() {
        Some("pdf") => Ok(Some(CompareFormat::Pdf)),
        Some("xlsx") => Ok(Some(CompareFormat::Xlsx)),
        Some("json") => Ok(Some(CompareFormat::Json)),
        _ => Err(CommandError::Usage(
            "bentuk hasil tidak dapat ditentukan dari namanya; akhiri dengan .pdf, .xlsx, atau .json, atau pakai --format".to_owned(),
        )),
    }
}

/// Next to the second document.
fn target(second: &Path, format: CompareFormat) -> String {
    let stem = second.file_stem().unwrap_or_default().to_string_lossy();
    let ending = match format {
        CompareFormat::Pdf => "pdf",
        CompareFormat::Xlsx => "xlsx",
        CompareFormat::Json => "json",
    };
    let name = format!("{stem}-perbandingan.{ending}");
    second.with_file_name(name).display().to_string()
}
