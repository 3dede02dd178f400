//! Cities that were opened before, remembered for the user of this computer.

use std::path::{Path, PathBuf};

/// How many are remembered.
const MOST: usize = 8;

/// The list, one folder a line: in the user's own folder of settings.
fn file() -> Option<PathBuf> {
    let named = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let folder = if cfg!(windows) {
        PathBuf::from(named("APPDATA")?)
    } else if let Some(state) = named("XDG_STATE_HOME") {
        PathBuf::from(state)
    } else {
        std::env::home_dir()?.join(".local/state")
    };
    Some(folder.join("renstra").join("kota.txt"))
}

/// The cities, the latest first.
pub(super) fn list() -> Vec<PathBuf> {
    let text = file().and_then(|path| std::fs::read_to_string(path).ok());
    let text = text.unwrap_or_default();
    text.lines().map(PathBuf::from).take(MOST).collect()
}

/// Puts a city in front. Where it cannot be written nothing is remembered.
pub(super) fn remember(city: &Path) {
    let (Some(path), Ok(city)) = (file(), city.canonicalize()) else {
        return;
    };
    let mut list = list();
    list.retain(|other| *other != city);
    list.insert(0, city);
    list.truncate(MOST);
    let line: Vec<&str> = list.iter().filter_map(|path| path.to_str()).collect();
    let _ = crate::output::write(&path, line.join("\n").as_bytes());
}
