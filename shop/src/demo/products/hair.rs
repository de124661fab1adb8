//! Hair: washing, tending and brushing.

use super::DemoProduct;
use crate::demo::picture::{Palette, Shape};

/// The goods of this shelf.
pub static GOODS: [DemoProduct; 9] = [
    DemoProduct {
        name_ko: "창포 두피 샴푸",
        name_en: "Sweet Flag Scalp Shampoo",
        maker_ko: "동백손",
        maker_en: "Dongbaekson",
        detail_ko: "단오에 머리를 감던 창포를 우려 넣은 약산성 샴푸, 400ml입니다. 거품이 조밀하고 \
                    헹군 뒤 두피가 가볍습니다.",
        detail_en: "A 400 ml low pH shampoo steeped with sweet flag, the old rinse of Dano day. \
                    The lather is dense and the scalp feels light.",
        price_won: 22_000,
        stock: 170,
        shape: Shape::PumpBottle,
        palette: Palette::Ssuk,
    },
    DemoProduct {
        name_ko: "검은콩 볼륨 샴푸",
        name_en: "Black Bean Volume Shampoo",
        maker_ko: "결빛",
        maker_en: "Gyeolbit",
        detail_ko: "검은콩 단백질이 가는 모발에 힘을 주는 샴푸, 400ml입니다. 실리콘을 넣지 않아 \
                    뿌리가 쉽게 처지지 않습니다.",
        detail_en: "A 400 ml shampoo with black bean protein for fine hair. It has no silicone, \
                    so roots do not fall flat so soon.",
        price_won: 24_000,
        stock: 94,
        shape: Shape::PumpBottle,
        palette: Palette::Meok,
    },
    DemoProduct {
        name_ko: "동백 단백질 트리트먼트",
        name_en: "Camellia Protein Treatment",
        maker_ko: "동백손",
        maker_en: "Dongbaekson",
        detail_ko: "손상된 머리끝을 매끄럽게 하는 트리트먼트, 180ml입니다. 물기를 짠 머리에 3분 \
                    두었다가 헹구면 됩니다.",
        detail_en: "A 180 ml treatment that smooths damaged ends. Leave it on towel-dried hair \
                    for three minutes, then rinse.",
        price_won: 16_500,
        stock: 128,
        shape: Shape::Tube,
        palette: Palette::Gam,
    },
    DemoProduct {
        name_ko: "제주 동백 헤어 오일",
        name_en: "Jeju Camellia Hair Oil",
        maker_ko: "동백손",
        maker_en: "Dongbaekson",
        detail_ko: "제주 동백씨를 눌러 짠 가벼운 헤어 오일, 50ml입니다. 말린 머리끝에 두 방울이면 \
                    부스스함이 가라앉습니다.",
        detail_en: "A light 50 ml hair oil pressed from Jeju camellia seeds. Two drops on dry \
                    ends are enough to settle the frizz.",
        price_won: 26_000,
        stock: 4,
        shape: Shape::DropperBottle,
        palette: Palette::Gam,
    },
    DemoProduct {
        name_ko: "물결 텍스처 미스트",
        name_en: "Wave Texture Mist",
        maker_ko: "결빛",
        maker_en: "Gyeolbit",
        detail_ko: "천일염이 자연스러운 물결을 살려 주는 헤어 미스트, 150ml입니다. 젖은 머리에 \
                    뿌리고 손으로 쥐어 말려 주세요.",
        detail_en: "A 150 ml hair mist with sea salt that brings out natural waves. Spray on damp \
                    hair and scrunch it dry by hand.",
        price_won: 15_000,
        stock: 151,
        shape: Shape::SprayBottle,
        palette: Palette::Bada,
    },
    DemoProduct {
        name_ko: "참나무 패들 브러시",
        name_en: "Oak Paddle Brush",
        maker_ko: "결빛",
        maker_en: "Gyeolbit",
        detail_ko: "국산 참나무를 깎아 만든 패들 브러시, 길이 24cm입니다. 고무 쿠션의 둥근 핀이 \
                    두피를 부드럽게 눌러 줍니다.",
        detail_en: "A 24 cm paddle brush carved from Korean oak. Round pins in a rubber cushion \
                    press softly on the scalp.",
        price_won: 29_000,
        stock: 62,
        shape: Shape::HairBrush,
        palette: Palette::Hanji,
    },
    DemoProduct {
        name_ko: "호두나무 쿠션 브러시",
        name_en: "Walnut Cushion Brush",
        maker_ko: "결빛",
        maker_en: "Gyeolbit",
        detail_ko: "기름을 세 번 먹인 호두나무 손잡이의 쿠션 브러시, 길이 23cm입니다. 긴 머리의 \
                    엉킴을 끊김 없이 풀어 줍니다.",
        detail_en: "A 23 cm cushion brush with a walnut handle oiled three times. It loosens \
                    tangles in long hair without snapping it.",
        price_won: 34_000,
        stock: 28,
        shape: Shape::HairBrush,
        palette: Palette::Meok,
    },
    DemoProduct {
        name_ko: "청자빛 데일리 브러시",
        name_en: "Celadon Daily Brush",
        maker_ko: "동백손",
        maker_en: "Dongbaekson",
        detail_ko: "청자빛으로 옻칠한 가벼운 데일리 브러시, 길이 22cm입니다. 가방에 넣어도 부담 \
                    없는 95g입니다.",
        detail_en: "A light everyday brush, 22 cm, lacquered in celadon green. At 95 g it is no \
                    burden in a bag.",
        price_won: 21_000,
        stock: 0,
        shape: Shape::LacquerBrush,
        palette: Palette::Cheongja,
    },
    DemoProduct {
        name_ko: "꿀 헤어 팩",
        name_en: "Honey Hair Pack",
        maker_ko: "동백손",
        maker_en: "Dongbaekson",
        detail_ko: "꿀과 아보카도 오일을 담은 주 1회 집중 헤어 팩, 200ml입니다. 따뜻한 수건으로 \
                    10분 감싸 두면 더 촉촉합니다.",
        detail_en: "A 200 ml weekly hair pack with honey and avocado oil. Ten minutes under a \
                    warm towel makes it richer still.",
        price_won: 19_000,
        stock: 107,
        shape: Shape::CreamJar,
        palette: Palette::Songhwa,
    },
];
