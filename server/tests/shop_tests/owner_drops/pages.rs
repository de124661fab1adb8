//! The owner's pages, as a browser without JavaScript sees them.

use super::two_servers;
use reqwest::header::{ACCEPT, REFERER};
use std::time::Duration;

#[tokio::test]
async fn they_are_for_admins() {
    let (shop, admin) = two_servers().await;
    let running = shop.drop_of(5).await.0;
    let day = Duration::from_secs(24 * 60 * 60);
    let upcoming = shop
        .drop_with(5, |new| {
            new.opens_at = new.opens_at.plus(day);
            new.closes_at = new.closes_at.plus(day);
        })
        .await
        .0;
    let pages = [
        ("/admin/drops".to_owned(), "data-testid=\"drop-row\""),
        ("/admin/drops/new".to_owned(), "name=\"opens_at\""),
        (format!("/admin/drops/{running}"), "data-testid=\"pause-send\""),
        (format!("/admin/drops/{upcoming}/edit"), "name=\"version\""),
    ];
    let member = shop.member("a@b.kr").await;
    for (page, holds) in pages {
        let shown = admin.get(&page).await;
        assert_eq!(shown.status, 200, "{page}");
        assert!(shown.text.contains(holds), "{page}");
        let refused = member.get(&page).await;
        assert_eq!(refused.status, 403, "{page}");
        assert!(!refused.text.contains(holds), "{page}");
        assert_eq!(shop.visitor().get(&page).await.status, 401, "{page}");
    }
    assert_eq!(admin.get("/admin/drops/999999").await.status, 404);
    assert_eq!(admin.get("/admin/drops/x").await.status, 404);
    let edit = admin.get(&format!("/admin/drops/{running}/edit")).await;
    assert!(!edit.text.contains("name=\"version\""), "it has opened");
}

#[tokio::test]
async fn a_button_works_without_javascript_and_a_refusal_is_told() {
    let (shop, admin) = two_servers().await;
    let drop = shop.drop_of(5).await;
    let page = format!("{}/admin/drops/{}", shop.url(0), drop.0);
    let press = async |verb: &str| {
        let form = [("drop_id", drop.0.to_string())];
        let request = admin
            .post(&format!("drops/{verb}"))
            .header(ACCEPT, "text/html")
            .header(REFERER, &page)
            .form(&form);
        let answer = admin.send(request).await;
        assert_eq!(answer.status, 302, "{answer:?}");
        let location = answer.header("location").unwrap();
        let (page, query) = location.split_once('?').unwrap_or((location, ""));
        (page.to_owned(), query.to_owned())
    };
    assert_eq!(press("pause").await, (page.clone(), String::new()));
    let shown = admin.get(&format!("/admin/drops/{}", drop.0)).await;
    assert!(shown.text.contains("data-testid=\"resume-send\""));
    // The pause is on already: the page it leads back to says so.
    let (back_to, query) = press("pause").await;
    assert_eq!(back_to, page);
    let shown = admin.get(&format!("/admin/drops/{}?{query}", drop.0)).await;
    assert_eq!(shown.status, 200);
    assert!(query.contains("__err"), "{query}");
}
