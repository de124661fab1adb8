//! `POST /admin/products`: the form that makes a product or changes one, with its pictures.
//!
//! Each picture is developed as it comes in, so that a request holds one file of 20 MB at most
//! and not all of its hundred.

use crate::refuse::refuse;
use axum::Json;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use bytes::{Bytes, BytesMut};
use http::header::{ACCEPT, CONTENT_LENGTH};
use http::{HeaderMap, StatusCode};
use shop::catalog::owner::{self, ChosenPicture, PICTURE_MB_MAX, PICTURES_MAX, ProductForm, Saved};
use shop::members::sessions::Session;
use shop::parts::security;
use shop::{Fault, Outcome, Problem, Refusal, Shop, members};
use std::sync::Arc;

const MB: usize = 1024 * 1024;
const PICTURE_BYTES_MAX: usize = PICTURE_MB_MAX as usize * MB;
/// Every picture at its largest, and the texts of the form.
pub const UPLOAD_BYTES_MAX: usize = PICTURES_MAX * PICTURE_BYTES_MAX + MB;
/// No text of the form comes near it.
const TEXT_BYTES_MAX: usize = 64 * 1024;
/// The form has a dozen texts and five pictures.
const PARTS_MAX: usize = 64;
const NEW_FORM: &str = "/admin/products/new";

/// Saves the form. A script is answered in JSON, a browser without one by a redirect to the form.
pub async fn save(State(shop): State<Arc<Shop>>, request: Request) -> Response {
    let headers = request.headers().clone();
    match try_to_save(shop, request).await {
        Ok(saved) if wants_page(&headers) => {
            let Saved { id, version, .. } = saved;
            Redirect::to(&format!("/admin/products/{}?saved={version}", id.0)).into_response()
        }
        Ok(saved) => Json(saved).into_response(),
        Err(fault) => {
            fault.log();
            let refusal = fault.into_refusal();
            if wants_page(&headers) {
                security::note_refusal(&refusal, None, None);
                Redirect::to(&app::catalog::refused_address(&form_of(&headers), &refusal))
                    .into_response()
            } else {
                refuse(&headers, refusal)
            }
        }
    }
}

async fn try_to_save(shop: Arc<Shop>, request: Request) -> Outcome<Saved> {
    let session = request.extensions().get::<Session>().copied().ok_or(Refusal::NotSignedIn)?;
    // Nobody else's pictures are even read.
    members::require_admin(&shop, session.member).await?;
    if announced_bytes(request.headers()) > UPLOAD_BYTES_MAX {
        return Err(Refusal::TooLarge.into());
    }
    let parts = Multipart::from_request(request, &()).await;
    let mut parts = parts.map_err(|_| Refusal::NotUnderstood)?;
    let (form, pictures) = read(&shop, &mut parts).await?;
    // A browser that hangs up now must not leave half of it behind.
    let saving =
        tokio::spawn(async move { owner::save(&shop, session.member, &form, pictures).await });
    saving.await.map_err(|error| Fault::Broken(error.to_string()))?
}

async fn read(shop: &Shop, parts: &mut Multipart) -> Outcome<(ProductForm, Vec<ChosenPicture>)> {
    let mut form = ProductForm::default();
    let mut pictures = Vec::new();
    for _ in 0..PARTS_MAX {
        let Some(part) = parts.next_field().await.map_err(refusal_of)? else {
            return Ok((form, pictures));
        };
        let name = part.name().unwrap_or_default().to_owned();
        if name != "picture" {
            let text = text(part).await?;
            if let Some(field) = form.text(&name) {
                *field = text;
            }
        } else if part.file_name().is_none() {
            pictures.push(ChosenPicture::Kept(text(part).await?));
        } else if let Some(picture) = picture(shop, part, pictures.len()).await? {
            pictures.push(ChosenPicture::New(picture));
        }
    }
    Err(Refusal::NotUnderstood.into())
}

/// A new picture, developed, or what is wrong with it. `None` where no file was chosen.
async fn picture(
    shop: &Shop,
    mut part: Field<'_>,
    before: usize,
) -> Outcome<Option<Result<owner::Developed, Problem>>> {
    let is_unnamed = part.file_name().is_none_or(str::is_empty);
    match bytes(&mut part, PICTURE_BYTES_MAX).await? {
        Some(bytes) if bytes.is_empty() && is_unnamed => Ok(None),
        // One too many is refused as it is.
        Some(_) if before >= PICTURES_MAX => Ok(Some(Err(Problem::NotAPicture))),
        Some(bytes) => Ok(Some(shop.darkroom.develop(bytes).await?)),
        None => Ok(Some(Err(Problem::FileTooLarge { max_mb: PICTURE_MB_MAX }))),
    }
}

async fn text(mut part: Field<'_>) -> Outcome<String> {
    let bytes = bytes(&mut part, TEXT_BYTES_MAX).await?.ok_or(Refusal::TooLarge)?;
    String::from_utf8(bytes.into()).map_err(|_| Refusal::NotUnderstood.into())
}

/// A part's content; `None` if it is longer, and then the rest of it is read and forgotten, so
/// that the sender hears the answer.
async fn bytes(part: &mut Field<'_>, max: usize) -> Outcome<Option<Bytes>> {
    let mut kept = BytesMut::new();
    let mut fits = true;
    while let Some(chunk) = part.chunk().await.map_err(refusal_of)? {
        fits = fits && kept.len() + chunk.len() <= max;
        if fits {
            kept.extend_from_slice(&chunk);
        } else {
            kept = BytesMut::new();
        }
    }
    Ok(fits.then(|| kept.freeze()))
}

/// A body that is too long, or that ends or breaks off where no form does.
fn refusal_of(error: MultipartError) -> Refusal {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Refusal::TooLarge,
        _ => Refusal::NotUnderstood,
    }
}

fn announced_bytes(headers: &HeaderMap) -> usize {
    let length = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    length.unwrap_or(0)
}

/// Whether a browser sent the form by itself.
fn wants_page(headers: &HeaderMap) -> bool {
    let accept = headers.get(ACCEPT).and_then(|accept| accept.to_str().ok());
    accept.is_some_and(|accept| accept.contains("text/html"))
}

/// The page that the form is on; its site is left out, so that nobody is sent away.
fn form_of(headers: &HeaderMap) -> String {
    let path = head::way::referer(headers).map(|uri| uri.path().to_owned());
    path.filter(|path| path.starts_with("/admin/products/")).unwrap_or_else(|| NEW_FORM.into())
}
