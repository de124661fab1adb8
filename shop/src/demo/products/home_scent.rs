//! Home scent: candles and diffusers.

use super::DemoProduct;
use crate::demo::picture::{Palette, Shape};

/// The goods of this shelf.
pub static GOODS: [DemoProduct; 9] = [
    DemoProduct {
        name_ko: "설원 소이 캔들",
        name_en: "Snowfield Soy Candle",
        maker_ko: "등향",
        maker_en: "Deunghyang",
        detail_ko: "콩 왁스에 눈 덮인 전나무 향을 담은 캔들, 220g입니다. 처음 켤 때는 윗면이 고루 \
                    녹을 때까지 두 시간쯤 태워 주세요.",
        detail_en: "A 220 g soy candle scented with fir under snow. On the first burn, let the \
                    whole top melt, about two hours.",
        price_won: 34_000,
        stock: 92,
        shape: Shape::Candle,
        palette: Palette::Baekja,
    },
    DemoProduct {
        name_ko: "구들 소이 캔들",
        name_en: "Ondol Hearth Soy Candle",
        maker_ko: "등향",
        maker_en: "Deunghyang",
        detail_ko: "볶은 보리와 데운 흙냄새가 포근한 캔들, 220g입니다. 약 45시간 태울 수 있고 \
                    유리는 컵으로 다시 쓸 수 있습니다.",
        detail_en: "A 220 g candle with the cosy smell of roasted barley and warm earth. It burns \
                    for about 45 hours, and the glass makes a good cup.",
        price_won: 36_000,
        stock: 48,
        shape: Shape::Candle,
        palette: Palette::Hwangto,
    },
    DemoProduct {
        name_ko: "찻자리 캔들",
        name_en: "Tea Table Candle",
        maker_ko: "소향각",
        maker_en: "Sohyanggak",
        detail_ko: "우린 녹차와 대나무 찻상의 향을 옮긴 캔들, 200g입니다. 심지를 5mm로 다듬으면 \
                    그을음이 적습니다.",
        detail_en: "A 200 g candle that recalls brewed green tea on a bamboo table. Trim the wick \
                    to 5 mm and it hardly smokes.",
        price_won: 36_000,
        stock: 71,
        shape: Shape::Candle,
        palette: Palette::Cheongja,
    },
    DemoProduct {
        name_ko: "석류 밤 캔들",
        name_en: "Pomegranate Night Candle",
        maker_ko: "소향각",
        maker_en: "Sohyanggak",
        detail_ko: "잘 익은 석류와 붉은 술의 향이 진한 캔들, 240g입니다. 겨울 저녁 거실에 \
                    어울립니다.",
        detail_en: "A deep 240 g candle of ripe pomegranate and red wine. It belongs in the \
                    living room on a winter evening.",
        price_won: 39_000,
        stock: 2,
        shape: Shape::Candle,
        palette: Palette::Omija,
    },
    DemoProduct {
        name_ko: "비자림 디퓨저",
        name_en: "Nutmeg Yew Diffuser",
        maker_ko: "등향",
        maker_en: "Deunghyang",
        detail_ko: "제주 비자나무 숲의 서늘한 향을 담은 디퓨저, 150ml입니다. 섬유 스틱 여섯 개로 \
                    석 달쯤 향이 이어집니다.",
        detail_en: "A 150 ml diffuser with the cool scent of Jeju's nutmeg yew forest. Six fibre \
                    reeds keep it going for about three months.",
        price_won: 42_000,
        stock: 103,
        shape: Shape::Diffuser,
        palette: Palette::Ssuk,
    },
    DemoProduct {
        name_ko: "포구 디퓨저",
        name_en: "Harbour Diffuser",
        maker_ko: "등향",
        maker_en: "Deunghyang",
        detail_ko: "아침 바닷물과 젖은 밧줄, 옅은 감귤이 섞인 향의 디퓨저, 150ml입니다. 현관처럼 \
                    바람이 드는 곳에 두면 좋습니다.",
        detail_en: "A 150 ml diffuser of morning sea, wet rope and a little citrus. It does well \
                    where air moves, such as an entrance.",
        price_won: 42_000,
        stock: 77,
        shape: Shape::Diffuser,
        palette: Palette::Bada,
    },
    DemoProduct {
        name_ko: "보라 안개 디퓨저",
        name_en: "Violet Haze Diffuser",
        maker_ko: "소향각",
        maker_en: "Sohyanggak",
        detail_ko: "제비꽃과 분 향이 은은한 침실용 디퓨저, 180ml입니다. 스틱을 세 개만 꽂으면 더 \
                    옅게 즐길 수 있습니다.",
        detail_en: "A 180 ml bedroom diffuser of violets and face powder. Use only three of the \
                    reeds for a fainter scent.",
        price_won: 45_000,
        stock: 0,
        shape: Shape::Diffuser,
        palette: Palette::Deungkkot,
    },
    DemoProduct {
        name_ko: "먹향 디퓨저",
        name_en: "Ink Stone Diffuser",
        maker_ko: "소향각",
        maker_en: "Sohyanggak",
        detail_ko: "벼루에 먹을 갈 때의 서늘하고 깊은 향을 담은 디퓨저, 180ml입니다. 서재나 책상 \
                    곁에 두기를 권합니다.",
        detail_en: "A 180 ml diffuser with the cool, deep smell of ink ground on stone. We \
                    suggest a study, or a place beside the desk.",
        price_won: 48_000,
        stock: 56,
        shape: Shape::Diffuser,
        palette: Palette::Meok,
    },
    DemoProduct {
        name_ko: "한옥 룸 스프레이",
        name_en: "Hanok Room Spray",
        maker_ko: "등향",
        maker_en: "Deunghyang",
        detail_ko: "소나무 마루와 창호지 냄새를 옮긴 룸 스프레이, 120ml입니다. 손님이 오기 전 \
                    방마다 두 번씩 뿌려 보세요.",
        detail_en: "A 120 ml room spray that recalls pine floors and paper windows. Try two \
                    sprays in each room before guests arrive.",
        price_won: 23_000,
        stock: 126,
        shape: Shape::SprayBottle,
        palette: Palette::Hanji,
    },
];
