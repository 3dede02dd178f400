//! `renstra render`: one workbook to the document, as PDF or pictures of its pages.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::args::{Format, General, Render};
use super::report::{self, Report};
use super::{CommandError, Outcome, options, output};
use crate::pipeline::{self, Inspection, Library, Output, PrintOptions, Version};
use crate::typeset::{self, PageRanges, Standards, Typeset};
use crate::worker;

/// Where the result goes.
pub(super) enum Target {
    Stdout,
    File(String),
}

pub(super) fn run(
    args: &Render,
    general: &General,
    report: &mut Report,
) -> Result<Outcome, CommandError> {
    let start = Instant::now();
    let pages = parse_pages(args.pages.as_deref())?;
    let standard = parse_standard(args.print.pdf_standard.as_deref())?;
    let library = Library::new(general.templates.as_deref(), &args.print.font_path)?;
    let name = args.workbook.file_name().unwrap_or_default();
    worker::fault(&name.to_string_lossy());
    let inspection = pipeline::inspect(&library, &args.workbook, &options(general))?;
    report.findings(&inspection.findings)?;
    let read = start.elapsed();
    if !inspection.readable {
        return Ok(Outcome::Findings);
    }
    let how = PrintOptions {
        version: Version::of_flag(args.draft),
        standards: standard,
        timestamp: super::timestamp::asked(args.print.creation_timestamp)?,
        again: false,
    };
    let printout = match inspection.print(&library, Output::Document, &how)? {
        Ok(printout) => printout,
        Err(refusal) => {
            report.findings(&refusal.findings)?;
            report.line(&format!("{refusal}; untuk mencetak rancangan: --draft"))?;
            return Ok(Outcome::Findings);
        }
    };
    let typeset = &printout.typeset;
    report.findings(&printout.findings)?;
    let target = target(args, &inspection);
    let format = format(args.format, &target)?;
    // Pages in one file: a picture is one page.
    let size = match (format, &pages) {
        (Format::Pdf, Some(pages)) => pages.select(typeset.page_count()).len(),
        (Format::Pdf, None) => typeset.page_count(),
        (Format::Png | Format::Svg, _) => 1,
    };
    let started = Instant::now();
    let file = match format {
        Format::Pdf => vec![(None, printout.pdf(pages.as_ref())?)],
        Format::Png | Format::Svg => pictures(typeset, format, pages.as_ref(), args.ppi)?,
    };
    let export = started.elapsed();
    let started = Instant::now();
    let written = deliver(&target, file, typeset.page_count())?;
    if args.timings {
        timings(
            report,
            [
                ("membaca dan memeriksa", read),
                ("menyusun halaman", typeset.compile_time()),
                ("mengekspor", export),
                ("menulis berkas", started.elapsed()),
                ("seluruhnya", start.elapsed()),
            ],
        )?;
    }
    for path in written {
        report.line(&format!("tertulis: {} ({size} halaman)", path.display()))?;
    }
    let failed = inspection.findings.has_error() || printout.findings.has_error();
    Ok(if failed {
        Outcome::Findings
    } else {
        Outcome::Clean
    })
}

fn parse_pages(text: Option<&str>) -> Result<Option<PageRanges>, CommandError> {
    let parse = |text: &str| text.parse::<PageRanges>();
    text.map(parse)
        .transpose()
        .map_err(|why| CommandError::Usage(why.to_string()))
}

pub(super) fn parse_standard(text: Option<&str>) -> Result<Option<Standards>, CommandError> {
    let parse = |text: &str| text.parse::<Standards>();
    text.map(parse)
        .transpose()
        .map_err(|why| CommandError::Usage(why.to_string()))
}

fn target(args: &Render, inspection: &Inspection) -> Target {
    let identitas = &inspection.renstra.identitas;
    let word = |text: Option<&String>| text.cloned().unwrap_or_default();
    let fill = |pattern: &str| {
        let tahap = identitas
            .tahap
            .value()
            .map(ToString::to_string)
            .unwrap_or_default();
        output::fill(
            pattern,
            &word(identitas.nama.value()),
            &word(identitas.kode.value()),
            &tahap,
        )
    };
    if args.output.as_deref() == Some("-") {
        return Target::Stdout;
    }
    if let Some(pattern) = &args.output {
        return Target::File(fill(pattern));
    }
    let ending = args.format.unwrap_or(Format::Pdf).extension();
    let beside = |name: String| args.workbook.with_file_name(name).display().to_string();
    if let (Some(pattern), false) = (&inspection.config.dokumen.nama_berkas, args.draft) {
        return Target::File(beside(format!("{}.{ending}", fill(pattern))));
    }
    // A draft never takes the place of the final document.
    let stem = args
        .workbook
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy();
    let suffix = if args.draft { "-rancangan" } else { "" };
    Target::File(beside(format!("{stem}{suffix}.{ending}")))
}

pub(super) fn format(asked: Option<Format>, target: &Target) -> Result<Format, CommandError> {
    if let Some(format) = asked {
        return Ok(format);
    }
    let Target::File(name) = target else {
        return Ok(Format::Pdf);
    };
    let ending = Path::new(name)
        .extension()
        .map(|e| e.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("pdf") => Ok(Format::Pdf),
        Some("png") => Ok(Format::Png),
        Some("svg") => Ok(Format::Svg),
        _ => Err(CommandError::Usage(format!(
            "bentuk hasil tidak dapat ditentukan dari nama \"{name}\"; akhiri dengan .pdf, .png, atau .svg, atau pakai --format"
        ))),
    }
}

/// A file's place in the document, where it is one page, and its bytes.
pub(super) type Piece = (Option<usize>, Vec<u8>);

pub(super) fn pictures(
    typeset: &Typeset<'_>,
    format: Format,
    pages: Option<&PageRanges>,
    ppi: u16,
) -> Result<Vec<Piece>, CommandError> {
    let total = typeset.page_count();
    let number = pages.map_or_else(|| (1..=total).collect(), |pages| pages.select(total));
    if number.is_empty() {
        return Err(CommandError::Usage(format!(
            "tidak ada halaman yang dipilih; dokumen ini terdiri atas {total} halaman"
        )));
    }
    number
        .into_iter()
        .map(|page| {
            let bytes = match format {
                Format::Svg => typeset::svg(typeset, page)?.into_bytes(),
                Format::Png | Format::Pdf => typeset::png(typeset, page, f64::from(ppi))?,
            };
            Ok((Some(page), bytes))
        })
        .collect()
}

pub(super) fn deliver(
    target: &Target,
    files: Vec<Piece>,
    total: usize,
) -> Result<Vec<PathBuf>, CommandError> {
    match target {
        Target::Stdout => {
            // A console shows no pages, and that of Windows refuses them in English.
            if io::stdout().is_terminal() {
                return Err(CommandError::Usage(
                    "dokumen tidak dapat ditampilkan di layar ini; sebutkan berkasnya dengan -o NAMA.pdf".to_owned(),
                ));
            }
            if files.len() > 1 {
                return Err(CommandError::Usage(
                    "beberapa halaman tidak dapat ditulis ke satu keluaran; pilih satu dengan --pages".to_owned(),
                ));
            }
            for (_, bytes) in files {
                report::data(&bytes)?;
            }
            Ok(Vec::new())
        }
        Target::File(name) => {
            let single = files.len() == 1;
            let mut written = Vec::new();
            for (page, bytes) in files {
                let name = match page {
                    Some(page) if !single || name.contains("{p}") => {
                        output::page_name(name, page, total)
                    }
                    _ => name.clone(),
                };
                let path = PathBuf::from(name);
                output::write(&path, &bytes)?;
                written.push(path);
            }
            Ok(written)
        }
    }
}

fn timings(report: &mut Report, stage: [(&str, Duration); 5]) -> Result<(), CommandError> {
    for (name, time) in stage {
        report.line(&format!("  {name:<24} {:>6} ms", time.as_millis()))?;
    }
    Ok(())
}
