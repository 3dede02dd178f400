//! `renstra serve`: the city in the browser; without one, the page on which it is chosen.

mod args;
pub(super) mod find_city;
mod recent;

use std::path::PathBuf;

use super::args::General;
use super::report::Report;
use super::{CommandError, Outcome, limits, options, program};
use crate::serve::{self, End, Greeting, Other, ServeError, Settings};
pub use args::Serve;
use find_city::Place;

/// Where the page is, unless another port is asked for or this one is taken.
const PORT: u16 = 8386;

pub(super) fn run(
    args: &Serve,
    general: &General,
    report: &mut Report,
) -> Result<Outcome, CommandError> {
    let mut place = match &args.folder {
        Some(path) => find_city::of(path),
        None => find_city::nearest(),
    };
    if args.port.is_none()
        && let Some(other) = serve::other(PORT)
        && is_meant(&other, place.as_ref())
    {
        let url = address(&other.url, place.as_ref());
        report.line(&format!("Renstra sudah berjalan di peramban: {url}"))?;
        show(args, &url, report)?;
        return Ok(Outcome::Clean);
    }
    let mut port = args.port;
    let mut first = true;
    loop {
        let page = match &place {
            Some(place) => Page::City(on_port(port, |port| {
                serve::start(settings(args, general, place, port)?).map_err(CommandError::from)
            })?),
            None => Page::Welcome(on_port(port, |port| {
                serve::welcome(greeting(general, port)).map_err(CommandError::from)
            })?),
        };
        if let Some(place) = &place {
            recent::remember(&place.folder);
        }
        if first {
            let url = address(&page.url(), place.as_ref());
            report.line(&format!(
                "buka {url} di peramban komputer ini; tutup jendela ini atau tekan Ctrl+C untuk berhenti"
            ))?;
            show(args, &url, report)?;
        }
        let end = page.wait();
        // The page goes on at the same address.
        port = Some(page.port());
        first = false;
        page.stop();
        match end? {
            End::Stopped => return Ok(Outcome::Clean),
            End::Elsewhere => place = None,
            End::City(folder) => place = Some(Place::city(folder)),
        }
    }
}

/// What is being served.
enum Page {
    City(serve::Running),
    Welcome(serve::Welcome),
}

impl Page {
    fn url(&self) -> String {
        match self {
            Self::City(page) => page.url(),
            Self::Welcome(page) => page.url(),
        }
    }

    fn port(&self) -> u16 {
        match self {
            Self::City(page) => page.address.port(),
            Self::Welcome(page) => page.address.port(),
        }
    }

    fn wait(&self) -> Result<End, ServeError> {
        match self {
            Self::City(page) => page.wait(),
            Self::Welcome(page) => page.wait(),
        }
    }

    fn stop(self) {
        match self {
            Self::City(page) => page.stop(),
            Self::Welcome(page) => page.stop(),
        }
    }
}

fn settings(
    args: &Serve,
    general: &General,
    place: &Place,
    port: u16,
) -> Result<Settings, CommandError> {
    Ok(Settings {
        folder: place.folder.clone(),
        only: place.workbook.clone().filter(|_| place.alone),
        port,
        options: options(general),
        templates: general.templates.clone(),
        font_path: args.font_path.clone(),
        program: Some(program()?),
        limits: limits(general),
        describe: Some(super::batch::describe),
    })
}

fn greeting(general: &General, port: u16) -> Greeting {
    Greeting {
        port,
        templates: general.templates.clone(),
        home: home(),
        recent: recent::list(),
    }
}

/// Where people keep their documents.
fn home() -> PathBuf {
    let home = std::env::home_dir().unwrap_or_else(|| PathBuf::from("."));
    let named = ["Documents", "Dokumen"].map(|name| home.join(name));
    named
        .into_iter()
        .find(|folder| folder.is_dir())
        .unwrap_or(home)
}

/// At the port asked for; without one at the usual port, or a free one where that is taken.
fn on_port<T>(
    port: Option<u16>,
    start: impl Fn(u16) -> Result<T, CommandError>,
) -> Result<T, CommandError> {
    match start(port.unwrap_or(PORT)) {
        Err(CommandError::Serve(ServeError::Port { .. })) if port.is_none() => start(0),
        started => started,
    }
}

/// Whether the page that is served already is the one to open.
fn is_meant(other: &Other, place: Option<&Place>) -> bool {
    let Some(place) = place else {
        return true;
    };
    let same = |city: &PathBuf| place.folder.canonicalize().is_ok_and(|own| own == *city);
    !place.alone && other.city.as_ref().is_some_and(same)
}

/// The page's address, with the workbook that was opened.
fn address(url: &str, place: Option<&Place>) -> String {
    match place.and_then(|place| place.workbook.as_ref()) {
        Some(workbook) => format!("{url}#opd={}", percent(workbook)),
        None => url.to_owned(),
    }
}

fn percent(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    text.bytes()
        .map(|byte| match byte {
            _ if plain(byte) => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

fn show(args: &Serve, url: &str, report: &mut Report) -> Result<(), CommandError> {
    if args.open
        && let Err(why) = open::that_detached(url)
    {
        let why = crate::diagnostic::system_cause(&why);
        report.line(&format!(
            "peramban tidak dapat dibuka otomatis ({why}); salin alamat di atas ke peramban"
        ))?;
    }
    Ok(())
}
