//! Templates, fonts and regulations.

use std::path::{Path, PathBuf};

use super::PipelineError;
use crate::checks;
use crate::config::Config;
use crate::document;
use crate::model::Renstra;
use crate::regulation::{ATURAN, Columns, FORMAT, MAIN, Regulation, RegulationError, Vocabulary};
use crate::sheets;
use crate::templates::TEMPLATES;
use crate::typeset::{Base, TemplateTree};

/// Templates, fonts and regulations: the same for every document of a run.
pub struct Library {
    /// Every regulation, by id.
    pub regulation: Vec<Regulation>,
    /// What typst needs.
    pub base: Base,
    /// Folder of the templates; `None` for the embedded ones.
    pub templates: Option<PathBuf>,
    /// Folders of further fonts.
    pub font: Vec<PathBuf>,
}

/// What a regulation's folder may name: the worksheets that are read, and what the
/// document makes of them.
fn vocabulary() -> Vocabulary {
    let columns = |schema: &sheets::schema::Schema| -> Columns {
        let read = schema
            .column
            .iter()
            .map(|column| (column.key, column.yearly()));
        read.chain(document::vocabulary::computed_columns(schema.id))
            .collect()
    };
    let made = document::vocabulary::computed_tables();
    let made = made.map(|(id, keys)| (id, keys.into_iter().collect()));
    Vocabulary {
        worksheets: sheets::ALL
            .iter()
            .map(|schema| (schema.id.id(), columns(schema)))
            .chain(made)
            .collect(),
        gambar: &document::vocabulary::GAMBAR,
        bagian: &document::vocabulary::BAGIAN,
        is_rule: checks::is_rule,
    }
}

impl Library {
    /// Loads the templates, the embedded ones or those of a folder.
    ///
    /// # Errors
    /// If a `format.toml`, an `aturan.toml`, a template or a font cannot be used.
    pub fn new(templates: Option<&Path>, font: &[PathBuf]) -> Result<Self, PipelineError> {
        let tree = match templates {
            Some(folder) => TemplateTree::folder(folder)?,
            None => TemplateTree::embedded(&TEMPLATES),
        };
        let vocabulary = vocabulary();
        let mut regulation = Vec::new();
        for id in tree.folders_with(FORMAT) {
            let format = tree.text(&format!("{id}/{FORMAT}"))?;
            let aturan = tree
                .text(&format!("{id}/{ATURAN}"))
                .map_err(|_| RegulationError::NoAturan { id: id.clone() })?;
            if tree.text(&format!("{id}/{MAIN}")).is_err() {
                return Err(RegulationError::NoTemplate { id }.into());
            }
            regulation.push(Regulation::parse(&id, &format, &aturan, &vocabulary)?);
        }
        Ok(Self {
            regulation,
            base: Base::new(tree, font)?,
            templates: templates.map(Path::to_owned),
            font: font.to_vec(),
        })
    }

    /// The regulation asked for, set, or in force when the plan begins.
    pub(super) fn choose(
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
