//! Answers that carry a file to take away.

use std::fmt::Write;

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use tokio::sync::oneshot;

use super::download::Download;
use super::queue::Job;
use super::response::{closing, refuse};
use super::state::AppState;

/// Has a file made and sends it; says why where it cannot be made.
pub(super) async fn attach(state: &AppState, name: Option<String>, product: Download) -> Response {
    let (reply, made) = oneshot::channel();
    state.queue.now(Job::Make {
        name,
        product,
        reply,
    });
    match made.await {
        Ok(Ok(made)) => {
            let disposition = format!("attachment; filename*=UTF-8''{}", percent(&made.name));
            let mut response = ([(CONTENT_TYPE, made.kind)], made.bytes.0).into_response();
            if let Ok(value) = HeaderValue::from_str(&disposition) {
                response.headers_mut().insert(CONTENT_DISPOSITION, value);
            }
            response
        }
        Ok(Err(why)) => refuse(StatusCode::CONFLICT, why),
        Err(_) => closing(),
    }
}

/// A file name for a header.
fn percent(name: &str) -> String {
    let mut out = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
