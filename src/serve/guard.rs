//! Who is answered: the page itself, and nobody who came by another name.
//!
//! A page of another site may send requests to loopback too, and a name of
//! another site may be made to point there. So the Host must be ours, and the
//! Origin, where a browser sends one, as well.

use std::net::SocketAddr;

use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, HeaderName, HeaderValue, ORIGIN, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
     img-src 'self' data:; font-src data:; connect-src 'self'; base-uri 'none'; \
     form-action 'none'; frame-ancestors 'none'";

/// Header that only a script of our own page sends: a form cannot.
pub(super) const OWN: &str = "x-renstra";

pub(super) async fn guard(
    State(address): State<SocketAddr>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = if is_ours(&request, address) {
        next.run(request).await
    } else {
        (StatusCode::FORBIDDEN, "permintaan ditolak").into_response()
    };
    let header = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        header
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    };
    set(CONTENT_SECURITY_POLICY, POLICY);
    set(X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(REFERRER_POLICY, "no-referrer");
    set(CACHE_CONTROL, "no-store");
    set(
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    response
}

fn is_ours(request: &Request, address: SocketAddr) -> bool {
    let port = address.port();
    let name = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
    let header = |name| -> Option<&str> { request.headers().get(name)?.to_str().ok() };
    let host = header(HOST.as_str()).is_some_and(|host| name.iter().any(|name| name == host));
    let origin = match request.headers().get(ORIGIN) {
        Some(origin) => name
            .iter()
            .any(|name| origin.as_bytes() == format!("http://{name}").as_bytes()),
        None => true,
    };
    let site = header("sec-fetch-site").is_none_or(|site| site == "same-origin" || site == "none");
    let reads = *request.method() == Method::GET || *request.method() == Method::HEAD;
    host && origin && site && (reads || header(OWN).is_some())
}
