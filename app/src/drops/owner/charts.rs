//! A figure and how it went in the last two minutes.

use super::board::LiveBoard;
use super::chart::{HEIGHT, Shape, WIDTH, shape};
use crate::i18n::td_string;
use crate::language::{grouped, use_locale};
use leptos::prelude::*;
use shop::drops::{Beat, Board};

const MS_PER_SECOND: i64 = 1_000;

/// A card with a figure, what belongs to it, and its chart.
#[component]
pub fn Figure(
    /// The board.
    board: LiveBoard,
    /// What it counts.
    label: &'static str,
    /// The name by which a test finds it.
    testid: &'static str,
    /// The figure.
    #[prop(into)]
    value: Signal<String>,
    /// What belongs to it.
    #[prop(optional, into)]
    detail: Option<Signal<String>>,
    /// Its past.
    of: fn(&Beat) -> u64,
    /// Whether it is drawn as trouble.
    #[prop(optional)]
    is_trouble: bool,
) -> impl IntoView {
    let locale = use_locale();
    let shape = board.tell(move |board| past(board, of));
    let peak = move || {
        let peak = shape.with(|shape| grouped(shape.peak));
        td_string!(locale, owner_drops.board.peak, count = peak).to_string()
    };
    view! {
        <li class="board-card" class:is-trouble=is_trouble>
            <p class="board-label">{label}</p>
            <p class="board-figure" data-testid=testid>{value}</p>
            <p class="board-detail">
                {detail.map(|detail| view! { <span>{detail}</span> })}
                <span class="board-peak">{peak}</span>
            </p>
            <Chart shape />
        </li>
    }
}

/// The area chart of two minutes. It is an ornament of its figure, and moves with it.
#[component]
fn Chart(shape: Memo<Shape>) -> impl IntoView {
    view! {
        <svg
            class="board-chart"
            viewBox=format!("0 0 {WIDTH} {HEIGHT}")
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
        >
            <path class="board-chart-area" d=move || shape.with(|shape| shape.area.clone()) />
            <path class="board-chart-line" d=move || shape.with(|shape| shape.line.clone()) />
        </svg>
    }
}

fn past(board: &Board, of: fn(&Beat) -> u64) -> Shape {
    let now_s = board.now.ms().div_euclid(MS_PER_SECOND);
    let ago = |beat: &Beat| now_s - beat.at.ms().div_euclid(MS_PER_SECOND);
    let points: Vec<(i64, u64)> = board.beats.iter().map(|beat| (ago(beat), of(beat))).collect();
    shape(&points)
}
