//! Which city is meant by a folder, a workbook, or nothing.

use std::path::{Path, PathBuf};

use crate::batch::discovery;
use crate::config::Config;

/// What is to be served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct Place {
    /// The city's folder, or a folder of workbooks.
    pub folder: PathBuf,
    /// The workbook that is opened first.
    pub workbook: Option<String>,
    /// Whether it stands in no city, so that its neighbours are none of its business.
    pub alone: bool,
}

impl Place {
    /// A city as a whole.
    pub fn city(folder: PathBuf) -> Self {
        Self {
            folder,
            workbook: None,
            alone: false,
        }
    }
}

/// The city of a folder or a workbook; `None` for a folder that is there and holds none.
pub(in crate::cli) fn of(path: &Path) -> Option<Place> {
    let Ok(path) = path.canonicalize() else {
        // It is said why when it is served.
        return Some(Place::city(path.to_owned()));
    };
    if path.is_file() {
        return workbook(&path);
    }
    if let Some(city) = around(&path) {
        return Some(Place::city(city));
    }
    let holds = |folder: &Path| {
        let found = discovery::discover(folder);
        found.is_ok_and(|found| !found.workbook.is_empty())
    };
    let below = discovery::folder(&path);
    (below != path || holds(&path)).then(|| Place::city(path))
}

fn workbook(path: &Path) -> Option<Place> {
    let folder = path.parent()?;
    let name = path.file_name()?.to_str()?.to_owned();
    let Some(city) = around(path) else {
        return Some(Place {
            folder: folder.to_owned(),
            workbook: Some(name),
            alone: true,
        });
    };
    let is_agency = discovery::folder(&city) == folder && name != crate::pipeline::RPJMD;
    Some(Place {
        workbook: is_agency.then_some(name),
        ..Place::city(city)
    })
}

/// The nearest city around the current folder or the program itself.
pub(in crate::cli) fn nearest() -> Option<Place> {
    let program = std::env::current_exe().ok();
    let program = program.as_deref().and_then(Path::parent);
    [Some(Path::new(".")), program]
        .into_iter()
        .flatten()
        .find_map(around)
        .map(Place::city)
}

/// The folder with settings at or above a path.
fn around(path: &Path) -> Option<PathBuf> {
    Config::locate(path)?.parent().map(Path::to_owned)
}
