//! Makeup: lips, cheeks and an even base.

use super::DemoProduct;
use crate::demo::picture::{Palette, Shape};

/// The goods of this shelf.
pub static GOODS: [DemoProduct; 10] = [
    DemoProduct {
        name_ko: "오미자 벨벳 립스틱",
        name_en: "Omija Velvet Lipstick",
        maker_ko: "연지락",
        maker_en: "Yeonjirak",
        detail_ko: "한 번에 선명하게 발리는 벨벳 질감의 붉은 립스틱, 3.4g입니다. 마른 장미가 아닌 \
                    잘 익은 오미자빛에 가깝습니다.",
        detail_en: "A velvet red lipstick, 3.4 g, vivid in a single pass. The shade is ripe omija \
                    berry rather than dried rose.",
        price_won: 25_000,
        stock: 120,
        shape: Shape::Lipstick,
        palette: Palette::Omija,
    },
    DemoProduct {
        name_ko: "곶감 브릭 립스틱",
        name_en: "Dried Persimmon Brick Lipstick",
        maker_ko: "연지락",
        maker_en: "Yeonjirak",
        detail_ko: "햇볕에 말린 곶감처럼 따뜻한 벽돌빛 립스틱, 3.4g입니다. 입술 안쪽에만 발라 \
                    손끝으로 퍼뜨려도 곱습니다.",
        detail_en: "A lipstick, 3.4 g, in the warm brick of sun-dried persimmon. Lovely, too, \
                    when blurred outwards with a fingertip.",
        price_won: 25_000,
        stock: 84,
        shape: Shape::Lipstick,
        palette: Palette::Gam,
    },
    DemoProduct {
        name_ko: "매화 시어 립스틱",
        name_en: "Plum Blossom Sheer Lipstick",
        maker_ko: "다홍재",
        maker_en: "Dahongjae",
        detail_ko: "제 입술 같은 연분홍을 맑게 얹는 촉촉한 립스틱, 3.2g입니다. 거울 없이 덧발라도 \
                    경계가 생기지 않습니다.",
        detail_en: "A moist lipstick, 3.2 g, that adds a clear, my-own-lips pink. It can be \
                    reapplied without a mirror and shows no edges.",
        price_won: 24_000,
        stock: 3,
        shape: Shape::Lipstick,
        palette: Palette::Maehwa,
    },
    DemoProduct {
        name_ko: "앵두 물빛 틴트",
        name_en: "Cherry Water Tint",
        maker_ko: "연지락",
        maker_en: "Yeonjirak",
        detail_ko: "물처럼 가볍게 물들어 오래 남는 앵두빛 틴트, 5ml입니다. 식사 뒤에도 옅은 색이 \
                    고르게 남습니다.",
        detail_en: "A 5 ml tint in cherry red, light as water and slow to fade. After a meal, an \
                    even wash of colour remains.",
        price_won: 16_000,
        stock: 275,
        shape: Shape::LipTint,
        palette: Palette::Omija,
    },
    DemoProduct {
        name_ko: "홍시 글로우 틴트",
        name_en: "Soft Persimmon Glow Tint",
        maker_ko: "다홍재",
        maker_en: "Dahongjae",
        detail_ko: "맑은 주홍빛에 은은한 윤기를 더한 틴트, 4.5ml입니다. 끈적이지 않아 머리카락이 \
                    달라붙지 않습니다.",
        detail_en: "A 4.5 ml tint of clear orange-red with a gentle gloss. It is not sticky, so \
                    hair does not cling to it.",
        price_won: 16_000,
        stock: 190,
        shape: Shape::LipTint,
        palette: Palette::Gam,
    },
    DemoProduct {
        name_ko: "자두 블러 틴트",
        name_en: "Plum Blur Tint",
        maker_ko: "다홍재",
        maker_en: "Dahongjae",
        detail_ko: "입술 선을 부드럽게 흐리는 보송한 자두빛 틴트, 4.5ml입니다. 얇게 바르면 \
                    장밋빛, 겹치면 깊은 자줏빛이 됩니다.",
        detail_en: "A soft-focus 4.5 ml tint in plum that blurs the edge of the lips. Thin, it is \
                    rosy; layered, a deep purple.",
        price_won: 15_500,
        stock: 66,
        shape: Shape::LipTint,
        palette: Palette::Deungkkot,
    },
    DemoProduct {
        name_ko: "한지 쿠션 파운데이션",
        name_en: "Hanji Cushion Foundation",
        maker_ko: "다홍재",
        maker_en: "Dahongjae",
        detail_ko: "한지처럼 얇고 고르게 덮이는 세미 매트 쿠션, 15g입니다. 밝은 21호와 차분한 \
                    23호 사이의 한 가지 색입니다.",
        detail_en: "A semi-matte cushion foundation, 15 g, as thin and even as mulberry paper. It \
                    comes in one light-medium neutral shade.",
        price_won: 34_000,
        stock: 102,
        shape: Shape::Compact,
        palette: Palette::Baekja,
    },
    DemoProduct {
        name_ko: "복사꽃 가루 블러셔",
        name_en: "Peach Blossom Powder Blush",
        maker_ko: "연지락",
        maker_en: "Yeonjirak",
        detail_ko: "곱게 압축해 가루 날림이 적은 복사꽃빛 블러셔, 6g입니다. 볼 가운데에서 \
                    바깥으로 두 번만 쓸어 주세요.",
        detail_en: "A 6 g peach blossom blush, pressed fine so that little powder flies. Two \
                    sweeps outward from the middle of the cheek will do.",
        price_won: 22_000,
        stock: 57,
        shape: Shape::Compact,
        palette: Palette::Maehwa,
    },
    DemoProduct {
        name_ko: "멀티 글로우 스틱",
        name_en: "Multi Glow Stick",
        maker_ko: "연지락",
        maker_en: "Yeonjirak",
        detail_ko: "광대와 콧등에 빛을 더하는 투명한 하이라이터 스틱, 9g입니다. 펄 대신 오일의 \
                    윤기로 자연스럽습니다.",
        detail_en: "A clear highlighter stick, 9 g, for cheekbones and the bridge of the nose. It \
                    shines with oils instead of glitter, and so looks natural.",
        price_won: 18_000,
        stock: 143,
        shape: Shape::BalmStick,
        palette: Palette::Hanji,
    },
    DemoProduct {
        name_ko: "황토 음영 팔레트",
        name_en: "Ochre Contour Compact",
        maker_ko: "다홍재",
        maker_en: "Dahongjae",
        detail_ko: "황토와 나무껍질에서 따온 따뜻한 음영 파우더, 8g입니다. 눈두덩과 턱선에 함께 \
                    쓸 수 있습니다.",
        detail_en: "An 8 g warm contour powder in tones borrowed from ochre and bark. It works \
                    for the eyelids as well as the jawline.",
        price_won: 28_000,
        stock: 0,
        shape: Shape::Compact,
        palette: Palette::Hwangto,
    },
];
