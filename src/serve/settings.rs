//! The settings of the city that are safe to change on the page. The other lines of
//! `renstra.toml`, and its notes, stay as they are.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use toml_edit::{DocumentMut, Item, Table, Value};

use super::backup;
use super::response::{closing, refuse};
use super::state::AppState;
use super::upload::{self, Refusal};
use crate::diagnostic::Diagnostics;
use crate::output;
use crate::pipeline::CityConfig;

/// Name of the file.
pub(super) const FILE_NAME: &str = "renstra.toml";

/// What can be changed; an empty text is a key that is not there.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Choices {
    nama: String,
    provinsi: String,
    ibu_kota: String,
    kertas: String,
    warna: String,
    perubahan: bool,
    /// `2021-08-20`.
    rpjmd_ditetapkan: String,
    batas_hari: Option<u16>,
}

/// The addresses.
pub(super) fn routes(state: Arc<AppState>) -> Router {
    Router::new()
        .route("/api/pengaturan", get(show).post(change))
        .with_state(state)
}

async fn show(State(state): State<Arc<AppState>>) -> Response {
    answer(move || {
        let document = read(&path(&state)?)?;
        Ok(Choices::of(&document))
    })
    .await
}

async fn change(State(state): State<Arc<AppState>>, Json(wanted): Json<Choices>) -> Response {
    answer(move || {
        let _turn = state.storing.lock().unwrap_or_else(PoisonError::into_inner);
        let path = path(&state)?;
        let mut document = read(&path)?;
        wanted.put(&mut document);
        let text = document.to_string();
        let mut found = Diagnostics::new();
        CityConfig::parse(&text, &mut found);
        if let Some(finding) = found.iter().next() {
            return Err((StatusCode::UNPROCESSABLE_ENTITY, finding.message.clone()));
        }
        backup::keep(state.city.root(), &path).map_err(|why| upload::unwritten(&why))?;
        output::write(&path, text.as_bytes())
            .map_err(|why| (StatusCode::CONFLICT, why.to_string()))?;
        // The watch sees it too; who waits for a network drive's need not.
        state.refresh_all();
        Ok(Choices::of(&document))
    })
    .await
}

/// The settings that hold for the city, if they are its own.
fn path(state: &AppState) -> Result<PathBuf, Refusal> {
    let refused = |why: String| Err((StatusCode::CONFLICT, why));
    if state.city.is_single() {
        return refused("buku kerja ini tidak termasuk folder kota".to_owned());
    }
    let asked = state.options.config.clone();
    let own = state.city.root().join(FILE_NAME);
    let found = asked.or_else(|| CityConfig::locate(state.city.opd()));
    match found {
        Some(found) if dunce::canonicalize(&found).ok() != dunce::canonicalize(&own).ok() => {
            let found = found.display();
            refused(format!(
                "pengaturan yang berlaku ada di luar folder kota ini: {found}"
            ))
        }
        _ => Ok(own),
    }
}

/// The file; an empty one where there is none.
fn read(path: &Path) -> Result<DocumentMut, Refusal> {
    let refused = |why: &str| (StatusCode::CONFLICT, format!("{FILE_NAME}: {why}"));
    let text = match std::fs::read(path) {
        Ok(bytes) => String::from_utf8(bytes)
            .map_err(|_| refused("isinya bukan teks UTF-8; simpan ulang dengan pengodean UTF-8"))?,
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(why) => return Err(refused(&super::cause(&why))),
    };
    let mut found = Diagnostics::new();
    CityConfig::parse(&text, &mut found);
    let finding = found.iter().next();
    if let Some(finding) = finding {
        return Err(refused(&format!(
            "{}; perbaiki dahulu dengan Notepad",
            finding.message
        )));
    }
    text.trim_start_matches('\u{feff}')
        .parse()
        .map_err(|_| refused("isinya bukan TOML yang sah"))
}

impl Choices {
    fn of(document: &DocumentMut) -> Self {
        let value = |table: &str, key: &str| document.get(table)?.get(key)?.as_value();
        let text = |table, key| match value(table, key) {
            Some(Value::String(text)) => text.value().clone(),
            Some(Value::Datetime(date)) => date.value().to_string(),
            _ => String::new(),
        };
        let days = value("jadwal", "batas_hari").and_then(Value::as_integer);
        Self {
            nama: text("daerah", "nama"),
            provinsi: text("daerah", "provinsi"),
            ibu_kota: text("daerah", "ibu_kota"),
            kertas: text("dokumen", "kertas"),
            warna: text("dokumen", "warna"),
            perubahan: value("dokumen", "perubahan")
                .and_then(Value::as_bool)
                .unwrap_or_default(),
            rpjmd_ditetapkan: text("jadwal", "rpjmd_ditetapkan"),
            batas_hari: days.and_then(|days| u16::try_from(days).ok()),
        }
    }

    /// Changes what differs.
    fn put(&self, document: &mut DocumentMut) {
        let before = Self::of(document);
        let texts = [
            ("daerah", "nama", &self.nama, &before.nama),
            ("daerah", "provinsi", &self.provinsi, &before.provinsi),
            ("daerah", "ibu_kota", &self.ibu_kota, &before.ibu_kota),
            ("dokumen", "kertas", &self.kertas, &before.kertas),
            ("dokumen", "warna", &self.warna, &before.warna),
            (
                "jadwal",
                "rpjmd_ditetapkan",
                &self.rpjmd_ditetapkan,
                &before.rpjmd_ditetapkan,
            ),
        ];
        for (table, key, wanted, before) in texts {
            let wanted = wanted.trim();
            if wanted != before {
                set(
                    document,
                    table,
                    key,
                    (!wanted.is_empty()).then(|| wanted.into()),
                );
            }
        }
        if self.perubahan != before.perubahan {
            set(
                document,
                "dokumen",
                "perubahan",
                self.perubahan.then(|| true.into()),
            );
        }
        if self.batas_hari != before.batas_hari {
            let days = self.batas_hari.map(|days| i64::from(days).into());
            set(document, "jadwal", "batas_hari", days);
        }
    }
}

/// Puts a value in its place, with the note behind it; `None` takes it out.
fn set(document: &mut DocumentMut, table: &str, key: &str, value: Option<Value>) {
    let table = document.entry(table).or_insert(Item::Table(Table::new()));
    let Some(table) = table.as_table_like_mut() else {
        return;
    };
    let Some(mut value) = value else {
        table.remove(key);
        return;
    };
    match table.get_mut(key) {
        Some(Item::Value(before)) => {
            *value.decor_mut() = before.decor().clone();
            *before = value;
        }
        _ => {
            table.insert(key, Item::Value(value));
        }
    }
}

async fn answer(work: impl FnOnce() -> Result<Choices, Refusal> + Send + 'static) -> Response {
    match tokio::task::spawn_blocking(work).await {
        Ok(Ok(choices)) => Json(choices).into_response(),
        Ok(Err((status, why))) => refuse(status, why),
        Err(_) => closing(),
    }
}
