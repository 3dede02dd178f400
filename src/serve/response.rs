//! Answers that several addresses give.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// Media type of the page's scripts.
pub(super) const SCRIPT: &str = "text/javascript; charset=utf-8";

/// A refusal that the page can show.
pub(super) fn refuse(status: StatusCode, why: impl Into<String>) -> Response {
    (status, Json(serde_json::json!({ "pesan": why.into() }))).into_response()
}

/// There is no such workbook.
pub(super) fn unknown() -> Response {
    refuse(StatusCode::NOT_FOUND, "buku kerja itu tidak ada")
}

/// The program is being ended.
pub(super) fn closing() -> Response {
    refuse(StatusCode::SERVICE_UNAVAILABLE, "program sedang ditutup")
}
