//! Good forms for the server functions.

use crate::authorization::cast::{Cast, PASSWORD};
use crate::kit::database::unique_name;
use shop::members::Role;
use shop::members::links::Purpose;
use shop::orders::State;

/// The names and values of a form.
pub type Form = Vec<(&'static str, String)>;

/// A form for this function; `None` where nobody has written one yet.
pub async fn form(function: &str, cast: &Cast<'_>) -> Option<Form> {
    match function.split_once('/')?.0 {
        "members" => members(function, cast).await,
        "catalog" => catalog(function, cast).await,
        "cart" | "wishes" => cart(function, cast).await,
        "orders" => orders(function, cast).await,
        "addresses" => addresses(function, cast).await,
        "drops" => drops(function, cast).await,
        "chat" => chat(function, cast).await,
        "coupons" => (function == "coupons/mine").then(Form::new),
        "counsel" => counsel(function, cast).await,
        "audit" => (function == "audit/list").then(Form::new),
        "owner" => (function == "owner/dashboard").then(Form::new),
        _ => None,
    }
}

async fn members(function: &str, cast: &Cast<'_>) -> Option<Form> {
    Some(match function {
        "members/sign_up" => vec![
            ("name", "박하늘".into()),
            ("email", format!("{}@b.kr", unique_name())),
            ("password", PASSWORD.into()),
            ("address", "서울".into()),
        ],
        "members/log_in" => {
            vec![("email", cast.email().await), ("password", PASSWORD.into())]
        }
        "members/log_out"
        | "members/me"
        | "members/profile"
        | "members/owner_list"
        | "members/factor"
        | "members/sessions"
        | "members/end_other_sessions"
        | "members/send_confirmation"
        | "members/providers"
        | "members/newcomer"
        | "members/ways_in" => vec![],
        "members/begin_factor" | "members/remove_factor" | "members/leave" => {
            vec![("current_password", PASSWORD.into())]
        }
        "members/confirm_factor" => vec![("code", cast.factor_code().await)],
        "members/owner_remove_factor" => vec![("member_id", cast.stranger().await.to_string())],
        "members/end_session" => vec![("session_id", cast.session().await.to_string())],
        "members/forget_password" => vec![("email", cast.email().await)],
        "members/reset_password" => vec![
            ("token", cast.token(Purpose::Reset).await),
            ("new_password", "seonchak-other".into()),
        ],
        "members/confirm_email" => vec![("token", cast.token(Purpose::Confirm).await)],
        "members/change_email" => vec![
            ("current_password", PASSWORD.into()),
            ("email", format!("{}@b.kr", unique_name())),
        ],
        "members/unlink_identity" => vec![("provider", "kakao".into())],
        "members/change_profile" => vec![("name", "박하늘".into())],
        "members/change_password" => {
            vec![("current_password", PASSWORD.into()), ("new_password", "seonchak-other".into())]
        }
        "members/owner_show" => vec![("member_id", cast.member.0.to_string())],
        "members/grant" => {
            vec![("member_id", cast.stranger().await.to_string()), ("role", "counsellor".into())]
        }
        "members/revoke" => {
            let colleague = cast.colleague(Role::Counsellor).await;
            vec![("member_id", colleague.to_string()), ("role", "counsellor".into())]
        }
        "members/block" => {
            vec![("member_id", cast.stranger().await.to_string()), ("reason", "시험".into())]
        }
        "members/unblock" => vec![("member_id", cast.blocked().await.to_string())],
        _ => return None,
    })
}

async fn catalog(function: &str, cast: &Cast<'_>) -> Option<Form> {
    Some(match function {
        "catalog/search" | "catalog/categories" | "catalog/owner_list" => vec![],
        "catalog/suggest" => vec![("words", "컵".into())],
        "catalog/show" | "catalog/owner_show" | "catalog/withdraw" => {
            vec![("product_id", cast.product().await.to_string())]
        }
        "catalog/put_back" => vec![("product_id", cast.withdrawn_product().await.to_string())],
        _ => return None,
    })
}

async fn cart(function: &str, cast: &Cast<'_>) -> Option<Form> {
    let product = |id: u64| ("product_id", id.to_string());
    Some(match function {
        "cart/show" | "cart/count" | "wishes/list" => vec![],
        "cart/add" => vec![product(cast.product().await), ("count", "1".into())],
        "cart/set_count" => vec![product(cast.in_cart().await), ("count", "2".into())],
        "cart/remove" => vec![product(cast.in_cart().await)],
        "cart/choose" => vec![product(cast.in_cart().await), ("chosen", "false".into())],
        "wishes/add" => vec![product(cast.product().await)],
        "wishes/remove" | "wishes/has" => vec![product(cast.wish().await)],
        _ => return None,
    })
}

async fn orders(function: &str, cast: &Cast<'_>) -> Option<Form> {
    let order = async |state| ("order_id", cast.order(state).await.to_string());
    Some(match function {
        "orders/list" | "orders/owner_list" => vec![],
        "orders/quote" => {
            cast.in_cart().await;
            vec![("coupon", cast.coupon().await.1)]
        }
        "orders/place" => {
            cast.in_cart().await;
            vec![
                ("press_key", unique_name().repeat(2)),
                ("address_id", cast.address().await.to_string()),
                ("coupon", cast.coupon().await.1),
                ("agreed", "true".into()),
                // A cup, the delivery, and a coupon of 5,000 won.
                ("total", "8000".into()),
            ]
        }
        "orders/pay" => {
            vec![order(State::Placed).await, ("card", "approved".into())]
        }
        "orders/cancel" => vec![order(State::Placed).await],
        "orders/show" | "orders/reorder" | "orders/owner_show" => vec![order(State::Paid).await],
        "orders/move_on" => vec![order(State::Paid).await, ("to", "preparing".into())],
        "orders/owner_cancel" => vec![order(State::Paid).await, ("reason", "품절".into())],
        _ => return None,
    })
}

async fn addresses(function: &str, cast: &Cast<'_>) -> Option<Form> {
    let fields = || {
        vec![
            ("recipient", "김지우".to_owned()),
            ("phone", "010-1234-5678".to_owned()),
            ("address", "서울특별시 중구 세종대로 110".to_owned()),
        ]
    };
    let of_the_member = async || ("address_id", cast.address().await.to_string());
    Some(match function {
        "addresses/list" => vec![],
        "addresses/add" => fields(),
        "addresses/edit" => {
            let mut form = fields();
            form.push(of_the_member().await);
            form
        }
        "addresses/remove" | "addresses/make_default" => vec![of_the_member().await],
        _ => return None,
    })
}

async fn drops(function: &str, cast: &Cast<'_>) -> Option<Form> {
    let drop = |id: u64| ("drop_id", id.to_string());
    Some(match function {
        "drops/list" | "drops/owner_list" | "drops/stop" | "drops/go_on" => vec![],
        "drops/show" | "drops/join" | "drops/leave" | "drops/mine" | "drops/owner_show"
        | "drops/board" | "drops/pause" | "drops/close" => vec![drop(cast.drop().await)],
        "drops/create" => terms(cast),
        "drops/edit" => {
            let mut form = terms(cast);
            form.extend([drop(cast.coming_drop().await), ("version", "1".into())]);
            form
        }
        "drops/resume" => vec![drop(cast.paused_drop().await)],
        "drops/set_rate" => vec![drop(cast.drop().await), ("rate_per_s", "30".into())],
        "drops/add_quota" => vec![drop(cast.drop().await), ("count", "10".into())],
        _ => return None,
    })
}

async fn chat(function: &str, cast: &Cast<'_>) -> Option<Form> {
    let room = async |state| ("room_id", cast.room(state).await.to_string());
    Some(match function {
        "chat/show" => vec![],
        "chat/send" => vec![("text", "안녕하세요".into())],
        "chat/history" | "chat/ask_counsellor" | "chat/close" | "chat/delete" => {
            vec![room("bot").await]
        }
        "chat/read" => vec![room("bot").await, ("number", "1".into())],
        "chat/rate" => vec![room("bot").await, ("is_good", "true".into())],
        "chat/reopen" => vec![room("closed").await],
        _ => return None,
    })
}

/// About a visitor's room, which is none of the askers' own.
async fn counsel(function: &str, cast: &Cast<'_>) -> Option<Form> {
    let room = async || ("room_id", cast.visitors_room().await.to_string());
    Some(match function {
        "counsel/list" | "counsel/canned" => vec![],
        "counsel/show" | "counsel/beside" | "counsel/take" => vec![room().await],
        "counsel/add_note" => vec![room().await, ("text", "메모".into())],
        "counsel/say" => {
            vec![("room_id", cast.room_of_asker().await.to_string()), ("text", "네".into())]
        }
        "counsel/hand_over" => {
            let (room, to) = (cast.room_of_asker().await, cast.colleague(Role::Counsellor).await);
            vec![("room_id", room.to_string()), ("member_id", to.to_string())]
        }
        "counsel/save_canned" => vec![("shortcut", unique_name()), ("text", "네".into())],
        "counsel/remove_canned" => vec![("shortcut", "없음".into())],
        _ => return None,
    })
}

fn terms(cast: &Cast<'_>) -> Form {
    vec![
        ("name", "시험 쿠폰".into()),
        ("quota", "10".into()),
        ("opens_at", cast.in_hours(1)),
        ("closes_at", cast.in_hours(2)),
        ("discount_kind", "fixed".into()),
        ("discount_won", "5000".into()),
    ]
}
