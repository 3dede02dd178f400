//! `renstra data`: the JSON that the templates get, for template authors.

use super::args::{Data, General};
use super::report::{self, Report};
use super::{CommandError, Outcome, options, output};
use crate::pipeline::{self, Library, PipelineError};

pub(super) fn run(
    args: &Data,
    general: &General,
    report: &mut Report,
) -> Result<Outcome, CommandError> {
    let library = Library::new(general.templates.as_deref(), &[])?;
    let inspection = pipeline::inspect(&library, &args.workbook, &options(general))?;
    if !inspection.readable {
        report.findings(&inspection.findings)?;
        return Ok(Outcome::Findings);
    }
    let document = inspection.document(args.draft);
    let mut json = document.to_json_pretty().map_err(PipelineError::from)?;
    json.push(b'\n');
    match &args.output {
        Some(path) => output::write(path, &json)?,
        None => report::data(&json)?,
    }
    Ok(Outcome::Clean)
}
