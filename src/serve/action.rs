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

use super::answer::{closing, refuse, unknown};
use super::desk::Desk;
use super::message::{DownloadFile, Known};
use super::print_state::Kind;
use super::printing;
use super::queue::Job;
use crate::batch::name;

/// The addresses.
pub(super) fn routes(desk: Arc<Desk>) -> Router {
    Router::new()
        .route("/api/cetak", get(state).post(print))
        .route("/api/hasil/{nama}", get(result))
        .route("/api/hasil", post(open_results))
        .route("/api/opd/{berkas}/excel", post(open_workbook))
        .route("/api/opd-baru", post(add))
        .with_state(desk)
}

#[derive(Deserialize)]
struct Print {
    jenis: Kind,
}

async fn state(State(desk): State<Arc<Desk>>) -> Response {
    Json(printing::now(&desk)).into_response()
}

async fn print(State(desk): State<Arc<Desk>>, Json(asked): Json<Print>) -> Response {
    match printing::start(&desk, asked.jenis) {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(why) => refuse(StatusCode::CONFLICT, why),
    }
}

/// A file of the last run, by its name.
async fn result(State(desk): State<Arc<Desk>>, Part(name): Part<String>) -> Response {
    let Some(kind) = printing::now(&desk).made(&name) else {
        return refuse(StatusCode::NOT_FOUND, "hasil itu tidak ada");
    };
    let path = desk.city.root().join(kind.folder()).join(&name);
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

async fn open_results(State(desk): State<Arc<Desk>>, Json(asked): Json<Print>) -> Response {
    open(&desk.city.root().join(asked.jenis.folder()))
}

async fn open_workbook(State(desk): State<Arc<Desk>>, Part(name): Part<String>) -> Response {
    if desk.get(&name).is_none() {
        return unknown();
    }
    open(&desk.city.path(&name))
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
async fn add(State(desk): State<Arc<Desk>>, Json(asked): Json<Agency>) -> Response {
    let words: Vec<&str> = asked.nama.split_whitespace().collect();
    let nama = words.join(" ");
    let Some(file) = name::workbook(&nama) else {
        return refuse(
            StatusCode::UNPROCESSABLE_ENTITY,
            "nama Perangkat Daerah belum diisi",
        );
    };
    let path = desk.city.as_it_is_there(&desk.city.path(&file));
    if path.exists() || !desk.city.takes(&file) {
        return refuse(
            StatusCode::CONFLICT,
            format!("{file} sudah ada; tidak ditimpa"),
        );
    }
    let (reply, made) = oneshot::channel();
    desk.queue.now(Job::New {
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
        let _turn = desk.storing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut new = std::fs::File::create_new(&path)?;
        std::io::Write::write_all(&mut new, &made.bytes.0)?;
        desk.upsert(&file);
        desk.queue.now(Job::Refresh(file.clone()));
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
