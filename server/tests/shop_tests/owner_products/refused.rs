//! What is refused says why, and leaves nothing behind.

use super::fixtures::{Form, jpeg_of, noise, picture, png};
use crate::kit::person::Answer;
use crate::kit::process::ServerProcess;
use crate::kit::{Person, TestShop};
use image::ImageFormat;
use reqwest::header::{CONTENT_TYPE, ORIGIN};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

/// How much there is of products, pictures and files.
pub async fn traces(shop: &TestShop) -> (i64, i64, i64, usize) {
    let count = async |sql: &'static str| -> i64 {
        sqlx::query_scalar(sql).fetch_one(&shop.direct.mysql).await.unwrap()
    };
    (
        count("select count(*) from products").await,
        count("select count(*) from product_pictures").await,
        count("select count(*) from pictures").await,
        shop.media_dir.files().len(),
    )
}

const NOTHING: (i64, i64, i64, usize) = (0, 0, 0, 0);

/// What is wrong with the picture at a position.
fn problem(answer: &Answer, position: u8) -> Option<Value> {
    let form = answer.json()["refusal"]["form"].clone();
    let form = form.as_array()?.clone();
    form.into_iter().find(|pair| pair[0]["picture"] == position).map(|pair| pair[1].clone())
}

#[tokio::test]
async fn each_bad_picture_is_named_by_its_place() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@test.kr").await;
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>".to_vec();
    let truncated = |format| {
        let mut bytes = picture(400, 300).encoded(format);
        bytes.truncate(bytes.len() / 2);
        bytes
    };
    let too_large = json!({"picture_too_large": {"max_px": 8_192}});
    for (bad, said) in [
        (svg, json!("not_a_picture")),
        (b"GIF89a\x01\x00\x01\x00\x00\x00\x00".to_vec(), json!("not_a_picture")),
        (b"\xff\xd8\xff\xe0<html>".to_vec(), json!("damaged_picture")),
        (truncated(ImageFormat::Jpeg), json!("damaged_picture")),
        (truncated(ImageFormat::Png), json!("damaged_picture")),
        (truncated(ImageFormat::WebP), json!("damaged_picture")),
        (jpeg_of(50_000, 50_000), too_large),
        (vec![0xff; 21 * 1024 * 1024], json!({"file_too_large": {"max_mb": 20}})),
    ] {
        let answer = Form::new().with(png(1)).with(bad).with(png(2)).sent_by(&admin).await;
        assert_eq!(answer.status, 422, "{said}");
        assert_eq!(problem(&answer, 2), Some(said));
        assert_eq!((problem(&answer, 1), problem(&answer, 3)), (None, None));
        assert_eq!(traces(&shop).await, NOTHING);
    }
}

#[tokio::test]
async fn there_are_one_to_five_pictures() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@test.kr").await;
    let none = Form::new().sent_by(&admin).await;
    assert_eq!((none.status, none.problem("pictures")), (422, Some(json!("missing"))));
    let six = (1..=6).fold(Form::new(), |form, number| form.with(png(number)));
    let answer = six.sent_by(&admin).await;
    assert_eq!(answer.status, 422);
    assert_eq!(answer.problem("pictures"), Some(json!({"too_many": {"max": 5}})));
    assert_eq!(traces(&shop).await, NOTHING);
}

#[tokio::test]
async fn every_wrong_field_is_named_in_the_readers_language() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@test.kr").await.reading("en");
    let form = Form::new()
        .set("name_ko", &"가".repeat(101))
        .set("maker_en", "")
        .set("price", "100,000,001")
        .set("stock", "-1")
        .set("detail_ko", "a\u{1}b")
        .with(png(1));
    let answer = form.sent_by(&admin).await;
    assert_eq!(answer.status, 422);
    assert_eq!(answer.json()["message"], "Please check the marked fields.");
    for (field, said) in [
        ("name_ko", json!({"too_long": {"max": 100}})),
        ("maker_en", json!("missing")),
        ("price", json!({"out_of_range": {"min": 1, "max": 100_000_000}})),
        ("stock", json!({"out_of_range": {"min": 0, "max": 1_000_000}})),
        ("detail_ko", json!("not_printable")),
    ] {
        assert_eq!(answer.problem(field), Some(said), "{field}");
    }
    // What only MySQL knows comes after the files were written; they are gone again.
    let answer = Form::new().set("category", "nowhere").with(png(1)).sent_by(&admin).await;
    assert_eq!(answer.problem("category"), Some(json!("not_a_choice")));
    // A new product has no pictures to keep, least of all another's.
    let answer = Form::new().keeping("0123456789abcdef").with(png(1)).sent_by(&admin).await;
    assert_eq!(answer.status, 400);
    assert_eq!(traces(&shop).await, NOTHING);
}

#[tokio::test]
async fn only_an_admin_on_our_own_page_may_save() {
    let shop = TestShop::open().await;
    let form = Form::new().with(png(1));
    assert_eq!(form.sent_by(&shop.visitor()).await.status, 401);
    let member = shop.member("shopper@test.kr").await;
    assert_eq!(form.sent_by(&member).await.status, 403);
    for function in ["owner_list", "owner_show", "withdraw", "put_back"] {
        let function = format!("catalog/{function}");
        let form = [("product_id", "1")];
        assert_eq!(shop.visitor().call(&function, &form).await.status, 401, "{function}");
        assert_eq!(member.call(&function, &form).await.status, 403, "{function}");
    }
    for page in ["/admin/products", "/admin/products/new", "/admin/products/1"] {
        assert_eq!(shop.visitor().get(page).await.status, 401, "{page}");
        assert_eq!(member.get(page).await.status, 403, "{page}");
    }
    let admin = shop.admin("owner@test.kr").await;
    let foreign = admin.post_to("/admin/products").header(ORIGIN, "https://evil.kr");
    assert_eq!(admin.send(foreign).await.status, 403);
    assert_eq!(traces(&shop).await, NOTHING);
    for page in ["/admin/products/999", "/admin/products/x"] {
        assert_eq!(admin.get(page).await.status, 404, "{page}");
    }
}

async fn raw(admin: &Person, content_type: &str, body: &str) -> u16 {
    let request = admin.post_to("/admin/products").header(CONTENT_TYPE, content_type);
    admin.send(request.body(body.to_owned())).await.status
}

#[tokio::test]
async fn what_is_no_form_is_not_understood() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@test.kr").await;
    let boundary = "multipart/form-data; boundary=x";
    let open = "--x\r\nContent-Disposition: form-data; name=\"name_ko\"\r\n\r\n";
    for (content_type, body) in [
        ("application/x-www-form-urlencoded", "name_ko=a"),
        ("multipart/form-data", "--x--"),
        (boundary, "nothing like it"),
        (boundary, open),
        (boundary, "--x\r\nContent-Disposition"),
        (boundary, "--y\r\n\r\n--y--"),
    ] {
        assert_eq!(raw(&admin, content_type, body).await, 400, "{content_type}: {body}");
    }
    let long = format!("{open}{}\r\n--x--\r\n", "a".repeat(70_000));
    assert_eq!(raw(&admin, boundary, &long).await, 413);
    let many = format!("{}--x--\r\n", format!("{open}a\r\n").repeat(100));
    assert_eq!(raw(&admin, boundary, &many).await, 400);
    let not_text = [open.as_bytes(), b"\xff\xfe\r\n--x--\r\n"].concat();
    let request = admin.post_to("/admin/products").header(CONTENT_TYPE, boundary).body(not_text);
    assert_eq!(admin.send(request).await.status, 400);
}

#[tokio::test]
async fn a_body_of_200_mb_is_refused_before_it_is_sent() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@test.kr").await;
    let address = shop.servers[0].address;
    let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
    let head = format!(
        "POST /admin/products HTTP/1.1\r\nHost: {address}\r\nCookie: session={}\r\n\
         Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 209715200\r\n\r\n",
        admin.token()
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = [0; 64];
    let read = stream.read(&mut answer).await.unwrap();
    assert!(answer[..read].starts_with(b"HTTP/1.1 413"), "{:?}", &answer[..read]);
}

#[tokio::test]
async fn a_store_without_room_keeps_nothing() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@test.kr").await;
    // Enough for the smallest file of this picture, too little for the next.
    let small = ServerProcess::start_with_small_files(&shop.settings, 250).await;
    let answer = Form::new().with(noise(800, 800)).sent_by(&admin.at(small.url.clone())).await;
    assert_eq!(answer.status, 507, "{}", answer.text);
    assert_eq!(answer.json()["refusal"], "storage_full");
    assert_eq!(traces(&shop).await, NOTHING);
    // With room it is the same picture: it was the room that was missing.
    Form::new().with(noise(800, 800)).made_by(&admin).await;
    let size = |px: u32| {
        let file = shop.media_dir.files().into_iter().find(|f| f.ends_with(&format!("-{px}.webp")));
        std::fs::metadata(shop.media_dir.path.join(file.unwrap())).unwrap().len()
    };
    assert!(size(400) < 250 * 512 && size(800) > 250 * 1024, "{} {}", size(400), size(800));
}
