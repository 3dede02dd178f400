//! The stages in their order:
//!
//! ```text
//! file ─► workbook ─► sheets ─► normalise ─► model ─► checks ─► findings
//!                                              └────► prose, document ─► typeset ─► pages
//! ```

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::checks::{
    self, Subject,
    kota::{City, Member},
};
use crate::config::{self, Config};
use crate::diagnostic::{Diagnostic, Diagnostics, Origin, Severity};
use crate::document::{self, Context, Document, Naskah, Numbering, kolofon};
use crate::model::{Identitas, Periode, Renstra, Rpjmd, Rupiah, Tanggal};
use crate::normalise;
use crate::regulation::{Regulation, RegulationError};
use crate::sheets::{self, table::Account};
use crate::templates::TEMPLATES;
use crate::turunan::{self, Turunan};
use crate::typeset::{Base, Job, TemplateTree, Typeset, TypesetError};
use crate::verifikasi::{self, Anggota, Sumber, Verifikasi};
use crate::workbook::{self, ReadError, Value, Workbook};

mod beside;
mod dasar_hukum;
mod explanation;
mod lambang;
mod naskah;
mod rpjmd;
mod trace;

pub use crate::config::Config as CityConfig;
pub use crate::turunan::Jenis;
pub use crate::verifikasi::Kota;
pub use beside::{Beside, side_files};
pub use explanation::{explanations, sections};
pub use rpjmd::FILE_NAME as RPJMD;

/// Template of the verifier's note.
const VERIFIKASI: &str = "/verifikasi/main.typ";
/// Template of a city's recap.
const KOTA: &str = "/verifikasi/kota.typ";
/// Template of what follows on a plan.
const TURUNAN: &str = "/turunan/main.typ";

/// Templates, fonts and regulations: the same for every document of a run.
pub struct Library {
    /// Every regulation, by id.
    pub regulation: Vec<Regulation>,
    /// What typst needs.
    pub base: Base,
}

/// What the user asked for.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Settings in place of the `renstra.toml` found from the workbook upwards.
    pub config: Option<PathBuf>,
    /// Regulation in place of the one in the settings.
    pub peraturan: Option<String>,
    /// RPJMD in place of the `rpjmd.xlsx` beside `renstra.toml`.
    pub rpjmd: Option<PathBuf>,
    /// Codes of warnings and infos that are not reported.
    pub allow: Vec<String>,
    /// Whether warnings count as errors.
    pub deny_warning: bool,
}

/// Why the program could not run. What is wrong in the user's files is a
/// finding instead.
#[derive(Debug, thiserror::Error)]
pub enum PipelineError {
    /// The workbook could not be opened.
    #[error(transparent)]
    Workbook(#[from] ReadError),
    /// The settings could not be opened.
    #[error("{path} tidak dapat dibaca: {}", config::cause(why))]
    Config {
        /// Which file.
        path: String,
        /// Why.
        why: std::io::Error,
    },
    /// A regulation's description is broken.
    #[error(transparent)]
    Regulation(#[from] RegulationError),
    /// `--peraturan` names none.
    #[error("peraturan \"{id}\" tidak dikenal; yang tersedia: {known}")]
    UnknownRegulation {
        /// What was asked for.
        id: String,
        /// The known ones.
        known: String,
    },
    /// Templates or fonts cannot be used, or typst refuses the document.
    #[error(transparent)]
    Typeset(#[from] TypesetError),
    /// The verifier's workbook cannot be made.
    #[error(transparent)]
    Verifikasi(#[from] verifikasi::WorkbookError),
    /// The workbook of what follows on a plan cannot be made.
    #[error(transparent)]
    Turunan(#[from] turunan::WorkbookError),
    /// The document cannot be written as JSON.
    #[error("data dokumen tidak dapat ditulis: {0}")]
    Json(#[from] serde_json::Error),
}

/// A workbook that was read and checked.
pub struct Inspection {
    /// The plan; empty where the file is no workbook.
    pub renstra: Renstra,
    /// Everything that was found, in the reader's order.
    pub findings: Diagnostics,
    /// What became of each sheet's rows.
    pub account: Vec<Account>,
    /// The city's settings.
    pub config: Config,
    /// The regulation, with the agency's own tables in their places.
    pub regulation: Regulation,
    /// The city's RPJMD, where there is one.
    pub rpjmd: Option<Rpjmd>,
    /// Whether there is a plan to print at all.
    pub readable: bool,
    workbook: Option<Workbook>,
    file: kolofon::Berkas,
    naskah: Naskah,
    numbering: Numbering,
    lambang: Option<lambang::Lambang>,
}

impl Library {
    /// Loads the templates, the embedded ones or those of a folder.
    ///
    /// # Errors
    /// If a `format.toml`, a template or a font cannot be used.
    pub fn new(templates: Option<&Path>, font: &[PathBuf]) -> Result<Self, PipelineError> {
        let tree = match templates {
            Some(folder) => TemplateTree::folder(folder)?,
            None => TemplateTree::embedded(&TEMPLATES),
        };
        let mut regulation = Vec::new();
        for id in tree.folders_with("format.toml") {
            let text = tree.text(&format!("{id}/format.toml"))?;
            regulation.push(Regulation::parse(&id, &text)?);
        }
        Ok(Self {
            regulation,
            base: Base::new(tree, font)?,
        })
    }

    /// The regulation asked for, set, or in force when the plan begins.
    fn choose(
        &self,
        asked: Option<&str>,
        config: &Config,
        renstra: &Renstra,
    ) -> Result<usize, PipelineError> {
        if let Some(id) = asked.or(config.dokumen.peraturan.as_deref()) {
            return self
                .regulation
                .iter()
                .position(|r| r.id == id)
                .ok_or_else(|| {
                    let known: Vec<&str> = self.regulation.iter().map(|r| r.id.as_str()).collect();
                    PipelineError::UnknownRegulation {
                        id: id.to_owned(),
                        known: known.join(", "),
                    }
                });
        }
        let first = document::identitas::periode(&renstra.identitas, config).map(|p| p.awal.get());
        let in_force = self.regulation.iter().position(|regulation| {
            let (from, until) = regulation.berlaku;
            first.is_some_and(|year| (from..=until).contains(&year))
        });
        Ok(in_force.unwrap_or(0))
    }
}

/// Reads and checks a workbook file.
///
/// # Errors
/// If it cannot be opened, or the settings or the regulation cannot be used. A
/// file that is no workbook is a finding.
pub fn inspect(
    library: &Library,
    path: &Path,
    options: &Options,
) -> Result<Inspection, PipelineError> {
    let mut out = Diagnostics::new();
    let config_path = options.config.clone().or_else(|| Config::locate(path));
    let config = load_config(config_path.as_deref(), &mut out)?;
    match workbook::read(path) {
        Ok(workbook) => inspect_with(library, workbook, config, out, options),
        Err(ReadError::Refused(finding)) => {
            out.emit(*finding);
            refused(library, path, config, out, options)
        }
        Err(error @ ReadError::Io { .. }) => Err(error.into()),
    }
}

/// Checks a workbook that is in memory, without a `renstra.toml` unless the
/// options name one.
///
/// # Errors
/// As [`inspect`].
pub fn inspect_workbook(
    library: &Library,
    workbook: Workbook,
    options: &Options,
) -> Result<Inspection, PipelineError> {
    let mut out = Diagnostics::new();
    let config = load_config(options.config.as_deref(), &mut out)?;
    inspect_with(library, workbook, config, out, options)
}

/// Who a workbook speaks of, without checking it: for telling many apart.
///
/// # Errors
/// If it cannot be opened or is no workbook.
pub fn identify(path: &Path) -> Result<Identitas, ReadError> {
    let workbook = workbook::read(path)?;
    Ok(sheets::read_identitas(&workbook).unwrap_or_default())
}

/// Whether the bytes are a workbook that can be read, and not one that is still
/// being written.
pub fn is_whole(path: &Path, bytes: &[u8]) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    workbook::from_bytes(&name, bytes.to_vec()).is_ok()
}

fn load_config(path: Option<&Path>, out: &mut Diagnostics) -> Result<Config, PipelineError> {
    let Some(path) = path else {
        return Ok(Config::default());
    };
    Config::load(path, out).map_err(|why| PipelineError::Config {
        path: path.display().to_string(),
        why,
    })
}

fn inspect_with(
    library: &Library,
    workbook: Workbook,
    config: Config,
    mut out: Diagnostics,
    options: &Options,
) -> Result<Inspection, PipelineError> {
    for notice in &workbook.notice {
        out.emit(notice.clone());
    }
    let sheets = sheets::read(&workbook, &mut out);
    let account = sheets.account.clone();
    let mut renstra = normalise::normalise(sheets, &mut out);
    let index = library.choose(options.peraturan.as_deref(), &config, &renstra)?;
    dasar_hukum::lift(&mut renstra, &library.regulation[index]);
    let regulation = &document::tambahan::effective(&library.regulation[index], &renstra, &config);
    let numbering = Numbering::new(regulation, &config, &renstra);
    let naskah = naskah::write(&renstra, regulation, &config, &numbering, &mut out);
    let periode = document::identitas::periode(&renstra.identitas, &config);
    let rpjmd = rpjmd::load(options.rpjmd.as_deref(), &config, periode, &mut out)?;
    let subject = Subject {
        renstra: &renstra,
        rpjmd: rpjmd.as_ref(),
        regulation,
        config: &config,
        slot: naskah.keys().cloned().collect::<BTreeSet<_>>(),
        periode,
        tab: sheets::tab_name,
        file: Origin::file(workbook.file.clone()),
        sheet: account
            .iter()
            .map(|entry| (entry.id, entry.origin.clone()))
            .collect(),
    };
    checks::run(&subject, &mut out);
    let lambang = lambang::load(&config, &mut out);
    settle(&mut out, regulation, options);
    let file = kolofon::Berkas {
        nama: workbook.file.to_string(),
        blake3: workbook.digest.clone(),
    };
    Ok(Inspection {
        renstra,
        findings: out,
        account,
        config,
        regulation: regulation.clone(),
        rpjmd,
        readable: true,
        workbook: Some(workbook),
        file,
        naskah,
        numbering,
        lambang,
    })
}

/// A file that is no workbook still gives its findings.
fn refused(
    library: &Library,
    path: &Path,
    config: Config,
    mut out: Diagnostics,
    options: &Options,
) -> Result<Inspection, PipelineError> {
    let renstra = Renstra::default();
    let index = library.choose(options.peraturan.as_deref(), &config, &renstra)?;
    settle(&mut out, &library.regulation[index], options);
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    Ok(Inspection {
        renstra,
        findings: out,
        account: Vec::new(),
        config,
        regulation: library.regulation[index].clone(),
        rpjmd: None,
        readable: false,
        workbook: None,
        file: kolofon::Berkas {
            nama: name.unwrap_or_default(),
            blake3: String::new(),
        },
        naskah: Naskah::new(),
        numbering: Numbering::default(),
        lambang: None,
    })
}

/// Fills in the legal basis, applies the user's settings, and sorts.
fn settle(out: &mut Diagnostics, regulation: &Regulation, options: &Options) {
    options.apply(out);
    out.retain_mut(|finding| {
        if finding.basis.is_none() {
            let word = regulation.aturan.get(finding.code.0);
            finding.basis = word.and_then(|aturan| aturan.dasar.clone());
        }
        true
    });
    out.sort();
}

impl Options {
    /// Leaves out what the user does not want to hear, and makes errors of
    /// warnings where they count as such.
    pub fn apply(&self, out: &mut Diagnostics) {
        out.retain_mut(|finding| {
            if finding.severity == Severity::Error {
                return true;
            }
            if self.deny_warning && finding.severity == Severity::Warning {
                finding.severity = Severity::Error;
            }
            !self.allow.iter().any(|code| code == finding.code.0)
        });
    }
}

/// Checks agencies beside each other and against the city's RPJMD, if there is
/// one. The regulation is that of the first plan.
pub fn inspect_city(
    regulation: &Regulation,
    rpjmd: Option<&Rpjmd>,
    member: &[Member],
    options: &Options,
) -> Diagnostics {
    let mut out = Diagnostics::new();
    checks::kota::run(&City { rpjmd, member }, regulation, &mut out);
    settle(&mut out, regulation, options);
    out
}

/// The recap of a city's plans against its RPJMD; with each agency, how many
/// errors, warnings and infos it has. Plans of another period are left out.
pub fn recap_city(
    rpjmd: &Rpjmd,
    config: &Config,
    member: &[Member],
    temuan: &[[usize; 3]],
) -> Kota {
    let anggota: Vec<Anggota<'_>> = member
        .iter()
        .zip(temuan)
        .filter(|(member, _)| member.of_rpjmd)
        .map(|(member, temuan)| Anggota {
            renstra: &member.renstra,
            berkas: member.file.file.to_string(),
            temuan: *temuan,
        })
        .collect();
    Kota::build(rpjmd, config, &anggota)
}

/// Lays the recap of a city out.
///
/// # Errors
/// If it cannot be written as JSON or typst refuses it.
pub fn typeset_city<'l>(library: &'l Library, city: &Kota) -> Result<Typeset<'l>, PipelineError> {
    let job = Job::new(KOTA, city.to_json()?);
    Ok(crate::typeset::compile(&library.base, &job)?)
}

/// The recap of a city as a workbook.
///
/// # Errors
/// If it cannot be written.
pub fn city_workbook(city: &Kota) -> Result<Vec<u8>, PipelineError> {
    Ok(verifikasi::city_workbook(city)?)
}

impl Inspection {
    /// The document, final or as a draft.
    pub fn document(&self, draft: bool) -> Document<'_> {
        let context = Context {
            regulation: &self.regulation,
            config: &self.config,
            naskah: &self.naskah,
            numbering: &self.numbering,
            rancangan: draft,
            lambang: self.lambang.as_ref().map(|lambang| lambang.virtual_path),
            kolofon: draft.then(|| self.kolofon()),
        };
        Document::build(&self.renstra, context)
    }

    /// Lays the document out.
    ///
    /// # Errors
    /// If the document cannot be written as JSON or typst refuses it.
    pub fn typeset<'l>(
        &self,
        library: &'l Library,
        draft: bool,
    ) -> Result<Typeset<'l>, PipelineError> {
        let data = self.document(draft).to_json()?;
        let id = &self.regulation.id;
        let mut job = Job::new(format!("/{id}/main.typ"), data).today(self.document_time());
        if let Some(lambang) = &self.lambang {
            job = job.file(lambang.virtual_path, lambang.bytes.clone());
        }
        Ok(crate::typeset::compile(&library.base, &job)?)
    }

    /// The note of what was found, for a verifier.
    pub fn verifikasi(&self) -> Verifikasi {
        Verifikasi::build(&Sumber {
            renstra: &self.renstra,
            rpjmd: self.rpjmd.as_ref(),
            regulation: &self.regulation,
            config: &self.config,
            findings: &self.findings,
            lembar: self
                .account
                .iter()
                .map(|entry| (entry.origin.clone(), entry.id))
                .collect(),
            tab: sheets::tab_name,
            berkas: &self.file.nama,
            digest: &self.file.blake3,
            daerah: self.daerah(),
            periode: self.periode().map(|periode| periode.to_string()),
        })
    }

    /// Lays the note out.
    ///
    /// # Errors
    /// If it cannot be written as JSON or typst refuses it.
    pub fn typeset_verifikasi<'l>(
        &self,
        library: &'l Library,
    ) -> Result<Typeset<'l>, PipelineError> {
        let data = self.verifikasi().to_json()?;
        let job = Job::new(VERIFIKASI, data).today(self.document_time());
        Ok(crate::typeset::compile(&library.base, &job)?)
    }

    /// The note as a workbook whose links lead to `target`.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn verifikasi_workbook(&self, target: &str) -> Result<Vec<u8>, PipelineError> {
        Ok(verifikasi::workbook(&self.verifikasi(), target)?)
    }

    fn turunan(&self, jenis: Jenis) -> Turunan {
        let sumber = turunan::Sumber {
            renstra: &self.renstra,
            config: &self.config,
            daerah: self.daerah(),
            periode: self.periode().map(|periode| periode.to_string()),
        };
        Turunan::build(jenis, &sumber)
    }

    /// Lays out what follows on the plan.
    ///
    /// # Errors
    /// If it cannot be written as JSON or typst refuses it.
    pub fn typeset_turunan<'l>(
        &self,
        library: &'l Library,
        jenis: Jenis,
    ) -> Result<Typeset<'l>, PipelineError> {
        let data = self.turunan(jenis).to_json()?;
        let job = Job::new(TURUNAN, data).today(self.document_time());
        Ok(crate::typeset::compile(&library.base, &job)?)
    }

    /// What follows on the plan as a workbook.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn turunan_workbook(&self, jenis: Jenis) -> Result<Vec<u8>, PipelineError> {
        Ok(turunan::workbook(&self.turunan(jenis))?)
    }

    /// The plan's period, from the workbook or the settings.
    pub fn periode(&self) -> Option<Periode> {
        document::identitas::periode(&self.renstra.identitas, &self.config)
    }

    /// The region, from the workbook or the settings.
    pub fn daerah(&self) -> Option<String> {
        document::identitas::daerah(&self.renstra.identitas, &self.config)
    }

    /// The workbook as a whole.
    pub fn origin(&self) -> Origin {
        Origin::file(self.file.nama.as_str())
    }

    /// The first cell that says `text`, blanks aside; the workbook as a whole if
    /// none does or if it is too short to tell.
    pub fn locate(&self, text: &str) -> Origin {
        let squeeze = |text: &str| -> String { text.split_whitespace().collect() };
        let needle = squeeze(text);
        let telling = needle.len() > 3 || !needle.is_ascii();
        let sheet = self.workbook.iter().flat_map(|workbook| &workbook.sheet);
        sheet
            .flat_map(|sheet| sheet.cell.iter().map(move |(at, cell)| (sheet, at, cell)))
            .find(|(_, _, cell)| {
                telling
                    && matches!(&cell.value, Value::Text(text) if squeeze(text).contains(&needle))
            })
            .map_or_else(
                || self.origin(),
                |(sheet, at, _)| sheet.origin.at(at.row, at.col),
            )
    }

    /// BLAKE3 digest of the workbook, hexadecimal.
    pub fn digest(&self) -> &str {
        &self.file.blake3
    }

    /// The moment the document is of, in seconds since 1970: the day of
    /// signing, else the first day of the plan's period.
    pub fn document_time(&self) -> i64 {
        let identitas = &self.renstra.identitas;
        let signed = identitas.tanggal.value().copied();
        let begin = || {
            let first = document::identitas::periode(identitas, &self.config)?.awal;
            Tanggal::new(1, 1, first.get())
        };
        signed.or_else(begin).map(Tanggal::unix).unwrap_or_default()
    }

    fn kolofon(&self) -> kolofon::Kolofon {
        kolofon::Kolofon {
            versi: format!("renstra {}", env!("CARGO_PKG_VERSION")),
            berkas: vec![self.file.clone()],
            lembar: self.account.iter().map(lembar).collect(),
            pagu: self.pagu_per_year(),
            temuan: self.findings.iter().map(temuan).collect(),
        }
    }

    fn pagu_per_year(&self) -> Vec<kolofon::PaguTahun> {
        let table = &self.renstra.pendanaan;
        let year: BTreeSet<_> = table
            .program
            .iter()
            .flat_map(|program| program.baris.pagu.keys().copied())
            .collect();
        year.into_iter()
            .filter_map(|tahun| {
                let jumlah = table.pagu_year(tahun)?.to_string();
                Some(kolofon::PaguTahun {
                    tahun: tahun.to_string(),
                    jumlah,
                })
            })
            .collect()
    }
}

fn lembar(entry: &Account) -> kolofon::Lembar {
    let sum: rust_decimal::Decimal = entry.pagu.values().sum();
    kolofon::Lembar {
        nama: entry.origin.sheet.as_deref().unwrap_or_default().to_owned(),
        jenis: sheets::tab_name(entry.id).to_owned(),
        dilihat: entry.seen,
        dipakai: entry.used,
        dilaporkan: entry.reported,
        jumlah: (!entry.pagu.is_empty()).then(|| format!("Rp{}", Rupiah::from_decimal(sum))),
    }
}

fn temuan(finding: &Diagnostic) -> kolofon::Temuan {
    kolofon::Temuan {
        tingkat: finding.severity.word().to_owned(),
        kode: finding.code.to_string(),
        lokasi: finding.origin.to_string(),
        pesan: finding.message.clone(),
    }
}
