use super::*;
use shop::chat::bot::{SaidDrop, SaidPlace};
use shop::drops::DropId;
use shop::orders::OrderId;
use shop::{Bilingual, Moment, Won};

/// 22 November 2026, 21:30 in Korea.
const EVENING: Moment = Moment::from_ms(1_795_350_600_000);

fn texts(locale: Locale, says: &BotSays) -> Vec<String> {
    lines(locale, says).into_iter().map(|line| line.text).collect()
}

fn links(says: &BotSays) -> Vec<String> {
    lines(Locale::ko, says).into_iter().filter_map(|line| line.link).collect()
}

#[test]
fn an_order_is_told_with_its_state_and_leads_to_its_page() {
    let order = SaidOrder {
        id: OrderId(34),
        state: State::Shipped,
        placed_at: EVENING,
        first_item: Bilingual { ko: "세럼".into(), en: "Serum".into() },
        other_items: 2,
    };
    let says = BotSays::Orders { newest: vec![order] };
    assert_eq!(texts(Locale::ko, &says)[1], "세럼 외 2건: 배송 중 (11월 22일 21:30 주문)");
    assert_eq!(
        texts(Locale::en, &says)[1],
        "Serum and 2 more: On its way (placed 22 November, 21:30 KST)"
    );
    assert_eq!(links(&says), ["/orders/34", "/orders"]);
}

#[test]
fn coupons_are_told_with_their_last_day_and_how_many_more_there_are() {
    let coupon = SaidCoupon { drop_name: "첫눈 쿠폰".into(), expires_at: EVENING };
    let says = BotSays::Coupons { next: vec![coupon], more: 4 };
    let said = texts(Locale::ko, &says);
    assert_eq!(said[1..3], ["첫눈 쿠폰: 2026년 11월 22일까지", "이 밖에 4장이 더 있어요."]);
    assert_eq!(links(&says), ["/coupons"]);
}

#[test]
fn a_place_in_a_line_is_told_with_its_ticket() {
    let place = SaidPlace::Waiting { ticket: 1_234, position: 234, eta_s: Some(61) };
    let (opens_at, closes_at) = (EVENING, EVENING);
    let drop = SaidDrop { id: DropId(7), name: "첫눈".into(), opens_at, closes_at, place };
    let says = BotSays::Drops { drops: vec![drop] };
    assert_eq!(
        texts(Locale::ko, &says),
        ["첫눈: 대기번호는 1,234번, 지금 234번째예요. 약 2분 남았어요."]
    );
    assert_eq!(links(&says), ["/drops/7"]);
}

#[test]
fn hours_read_as_a_week() {
    let hours = "mon-fri 09:00-18:00, sat 10:00-14:00".parse().unwrap();
    let says = BotSays::Hours { hours, opens_at: Some(EVENING) };
    assert_eq!(
        texts(Locale::ko, &says),
        [
            "상담 시간은 월–금 09:00–18:00, 토 10:00–14:00이에요. (한국 시각)",
            "지금은 상담 시간이 아니에요. 11월 22일 21:30에 다시 열어요.",
        ]
    );
}

#[test]
fn who_waits_hears_what_to_expect() {
    let told = |are_there, before, opens_at| {
        texts(Locale::ko, &BotSays::HandedOver { are_there, before, opens_at })[1].clone()
    };
    assert_eq!(told(true, 0, None), "지금 바로 다음 차례예요. 잠시만 기다려 주세요.");
    assert!(told(true, 3, Some(EVENING)).contains("3분"), "who is there is there out of hours too");
    assert!(told(false, 0, Some(EVENING)).contains("11월 22일 21:30에 다시 열어요"));
    assert!(told(false, 0, None).contains("돌아오는 대로"));
}

#[test]
fn rules_are_told_with_their_figures() {
    let says = BotSays::Delivery { fee: Won(3_000), free_from: Won(30_000) };
    assert_eq!(
        texts(Locale::en, &says),
        ["Delivery costs ₩3,000. It is free for goods of ₩30,000 or more."]
    );
    let says = BotSays::Cancelling { while_in: vec![State::Placed, State::Paid] };
    assert!(texts(Locale::ko, &says)[0].contains("(결제 대기, 결제 완료)"));
}
