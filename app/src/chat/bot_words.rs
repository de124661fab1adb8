//! What the bot says, in the reader's language.

mod drops;
mod lines;
mod week;

pub use lines::{Line, lines};

use super::say_button::SayButton;
use crate::i18n::{Locale, td_string};
use crate::language::use_locale;
use leptos::prelude::*;
use shop::chat::bot::{BotSays, Choice};

/// The words of a button, and what it says when it is pressed: the bot must understand them.
pub fn choice_words(locale: Locale, choice: Choice) -> &'static str {
    match choice {
        Choice::Orders => td_string!(locale, bot.choice.orders),
        Choice::Coupons => td_string!(locale, bot.choice.coupons),
        Choice::Drops => td_string!(locale, bot.choice.drops),
        Choice::Delivery => td_string!(locale, bot.choice.delivery),
        Choice::Cancelling => td_string!(locale, bot.choice.cancelling),
        Choice::Hours => td_string!(locale, bot.choice.hours),
        Choice::Counsellor => td_string!(locale, bot.choice.counsellor),
    }
}

/// What the bot says, and the buttons under it.
#[component]
pub fn BotMessage(
    /// What it says.
    says: BotSays,
    /// What it offers to be asked next.
    choices: Vec<Choice>,
    /// Says a button's words in the reader's name. A reader who is not the shopper has none, and
    /// sees no buttons.
    #[prop(optional_no_strip)]
    say: Option<Callback<&'static str>>,
) -> impl IntoView {
    let locale = use_locale();
    let lines = lines(locale, &says).into_iter().map(|line| match line {
        Line { text, link: None } => view! { <p class="bot-line">{text}</p> }.into_any(),
        Line { text, link: Some(address) } => view! {
            <p class="bot-line"><a href=address>{text}</a></p>
        }
        .into_any(),
    });
    view! {
        <div class="bot-words" data-testid="bot-words">
            {lines.collect_view()}
            {say.filter(|_| !choices.is_empty()).map(|say| view! {
                <ul class="bot-choices" aria-label=td_string!(locale, bot.choices)>
                    {choices.into_iter().map(|choice| view! {
                        <li>
                            <SayButton
                                words=choice_words(locale, choice)
                                say
                                class="bot-choice"
                                testid="bot-choice"
                            />
                        </li>
                    }).collect_view()}
                </ul>
            })}
        </div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use shop::chat::bot::understand;

    #[test]
    fn the_bot_understands_its_own_buttons() {
        for locale in [Locale::ko, Locale::en] {
            for choice in Choice::ALL {
                let words = choice_words(locale, choice);
                assert_eq!(understand(words), Some(choice.topic()), "{words}");
            }
        }
    }

    fn html(says: BotSays, has_buttons: bool) -> String {
        let choices = says.choices();
        Owner::new().with(|| {
            let say = has_buttons.then(|| Callback::new(|_| ()));
            view! { <BotMessage says choices say /> }.to_html()
        })
    }

    #[test]
    fn a_shopper_has_buttons_that_are_forms_and_a_counsellor_has_none() {
        let shopper = html(BotSays::NotUnderstood, true);
        assert!(shopper.contains("method=\"post\" action=\"/api/chat/send\""), "{shopper}");
        assert!(shopper.contains("name=\"text\" value=\"상담원 연결\""), "{shopper}");
        assert!(!html(BotSays::NotUnderstood, false).contains("<form"));
    }
}
