//! Bedding and towels.

use super::DemoProduct;
use crate::demo::picture::{Palette, Shape};

/// The goods of this shelf.
pub static GOODS: [DemoProduct; 9] = [
    DemoProduct {
        name_ko: "호텔 수건 3장",
        name_en: "Hotel Towel Set of 3",
        maker_ko: "무명가",
        maker_en: "Mumyeongga",
        detail_ko: "40수 코마사로 도톰하게 짠 세면 수건 세 장, 40×80cm입니다. 첫 세탁 뒤 더 \
                    폭신해집니다.",
        detail_en: "Three thick hand towels, 40×80 cm, woven from 40-count combed cotton. They \
                    grow softer after the first wash.",
        price_won: 36_000,
        stock: 205,
        shape: Shape::Towels,
        palette: Palette::Baekja,
    },
    DemoProduct {
        name_ko: "대나무 수건 3장",
        name_en: "Bamboo Towel Set of 3",
        maker_ko: "무명가",
        maker_en: "Mumyeongga",
        detail_ko: "대나무 섬유를 섞어 물기를 빨리 빨아들이는 수건 세 장, 40×75cm입니다. \
                    장마철에도 잘 마릅니다.",
        detail_en: "Three towels, 40×75 cm, with bamboo fibre that drinks water quickly. They dry \
                    well even in the rainy season.",
        price_won: 42_000,
        stock: 118,
        shape: Shape::Towels,
        palette: Palette::Cheongja,
    },
    DemoProduct {
        name_ko: "감물 수건 3장",
        name_en: "Persimmon Dyed Towels 3 Pack",
        maker_ko: "무명가",
        maker_en: "Mumyeongga",
        detail_ko: "감물로 염색해 볕에 바랜 수건 세 장, 40×80cm입니다. 처음 두 번은 따로 빨아 \
                    주세요.",
        detail_en: "Three towels, 40×80 cm, dyed with persimmon juice and faded in the sun. Wash \
                    them separately the first two times.",
        price_won: 39_000,
        stock: 3,
        shape: Shape::Towels,
        palette: Palette::Gam,
    },
    DemoProduct {
        name_ko: "쪽 염색 목욕 수건",
        name_en: "Indigo Bath Towel Set",
        maker_ko: "고요실",
        maker_en: "Goyosil",
        detail_ko: "천연 쪽으로 세 번 물들인 목욕 수건 한 장과 세면 수건 두 장입니다. 빨수록 빛이 \
                    부드러워집니다.",
        detail_en: "One bath towel and two hand towels, dipped three times in natural indigo. The \
                    colour softens with every wash.",
        price_won: 58_000,
        stock: 46,
        shape: Shape::Towels,
        palette: Palette::Jjok,
    },
    DemoProduct {
        name_ko: "양모 창살 담요",
        name_en: "Wool Lattice Throw",
        maker_ko: "고요실",
        maker_en: "Goyosil",
        detail_ko: "메리노 양모로 짠 130×170cm 담요입니다. 소파에서 무릎에 덮기 알맞은 \
                    780g입니다.",
        detail_en: "A 130×170 cm throw woven from merino wool. At 780 g it is just right over the \
                    knees on a sofa.",
        price_won: 98_000,
        stock: 33,
        shape: Shape::Blanket,
        palette: Palette::Hanji,
    },
    DemoProduct {
        name_ko: "면 누비 이불",
        name_en: "Quilted Cotton Cover",
        maker_ko: "고요실",
        maker_en: "Goyosil",
        detail_ko: "목화솜을 얇게 넣어 손누비처럼 박은 간절기 이불, 160×210cm입니다. 세탁기에서 \
                    통째로 빨 수 있습니다.",
        detail_en: "A light quilt for between seasons, 160×210 cm, with a thin fill of cotton. It \
                    goes into the washing machine whole.",
        price_won: 119_000,
        stock: 27,
        shape: Shape::Blanket,
        palette: Palette::Ssuk,
    },
    DemoProduct {
        name_ko: "거즈 삼중 담요",
        name_en: "Triple Gauze Blanket",
        maker_ko: "무명가",
        maker_en: "Mumyeongga",
        detail_ko: "세 겹 거즈로 바람이 잘 통하는 여름 담요, 150×200cm입니다. 아이 낮잠 이불로도 \
                    가볍습니다.",
        detail_en: "An airy summer blanket of three-layer gauze, 150×200 cm. It is light enough \
                    for a child's nap, too.",
        price_won: 86_000,
        stock: 0,
        shape: Shape::Blanket,
        palette: Palette::Maehwa,
    },
    DemoProduct {
        name_ko: "메밀 베개",
        name_en: "Buckwheat Pillow",
        maker_ko: "고요실",
        maker_en: "Goyosil",
        detail_ko: "국산 메밀껍질을 채워 높이를 조절하는 베개, 40×60cm입니다. 지퍼를 열어 껍질을 \
                    덜어 낼 수 있습니다.",
        detail_en: "A 40×60 cm pillow filled with Korean buckwheat hulls. Open the zip and take \
                    some out to set the height.",
        price_won: 45_000,
        stock: 89,
        shape: Shape::Pillow,
        palette: Palette::Bada,
    },
    DemoProduct {
        name_ko: "치자 염색 쿠션",
        name_en: "Gardenia Dyed Cushion",
        maker_ko: "무명가",
        maker_en: "Mumyeongga",
        detail_ko: "치자 열매로 물들인 면 쿠션, 45×45cm입니다. 솜이 들어 있고 커버는 벗겨 빨 수 \
                    있습니다.",
        detail_en: "A 45×45 cm cotton cushion dyed with gardenia fruit. The filling is included, \
                    and the cover comes off for washing.",
        price_won: 32_000,
        stock: 141,
        shape: Shape::Pillow,
        palette: Palette::Songhwa,
    },
];
