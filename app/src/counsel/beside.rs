//! Beside a talk: what the shop knows of the shopper.

use super::address::room_address;
use super::api::{self, AddNote};
use super::notes::Notes;
use super::open_room::OpenRoom;
use super::words::{shopper_name, state_text};
use crate::coupons::discount_text;
use crate::i18n::td_string;
use crate::language::{date, moment, use_locale, won};
use crate::orders::state_text as order_state_text;
use crate::ui::{Loading, Refused, when_done};
use leptos::prelude::*;
use shop::Language;
use shop::chat::counsel::{Beside, OrderBrief, Rating, RoomBrief, Shopper};
use shop::coupons::Coupon;

/// The column beside a room; under it on a phone.
#[component]
pub fn BesideRoom(
    /// The room.
    room: OpenRoom,
) -> impl IntoView {
    let locale = use_locale();
    let add = ServerAction::<AddNote>::new();
    let noted = RwSignal::new(0_u32);
    when_done(add, move || noted.update(|noted| *noted += 1));
    let read = Resource::new(move || noted.get(), move |_| api::beside(room.id));
    view! {
        <aside
            class="counsel-beside"
            id="beside"
            aria-label=td_string!(locale, counsel.room.beside)
            data-testid="beside"
        >
            <Transition fallback=|| view! { <Loading /> }>
                {move || Suspend::new(async move {
                    match read.await {
                        Ok(beside) => view! { <Known beside room add /> }.into_any(),
                        Err(error) => view! { <Refused error /> }.into_any(),
                    }
                })}
            </Transition>
        </aside>
    }
}

#[component]
fn Known(beside: Beside, room: OpenRoom, add: ServerAction<AddNote>) -> impl IntoView {
    let is_member = beside.member_since.is_some();
    let Beside { language, member_since, orders, coupons, other_rooms, rating, notes } = beside;
    let known = is_member.then(|| {
        view! {
            <Orders orders is_admin=room.office.is_admin() />
            <Coupons coupons />
        }
    });
    view! {
        <Who room language member_since />
        {rating.map(|rating| view! { <Rated rating /> })}
        <Notes notes room=room.id add />
        {known}
        <OtherRooms rooms=other_rooms room />
    }
}

#[component]
fn Who(room: OpenRoom, language: Language, member_since: Option<shop::Moment>) -> impl IntoView {
    let locale = use_locale();
    let shopper = room.shopper.get_value();
    let name = shopper_name(locale, &shopper, room.id);
    let since = match member_since {
        Some(at) => {
            td_string!(locale, counsel.beside.member_since, date = date(locale, at)).to_string()
        }
        None => td_string!(locale, counsel.beside.visitor).to_owned(),
    };
    let spoken = match language {
        Language::Ko => td_string!(locale, counsel.beside.korean),
        Language::En => td_string!(locale, counsel.beside.english),
    };
    let link = match shopper {
        Shopper::Member { id, .. } if room.office.is_admin() => Some(view! {
            <a href=format!("/admin/members/{}", id.0)>
                {td_string!(locale, counsel.beside.member)}
            </a>
        }),
        _ => None,
    };
    view! {
        <section class="counsel-who">
            <h2>{name}</h2>
            <p>{since}</p>
            <p>{td_string!(locale, counsel.beside.language)} ": " {spoken}</p>
            {link}
        </section>
    }
}

#[component]
fn Rated(rating: Rating) -> impl IntoView {
    let locale = use_locale();
    let text = match rating.is_good {
        true => td_string!(locale, counsel.beside.good),
        false => td_string!(locale, counsel.beside.bad),
    };
    view! {
        <section>
            <h3>{td_string!(locale, counsel.beside.rating)}</h3>
            <p><strong>{text}</strong></p>
            {(!rating.word.is_empty()).then(|| view! { <q>{rating.word}</q> })}
        </section>
    }
}

#[component]
fn Orders(orders: Vec<OrderBrief>, is_admin: bool) -> impl IntoView {
    let locale = use_locale();
    let none = orders.is_empty().then(|| td_string!(locale, counsel.beside.no_orders));
    let orders = orders.into_iter().map(|order| {
        let number = order.id.0;
        let name = td_string!(locale, counsel.said.order, number = number).to_string();
        let name = match is_admin {
            true => view! { <a href=format!("/admin/orders/{number}")>{name}</a> }.into_any(),
            false => view! { <span>{name}</span> }.into_any(),
        };
        view! {
            <li data-testid="beside-order">
                <span class="counsel-fact">{name} <strong>{won(locale, order.total)}</strong></span>
                <span class="counsel-fact is-faint">
                    <span>{moment(locale, order.placed_at)}</span>
                    <span>{order_state_text(locale, order.state)}</span>
                </span>
            </li>
        }
    });
    view! {
        <section>
            <h3>{td_string!(locale, counsel.beside.orders)}</h3>
            {none.map(|text| view! { <p class="counsel-none">{text}</p> })}
            <ul>{orders.collect_view()}</ul>
        </section>
    }
}

#[component]
fn Coupons(coupons: Vec<Coupon>) -> impl IntoView {
    let locale = use_locale();
    let none = coupons.is_empty().then(|| td_string!(locale, counsel.beside.no_coupons));
    let coupons = coupons.into_iter().map(|coupon| {
        let until = date(locale, coupon.expires_at);
        view! {
            <li data-testid="beside-coupon">
                <span class="counsel-fact">
                    <span>{coupon.drop_name}</span>
                    <strong>{discount_text(locale, &coupon.terms)}</strong>
                </span>
                <span class="counsel-fact is-faint">
                    <code>{coupon.code}</code>
                    <span>{td_string!(locale, counsel.beside.until, date = until).to_string()}</span>
                </span>
            </li>
        }
    });
    view! {
        <section>
            <h3>{td_string!(locale, counsel.beside.coupons)}</h3>
            {none.map(|text| view! { <p class="counsel-none">{text}</p> })}
            <ul>{coupons.collect_view()}</ul>
        </section>
    }
}

#[component]
fn OtherRooms(rooms: Vec<RoomBrief>, room: OpenRoom) -> impl IntoView {
    let locale = use_locale();
    let (tab, page) = room.office.asked.get_untracked();
    let none = rooms.is_empty().then(|| td_string!(locale, counsel.beside.no_rooms));
    let rooms = rooms.into_iter().map(|other| {
        let count = other.messages;
        view! {
            <li>
                <a class="counsel-fact" href=room_address(other.id, tab, page)>
                    <span>{date(locale, other.opened_at)}</span>
                    <span>{state_text(locale, other.state)}</span>
                </a>
                <span class="counsel-fact is-faint">
                    {td_string!(locale, counsel.beside.messages, count = count).to_string()}
                </span>
            </li>
        }
    });
    view! {
        <section>
            <h3>{td_string!(locale, counsel.beside.rooms)}</h3>
            {none.map(|text| view! { <p class="counsel-none">{text}</p> })}
            <ul>{rooms.collect_view()}</ul>
        </section>
    }
}
