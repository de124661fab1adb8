//! What people write, and what the bot takes it for.

use super::understand;
use crate::chat::bot::Topic::{self, *};
use proptest::prelude::*;
use std::time::{Duration, Instant};

/// A story of 2,000 characters is read in microseconds by a release; this is far more than the
/// slowest build of the tests needs.
const READ_TIME_MAX: Duration = Duration::from_millis(5);
const READINGS: u32 = 20;

/// Sentences, with a `|` between two of them.
#[track_caller]
fn all_mean(topic: impl Into<Option<Topic>>, sentences: &str) {
    let topic = topic.into();
    let wrong: Vec<_> = sentences
        .split('|')
        .map(str::trim)
        .map(|sentence| (sentence, understand(sentence)))
        .filter(|(_, meant)| *meant != topic)
        .collect();
    assert!(wrong.is_empty(), "{topic:?} is not {wrong:#?}");
}

#[test]
fn who_asks_for_a_person_gets_one() {
    all_mean(
        Counsellor,
        "상담원 | 상담원 연결 | 상담원 연결해 주세요 | 상담원연결좀요 | 상담원 바꿔줘 |
         상담사 연결 부탁드립니다 | 상담 원 연결 | 사람이랑 얘기하고 싶어요 | 사람 연결해줘 |
         진짜 사람 없어요? | 직원 불러 주세요 | 담당자 바꿔 | 고객센터 연결 |
         상담 받고 싶은데요 | 지금 상담 가능한가요? | 사람 | 상담이요 | 봇 말고 사람이요 |
         전화 상담 되나요 | 상담언 연결 | 상담웡 | agent | Agent please | talk to a human |
         I want to speak with a person | human | HUMAN!! | real person | can i talk to someone |
         representative | customer service | counsellor please | counselor |
         I need a human being | agnet | represenative | I'd like a live person",
    );
}

#[test]
fn who_asks_whether_it_is_one_is_told() {
    all_mean(
        Myself,
        "사람이에요? | 혹시 사람인가요 | 너 사람이야? | 지금 상담원이세요? | 로봇이에요? |
         봇이야? | 봇인가요 | 누구세요 | 너 누구야 | 인공지능인가요? | 챗봇 | 뭐 할 수 있어? |
         are you a human? | Are you a bot | who are you? | what are you | is this a bot? |
         am I talking to a robot | are you real | are you an AI | what can you do",
    );
}

#[test]
fn who_looks_for_their_order_is_shown_it() {
    all_mean(
        Orders,
        "주문 어디 있어요 | 제 주문이 지금 어디쯤 왔나요? | 내주문어디 | 주문 조회 |
         주문내역 보여줘 | 배송 조회 | 배송조회 해주세요 | 배송 언제 와요 | 언제 와요? |
         언제오나요 | 택배 언제 도착해요 | 택배 어디쯤이야 | 아직 안 왔어요 |
         송장 번호 알려주세요 | 배송중인가요 | 배송 얼마나 걸려요 | 배송이 왜 이렇게 안 와요 |
         물건 언제 받아요 | 주문한 거 언제 와요ㅠㅠ | 안녕하세요 주문 확인 부탁드려요 |
         결제 대기라고 떠요 | 출고됐나요 | where is my order | Where's my order? | order status |
         track my order | my orders | when will it arrive | has my parcel been shipped |
         my package has not arrived | when will it be delivered? | how long does shipping take |
         hi, where is my order | odrer | 주믄 조회 | tracking number",
    );
}

#[test]
fn who_asks_for_their_coupons_is_shown_them() {
    all_mean(
        Coupons,
        "쿠폰 | 내 쿠폰 | 쿠폰 있어요? | 제 쿠폰 보여 주세요 | 쿠폰 언제 만료돼요 |
         쿠폰 유효기간이 언제까지예요 | 쿠폰 몇 장 있어 | 할인권 있나요 | 만료일 알려줘 |
         쿠폰 사용 기한 | 쿠퐁 | 쿠폰함 | my coupons | do I have coupons |
         when does my coupon expire | voucher | coupon expiry | cuopon | any discounts? | cupon",
    );
}

#[test]
fn who_asks_for_a_drop_or_their_place_in_its_line_is_told() {
    all_mean(
        Drops,
        "선착순 | 선착순 쿠폰 언제 해요 | 선착순쿠폰 몇 시에 열려요 | 쿠폰 언제 열려요? |
         쿠폰 오픈 시간 | 다음 쿠폰 언제예요 | 대기 | 대기 번호 | 대기번호 몇 번이에요 | 대기열 |
         지금 몇 번째예요 | 제 순번 알려주세요 | 줄 서 있는데요 | 줄섰는데 언제 돼요 |
         내 차례 언제 와 | 번호표 | 쿠폰 몇시에 나와요? | 선착슨 | when is the next drop |
         next coupon | first come coupon | my place in line | queue position | what's my ticket |
         how many are before me | when does the coupon open | am I still in the queue | quue",
    );
}

#[test]
fn who_asks_when_people_are_there_is_told() {
    all_mean(
        Hours,
        "상담 시간 | 상담 시간이 어떻게 되나요 | 상담원 몇 시까지 해요? | 몇 시까지 해요 |
         몇시부터 상담 가능해요 | 영업시간 | 운영 시간 알려줘 | 주말에도 하나요 |
         상담은 언제 되나요 | 몇 시에 열어요 | 고객센터 시간 | 토요일에 해요? | 상담 몇시까지 |
         opening hours | what are your hours? | when are you open | business hours |
         are you open on sunday | when are counsellors there | what time do you close",
    );
}

#[test]
fn who_asks_what_delivery_costs_is_told() {
    all_mean(
        Delivery,
        "배송비 | 배송비 얼마예요 | 배송비가 있나요? | 무료배송 되나요 |
         얼마부터 무료로 배송돼요 | 배송료 | 택배비 얼마 | 배송 | 배송은 무료인가요 | 베송비 |
         delivery fee | how much is shipping | free shipping? | shipping cost |
         do you have free delivery | delivery | what does delivery cost | shiping",
    );
}

#[test]
fn who_wants_to_call_an_order_off_is_told_how() {
    all_mean(
        Cancelling,
        "취소 | 주문 취소 | 주문 취소하고 싶어요 | 취소해 주세요 | 취소할래 | 환불 | 환불해줘 |
         환불 되나요 | 반품 | 반품하고 싶습니다 | 교환 가능한가요 | 단순 변심인데요 |
         돈 돌려주세요 | 배송 전에 취소 되나요 | 환불은 언제 되나요 | 환뷸 | cancel |
         cancel my order | can I cancel? | I want a refund | return policy |
         how do I return this | money back | cancle my order | refudn | cancellation",
    );
}

#[test]
fn politeness_is_answered_where_nothing_else_is_asked() {
    all_mean(
        Greeting,
        "안녕하세요 | 안녕 | 안녕하세요~ | 반갑습니다 | 하이 | 저기요 | 여보세요 | ㅎㅇ |
         계세요? | 문의드려요 | 안녕하새요 | hello | Hi | hey there | good morning | HELLO!!! |
         helo",
    );
    all_mean(
        Thanks,
        "감사합니다 | 고마워요 | 고맙습니다 | 네 감사합니다 | 땡큐 | ㄱㅅ | 수고하세요 |
         감사해요 ㅎㅎ | 감사 | 감사합니당 | thanks | thank you so much | Thx | ty | bye |
         that's all",
    );
}

#[test]
fn what_only_a_person_can_do_is_not_answered_with_what_it_sounds_like() {
    all_mean(
        None,
        "배송지 변경하고 싶어요 | 배송 주소 바꿔 주세요 | 받은 상품이 깨졌어요 |
         쿠폰 적용이 안 돼요 | 결제가 안 돼요 | 주문 방법을 모르겠어요 | 선물 포장 되나요 |
         비밀번호를 잊었어요 | 배송지만 바꿔주시면 감사하겠습니다 | change my delivery address |
         my order arrived broken | coupon does not work | I forgot my password | how to order |
         wrong item",
    );
}

#[test]
fn what_is_nothing_is_not_guessed_at() {
    all_mean(
        None,
        " |   | ? | ㅋㅋㅋㅋ | ㅠㅠ | 이 크림 지성 피부에 맞아요? | 세럼 향이 어때요 |
         오늘 날씨 좋네요 | 하이라이터 색이 뭐예요 | 확인해 보세요 | 단품으로 살 수 있어요? |
         asdf | 123 | is it good for dry skin | this cream | 🙂 | border |
         https://example.org/x?y=z",
    );
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text: String) {
        understand(&text);
    }

    #[test]
    fn nor_does_one_that_is_made_of_its_own_words(
        words in prop::collection::vec("[가-힣]{1,3}|[a-z]{1,8}|상담|쿠폰|언제|order|[=+* ]", 0..40),
    ) {
        understand(&words.concat());
    }
}

#[test]
fn a_long_text_costs_no_more_than_its_beginning() {
    let worst = ["가".repeat(2_000), "a ".repeat(1_000), "ㅂㅐ".repeat(1_000)];
    for text in &worst {
        assert_eq!(understand(text), None);
        // The quickest of them: a busy machine may stand still in some.
        let quickest = (0..READINGS).map(|_| {
            let begun = Instant::now();
            std::hint::black_box(understand(std::hint::black_box(text)));
            begun.elapsed()
        });
        assert!(quickest.clone().min() < Some(READ_TIME_MAX), "{:?}", quickest.min());
    }
}
