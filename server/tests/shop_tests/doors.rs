//! What no other site may do, and what nobody learns from an error.

use crate::kit::TestShop;
use server_fn::axum::server_fn_paths;

#[tokio::test]
async fn no_server_function_listens_to_another_site() {
    let shop = TestShop::open().await;
    let person = shop.member("a@b.kr").await;
    let paths: Vec<&str> = server_fn_paths().map(|(path, _)| path).collect();
    assert!(paths.len() >= 10, "{paths:?}");
    for path in paths {
        let function = path.trim_start_matches("/api/");
        let foreign = person.post(function).header("sec-fetch-site", "cross-site").body("");
        let answer = person.send(foreign).await;
        assert_eq!(
            (answer.status, &answer.json()["refusal"]),
            (403, &"foreign_origin".into()),
            "{path}"
        );
        let foreign = person.post(function).header("origin", "https://evil.kr").body("");
        assert_eq!(person.send(foreign).await.status, 403, "{path}");
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

#[tokio::test]
async fn a_body_without_end_is_refused() {
    let shop = TestShop::open().await;
    let person = shop.visitor();
    let answer = person.call_raw("members/log_in", vec![b'x'; 3 * 1024 * 1024]).await;
    assert_eq!(answer.status, 413);
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
    assert!(answer.header("set-cookie").unwrap().starts_with("i18n_pref_locale=en"));
    let answer = send("en", "https://evil.kr//evil.kr/").await;
    assert_eq!(answer.header("location"), Some("/"));
    assert_eq!(send("xx", "").await.status, 400);
}
