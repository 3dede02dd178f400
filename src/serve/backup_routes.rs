//! The shelf `cadangan`: workbooks taken out of the folder and those that were replaced,
//! and their way back.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};

use axum::extract::{Path as Part, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Serialize;

use super::backup;
use super::queue::Job;
use super::response::refuse;
use super::settings;
use super::state::AppState;
use super::upload::{self, Refusal};
use crate::output;
use crate::pipeline::RPJMD;

/// A copy on the shelf.
#[derive(Debug, Serialize)]
struct Kept {
    nama: String,
    /// The workbook that it was.
    berkas: String,
    /// When it was last saved, in seconds since 1970.
    disimpan: Option<u64>,
    bita: u64,
}

/// Its addresses.
pub(super) fn routes(state: Arc<AppState>) -> Router {
    Router::new()
        .route("/api/cadangan", get(list))
        .route("/api/cadangan/{nama}/pulih", post(restore))
        .route("/api/opd/{berkas}/keluar", post(take_out))
        .with_state(state)
}

async fn list(State(state): State<Arc<AppState>>) -> Response {
    let kept = backup::list(state.city.root())
        .into_iter()
        .map(|copy| Kept {
            disimpan: saved(&copy.path),
            bita: copy.path.metadata().map_or(0, |meta| meta.len()),
            nama: file_name(&copy.path),
            berkas: copy.of,
        });
    let mut kept: Vec<Kept> = kept.collect();
    kept.sort_by(|a, b| (b.disimpan, &a.nama).cmp(&(a.disimpan, &b.nama)));
    Json(kept).into_response()
}

/// When a file was last saved, in seconds since 1970.
pub(super) fn saved(path: &Path) -> Option<u64> {
    let time = path.metadata().ok()?.modified().ok()?;
    let since = time.duration_since(std::time::UNIX_EPOCH).ok()?;
    Some(since.as_secs())
}

async fn take_out(State(state): State<Arc<AppState>>, Part(name): Part<String>) -> Response {
    if state.get(&name).is_none() {
        return refuse(StatusCode::NOT_FOUND, "buku kerja itu tidak ada");
    }
    answer(move || {
        let _turn = state.storing.lock().unwrap_or_else(PoisonError::into_inner);
        let path = state.city.path(&name);
        let copy = backup::keep(state.city.root(), &path).map_err(|why| upload::unwritten(&why))?;
        std::fs::remove_file(&path).map_err(|why| upload::unwritten(&why))?;
        state.remove(&name);
        let copy = copy.map(|(copy, _)| file_name(&copy));
        Ok(serde_json::json!({ "cadangan": copy }))
    })
    .await
}

async fn restore(State(state): State<Arc<AppState>>, Part(name): Part<String>) -> Response {
    answer(move || {
        let _turn = state.storing.lock().unwrap_or_else(PoisonError::into_inner);
        let root = state.city.root();
        let found = backup::list(root).into_iter();
        let copy = found
            .into_iter()
            .find(|copy| file_name(&copy.path) == name)
            .ok_or_else(|| {
                let why = "cadangan itu tidak ada".to_owned();
                (StatusCode::NOT_FOUND, why)
            })?;
        let is_rpjmd = copy.of == RPJMD;
        let is_settings = copy.of == settings::FILE_NAME;
        let path: PathBuf = if is_rpjmd {
            state.city.rpjmd_path()
        } else if is_settings {
            root.join(settings::FILE_NAME)
        } else {
            state.city.as_it_is_there(&state.city.path(&copy.of))
        };
        // What is there now is kept as well.
        let kept = backup::keep(root, &path).map_err(|why| upload::unwritten(&why))?;
        let bytes = std::fs::read(&copy.path).map_err(|why| upload::unwritten(&why))?;
        output::write(&path, &bytes).map_err(|why| (StatusCode::CONFLICT, why.to_string()))?;
        let shown = file_name(&path);
        if is_rpjmd || is_settings {
            state.refresh_all();
        } else {
            state.upsert(&shown);
            state.queue.now(Job::Refresh(shown.clone()));
        }
        let kept = kept.map(|(kept, _)| file_name(&kept));
        Ok(serde_json::json!({ "berkas": shown, "cadangan": kept }))
    })
    .await
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

async fn answer(
    work: impl FnOnce() -> Result<serde_json::Value, Refusal> + Send + 'static,
) -> Response {
    match tokio::task::spawn_blocking(work).await {
        Ok(Ok(done)) => Json(done).into_response(),
        Ok(Err((status, why))) => refuse(status, why),
        Err(_) => refuse(
            StatusCode::INTERNAL_SERVER_ERROR,
            "berkas tidak dapat dipindahkan",
        ),
    }
}
