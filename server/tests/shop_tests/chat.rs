//! The chat: what is said is in the room once, in its order, whatever breaks on the way.

mod archiver;
mod heard;
mod limits;
mod outages;
mod own;
mod presence;
mod said;
mod visitors;

use crate::kit::database::unique_name;
use crate::kit::socket::Socket;
use crate::kit::{Answer, Person, TestShop, until};
use shop::Shop;
use shop::chat::{Body, Message, RoomId};
use shop::live::{FromBrowser, ToBrowser};

/// A key that no other message has.
fn new_key() -> String {
    format!("{}{}", unique_name(), unique_name())
}

/// Says something as a page does; a room of 0 is the person's own.
async fn say(person: &Person, room: u64, key: &str, text: &str) -> Answer {
    let room = if room == 0 { String::new() } else { room.to_string() };
    person.call("chat/send", &[("room_id", &room), ("key", key), ("text", text)]).await
}

/// Opens a talk with these words.
async fn open_room(person: &Person, text: &str) -> u64 {
    let sent = say(person, 0, &new_key(), text).await;
    room_of(&sent)
}

fn room_of(sent: &Answer) -> u64 {
    assert_eq!(sent.status, 200, "{sent:?}");
    sent.json()["room_id"].as_u64().expect("a room")
}

/// Something that a person does with a room.
async fn with_room(person: &Person, function: &str, room: u64) -> Answer {
    person.call(function, &[("room_id", &room.to_string())]).await
}

/// What MySQL has of a room: numbers and texts.
async fn archived(shop: &Shop, room: u64) -> Vec<(u32, String)> {
    let rows: Vec<(u32, String)> =
        sqlx::query_as("select number, body from chat_messages where room_id = ? order by number")
            .bind(room)
            .fetch_all(&shop.mysql)
            .await
            .unwrap();
    rows.into_iter().map(|(number, body)| (number, text_of(&body))).collect()
}

fn text_of(body: &str) -> String {
    match serde_json::from_str(body).unwrap() {
        Body::Text { text, .. } => text,
        event => format!("{event:?}"),
    }
}

/// Waits until a room has exactly these texts, numbered from 1.
async fn until_archived(shop: &Shop, room: u64, texts: &[&str]) {
    let numbered = (1..).zip(texts.iter().map(|text| (*text).to_owned()));
    let wanted: Vec<(u32, String)> = numbered.collect();
    until("everything has its number", async || {
        let archived = archived(shop, room).await;
        assert!(archived.len() <= wanted.len(), "{archived:?}");
        (archived == wanted).then_some(())
    })
    .await;
}

/// A person's socket that has entered a room.
async fn enter(shop: &TestShop, server: usize, person: &Person, room: u64) -> Socket {
    let mut socket = Socket::open(shop, server, Some(person)).await;
    go_in(&mut socket, room).await;
    socket
}

async fn go_in(socket: &mut Socket, room: u64) {
    socket.say(&FromBrowser::Enter { room_id: RoomId(room) }).await;
    let is_in = |frame| match frame {
        ToBrowser::Room { room: told } => (told.id == RoomId(room)).then_some(()),
        _ => None,
    };
    socket.hear("the room", is_in).await;
}

/// The messages up to this number as a page takes them in: one that was told before is passed
/// over, and none is left out.
async fn hear_up_to(socket: &mut Socket, after: u32, up_to: u32) -> Vec<Message> {
    let mut heard: Vec<Message> = vec![];
    while heard.last().map_or(after, |message| message.number) < up_to {
        let said = |frame| match frame {
            ToBrowser::Said { messages, .. } => Some(messages),
            _ => None,
        };
        for message in socket.hear("a message", said).await {
            let last = heard.last().map_or(after, |message| message.number);
            if message.number > last {
                assert_eq!(message.number, last + 1, "one was left out");
                heard.push(message);
            }
        }
    }
    heard
}

fn words(message: &Message) -> &str {
    match &message.body {
        Body::Text { text, .. } => text,
        event => panic!("{event:?} is no text"),
    }
}
