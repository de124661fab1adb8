//! Drops in a table.

use crate::drops::card::badge;
use crate::i18n::td_string;
use crate::language::{grouped, moment, use_locale};
use leptos::prelude::*;
use shop::Moment;
use shop::drops::{Drop, Stage};

/// One row a drop: where it stands, how many are issued, when, and where to go.
#[component]
pub fn Table(
    /// The drops.
    drops: Vec<Drop>,
    /// The server's clock.
    now: Moment,
) -> impl IntoView {
    let locale = use_locale();
    let rows = drops.into_iter().map(|drop| view! { <Row drop now /> }).collect_view();
    view! {
        <div class="table-scroll">
            <table class="table" aria-label=td_string!(locale, owner_drops.list.label)>
                <thead>
                    <tr>
                        <th scope="col">{td_string!(locale, owner_drops.list.name)}</th>
                        <th scope="col">{td_string!(locale, owner_drops.list.stage)}</th>
                        <th scope="col" class="is-number">
                            {td_string!(locale, owner_drops.list.issued)}
                        </th>
                        <th scope="col">{td_string!(locale, owner_drops.list.opens)}</th>
                        <th scope="col">{td_string!(locale, owner_drops.list.closes)}</th>
                        <th scope="col">{td_string!(locale, owner_drops.list.actions)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(drop: Drop, now: Moment) -> impl IntoView {
    let locale = use_locale();
    let stage = drop.stage(now);
    let board = format!("/admin/drops/{}", drop.id.0);
    let edit = (stage == Stage::Upcoming).then(|| {
        let edit = td_string!(locale, owner_drops.list.edit);
        view! { <a href=format!("{board}/edit") data-testid="edit-drop">{edit}</a> }
    });
    let (issued, quota) = (grouped(drop.issued.into()), grouped(drop.quota.into()));
    let issued = td_string!(locale, owner_drops.list.issued_of, issued = issued, quota = quota);
    view! {
        <tr data-testid="drop-row">
            <th scope="row" class="drop-row-name">
                <a href=board.clone()>{drop.name}</a>
            </th>
            <td><span class=stage_class(stage)>{badge(locale, stage)}</span></td>
            <td class="is-number">{issued.to_string()}</td>
            <td class="drop-row-when">{moment(locale, drop.opens_at)}</td>
            <td class="drop-row-when">{moment(locale, drop.closes_at)}</td>
            <td class="drop-row-links">
                <a href=board data-testid="to-board">
                    {td_string!(locale, owner_drops.list.board)}
                </a>
                {edit}
            </td>
        </tr>
    }
}

/// How a stage looks.
pub fn stage_class(stage: Stage) -> &'static str {
    match stage {
        Stage::Open => "badge stage is-open",
        Stage::Paused => "badge stage is-paused",
        Stage::Upcoming => "badge stage",
        Stage::SoldOut | Stage::Closed => "badge stage is-over",
    }
}
