//! Lighting and the desk.

use super::DemoProduct;
use crate::demo::picture::{Palette, Shape};

/// The goods of this shelf.
pub static GOODS: [DemoProduct; 9] = [
    DemoProduct {
        name_ko: "한지 달 조명",
        name_en: "Hanji Moon Lamp",
        maker_ko: "달등",
        maker_en: "Daldeung",
        detail_ko: "닥종이를 겹쳐 붙인 갓이 빛을 고루 퍼뜨리는 스탠드, 높이 42cm입니다. 밝기를 세 \
                    단계로 바꿀 수 있습니다.",
        detail_en: "A 42 cm lamp whose layered mulberry-paper shade spreads light evenly. It dims \
                    in three steps.",
        price_won: 79_000,
        stock: 42,
        shape: Shape::PaperLamp,
        palette: Palette::Hanji,
    },
    DemoProduct {
        name_ko: "주홍 버섯 조명",
        name_en: "Vermilion Mushroom Lamp",
        maker_ko: "달등",
        maker_en: "Daldeung",
        detail_ko: "매끈하게 도장한 철제 갓의 스탠드, 높이 38cm입니다. 전구색 LED가 들어 있어 \
                    바로 켤 수 있습니다.",
        detail_en: "A 38 cm lamp with a smoothly lacquered steel shade. A warm LED bulb is \
                    included, ready to switch on.",
        price_won: 92_000,
        stock: 18,
        shape: Shape::DomeLamp,
        palette: Palette::Gam,
    },
    DemoProduct {
        name_ko: "청자빛 침실 조명",
        name_en: "Celadon Bedside Lamp",
        maker_ko: "달등",
        maker_en: "Daldeung",
        detail_ko: "머리맡에 두기 알맞은 높이 36cm 스탠드입니다. 바닥을 가볍게 두드리면 켜지고 \
                    꺼집니다.",
        detail_en: "A bedside lamp 36 cm tall. A light tap on the base turns it on and off.",
        price_won: 85_000,
        stock: 5,
        shape: Shape::DomeLamp,
        palette: Palette::Cheongja,
    },
    DemoProduct {
        name_ko: "주름갓 독서등",
        name_en: "Pleated Reading Lamp",
        maker_ko: "달등",
        maker_en: "Daldeung",
        detail_ko: "주름 잡은 면 갓이 빛을 부드럽게 거르는 독서등, 높이 44cm입니다. USB-C \
                    전원이라 책상 위가 단정합니다.",
        detail_en: "A 44 cm reading lamp whose pleated cotton shade softens the light. It runs on \
                    USB-C, so the desk stays tidy.",
        price_won: 74_000,
        stock: 63,
        shape: Shape::PleatedLamp,
        palette: Palette::Baekja,
    },
    DemoProduct {
        name_ko: "쪽빛 실제본 노트",
        name_en: "Indigo Thread Bound Notebook",
        maker_ko: "글빛",
        maker_en: "Geulbit",
        detail_ko: "실로 묶어 180도로 펼쳐지는 A5 노트, 192쪽입니다. 만년필 잉크가 번지지 않는 \
                    100g 종이를 썼습니다.",
        detail_en: "An A5 notebook of 192 pages, sewn so that it lies flat. Its 100 g paper takes \
                    fountain pen ink without feathering.",
        price_won: 18_000,
        stock: 156,
        shape: Shape::Notebook,
        palette: Palette::Jjok,
    },
    DemoProduct {
        name_ko: "황토 하드커버 노트",
        name_en: "Ochre Hardcover Notebook",
        maker_ko: "글빛",
        maker_en: "Geulbit",
        detail_ko: "천을 씌운 단단한 표지의 A5 노트, 160쪽입니다. 5mm 점선지라 글과 그림에 두루 \
                    좋습니다.",
        detail_en: "An A5 notebook of 160 pages in cloth-covered boards. The 5 mm dot grid serves \
                    writing and drawing alike.",
        price_won: 16_500,
        stock: 187,
        shape: Shape::Notebook,
        palette: Palette::Hwangto,
    },
    DemoProduct {
        name_ko: "만년 일기장",
        name_en: "Undated Daily Journal",
        maker_ko: "글빛",
        maker_en: "Geulbit",
        detail_ko: "날짜를 적어 넣는 하루 한 쪽 일기장, 368쪽입니다. 가름끈이 두 줄 달려 \
                    있습니다.",
        detail_en: "An undated journal of 368 pages, one for each day. Two ribbons keep your \
                    place.",
        price_won: 19_500,
        stock: 74,
        shape: Shape::Notebook,
        palette: Palette::Omija,
    },
    DemoProduct {
        name_ko: "숲 스케치북",
        name_en: "Forest Sketchbook",
        maker_ko: "글빛",
        maker_en: "Geulbit",
        detail_ko: "연필과 옅은 수채에 알맞은 180g 스케치북, 80쪽입니다. 재생 펄프를 절반 \
                    섞었습니다.",
        detail_en: "A sketchbook of 80 pages at 180 g, for pencil and light watercolour. Half of \
                    the pulp is recycled.",
        price_won: 14_000,
        stock: 0,
        shape: Shape::Notebook,
        palette: Palette::Ssuk,
    },
    DemoProduct {
        name_ko: "호두나무빛 문구함",
        name_en: "Walnut Tone Desk Box",
        maker_ko: "보담",
        maker_en: "Bodam",
        detail_ko: "A4 서류와 문구가 함께 들어가는 뚜껑 상자, 33×24×12cm입니다. 바닥에 펠트를 \
                    대어 책상이 긁히지 않습니다.",
        detail_en: "A lidded box for A4 papers and stationery, 33×24×12 cm. Felt underneath keeps \
                    it from scratching the desk.",
        price_won: 33_000,
        stock: 68,
        shape: Shape::WoodenBox,
        palette: Palette::Meok,
    },
];
