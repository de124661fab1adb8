//! Thirty days as bars, and as a table for those who read them.

use super::bars::{HEIGHT, STEP, WIDTH, bars};
use crate::i18n::{Locale, td_string};
use crate::language::{date, grouped, use_locale};
use leptos::prelude::*;
use shop::dashboard::{DAYS, Dashboard, Day};

/// What a chart shows of each day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// How many orders were placed.
    Orders,
    /// What was paid.
    Revenue,
}

impl Series {
    fn of(self, day: &Day) -> u64 {
        match self {
            Self::Orders => day.orders,
            Self::Revenue => day.revenue_won,
        }
    }

    fn title(self, locale: Locale) -> &'static str {
        match self {
            Self::Orders => td_string!(locale, owner.dashboard.chart.orders),
            Self::Revenue => td_string!(locale, owner.dashboard.chart.revenue),
        }
    }

    fn name(self, locale: Locale) -> &'static str {
        match self {
            Self::Orders => td_string!(locale, owner.dashboard.orders),
            Self::Revenue => td_string!(locale, owner.dashboard.revenue),
        }
    }

    fn text(self, locale: Locale, number: u64) -> String {
        let number = grouped(number);
        match self {
            Self::Orders => {
                td_string!(locale, owner.dashboard.orders_count, count = number).to_string()
            }
            Self::Revenue => td_string!(locale, common.won, amount = number).to_string(),
        }
    }
}

/// A chart of one series. Drawn by the server, and read out as its sum and its table.
#[component]
pub fn Chart(
    /// The numbers.
    shown: RwSignal<Dashboard>,
    /// What of them.
    series: Series,
) -> impl IntoView {
    let locale = use_locale();
    let numbers = Memo::new(move |_| {
        shown.with(|shown| shown.days.iter().map(|day| series.of(day)).collect::<Vec<_>>())
    });
    let total = move || {
        let total = numbers.with(|numbers| numbers.iter().sum::<u64>());
        let total = series.text(locale, total);
        td_string!(locale, owner.dashboard.chart.total, total = total).to_string()
    };
    let most = move || {
        let most = numbers.with(|numbers| numbers.iter().copied().max().unwrap_or(0));
        let most = series.text(locale, most);
        td_string!(locale, owner.dashboard.chart.most, most = most).to_string()
    };
    let title = series.title(locale);
    let ends = move |of: fn(&[Day]) -> Option<&Day>| {
        move || shown.with(|shown| of(&shown.days).map(|day| date(locale, day.starts_at)))
    };
    let view_box = format!("0 0 {} {HEIGHT}", DAYS as usize * STEP);
    view! {
        <figure class="chart">
            <figcaption>
                <h2>{title}</h2>
                <p>{total}</p>
                <p class="chart-most">{most}</p>
            </figcaption>
            <svg
                class="chart-bars"
                viewBox=view_box
                preserveAspectRatio="none"
                role="img"
                aria-label=move || format!("{title}, {}", total())
            >
                {move || shown.with(|shown| rects(locale, series, &shown.days))}
            </svg>
            <p class="chart-ends">
                <span>{ends(<[Day]>::first)}</span>
                <span>{ends(<[Day]>::last)}</span>
            </p>
            <details class="chart-table">
                <summary>{td_string!(locale, owner.dashboard.chart.table)}</summary>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{td_string!(locale, owner.dashboard.chart.day)}</th>
                            <th class="is-number" scope="col">{series.name(locale)}</th>
                        </tr>
                    </thead>
                    <tbody>{move || shown.with(|shown| rows(locale, series, &shown.days))}</tbody>
                </table>
            </details>
        </figure>
    }
}

fn rects(locale: Locale, series: Series, days: &[Day]) -> impl IntoView + use<> {
    let numbers: Vec<u64> = days.iter().map(|day| series.of(day)).collect();
    let last = days.len().saturating_sub(1);
    let rects = bars(&numbers).into_iter().zip(days).enumerate().map(|(n, (bar, day))| {
        let (day, value) = (date(locale, day.starts_at), series.text(locale, series.of(day)));
        let title = td_string!(locale, owner.dashboard.chart.bar, day = day, value = value);
        let title = title.to_string();
        view! {
            <rect
                class=if n == last { "is-today" } else { "" }
                x=bar.x
                y=bar.y
                width=WIDTH
                height=bar.height
            >
                <title>{title}</title>
            </rect>
        }
    });
    rects.collect_view()
}

/// The newest day first: whoever opens the table wants to know of yesterday.
fn rows(locale: Locale, series: Series, days: &[Day]) -> impl IntoView + use<> {
    let rows = days.iter().rev().map(|day| {
        view! {
            <tr>
                <th scope="row">{date(locale, day.starts_at)}</th>
                <td class="is-number">{series.text(locale, series.of(day))}</td>
            </tr>
        }
    });
    rows.collect_view()
}
