//! The pictures of a product in its form: shown, put in order, removed and added.
//!
//! Without JavaScript each button saves the form and does its work on the way. With it nothing is
//! sent before the form is, and a picture can be dragged by its grip.

use super::files;
use super::order::{self, Picture, Slot, place};
use crate::i18n::{Locale, td_string};
use crate::language::use_locale;
use crate::sentences;
use crate::ui::Icon;
use leptos::ev::{MouseEvent, PointerEvent};
use leptos::prelude::*;
use shop::catalog::owner::{OwnerProduct, PICTURES_MAX};
use shop::{Field, Refusal};

const INPUT: &str = "picture-files";
/// Chosen files count from 1; the pictures that a product has are far above them.
const KEPT_KEYS_FROM: u32 = 1 << 31;
const KINDS: &str = "image/jpeg,image/png,image/webp";

/// The pictures that a product has, in their order.
pub(super) fn slots_of(product: &OwnerProduct) -> Vec<Slot> {
    let max = u32::try_from(PICTURES_MAX).unwrap_or(u32::MAX);
    let first = KEPT_KEYS_FROM.wrapping_add(product.version.wrapping_mul(max));
    let pictures = product.pictures.iter().zip(first..);
    pictures
        .map(|(picture, key)| Slot {
            key,
            picture: Picture::Kept(picture.name.clone()),
            address: picture.address.clone(),
        })
        .collect()
}

/// All pictures, and the way to add more.
#[component]
pub(super) fn Pictures(
    /// They, in their order.
    slots: RwSignal<Vec<Slot>>,
    /// Why the form was refused.
    refusal: Signal<Option<Refusal>>,
) -> impl IntoView {
    let locale = use_locale();
    let dragged = RwSignal::new(None::<u32>);
    let said = RwSignal::new(String::new());
    let add = move || {
        let chosen = files::adopt(INPUT);
        let new = |(number, address)| Slot { key: number, picture: Picture::New(number), address };
        if !chosen.is_empty() {
            slots.update(|slots| slots.extend(chosen.into_iter().map(new)));
        }
    };
    // Files may have been chosen before this page came to life.
    Effect::new(move |_| add());
    let grab = move |event: PointerEvent| dragged.set(files::grabbed(&event));
    let drag = move |event: PointerEvent| {
        if let Some(key) = dragged.get_untracked()
            && let Some(other) = files::pointed_at(&event).filter(|other| *other != key)
        {
            slots.update(|slots| order::move_to(slots, key, other));
        }
    };
    let count = move || {
        let count = slots.with(Vec::len);
        td_string!(locale, owner_products.pictures.count, count = count, max = PICTURES_MAX)
            .to_string()
    };
    view! {
        <fieldset class="pictures">
            <legend>{td_string!(locale, owner_products.pictures.label)}</legend>
            <p class="field-hint" id="hint-pictures">
                {td_string!(locale, owner_products.pictures.hint)} " " {count}
            </p>
            <ul
                class="picture-slots"
                on:pointerdown=grab
                on:pointermove=drag
                on:pointerup=move |_| dragged.set(None)
                on:pointercancel=move |_| dragged.set(None)
            >
                <For each=move || slots.get() key=|slot| slot.key let(slot)>
                    <PictureSlot shown=slot slots dragged said />
                </For>
            </ul>
            <div>
                <div class="picture-add">
                    <label for=INPUT>
                        {Icon::Plus} {td_string!(locale, owner_products.pictures.add)}
                    </label>
                    <input
                        id=INPUT
                        type="file"
                        name="picture"
                        accept=KINDS
                        multiple=true
                        aria-describedby="problem-pictures hint-pictures"
                        aria-invalid=move || (!problems(locale, refusal).is_empty()).then_some("true")
                        on:change=move |_| add()
                    />
                </div>
                <div id="problem-pictures" aria-live="polite">
                    {move || {
                        let said = problems(locale, refusal).into_iter();
                        said.map(|text| {
                            view! { <p class="field-problem" data-problem="pictures">{text}</p> }
                        })
                        .collect_view()
                    }}
                </div>
            </div>
            <p class="visually-hidden" aria-live="polite">{said}</p>
        </fieldset>
    }
}

/// What is wrong with the pictures, each by its position.
fn problems(locale: Locale, refusal: Signal<Option<Refusal>>) -> Vec<String> {
    refusal.with(|refusal| {
        let Some(Refusal::Form(problems)) = refusal else { return vec![] };
        let said = problems.iter().filter_map(|(field, problem)| {
            let text = sentences::problem(locale, *problem);
            match field {
                Field::Pictures => Some(text),
                Field::Picture(position) => {
                    let text = td_string!(
                        locale,
                        owner_products.pictures.problem,
                        position = position,
                        problem = text
                    );
                    Some(text.to_string())
                }
                _ => None,
            }
        });
        said.collect()
    })
}

#[component]
fn PictureSlot(
    shown: Slot,
    slots: RwSignal<Vec<Slot>>,
    dragged: RwSignal<Option<u32>>,
    said: RwSignal<String>,
) -> impl IntoView {
    let locale = use_locale();
    let Slot { key, picture, address } = shown;
    let position = Memo::new(move |_| slots.with(|slots| place(slots, key).unwrap_or(0) + 1));
    let is_last = Memo::new(move |_| slots.with(|slots| position.get() == slots.len()));
    let kept = match &picture {
        Picture::Kept(name) => {
            Some(view! { <input type="hidden" name="picture" value=name.clone() /> })
        }
        Picture::New(_) => None,
    };
    let step = move |event: MouseEvent, id: String, by: fn(&mut [Slot], u32)| {
        event.prevent_default();
        slots.update(|slots| by(slots, key));
        let now = position.get_untracked();
        said.set(td_string!(locale, owner_products.pictures.moved, position = now).to_string());
        // The browser lets go of what moves in the page.
        request_animation_frame(move || files::focus(&id));
    };
    let remove = move |event: MouseEvent| {
        event.prevent_default();
        if let Picture::New(number) = picture {
            files::forget(number);
        }
        slots.update(|slots| slots.retain(|slot| slot.key != key));
        said.set(td_string!(locale, owner_products.pictures.removed).to_owned());
        files::focus(INPUT);
    };
    let named = move |verb: &str| format!("{verb}-{}", position.get());
    let alt = move || {
        td_string!(locale, owner_products.pictures.nth, position = position.get()).to_string()
    };
    view! {
        <li
            class="picture-slot"
            class:is-dragged=move || dragged.get() == Some(key)
            data-slot=key.to_string()
            data-testid="picture-slot"
        >
            {kept}
            <div class="picture-shown picture-grip">
                <img src=address alt=alt width="160" height="160" draggable="false" />
                {move || (position.get() == 1).then(|| {
                    let text = td_string!(locale, owner_products.pictures.first);
                    view! { <span class="badge">{text}</span> }
                })}
            </div>
            <div class="picture-tools">
                <button
                    id=format!("forward-{key}")
                    type="submit"
                    name="arrange"
                    value=move || named("forward")
                    aria-disabled=move || (position.get() == 1).then_some("true")
                    aria-label=td_string!(locale, owner_products.pictures.forward)
                    on:click=move |event| step(event, format!("forward-{key}"), order::forward)
                >
                    {Icon::Back}
                </button>
                <button
                    type="submit"
                    name="arrange"
                    value=move || named("remove")
                    on:click=remove
                >
                    {td_string!(locale, owner_products.pictures.remove)}
                </button>
                <button
                    id=format!("back-{key}")
                    type="submit"
                    name="arrange"
                    value=move || named("back")
                    aria-disabled=move || is_last.get().then_some("true")
                    aria-label=td_string!(locale, owner_products.pictures.back)
                    on:click=move |event| step(event, format!("back-{key}"), order::back)
                >
                    {Icon::Forward}
                </button>
            </div>
        </li>
    }
}
