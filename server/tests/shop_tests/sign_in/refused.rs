//! What lets nobody in, and changes nothing.

use super::bed::{Bed, has_session, led_to, name_of};
use crate::kit::Person;
use crate::kit::person::Answer;
use crate::kit::provider::Twist;
use shop::members::identities::Provider;

const EXPIRED: &str = "/log-in?sign_in=expired&next=%2F";
const PROVIDER: &str = "/log-in?sign_in=provider&next=%2F";

/// Somebody for whom the provider vouches: whoever is let in, is let in as them.
async fn bed() -> Bed {
    let bed = Bed::open(Provider::Google).await;
    bed.linked("jiwoo@example.kr", "1001").await;
    bed
}

/// Nobody came in by this answer, and nothing has been written.
async fn refused(bed: &Bed, person: &Person, answer: &Answer, to: &str) {
    assert_eq!(led_to(answer), to);
    assert!(!has_session(answer), "{answer:?}");
    assert_eq!(name_of(person).await, None);
    let rows = bed.rows().await;
    assert_eq!((rows.members, rows.identities, rows.events, rows.sessions), (1, 1, 0, 0));
}

#[tokio::test]
async fn a_token_that_is_not_wholly_right_lets_nobody_in() {
    let bed = bed().await;
    for lie in Twist::LIES {
        bed.provider.twist(lie);
        let person = bed.shop.visitor();
        let answer = bed.sign_in(&person, "").await;
        assert_eq!(answer.header("location"), Some(PROVIDER), "{lie:?}");
        refused(&bed, &person, &answer, PROVIDER).await;
    }
    bed.provider.twist(Twist::Nothing);
    assert_eq!(led_to(&bed.sign_in(&bed.shop.visitor(), "").await), "/", "the truth does");
}

#[tokio::test]
async fn a_key_that_is_too_short_vouches_for_nobody() {
    let bed = bed().await;
    bed.provider.twist(Twist::ShortKey);
    let person = bed.shop.visitor();
    let answer = bed.sign_in(&person, "").await;
    refused(&bed, &person, &answer, PROVIDER).await;
}

#[tokio::test]
async fn a_provider_is_asked_at_its_own_hosts_only() {
    for away in [Twist::KeysElsewhere, Twist::CodesElsewhere] {
        let bed = bed().await;
        bed.provider.twist(away);
        let person = bed.shop.visitor();
        let mut answer = person.get("/sign-in/google").await;
        if away == Twist::CodesElsewhere {
            answer = bed.sign_in(&person, "").await;
        }
        refused(&bed, &person, &answer, PROVIDER).await;
    }
}

#[tokio::test]
async fn an_answer_without_the_state_of_this_way_is_nobodys() {
    let bed = bed().await;
    let person = bed.shop.visitor();
    let other = bed.begin(&bed.shop.visitor(), "").await;
    let way = bed.begin(&person, "").await;
    let back = bed.say_yes(&way).await;
    let (path, code) = back.split_once('&').unwrap().0.split_once('?').unwrap();
    for state in ["", "&state=", "&state=x", &format!("&state={}", other.query()["state"])] {
        let answer = person.get(&format!("{path}?{code}{state}")).await;
        refused(&bed, &person, &answer, EXPIRED).await;
    }
    assert_eq!(led_to(&person.get(&back).await), "/", "the way itself is still open");
}

#[tokio::test]
async fn an_answer_in_another_browser_is_nobodys() {
    let bed = bed().await;
    let way = bed.begin(&bed.shop.visitor(), "").await;
    let back = bed.say_yes(&way).await;
    let stranger = bed.shop.visitor();
    let answer = stranger.get(&back).await;
    refused(&bed, &stranger, &answer, EXPIRED).await;
    // One who is on a way of their own is not led off it.
    bed.begin(&stranger, "").await;
    let answer = stranger.get(&back).await;
    refused(&bed, &stranger, &answer, EXPIRED).await;
}

#[tokio::test]
async fn a_forged_cookie_is_no_way() {
    let bed = bed().await;
    let way = bed.begin(&bed.shop.visitor(), "").await;
    let back = bed.say_yes(&way).await;
    let flipped = if way.cookie.ends_with('0') { "1" } else { "0" };
    let forged = format!("{}{flipped}", &way.cookie[..way.cookie.len() - 1]);
    for cookie in [forged.as_str(), "sign-in=", "sign-in=e30.00"] {
        let person = bed.shop.visitor().forging(cookie);
        let answer = person.get(&back).await;
        refused(&bed, &person, &answer, EXPIRED).await;
    }
}

#[tokio::test]
async fn a_way_is_gone_once() {
    let bed = bed().await;
    let person = bed.shop.visitor();
    let way = bed.begin(&person, "").await;
    assert_eq!(led_to(&person.get(&bed.say_yes(&way).await).await), "/");
    let before = bed.rows().await;
    // The cookie is put back, and the provider gives a fresh code for the same way.
    let again = bed.shop.visitor().forging(&way.cookie);
    let answer = again.get(&bed.say_yes(&way).await).await;
    assert_eq!(led_to(&answer), EXPIRED);
    assert!(!has_session(&answer));
    assert_eq!(bed.rows().await, before);
}

#[tokio::test]
async fn a_way_is_open_for_ten_minutes() {
    let bed = bed().await;
    let person = bed.shop.visitor();
    let back = bed.say_yes(&bed.begin(&person, "").await).await;
    bed.shop.clock.advance(std::time::Duration::from_secs(10 * 60));
    let answer = person.get(&back).await;
    refused(&bed, &person, &answer, EXPIRED).await;
}

#[tokio::test]
async fn a_code_of_another_browsers_way_lets_nobody_in() {
    let bed = bed().await;
    let theirs = bed.say_yes(&bed.begin(&bed.shop.visitor(), "").await).await;
    let code = theirs.split_once("code=").unwrap().1.split('&').next().unwrap();
    let person = bed.shop.visitor();
    let way = bed.begin(&person, "").await;
    // The state is this browser's, the code is not: the verifier does not fit it.
    let state = &way.query()["state"];
    let answer = person.get(&format!("/sign-in/google/callback?code={code}&state={state}")).await;
    refused(&bed, &person, &answer, PROVIDER).await;
}

#[tokio::test]
async fn a_code_is_good_once() {
    let bed = bed().await;
    let person = bed.shop.visitor();
    let back = bed.say_yes(&bed.begin(&person, "").await).await;
    assert_eq!(led_to(&person.get(&back).await), "/");
    let before = bed.rows().await;
    let code = back.split_once("code=").unwrap().1.split('&').next().unwrap();
    let thief = bed.shop.visitor();
    let state = bed.begin(&thief, "").await.query()["state"].clone();
    let answer = thief.get(&format!("/sign-in/google/callback?code={code}&state={state}")).await;
    assert_eq!(led_to(&answer), PROVIDER);
    assert!(!has_session(&answer));
    assert_eq!(bed.rows().await, before);
}

#[tokio::test]
async fn whoever_says_no_is_back_at_the_log_in_page() {
    let bed = bed().await;
    let person = bed.shop.visitor();
    let state = bed.begin(&person, "?next=/drops").await.query()["state"].clone();
    let back = format!("/sign-in/google/callback?error=access_denied&state={state}");
    let answer = person.get(&back).await;
    let to = "/log-in?sign_in=cancelled&next=%2Fdrops";
    refused(&bed, &person, &answer, to).await;
    let page = person.get(to).await;
    assert!(page.text.contains("로그인을 취소했어요."), "{}", page.text);
    let page = person.reading("en").get(to).await;
    assert!(page.text.contains("You cancelled logging in."), "{}", page.text);
}

#[tokio::test]
async fn any_other_error_of_a_provider_is_its_own() {
    let bed = bed().await;
    for brought in ["error=server_error", "error=", "code=", "code=no-such-code", ""] {
        let person = bed.shop.visitor();
        let state = bed.begin(&person, "").await.query()["state"].clone();
        let answer = person.get(&format!("/sign-in/google/callback?{brought}&state={state}")).await;
        refused(&bed, &person, &answer, PROVIDER).await;
    }
}

#[tokio::test]
async fn a_blocked_member_does_not_come_in() {
    let bed = bed().await;
    let admin = bed.shop.admin("admin@b.kr").await;
    let id: u64 = sqlx::query_scalar("select member_id from member_identities")
        .fetch_one(&bed.shop.direct.mysql)
        .await
        .unwrap();
    let form = [("member_id", id.to_string()), ("reason", "시험".into())];
    let form: Vec<_> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(admin.call("members/block", &form).await.status, 200);
    let before = bed.rows().await;
    let person = bed.shop.visitor();
    let answer = bed.sign_in(&person, "").await;
    assert_eq!(led_to(&answer), "/log-in?sign_in=blocked&next=%2F");
    assert!(!has_session(&answer));
    assert_eq!(bed.rows().await, before);
    let page = person.get(led_to(&answer)).await;
    assert!(page.text.contains("이용이 제한된 계정이에요"), "{}", page.text);
}

#[tokio::test]
async fn nobody_is_led_to_another_site() {
    let bed = bed().await;
    for next in ["//evil.kr", "https://evil.kr", "/%5Cevil.kr", "/%0A/evil.kr", "%EA%B9%80"] {
        let answer = bed.sign_in(&bed.shop.visitor(), &format!("?next={next}")).await;
        assert_eq!(led_to(&answer), "/", "{next}");
    }
    let long = format!("?next=/{}", "x".repeat(5_000));
    assert_eq!(led_to(&bed.sign_in(&bed.shop.visitor(), &long).await), "/");
    let answer = bed.sign_in(&bed.shop.visitor(), "?next=/drops/3?x=1").await;
    assert_eq!(led_to(&answer), "/drops/3?x=1");
}

#[tokio::test]
async fn no_other_sites_page_begins_a_sign_in() {
    let bed = bed().await;
    let visitor = bed.shop.visitor();
    let member = bed.shop.member("a@b.kr").await;
    for (person, query, button) in
        [(&visitor, "?next=/drops", "/log-in"), (&member, "?link=true", "/account/ways-in")]
    {
        for (site, is_begun) in
            [("cross-site", false), ("same-site", false), ("same-origin", true), ("none", true)]
        {
            let path = format!("/sign-in/google{query}");
            let asked = person.get_from(&path).header("sec-fetch-site", site);
            let answer = person.send(asked).await;
            assert_eq!(answer.header("set-cookie").is_some(), is_begun, "{site}: {answer:?}");
            assert_eq!(led_to(&answer) == button, !is_begun, "{site}: {answer:?}");
        }
    }
}

#[tokio::test]
async fn a_provider_that_is_not_offered_is_no_page() {
    let bed = bed().await;
    for path in ["/sign-in/naver", "/sign-in/facebook", "/sign-in/naver/callback?code=1&state=1"] {
        assert_eq!(bed.shop.visitor().get(path).await.status, 404, "{path}");
    }
}
