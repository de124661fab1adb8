//! Skin care: what stays on the face.

use super::DemoProduct;
use crate::demo::picture::{Palette, Shape};

/// The goods of this shelf.
pub static GOODS: [DemoProduct; 11] = [
    DemoProduct {
        name_ko: "쌀누룩 윤광 세럼",
        name_en: "Rice Nuruk Glow Serum",
        maker_ko: "설온",
        maker_en: "Seolon",
        detail_ko: "이천 쌀을 누룩으로 발효해 얻은 여과물을 72% 담은 맑은 세럼, 30ml입니다. 세안 \
                    뒤 두세 방울이면 끈적임 없이 스며들어 아침 화장 전에도 가볍게 쓸 수 있습니다.",
        detail_en: "A clear 30 ml serum with 72% filtrate of Icheon rice fermented with nuruk. \
                    Two or three drops after cleansing sink in without stickiness, light enough \
                    to wear under makeup.",
        price_won: 32_000,
        stock: 146,
        shape: Shape::DropperBottle,
        palette: Palette::Maehwa,
    },
    DemoProduct {
        name_ko: "강화 약쑥 진정 크림",
        name_en: "Ganghwa Mugwort Calming Cream",
        maker_ko: "숲자락",
        maker_en: "Supjarak",
        detail_ko: "3년 말린 강화 약쑥을 우려낸 물로 만든 수분 크림, 50ml입니다. 햇볕이나 \
                    마스크에 달아오른 볼에 얇게 펴 바르면 산뜻하게 가라앉은 느낌이 오래갑니다.",
        detail_en: "A 50 ml moisture cream made with water steeped from Ganghwa mugwort dried for \
                    three years. A thin layer leaves cheeks warmed by sun or mask feeling cool \
                    and settled.",
        price_won: 28_500,
        stock: 88,
        shape: Shape::CreamJar,
        palette: Palette::Ssuk,
    },
    DemoProduct {
        name_ko: "백차 수분 토너",
        name_en: "White Tea Water Toner",
        maker_ko: "담결",
        maker_en: "Damgyeol",
        detail_ko: "보성 백차 추출물과 히알루론산을 담은 묽은 토너, 200ml입니다. 화장솜 없이 \
                    손바닥에 덜어 두세 번 겹쳐 바르기 좋습니다.",
        detail_en: "A watery 200 ml toner with Boseong white tea extract and hyaluronic acid. \
                    Made to be pressed in with bare palms, two or three layers at a time.",
        price_won: 21_000,
        stock: 214,
        shape: Shape::ScrewBottle,
        palette: Palette::Cheongja,
    },
    DemoProduct {
        name_ko: "귀리 장벽 에멀전",
        name_en: "Oat Barrier Emulsion",
        maker_ko: "담결",
        maker_en: "Damgyeol",
        detail_ko: "귀리 베타글루칸과 세라마이드를 넣은 묽은 로션, 150ml입니다. 펌프 두 번이면 \
                    얼굴과 목까지 바를 수 있고 향료는 넣지 않았습니다.",
        detail_en: "A light 150 ml lotion with oat beta-glucan and ceramides. Two pumps cover \
                    face and neck, and no fragrance is added.",
        price_won: 24_800,
        stock: 132,
        shape: Shape::PumpBottle,
        palette: Palette::Hanji,
    },
    DemoProduct {
        name_ko: "해초 아이 젤크림",
        name_en: "Seaweed Eye Gel Cream",
        maker_ko: "설온",
        maker_en: "Seolon",
        detail_ko: "완도 다시마 추출물을 담은 눈가 젤크림, 25ml입니다. 차가운 금속 팁으로 톡톡 펴 \
                    바르면 아침 눈가가 한결 개운합니다.",
        detail_en: "A 25 ml eye gel cream with Wando kelp extract. Tap it on with the cool metal \
                    tip and morning eyes feel noticeably fresher.",
        price_won: 19_800,
        stock: 63,
        shape: Shape::Tube,
        palette: Palette::Bada,
    },
    DemoProduct {
        name_ko: "라벤더 온천수 미스트",
        name_en: "Lavender Spring Water Mist",
        maker_ko: "물비늘",
        maker_en: "Mulbineul",
        detail_ko: "온천수에 라벤더 꽃수를 섞은 안개 분사 미스트, 100ml입니다. 입자가 고와 화장 \
                    위에 뿌려도 얼룩지지 않습니다.",
        detail_en: "A 100 ml fine mist of spring water and lavender flower water. The droplets \
                    are small enough to go over makeup without leaving marks.",
        price_won: 16_500,
        stock: 175,
        shape: Shape::SprayBottle,
        palette: Palette::Deungkkot,
    },
    DemoProduct {
        name_ko: "유자씨 비타민 앰플",
        name_en: "Yuja Seed Vitamin Ampoule",
        maker_ko: "숲자락",
        maker_en: "Supjarak",
        detail_ko: "고흥 유자씨 오일과 순도 높은 비타민 C 10%를 담은 앰플, 20ml입니다. 갈색으로 \
                    변하기 쉬우니 개봉 후 두 달 안에 쓰시길 권합니다.",
        detail_en: "A 20 ml ampoule with Goheung yuja seed oil and 10% pure vitamin C. It darkens \
                    as it ages, so we suggest finishing it within two months of opening.",
        price_won: 36_000,
        stock: 3,
        shape: Shape::DropperBottle,
        palette: Palette::Songhwa,
    },
    DemoProduct {
        name_ko: "백자 나이트 밤",
        name_en: "Baekja Night Balm",
        maker_ko: "설온",
        maker_en: "Seolon",
        detail_ko: "시어버터와 쌀겨 오일을 굳혀 만든 밤 전용 고보습 밤, 45ml입니다. 콩알만큼 덜어 \
                    손의 온기로 녹인 뒤 얼굴을 감싸듯 눌러 바르세요.",
        detail_en: "A rich 45 ml night balm set from shea butter and rice bran oil. Melt a \
                    pea-sized amount between your palms and press it over the face.",
        price_won: 42_000,
        stock: 54,
        shape: Shape::CreamJar,
        palette: Palette::Baekja,
    },
    DemoProduct {
        name_ko: "감잎 탄력 로션",
        name_en: "Persimmon Leaf Firming Lotion",
        maker_ko: "숲자락",
        maker_en: "Supjarak",
        detail_ko: "어린 감잎 추출물과 펩타이드를 담은 탄력 로션, 130ml입니다. 바른 뒤 번들거리지 \
                    않아 낮에 쓰기 편합니다.",
        detail_en: "A 130 ml lotion with young persimmon leaf extract and peptides for a firmer \
                    feel. It dries down without shine, so it is easy to wear by day.",
        price_won: 27_000,
        stock: 97,
        shape: Shape::PumpBottle,
        palette: Palette::Gam,
    },
    DemoProduct {
        name_ko: "오미자 결 에센스",
        name_en: "Omija Texture Essence",
        maker_ko: "담결",
        maker_en: "Damgyeol",
        detail_ko: "문경 오미자 발효액과 순한 과일산으로 결을 정돈하는 에센스, 150ml입니다. \
                    처음에는 사흘에 한 번, 저녁에만 쓰는 편이 좋습니다.",
        detail_en: "A 150 ml essence that smooths texture with fermented Mungyeong omija and mild \
                    fruit acids. Start with one evening in three.",
        price_won: 23_500,
        stock: 0,
        shape: Shape::ScrewBottle,
        palette: Palette::Omija,
    },
    DemoProduct {
        name_ko: "숯 피지 밸런스 크림",
        name_en: "Charcoal Balance Cream",
        maker_ko: "담결",
        maker_en: "Damgyeol",
        detail_ko: "참숯 가루와 아연을 담아 번들거림을 잡아 주는 크림, 60ml입니다. 이마와 코처럼 \
                    유분이 많은 곳에만 얇게 발라도 충분합니다.",
        detail_en: "A 60 ml cream with oak charcoal and zinc that keeps shine down. A thin layer \
                    on the forehead and nose is usually all you need.",
        price_won: 22_000,
        stock: 121,
        shape: Shape::Tube,
        palette: Palette::Meok,
    },
];
