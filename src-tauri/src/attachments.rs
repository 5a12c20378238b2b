//! Pictures of the portfolio, served to the window by id under a scheme of their own. Nothing else can
//! be reached through it, and no path is ever part of an address.

use crate::shell::Shell;
use tauri::http::{Request, Response, StatusCode, header};
use tauri::{Manager, UriSchemeContext, UriSchemeResponder, Url, Wry};

/// Media types that the window may show. Anything else is handed over as bytes without a meaning.
const SHOWN: [&str; 2] = ["image/png", "image/jpeg"];

/// Answers a request for `attachment://localhost/ID`.
pub fn serve(
    context: UriSchemeContext<'_, Wry>,
    request: Request<Vec<u8>>,
    responder: UriSchemeResponder,
) {
    let app = context.app_handle().clone();
    // The file may be large and the store busy: never on the interface's thread.
    std::thread::spawn(move || {
        let id = request.uri().path().trim_start_matches('/').to_owned();
        responder.respond(response(app.state::<Shell>().app().attachment(&id)));
    });
}

fn response(attachment: Option<(Vec<u8>, String)>) -> Response<Vec<u8>> {
    let (status, media_type, bytes) = match attachment {
        Some((bytes, kind)) if SHOWN.contains(&kind.as_str()) => (StatusCode::OK, kind, bytes),
        Some((bytes, _)) => (StatusCode::OK, "application/octet-stream".to_owned(), bytes),
        None => (StatusCode::NOT_FOUND, "text/plain".to_owned(), Vec::new()),
    };
    let mut response = Response::new(bytes);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    if let Ok(value) = header::HeaderValue::from_str(&media_type) {
        headers.insert(header::CONTENT_TYPE, value);
    }
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        header::HeaderValue::from_static("nosniff"),
    );
    response
}

/// Whether `address` is the interface's own: the only place the window may go.
pub fn is_own(address: &Url) -> bool {
    match address.scheme() {
        "tauri" => true,
        "http" | "https" => address.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_goes_nowhere_else() {
        for (address, own) in [
            ("tauri://localhost/index.html", true),
            ("http://tauri.localhost/", true),
            ("https://example.org/", false),
            ("http://tauri.localhost.example.org/", false),
            ("file:///etc/hosts", false),
        ] {
            let parsed = Url::parse(address).expect("the test's own address");
            assert_eq!(is_own(&parsed), own, "{address}");
        }
    }

    #[test]
    fn a_file_that_is_no_picture_has_no_meaning_in_the_window() {
        let answer = response(Some((b"<script>".to_vec(), "text/html".to_owned())));
        assert_eq!(
            answer.headers()[header::CONTENT_TYPE],
            "application/octet-stream"
        );
        assert_eq!(answer.headers()[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    }

    #[test]
    fn an_unknown_id_is_not_found() {
        assert_eq!(response(None).status(), StatusCode::NOT_FOUND);
    }
}
