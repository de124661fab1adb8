//! What the shop's refusals say to people, in their language.

use crate::i18n::{Locale, td_string};
use crate::language::won;
use shop::{CouponProblem, Language, Problem, Refusal};

const SECONDS_PER_MINUTE: u32 = 60;

/// The reader's language as the shop's own type.
pub fn language(locale: Locale) -> Language {
    match locale {
        Locale::ko => Language::Ko,
        Locale::en => Language::En,
    }
}

/// A refusal in one sentence.
pub fn refusal(locale: Locale, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Form(_) => td_string!(locale, refusals.form).to_owned(),
        Refusal::NotUnderstood => td_string!(locale, refusals.not_understood).to_owned(),
        Refusal::WrongEmailOrPassword => {
            td_string!(locale, refusals.wrong_email_or_password).to_owned()
        }
        Refusal::NotSignedIn => td_string!(locale, refusals.not_signed_in).to_owned(),
        Refusal::NotAllowed => td_string!(locale, refusals.not_allowed).to_owned(),
        Refusal::FactorNeeded => td_string!(locale, refusals.factor_needed).to_owned(),
        Refusal::LogInAgain => td_string!(locale, refusals.log_in_again).to_owned(),
        Refusal::FactorMovedOn => td_string!(locale, refusals.factor_moved_on).to_owned(),
        Refusal::NoSuchProduct => td_string!(locale, refusals.no_such_product).to_owned(),
        Refusal::NoSuchDrop => td_string!(locale, refusals.no_such_drop).to_owned(),
        Refusal::NoSuchCategory => td_string!(locale, refusals.no_such_category).to_owned(),
        Refusal::NoSuchOrder => td_string!(locale, refusals.no_such_order).to_owned(),
        Refusal::NoSuchAddress => td_string!(locale, refusals.no_such_address).to_owned(),
        Refusal::NoSuchCoupon => td_string!(locale, refusals.no_such_coupon).to_owned(),
        Refusal::NoSuchMember => td_string!(locale, refusals.no_such_member).to_owned(),
        Refusal::NoSuchRoom => td_string!(locale, refusals.no_such_room).to_owned(),
        Refusal::NoSuchSession => td_string!(locale, refusals.no_such_session).to_owned(),
        Refusal::LinkOver => td_string!(locale, refusals.link_over).to_owned(),
        Refusal::RoomClosed => td_string!(locale, refusals.room_closed).to_owned(),
        Refusal::RoomMovedOn => td_string!(locale, refusals.room_moved_on).to_owned(),
        Refusal::OtherMessage => td_string!(locale, refusals.other_message).to_owned(),
        Refusal::EmptyCart => td_string!(locale, refusals.empty_cart).to_owned(),
        Refusal::CartChanged => td_string!(locale, refusals.cart_changed).to_owned(),
        Refusal::OrderTooLarge { lines, goods } => {
            let goods = won(locale, *goods);
            td_string!(locale, refusals.order_too_large, lines = lines, goods = goods).to_string()
        }
        Refusal::CouponRefused(problem) => coupon_problem(locale, *problem),
        Refusal::OrderMovedOn => td_string!(locale, refusals.order_moved_on).to_owned(),
        Refusal::DropMovedOn => td_string!(locale, refusals.drop_moved_on).to_owned(),
        Refusal::PaymentRefused => td_string!(locale, refusals.payment_refused).to_owned(),
        Refusal::EditedMeanwhile => td_string!(locale, refusals.edited_meanwhile).to_owned(),
        Refusal::Blocked => td_string!(locale, refusals.blocked).to_owned(),
        Refusal::OrdersUnderWay => td_string!(locale, refusals.orders_under_way).to_owned(),
        Refusal::SignInExpired => td_string!(locale, refusals.sign_in_expired).to_owned(),
        Refusal::IdentityTaken => td_string!(locale, refusals.identity_taken).to_owned(),
        Refusal::LastWayIn => td_string!(locale, refusals.last_way_in).to_owned(),
        Refusal::LastAdmin => td_string!(locale, refusals.last_admin).to_owned(),
        Refusal::NotYourself => td_string!(locale, refusals.not_yourself).to_owned(),
        Refusal::StorageFull => td_string!(locale, refusals.storage_full).to_owned(),
        Refusal::NeedsScript => td_string!(locale, refusals.needs_script).to_owned(),
        Refusal::NoSuchPage => td_string!(locale, refusals.no_such_page).to_owned(),
        Refusal::ForeignOrigin => td_string!(locale, refusals.foreign_origin).to_owned(),
        Refusal::TooLarge => td_string!(locale, refusals.too_large).to_owned(),
        Refusal::Busy { retry_after_s } => {
            td_string!(locale, refusals.busy, seconds = retry_after_s).to_string()
        }
        Refusal::TooManyClicks { retry_after_s } => {
            td_string!(locale, refusals.too_many_clicks, seconds = retry_after_s).to_string()
        }
        Refusal::TooManyCodes { retry_after_s } => {
            let minutes = retry_after_s.div_ceil(SECONDS_PER_MINUTE);
            td_string!(locale, refusals.too_many_codes, minutes = minutes).to_string()
        }
        Refusal::TooManyMessages { retry_after_s } => {
            td_string!(locale, refusals.too_many_messages, seconds = retry_after_s).to_string()
        }
        Refusal::TooManyTries { retry_after_s } => {
            let minutes = retry_after_s.div_ceil(SECONDS_PER_MINUTE);
            td_string!(locale, refusals.too_many_tries, minutes = minutes).to_string()
        }
        Refusal::Unavailable { retry_after_s } => {
            td_string!(locale, refusals.unavailable, seconds = retry_after_s).to_string()
        }
        Refusal::Broken => td_string!(locale, refusals.broken).to_owned(),
    }
}

/// Why a coupon cannot be spent, in one sentence.
pub fn coupon_problem(locale: Locale, problem: CouponProblem) -> String {
    match problem {
        CouponProblem::Expired => td_string!(locale, refusals.coupon.expired).to_owned(),
        CouponProblem::Spent => td_string!(locale, refusals.coupon.spent).to_owned(),
        CouponProblem::NotEnough { minimum } => {
            let minimum = won(locale, minimum);
            td_string!(locale, refusals.coupon.not_enough, minimum = minimum).to_string()
        }
    }
}

/// What is wrong with a field, in one sentence.
pub fn problem(locale: Locale, problem: Problem) -> String {
    match problem {
        Problem::Missing => td_string!(locale, refusals.problem.missing).to_owned(),
        Problem::TooShort { min } => {
            td_string!(locale, refusals.problem.too_short, min = min).to_string()
        }
        Problem::TooLong { max } => {
            td_string!(locale, refusals.problem.too_long, max = max).to_string()
        }
        Problem::NotAnEmail => td_string!(locale, refusals.problem.not_an_email).to_owned(),
        Problem::Taken => td_string!(locale, refusals.problem.taken).to_owned(),
        Problem::TooCommon => td_string!(locale, refusals.problem.too_common).to_owned(),
        Problem::YourOwnName => td_string!(locale, refusals.problem.your_own_name).to_owned(),
        Problem::NotANumber => td_string!(locale, refusals.problem.not_a_number).to_owned(),
        Problem::OutOfRange { min, max } => {
            td_string!(locale, refusals.problem.out_of_range, min = min, max = max).to_string()
        }
        Problem::NotATime => td_string!(locale, refusals.problem.not_a_time).to_owned(),
        Problem::NotAfterOpening => {
            td_string!(locale, refusals.problem.not_after_opening).to_owned()
        }
        Problem::AlreadyPast => td_string!(locale, refusals.problem.already_past).to_owned(),
        Problem::NotPrintable => td_string!(locale, refusals.problem.not_printable).to_owned(),
        Problem::NotAPhone => td_string!(locale, refusals.problem.not_a_phone).to_owned(),
        Problem::WrongPassword => td_string!(locale, refusals.problem.wrong_password).to_owned(),
        Problem::WrongCode => td_string!(locale, refusals.problem.wrong_code).to_owned(),
        Problem::NotAgreed => td_string!(locale, refusals.problem.not_agreed).to_owned(),
        Problem::NotAChoice => td_string!(locale, refusals.problem.not_a_choice).to_owned(),
        Problem::SoldOut => td_string!(locale, refusals.problem.sold_out).to_owned(),
        Problem::TooMany { max } => {
            td_string!(locale, refusals.problem.too_many, max = max).to_string()
        }
        Problem::NotAPicture => td_string!(locale, refusals.problem.not_a_picture).to_owned(),
        Problem::DamagedPicture => td_string!(locale, refusals.problem.damaged_picture).to_owned(),
        Problem::FileTooLarge { max_mb } => {
            td_string!(locale, refusals.problem.file_too_large, max = max_mb).to_string()
        }
        Problem::PictureTooLarge { max_px } => {
            td_string!(locale, refusals.problem.picture_too_large, max = max_px).to_string()
        }
    }
}
