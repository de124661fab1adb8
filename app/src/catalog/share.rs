//! What messengers and search engines are told of a product.

use crate::language::{own_text, use_locale};
use crate::ui::{PageTitle, origin};
use leptos::prelude::*;
use leptos_meta::{Link, Meta};
use serde_json::json;
use shop::catalog::{Product, Stock};

/// Open Graph, the one address of the page, and schema.org's Product.
#[component]
pub fn Share(
    /// The product.
    product: Product,
) -> impl IntoView {
    let locale = use_locale();
    let (name, detail) = (own_text(locale, &product.card.name), own_text(locale, &product.detail));
    let origin = origin();
    let address = format!("{origin}/products/{}", product.card.id.0);
    let picture = format!("{origin}{}", product.card.picture);
    let about = about(&product, &name, &detail, &own_text(locale, &product.card.maker), &origin);
    view! {
        <PageTitle text=name.clone() description=detail kind="product" />
        <Meta property="og:url" content=address.clone() />
        <Meta property="og:image" content=picture />
        <Meta property="og:image:alt" content=name />
        <Meta property="product:price:amount" content=product.card.price.0.to_string() />
        <Meta property="product:price:currency" content="KRW" />
        <Link rel="canonical" href=address />
        <script type="application/ld+json" inner_html=about></script>
    }
}

/// The product in JSON-LD, as it may stand inside `script`.
fn about(product: &Product, name: &str, detail: &str, maker: &str, origin: &str) -> String {
    let is_there = product.card.stock != Stock::SoldOut;
    let availability = if is_there { "InStock" } else { "OutOfStock" };
    let pictures: Vec<String> =
        product.pictures.iter().map(|address| format!("{origin}{address}")).collect();
    let address = format!("{origin}/products/{}", product.card.id.0);
    let about = json!({
        "@context": "https://schema.org",
        "@type": "Product",
        "name": name,
        "description": detail,
        "sku": product.card.id.0.to_string(),
        "image": pictures,
        "brand": { "@type": "Brand", "name": maker },
        "offers": {
            "@type": "Offer",
            "url": address,
            "price": product.card.price.0,
            "priceCurrency": "KRW",
            "availability": format!("https://schema.org/{availability}"),
        },
    });
    // No text of an owner's can end the script.
    about.to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;
    use shop::catalog::{ProductCard, ProductId};
    use shop::{Bilingual, Won};

    #[test]
    fn no_text_ends_the_script_and_all_of_it_is_json() {
        let name = "</script><script>alert(1)</script> \"&'";
        let both = |text: &str| Bilingual { ko: text.into(), en: text.into() };
        let product = Product {
            card: ProductCard {
                id: ProductId(7),
                name: both(name),
                maker: both("설온"),
                price: Won(12_900),
                stock: Stock::SoldOut,
                picture: "/media/a.webp".into(),
            },
            detail: both("</script>"),
            pictures: vec!["/media/a.webp".into()],
            category: None,
            related: vec![],
        };
        let about = about(&product, name, "</script>", "설온", "https://shop.kr");
        assert!(!about.contains('<'), "{about}");
        let about: serde_json::Value = serde_json::from_str(&about).unwrap();
        assert_eq!(about["name"], name);
        assert_eq!(about["image"][0], "https://shop.kr/media/a.webp");
        assert_eq!(about["offers"]["price"], 12_900);
        assert_eq!(about["offers"]["availability"], "https://schema.org/OutOfStock");
    }
}
