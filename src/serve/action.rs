//! What the page does for the whole city, and what it opens on this computer.

use std::path::Path;
use std::sync::{Arc, PoisonError};

use axum::extract::{Path as Part, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use tokio::sync::oneshot;

use super::message::{DownloadFile, Known};
use super::print_state::Kind;
use super::printing;
use super::queue::Job;
use super::response::{closing, refuse, unknown};
use super::state::AppState;
use crate::batch::name;

/// The addresses.
pub(super) fn routes(state: Arc<AppState>) -> Router {
    Router::new()
        .route("/api/cetak", get(progress).post(print))
        .route("/api/hasil/{nama}", get(result))
        .route("/api/hasil", post(open_results))
        .route("/api/opd/{berkas}/excel", post(open_workbook))
        .route("/api/opd-baru", post(add))
        .with_state(state)
}

#[derive(Deserialize)]
struct Print {
    jenis: Kind,
}

async fn progress(State(state): State<Arc<AppState>>) -> Response {
    Json(printing::now(&state)).into_response()
}

async fn print(State(state): State<Arc<AppState>>, Json(asked): Json<Print>) -> Response {
    match printing::start(&state, asked.jenis) {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(why) => refuse(StatusCode::CONFLICT, why),
    }
}

/// A file of the last run, by its name.
async fn result(State(state): State<Arc<AppState>>, Part(name): Part<String>) -> Response {
    let Some(kind) = printing::now(&state).made(&name) else {
        return refuse(StatusCode::NOT_FOUND, "hasil itu tidak ada");
    };
    let path = state.city.root().join(kind.folder()).join(&name);
    let is_pdf = Path::new(&name)
        .extension()
        .is_some_and(|ending| ending == "pdf");
    let media = if is_pdf {
        "application/pdf"
    } else {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    };
    match tokio::task::spawn_blocking(move || std::fs::read(path)).await {
        Ok(Ok(bytes)) => ([(CONTENT_TYPE, media)], bytes).into_response(),
        _ => refuse(StatusCode::NOT_FOUND, "hasil itu tidak ada lagi"),
    }
}

async fn open_results(State(state): State<Arc<AppState>>, Json(asked): Json<Print>) -> Response {
    open(&state.city.root().join(asked.jenis.folder()))
}

async fn open_workbook(State(state): State<Arc<AppState>>, Part(name): Part<String>) -> Response {
    if state.get(&name).is_none() {
        return unknown();
    }
    open(&state.city.path(&name))
}

/// As a double-click on it would.
fn open(path: &Path) -> Response {
    match open::that_detached(path) {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(_) => refuse(
            StatusCode::CONFLICT,
            format!("{} tidak dapat dibuka dari halaman ini", path.display()),
        ),
    }
}

#[derive(Deserialize)]
struct Agency {
    nama: String,
}

/// A blank workbook for an agency that has none.
async fn add(State(state): State<Arc<AppState>>, Json(asked): Json<Agency>) -> Response {
    let words: Vec<&str> = asked.nama.split_whitespace().collect();
    let nama = words.join(" ");
    let Some(file) = name::workbook(&nama) else {
        return refuse(
            StatusCode::UNPROCESSABLE_ENTITY,
            "nama Perangkat Daerah belum diisi",
        );
    };
    let path = state.city.as_it_is_there(&state.city.path(&file));
    if path.exists() || !state.city.takes(&file) {
        return refuse(
            StatusCode::CONFLICT,
            format!("{file} sudah ada; tidak ditimpa"),
        );
    }
    let (reply, made) = oneshot::channel();
    state.queue.now(Job::New {
        known: Known {
            nama: Some(nama),
            ..Known::default()
        },
        reply,
    });
    let made: DownloadFile = match made.await {
        Ok(Ok(made)) => made,
        Ok(Err(why)) => return refuse(StatusCode::CONFLICT, why),
        Err(_) => return closing(),
    };
    let written = tokio::task::spawn_blocking(move || {
        let _turn = state.storing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut new = std::fs::File::create_new(&path)?;
        std::io::Write::write_all(&mut new, &made.bytes.0)?;
        state.upsert(&file);
        state.queue.now(Job::Refresh(file.clone()));
        Ok::<String, std::io::Error>(file)
    });
    match written.await {
        Ok(Ok(file)) => Json(serde_json::json!({ "berkas": file })).into_response(),
        Ok(Err(why)) => refuse(
            StatusCode::CONFLICT,
            format!("buku kerja tidak dapat ditulis: {}", super::cause(&why)),
        ),
        Err(_) => closing(),
    }
}
