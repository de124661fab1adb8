//! `/counsel/canned`.

use super::api::{self, RemoveCanned, SaveCanned};
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::sentences;
use crate::ui::{
    Admitted, Audience, Empty, FormNotice, Icon, Loading, PageTitle, Refused, SubmitButton,
    TextField, refusal_of, when_done,
};
use leptos::prelude::*;
use shop::chat::MESSAGE_CHARS_MAX;
use shop::chat::counsel::Canned;
use shop::{Field, Refusal};

/// The answers that counsellors give often, and a form for one more.
#[component]
pub fn CannedPage() -> impl IntoView {
    view! {
        <Admitted audience=Audience::Staff let:_member>
            <Replies />
        </Admitted>
    }
}

#[component]
fn Replies() -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, counsel.canned.title);
    let (save, remove) = (ServerAction::<SaveCanned>::new(), ServerAction::<RemoveCanned>::new());
    let replies =
        Resource::new(move || (save.version().get(), remove.version().get()), |_| api::canned());
    // What is being changed, put into the form; a form that was saved is empty again.
    let edited = RwSignal::new(None::<Canned>);
    when_done(save, move || edited.set(None));
    view! {
        <PageTitle text=title />
        <section class="page counsel-canned">
            <a class="back" href="/counsel">
                {Icon::Back} {td_string!(locale, counsel.canned.back)}
            </a>
            <header class="page-head">
                <h1>{title}</h1>
                <p>{td_string!(locale, counsel.canned.lead)}</p>
            </header>
            {move || view! { <ReplyForm save reply=edited.get() /> }}
            <FormNotice refusal=refusal_of(remove) />
            <Transition fallback=|| view! { <Loading /> }>
                {move || Suspend::new(async move {
                    match replies.await {
                        Ok(replies) => view! { <List replies remove edited /> }.into_any(),
                        Err(error) => view! { <Refused error /> }.into_any(),
                    }
                })}
            </Transition>
        </section>
    }
}

#[component]
fn ReplyForm(save: ServerAction<SaveCanned>, reply: Option<Canned>) -> impl IntoView {
    let locale = use_locale();
    let refusal = refusal_of(save);
    let Canned { shortcut, text } = reply.unwrap_or_default();
    view! {
        <ActionForm action=save attr:class="form owner-card" attr:novalidate=true>
            <TextField
                field=Field::Shortcut
                name="shortcut"
                label=td_string!(locale, counsel.canned.shortcut)
                hint=td_string!(locale, counsel.canned.shortcut_hint)
                refusal
                value=shortcut
            />
            <ReplyText text refusal />
            <SubmitButton
                label=td_string!(locale, counsel.canned.save)
                sending=td_string!(locale, counsel.canned.saving)
                pending=save.pending()
            />
        </ActionForm>
    }
}

#[component]
fn ReplyText(text: String, refusal: Signal<Option<Refusal>>) -> impl IntoView {
    let locale = use_locale();
    let problem = Memo::new(move |_| {
        refusal.with(|refusal| refusal.as_ref().and_then(|r| r.problem(Field::Message)))
    });
    view! {
        <div class="field">
            <label for="field-text">{td_string!(locale, counsel.canned.text)}</label>
            <textarea
                id="field-text"
                name="text"
                rows="4"
                maxlength=MESSAGE_CHARS_MAX.to_string()
                aria-required="true"
                aria-invalid=move || problem.get().map(|_| "true")
                aria-describedby=move || problem.get().map(|_| "problem-text")
            >
                {text}
            </textarea>
            <div aria-live="polite">
                {move || problem.get().map(|problem| view! {
                    <p class="field-problem" id="problem-text" data-problem="text">
                        {sentences::problem(locale, problem)}
                    </p>
                })}
            </div>
        </div>
    }
}

#[component]
fn List(
    replies: Vec<Canned>,
    remove: ServerAction<RemoveCanned>,
    edited: RwSignal<Option<Canned>>,
) -> impl IntoView {
    let locale = use_locale();
    if replies.is_empty() {
        let title = td_string!(locale, counsel.canned.empty);
        let body = td_string!(locale, counsel.canned.empty_body);
        return view! { <Empty icon=Icon::Chat title body /> }.into_any();
    }
    let replies = replies.into_iter().map(|reply| {
        let (shortcut, again) = (reply.shortcut.clone(), reply.clone());
        view! {
            <li class="counsel-reply" data-testid="reply">
                <kbd>"/" {shortcut.clone()}</kbd>
                <p>{reply.text}</p>
                <div class="counsel-reply-tools">
                    <button
                        class="text-button needs-script"
                        type="button"
                        on:click=move |_| edited.set(Some(again.clone()))
                    >
                        {td_string!(locale, counsel.canned.edit)}
                    </button>
                    <ActionForm action=remove>
                        <input type="hidden" name="shortcut" value=shortcut />
                        <button class="text-button" type="submit" data-testid="reply-remove">
                            {td_string!(locale, counsel.canned.remove)}
                        </button>
                    </ActionForm>
                </div>
            </li>
        }
    });
    view! { <ul class="counsel-replies">{replies.collect_view()}</ul> }.into_any()
}
