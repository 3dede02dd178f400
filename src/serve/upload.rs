//! A workbook dropped on the page.

use std::io::{self, Write};
use std::path::Path as FilePath;
use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::body::to_bytes;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_LENGTH;
use axum::response::{IntoResponse, Response};

use tokio::time::timeout;

use super::desk::Desk;
use super::queue::Job;
use super::route::refuse;
use crate::pipeline;

/// Largest workbook that is taken in; the reader takes no larger one either.
const MOST: usize = 48 << 20;

/// How long a body may take to come.
const SLOW: Duration = Duration::from_mins(1);

/// Puts a workbook into the folder; one of the same name is kept aside first.
pub(super) async fn receive(
    State(desk): State<Arc<Desk>>,
    Path(name): Path<String>,
    request: Request,
) -> Response {
    let too_large = || {
        let most = MOST >> 20;
        refuse(
            StatusCode::PAYLOAD_TOO_LARGE,
            format!("berkas lebih besar dari {most} MiB"),
        )
    };
    // What says itself that it is too large is not waited for.
    let size = request.headers().get(CONTENT_LENGTH);
    let size = size.and_then(|size| size.to_str().ok()?.parse::<usize>().ok());
    if size.is_some_and(|size| size > MOST) {
        return too_large();
    }
    let body = match timeout(SLOW, to_bytes(request.into_body(), MOST)).await {
        Ok(Ok(body)) => body,
        Ok(Err(_)) => return too_large(),
        Err(_) => {
            return refuse(StatusCode::REQUEST_TIMEOUT, "berkas terlalu lama dikirim");
        }
    };
    let Some(path) = desk.city.path_for(&name) else {
        return refuse(
            StatusCode::UNPROCESSABLE_ENTITY,
            "nama berkas tidak dapat dipakai; kirimkan .xlsx, .xlsm, .xls, .xlsb, atau .ods",
        );
    };
    let shown = name.clone();
    let stored = tokio::task::spawn_blocking(move || {
        if pipeline::is_whole(&path, &body) {
            let stored = store(&desk, &path, &body).map(Some);
            // The watch would see it too, but the page asks for it at once.
            desk.know(&shown);
            desk.queue.now(Job::Refresh(shown));
            stored
        } else {
            Ok(None)
        }
    });
    match stored.await {
        Ok(Ok(Some(cadangan))) => {
            Json(serde_json::json!({ "berkas": name, "cadangan": cadangan })).into_response()
        }
        Ok(Ok(None)) => refuse(
            StatusCode::UNPROCESSABLE_ENTITY,
            "berkas itu bukan buku kerja yang dapat dibaca; berkas lama tidak diganti",
        ),
        Ok(Err(why)) if why.kind() == io::ErrorKind::PermissionDenied => refuse(
            StatusCode::CONFLICT,
            "berkas tidak dapat diganti: sedang dibuka program lain, atau tidak ada izin menulis",
        ),
        Ok(Err(_)) | Err(_) => refuse(
            StatusCode::INTERNAL_SERVER_ERROR,
            "berkas tidak dapat disimpan",
        ),
    }
}

/// Name of the copy of what was there before, if anything was.
fn store(desk: &Desk, path: &FilePath, body: &[u8]) -> io::Result<Option<String>> {
    let folder = path.parent().unwrap_or(FilePath::new("."));
    let mut file = tempfile::Builder::new()
        .prefix(".renstra-")
        .tempfile_in(folder)?;
    file.write_all(body)?;
    file.as_file().sync_all()?;
    let copy = desk.city.back_up(path)?;
    file.persist(path).map_err(|failed| failed.error)?;
    let name = copy.and_then(|copy| Some(copy.file_name()?.to_string_lossy().into_owned()));
    Ok(name)
}
