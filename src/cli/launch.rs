//! How the program was started: with a command, or by a double-click and by what was
//! dropped on its icon.

use std::ffi::{OsStr, OsString};
use std::io::{BufRead, IsTerminal, Write};
use std::path::Path;

use clap::CommandFactory;

use super::Outcome;
use super::args::Arguments;

/// The command line, with a command where the user gave none.
pub(super) struct Launch {
    /// What clap reads.
    pub arguments: Vec<OsString>,
    /// Whether there was no command, as from a window of files.
    pub by_icon: bool,
}

impl Launch {
    /// Nothing, or paths alone, open the page.
    pub(super) fn of(given: impl IntoIterator<Item = OsString>) -> Self {
        let mut given: Vec<OsString> = given.into_iter().map(unquoted).collect();
        if let Some(first) = given.get_mut(1) {
            *first = as_command(first);
        }
        let bare = given.len() < 2;
        let path = given.get(1).filter(|first| is_path(first));
        if !bare && path.is_none() {
            return Self {
                arguments: given,
                by_icon: false,
            };
        }
        let program = given.first().cloned().unwrap_or_else(|| "renstra".into());
        let mut arguments = vec![program, "serve".into(), "--open".into()];
        arguments.extend(path.cloned());
        // Of several files that were dropped together the first says which city is meant.
        let rest = given.into_iter().skip(2);
        arguments.extend(rest.skip_while(|other| Path::new(other).exists()));
        Self {
            arguments,
            by_icon: true,
        }
    }

    /// Lets a failure be read before the window closes over it.
    pub(super) fn end(&self, outcome: Outcome) {
        let own_window = cfg!(windows) && self.by_icon && outcome != Outcome::Clean;
        if own_window && std::io::stdin().is_terminal() {
            let _ =
                std::io::stderr().write_all("Tekan Enter untuk menutup jendela ini. ".as_bytes());
            let _ = std::io::stdin().lock().read_line(&mut String::new());
        }
    }
}

/// The argument as a command's name: `Render` is `render`.
pub(super) fn as_command(argument: &OsStr) -> OsString {
    let lower = argument.to_string_lossy().to_lowercase();
    match Arguments::command().find_subcommand(&lower) {
        Some(_) if !Path::new(argument).exists() => lower.into(),
        _ => argument.to_owned(),
    }
}

/// The argument without the quotation mark that Windows leaves behind `"C:\Kota Baru\"`,
/// where the backslash takes the mark for a part of the name.
fn unquoted(argument: OsString) -> OsString {
    let bare = argument
        .to_str()
        .and_then(|text| text.strip_suffix('"'))
        .filter(|bare| !bare.starts_with('-') && !bare.contains('"'));
    match bare {
        Some(bare) if cfg!(windows) || Path::new(bare).exists() => bare.into(),
        _ => argument,
    }
}

/// Whether an argument is a path and no command: it is there, or can be nothing else.
fn is_path(argument: &OsStr) -> bool {
    let text = argument.to_string_lossy();
    if text.starts_with('-') || Arguments::command().find_subcommand(argument).is_some() {
        return false;
    }
    let lower = text.to_lowercase();
    let workbook = [".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"];
    Path::new(argument).exists()
        || text.contains(['/', '\\'])
        || workbook.iter().any(|ending| lower.ends_with(ending))
}
