//! The record's words in the reader's language.

use crate::i18n::{Locale, td_string};

/// A kind of subject.
pub fn kind_text(locale: Locale, kind: &str) -> &'static str {
    match kind {
        "product" => td_string!(locale, owner.audit.subject.product),
        "order" => td_string!(locale, owner.audit.subject.order),
        "drop" => td_string!(locale, owner.audit.subject.drop),
        "shop" => td_string!(locale, owner.audit.subject.shop),
        _ => td_string!(locale, owner.audit.subject.member),
    }
}

/// What was done, by the verb of `feature.verb`; a verb that has no word here stands for itself.
pub fn action_text(locale: Locale, action: &str) -> String {
    let verb = action.rsplit('.').next().unwrap_or(action);
    match verb {
        "add_quota" => td_string!(locale, owner.audit.action.add_quota),
        "block" => td_string!(locale, owner.audit.action.block),
        "cancel" => td_string!(locale, owner.audit.action.cancel),
        "close" => td_string!(locale, owner.audit.action.close),
        "create" => td_string!(locale, owner.audit.action.create),
        "edit" => td_string!(locale, owner.audit.action.edit),
        "export" => td_string!(locale, owner.audit.action.export),
        "go_on" => td_string!(locale, owner.audit.action.go_on),
        "grant" => td_string!(locale, owner.audit.action.grant),
        "leave" => td_string!(locale, owner.audit.action.leave),
        "move_on" => td_string!(locale, owner.audit.action.move_on),
        "pause" => td_string!(locale, owner.audit.action.pause),
        "put_back" => td_string!(locale, owner.audit.action.put_back),
        "remove_canned" => td_string!(locale, owner.audit.action.remove_canned),
        "remove_factor" => td_string!(locale, owner.audit.action.remove_factor),
        "resume" => td_string!(locale, owner.audit.action.resume),
        "revoke" => td_string!(locale, owner.audit.action.revoke),
        "save_canned" => td_string!(locale, owner.audit.action.save_canned),
        "set_factor" => td_string!(locale, owner.audit.action.set_factor),
        "set_rate" => td_string!(locale, owner.audit.action.set_rate),
        "stop" => td_string!(locale, owner.audit.action.stop),
        "unblock" => td_string!(locale, owner.audit.action.unblock),
        "use_recovery_code" => td_string!(locale, owner.audit.action.use_recovery_code),
        "withdraw" => td_string!(locale, owner.audit.action.withdraw),
        other => return other.to_owned(),
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_is_said_in_words_and_an_unknown_one_stands_for_itself() {
        assert_eq!(action_text(Locale::ko, "members.block"), "이용 제한");
        assert_eq!(action_text(Locale::en, "orders.cancel"), "cancelled");
        assert_eq!(action_text(Locale::en, "drops.juggle"), "juggle");
    }
}
