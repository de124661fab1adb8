//! The bot: what a shopper writes is answered in their room, once, whatever breaks on the way.

mod answers;
mod handing_over;
mod keeping;
mod once;

use crate::kit::{TestShop, until};
use shop::chat::bot::{Bot, BotSays, Choice};
use shop::chat::{self, Archiver, Asker, Body, RoomId, RoomState, SendForm, Side};
use shop::members::MemberId;
use shop::{Language, Shop};
use std::sync::Arc;
use std::time::Duration;

/// A step waits no longer for what may have been read already.
const BLOCK: Duration = Duration::from_millis(50);

/// A shop without servers, whose archiver and bot take a step when the test says so.
struct Talks {
    shop: TestShop,
    archiver: Archiver,
    bot: Bot,
}

impl Talks {
    async fn open() -> Self {
        let shop = TestShop::with_chat(0).await;
        chat::make_topic(&shop.direct).await.unwrap();
        let archiver = Archiver::join(&shop.direct).unwrap();
        let bot = Bot::join(&shop.direct).unwrap();
        Self { shop, archiver, bot }
    }

    /// Says something in the asker's own room, and gives its number.
    async fn write(&self, asker: &Asker, text: &str) -> RoomId {
        write(&self.shop.direct, asker, text).await
    }

    async fn archive(&mut self) {
        self.archiver.step(BLOCK).await.unwrap();
    }

    /// Lets the bot answer and the archiver archive, until a room is as `pick` wants it.
    async fn until<T>(
        &mut self,
        what: &str,
        room: RoomId,
        pick: impl Fn(&[(Side, Body)]) -> Option<T>,
    ) -> T {
        until(what, async || {
            self.bot.step(BLOCK).await.unwrap();
            self.archive().await;
            pick(&said(&self.shop.direct, room).await)
        })
        .await
    }

    /// Writes, and gives what the bot says to that.
    async fn ask(&mut self, asker: &Asker, text: &str) -> (RoomId, BotSays) {
        let room = self.write(asker, text).await;
        let says = self
            .until(&format!("{text:?} is answered"), room, |said| {
                answers(said).get(place_of(said, text)?).map(|says| (*says).clone())
            })
            .await;
        (room, says)
    }

    /// Everything that was said so far has come to the bot and the archiver: a greeting in another
    /// room is answered.
    async fn catch_up(&mut self) {
        for _ in 0..2 {
            let other = visitor(&self.shop.direct).await;
            self.ask(&other, "안녕하세요").await;
        }
    }

    async fn state(&self, room: RoomId) -> RoomState {
        let word: String = sqlx::query_scalar("select state from chat_rooms where id = ?")
            .bind(room.0)
            .fetch_one(&self.shop.direct.mysql)
            .await
            .unwrap();
        word.parse().unwrap()
    }
}

fn member(id: MemberId) -> Asker {
    Asker { member: Some(id), visitor: None }
}

/// A visitor whose room is open already: their first words were a greeting.
async fn visitor(shop: &Shop) -> Asker {
    let form = SendForm { text: "안녕하세요".into(), ..SendForm::default() };
    let opened = chat::send(shop, &Asker::default(), &form, Language::Ko).await.unwrap();
    Asker { member: None, visitor: opened.visitor }
}

async fn write(shop: &Shop, asker: &Asker, text: &str) -> RoomId {
    let form = SendForm { text: text.into(), ..SendForm::default() };
    chat::send(shop, asker, &form, Language::Ko).await.unwrap().sent.room_id
}

/// What MySQL has of a room.
async fn said(shop: &Shop, room: RoomId) -> Vec<(Side, Body)> {
    let rows: Vec<(String, String)> =
        sqlx::query_as("select side, body from chat_messages where room_id = ? order by number")
            .bind(room.0)
            .fetch_all(&shop.mysql)
            .await
            .unwrap();
    let sides = [Side::Shopper, Side::Counsellor, Side::Bot, Side::Shop];
    let side = |word: &str| sides.into_iter().find(|side| side.as_str() == word).unwrap();
    rows.iter().map(|(word, body)| (side(word), serde_json::from_str(body).unwrap())).collect()
}

/// The bot answers in the order in which it is asked: which of the shopper's messages this was.
fn place_of(said: &[(Side, Body)], asked: &str) -> Option<usize> {
    let words = said.iter().filter_map(|(side, body)| match body {
        Body::Text { text, .. } if *side == Side::Shopper => Some(text.as_str()),
        _ => None,
    });
    words.collect::<Vec<_>>().iter().rposition(|words| *words == asked)
}

fn answers(said: &[(Side, Body)]) -> Vec<&BotSays> {
    let says = said.iter().filter_map(|(side, body)| match body {
        Body::Bot { says, choices } => {
            assert_eq!(*side, Side::Bot);
            assert_eq!(*choices, says.choices());
            Some(says)
        }
        _ => None,
    });
    says.collect()
}

/// The same shop behind the proxies.
fn behind_proxies(shop: &TestShop) -> Arc<Shop> {
    let entropy = Arc::new(shop::parts::SystemEntropy);
    Shop::new(&shop.settings, shop.clock.clone(), entropy).unwrap()
}

fn offers_a_person(says: &BotSays) -> bool {
    says.choices().contains(&Choice::Counsellor)
}
