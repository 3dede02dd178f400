//! With what a workbook can be compared: the RPJMD, the plan before it, the copies of it that
//! are kept.

use std::path::PathBuf;
use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::{Deserialize, Serialize};

use super::attachment::attach;
use super::backup;
use super::backup_routes::saved;
use super::comparison::Comparison;
use super::derived::Shape;
use super::download::Download;
use super::response::{refuse, unknown};
use super::state::AppState;
use crate::pipeline::{self, RPJMD};

/// A document that came before.
#[derive(Debug, Serialize)]
struct Earlier {
    /// As the page asks for it again.
    semula: String,
    jenis: Kind,
    /// When it was last saved, in seconds since 1970.
    disimpan: Option<u64>,
    #[serde(skip)]
    path: PathBuf,
}

#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Rpjmd,
    /// Of the folder that the settings name as `sebelumnya`.
    Sebelumnya,
    /// A copy in `cadangan`.
    Cadangan,
}

#[derive(Debug, Deserialize)]
struct Wanted {
    semula: String,
    bentuk: Shape,
}

/// Its addresses.
pub(super) fn routes(state: Arc<AppState>) -> Router {
    Router::new()
        .route("/api/opd/{berkas}/semula", get(list))
        .route("/api/opd/{berkas}/perbandingan", get(compare))
        .with_state(state)
}

async fn list(State(state): State<Arc<AppState>>, Path(name): Path<String>) -> Response {
    if state.get(&name).is_none() {
        return unknown();
    }
    Json(earlier(&state, &name)).into_response()
}

async fn compare(
    State(state): State<Arc<AppState>>,
    Path(name): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Response {
    if state.get(&name).is_none() {
        return unknown();
    }
    // One of those listed, never a path.
    let mut listed = earlier(&state, &name).into_iter();
    let Some(found) = listed.find(|earlier| earlier.semula == wanted.semula) else {
        return refuse(StatusCode::NOT_FOUND, "dokumen semula itu tidak ada");
    };
    let comparison = Comparison {
        semula: found.path,
        bentuk: wanted.bentuk,
    };
    attach(&state, Some(name), Download::Comparison(comparison)).await
}

/// The RPJMD first, then the plan before this one, then the copies from the latest.
fn earlier(state: &AppState, name: &str) -> Vec<Earlier> {
    let as_kind = |jenis: Kind, semula: &str, path: PathBuf| {
        let there = path.is_file();
        there.then(|| Earlier {
            semula: semula.to_owned(),
            jenis,
            disimpan: saved(&path),
            path,
        })
    };
    let settings = pipeline::settings(&state.city.path(name), &state.options);
    let before = pipeline::previous_plans(&settings).map(|folder| folder.join(name));
    let rpjmd = as_kind(Kind::Rpjmd, RPJMD, state.city.rpjmd_path());
    let before = before.and_then(|path| as_kind(Kind::Sebelumnya, "sebelumnya", path));
    let copies = backup::list(state.city.root()).into_iter();
    let mut copies: Vec<Earlier> = copies
        .filter(|copy| copy.of == name)
        .filter_map(|copy| {
            let file = copy.path.file_name()?.to_string_lossy().into_owned();
            as_kind(Kind::Cadangan, &file, copy.path)
        })
        .collect();
    copies.sort_by(|a, b| (b.disimpan, &b.semula).cmp(&(a.disimpan, &a.semula)));
    rpjmd.into_iter().chain(before).chain(copies).collect()
}
