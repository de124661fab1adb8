//! The words by which the bot knows what is meant.
//!
//! The rows are asked one after the other, and the first one that has a sign in the message says
//! what it is about: what is said in particular stands above what is said in general. In a sign,
//! `+` joins parts that must all be there, in any order; Korean is written without spaces; `=` is
//! the whole message; an English part is whole words, and `*` any ending of the last one.

use crate::chat::bot::Topic::{self, *};

/// One row.
pub(super) struct Row {
    /// Nothing: it has a word of ours and means what only a person can do.
    pub means: Option<Topic>,
    pub korean: &'static [&'static str],
    pub english: &'static [&'static str],
}

const fn row(
    means: Option<Topic>,
    korean: &'static [&'static str],
    english: &'static [&'static str],
) -> Row {
    Row { means, korean, english }
}

/// What is plainly about one thing.
#[rustfmt::skip]
pub(super) const SIGNS: &[Row] = &[
    // When a person is there is no wish for one; nor is the question whether this is one.
    row(Some(Hours),
        &["상담시간", "상담가능시간", "상담가능한시간", "상담+몇시까지", "상담+몇시부터", "상담+몇시에",
          "상담+언제까지", "상담+언제부터", "상담원+몇시", "상담원언제", "상담은언제", "상담은몇시",
          "영업시간", "운영시간", "업무시간", "근무시간", "고객센터+몇시", "고객센터시간"],
        &["opening hours", "business hours", "working hours", "office hours", "support hours",
          "counsel* + hours", "counsel* + when", "agent* + hours", "your hours", "what hours",
          "when are you there"]),
    row(Some(Myself),
        &["사람이야", "사람이에요", "사람이예요", "사람인가", "사람인지", "사람입니까", "사람이니",
          "사람이세요", "사람이신가", "사람맞", "상담원이세요", "상담원이신가", "상담원인가", "상담원입니까",
          "상담원이에요", "상담원맞", "봇이야", "봇이에요", "봇이세요", "봇인가", "봇이니", "봇입니까",
          "로봇이", "인공지능", "기계야", "기계인가", "누구세요", "누구야", "누구십니까", "너누구", "넌누구",
          "정체가"],
        &["are you human", "are you a human", "are you person", "are you a person", "are you real",
          "are you a real", "are you bot", "are you a bot", "are you robot", "are you a robot",
          "are you ai", "are you an ai", "are you machine", "are you a machine", "who are you",
          "what are you", "is this bot", "is this a bot", "is this a robot", "is this a human",
          "is this a person", "is this a real", "is this ai", "am i talking to", "am i chatting with"]),
    row(Some(Counsellor),
        &["상담원", "상담사", "상담직원", "상담연결", "상담받", "상담부탁", "상담가능", "상담신청", "상담하고싶",
          "상담해", "상담좀", "전화상담", "전화연결", "고객센터", "사람이랑", "사람하고", "사람과", "사람한테",
          "사람으로", "사람연결", "사람바꿔", "사람불러", "사람을불러", "사람좀", "진짜사람", "실제사람", "직원연결",
          "직원불러", "직원이랑", "직원하고", "직원과", "직원바꿔", "직원좀", "담당자", "책임자", "매니저", "봇말고"],
        &["agent*", "representative*", "counsel*", "operator*", "customer service",
          "customer support", "support team", "human being", "real human", "real person",
          "live person", "live chat", "human + talk*", "human + speak*", "human + connect*",
          "human + please", "human + need", "human + want", "person + talk*", "person + speak*",
          "someone + talk*", "someone + speak*", "somebody + talk*", "talk to a person", "not a bot"]),
    // Ours by a word only.
    row(None,
        &["배송지", "배송주소", "주소변경", "주소바꾸", "주소바꿔", "주소를", "주소가", "받는사람", "수령인", "파손",
          "불량", "깨졌", "깨진", "깨져", "누락", "빠졌", "잘못왔", "잘못온", "잘못배송", "오배송", "비밀번호", "탈퇴",
          "영수증", "세금계산서", "선물포장", "재입고", "주문방법", "주문은어떻게", "어떻게주문", "주문어떻게",
          "주문이안", "주문안돼", "결제가안", "결제안", "결제오류", "오류", "에러", "쿠폰적용", "쿠폰이적용", "쿠폰이안먹",
          "쿠폰을적용"],
        &["address", "broken", "damaged", "defective", "missing", "wrong item", "wrong product",
          "password", "receipt", "invoice", "gift wrap*", "restock*", "how to order", "error",
          "checkout", "payment fail*", "can t pay", "coupon + apply", "coupon + not work*",
          "coupon + doesn t work"]),
    row(Some(Cancelling),
        &["취소", "환불", "반품", "교환", "돈돌려", "돌려받", "변심", "무르고싶"],
        &["cancel*", "cancle*", "refund*", "return*", "exchange*", "money back", "send back", "send it back"]),
    row(Some(Orders), &["결제대기", "입금대기", "결제를기다"], &["payment pending"]),
    row(Some(Delivery),
        &["배송비", "배송료", "배달비", "택배비", "무료배송", "무료로배송", "배송+무료", "=배송얼마", "배송+얼마예",
          "배송+얼마에", "배송+얼마인", "배송+얼마야", "배송+얼마죠", "택배+얼마예", "택배+얼마에",
          "배송요금", "배송금액"],
        &["delivery fee*", "shipping fee*", "delivery cost*", "shipping cost*", "delivery charge*",
          "shipping charge*", "cost* + delivery", "cost* + shipping", "much + delivery",
          "much + shipping", "free delivery", "free shipping", "delivery free", "shipping free",
          "postage"]),
    row(Some(Drops),
        &["선착순", "선착쿠폰", "드롭", "대기번호", "대기열", "대기순번", "대기순서", "대기몇", "대기중", "대기인원",
          "대기시간", "=대기", "순번", "번호표", "몇번째", "제차례", "내차례", "줄서", "줄섰", "줄을서", "줄을섰",
          "줄이", "내앞에", "다음쿠폰", "쿠폰오픈", "쿠폰+언제열", "쿠폰+열려", "쿠폰+열리", "쿠폰+몇시",
          "쿠폰+언제나와", "쿠폰언제또", "쿠폰+언제받", "쿠폰+마감", "쿠폰어떻게받", "쿠폰받으려", "쿠폰받고싶",
          "이벤트+언제"],
        &["first come*", "first to come", "drop", "drops", "queue*", "waiting line", "in line",
          "the line", "ticket*", "my place", "my position", "my turn", "next coupon", "new coupon*",
          "coupon* + open*", "coupon* + what time", "when + next", "coupon* + get a",
          "coupon event*", "how many + before me", "how many + ahead"]),
    row(Some(Orders),
        &["배송조회", "배송추적", "배송상태", "배송현황", "배송상황", "배송어디", "배송+언제",
          "배송+왔", "배송+안와", "배송시작", "배송출발", "배송중", "배송됐", "배송되나", "배송완료", "배송+도착",
          "송장", "택배+어디", "택배+언제", "택배+안", "택배조회", "택배왔", "물건+언제", "물건+어디", "물건+안",
          "상품+언제와", "상품+언제오", "언제도착", "언제와", "언제와요", "언제오", "언제배송", "언제받", "언제쯤와",
          "어디까지왔", "어디쯤왔", "아직안왔", "안왔어", "출고", "발송", "얼마나걸"],
        &["track*", "parcel*", "package*", "where + order*", "order status", "status + order*",
          "delivery status", "shipping status", "when + arrive*", "when + delivered", "when + ship*",
          "where + delivery", "where + shipment", "been shipped", "been delivered", "not arrived",
          "hasn t arrived", "not received", "out for delivery", "how long + delivery", "how long + ship*"]),
    row(Some(Coupons),
        &["쿠폰", "할인권", "할인코드", "할인받", "만료", "유효기간", "사용기한"],
        &["coupon*", "voucher*", "discount*", "promo code*", "expire*", "expiry", "expiration"]),
    row(Some(Orders),
        &["주문", "택배", "구매내역", "구매한거", "산거언제", "배송내역"],
        &["order", "orders", "ordered", "shipment*", "delivered", "purchase*"]),
    row(Some(Delivery),
        &["배송", "배달"],
        &["delivery", "shipping", "deliver", "ship"]),
    row(Some(Hours),
        &["몇시", "언제열", "언제여", "문열", "영업", "운영하", "점심시간", "주말에도", "주말에", "공휴일", "토요일",
          "일요일", "언제닫"],
        &["hours", "what time", "when + open*", "are you open", "when + close*", "weekend*",
          "saturday*", "sunday*", "holiday*"]),
    row(Some(Myself),
        &["챗봇", "로봇", "=봇", "뭐할수있", "뭘할수있", "무엇을할수있", "뭐해줄수", "뭘도와", "도움말"],
        &["bot", "robot", "chatbot", "ai", "what can you do", "your name", "help"]),
    row(Some(Counsellor),
        &["사람", "상담", "직원"],
        &["human*", "person", "someone", "somebody", "staff", "people", "call me"]),
    row(Some(Thanks),
        &["고마워", "고마웠", "고맙", "감사합니다", "감사해요", "감사드", "감사요", "=감사", "땡큐", "ㄱㅅ", "수고하",
          "수고요", "안녕히", "알겠습니다", "알겠어요", "=네알겠", "잘있어", "해결됐", "해결되었"],
        &["thank*", "thx", "ty", "cheers", "bye", "goodbye", "got it", "that s all"]),
    row(Some(Greeting),
        &["안녕", "반가", "반갑", "여보세요", "계세요", "계신가요", "저기요", "헬로", "=하이", "=하이요", "ㅎㅇ",
          "문의드", "문의요", "문의있", "질문있", "궁금한게있", "물어볼게있"],
        &["hello", "hi", "hey", "good morning", "good afternoon", "good evening", "anyone there",
          "anybody there", "question"]),
];

/// What people mistype, in the order in which it is guessed.
pub(super) const NEARLY: &[(Topic, &[&str])] = &[
    (Counsellor, &["상담원", "상담사", "counsellor", "agent", "human", "representative"]),
    (Cancelling, &["취소하", "취소해", "환불", "반품하", "cancel", "refund"]),
    (Drops, &["선착순", "대기번호", "대기열", "queue", "ticket"]),
    (Coupons, &["쿠폰", "coupon", "voucher"]),
    (Delivery, &["배송비", "shipping fee", "delivery fee"]),
    (Orders, &["주문", "배송조회", "order", "tracking", "delivery status"]),
    (Delivery, &["delivery", "shipping"]),
    (Hours, &["영업시간", "운영시간", "opening hours"]),
    (Thanks, &["감사합니다", "고마워", "thank"]),
    (Greeting, &["안녕하세요", "hello"]),
];
