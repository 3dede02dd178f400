//! `renstra serve`: the city in the browser.

use super::args::{General, Serve};
use super::report::Report;
use super::{CommandError, Outcome, limits, options, program};
use crate::serve::{self, ServeError, Settings};

pub(super) fn run(
    args: &Serve,
    general: &General,
    report: &mut Report,
) -> Result<Outcome, CommandError> {
    let settings = Settings {
        folder: args.folder.clone(),
        port: args.port,
        options: options(general),
        templates: general.templates.clone(),
        font_path: args.font_path.clone(),
        program: Some(program()?),
        limits: limits(general),
    };
    let running = serve::start(settings).map_err(|why| match why {
        ServeError::Pipeline(why) => CommandError::Pipeline(why),
        other => other.into(),
    })?;
    let url = running.url();
    report.line(&format!(
        "buka {url} di peramban komputer ini; akhiri dengan Ctrl+C"
    ))?;
    if args.open
        && let Err(why) = open::that_detached(&url)
    {
        report.line(&format!("peramban tidak dapat dibuka otomatis: {why}"))?;
    }
    running.wait()?;
    running.stop();
    Ok(Outcome::Clean)
}
