//! The owner's products and their pictures.

mod bucket;
pub mod fixtures;
mod listing;
mod refused;
mod together;

use self::fixtures::{Form, picture, png};
use crate::kit::{Person, TestShop};
use image::{GenericImageView, ImageFormat, Rgb};
use serde_json::{Value, json};

async fn shown(person: &Person, id: u64) -> Value {
    person.call("catalog/owner_show", &[("product_id", &id.to_string())]).await.json()["product"]
        .clone()
}

async fn kept_names(person: &Person, id: u64) -> Vec<String> {
    let product = shown(person, id).await;
    let pictures = product["pictures"].as_array().unwrap().clone();
    pictures.iter().map(|picture| picture["name"].as_str().unwrap().to_owned()).collect()
}

async fn audit(shop: &TestShop) -> Vec<(String, Value)> {
    let rows: Vec<(String, String)> =
        sqlx::query_as("select action, detail from audit_entries order by id")
            .fetch_all(&shop.direct.mysql)
            .await
            .unwrap();
    rows.into_iter()
        .map(|(action, detail)| (action, serde_json::from_str(&detail).unwrap()))
        .collect()
}

#[tokio::test]
async fn what_an_owner_makes_can_be_bought_and_seen() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@test.kr").await;
    let id = Form::new().with(png(1)).with(png(2)).made_by(&admin).await;

    let product =
        shop.visitor().call("catalog/show", &[("product_id", &id.to_string())]).await.json();
    assert_eq!(product["card"]["name"]["ko"], "쌀겨 비누");
    let pictures = product["pictures"].as_array().unwrap();
    assert_eq!(pictures.len(), 2);
    let address = pictures[0].as_str().unwrap();
    assert!(address.starts_with("/media/") && address.ends_with("-800.webp"), "{address}");
    let file = shop.visitor().get(address).await;
    assert_eq!(file.status, 200);
    assert_eq!(file.header("content-type"), Some("image/webp"));
    assert_eq!(file.header("x-content-type-options"), Some("nosniff"));
    assert!(file.header("cache-control").unwrap().contains("immutable"));

    let page = shop.visitor().get(&format!("/products/{id}")).await;
    assert!(page.text.contains("쌀겨 비누") && page.text.contains("-1600.webp 1600w"));
    let form = admin.get(&format!("/admin/products/{id}")).await;
    assert_eq!(form.status, 200);
    assert!(form.text.contains("value=\"쌀겨 비누\"") && form.text.contains("첫 줄\n둘째 줄"));
    let made = audit(&shop).await;
    assert_eq!((made.len(), made[0].0.as_str()), (1, "catalog.create"));
}

#[tokio::test]
async fn a_picture_is_kept_upright_in_three_sizes_without_metadata() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@test.kr").await;
    // Lies on its side, as telephones take them: the right edge is the top.
    let sent = fixtures::with_exif(&picture(2_000, 1_000).jpeg(), 8);
    assert!(sent.windows(6).any(|bytes| bytes == b"SECRET"), "the metadata is there");
    let id = Form::new().with(sent).made_by(&admin).await;
    let name = kept_names(&admin, id).await.remove(0);
    let expected = [(200, 400), (400, 800), (800, 1_600)];
    for (px, (width, height)) in [400, 800, 1_600].into_iter().zip(expected) {
        let bytes = std::fs::read(shop.media_dir.path.join(format!("{name}-{px}.webp"))).unwrap();
        assert_eq!(image::guess_format(&bytes).unwrap(), ImageFormat::WebP);
        for secret in [&b"SECRET"[..], b"Exif", b"EXIF"] {
            assert!(!bytes.windows(secret.len()).any(|part| part == secret), "{px}");
        }
        let image = image::load_from_memory(&bytes).unwrap();
        assert_eq!(image.dimensions(), (width, height), "{px}");
        // What was at the right edge, red, is now at the top.
        let Rgb([red, _, blue]) = image.to_rgb8().get_pixel(width / 2, 2).to_owned();
        assert!(red > 200 && blue < 60, "{px}: {red} {blue}");
    }
    assert_eq!(shop.media_dir.files().len(), 3);
}

#[tokio::test]
async fn what_hides_behind_a_picture_is_left_out() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@test.kr").await;
    let mut sent = picture(60, 40).jpeg();
    sent.extend_from_slice(b"<html><script>alert('SECRET')</script></html>");
    let form = Form::new().with_file("../../x.html", sent).made_by(&admin).await;
    let name = kept_names(&admin, form).await.remove(0);
    assert!(name.bytes().all(|b| b.is_ascii_hexdigit()), "the sender's name is not used: {name}");
    let files = shop.media_dir.files();
    assert_eq!(files.len(), 3);
    for file in files {
        let bytes = std::fs::read(shop.media_dir.path.join(file)).unwrap();
        assert!(!bytes.windows(6).any(|part| part == b"SECRET"));
    }
    assert!(!shop.media_dir.path.join("../x.html").exists());
}

#[tokio::test]
async fn an_edit_changes_what_it_says_and_is_recorded() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@test.kr").await;
    let id = Form::new().with(png(1)).made_by(&admin).await;
    let before = shown(&admin, id).await;
    let form = Form::of(&before).set("price", "15,900").set("detail_ko", "다시 쓴 이야기");
    let answer = form.sent_by(&admin).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert_eq!(answer.json()["version"], 2);
    let after = shown(&admin, id).await;
    assert_eq!((&after["price"], &after["version"]), (&json!(15_900), &json!(2)));
    assert_eq!(after["pictures"], before["pictures"], "kept as they were");
    let (action, detail) = audit(&shop).await.pop().unwrap();
    assert_eq!(action, "catalog.edit");
    assert_eq!(detail, json!({"price_won": [12_900, 15_900], "detail": "changed"}));
}

#[tokio::test]
async fn pictures_are_reordered_added_and_removed() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@test.kr").await;
    let id = Form::new().with(png(1)).with(png(2)).with(png(3)).made_by(&admin).await;
    let first = kept_names(&admin, id).await;

    // The last first, a new one in the middle, the middle one gone.
    let form = Form::of(&shown(&admin, id).await).without_pictures();
    let form = form.keeping(&first[2]).with(png(4)).keeping(&first[0]);
    assert_eq!(form.sent_by(&admin).await.status, 200);
    let now = kept_names(&admin, id).await;
    assert_eq!((&now[0], &now[2], now.len()), (&first[2], &first[0], 3));
    let files = shop.media_dir.files();
    assert_eq!(files.len(), 9, "three pictures: {files:?}");
    assert!(files.iter().all(|file| !file.starts_with(&first[1])), "nobody shows the removed one");

    // As the buttons do it without JavaScript.
    let form = Form::of(&shown(&admin, id).await).set("arrange", "forward-2");
    assert_eq!(form.sent_by(&admin).await.status, 200);
    let form = Form::of(&shown(&admin, id).await).set("arrange", "remove-3");
    assert_eq!(form.sent_by(&admin).await.status, 200);
    assert_eq!(kept_names(&admin, id).await, [now[1].clone(), now[0].clone()]);
    assert_eq!(shop.media_dir.files().len(), 6);
}

#[tokio::test]
async fn a_picture_that_another_product_shows_stays() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@test.kr").await;
    let one = Form::new().with(png(1)).made_by(&admin).await;
    Form::new().with(png(1)).made_by(&admin).await;
    assert_eq!(shop.media_dir.files().len(), 3, "the same picture is kept once");
    let form = Form::of(&shown(&admin, one).await).without_pictures().with(png(2));
    assert_eq!(form.sent_by(&admin).await.status, 200);
    assert_eq!(shop.media_dir.files().len(), 6);
    // A refused upload of a picture that somebody shows removes it neither.
    let refused = Form::new().set("category", "nowhere").with(png(1)).sent_by(&admin).await;
    assert_eq!(refused.status, 422);
    assert_eq!(shop.media_dir.files().len(), 6);
}

#[tokio::test]
async fn a_product_is_withdrawn_and_put_back() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@test.kr").await;
    let id = Form::new().with(png(1)).made_by(&admin).await;
    let number = id.to_string();
    let form = [("product_id", number.as_str())];
    let out = admin.call("catalog/withdraw", &form).await.json();
    assert_eq!((&out["version"], out["withdrawn_at"].is_null()), (&json!(2), false));
    assert_eq!(admin.call("catalog/withdraw", &form).await.json(), out, "twice is once");
    let back = admin.call("catalog/put_back", &form).await.json();
    assert_eq!((&back["version"], back["withdrawn_at"].is_null()), (&json!(3), true));
    let actions: Vec<String> = audit(&shop).await.into_iter().map(|(action, _)| action).collect();
    assert_eq!(actions, ["catalog.create", "catalog.withdraw", "catalog.put_back"]);
    let by: Option<u64> = sqlx::query_scalar("select withdrawn_by from products where id = ?")
        .bind(id)
        .fetch_one(&shop.direct.mysql)
        .await
        .unwrap();
    assert_eq!(by, None);
    let unknown = admin.call("catalog/withdraw", &[("product_id", "999")]).await;
    assert_eq!(unknown.status, 404);
}

#[tokio::test]
async fn a_browser_without_javascript_is_led_back_to_its_form() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@test.kr").await;
    let made = Form::new().with(png(1)).sent_as_page(&admin, "/admin/products/new").await;
    assert_eq!(made.status, 303);
    let address = made.header("location").unwrap().to_owned();
    assert!(address.ends_with("?saved=1"), "{address}");
    assert!(admin.get(&address).await.text.contains("저장했어요."));

    let bad = Form::new().set("price", "많이").with(b"<svg/>".to_vec());
    let refused = bad.sent_as_page(&admin, "/admin/products/new").await;
    assert_eq!(refused.status, 303);
    let address = refused.header("location").unwrap().to_owned();
    let page = admin.get(&address).await;
    for text in ["숫자로 입력해 주세요.", "1번째 사진: JPEG, PNG, WebP 사진만 올릴 수 있어요."]
    {
        assert!(page.text.contains(text), "{text}");
    }
    // An empty file field, as a browser sends it, is no picture.
    let none = Form::new().with_file("", vec![]).sent_by(&admin).await;
    assert_eq!(none.problem("pictures"), Some(json!("missing")));
}
