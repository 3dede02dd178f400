//! A workbook dropped on the page: streamed to disk, looked at by the worker,
//! put in its place one at a time.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use axum::Json;
use axum::body::BodyDataStream;
use axum::extract::{Path, Query, Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_LENGTH;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use tempfile::NamedTempFile;
use tokio::time::timeout;
use tokio_stream::StreamExt;

use super::backup;
use super::queue::Job;
use super::response::refuse;
use super::state::AppState;
use super::upload_question::{self, Question, Wish};
use crate::output;

/// Largest workbook that is taken in; the reader takes no larger one either.
const MOST: u64 = 48 << 20;

/// How long a body may take to come.
const SLOW: Duration = Duration::from_mins(1);

/// Puts a workbook into the folder; one of the same name is kept aside first.
pub(super) async fn receive(
    State(state): State<Arc<AppState>>,
    Path(name): Path<String>,
    Query(decision): Query<Decision>,
    request: Request,
) -> Response {
    match take(&state, name, decision, request).await {
        Ok(done) => done,
        Err((status, why)) => refuse(status, why),
    }
}

/// Why something is not done, and as which answer.
pub(super) type Refusal = (StatusCode, String);

/// What the user decided when asked.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Decision {
    /// What is to be done with it.
    cara: Option<Wish>,
    /// The name under which it is kept, if another than its own.
    sebagai: Option<String>,
}

/// What became of a workbook that was sent.
enum Stored {
    /// It is in its place under this name; that of the copy of what was there before.
    There(String, Option<String>),
    /// It is in no place yet.
    Asked(Question),
}

async fn take(
    state: &Arc<AppState>,
    name: String,
    decision: Decision,
    request: Request,
) -> Result<Response, Refusal> {
    let name = decision.sebagai.unwrap_or(name);
    let Some(path) = state.city.path_for(&name) else {
        return Err((
            StatusCode::UNPROCESSABLE_ENTITY,
            "nama berkas tidak dapat dipakai; kirimkan .xlsx, .xlsm, .xls, .xlsb, atau .ods"
                .to_owned(),
        ));
    };
    if !state.city.takes(&name) {
        return Err((
            StatusCode::CONFLICT,
            "yang dibuka hanya satu buku kerja; buka folder kotanya untuk menambah buku kerja lain"
                .to_owned(),
        ));
    }
    // What says itself that it is too large is not waited for.
    let size = request.headers().get(CONTENT_LENGTH);
    let size = size.and_then(|size| size.to_str().ok()?.parse::<u64>().ok());
    let size = size.unwrap_or(MOST);
    if size > MOST {
        return Err(too_large());
    }
    let room = u32::try_from((size >> 20) + 1).unwrap_or(u32::MAX);
    let Ok(_room) = Arc::clone(&state.uploads).try_acquire_many_owned(room) else {
        return Err((
            StatusCode::SERVICE_UNAVAILABLE,
            "terlalu banyak berkas dikirim bersamaan; coba lagi sebentar lagi".to_owned(),
        ));
    };
    let folder = state.city.opd().to_owned();
    let body = request.into_body().into_data_stream();
    let file = match timeout(SLOW, write(body, folder)).await {
        Ok(file) => file?,
        Err(_) => {
            return Err((
                StatusCode::REQUEST_TIMEOUT,
                "berkas terlalu lama dikirim".to_owned(),
            ));
        }
    };
    let state = Arc::clone(state);
    let stored = tokio::task::spawn_blocking(move || store(&state, &path, file, decision.cara));
    let stored = stored.await.map_err(|_| not_stored())?;
    stored.map(|stored| match stored {
        Stored::There(name, cadangan) => {
            Json(serde_json::json!({ "berkas": name, "cadangan": cadangan })).into_response()
        }
        Stored::Asked(question) => Json(serde_json::json!({ "tanya": question })).into_response(),
    })
}

/// The body as a file next to the workbooks, which is gone when nobody takes it.
async fn write(mut body: BodyDataStream, folder: PathBuf) -> Result<NamedTempFile, Refusal> {
    let mut file = output::begin(&folder).map_err(|why| unwritten(&why))?;
    let mut size = 0;
    while let Some(part) = body.next().await {
        let part = part.map_err(|_| {
            (
                StatusCode::BAD_REQUEST,
                "pengiriman berkas terputus".to_owned(),
            )
        })?;
        size += part.len() as u64;
        if size > MOST {
            return Err(too_large());
        }
        file.write_all(&part).map_err(|why| unwritten(&why))?;
    }
    Ok(file)
}

/// Name of the workbook, and of the copy of what was there before, if anything was.
fn store(
    state: &AppState,
    path: &std::path::Path,
    file: NamedTempFile,
    wish: Option<Wish>,
) -> Result<Stored, Refusal> {
    let name = |path: &std::path::Path| {
        let name = path.file_name().unwrap_or_default();
        name.to_string_lossy().into_owned()
    };
    let sent = name(path);
    let look = state.look(file.path(), &sent).map_err(|why| {
        let why = format!(
            "berkas itu tidak dapat dibaca ({why}); tidak ada yang ditambahkan atau diganti"
        );
        (StatusCode::UNPROCESSABLE_ENTITY, why)
    })?;
    let asked = upload_question::question(state, &sent, &look, wish);
    if let Some(question) = asked.map_err(|why| (StatusCode::UNPROCESSABLE_ENTITY, why))? {
        return Ok(Stored::Asked(question));
    }
    let is_rpjmd = wish == Some(Wish::Rpjmd);
    if !is_rpjmd && *path == state.city.rpjmd_path() {
        return Err((
            StatusCode::CONFLICT,
            "nama itu nama RPJMD kota; beri berkasnya nama lain".to_owned(),
        ));
    }
    file.as_file().sync_all().map_err(|why| unwritten(&why))?;
    // One at a time: what is replaced by one is kept before the next.
    let _turn = state.storing.lock().unwrap_or_else(PoisonError::into_inner);
    let path = if is_rpjmd {
        state.city.rpjmd_path()
    } else {
        state.city.as_it_is_there(path)
    };
    if path.is_symlink() {
        return Err((
            StatusCode::CONFLICT,
            "nama itu dipakai oleh tautan ke berkas lain; ganti berkasnya di tempat asalnya"
                .to_owned(),
        ));
    }
    let copy = backup::keep(state.city.root(), &path).map_err(|why| unwritten(&why))?;
    if let Err(failed) = file.persist(&path) {
        // What was not replaced needs no copy.
        if let Some((copy, true)) = &copy {
            let _ = std::fs::remove_file(copy);
        }
        return Err(unwritten(&failed.error));
    }
    let shown = name(&path);
    // The watch would see it too, but the page asks for it at once.
    if is_rpjmd {
        state.refresh_all();
    } else {
        state.upsert(&shown);
        state.queue.now(Job::Refresh(shown.clone()));
    }
    Ok(Stored::There(shown, copy.map(|(copy, _)| name(&copy))))
}

fn too_large() -> Refusal {
    let most = MOST >> 20;
    (
        StatusCode::PAYLOAD_TOO_LARGE,
        format!("berkas lebih besar dari {most} MiB"),
    )
}

pub(super) fn unwritten(why: &io::Error) -> Refusal {
    let held = cfg!(windows) && matches!(why.raw_os_error(), Some(5 | 32 | 33));
    if held || why.kind() == io::ErrorKind::PermissionDenied {
        return (
            StatusCode::CONFLICT,
            "berkas tidak dapat diganti: sedang dibuka program lain, atau tidak ada izin menulis"
                .to_owned(),
        );
    }
    (
        StatusCode::INTERNAL_SERVER_ERROR,
        format!("berkas tidak dapat disimpan: {}", output::cause(why)),
    )
}

fn not_stored() -> Refusal {
    (
        StatusCode::INTERNAL_SERVER_ERROR,
        "berkas tidak dapat disimpan; periksa ruang penyimpanan".to_owned(),
    )
}
