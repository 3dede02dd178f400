//! `renstra init`: a city's folder with blank workbooks.

use std::path::{Path, PathBuf};

use super::args::{General, Init};
use super::report::Report;
use super::{CommandError, Outcome, output};
use crate::batch::name;
use crate::config::FILE_NAME;
use crate::diagnostic::{Diagnostics, system_cause};
use crate::form::{self, Form, Migrated, RpjmdForm};
use crate::model::Periode;
use crate::pipeline::{self, Library, PipelineError, migrate};
use crate::regulation::Regulation;
use crate::workbook::Value;

pub(super) fn run(
    args: &Init,
    general: &General,
    report: &mut Report,
) -> Result<Outcome, CommandError> {
    let library = Library::new(general.templates.as_deref(), &[])?;
    let mut migrated = Migrated::default();
    if let Some(path) = &args.from {
        match take_over(path, report)? {
            Some(taken) => migrated = taken,
            None => return Ok(Outcome::Findings),
        }
    }
    let city = NewCity::of(args, general, &library, migrated)?;
    let file = city.files(args, report)?;
    if let Some((path, _)) = file.iter().find(|(path, _)| path.exists() && !args.force) {
        return Err(CommandError::Usage(format!(
            "{} sudah ada dan tidak ditimpa; gunakan --force bila memang harus diganti",
            path.display()
        )));
    }
    std::fs::create_dir_all(args.dir.join("opd")).map_err(|why| CommandError::Folder {
        path: args.dir.join("opd"),
        why: system_cause(&why),
    })?;
    let is_new = file.iter().any(|(path, _)| path.ends_with(FILE_NAME));
    let nothing = file.is_empty();
    for (path, bytes) in file {
        output::write(&path, &bytes)?;
        report.line(&format!("tertulis: {}", path.display()))?;
    }
    if nothing {
        report.line(&format!(
            "{} sudah ada dan tidak diubah; untuk menambah buku kerja Perangkat Daerah: renstra init {} --opd \"Dinas Kesehatan\"",
            args.dir.display(),
            quoted(&args.dir)
        ))?;
        return Ok(Outcome::Clean);
    }
    doubts(&city.opd, city.periode, city.regulation, report)?;
    next_steps(&args.dir, is_new, city.opd.is_empty(), report)?;
    Ok(Outcome::Clean)
}

/// What is made: a city, or an agency more of one that is there.
struct NewCity<'l> {
    regulation: &'l Regulation,
    periode: Periode,
    daerah: Option<String>,
    /// The agencies, each with its bidang urusan.
    opd: Vec<(String, Vec<String>)>,
    /// What a workbook of one of them held.
    migrated: Migrated,
}

impl<'l> NewCity<'l> {
    fn of(
        args: &Init,
        general: &General,
        library: &'l Library,
        migrated: Migrated,
    ) -> Result<Self, CommandError> {
        let periode = periode(args, &migrated)?;
        let regulation = choose(library, general.peraturan.as_deref(), periode)?;
        let periode = match periode {
            Some(periode) => periode,
            None => form::usual(regulation).ok_or_else(|| {
                CommandError::Usage("sebutkan periodenya dengan --periode".to_owned())
            })?,
        };
        let mut opd = agencies(&args.opd)?;
        if opd.is_empty()
            && let Some(name) = known(&migrated, "Nama Perangkat Daerah")
        {
            opd.push((name.clone(), form::bidang_of(&name)));
        }
        if args.from.is_some() && opd.len() != 1 {
            return Err(CommandError::Usage(
                "--from mengisi satu buku kerja; sebutkan satu --opd, atau isi nama Perangkat Daerah pada buku kerja itu".to_owned(),
            ));
        }
        let daerah = args.daerah.clone().or_else(|| known(&migrated, "Daerah"));
        Ok(Self {
            regulation,
            periode,
            daerah,
            opd,
            migrated,
        })
    }

    /// The files, and where each belongs.
    fn files(
        &self,
        args: &Init,
        report: &mut Report,
    ) -> Result<Vec<(PathBuf, Vec<u8>)>, CommandError> {
        let mut file: Vec<(PathBuf, Vec<u8>)> = Vec::new();
        let daerah = self.daerah.as_deref();
        let settings = args.dir.join(FILE_NAME);
        // A city that is there already keeps its settings and RPJMD when an agency is added.
        if args.force || !settings.exists() {
            let text = form::settings(daerah, self.periode, &self.regulation.id);
            file.push((settings, text.into_bytes()));
        }
        let rpjmd = args.dir.join(crate::pipeline::RPJMD);
        // What Bappeda filled is no blank of one agency, and `--force` is about those.
        if !rpjmd.exists() {
            let name: Vec<&str> = self.opd.iter().map(|(name, _)| name.as_str()).collect();
            let form = RpjmdForm {
                regulation: self.regulation,
                opd: &name,
                periode: self.periode,
                daerah,
                migrated: Migrated::default(),
            };
            file.push((
                rpjmd,
                form::blank_rpjmd(&form).map_err(|why| CommandError::Form(why.to_string()))?,
            ));
        }
        for (opd, bidang) in &self.opd {
            let form = Form {
                regulation: self.regulation,
                opd,
                bidang,
                periode: self.periode,
                daerah,
                migrated: self.migrated.clone(),
            };
            for line in form::omitted(&form) {
                report.line(&line)?;
            }
            let file_name = name::workbook(opd).unwrap_or_default();
            let path = args.dir.join("opd").join(file_name);
            file.push((
                path,
                form::blank(&form).map_err(|why| CommandError::Form(why.to_string()))?,
            ));
        }
        Ok(file)
    }
}

/// The agencies that were asked for, each with its bidang urusan.
fn agencies(asked: &[String]) -> Result<Vec<(String, Vec<String>)>, CommandError> {
    let opd: Vec<(String, Vec<String>)> = asked.iter().map(|text| split(text)).collect();
    if let Some((name, _)) = opd.iter().find(|(opd, _)| name::workbook(opd).is_none()) {
        return Err(CommandError::Usage(format!(
            "nama Perangkat Daerah \"{name}\" tidak memuat satu huruf pun; tulis misalnya --opd \"Dinas Kesehatan\""
        )));
    }
    let unknown = |kode: &&String| form::bidang_name(kode) == **kode;
    let mut kode = opd.iter().flat_map(|(_, bidang)| bidang);
    if let Some(kode) = kode.find(unknown) {
        return Err(CommandError::Usage(format!(
            "\"{kode}\" bukan kode bidang urusan; tulis misalnya --opd \"Dinas Kesehatan=1.02\", beberapa kode dipisahkan koma"
        )));
    }
    Ok(opd)
}

/// What was made as asked, but is perhaps not what was meant.
fn doubts(
    opd: &[(String, Vec<String>)],
    periode: Periode,
    regulation: &Regulation,
    report: &mut Report,
) -> Result<(), CommandError> {
    for (name, _) in opd.iter().filter(|(_, bidang)| bidang.is_empty()) {
        let near = form::nearest_opd(name);
        let near = near.map_or_else(String::new, |near| format!(" maksud Anda \"{near}\"?"));
        report.line(&format!(
            "perhatian: bidang urusan \"{name}\" tidak diketahui dari namanya, sehingga daftar kodenya kosong;{near} sebutkan bidang urusannya, misalnya --opd \"{name}=1.02\""
        ))?;
    }
    let years = periode.akhir.get() - periode.awal.get() + 1;
    let usual = form::usual(regulation).map(|usual| usual.akhir.get() - usual.awal.get() + 1);
    if let Some(usual) = usual.filter(|usual| *usual != years) {
        report.line(&format!(
            "perhatian: periode {}-{} meliputi {years} tahun; Renstra menurut {} umumnya {usual} tahun",
            periode.awal, periode.akhir, regulation.nama
        ))?;
    }
    Ok(())
}

/// What comes after, in the order in which it is done.
fn next_steps(
    dir: &Path,
    is_new: bool,
    has_no_opd: bool,
    report: &mut Report,
) -> Result<(), CommandError> {
    let city = quoted(dir);
    report.line("\nlangkah berikutnya:")?;
    let mut steps = Vec::new();
    if is_new {
        steps.push(format!(
            "isi {} dan letakkan lambang daerah di {}",
            dir.join(crate::pipeline::RPJMD).display(),
            dir.display()
        ));
    }
    if has_no_opd {
        steps.push(format!(
            "buat buku kerja setiap Perangkat Daerah: renstra init {city} --opd \"Dinas Kesehatan\""
        ));
    }
    steps.push(format!(
        "isi buku kerja pada folder {} dengan Excel",
        dir.join("opd").display()
    ));
    steps.push(format!(
        "lihat temuan dan halamannya di peramban: renstra serve {city} --open"
    ));
    for (number, step) in (1..).zip(steps) {
        report.line(&format!("  {number}. {step}"))?;
    }
    Ok(())
}

/// A path as it is typed.
fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    if text.contains(char::is_whitespace) {
        format!("\"{text}\"")
    } else {
        text
    }
}

/// The contents of a workbook; `None`, with its findings, if it is none.
fn take_over(path: &Path, report: &mut Report) -> Result<Option<Migrated>, CommandError> {
    let mut out = Diagnostics::new();
    let workbook = pipeline::open(path, &mut out)?;
    let migrated = workbook.map(|workbook| {
        for notice in &workbook.notice {
            out.emit(notice.clone());
        }
        migrate(&workbook, &mut out)
    });
    out.sort();
    report.findings(&out)?;
    Ok(migrated)
}

fn periode(args: &Init, migrated: &Migrated) -> Result<Option<Periode>, CommandError> {
    let text = args.periode.clone().or_else(|| known(migrated, "Periode"));
    text.map(|text| {
        text.parse::<Periode>().map_err(|why| {
            CommandError::Usage(format!(
                "periode \"{text}\" tidak dapat dibaca: {why}; contoh: 2025-2029"
            ))
        })
    })
    .transpose()
}

/// The regulation asked for, else the one in force when the plan begins, else
/// the newest.
fn choose<'l>(
    library: &'l Library,
    asked: Option<&str>,
    periode: Option<Periode>,
) -> Result<&'l Regulation, CommandError> {
    let list = &library.regulation;
    if let Some(id) = asked {
        return list
            .iter()
            .find(|regulation| regulation.id == id)
            .ok_or_else(|| {
                let known: Vec<&str> = list
                    .iter()
                    .map(|regulation| regulation.id.as_str())
                    .collect();
                PipelineError::UnknownRegulation {
                    id: id.to_owned(),
                    known: known.join(", "),
                }
                .into()
            });
    }
    let first = periode.map(|periode| periode.awal.get());
    let in_force = list.iter().find(|regulation| {
        let (from, until) = regulation.berlaku;
        first.is_some_and(|year| (from..=until).contains(&year))
    });
    in_force
        .or_else(|| list.iter().max_by_key(|regulation| regulation.berlaku))
        .ok_or_else(|| CommandError::Usage("tidak ada peraturan pada folder templat".to_owned()))
}

/// `Dinas Kesehatan=1.02` to the name and its bidang urusan; without any, those that
/// the name speaks of.
fn split(text: &str) -> (String, Vec<String>) {
    match text.split_once('=') {
        Some((name, bidang)) => {
            let list = bidang
                .split(',')
                .map(|kode| kode.trim().to_owned())
                .collect();
            (name.trim().to_owned(), list)
        }
        None => (text.trim().to_owned(), form::bidang_of(text)),
    }
}

fn known(migrated: &Migrated, label: &str) -> Option<String> {
    let (_, cell) = migrated.identitas.iter().find(|(name, _)| name == label)?;
    match &cell.value {
        Value::Text(text) => Some(text.trim().to_owned()),
        _ => None,
    }
}
