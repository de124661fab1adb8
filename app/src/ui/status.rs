//! The HTTP status of a rendered page.

/// Says how the page turned out, where there is an HTTP answer to say it in.
#[cfg(feature = "ssr")]
pub fn answer_with(status: u16) {
    let response = leptos::prelude::use_context::<leptos_axum::ResponseOptions>();
    if let (Some(response), Ok(status)) = (response, http::StatusCode::from_u16(status)) {
        response.set_status(status);
    }
}

/// Says how the page turned out: a browser that renders it itself has nobody to tell.
#[cfg(not(feature = "ssr"))]
pub fn answer_with(_status: u16) {}
