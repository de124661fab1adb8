//! `/chat/{room}/export`: a talk as a text file, for its shopper to keep.

use crate::download::{self, BYTE_ORDER_MARK};
use crate::refuse::locale;
use crate::router::AppState;
use app::chat::file;
use app::i18n::Locale;
use axum::body::Body;
use axum::extract::rejection::PathRejection;
use axum::extract::{Extension, Path, State};
use axum::response::Response;
use bytes::Bytes;
use futures::stream::{self, StreamExt};
use head::cookie::cookie_of;
use http::HeaderMap;
use shop::chat::{Asker, Export, Message, RoomId, export};
use shop::members::VisitorKey;
use shop::members::sessions::Session;
use shop::{Fault, Outcome, Refusal, Shop};
use std::sync::Arc;

/// Sends the talk a batch at a time, so that no talk is in memory as a whole. A fault on the way
/// breaks the connection off: no part is taken for all of it.
pub async fn download(
    State(state): State<AppState>,
    session: Option<Extension<Session>>,
    room: Result<Path<u64>, PathRejection>,
    headers: HeaderMap,
) -> Response {
    let asker = Asker {
        member: session.map(|Extension(session)| session.member),
        visitor: cookie_of(&headers, state.cookies.chat_name()).and_then(VisitorKey::parse),
    };
    let begun = begin(state.shop, &asker, room, locale(&headers)).await;
    let file = begun.map(|(RoomId(room), body)| (format!("seonchak-chat-{room}.txt"), body));
    download::send(&headers, "text/plain; charset=utf-8", file)
}

/// The first batch is read before anything is answered: what is wrong by then has a status.
async fn begin(
    shop: Arc<Shop>,
    asker: &Asker,
    room: Result<Path<u64>, PathRejection>,
    locale: Locale,
) -> Outcome<(RoomId, Body)> {
    let room = room.map(|Path(room)| RoomId(room)).map_err(|_| Refusal::NoSuchRoom)?;
    let mut export = export(shop, asker, room).await?;
    let mut first = format!("{BYTE_ORDER_MARK}{}\n", file::title(locale, room));
    first.push_str(&text(&export.next_batch().await?, locale));
    let first = stream::once(async { Ok(Bytes::from(first)) });
    let rest = stream::try_unfold(export, move |export| next(export, locale));
    Ok((room, Body::from_stream(first.chain(rest))))
}

async fn next(mut export: Export, locale: Locale) -> Outcome<Option<(Bytes, Export)>> {
    let batch = export.next_batch().await.inspect_err(Fault::log)?;
    Ok((!batch.is_empty()).then(|| (Bytes::from(text(&batch, locale)), export)))
}

fn text(messages: &[Message], locale: Locale) -> String {
    messages.iter().map(|message| file::message(locale, message)).collect()
}
