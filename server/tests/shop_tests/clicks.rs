//! The click's own lane, and the long way that it spares most clicks.

use crate::challenge::{challenging, solve};
use crate::kit::{Answer, Person, TestShop};
use shop::drops::DropId;
use std::time::Duration;

/// Past the lane: a browser on plain http sends its Origin alone.
async fn call_the_long_way(person: &Person, shop: &TestShop, form: &[(&str, &str)]) -> Answer {
    person.send(person.post("drops/join").header("origin", shop.url(0)).form(form)).await
}

async fn join_the_long_way(person: &Person, shop: &TestShop, drop: DropId) -> Answer {
    call_the_long_way(person, shop, &[("drop_id", &drop.0.to_string())]).await
}

fn took_the_long_way(answer: &Answer) -> bool {
    answer.header("x-request-id").is_some()
}

async fn assert_both_ways_say(
    person: &Person,
    shop: &TestShop,
    drop: DropId,
    status: u16,
) -> Answer {
    assert_both_ways_answer(person, shop, &[("drop_id", &drop.0.to_string())], status).await
}

async fn assert_both_ways_answer(
    person: &Person,
    shop: &TestShop,
    form: &[(&str, &str)],
    status: u16,
) -> Answer {
    let short = person.call("drops/join", form).await;
    let long = call_the_long_way(person, shop, form).await;
    assert!(!took_the_long_way(&short) && took_the_long_way(&long), "{short:?} {long:?}");
    assert_eq!((short.status, &short.text), (long.status, &long.text));
    for name in ["content-type", "serverfnerror", "retry-after"] {
        assert_eq!(short.header(name), long.header(name), "{name}");
    }
    assert_eq!(short.status, status);
    short
}

#[tokio::test]
async fn both_ways_answer_the_same() {
    let shop = TestShop::open().await;
    let (winner, late) = (shop.member("a@b.kr").await, shop.member("b@b.kr").await);
    let drop = shop.drop_of(1).await;
    winner.join(drop).await;
    winner.until_place_is(drop, "issued").await;
    late.until_place_is(drop, "sold_out").await;
    assert_eq!(assert_both_ways_say(&winner, &shop, drop, 200).await.state(), "issued");
    assert_eq!(assert_both_ways_say(&late, &shop, drop, 200).await.state(), "sold_out");
    for language in ["ko", "en"] {
        let reader = late.reading(language);
        assert_both_ways_say(&reader, &shop, DropId(999_999), 404).await;
    }
}

#[tokio::test]
async fn both_ways_ask_for_the_same_work_and_believe_the_same_proof() {
    let shop = challenging(1).await;
    // The work that is asked for changes every few minutes.
    shop.clock.stop();
    let (person, drop) = (shop.member("a@b.kr").await, shop.drop_of(1).await);
    let drop_id = drop.0.to_string();
    let asked = assert_both_ways_say(&person, &shop, drop, 200).await;
    for wrong in ["x", "1.2.3"] {
        let form = [("drop_id", drop_id.as_str()), ("proof", wrong)];
        let again = assert_both_ways_answer(&person, &shop, &form, 200).await;
        assert_eq!(again.text, asked.text);
    }
    let proof = solve(&asked);
    let form = [("drop_id", drop_id.as_str()), ("proof", proof.as_str())];
    person.call("drops/join", &form).await;
    person.until_place_is(drop, "issued").await;
    let joined = assert_both_ways_answer(&person, &shop, &form, 200).await;
    assert_eq!(joined.state(), "issued");
}

#[tokio::test]
async fn whoever_joins_both_ways_has_one_ticket() {
    let shop = TestShop::open().await;
    let person = shop.member("a@b.kr").await;
    // Somebody else is served first, and nobody after them while the clock stands still.
    shop.clock.stop();
    let drop = shop.drop_with(10, |new| new.rate_per_s = Some(1)).await;
    let first = shop.member("b@b.kr").await;
    first.join(drop).await;
    first.until_place_is(drop, "issued").await;
    let (short, long) = (person.join(drop).await, join_the_long_way(&person, &shop, drop).await);
    let ticket = |answer: &Answer| answer.json()["ticket"].as_u64();
    assert!(ticket(&short).is_some(), "{short:?}");
    assert_eq!(ticket(&short), ticket(&long));
    shop.clock.advance(Duration::from_secs(1));
    person.until_place_is(drop, "issued").await;
}

#[tokio::test]
async fn what_is_not_plainly_a_click_takes_the_long_way() {
    let shop = TestShop::open().await;
    let (person, drop) = (shop.member("a@b.kr").await, shop.drop_of(1).await);
    let form = format!("drop_id={}", drop.0);
    let foreign = [("sec-fetch-site", "cross-site"), ("origin", "https://evil.kr")];
    for (name, value) in foreign {
        let sent = person.post("drops/join").header(name, value).body(form.clone());
        let answer = person.send(sent).await;
        assert_eq!((answer.status, took_the_long_way(&answer)), (403, true), "{name}");
    }
    let plain = person.post("drops/join").header("accept", "text/html");
    let plain = person.send(plain.form(&[("drop_id", drop.0.to_string())])).await;
    assert_eq!((plain.status, took_the_long_way(&plain)), (302, true), "{plain:?}");
    let nobody = shop.visitor().join(drop).await;
    assert_eq!((nobody.status, took_the_long_way(&nobody)), (401, true));
    let nonsense = [
        "",
        "drop_id=",
        "drop_id=x",
        "drop_id=-1",
        "drop_id=1&drop_id=2",
        "drop_id=x&proof=1",
        "proof=1",
        "a=b",
    ];
    for nonsense in nonsense {
        let answer = person.call_raw("drops/join", nonsense.into()).await;
        assert!((400..500).contains(&answer.status), "{nonsense}: {answer:?}");
        assert!(took_the_long_way(&answer), "{nonsense}");
    }
    // The plain form has joined, and nothing else has.
    person.until_place_is(drop, "issued").await;
}
