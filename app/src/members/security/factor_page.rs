//! `/account/factor`.

use super::api::{self, BeginFactor, ConfirmFactor, RemoveFactor};
use super::offer_card::OfferCard;
use super::proof_notice::ProofNotice;
use crate::i18n::td_string;
use crate::language::{date, use_locale};
use crate::members::use_me;
use crate::ui::{
    Icon, Loading, PageTitle, Refused, SubmitButton, TextField, refusal_of, when_done,
};
use leptos::prelude::*;
use shop::members::factor::Standing;
use shop::{Field, Moment, Refusal};

/// What may be done to one's own second factor.
#[derive(Clone, Copy)]
struct Actions {
    begin: ServerAction<BeginFactor>,
    confirm: ServerAction<ConfirmFactor>,
    remove: ServerAction<RemoveFactor>,
    /// Rises with everything that was done.
    saved: RwSignal<u32>,
}

impl Actions {
    fn new() -> Self {
        let saved = RwSignal::new(0);
        let (begin, confirm, remove) =
            (ServerAction::new(), ServerAction::new(), ServerAction::new());
        let done = move || saved.update(|saved| *saved += 1);
        when_done(begin, done);
        // With a factor, or without, the reader may do other things: the header says which.
        use_me().reload_after(confirm);
        use_me().reload_after(remove);
        Self { begin, confirm, remove, saved }
    }
}

/// Sets a second factor up in three steps, or removes it.
#[component]
pub fn FactorPage() -> impl IntoView {
    let locale = use_locale();
    let me = use_me();
    let actions = Actions::new();
    let standing = Resource::new(
        move || (me.version.get(), actions.saved.get()),
        move |_| async move {
            // A visitor has none: no need to ask.
            match me.member.await {
                Ok(None) => Err(Refusal::NotSignedIn.into()),
                _ => api::own_factor().await,
            }
        },
    );
    let title = td_string!(locale, security.factor.title);
    let shown = move |standing| match standing {
        Standing::None => view! { <BeginForm actions /> }.into_any(),
        Standing::Begun(offer) => view! { <OfferCard offer confirm=actions.confirm /> }.into_any(),
        Standing::Set { set_at, codes_left } => {
            view! { <RemoveForm set_at codes_left actions /> }.into_any()
        }
    };
    view! {
        <Transition fallback=|| view! { <Loading /> }>
            {move || Suspend::new(async move {
                match standing.await {
                    Ok(standing) => view! {
                        <PageTitle text=title />
                        <div class="sheet">
                            <a class="back" href="/account">
                                {Icon::Back} {td_string!(locale, account.back)}
                            </a>
                            <h1>{title}</h1>
                            {shown(standing)}
                        </div>
                    }
                    .into_any(),
                    Err(error) => view! { <Refused error /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn BeginForm(actions: Actions) -> impl IntoView {
    let locale = use_locale();
    let refusal = refusal_of(actions.begin);
    view! {
        <p class="sheet-lead">{td_string!(locale, security.factor.lead)}</p>
        <ProofNotice refusal />
        <ActionForm action=actions.begin attr:class="form" attr:novalidate=true>
            <PasswordField refusal />
            <SubmitButton
                label=td_string!(locale, security.factor.begin)
                sending=td_string!(locale, security.factor.sending)
                pending=actions.begin.pending()
            />
        </ActionForm>
    }
}

#[component]
fn RemoveForm(set_at: Moment, codes_left: u64, actions: Actions) -> impl IntoView {
    let locale = use_locale();
    let refusal = refusal_of(actions.remove);
    let since = td_string!(locale, security.factor.since, date = date(locale, set_at)).to_string();
    let left = td_string!(locale, security.factor.codes_left, count = codes_left).to_string();
    view! {
        <p class="sheet-lead">{since}</p>
        <p class="field-hint" data-testid="codes-left">{left}</p>
        <ProofNotice refusal />
        <ActionForm action=actions.remove attr:class="form" attr:novalidate=true>
            <PasswordField refusal />
            <SubmitButton
                label=td_string!(locale, security.factor.remove)
                sending=td_string!(locale, security.factor.sending)
                pending=actions.remove.pending()
            />
        </ActionForm>
    }
}

#[component]
fn PasswordField(refusal: Signal<Option<Refusal>>) -> impl IntoView {
    let locale = use_locale();
    view! {
        <TextField
            field=Field::CurrentPassword
            name="current_password"
            label=td_string!(locale, account.password.current)
            refusal
            kind="password"
            autocomplete="current-password"
        />
    }
}
