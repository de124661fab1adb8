//! Fragrance: what is worn.

use super::DemoProduct;
use crate::demo::picture::{Palette, Shape};

/// The goods of this shelf.
pub static GOODS: [DemoProduct; 8] = [
    DemoProduct {
        name_ko: "새벽 안개 오드퍼퓸",
        name_en: "Dawn Mist Eau de Parfum",
        maker_ko: "향이재",
        maker_en: "Hyangijae",
        detail_ko: "젖은 풀과 흰 사향이 차분히 이어지는 오드퍼퓸, 50ml입니다. 뿌린 뒤 여섯 시간쯤 \
                    살결 가까이에 머뭅니다.",
        detail_en: "A 50 ml eau de parfum of wet grass settling into white musk. It stays close \
                    to the skin for about six hours.",
        price_won: 78_000,
        stock: 44,
        shape: Shape::PerfumeBottle,
        palette: Palette::Jjok,
    },
    DemoProduct {
        name_ko: "모닥불 오드퍼퓸",
        name_en: "Campfire Eau de Parfum",
        maker_ko: "향이재",
        maker_en: "Hyangijae",
        detail_ko: "그을린 참나무와 말린 감 껍질이 따뜻하게 남는 오드퍼퓸, 50ml입니다. 찬 바람이 \
                    부는 계절에 잘 어울립니다.",
        detail_en: "A warm 50 ml eau de parfum of smoked oak and dried persimmon skin. It suits \
                    the months when the wind turns cold.",
        price_won: 82_000,
        stock: 31,
        shape: Shape::PerfumeBottle,
        palette: Palette::Gam,
    },
    DemoProduct {
        name_ko: "매화 그늘 오드뚜왈렛",
        name_en: "Plum Shade Eau de Toilette",
        maker_ko: "소향각",
        maker_en: "Sohyanggak",
        detail_ko: "꽃잎보다 가지와 흙이 먼저 느껴지는 담백한 매화 향, 30ml입니다. 봄옷에 한 번만 \
                    뿌려도 충분합니다.",
        detail_en: "A spare plum blossom scent, 30 ml, in which twig and soil come before the \
                    petals. One spray on a spring coat is plenty.",
        price_won: 69_000,
        stock: 5,
        shape: Shape::PerfumeBottle,
        palette: Palette::Maehwa,
    },
    DemoProduct {
        name_ko: "대숲 오드뚜왈렛",
        name_en: "Bamboo Grove Eau de Toilette",
        maker_ko: "소향각",
        maker_en: "Sohyanggak",
        detail_ko: "푸른 대나무와 빗물, 옅은 녹차가 어우러진 향수, 50ml입니다. 실내에서도 과하지 \
                    않은 세기입니다.",
        detail_en: "A 50 ml fragrance of green bamboo, rain and pale green tea. It is never too \
                    much, even indoors.",
        price_won: 74_000,
        stock: 67,
        shape: Shape::PerfumeBottle,
        palette: Palette::Ssuk,
    },
    DemoProduct {
        name_ko: "등나무 아래 오드퍼퓸",
        name_en: "Under Wisteria Eau de Parfum",
        maker_ko: "향이재",
        maker_en: "Hyangijae",
        detail_ko: "오월 등꽃의 달큰함에 은은한 가죽 향을 더한 향수, 50ml입니다. 첫 향은 밝고 끝 \
                    향은 깊습니다.",
        detail_en: "A 50 ml perfume of sweet May wisteria with a hint of leather. It opens \
                    brightly and ends deep.",
        price_won: 76_000,
        stock: 0,
        shape: Shape::PerfumeBottle,
        palette: Palette::Deungkkot,
    },
    DemoProduct {
        name_ko: "백단 고체 향수",
        name_en: "Sandalwood Solid Perfume",
        maker_ko: "소향각",
        maker_en: "Sohyanggak",
        detail_ko: "밀랍에 백단과 계피를 녹여 굳힌 고체 향수, 10g입니다. 손목과 귀 뒤에 문지르면 \
                    두세 시간 은은합니다.",
        detail_en: "A 10 g solid perfume of sandalwood and cinnamon set in beeswax. Rubbed on \
                    wrists and behind the ears, it lasts two or three hours.",
        price_won: 32_000,
        stock: 85,
        shape: Shape::Compact,
        palette: Palette::Hanji,
    },
    DemoProduct {
        name_ko: "유자 바디 코롱",
        name_en: "Yuja Body Cologne",
        maker_ko: "소향각",
        maker_en: "Sohyanggak",
        detail_ko: "샤워 뒤 가볍게 뿌리는 유자와 생강 향 코롱, 150ml입니다. 알코올 향이 금세 \
                    날아가고 산뜻함만 남습니다.",
        detail_en: "A 150 ml cologne of yuja and ginger to splash on after a shower. The alcohol \
                    lifts at once and only freshness stays.",
        price_won: 24_000,
        stock: 118,
        shape: Shape::SprayBottle,
        palette: Palette::Songhwa,
    },
    DemoProduct {
        name_ko: "햇빨래 섬유 향수",
        name_en: "Sunned Linen Fabric Mist",
        maker_ko: "향이재",
        maker_en: "Hyangijae",
        detail_ko: "볕에 말린 면 냄새를 닮은 섬유 향수, 200ml입니다. 커튼과 이불에 30cm 떨어져 \
                    뿌려 주세요.",
        detail_en: "A 200 ml fabric mist that smells like cotton dried in the sun. Spray curtains \
                    and bedding from 30 cm away.",
        price_won: 21_000,
        stock: 139,
        shape: Shape::SprayBottle,
        palette: Palette::Baekja,
    },
];
