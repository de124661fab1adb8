//! Every way in, with what no page of ours would send: nothing answers 500 or breaks the
//! connection off, nothing of ours panics, and nothing is an error to the log.
//!
//! A failed run prints its seed. `SEONCHAK_HOSTILE_SEED` plays it again, and
//! `SEONCHAK_HOSTILE_ROUNDS` plays more of it.

mod bodies;
mod dice;
mod ear;
mod values;

use crate::authorization::cast::{Asker, Cast};
use crate::authorization::recipes::functions;
use crate::authorization::ways::{self, Way};
use crate::kit::TestShop;
use crate::owner_products::fixtures as product;
use bodies::Hostile;
use dice::Dice;
use ear::Ear;
use reqwest::RequestBuilder;
use reqwest::header::{ACCEPT, CONTENT_TYPE, COOKIE, HeaderValue, REFERER};

/// Of the usual run, so that it is the same on every machine.
const SEED: u64 = 20_261_128;
/// Random requests to each way in, from each asker.
const ROUNDS: u64 = 5;
/// As many as a person reads.
const SHOWN_MAX: usize = 20;

#[tokio::test]
async fn nothing_breaks_on_what_a_visitor_may_send() {
    nothing_breaks_for(Asker::Visitor).await;
}

#[tokio::test]
async fn nothing_breaks_on_what_a_member_may_send() {
    nothing_breaks_for(Asker::Member).await;
}

#[tokio::test]
async fn nothing_breaks_on_what_an_admin_may_send() {
    nothing_breaks_for(Asker::Admin).await;
}

#[test]
fn what_breaks_is_heard() {
    let ear = Ear::listen();
    tracing::error!("broken");
    assert!(ear.heard().contains("broken"));
    assert!(ear::is_ours("shop/src/lib.rs") && !ear::is_ours("server/tests/shop_tests/main.rs"));
}

async fn nothing_breaks_for(asker: Asker) {
    let ear = Ear::listen();
    let seed = number("SEONCHAK_HOSTILE_SEED", SEED);
    let rounds = number("SEONCHAK_HOSTILE_ROUNDS", ROUNDS);
    let shop = TestShop::with_chat(1).await;
    let mut broken = vec![];
    let mut statuses = [0_u64; 6];
    for way in ways::all() {
        let mut dice = Dice::of(seed, &format!("{way} {}", asker.name()));
        let cast = Cast::new(&shop, asker).await;
        let good = match way.path.strip_prefix("/api/") {
            Some(function) => functions::form(function, &cast).await.unwrap_or_default(),
            None => values::fields(),
        };
        let picture = (way.path == "/admin/products").then(|| product::png(1));
        let mut bodies = match way.method == "POST" {
            true => Hostile::each(&good, picture.as_deref()),
            false => vec![],
        };
        bodies.extend((0..rounds).map(|_| Hostile::of(&good, &mut dice)));
        for body in bodies {
            let said = body.to_string();
            let answer = cast.person().try_send(request(&way, &cast, body, &mut dice)).await;
            let broke = match answer {
                Ok(answer) if answer.status < 500 => {
                    statuses[usize::from(answer.status / 100)] += 1;
                    continue;
                }
                Ok(answer) => format!("{} {:.200}", answer.status, answer.text),
                Err(error) => format!("no answer: {error:?}"),
            };
            broken.push(format!("{way}, {said}\n    {broke}"));
        }
    }
    println!("seed {seed}, {rounds} rounds; answers by hundreds: {statuses:?}");
    broken.truncate(SHOWN_MAX);
    let (heard, panics) = (ear.heard(), ear::panics());
    assert!(
        broken.is_empty() && heard.is_empty() && panics.is_empty(),
        "SEONCHAK_HOSTILE_SEED={seed} SEONCHAK_HOSTILE_ROUNDS={rounds}\n{}\n{heard}\n{panics:#?}",
        broken.join("\n"),
    );
    // Whatever was sent was read by somebody, and some of it was even good.
    assert!(statuses[2] > 0 && statuses[4] > 0, "{statuses:?}");
    assert_eq!(shop.visitor().get("/readyz").await.status, 200);
}

/// The body to this way in, with whatever a stranger may write into the head.
fn request(way: &Way, cast: &Cast<'_>, body: Hostile, dice: &mut Dice) -> RequestBuilder {
    let person = cast.person();
    let path = address(way, dice);
    // Now and then by the other method.
    let is_post = (way.method == "POST") != dice.one_in(12);
    let mut request = match is_post {
        true => person.post_to(&path).header(CONTENT_TYPE, body.content_type).body(body.bytes),
        false => person.get_from(&path),
    };
    if dice.one_in(3) {
        request = request.header(ACCEPT, "text/html");
    }
    for header in [REFERER, COOKIE] {
        if dice.one_in(6) {
            let names = if header == COOKIE { "session=; cart=; chat=" } else { "" };
            let value = names.replace('=', &format!("={}", values::any(dice)));
            let value = if value.is_empty() { values::any(dice) } else { value };
            // What cannot stand in a head never leaves a client.
            if let Ok(value) = HeaderValue::from_bytes(value.as_bytes()) {
                request = request.header(header, value);
            }
        }
    }
    request
}

/// The way's address, with anything in the place of its parameters and behind it.
fn address(way: &Way, dice: &mut Dice) -> String {
    let is_function = way.path.starts_with("/api/");
    let segments = way.path.split('/').map(|segment| match segment {
        "…" | "{id}" | "{room}" => bodies::escaped(values::any(dice).as_bytes(), 200),
        segment => segment.to_owned(),
    });
    let path = segments.collect::<Vec<_>>().join("/");
    if is_function && !dice.one_in(12) {
        return path;
    }
    let fields = values::fields();
    let query: Vec<String> = (0..dice.below(4))
        .map(|_| {
            let (name, _) = &fields[dice.below(fields.len())];
            format!("{name}={}", bodies::escaped(values::any(dice).as_bytes(), 400))
        })
        .collect();
    format!("{path}?{}", query.join("&"))
}

fn number(name: &str, default: u64) -> u64 {
    let set = std::env::var(name).ok();
    set.map_or(default, |text| text.parse().unwrap_or_else(|_| panic!("{name}: {text:?}")))
}
