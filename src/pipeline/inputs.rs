//! What documents are made of besides their workbooks.

use std::path::{Path, PathBuf};

use super::settings_file::load_config;
use super::{Library, Options, PipelineError, rpjmd};
use crate::config::{self, Config};
use crate::diagnostic::Diagnostics;
use crate::document;
use crate::model::{Identitas, Periode, Renstra};
use crate::regulation::Regulation;

/// The settings and the regulation that hold where no workbook says otherwise.
pub struct Inputs<'l> {
    /// The city's settings.
    pub config: Config,
    /// The regulation asked for, set, or in force in the period of the settings.
    pub regulation: &'l Regulation,
}

impl<'l> Inputs<'l> {
    /// Reads what lies next to a workbook or in a folder, `start`.
    ///
    /// # Errors
    /// If the settings or the RPJMD cannot be opened, or there is no such regulation:
    /// what every workbook would fail on.
    pub fn read(
        library: &'l Library,
        start: &Path,
        options: &Options,
    ) -> Result<Self, PipelineError> {
        // What is wrong inside the files is reported with each workbook.
        let mut out = Diagnostics::new();
        let path = options.config.clone().or_else(|| Config::locate(start));
        let config = load_config(path.as_deref(), &mut out)?;
        let index = library.choose(options.peraturan.as_deref(), &config, &Renstra::default())?;
        rpjmd::load(options.rpjmd.as_deref(), &config, None, &mut out)?;
        Ok(Self {
            regulation: &library.regulation[index],
            config,
        })
    }

    /// The period of the settings.
    pub fn periode(&self) -> Option<Periode> {
        document::identitas::periode(&Identitas::default(), &self.config)
    }
}

/// The city's settings around a workbook or a folder; the usual ones where they cannot be read.
pub fn settings(start: &Path, options: &Options) -> Config {
    let path = options.config.clone().or_else(|| Config::locate(start));
    load_config(path.as_deref(), &mut Diagnostics::new()).unwrap_or_default()
}

/// Files besides the workbook that a document is made of, whether they are there or not:
/// the settings, the arms, the RPJMD, pictures, the earlier workbook. `start` is the workbook or its folder.
pub fn input_files(start: &Path, options: &Options) -> Vec<PathBuf> {
    let settings = options.config.clone().or_else(|| Config::locate(start));
    let settings = settings.unwrap_or_else(|| {
        // Where new ones would be looked for first.
        let folder = if start.is_dir() {
            Some(start)
        } else {
            start.parent()
        };
        folder.unwrap_or(start).join(config::FILE_NAME)
    });
    let folder = settings.parent().map(Path::to_owned).unwrap_or_default();
    let config = Config::load(&settings, &mut Diagnostics::new()).unwrap_or_default();
    let past = super::previous_plans(&config);
    let past = past.map(|past| match start.file_name() {
        Some(name) if !start.is_dir() => vec![past.join(name)],
        _ => {
            let entry = std::fs::read_dir(&past).into_iter().flatten().flatten();
            let mut list: Vec<_> = entry.map(|entry| entry.path()).collect();
            list.sort();
            // The folder itself, for what comes and goes.
            list.push(past);
            list
        }
    });
    let arms = config.dokumen.lambang.map(|name| folder.join(name));
    let rpjmd = options.rpjmd.clone();
    let rpjmd = rpjmd.unwrap_or_else(|| folder.join(rpjmd::FILE_NAME));
    let inputs = if start.is_dir() {
        Some(start)
    } else {
        start.parent()
    };
    let pictures = inputs.map(super::pictures).unwrap_or_default();
    [Some(settings), arms, Some(rpjmd)]
        .into_iter()
        .flatten()
        .chain(pictures)
        .chain(past.into_iter().flatten())
        .collect()
}
