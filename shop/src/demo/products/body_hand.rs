//! Body and hands.

use super::DemoProduct;
use crate::demo::picture::{Palette, Shape};

/// The goods of this shelf.
pub static GOODS: [DemoProduct; 9] = [
    DemoProduct {
        name_ko: "솔잎 바디워시",
        name_en: "Pine Needle Body Wash",
        maker_ko: "온살",
        maker_en: "Onsal",
        detail_ko: "솔잎과 편백 향이 은은한 약산성 바디워시, 500ml입니다. 샤워 뒤 욕실에 숲 \
                    냄새가 잠시 머뭅니다.",
        detail_en: "A 500 ml low pH body wash scented with pine needle and hinoki. The smell of \
                    woods lingers in the bathroom for a while.",
        price_won: 19_800,
        stock: 198,
        shape: Shape::PumpBottle,
        palette: Palette::Cheongja,
    },
    DemoProduct {
        name_ko: "쌀뜨물 바디 로션",
        name_en: "Rice Water Body Lotion",
        maker_ko: "포근내",
        maker_en: "Pogeunnae",
        detail_ko: "쌀뜨물처럼 뽀얗고 묽은 바디 로션, 350ml입니다. 옷을 바로 입어도 달라붙지 \
                    않습니다.",
        detail_en: "A 350 ml body lotion as milky and thin as rice water. You can dress straight \
                    away and nothing sticks.",
        price_won: 23_500,
        stock: 136,
        shape: Shape::PumpBottle,
        palette: Palette::Baekja,
    },
    DemoProduct {
        name_ko: "유자 핸드크림",
        name_en: "Yuja Hand Cream",
        maker_ko: "온살",
        maker_en: "Onsal",
        detail_ko: "유자 껍질 향이 상큼하게 나는 핸드크림, 50ml입니다. 시어버터 15%로 촉촉하지만 \
                    자판에 묻지 않습니다.",
        detail_en: "A 50 ml hand cream with the bright scent of yuja peel. Rich with 15% shea \
                    butter, yet it leaves no prints on the keyboard.",
        price_won: 9500,
        stock: 300,
        shape: Shape::Tube,
        palette: Palette::Songhwa,
    },
    DemoProduct {
        name_ko: "매화 핸드크림",
        name_en: "Plum Blossom Hand Cream",
        maker_ko: "온살",
        maker_en: "Onsal",
        detail_ko: "이른 봄 매화 향을 옅게 담은 핸드크림, 50ml입니다. 손톱 둘레까지 문지르면 \
                    거스러미가 가라앉습니다.",
        detail_en: "A 50 ml hand cream with a faint scent of early plum blossom. Rub it in around \
                    the nails to calm ragged cuticles.",
        price_won: 9500,
        stock: 220,
        shape: Shape::Tube,
        palette: Palette::Maehwa,
    },
    DemoProduct {
        name_ko: "송화 비누 2입",
        name_en: "Pine Pollen Soap Set of 2",
        maker_ko: "포근내",
        maker_en: "Pogeunnae",
        detail_ko: "송홧가루를 넣어 포근한 노란빛이 도는 비누 두 개입니다. 잘 무르지 않아 끝까지 \
                    단단하게 쓸 수 있습니다.",
        detail_en: "Two soaps turned a warm yellow by pine pollen. They do not go soft easily and \
                    stay firm to the last.",
        price_won: 12_500,
        stock: 74,
        shape: Shape::SoapBar,
        palette: Palette::Songhwa,
    },
    DemoProduct {
        name_ko: "라벤더 바디 오일",
        name_en: "Lavender Body Oil",
        maker_ko: "포근내",
        maker_en: "Pogeunnae",
        detail_ko: "호호바와 살구씨 오일에 라벤더를 더한 바디 오일, 100ml입니다. 물기가 남은 \
                    피부에 바르면 얇게 잘 퍼집니다.",
        detail_en: "A 100 ml body oil of jojoba and apricot kernel with lavender. It spreads thin \
                    and even on skin that is still damp.",
        price_won: 31_000,
        stock: 49,
        shape: Shape::DropperBottle,
        palette: Palette::Deungkkot,
    },
    DemoProduct {
        name_ko: "감귤 소금 스크럽",
        name_en: "Mandarin Salt Scrub",
        maker_ko: "온살",
        maker_en: "Onsal",
        detail_ko: "신안 천일염과 감귤 껍질을 섞은 바디 스크럽, 250g입니다. 팔꿈치와 발뒤꿈치에 \
                    둥글게 문지른 뒤 헹궈 주세요.",
        detail_en: "A 250 g body scrub of Sinan sea salt and mandarin peel. Work it in circles \
                    over elbows and heels, then rinse.",
        price_won: 18_500,
        stock: 1,
        shape: Shape::CreamJar,
        palette: Palette::Gam,
    },
    DemoProduct {
        name_ko: "무화과 핸드워시",
        name_en: "Fig Hand Wash",
        maker_ko: "포근내",
        maker_en: "Pogeunnae",
        detail_ko: "무화과 잎의 풋풋한 향을 담은 핸드워시, 300ml입니다. 자주 씻는 손을 위해 보습 \
                    성분을 넉넉히 넣었습니다.",
        detail_en: "A 300 ml hand wash with the green scent of fig leaf. Generous with \
                    moisturiser, for hands that are washed often.",
        price_won: 15_800,
        stock: 182,
        shape: Shape::PumpBottle,
        palette: Palette::Omija,
    },
    DemoProduct {
        name_ko: "꿀 멀티 밤",
        name_en: "Honey Multi Balm",
        maker_ko: "온살",
        maker_en: "Onsal",
        detail_ko: "입술, 팔꿈치, 손끝 어디든 바르는 밀랍 멀티 밤, 15g입니다. 주머니에 넣고 \
                    다니며 마른 곳에 덧발라 주세요.",
        detail_en: "A 15 g beeswax balm for lips, elbows and fingertips. Keep it in a pocket and \
                    touch up wherever it is dry.",
        price_won: 11_000,
        stock: 90,
        shape: Shape::BalmStick,
        palette: Palette::Hwangto,
    },
];
