//! Tableware: cups, bowls, plates and a vase.

use super::DemoProduct;
use crate::demo::picture::{Palette, Shape};

/// The goods of this shelf.
pub static GOODS: [DemoProduct; 11] = [
    DemoProduct {
        name_ko: "백자 머그 320ml",
        name_en: "Porcelain Mug 320 ml",
        maker_ko: "연우재",
        maker_en: "Yeonujae",
        detail_ko: "물레로 빚어 손맛이 남은 백자 머그, 320ml입니다. 손잡이에 손가락 세 개가 \
                    넉넉히 들어갑니다.",
        detail_en: "A white porcelain mug, 320 ml, thrown by hand and showing it. The handle has \
                    room for three fingers.",
        price_won: 28_000,
        stock: 84,
        shape: Shape::Mug,
        palette: Palette::Baekja,
    },
    DemoProduct {
        name_ko: "황토 반유 머그 300ml",
        name_en: "Half Glazed Clay Mug 300 ml",
        maker_ko: "흙마루",
        maker_en: "Heukmaru",
        detail_ko: "아래쪽은 흙을 그대로 두고 위만 유약을 입힌 머그, 300ml입니다. 식기세척기에 \
                    넣어도 됩니다.",
        detail_en: "A 300 ml mug glazed only above and left as bare clay below. It can go in the \
                    dishwasher.",
        price_won: 24_000,
        stock: 133,
        shape: Shape::Mug,
        palette: Palette::Hwangto,
    },
    DemoProduct {
        name_ko: "청자빛 머그 350ml",
        name_en: "Celadon Mug 350 ml",
        maker_ko: "연우재",
        maker_en: "Yeonujae",
        detail_ko: "맑은 비색 유약이 안쪽까지 고이는 머그, 350ml입니다. 가마에서 나온 빛이라 \
                    하나하나 조금씩 다릅니다.",
        detail_en: "A 350 ml mug in clear celadon, pooled deeper inside. The colour comes from \
                    the kiln, so each is a little different.",
        price_won: 29_000,
        stock: 4,
        shape: Shape::Mug,
        palette: Palette::Cheongja,
    },
    DemoProduct {
        name_ko: "쑥빛 면기",
        name_en: "Mugwort Noodle Bowl",
        maker_ko: "흙마루",
        maker_en: "Heukmaru",
        detail_ko: "국수 한 그릇이 넉넉히 담기는 지름 19cm 면기입니다. 굽이 높아 뜨거울 때도 들기 \
                    편합니다.",
        detail_en: "A noodle bowl 19 cm across that holds a generous serving. Its tall foot makes \
                    it easy to lift when hot.",
        price_won: 32_000,
        stock: 61,
        shape: Shape::Bowl,
        palette: Palette::Ssuk,
    },
    DemoProduct {
        name_ko: "쪽빛 밥공기",
        name_en: "Indigo Rice Bowl",
        maker_ko: "흙마루",
        maker_en: "Heukmaru",
        detail_ko: "쪽물처럼 깊은 푸른 유약의 밥공기, 지름 12cm입니다. 두툼한 벽이 밥의 온기를 \
                    오래 지켜 줍니다.",
        detail_en: "A rice bowl 12 cm across in a glaze as deep as indigo dye. Its thick wall \
                    keeps the rice warm for longer.",
        price_won: 26_000,
        stock: 110,
        shape: Shape::Bowl,
        palette: Palette::Jjok,
    },
    DemoProduct {
        name_ko: "매화 접시 24cm",
        name_en: "Plum Blossom Plate 24 cm",
        maker_ko: "연우재",
        maker_en: "Yeonujae",
        detail_ko: "연분홍 유약을 두 번 입힌 지름 24cm 접시입니다. 파스타나 과일을 담기 좋은 얕은 \
                    턱이 있습니다.",
        detail_en: "A 24 cm plate dipped twice in pale pink glaze. A shallow rim makes it right \
                    for pasta or fruit.",
        price_won: 38_000,
        stock: 52,
        shape: Shape::Plate,
        palette: Palette::Maehwa,
    },
    DemoProduct {
        name_ko: "분청 접시 22cm",
        name_en: "Buncheong Plate 22 cm",
        maker_ko: "흙마루",
        maker_en: "Heukmaru",
        detail_ko: "흰 흙물을 붓으로 발라 결이 남은 분청 접시, 지름 22cm입니다. 손으로 칠해 \
                    무늬가 모두 다릅니다.",
        detail_en: "A 22 cm buncheong plate with white slip laid on by brush. Each is painted by \
                    hand, so no two patterns match.",
        price_won: 34_000,
        stock: 0,
        shape: Shape::Plate,
        palette: Palette::Hanji,
    },
    DemoProduct {
        name_ko: "흑유 다관 400ml",
        name_en: "Black Glaze Teapot 400 ml",
        maker_ko: "연우재",
        maker_en: "Yeonujae",
        detail_ko: "윤이 은은한 흑유 다관, 400ml입니다. 물줄기가 깔끔하게 끊기도록 주둥이를 얇게 \
                    다듬었습니다.",
        detail_en: "A 400 ml teapot in softly shining black glaze. The spout is thinned so that \
                    the pour stops cleanly.",
        price_won: 68_000,
        stock: 23,
        shape: Shape::Teapot,
        palette: Palette::Meok,
    },
    DemoProduct {
        name_ko: "연보라 다관 350ml",
        name_en: "Lilac Teapot 350 ml",
        maker_ko: "연우재",
        maker_en: "Yeonujae",
        detail_ko: "두 사람이 마시기 좋은 연보랏빛 다관, 350ml입니다. 안쪽에 촘촘한 거름망을 함께 \
                    구웠습니다.",
        detail_en: "A lilac teapot of 350 ml, right for two. A fine strainer is fired in one \
                    piece inside.",
        price_won: 62_000,
        stock: 37,
        shape: Shape::Teapot,
        palette: Palette::Deungkkot,
    },
    DemoProduct {
        name_ko: "달항아리 화병",
        name_en: "Moon Jar Vase",
        maker_ko: "연우재",
        maker_en: "Yeonujae",
        detail_ko: "위아래를 따로 빚어 이은 작은 달항아리, 높이 21cm입니다. 살짝 기운 둥근 선이 \
                    그대로 살아 있습니다.",
        detail_en: "A small moon jar, 21 cm tall, joined from two thrown halves. Its gently \
                    uneven round is left just as it came.",
        price_won: 89_000,
        stock: 12,
        shape: Shape::MoonJar,
        palette: Palette::Baekja,
    },
    DemoProduct {
        name_ko: "노을 화병",
        name_en: "Sunset Vase",
        maker_ko: "흙마루",
        maker_en: "Heukmaru",
        detail_ko: "노을빛 유약이 목에서 아래로 번지는 화병, 높이 24cm입니다. 가지 하나만 꽂아도 \
                    자리가 잡힙니다.",
        detail_en: "A 24 cm vase with a sunset glaze running down from the neck. A single branch \
                    is enough to complete it.",
        price_won: 46_000,
        stock: 58,
        shape: Shape::BottleVase,
        palette: Palette::Gam,
    },
];
