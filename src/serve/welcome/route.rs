//! The addresses of the page on which a city is chosen.

use std::net::SocketAddr;
use std::path::PathBuf;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router, middleware};
use serde::{Deserialize, Serialize};

use super::create::{self, NewCity};
use super::{Hall, agency, folder, sample};
use crate::form;
use crate::serve::response::{SCRIPT, refuse};
use crate::serve::server::End;
use crate::serve::{guard, running_instance};

/// Agencies of one list; no region has as many.
const MOST: usize = 300;

/// All addresses, guarded.
pub(super) fn app(hall: Hall, address: SocketAddr) -> Router {
    let mut router = Router::new()
        .route(
            "/api/siapa",
            get(|| async { Json(running_instance::who(None)) }),
        )
        .route("/api/awal", get(begin))
        .route("/api/folder", get(list))
        .route("/api/kenali", post(recognise))
        .route("/api/baru", post(found))
        .route("/api/buka", post(open))
        .route("/api/contoh", post(unpack))
        .route("/api/tutup", post(close))
        .with_state(hall);
    let html = include_str!("../page/welcome.html");
    let style = include_str!("../page/welcome.css");
    let file = [
        ("/", "text/html; charset=utf-8", html),
        ("/welcome.css", "text/css; charset=utf-8", style),
        ("/welcome.js", SCRIPT, include_str!("../page/welcome.js")),
    ];
    for (path, kind, text) in file {
        let file = move || async move { ([(CONTENT_TYPE, kind)], text) };
        router = router.route(path, get(file));
    }
    router
        .fallback(|| async { refuse(StatusCode::NOT_FOUND, "alamat tidak dikenal") })
        .layer(middleware::from_fn_with_state(address, guard::guard))
}

#[derive(Serialize)]
struct Begin {
    di: String,
    terakhir: Vec<String>,
    peraturan: Vec<Choice>,
}

#[derive(Serialize)]
struct Choice {
    id: String,
    nama: String,
    periode: Option<String>,
}

async fn begin(State(hall): State<Hall>) -> Response {
    let mut known: Vec<_> = hall.library.regulation.iter().collect();
    // The newest first: what a new plan is written by.
    known.sort_by_key(|regulation| std::cmp::Reverse(regulation.berlaku));
    let there = hall.recent.iter().filter(|folder| folder::is_city(folder));
    Json(Begin {
        di: hall.home.to_string_lossy().into_owned(),
        terakhir: there
            .map(|folder| folder.to_string_lossy().into_owned())
            .collect(),
        peraturan: known
            .into_iter()
            .map(|regulation| Choice {
                id: regulation.id.clone(),
                nama: regulation.nama.clone(),
                periode: form::usual(regulation)
                    .map(|periode| format!("{}-{}", periode.awal, periode.akhir)),
            })
            .collect(),
    })
    .into_response()
}

#[derive(Deserialize)]
struct Place {
    di: Option<PathBuf>,
}

async fn list(State(hall): State<Hall>, Query(place): Query<Place>) -> Response {
    answer(move || folder::list(&place.di.unwrap_or(hall.home))).await
}

async fn recognise(Json(mut list): Json<Vec<String>>) -> Response {
    list.truncate(MOST);
    answer(move || Ok(agency::recognise(&list))).await
}

async fn found(State(hall): State<Hall>, Json(mut city): Json<NewCity>) -> Response {
    city.opd.truncate(MOST);
    let library = std::sync::Arc::clone(&hall.library);
    go(&hall, move || create::create(&library, &city)).await
}

async fn open(State(hall): State<Hall>, Json(place): Json<Place>) -> Response {
    let home = hall.home.clone();
    go(&hall, move || folder::city(&place.di.unwrap_or(home))).await
}

async fn unpack(State(hall): State<Hall>, Json(place): Json<Place>) -> Response {
    let home = hall.home.clone();
    go(&hall, move || sample::unpack(&place.di.unwrap_or(home))).await
}

async fn close(State(hall): State<Hall>) -> StatusCode {
    hall.ending.end(End::Stopped);
    StatusCode::NO_CONTENT
}

/// Goes on to the city; the page waits until that is served.
async fn go(
    hall: &Hall,
    make: impl FnOnce() -> Result<PathBuf, String> + Send + 'static,
) -> Response {
    match tokio::task::spawn_blocking(make).await {
        Ok(Ok(folder)) => {
            let kota = folder.to_string_lossy().into_owned();
            hall.ending.end(End::City(folder));
            Json(serde_json::json!({ "kota": kota })).into_response()
        }
        Ok(Err(why)) => refuse(StatusCode::CONFLICT, why),
        Err(_) => broken(),
    }
}

async fn answer<T: Serialize + Send + 'static>(
    make: impl FnOnce() -> Result<T, String> + Send + 'static,
) -> Response {
    match tokio::task::spawn_blocking(make).await {
        Ok(Ok(answer)) => Json(answer).into_response(),
        Ok(Err(why)) => refuse(StatusCode::CONFLICT, why),
        Err(_) => broken(),
    }
}

fn broken() -> Response {
    refuse(
        StatusCode::INTERNAL_SERVER_ERROR,
        "permintaan itu tidak dapat dikerjakan",
    )
}
