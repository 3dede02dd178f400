//! `renstra split`: one workbook for each unit.

use std::path::{Path, PathBuf};

use super::args::Split;
use super::{bidang_of, form_of};
use crate::batch::name;
use crate::cli::args::General;
use crate::cli::report::Report;
use crate::cli::{CommandError, Outcome, options, output};
use crate::diagnostic::{Diagnostics, system_cause};
use crate::form::{self, Migrated, ShareForm};
use crate::pipeline::{self, Library};
use crate::units;

pub(in crate::cli) fn run(
    args: &Split,
    general: &General,
    report: &mut Report,
) -> Result<Outcome, CommandError> {
    let library = Library::new(general.templates.as_deref(), &[])?;
    let mut out = Diagnostics::new();
    let base = pipeline::base(&library, &args.workbook, &options(general), &mut out)?;
    if let Some(base) = &base {
        out.extend(units::left(&base.contents));
    }
    out.sort();
    report.findings(&out)?;
    let Some(base) = base else {
        return Ok(Outcome::Findings);
    };
    let (shares, unowned) = units::split(&base.contents);
    if shares.is_empty() {
        return Err(CommandError::Usage(
            "tidak ada unit penanggung jawab pada tabel pendanaan dan IKU, sehingga tidak ada yang dapat dipecah; isi kolom unit kerja dahulu".to_owned(),
        ));
    }
    let bidang = bidang_of(&base);
    let whole = Migrated {
        whole: true,
        ..base.contents.migrated.clone()
    };
    let mut files: Vec<(PathBuf, Vec<u8>, String)> = Vec::new();
    for share in &shares {
        let Some(form) = form_of(&base, &bidang, whole.clone()) else {
            return Err(CommandError::Usage(
                "periode tidak diketahui; isi Periode pada lembar Identitas".to_owned(),
            ));
        };
        let form = ShareForm {
            form,
            unit: &share.unit,
            rows: &share.rows,
        };
        let bytes = form::share(&form).map_err(|why| CommandError::Form(why.to_string()))?;
        let path = free(&args.output, &share.unit, &files);
        files.push((path, bytes, format!("{} ({} baris)", share.unit, share.own)));
    }
    if let Some((path, ..)) = files.iter().find(|(path, ..)| path.exists() && !args.force) {
        return Err(CommandError::Usage(format!(
            "{} sudah ada dan tidak ditimpa; gunakan --force bila memang harus diganti",
            path.display()
        )));
    }
    std::fs::create_dir_all(&args.output).map_err(|why| CommandError::Folder {
        path: args.output.clone(),
        why: system_cause(&why),
    })?;
    for (path, bytes, what) in &files {
        output::write(path, bytes)?;
        report.line(&format!("tertulis: {}: {what}", path.display()))?;
    }
    copy_base(&args.workbook, &args.output, report)?;
    if unowned > 0 {
        report.line(&format!(
            "{unowned} baris tanpa unit penanggung jawab hanya ada pada buku kerja induk"
        ))?;
    }
    Ok(Outcome::Clean)
}

/// The file of a unit, by a name that no other unit has.
fn free(folder: &Path, unit: &str, taken: &[(PathBuf, Vec<u8>, String)]) -> PathBuf {
    let name = name::workbook(unit).unwrap_or_else(|| "unit.xlsx".to_owned());
    let stem = name.strip_suffix(".xlsx").unwrap_or(&name).to_owned();
    let mut path = folder.join(&name);
    let mut nth = 2;
    while taken.iter().any(|(known, ..)| *known == path) {
        path = folder.join(format!("{stem}-{nth}.xlsx"));
        nth += 1;
    }
    path
}

/// The agency's workbook goes along: what no unit has comes from it again.
fn copy_base(workbook: &Path, folder: &Path, report: &mut Report) -> Result<(), CommandError> {
    let name = workbook.file_name().unwrap_or_default();
    let target = folder.join(name);
    let same = std::fs::canonicalize(&target).ok() == std::fs::canonicalize(workbook).ok();
    if same && target.exists() {
        return Ok(());
    }
    let bytes = std::fs::read(workbook)?;
    output::write(&target, &bytes)?;
    report.line(&format!("tertulis: {}: buku kerja induk", target.display()))?;
    Ok(())
}
