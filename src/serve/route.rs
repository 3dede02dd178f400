//! The addresses of the page.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use axum::{Json, Router, middleware};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{Semaphore, mpsc};
use tokio_stream::wrappers::ReceiverStream;

use super::attachment::attach;
use super::derived::Derived;
use super::download::Download;
use super::message::{Ask, Quick};
use super::queue::Job;
use super::response::{SCRIPT, closing, refuse, unknown};
use super::server::{End, Ending};
use super::state::{AppState, Told};
use super::text_layer::PageText;
use super::{
    action, backup_routes, earlier_versions, guard, running_instance, settings, upload, view,
};

/// Pages that are drawn at a time.
const DRAWN: usize = 2;
/// Browsers that listen at a time.
const LISTENING: usize = 32;

/// The page's own files: path, type, contents.
const FILE: &[(&str, &str, &str)] = &[
    (
        "/",
        "text/html; charset=utf-8",
        include_str!("page/index.html"),
    ),
    (
        "/style.css",
        "text/css; charset=utf-8",
        include_str!("page/style.css"),
    ),
    (
        "/city.css",
        "text/css; charset=utf-8",
        include_str!("page/city.css"),
    ),
    (
        "/tanggung-jawab",
        "text/html; charset=utf-8",
        include_str!("page/duties.html"),
    ),
    (
        "/duties.css",
        "text/css; charset=utf-8",
        include_str!("page/duties.css"),
    ),
    ("/duties.js", SCRIPT, include_str!("page/duties.js")),
    ("/main.js", SCRIPT, include_str!("page/main.js")),
    ("/api.js", SCRIPT, include_str!("page/api.js")),
    ("/message.js", SCRIPT, include_str!("page/message.js")),
    ("/panel.js", SCRIPT, include_str!("page/panel.js")),
    ("/city.js", SCRIPT, include_str!("page/city.js")),
    ("/pages.js", SCRIPT, include_str!("page/pages.js")),
    ("/layer.js", SCRIPT, include_str!("page/layer.js")),
    ("/copy.js", SCRIPT, include_str!("page/copy.js")),
    ("/findings.js", SCRIPT, include_str!("page/findings.js")),
    ("/download.js", SCRIPT, include_str!("page/download.js")),
    ("/overview.js", SCRIPT, include_str!("page/overview.js")),
    ("/print.js", SCRIPT, include_str!("page/print.js")),
    ("/settings.js", SCRIPT, include_str!("page/settings.js")),
    ("/derived.js", SCRIPT, include_str!("page/derived.js")),
    ("/compare.js", SCRIPT, include_str!("page/compare.js")),
    ("/dialog.js", SCRIPT, include_str!("page/dialog.js")),
    ("/upload.js", SCRIPT, include_str!("page/upload.js")),
];

/// What handlers share.
#[derive(Clone)]
struct Shared {
    state: Arc<AppState>,
    ending: Ending,
    drawn: Arc<Semaphore>,
    listening: Arc<Semaphore>,
}

/// All addresses, guarded.
pub(super) fn app(state: Arc<AppState>, address: SocketAddr, ending: Ending) -> Router {
    let upload = put(upload::receive).with_state(Arc::clone(&state));
    let actions = action::routes(Arc::clone(&state));
    let shelf = backup_routes::routes(Arc::clone(&state));
    let earlier = earlier_versions::routes(Arc::clone(&state));
    let settings = settings::routes(Arc::clone(&state));
    let shared = Shared {
        state,
        ending,
        drawn: Arc::new(Semaphore::new(DRAWN)),
        listening: Arc::new(Semaphore::new(LISTENING)),
    };
    let mut router = Router::new()
        .route("/api/kota", get(city))
        .route("/api/peristiwa", get(events))
        .route("/api/opd/{berkas}", get(opd))
        .route("/api/opd/{berkas}/halaman/{nomor}", get(page))
        .route("/api/opd/{berkas}/halaman/{nomor}/teks", get(text))
        .route("/api/opd/{berkas}/tanggung-jawab", get(duties))
        .route("/api/opd/{berkas}/unduh/{jenis}", get(take))
        .route("/api/opd/{berkas}/turunan", get(derive))
        .route("/api/kosong", get(blank))
        .route("/api/siapa", get(who))
        .route("/api/tutup", post(close))
        .route("/api/lain", post(leave))
        .with_state(shared)
        .route("/api/unggah/{berkas}", upload)
        .merge(shelf)
        .merge(earlier)
        .merge(settings)
        .merge(actions);
    for &(path, kind, text) in FILE {
        let file = move || async move { ([(CONTENT_TYPE, kind)], text) };
        router = router.route(path, get(file));
    }
    router
        .fallback(|| async { refuse(StatusCode::NOT_FOUND, "alamat tidak dikenal") })
        .layer(middleware::from_fn_with_state(address, guard::guard))
}

async fn city(State(shared): State<Shared>) -> Response {
    Json(view::city(&shared.state)).into_response()
}

/// Another start of the program asks this, to open the page that is there.
async fn who(State(shared): State<Shared>) -> Response {
    let kota = shared.state.city.root().to_string_lossy().into_owned();
    Json(running_instance::who(Some(kota))).into_response()
}

async fn close(State(shared): State<Shared>) -> StatusCode {
    shared.ending.end(End::Stopped);
    StatusCode::NO_CONTENT
}

/// To the page where another city is chosen.
async fn leave(State(shared): State<Shared>) -> StatusCode {
    shared.ending.end(End::Elsewhere);
    StatusCode::NO_CONTENT
}

async fn opd(State(shared): State<Shared>, Path(name): Path<String>) -> Response {
    match shared.state.open(&name) {
        Some(opd) => Json(view::opd(&shared.state, &name, &opd)).into_response(),
        None => unknown(),
    }
}

/// Which page is meant; the page of another save is another page.
#[derive(serde::Deserialize)]
struct Version {
    s: Option<String>,
}

async fn page(
    State(shared): State<Shared>,
    Path((name, number)): Path<(String, usize)>,
    Query(version): Query<Version>,
) -> Response {
    let Some(view) = shared.state.get(&name).and_then(|opd| opd.view) else {
        return unknown();
    };
    let Ok(_turn) = shared.drawn.acquire().await else {
        return closing();
    };
    let Some(digest) = number
        .checked_sub(1)
        .and_then(|index| view.digest.get(index))
    else {
        return refuse(StatusCode::NOT_FOUND, "halaman itu tidak ada");
    };
    let digest = format!("{digest:032x}");
    let state = Arc::clone(&shared.state);
    let drawn = tokio::task::spawn_blocking(move || draw(&state, name, number)).await;
    match drawn {
        Ok(Some(svg)) => {
            let cache = if version.s == Some(digest) {
                "private, max-age=31536000, immutable"
            } else {
                "no-store"
            };
            let header = [(CONTENT_TYPE, "image/svg+xml"), (CACHE_CONTROL, cache)];
            (header, svg).into_response()
        }
        Ok(None) | Err(_) => refuse(
            StatusCode::SERVICE_UNAVAILABLE,
            "halaman sedang disusun ulang",
        ),
    }
}

/// A page by the worker that laid it out; if that is gone, another lays it out again.
fn draw(state: &AppState, name: String, number: usize) -> Option<String> {
    let ask = Ask::Quick(Quick::Page {
        name: name.clone(),
        number,
    });
    let drawn: Option<String> = state.worker.ask_present(&ask).ok().flatten();
    if drawn.is_none() {
        state.upsert(&name);
        state.queue.now(Job::Refresh(name));
    }
    drawn
}

/// The text of a page as it was laid out last.
async fn text(
    State(shared): State<Shared>,
    Path((name, number)): Path<(String, usize)>,
) -> Response {
    let state = Arc::clone(&shared.state);
    let ask = Ask::Quick(Quick::Text { name, number });
    let asked = tokio::task::spawn_blocking(move || state.worker.ask_present(&ask).ok().flatten());
    match asked.await {
        Ok(Some(text)) => Json::<PageText>(text).into_response(),
        // Whoever laid it out is gone, or lays it out again: it is asked for with the next layout.
        Ok(None) | Err(_) => StatusCode::NO_CONTENT.into_response(),
    }
}

/// Who answers for what, by the last save that could be read.
async fn duties(State(shared): State<Shared>, Path(name): Path<String>) -> Response {
    let Some(opd) = shared.state.get(&name) else {
        return unknown();
    };
    match opd.read {
        Some(read) => {
            let answer = serde_json::json!({ "nama": read.known.nama, "tugas": read.duties });
            Json(answer).into_response()
        }
        None => refuse(StatusCode::CONFLICT, "buku kerja belum dapat dibaca"),
    }
}

async fn take(
    State(shared): State<Shared>,
    Path((name, kind)): Path<(String, String)>,
) -> Response {
    let Some(product) = Download::parse(&kind) else {
        return refuse(StatusCode::NOT_FOUND, "alamat tidak dikenal");
    };
    if shared.state.get(&name).is_none() {
        return unknown();
    }
    attach(&shared.state, Some(name), product).await
}

/// What follows on a plan.
async fn derive(
    State(shared): State<Shared>,
    Path(name): Path<String>,
    Query(wanted): Query<Derived>,
) -> Response {
    if shared.state.get(&name).is_none() {
        return unknown();
    }
    attach(&shared.state, Some(name), Download::Derived(wanted)).await
}

/// A city without a workbook begins with a blank one.
async fn blank(State(shared): State<Shared>) -> Response {
    attach(&shared.state, None, Download::Blank).await
}

/// Names of workbooks as they change, until the browser leaves or the program ends.
async fn events(State(shared): State<Shared>) -> Response {
    let Ok(place) = Arc::clone(&shared.listening).try_acquire_owned() else {
        return refuse(
            StatusCode::SERVICE_UNAVAILABLE,
            "terlalu banyak jendela terbuka",
        );
    };
    let mut change = shared.state.event.subscribe();
    let ending = shared.ending.clone();
    let (sender, receiver) = mpsc::channel::<Result<Event, Infallible>>(16);
    tokio::spawn(async move {
        let _place = place;
        loop {
            let event = tokio::select! {
                _ = ending.ended() => return,
                () = sender.closed() => return,
                change = change.recv() => match change {
                    Ok(Told::Opd(name)) => Event::default().event("opd").data(name),
                    // An event without data is none for a browser.
                    Ok(Told::Printing) => Event::default().event("cetak").data("-"),
                    // Or too far behind to know what changed.
                    Ok(Told::City) | Err(RecvError::Lagged(_)) => Event::default().event("kota").data("-"),
                    Err(RecvError::Closed) => return,
                },
            };
            if sender.send(Ok(event)).await.is_err() {
                return;
            }
        }
    });
    let alive = KeepAlive::new().interval(Duration::from_secs(15));
    Sse::new(ReceiverStream::new(receiver))
        .keep_alive(alive)
        .into_response()
}
