//! `/admin/drops/:id`.

use super::api;
use super::board::LiveBoard;
use super::controls::Controls;
use super::figures::Figures;
use super::table::stage_class;
use crate::drops::card::badge;
use crate::i18n::{Locale, td_string};
use crate::language::{grouped, moment, use_locale};
use crate::ui::{Icon, Loading, NotFound, Notice, OwnerFrame, Refused, use_id};
use leptos::prelude::*;
use shop::drops::{Board, BoardLine, DropId, Stage};

/// A drop as it runs, and the buttons that steer it.
#[component]
pub fn DropBoardPage() -> impl IntoView {
    let locale = use_locale();
    let id = use_id();
    let read =
        Resource::new(move || id.get(), |id| async move { Some(api::board(DropId(id?)).await) });
    view! {
        <OwnerFrame title=td_string!(locale, owner_drops.board.title)>
            <Transition fallback=|| view! { <Loading /> }>
                {move || Suspend::new(async move {
                    match read.await {
                        Some(Ok(board)) => view! { <BoardView board /> }.into_any(),
                        Some(Err(error)) => view! { <Refused error /> }.into_any(),
                        None => view! { <NotFound /> }.into_any(),
                    }
                })}
            </Transition>
        </OwnerFrame>
    }
}

#[component]
fn BoardView(board: Board) -> impl IntoView {
    let board = LiveBoard::open(board);
    view! {
        <div class="board" data-testid="board">
            <Head board />
            <Notices board />
            <Figures board />
            <Controls board />
            <Facts board />
            <Reload id=board.id />
        </div>
    }
}

#[component]
fn Head(board: LiveBoard) -> impl IntoView {
    let locale = use_locale();
    let id = board.id.0;
    let name = board.tell(|board| board.drop.name.clone());
    let stage = board.tell(|board| board.drop.stage(board.now));
    let edit = move || {
        (stage.get() == Stage::Upcoming).then(|| {
            let edit = td_string!(locale, owner_drops.board.edit);
            view! { <a class="button is-quiet" href=format!("/admin/drops/{id}/edit")>{edit}</a> }
        })
    };
    view! {
        <header class="board-head">
            <a class="back" href="/admin/drops">
                {Icon::Back} {td_string!(locale, owner_drops.board.back)}
            </a>
            <h2 class="board-name">{name}</h2>
            <span class=move || stage_class(stage.get()) data-testid="board-stage">
                {move || badge(locale, stage.get())}
            </span>
            <div class="board-links">
                {edit}
                <a class="button is-quiet" href=format!("/drops/{id}")>
                    {td_string!(locale, owner_drops.board.shoppers)}
                </a>
            </div>
        </header>
    }
}

#[component]
fn Notices(board: LiveBoard) -> impl IntoView {
    let locale = use_locale();
    let is_lost = board.is_lost();
    let lost = move || {
        is_lost.get().then(|| {
            view! { <Notice text=td_string!(locale, owner_drops.board.lost) quiet=true /> }
        })
    };
    let said = board.tell(move |board| said(locale, board));
    view! {
        {lost}
        {move || said.get().map(|text| view! { <Notice text quiet=true /> })}
    }
}

/// What an owner should know before they press anything.
fn said(locale: Locale, board: &Board) -> Option<String> {
    if board.line == BoardLine::Unreachable {
        return Some(td_string!(locale, owner_drops.board.redis_down).to_owned());
    }
    match (board.drop.stage(board.now), board.waiting()) {
        (Stage::Upcoming, _) if board.line == BoardLine::NotBuilt => {
            Some(td_string!(locale, owner_drops.board.not_built).to_owned())
        }
        (Stage::Closed, Some(waiting @ 1..)) => {
            let waiting = grouped(waiting);
            let text = td_string!(locale, owner_drops.board.closed_waiting, waiting = waiting);
            Some(text.to_string())
        }
        (Stage::Paused, _) => Some(td_string!(locale, owner_drops.board.paused).to_owned()),
        _ => None,
    }
}

#[component]
fn Facts(board: LiveBoard) -> impl IntoView {
    let locale = use_locale();
    let opens_at = board.tell(move |board| moment(locale, board.drop.opens_at));
    let closes_at = board.tell(move |board| moment(locale, board.drop.closes_at));
    let rate = board.tell(move |board| rate_text(locale, board.drop.rate_per_s));
    view! {
        <dl class="facts board-facts">
            <div>
                <dt>{td_string!(locale, owner_drops.board.rate)}</dt>
                <dd data-testid="board-rate">{rate}</dd>
            </div>
            <div>
                <dt>{td_string!(locale, owner_drops.list.opens)}</dt>
                <dd>{opens_at}</dd>
            </div>
            <div>
                <dt>{td_string!(locale, owner_drops.list.closes)}</dt>
                <dd data-testid="board-closes">{closes_at}</dd>
            </div>
        </dl>
    }
}

/// Without JavaScript the figures stand still: a link loads new ones.
#[component]
fn Reload(id: DropId) -> impl IntoView {
    let locale = use_locale();
    let text = td_string!(locale, owner_drops.board.reload);
    let html = format!("<a class=\"button is-quiet\" href=\"/admin/drops/{}\">{text}</a>", id.0);
    view! { <noscript inner_html=html></noscript> }
}

/// How fast coupons are issued.
pub fn rate_text(locale: Locale, rate_per_s: Option<u32>) -> String {
    match rate_per_s {
        Some(rate) => {
            let rate = grouped(rate.into());
            td_string!(locale, owner_drops.board.rate_set, rate = rate).to_string()
        }
        None => td_string!(locale, owner_drops.board.fastest).to_owned(),
    }
}
