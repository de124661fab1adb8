//! `/admin/orders.csv`: the orders that a search finds, as a file for a spreadsheet.

use crate::download::{self, BYTE_ORDER_MARK};
use crate::refuse::locale;
use app::i18n::Locale;
use app::orders::owner::{column_titles, items_text};
use app::orders::state_text;
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Extension, Query, State};
use axum::response::Response;
use bytes::Bytes;
use csv::{Terminator, WriterBuilder};
use futures::stream::{self, StreamExt};
use http::HeaderMap;
use shop::members::sessions::Session;
use shop::orders::owner::{Export, ExportedOrder, OrderSearch, export};
use shop::{Fault, Moment, Outcome, Refusal, Shop};
use std::sync::Arc;

/// Sends the file as fast as it is read, a batch in memory at a time: the next batch is asked for
/// when this one has gone out, and never once the reader is gone. A fault on the way breaks the
/// connection off, so that no part is taken for the whole.
pub async fn download(
    State(shop): State<Arc<Shop>>,
    session: Option<Extension<Session>>,
    headers: HeaderMap,
    search: Result<Query<OrderSearch>, QueryRejection>,
) -> Response {
    let locale = locale(&headers);
    let name = format!("orders-{}.csv", day(shop.now()));
    let begun = begin(shop, session.map(|Extension(session)| session), search, locale).await;
    download::send(&headers, "text/csv; charset=utf-8", begun.map(|body| (name, body)))
}

/// The first batch is read before anything is answered: what is wrong by then has a status.
async fn begin(
    shop: Arc<Shop>,
    session: Option<Session>,
    search: Result<Query<OrderSearch>, QueryRejection>,
    locale: Locale,
) -> Outcome<Body> {
    let session = session.ok_or(Refusal::NotSignedIn)?;
    let Query(search) = search.map_err(|_| Refusal::NotUnderstood)?;
    let mut export = export(shop, session.member, &search).await?;
    let mut first = BYTE_ORDER_MARK.as_bytes().to_vec();
    first.extend(lines([column_titles(locale).map(str::to_owned)])?);
    first.extend(rows(&export.next_batch().await?, locale)?);
    let first = stream::once(async { Ok(Bytes::from(first)) });
    let rest = stream::try_unfold(export, move |export| next(export, locale));
    Ok(Body::from_stream(first.chain(rest)))
}

async fn next(mut export: Export, locale: Locale) -> Outcome<Option<(Bytes, Export)>> {
    let written = async {
        let batch = export.next_batch().await?;
        if batch.is_empty() { Ok(None) } else { rows(&batch, locale).map(Some) }
    };
    let written = written.await.inspect_err(Fault::log)?;
    Ok(written.map(|written| (Bytes::from(written), export)))
}

fn rows(orders: &[ExportedOrder], locale: Locale) -> Outcome<Vec<u8>> {
    lines(orders.iter().map(|order| row(order, locale)))
}

fn row(order: &ExportedOrder, locale: Locale) -> [String; 14] {
    let placed_at = order.placed_at.in_korea().to_field().replace('T', " ");
    let totals = order.totals;
    [
        order.id.0.to_string(),
        placed_at,
        state_text(locale, order.state).to_owned(),
        order.buyer.name.clone(),
        order.buyer.email.clone(),
        order.recipient.clone(),
        order.phone.clone().unwrap_or_default(),
        order.address.clone(),
        items_text(locale, &order.items),
        totals.goods.0.to_string(),
        totals.discount.0.to_string(),
        totals.delivery.0.to_string(),
        totals.total.0.to_string(),
        order.coupon.clone().unwrap_or_default(),
    ]
}

fn lines<const N: usize>(rows: impl IntoIterator<Item = [String; N]>) -> Outcome<Vec<u8>> {
    let broken = |error: &dyn std::error::Error| Fault::Broken(format!("csv: {error}"));
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row.map(harmless)).map_err(|error| broken(&error))?;
    }
    writer.into_inner().map_err(|error| broken(&error))
}

/// A cell that no spreadsheet takes for a formula. Members choose their names, and what begins so
/// would be run on the owner's machine
/// (<https://owasp.org/www-community/attacks/CSV_Injection>).
fn harmless(cell: String) -> String {
    match cell.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') => {
            format!("'{cell}")
        }
        _ => cell,
    }
}

/// `2026-11-24`, in Korea.
fn day(at: Moment) -> String {
    let wall = at.in_korea();
    format!("{:04}-{:02}-{:02}", wall.year, wall.month, wall.day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_a_text() {
        for cell in ["=1+1", "+82 10", "-1", "@sum", "\tx", "\rx", "\nx", "＝1"] {
            assert_eq!(harmless(cell.into()), format!("'{cell}"));
        }
        for cell in ["", "김지우", "010-1234-5678", "a=b"] {
            assert_eq!(harmless(cell.into()), cell);
        }
    }

    #[test]
    fn a_file_is_dated_as_in_korea() {
        assert_eq!(day(Moment::parse_in_korea("2026-11-24T00:30").unwrap()), "2026-11-24");
    }
}
