//! `renstra turunan`: what follows on a plan, as PDF or workbook.

pub mod args;

use self::args::{BentukRenja, TurunanArgs, TurunanJenis};
use super::args::{General, ReportFormat};
use super::render::{Target, deliver};
use super::report::Report;
use super::{CommandError, Outcome, options};
use crate::batch::name::safe;
use crate::checks::nearest;
use crate::diagnostic::Severity;
use crate::model::{Renstra, Tahun};
use crate::pipeline::{self, Jenis, Library, Output, Pihak, PrintOptions, Version};

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
    if inspection.findings.has_error() && !args.draft {
        let count = inspection.findings.count(Severity::Error);
        report.line(&format!(
            "dokumen turunan tidak dibuat: masih ada {count} galat; untuk rancangan: --draft"
        ))?;
        return Ok(Outcome::Findings);
    }
    let bytes = match format {
        ReportFormat::Xlsx => inspection.turunan_workbook(jenis, args.draft)?,
        ReportFormat::Pdf => {
            let how = PrintOptions {
                version: Version::of_flag(args.draft),
                ..PrintOptions::default()
            };
            let printout = match inspection.print(&library, Output::Turunan(jenis), &how)? {
                Ok(printout) => printout,
                Err(refusal) => {
                    report.findings(&refusal.findings)?;
                    report.line(&format!("{refusal}; untuk rancangan: --draft"))?;
                    return Ok(Outcome::Findings);
                }
            };
            report.findings(&printout.findings)?;
            printout.pdf(None)?
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
    let whose = match &args.unit {
        Some(unit) => format!("-{}", safe(unit)),
        None if args.semua => "-semua".to_owned(),
        None => String::new(),
    };
    // A draft never takes the place of the final document.
    let draft = if args.draft { "-rancangan" } else { "" };
    args.workbook
        .with_file_name(format!(
            "{stem}-{kind}{year}{whose}{draft}.{}",
            format.extension()
        ))
        .display()
        .to_string()
}

fn jenis(args: &TurunanArgs, renstra: &Renstra) -> Result<Jenis, CommandError> {
    let only = |asked: bool, option: &str, jenis: TurunanJenis| {
        if asked && args.jenis != jenis {
            let word = jenis.slug();
            return Err(CommandError::Usage(format!("{option} hanya untuk {word}")));
        }
        Ok(())
    };
    only(args.bentuk.is_some(), "--bentuk", TurunanJenis::Renja)?;
    only(
        args.unit.is_some(),
        "--unit",
        TurunanJenis::PerjanjianKinerja,
    )?;
    only(args.semua, "--semua", TurunanJenis::PerjanjianKinerja)?;
    if args.jenis == TurunanJenis::Iku {
        return Ok(Jenis::Iku);
    }
    let year = renstra.pendanaan.years();
    let known: Vec<String> = year.iter().map(ToString::to_string).collect();
    let Some(asked) = args.tahun else {
        return Err(CommandError::Usage(format!(
            "sebutkan tahunnya dengan --tahun; yang ada pada tabel pendanaan: {}",
            known.join(", ")
        )));
    };
    let Some(tahun) = Tahun::new(asked).filter(|tahun| year.contains(tahun)) else {
        return Err(CommandError::Usage(format!(
            "tahun {asked} tidak ada pada tabel pendanaan; yang ada: {}",
            known.join(", ")
        )));
    };
    Ok(match args.jenis {
        TurunanJenis::Renja if args.bentuk == Some(BentukRenja::Sipd) => Jenis::RenjaSipd(tahun),
        TurunanJenis::Renja => Jenis::Renja(tahun),
        TurunanJenis::PerjanjianKinerja => Jenis::Perjanjian(tahun, pihak(args, renstra)?),
        TurunanJenis::RencanaAksi => Jenis::RencanaAksi(tahun),
        TurunanJenis::Iku => Jenis::Iku,
    })
}

/// Whose Perjanjian Kinerja is asked for.
fn pihak(args: &TurunanArgs, renstra: &Renstra) -> Result<Pihak, CommandError> {
    let Some(unit) = &args.unit else {
        return Ok(if args.semua {
            Pihak::Semua
        } else {
            Pihak::Kepala
        });
    };
    let mut posts = renstra.struktur.iter();
    let Some(at) = posts.position(|post| post.heads(unit)) else {
        let known: Vec<&str> = renstra
            .struktur
            .iter()
            .map(|post| post.jabatan.value.as_str())
            .collect();
        let near = nearest(unit, known.iter().copied());
        let near = near.map(|near| format!(" maksud Anda \"{near}\"?"));
        return Err(CommandError::Usage(format!(
            "unit \"{unit}\" tidak ada pada lembar Struktur;{} yang ada: {}",
            near.unwrap_or_default(),
            known.join("; ")
        )));
    };
    let post = &renstra.struktur[at];
    if post.atasan.is_some() && !pipeline::answers(renstra, post) {
        return Err(CommandError::Usage(format!(
            "{} belum bertanggung jawab atas program, kegiatan, atau sub kegiatan mana pun pada tabel pendanaan",
            post.jabatan.value
        )));
    }
    Ok(Pihak::Jabatan(at))
}
