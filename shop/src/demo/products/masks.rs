//! Masks: a quarter of an hour for oneself.

use super::DemoProduct;
use crate::demo::picture::{Palette, Shape};

/// The goods of this shelf.
pub static GOODS: [DemoProduct; 9] = [
    DemoProduct {
        name_ko: "쑥 진정 마스크 5매",
        name_en: "Mugwort Calming Mask 5 Sheets",
        maker_ko: "숲자락",
        maker_en: "Supjarak",
        detail_ko: "얇은 텐셀 시트에 쑥 추출물을 25ml씩 적신 마스크 다섯 장입니다. 15분 뒤 떼어 \
                    내고 남은 에센스는 목까지 두드려 주세요.",
        detail_en: "Five thin Tencel sheets, each soaked in 25 ml of mugwort essence. Lift off \
                    after 15 minutes and pat what is left down the neck.",
        price_won: 15_000,
        stock: 260,
        shape: Shape::SheetMask,
        palette: Palette::Ssuk,
    },
    DemoProduct {
        name_ko: "매화수 광채 마스크 5매",
        name_en: "Plum Blossom Glow Mask 5 Sheets",
        maker_ko: "밤이슬",
        maker_en: "Bamiseul",
        detail_ko: "광양 매화 꽃수를 담은 촉촉한 시트 마스크 다섯 장입니다. 중요한 약속 전날 밤에 \
                    쓰기 좋습니다.",
        detail_en: "Five dewy sheet masks with plum blossom water from Gwangyang. Nice to use the \
                    night before something important.",
        price_won: 17_000,
        stock: 134,
        shape: Shape::SheetMask,
        palette: Palette::Maehwa,
    },
    DemoProduct {
        name_ko: "해양 심층수 마스크 5매",
        name_en: "Deep Sea Water Mask 5 Sheets",
        maker_ko: "물비늘",
        maker_en: "Mulbineul",
        detail_ko: "동해 심층수와 미역 추출물을 머금은 수분 마스크 다섯 장입니다. 냉장고에 \
                    두었다가 붙이면 열감이 빠르게 식습니다.",
        detail_en: "Five moisture masks filled with East Sea deep water and sea mustard extract. \
                    Chill them first and warm skin cools quickly.",
        price_won: 16_000,
        stock: 0,
        shape: Shape::SheetMask,
        palette: Palette::Bada,
    },
    DemoProduct {
        name_ko: "꿀 보습 마스크 5매",
        name_en: "Honey Moisture Mask 5 Sheets",
        maker_ko: "밤이슬",
        maker_en: "Bamiseul",
        detail_ko: "지리산 꿀과 로열젤리를 담은 도톰한 면 시트 마스크 다섯 장입니다. 건조한 \
                    겨울밤, 크림 전에 붙여 주세요.",
        detail_en: "Five thick cotton masks with Jirisan honey and royal jelly. Wear one on a dry \
                    winter night before your cream.",
        price_won: 18_000,
        stock: 78,
        shape: Shape::SheetMask,
        palette: Palette::Songhwa,
    },
    DemoProduct {
        name_ko: "황토 모공 팩",
        name_en: "Hwangto Clay Pore Pack",
        maker_ko: "담결",
        maker_en: "Damgyeol",
        detail_ko: "곱게 내린 고창 황토로 만든 씻어 내는 팩, 110ml입니다. 완전히 마르기 전, \
                    10분쯤에 미온수로 헹구세요.",
        detail_en: "A 110 ml wash-off pack of finely settled Gochang ochre clay. Rinse with \
                    lukewarm water after ten minutes, before it dries fully.",
        price_won: 19_800,
        stock: 115,
        shape: Shape::CreamJar,
        palette: Palette::Hwangto,
    },
    DemoProduct {
        name_ko: "라벤더 슬리핑 팩",
        name_en: "Lavender Sleeping Pack",
        maker_ko: "밤이슬",
        maker_en: "Bamiseul",
        detail_ko: "바르고 자는 젤 타입 수면 팩, 80ml입니다. 베개에 묻지 않도록 잠들기 20분 전에 \
                    발라 주세요.",
        detail_en: "An 80 ml overnight gel pack. Apply it twenty minutes before bed so that none \
                    of it ends up on the pillow.",
        price_won: 24_500,
        stock: 2,
        shape: Shape::CreamJar,
        palette: Palette::Deungkkot,
    },
    DemoProduct {
        name_ko: "녹차 워시오프 팩",
        name_en: "Green Tea Wash Off Pack",
        maker_ko: "숲자락",
        maker_en: "Supjarak",
        detail_ko: "보성 녹차 가루가 보이는 크림 팩, 100ml입니다. 피부가 답답한 저녁에 5분만 올려 \
                    두어도 산뜻합니다.",
        detail_en: "A 100 ml cream pack with visible Boseong green tea. Five minutes on a \
                    heavy-feeling evening leaves skin clear and light.",
        price_won: 13_800,
        stock: 149,
        shape: Shape::Tube,
        palette: Palette::Cheongja,
    },
    DemoProduct {
        name_ko: "숯 시트 마스크 5매",
        name_en: "Charcoal Sheet Mask 5 Sheets",
        maker_ko: "밤이슬",
        maker_en: "Bamiseul",
        detail_ko: "참숯 섬유로 짠 검은 시트에 수분 에센스를 적신 마스크 다섯 장입니다. 땀을 많이 \
                    흘린 날 저녁에 특히 개운합니다.",
        detail_en: "Five black sheets woven with charcoal fibre and soaked in a light essence. \
                    Especially refreshing after a day of heat.",
        price_won: 17_500,
        stock: 96,
        shape: Shape::SheetMask,
        palette: Palette::Meok,
    },
    DemoProduct {
        name_ko: "당근 아이 패치 30쌍",
        name_en: "Carrot Eye Patches 30 Pairs",
        maker_ko: "담결",
        maker_en: "Damgyeol",
        detail_ko: "제주 당근 추출물을 머금은 하이드로겔 눈가 패치 서른 쌍입니다. 눈 밑에 10분 \
                    붙여 두고 아침 준비를 하세요.",
        detail_en: "Thirty pairs of hydrogel eye patches with Jeju carrot extract. Leave them \
                    under the eyes for ten minutes while you get ready.",
        price_won: 14_500,
        stock: 185,
        shape: Shape::SheetMask,
        palette: Palette::Gam,
    },
];
