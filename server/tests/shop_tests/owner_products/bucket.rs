//! Pictures in a bucket instead of a folder.

use super::fixtures::{Form, png};
use super::refused::traces;
use super::{kept_names, shown};
use crate::kit::person::Answer;
use crate::kit::s3_store::S3Store;
use crate::kit::{Mode, TestShop};
use std::fs;

/// A shop with one server, whose pictures lie in this store.
async fn shop_with(store: &S3Store) -> TestShop {
    let mut shop = TestShop::open_with(0).await;
    shop.settings.media = store.place();
    shop.add_server().await;
    shop
}

/// What a picture is called in the store, in the order of the names.
fn objects_of(name: &str) -> Vec<String> {
    ["1600", "400", "800"].map(|px| format!("{name}-{px}.webp")).into()
}

#[tokio::test]
async fn a_picture_lies_in_the_bucket_and_is_shown_from_there() {
    let store = S3Store::start().await;
    let shop = shop_with(&store).await;
    let admin = shop.admin("owner@test.kr").await;
    let id = Form::new().with(png(1)).made_by(&admin).await;
    let name = kept_names(&admin, id).await.remove(0);
    assert_eq!(store.objects(), objects_of(&name));
    assert!(shop.media_dir.files().is_empty(), "and nowhere else");

    for object in store.objects() {
        let answer = shop.visitor().get(&format!("/media/{object}")).await;
        assert_eq!((answer.status, answer.header("content-type")), (200, Some("image/webp")));
        let caching = answer.header("cache-control");
        assert_eq!(caching, Some("public, max-age=31536000, immutable"));
        let kept = fs::read(store.file_of(&object)).unwrap();
        assert_eq!(answer.text, String::from_utf8_lossy(&kept));
    }
}

#[tokio::test]
async fn a_removed_picture_is_gone_from_the_bucket() {
    let store = S3Store::start().await;
    let shop = shop_with(&store).await;
    let admin = shop.admin("owner@test.kr").await;
    let id = Form::new().with(png(1)).with(png(2)).made_by(&admin).await;
    let names = kept_names(&admin, id).await;
    assert_eq!(store.objects().len(), 6);
    let form = Form::of(&shown(&admin, id).await).without_pictures().keeping(&names[1]);
    assert_eq!(form.sent_by(&admin).await.status, 200);
    assert_eq!(store.objects(), objects_of(&names[1]));
    let answer = shop.visitor().get(&format!("/media/{}-400.webp", names[0])).await;
    assert_eq!(answer.status, 404);
    // What only MySQL knows comes after the objects were written; they are gone again.
    let refused = Form::new().set("category", "nowhere").with(png(3)).sent_by(&admin).await;
    assert_eq!((refused.status, store.objects()), (422, objects_of(&names[1])));
}

#[tokio::test]
async fn a_picture_that_the_store_has_lost_is_no_page() {
    let store = S3Store::start().await;
    let shop = shop_with(&store).await;
    let admin = shop.admin("owner@test.kr").await;
    Form::new().with(png(1)).made_by(&admin).await;
    let object = store.objects().remove(0);
    fs::remove_file(store.file_of(&object)).unwrap();
    assert_eq!(shop.visitor().get(&format!("/media/{object}")).await.status, 404);
}

fn assert_unavailable(answer: &Answer, store: &S3Store) {
    assert_eq!(answer.status, 503, "{}", answer.text);
    assert!(answer.header("retry-after").is_some());
    assert!(answer.text.contains("잠시 연결이 원활하지 않아요."), "{}", answer.text);
    assert!(!store.is_betrayed_by(&answer.text), "{}", answer.text);
}

#[tokio::test]
async fn a_store_that_cannot_be_used_keeps_nothing_and_is_told_to_nobody() {
    let store = S3Store::start().await;
    let mut shop = shop_with(&store).await;
    shop.settings.media = store.place_with_wrong_key();
    shop.add_server().await;
    let admin = shop.admin("owner@test.kr").await;
    let stranger = admin.at(shop.url(1));
    Form::new().with(png(1)).made_by(&admin).await;
    let before = (traces(&shop).await, store.objects());
    let picture = format!("/media/{}", before.1[0]);
    let new = Form::new().with(png(2));

    assert_unavailable(&new.sent_by(&stranger).await, &store);
    assert_unavailable(&stranger.get(&picture).await, &store);
    assert_eq!((traces(&shop).await, store.objects()), before, "a key that the store refuses");

    store.set(Mode::Cut);
    assert_unavailable(&new.sent_by(&admin).await, &store);
    assert_unavailable(&admin.get(&picture).await, &store);
    assert_eq!((traces(&shop).await, store.objects()), before, "a store that is gone");

    // With the right key and the store back it is the same form: it was they that were missing.
    store.set(Mode::Pass);
    new.made_by(&admin).await;
    assert_eq!((admin.get(&picture).await.status, store.objects().len()), (200, 6));
}

#[tokio::test]
async fn a_full_store_keeps_no_part_of_a_picture() {
    let store = S3Store::start().await;
    let shop = shop_with(&store).await;
    let admin = shop.admin("owner@test.kr").await;
    let before = traces(&shop).await;
    for room in [0, 2] {
        store.have_room_for(room);
        let answer = Form::new().with(png(1)).sent_by(&admin).await;
        assert_eq!((answer.status, &answer.json()["refusal"]), (507, &"storage_full".into()));
        assert!(!store.is_betrayed_by(&answer.text), "{}", answer.text);
        assert_eq!((traces(&shop).await, store.objects()), (before, vec![]), "room for {room}");
    }
    store.have_room_for(3);
    Form::new().with(png(1)).made_by(&admin).await;
    assert_eq!(store.objects().len(), 3);
}
