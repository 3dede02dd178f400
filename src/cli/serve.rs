//! `renstra serve`: the city in the browser.

use super::args::{General, Serve};
use super::report::Report;
use super::{CommandError, Outcome, options};
use crate::pipeline::Library;
use crate::serve::{self, Settings};

pub(super) fn run(
    args: &Serve,
    general: &General,
    report: &mut Report,
) -> Result<Outcome, CommandError> {
    let library = Library::new(general.templates.as_deref(), &args.font_path)?;
    let running = serve::start(
        library,
        Settings {
            folder: args.folder.clone(),
            port: args.port,
            options: options(general),
        },
    )?;
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
