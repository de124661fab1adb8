//! Pages that a server keeps for visitors, and for nobody else.

use crate::kit::{Person, TestShop, until};

async fn add_product(shop: &TestShop, price: u32) -> u64 {
    let row = sqlx::query(
        "insert into products (name_ko, name_en, maker_ko, maker_en, detail_ko, detail_en,
                               price_won, stock, created_at)
         values ('동백 세럼', 'Camellia Serum', '결', 'Gyeol', '', '', ?, 10, ?)",
    )
    .bind(price)
    .bind(shop.now())
    .execute(&shop.direct.mysql)
    .await
    .unwrap();
    row.last_insert_id()
}

async fn set_price(shop: &TestShop, product: u64, price: u32) {
    sqlx::query("update products set price_won = ? where id = ?")
        .bind(price)
        .bind(product)
        .execute(&shop.direct.mysql)
        .await
        .unwrap();
}

async fn shows(person: &Person, product: u64, price: &str) -> bool {
    let page = person.get(&format!("/products/{product}")).await;
    assert_eq!(page.status, 200);
    page.text.contains(price)
}

#[tokio::test]
async fn a_visitors_page_is_a_moment_old_and_a_members_is_new() {
    let shop = TestShop::open().await;
    let product = add_product(&shop, 12_300).await;
    let (visitor, member) = (shop.visitor(), shop.member("a@b.kr").await);
    assert!(shows(&visitor, product, "12,300").await);
    set_price(&shop, product, 45_600).await;
    assert!(shows(&member, product, "45,600").await, "a member's page is never kept");
    until("the kept page is let go", async || {
        shows(&shop.visitor(), product, "45,600").await.then_some(())
    })
    .await;
}

#[tokio::test]
async fn languages_and_strangers_pages_do_not_mix() {
    let shop = TestShop::open().await;
    let product = add_product(&shop, 12_300).await;
    let path = format!("/products/{product}");
    let member = shop.member("a@b.kr").await;
    for _ in 0..3 {
        assert!(member.get(&path).await.text.contains("data-testid=\"member-name\""));
        let korean = shop.visitor().get(&path).await.text;
        assert!(korean.contains("동백 세럼") && !korean.contains("member-name"));
        assert!(shop.visitor().reading("en").get(&path).await.text.contains("Camellia Serum"));
    }
}

#[tokio::test]
async fn what_is_not_there_is_not_kept() {
    let shop = TestShop::open().await;
    assert_eq!(shop.visitor().get("/products/1").await.status, 404);
    let product = add_product(&shop, 12_300).await;
    assert_eq!(product, 1);
    assert!(shows(&shop.visitor(), product, "12,300").await);
}

#[tokio::test]
async fn a_crowd_of_visitors_is_given_one_rendering() {
    let shop = TestShop::open().await;
    let product = add_product(&shop, 12_300).await;
    let path = format!("/products/{product}");
    let (a, b, c) = (shop.visitor(), shop.visitor(), shop.visitor());
    let pages = tokio::join!(a.get(&path), b.get(&path), c.get(&path));
    let texts = [pages.0.text, pages.1.text, pages.2.text];
    assert!(texts.iter().all(|text| text == &texts[0]), "every rendering has a nonce of its own");
}
