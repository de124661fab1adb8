//! What no other site may do, and how much a door takes in.

use crate::authorization::ways;
use crate::kit::TestShop;
use crate::kit::knock::{knock, knock_until_closed};
use server_fn::axum::server_fn_paths;

/// Who asks, by `Sec-Fetch-Site` and `Origin`, and whether they are listened to. `OWN` stands for the
/// shop's own address.
const SITES: [(Option<&str>, Option<&str>, bool); 10] = [
    (Some("cross-site"), None, false),
    (Some("cross-site"), Some(OWN), false),
    (Some("same-site"), None, false),
    (Some("same-site"), Some("https://blog.shop.kr"), false),
    (Some("same-origin"), Some(OWN), true),
    // Typed, or from a bookmark: no other page can make a browser say so.
    (Some("none"), None, true),
    (None, Some("https://evil.kr"), false),
    (None, Some("null"), false),
    (None, Some(OWN), true),
    // No browser: it has nobody's cookies.
    (None, None, true),
];
const OWN: &str = "own";

#[tokio::test]
async fn nothing_that_changes_something_listens_to_another_site() {
    let shop = TestShop::open().await;
    let person = shop.member("a@b.kr").await;
    let ways: Vec<_> = ways::all().into_iter().filter(|way| way.method != "GET").collect();
    assert!(ways.iter().any(|way| way.path == "/language"), "{ways:?}");
    for way in ways {
        for (site, origin, is_ours) in SITES {
            let mut sent = person.post_to(&way.path).form(&[("drop_id", "0")]);
            if let Some(site) = site {
                sent = sent.header("sec-fetch-site", site);
            }
            if let Some(origin) = origin {
                let own = shop.url(0);
                sent = sent.header("origin", if origin == OWN { own.as_str() } else { origin });
            }
            let answer = person.send(sent).await;
            let is_refused = answer.status == 403
                && answer.json()["refusal"] == serde_json::json!("foreign_origin");
            assert_eq!(is_refused, !is_ours, "{way} {site:?} {origin:?}: {answer:?}");
        }
    }
}

#[tokio::test]
async fn a_page_that_came_by_http_is_not_the_shops_own_over_https() {
    let mut shop = TestShop::open_with(0).await;
    shop.https = true;
    shop.add_server().await;
    let over_http = shop.url(0);
    let over_https = over_http.replace("http://", "https://");
    let person = shop.member("a@b.kr").await;
    for (origin, status) in [(&over_http, 403), (&over_https, 200)] {
        let request = person.post("members/me").header("origin", origin);
        assert_eq!(person.send(request).await.status, status, "{origin}");
    }
}

/// What a layer for other sites' pages does not look at reaches no server function.
#[tokio::test]
async fn no_server_function_is_called_by_a_link() {
    let shop = TestShop::open().await;
    let admin = shop.admin("a@b.kr").await;
    for (path, method) in server_fn_paths() {
        assert_eq!(method.as_str(), "POST", "{path}");
        let answer = admin.get(path).await;
        assert!(matches!(answer.status, 404 | 405), "{path}: {}", answer.status);
    }
}

#[tokio::test]
async fn no_server_function_breaks_on_nonsense() {
    let shop = TestShop::with_chat(1).await;
    let person = shop.admin("a@b.kr").await;
    let nonsense: [&[u8]; 5] =
        [b"", b"\xff\xfe\x00", b"%zz=%&&&===", b"drop_id[a][b][c][d][e][f][g]=1", b"{\"a\":1}"];
    for (path, _) in server_fn_paths() {
        for body in nonsense {
            let function = path.trim_start_matches("/api/");
            let answer = person.call_raw(function, body.to_vec()).await;
            assert!(answer.status < 500, "{path} {body:?}: {answer:?}");
        }
    }
}

const MB: usize = 1024 * 1024;
/// As docs/http.md says.
const BODY_BYTES_MAX: usize = 2 * MB;
const UPLOAD_BYTES_MAX: usize = 101 * MB;

#[tokio::test]
async fn a_body_of_a_byte_too_much_is_refused_unread_at_every_door() {
    let shop = TestShop::open().await;
    let admin = shop.admin("a@b.kr").await;
    for way in ways::all().into_iter().filter(|way| way.method == "POST") {
        let max = match way.path.as_str() {
            "/admin/products" => UPLOAD_BYTES_MAX,
            _ => BODY_BYTES_MAX,
        };
        let headers = format!(
            "cookie: session={}\r\ncontent-type: multipart/form-data; boundary=x\r\n\
             content-length: {}",
            admin.token(),
            max + 1
        );
        let status = knock(&shop, &way.path, &headers, b"").await.status;
        assert_eq!(status, 413, "{way}");
    }
}

#[tokio::test]
async fn a_body_that_does_not_say_how_long_it_is_is_read_up_to_the_limit() {
    let shop = TestShop::open().await;
    let too_long = BODY_BYTES_MAX + 1;
    let mut chunk = format!("{too_long:x}\r\n").into_bytes();
    chunk.resize(chunk.len() + too_long, b'x');
    let answer = knock(&shop, "/api/members/log_in", "transfer-encoding: chunked", &chunk).await;
    let status = answer.status;
    assert!(matches!(status, 400 | 413), "{status}");
}

#[tokio::test]
async fn where_a_message_ends_is_said_once_or_nothing_behind_it_is_read() {
    let shop = TestShop::open().await;
    let hidden = b"0\r\n\r\nGET /healthz HTTP/1.1\r\nhost: x\r\n\r\n";
    for headers in [
        "transfer-encoding: chunked\r\ncontent-length: 5",
        "content-length: 5\r\ntransfer-encoding: chunked",
        "content-length: 5\r\ncontent-length: 6",
    ] {
        let answers = knock_until_closed(&shop, headers, hidden).await;
        assert_eq!(answers.matches("HTTP/1.1 ").count(), 1, "{headers}: {answers}");
        assert!(!answers.contains("ok\n"), "{headers}: {answers}");
    }
}

#[tokio::test]
async fn a_method_that_a_way_does_not_have_is_refused() {
    let shop = TestShop::open().await;
    let person = shop.admin("a@b.kr").await;
    let ways = ways::all();
    let nowhere = ["/nowhere", "/api/nowhere", "/products/1/nowhere"];
    let paths = ways.iter().map(|way| way.path.as_str()).chain(nowhere);
    for path in paths {
        for method in ["TRACE", "PUT", "PATCH", "DELETE", "OPTIONS", "POST", "BREW"] {
            if ways.iter().any(|way| way.path == path && way.method == method) {
                continue;
            }
            let answer = person.send(person.request(method, path)).await;
            assert_eq!(answer.status, 405, "{method} {path}: {answer:?}");
        }
    }
    assert_eq!(person.get("/nowhere").await.status, 404);
}

#[tokio::test]
async fn a_language_is_chosen_by_a_plain_form_and_leads_back() {
    let shop = TestShop::open().await;
    let person = shop.visitor();
    let url = format!("{}/language", shop.url(0));
    let client =
        reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let send = async |language: &str, referer: &str| {
        let sent = client.post(&url).header("referer", referer).form(&[("language", language)]);
        person.send(sent).await
    };
    let answer = send("en", &format!("{}/drops?x=1", shop.url(0))).await;
    assert_eq!((answer.status, answer.header("location")), (303, Some("/drops?x=1")));
    assert!(answer.header("set-cookie").unwrap().starts_with("language=en"));
    let page = person.forging("language=en").get("/").await;
    assert!(page.text.contains("<html lang=\"en\""), "{}", page.text);
    let page = person.forging("language=en; __Host-language=ko").reading("en").get("/").await;
    assert!(page.text.contains("<html lang=\"ko\""), "what only this host can set goes first");
    let answer = send("en", "https://evil.kr//evil.kr/").await;
    assert_eq!(answer.header("location"), Some("/"));
    assert_eq!(send("xx", "").await.status, 400);
}
