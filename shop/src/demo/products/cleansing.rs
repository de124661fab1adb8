//! Cleansing: what takes the day off.

use super::DemoProduct;
use crate::demo::picture::{Palette, Shape};

/// The goods of this shelf.
pub static GOODS: [DemoProduct; 9] = [
    DemoProduct {
        name_ko: "쌀겨 클렌징 오일",
        name_en: "Rice Bran Cleansing Oil",
        maker_ko: "맑은내",
        maker_en: "Malgeunnae",
        detail_ko: "압착 쌀겨 오일로 화장을 녹여 내는 클렌징 오일, 200ml입니다. 물이 닿으면 \
                    우윳빛으로 바뀌며 미끈거림 없이 헹궈집니다.",
        detail_en: "A 200 ml cleansing oil that melts makeup with pressed rice bran oil. It turns \
                    milky with water and rinses away without a slippery feel.",
        price_won: 23_000,
        stock: 165,
        shape: Shape::PumpBottle,
        palette: Palette::Songhwa,
    },
    DemoProduct {
        name_ko: "어성초 약산성 폼",
        name_en: "Heartleaf Low pH Foam",
        maker_ko: "맑은내",
        maker_en: "Malgeunnae",
        detail_ko: "쫀쫀한 거품이 나는 약산성 세안제, 150ml입니다. 세안 뒤에도 당김이 적어 \
                    아침저녁으로 쓰기 좋습니다.",
        detail_en: "A 150 ml low pH cleanser with a dense, springy lather. Skin feels little \
                    tightness afterwards, morning or night.",
        price_won: 12_900,
        stock: 240,
        shape: Shape::Tube,
        palette: Palette::Ssuk,
    },
    DemoProduct {
        name_ko: "셔벗 클렌징 밤",
        name_en: "Sherbet Cleansing Balm",
        maker_ko: "물비늘",
        maker_en: "Mulbineul",
        detail_ko: "셔벗처럼 떠지고 손끝에서 오일로 녹는 클렌징 밤, 100ml입니다. 작은 스패출러가 \
                    함께 들어 있습니다.",
        detail_en: "A 100 ml cleansing balm that scoops like sherbet and melts to oil at your \
                    fingertips. A small spatula comes with it.",
        price_won: 26_000,
        stock: 72,
        shape: Shape::CreamJar,
        palette: Palette::Baekja,
    },
    DemoProduct {
        name_ko: "저자극 클렌징 워터",
        name_en: "Gentle Micellar Water",
        maker_ko: "물비늘",
        maker_en: "Mulbineul",
        detail_ko: "화장솜에 적셔 가볍게 닦아 내는 클렌징 워터, 300ml입니다. 눈 화장도 문지르지 \
                    않고 10초만 얹어 두면 녹습니다.",
        detail_en: "A 300 ml micellar water to sweep over with a cotton pad. Hold it on eye \
                    makeup for ten seconds and there is no need to rub.",
        price_won: 15_800,
        stock: 188,
        shape: Shape::ScrewBottle,
        palette: Palette::Bada,
    },
    DemoProduct {
        name_ko: "참숯 세안 비누",
        name_en: "Oak Charcoal Face Bar",
        maker_ko: "맑은내",
        maker_en: "Malgeunnae",
        detail_ko: "강원도 참숯을 갈아 넣어 여섯 주 숙성한 세안 비누 두 개입니다. 거품망에 비비면 \
                    곱고 단단한 거품이 납니다.",
        detail_en: "Two face bars with ground Gangwon oak charcoal, cured for six weeks. Rub one \
                    on a net for a fine, firm lather.",
        price_won: 9800,
        stock: 110,
        shape: Shape::SoapBar,
        palette: Palette::Meok,
    },
    DemoProduct {
        name_ko: "라벤더 버블 클렌저",
        name_en: "Lavender Bubble Cleanser",
        maker_ko: "물비늘",
        maker_en: "Mulbineul",
        detail_ko: "펌프를 누르면 바로 거품으로 나오는 세안제, 180ml입니다. 바쁜 아침에 두 번만 \
                    눌러 쓰기 편합니다.",
        detail_en: "A 180 ml cleanser that comes out of the pump as ready foam. Two presses are \
                    enough on a hurried morning.",
        price_won: 17_200,
        stock: 83,
        shape: Shape::PumpBottle,
        palette: Palette::Deungkkot,
    },
    DemoProduct {
        name_ko: "쑥 숙성 비누",
        name_en: "Aged Mugwort Soap",
        maker_ko: "숲자락",
        maker_en: "Supjarak",
        detail_ko: "말린 쑥잎과 올리브 오일로 빚어 두 달 말린 저온 숙성 비누 두 개입니다. 얼굴과 \
                    몸에 함께 쓸 수 있습니다.",
        detail_en: "Two cold-process bars of dried mugwort leaf and olive oil, left to dry for \
                    two months. Good for face and body alike.",
        price_won: 11_000,
        stock: 5,
        shape: Shape::SoapBar,
        palette: Palette::Ssuk,
    },
    DemoProduct {
        name_ko: "팥가루 스크럽 폼",
        name_en: "Red Bean Scrub Foam",
        maker_ko: "맑은내",
        maker_en: "Malgeunnae",
        detail_ko: "곱게 간 국산 팥가루가 각질을 부드럽게 걷어 내는 스크럽 폼, 120ml입니다. \
                    일주일에 두 번, 물기를 묻혀 살살 굴려 주세요.",
        detail_en: "A 120 ml scrub foam with finely milled Korean red bean. Twice a week, roll it \
                    gently over damp skin.",
        price_won: 14_500,
        stock: 92,
        shape: Shape::Tube,
        palette: Palette::Omija,
    },
    DemoProduct {
        name_ko: "동백 립 앤 아이 리무버",
        name_en: "Camellia Lip and Eye Remover",
        maker_ko: "숲자락",
        maker_en: "Supjarak",
        detail_ko: "동백 오일이 진한 입술과 눈 화장을 녹이는 포인트 리무버, 80ml입니다. 쓰기 전에 \
                    흔들어 두 층을 섞어 주세요.",
        detail_en: "An 80 ml remover with camellia oil for bold lip and eye makeup. Shake to \
                    blend its two layers before use.",
        price_won: 18_600,
        stock: 67,
        shape: Shape::DropperBottle,
        palette: Palette::Gam,
    },
];
