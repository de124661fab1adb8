//! What people say of themselves.

use shop::addresses::{Phone, Recipient};
use shop::members::{Address, Email, PersonName};

const EMAIL_CHARS_MAX: usize = 254;
const NAME_CHARS_MAX: usize = 50;
const ADDRESS_CHARS_MAX: usize = 200;

/// An address stands in a letter's head and in a log: one line of ASCII, the same in any case.
pub fn email(text: &str) {
    let Ok(email) = Email::parse(text) else { return };
    let address = email.as_str();
    assert!(address.len() <= EMAIL_CHARS_MAX);
    assert!(address.bytes().all(|b| b.is_ascii_graphic() && !b.is_ascii_uppercase()));
    assert!(!address.contains([',', ';', '<', '>', '"', ' ']), "{address}");
    assert_eq!(address.matches('@').count(), 1);
    assert_eq!(Email::parse(address), Ok(email.clone()));
    assert_eq!(Email::parse(&address.to_ascii_uppercase()), Ok(email));
}

/// Names and addresses are one line that can be printed.
pub fn names(text: &str) {
    let name = PersonName::parse(text).map(|name| name.as_str().to_owned());
    let recipient = Recipient::parse(text).map(|name| name.as_str().to_owned());
    assert_eq!(name, recipient);
    let address = Address::parse(text).map(|address| address.as_str().to_owned());
    for (line, max) in [(name, NAME_CHARS_MAX), (address, ADDRESS_CHARS_MAX)] {
        let Ok(line) = line else { continue };
        assert!((1..=max).contains(&line.chars().count()));
        assert!(!line.chars().any(|c| c.is_control() || turns_around(c)), "{line:?}");
        assert_eq!(Address::parse(&line).map(|again| again.as_str().to_owned()), Ok(line));
    }
}

/// What makes a line look as if it said something else.
fn turns_around(c: char) -> bool {
    ('\u{202a}'..='\u{202e}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c)
}

/// A number can be dialled.
pub fn phone(text: &str) {
    let Ok(phone) = Phone::parse(text) else { return };
    let number = phone.as_str();
    assert!(number.starts_with('0') && number.len() <= 13, "{number}");
    assert!(number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'), "{number}");
    assert_eq!(Phone::parse(number), Ok(phone.clone()));
}
