//! `renstra merge`: what came back from the units as one workbook.

use std::path::{Path, PathBuf};

use super::args::Merge;
use super::{bidang_of, form_of};
use crate::batch::discovery;
use crate::cli::args::General;
use crate::cli::report::Report;
use crate::cli::{CommandError, Outcome, options, output};
use crate::diagnostic::{Diagnostics, system_cause};
use crate::form;
use crate::pipeline::{self, Library};
use crate::units::{self, Contribution};

pub(in crate::cli) fn run(
    args: &Merge,
    general: &General,
    report: &mut Report,
) -> Result<Outcome, CommandError> {
    let library = Library::new(general.templates.as_deref(), &[])?;
    let options = options(general);
    if args.output.exists() && !args.force {
        return Err(CommandError::Usage(format!(
            "{} sudah ada dan tidak ditimpa; gunakan --force bila memang harus diganti",
            args.output.display()
        )));
    }
    let files = files(&args.folder)?;
    let mut out = Diagnostics::new();
    let mut returned = Vec::new();
    let mut rest = Vec::new();
    for path in files {
        match pipeline::returned(&path, &options, &mut out)? {
            Some(file) => returned.push(file),
            None => rest.push(path),
        }
    }
    if returned.is_empty() {
        return Err(CommandError::Usage(format!(
            "tidak ada berkas unit pada {}; berkas unit dibuat dengan renstra pecah",
            args.folder.display()
        )));
    }
    let induk = induk(args, &rest)?;
    let base = pipeline::base(&library, &induk, &options, &mut out)?;
    let Some(base) = base else {
        out.sort();
        report.findings(&out)?;
        return Ok(Outcome::Findings);
    };
    let merged = units::merge(&base.contents, &returned);
    out.extend(merged.findings);
    let bidang = bidang_of(&base);
    let form = form_of(&base, &bidang, merged.migrated).ok_or_else(|| {
        CommandError::Usage("periode tidak diketahui; isi Periode pada lembar Identitas".to_owned())
    })?;
    let bytes = form::blank(&form).map_err(|why| CommandError::Form(why.to_string()))?;
    let name = args
        .output
        .file_name()
        .unwrap_or_default()
        .to_string_lossy();
    out.extend(pipeline::sums(&library, &name, bytes.clone(), &options)?);
    out.sort();
    report.findings(&out)?;
    output::write(&args.output, &bytes)?;
    for given in &merged.given {
        report.line(&reported(given))?;
    }
    report.line(&format!("tertulis: {}", args.output.display()))?;
    Ok(if out.has_error() {
        Outcome::Findings
    } else {
        Outcome::Clean
    })
}

/// The workbooks of a folder, in the order of their names.
fn files(folder: &Path) -> Result<Vec<PathBuf>, CommandError> {
    let refused = |why: std::io::Error| CommandError::Folder {
        path: folder.to_owned(),
        why: system_cause(&why),
    };
    let mut list: Vec<PathBuf> = std::fs::read_dir(folder)
        .map_err(refused)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            path.is_file() && discovery::is_workbook(&name)
        })
        .collect();
    list.sort();
    Ok(list)
}

/// The agency's workbook: the one that was named, else the only one of the folder.
fn induk(args: &Merge, rest: &[PathBuf]) -> Result<PathBuf, CommandError> {
    if let Some(path) = &args.induk {
        return Ok(path.clone());
    }
    let output = std::fs::canonicalize(&args.output).ok();
    let own: Vec<&PathBuf> = rest
        .iter()
        .filter(|path| pipeline::is_base(path))
        // The joined workbook of the last time may lie there, too.
        .filter(|path| output.is_none() || std::fs::canonicalize(path).ok() != output)
        .collect();
    match own.as_slice() {
        [one] => Ok((*one).clone()),
        [] => Err(CommandError::Usage(format!(
            "buku kerja induk tidak ada pada {}; sebutkan dengan --induk",
            args.folder.display()
        ))),
        several => {
            let name: Vec<String> = several
                .iter()
                .map(|path| path.display().to_string())
                .collect();
            Err(CommandError::Usage(format!(
                "ada beberapa buku kerja yang dapat menjadi induk: {}; sebutkan satu dengan --induk",
                name.join(", ")
            )))
        }
    }
}

fn reported(given: &Contribution) -> String {
    if given.changed.is_empty() {
        return format!(
            "{}: {} baris, tidak ada yang berubah",
            given.unit, given.rows
        );
    }
    let list: Vec<&str> = given
        .changed
        .iter()
        .map(|row| row.label.as_str())
        .take(5)
        .collect();
    let more = given.changed.len().saturating_sub(list.len());
    let more = if more > 0 {
        format!(", dan {more} lagi")
    } else {
        String::new()
    };
    format!(
        "{}: {} baris, {} ({}{more})",
        given.unit,
        given.rows,
        given.provenance(),
        list.join("; ")
    )
}
