//! A workbook read, joined into a plan and checked, stage by stage.

use std::collections::BTreeSet;
use std::path::Path;

use super::open::open;
use super::settings_file::load_config;
use super::{
    Inspection, Library, Options, PipelineError, dasar_hukum, gambar, lambang, lampiran, lookalike,
    narasi, perubahan, previous_plan, row_account, rpjmd, sheet_settings, tema, titles, unfilled,
    workbook_kind,
};
use crate::audit::Audit;
use crate::checks::{self, Subject};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, Origin};
use crate::document::{self, Naskah, Numbering, kolofon};
use crate::model::{Identitas, Renstra};
use crate::normalise;
use crate::regulation::Regulation;
use crate::sheets;
use crate::workbook::{self, ReadError, Workbook};

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
    let Some(workbook) = open(path, &mut out)? else {
        return refused(library, path, config, out, options);
    };
    // One true sentence: what the rules would miss in it is no news.
    if let Some(finding) = workbook_kind::refusal(&workbook) {
        out.emit(finding);
        return refused(library, path, config, out, options);
    }
    inspect_with(library, workbook, path.parent(), config, out, options)
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
    inspect_with(library, workbook, None, config, out, options)
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

fn inspect_with(
    library: &Library,
    workbook: Workbook,
    folder: Option<&Path>,
    config: Config,
    mut out: Diagnostics,
    options: &Options,
) -> Result<Inspection, PipelineError> {
    for notice in &workbook.notice {
        out.emit(notice.clone());
    }
    let sheets = sheets::read_with(&workbook, &sheet_settings::reading(&config), &mut out);
    let mut account = sheets.account.clone();
    let lookalike = lookalike::by_worksheet(&sheets.lookalikes);
    let mut renstra = normalise::normalise(sheets, &mut out);
    let index = library.choose(options.peraturan.as_deref(), &config, &renstra)?;
    sheet_settings::check(&config, &library.regulation[index], &mut out);
    dasar_hukum::lift(&mut renstra, &library.regulation[index]);
    let gambar = gambar::load(&mut renstra, &library.regulation[index], folder, &mut out);
    let regulation = &document::tambahan::effective(&library.regulation[index], &renstra, &config);
    tema::check(&renstra, &config, &mut out);
    lampiran::check(&renstra, &config, regulation, &mut out);
    let numbering = Numbering::new(regulation, &config, &renstra);
    let naskah = narasi::write(&renstra, regulation, &config, &numbering, &mut out);
    row_account::recount(&mut account, &renstra, regulation);
    let periode = document::identitas::periode(&renstra.identitas, &config);
    let rpjmd = rpjmd::load(options.rpjmd.as_deref(), &config, periode, &mut out)?;
    let past = previous_plan::load(&config, &workbook.file, &mut out);
    let subject = Subject {
        renstra: &renstra,
        sebelumnya: past.as_ref().map(|past| &past.renstra),
        rpjmd: rpjmd.as_ref(),
        regulation,
        config: &config,
        slot: naskah.keys().cloned().collect::<BTreeSet<_>>(),
        periode,
        file: Origin::file(workbook.file.clone()),
        judul: titles::read(&workbook, &account),
        tahun_kepala: titles::years(&workbook, &account),
        sheet: account
            .iter()
            .filter_map(|entry| Some((entry.id?, entry.origin.clone())))
            .collect(),
        lookalike,
    };
    checks::run(&subject, &mut out);
    let file = Origin::file(workbook.file.clone());
    unfilled::fold(file, &account, regulation, &config, &mut out);
    let plan = perubahan::Plan {
        workbook: &workbook,
        renstra: &renstra,
        regulation,
        config: &config,
        past: past.as_ref(),
    };
    let matriks_perubahan = perubahan::matrix(library, &plan, options, &mut out)?;
    let lambang = lambang::load(&config, &mut out);
    let file = kolofon::Berkas {
        nama: workbook.file.to_string(),
        blake3: workbook.digest.clone(),
    };
    let mut inspection = Inspection {
        renstra,
        findings: out,
        account,
        audit: Audit::default(),
        config,
        regulation: regulation.clone(),
        has_sebelumnya: past.is_some(),
        note: None,
        rpjmd,
        readable: true,
        workbook: Some(workbook),
        file,
        naskah,
        numbering,
        lambang,
        gambar,
        matriks_perubahan,
        options: options.clone(),
    };
    inspection.account_for_cells()?;
    finish(&mut inspection.findings, &inspection.regulation, options);
    Ok(inspection)
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
    finish(&mut out, &library.regulation[index], options);
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    Ok(Inspection {
        renstra,
        findings: out,
        account: Vec::new(),
        audit: Audit::default(),
        config,
        regulation: library.regulation[index].clone(),
        has_sebelumnya: false,
        note: None,
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
        gambar: Vec::new(),
        matriks_perubahan: None,
        options: options.clone(),
    })
}

/// Fills in the legal basis, applies the user's settings, and sorts.
pub(super) fn finish(out: &mut Diagnostics, regulation: &Regulation, options: &Options) {
    options.apply(out);
    let state_basis = |finding: &mut Diagnostic| {
        if finding.basis.is_none() {
            let stated = regulation.aturan.get(finding.code.0);
            finding.basis = stated.and_then(|aturan| aturan.dasar.clone());
        }
    };
    out.retain_mut(|finding| {
        state_basis(finding);
        finding.consequences.iter_mut().for_each(state_basis);
        true
    });
    out.sort();
}
