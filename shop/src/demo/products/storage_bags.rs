//! Storage and bags.

use super::DemoProduct;
use crate::demo::picture::{Palette, Shape};

/// The goods of this shelf.
pub static GOODS: [DemoProduct; 9] = [
    DemoProduct {
        name_ko: "왕골 바구니 대",
        name_en: "Large Sedge Basket",
        maker_ko: "짜임새",
        maker_en: "Jjaimsae",
        detail_ko: "강화 왕골을 손으로 엮은 바구니, 지름 38cm입니다. 담요나 장난감을 담아 거실에 \
                    두기 좋습니다.",
        detail_en: "A basket 38 cm across, woven by hand from Ganghwa sedge. Good in a living \
                    room, full of throws or toys.",
        price_won: 48_000,
        stock: 54,
        shape: Shape::Basket,
        palette: Palette::Hanji,
    },
    DemoProduct {
        name_ko: "씨그라스 세탁 바구니",
        name_en: "Seagrass Laundry Basket",
        maker_ko: "짜임새",
        maker_en: "Jjaimsae",
        detail_ko: "씨그라스 줄기를 촘촘히 엮은 세탁 바구니, 높이 34cm입니다. 안감 천은 벗겨서 빨 \
                    수 있습니다.",
        detail_en: "A laundry basket 34 cm tall, closely woven from seagrass. The cloth lining \
                    comes out for washing.",
        price_won: 39_000,
        stock: 29,
        shape: Shape::Basket,
        palette: Palette::Ssuk,
    },
    DemoProduct {
        name_ko: "봄나들이 바구니",
        name_en: "Spring Picnic Basket",
        maker_ko: "짜임새",
        maker_en: "Jjaimsae",
        detail_ko: "도시락 두 개와 찻병이 들어가는 가벼운 바구니, 폭 32cm입니다. 손잡이를 \
                    무명실로 한 번 더 감았습니다.",
        detail_en: "A light basket 32 cm wide that holds two lunch boxes and a flask. The handle \
                    is wrapped once more in cotton thread.",
        price_won: 31_000,
        stock: 1,
        shape: Shape::Basket,
        palette: Palette::Maehwa,
    },
    DemoProduct {
        name_ko: "무명 에코백",
        name_en: "Natural Cotton Tote",
        maker_ko: "보담",
        maker_en: "Bodam",
        detail_ko: "16온스 두꺼운 무명으로 지은 에코백, 36×38cm입니다. 안쪽에 휴대전화 주머니가 \
                    하나 있습니다.",
        detail_en: "A tote of heavy 16 oz cotton, 36×38 cm. There is one inside pocket for a \
                    telephone.",
        price_won: 27_000,
        stock: 230,
        shape: Shape::ToteBag,
        palette: Palette::Baekja,
    },
    DemoProduct {
        name_ko: "쪽 염색 장바구니",
        name_en: "Indigo Market Bag",
        maker_ko: "보담",
        maker_en: "Bodam",
        detail_ko: "쪽으로 물들인 넉넉한 장바구니, 40×42cm입니다. 바닥을 두 겹으로 대어 무거운 \
                    것도 든든합니다.",
        detail_en: "A roomy market bag dyed in indigo, 40×42 cm. The base is doubled, so heavy \
                    things are safe.",
        price_won: 39_000,
        stock: 95,
        shape: Shape::ToteBag,
        palette: Palette::Jjok,
    },
    DemoProduct {
        name_ko: "감빛 캔버스 토트",
        name_en: "Persimmon Canvas Tote",
        maker_ko: "보담",
        maker_en: "Bodam",
        detail_ko: "발수 처리한 캔버스 토트, 34×36cm입니다. 노트북과 우산이 함께 들어갑니다.",
        detail_en: "A water-repellent canvas tote, 34×36 cm. A laptop and an umbrella fit in \
                    together.",
        price_won: 42_000,
        stock: 66,
        shape: Shape::ToteBag,
        palette: Palette::Gam,
    },
    DemoProduct {
        name_ko: "보랏빛 산책 가방",
        name_en: "Lilac Walking Bag",
        maker_ko: "짜임새",
        maker_en: "Jjaimsae",
        detail_ko: "책 한 권과 물병을 넣기 좋은 작은 가방, 28×30cm입니다. 손잡이가 길어 어깨에도 \
                    멜 수 있습니다.",
        detail_en: "A small bag, 28×30 cm, for a book and a bottle of water. The handles are long \
                    enough for the shoulder.",
        price_won: 25_000,
        stock: 0,
        shape: Shape::ToteBag,
        palette: Palette::Deungkkot,
    },
    DemoProduct {
        name_ko: "참나무 정리함",
        name_en: "Oak Storage Box",
        maker_ko: "짜임새",
        maker_en: "Jjaimsae",
        detail_ko: "쇠못 없이 짜 맞춘 참나무 정리함, 30×20×15cm입니다. 두 개를 쌓아도 흔들리지 \
                    않습니다.",
        detail_en: "An oak box, 30×20×15 cm, joined without nails. Two of them stack without a \
                    wobble.",
        price_won: 36_000,
        stock: 81,
        shape: Shape::WoodenBox,
        palette: Palette::Hwangto,
    },
    DemoProduct {
        name_ko: "천 수납 상자",
        name_en: "Cloth Storage Box",
        maker_ko: "보담",
        maker_en: "Bodam",
        detail_ko: "린넨을 씌운 접이식 수납 상자, 35×25×20cm입니다. 쓰지 않을 때는 납작하게 접어 \
                    둘 수 있습니다.",
        detail_en: "A folding storage box covered in linen, 35×25×20 cm. It folds flat when you \
                    do not need it.",
        price_won: 22_000,
        stock: 147,
        shape: Shape::ClothBox,
        palette: Palette::Cheongja,
    },
];
