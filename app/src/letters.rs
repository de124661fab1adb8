//! What the shop's letters say, in the member's language.

use crate::i18n::{Locale, td_string};
use leptos_i18n::Locale as _;
use shop::Language;
use shop::letters::{Letter, Says};
use shop::members::LinkToken;

/// A letter as a mail server takes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its subject.
    pub subject: String,
    /// All of it as plain text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
}

/// The parts of a letter.
struct Sentences {
    subject: &'static str,
    body: &'static str,
    button: &'static str,
    not_you: &'static str,
    address: String,
}

/// Writes a letter out. Its link leads to the shop's `origin`, as it was set and not as somebody's
/// request named it: whoever forges a `Host` gets nobody's link.
pub fn written(letter: &Letter, origin: &str) -> Written {
    let locale = match letter.language {
        Language::Ko => Locale::ko,
        Language::En => Locale::en,
    };
    let Sentences { subject, body, button, not_you, address } =
        sentences(locale, &letter.says, origin);
    let hello = td_string!(locale, letters.hello, name = letter.name.as_str()).to_string();
    let footer = td_string!(locale, letters.footer);
    let text = format!("{hello}\n\n{body}\n\n{button}:\n{address}\n\n{not_you}\n\n--\n{footer}\n");
    let language = locale.as_str();
    let [hello, body, button, not_you, footer] =
        [hello.as_str(), body, button, not_you, footer].map(escaped);
    let html = format!(
        "<!DOCTYPE html><html lang=\"{language}\"><head><meta charset=\"utf-8\"></head>\
         <body style=\"font-family: sans-serif; line-height: 1.6; max-width: 32em\">\n\
         <p>{hello}</p>\n<p>{body}</p>\n\
         <p><a href=\"{}\" rel=\"noreferrer\">{button}</a></p>\n\
         <p>{not_you}</p>\n<p><small>{footer}</small></p>\n</body></html>\n",
        escaped(&address),
    );
    Written { subject: subject.to_owned(), text, html }
}

fn sentences(locale: Locale, says: &Says, origin: &str) -> Sentences {
    let link = |page: &str, token: &LinkToken| format!("{origin}/{page}?token={}", token.to_text());
    match says {
        Says::Reset(token) => Sentences {
            subject: td_string!(locale, letters.reset.subject),
            body: td_string!(locale, letters.reset.body),
            button: td_string!(locale, letters.reset.button),
            not_you: td_string!(locale, letters.reset.not_you),
            address: link("reset", token),
        },
        Says::Confirm(token) => Sentences {
            subject: td_string!(locale, letters.confirm.subject),
            body: td_string!(locale, letters.confirm.body),
            button: td_string!(locale, letters.confirm.button),
            not_you: td_string!(locale, letters.confirm.not_you),
            address: link("confirm", token),
        },
        Says::NewEmail(token) => Sentences {
            subject: td_string!(locale, letters.new_email.subject),
            body: td_string!(locale, letters.new_email.body),
            button: td_string!(locale, letters.new_email.button),
            not_you: td_string!(locale, letters.new_email.not_you),
            address: link("confirm", token),
        },
        Says::EmailChanging => Sentences {
            subject: td_string!(locale, letters.email_changing.subject),
            body: td_string!(locale, letters.email_changing.body),
            button: td_string!(locale, letters.email_changing.button),
            not_you: td_string!(locale, letters.email_changing.not_you),
            address: format!("{origin}/forgotten"),
        },
        Says::PasswordChanged => Sentences {
            subject: td_string!(locale, letters.password_changed.subject),
            body: td_string!(locale, letters.password_changed.body),
            button: td_string!(locale, letters.password_changed.button),
            not_you: td_string!(locale, letters.password_changed.not_you),
            address: format!("{origin}/forgotten"),
        },
    }
}

/// The text as HTML shows it: a member's name is whatever they say.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(language: Language, name: &str) -> Letter {
        let says = Says::Reset(LinkToken::new([0; 16]));
        Letter { id: 1, to: "a@b.kr".into(), name: name.into(), language, says }
    }

    #[test]
    fn a_letter_bears_its_link_in_both_parts_and_speaks_the_members_language() {
        let link = "https://shop.kr/reset?token=AAAAAAAAAAAAAAAAAAAAAA";
        let korean = written(&letter(Language::Ko, "김지우"), "https://shop.kr");
        assert!(korean.text.starts_with("김지우 님, 안녕하세요."), "{}", korean.text);
        assert!(korean.text.contains(&format!("{link}\n")), "{}", korean.text);
        assert!(korean.html.contains(&format!("href=\"{link}\"")), "{}", korean.html);
        let english = written(&letter(Language::En, "Kim"), "https://shop.kr");
        assert_eq!(english.subject, "Choose a new password for Seonchak");
    }

    #[test]
    fn a_name_is_no_html() {
        let html = written(&letter(Language::Ko, "<img src=x>\""), "https://shop.kr").html;
        assert!(html.contains("&lt;img src=x&gt;&quot;") && !html.contains("<img"), "{html}");
    }
}
