//! Sun care: what goes on last in the morning.

use super::DemoProduct;
use crate::demo::picture::{Palette, Shape};

/// The goods of this shelf.
pub static GOODS: [DemoProduct; 8] = [
    DemoProduct {
        name_ko: "수분 선크림 SPF50+",
        name_en: "Watery Sun Cream SPF50+",
        maker_ko: "볕나루",
        maker_en: "Byeotnaru",
        detail_ko: "로션처럼 묽게 발리는 선크림 SPF50+ PA++++, 50ml입니다. 백탁 없이 마무리되고 \
                    저녁 세안제로 말끔히 지워집니다.",
        detail_en: "A sun cream as thin as lotion, SPF50+ PA++++, 50 ml. It leaves no white cast \
                    and comes off with an ordinary evening cleanser.",
        price_won: 18_900,
        stock: 320,
        shape: Shape::Tube,
        palette: Palette::Bada,
    },
    DemoProduct {
        name_ko: "보송 선스틱",
        name_en: "Soft Matte Sun Stick",
        maker_ko: "볕나루",
        maker_en: "Byeotnaru",
        detail_ko: "손을 대지 않고 덧바르는 보송한 선스틱 SPF50+, 20g입니다. 둥근 단면이 콧방울과 \
                    귀 뒤까지 고르게 닿습니다.",
        detail_en: "A dry-touch sun stick, SPF50+, 20 g, to reapply without using your hands. Its \
                    rounded face reaches beside the nose and behind the ears.",
        price_won: 16_800,
        stock: 210,
        shape: Shape::BalmStick,
        palette: Palette::Songhwa,
    },
    DemoProduct {
        name_ko: "톤업 선쿠션",
        name_en: "Tone Up Sun Cushion",
        maker_ko: "해늘",
        maker_en: "Haeneul",
        detail_ko: "피부 톤을 한 단계 밝혀 주는 무기자차 쿠션 SPF45, 15g입니다. 얇게 두드려 \
                    바르면 파운데이션 없이도 고르게 정돈됩니다.",
        detail_en: "A 15 g mineral sun cushion, SPF45, that lifts the tone by one shade. Patted \
                    on thinly, it evens the face without foundation.",
        price_won: 29_800,
        stock: 45,
        shape: Shape::Compact,
        palette: Palette::Hanji,
    },
    DemoProduct {
        name_ko: "온가족 선로션",
        name_en: "Family Sun Lotion",
        maker_ko: "해늘",
        maker_en: "Haeneul",
        detail_ko: "얼굴과 몸에 함께 쓰는 대용량 선로션 SPF50, 200ml입니다. 향료와 에탄올을 넣지 \
                    않아 아이와 나눠 쓰기 좋습니다.",
        detail_en: "A large 200 ml sun lotion, SPF50, for face and body. Free of fragrance and \
                    alcohol, so it is easy to share with children.",
        price_won: 26_500,
        stock: 76,
        shape: Shape::PumpBottle,
        palette: Palette::Cheongja,
    },
    DemoProduct {
        name_ko: "선 세럼 드롭",
        name_en: "Sun Serum Drops",
        maker_ko: "볕나루",
        maker_en: "Byeotnaru",
        detail_ko: "수분 크림에 섞어 쓸 수 있는 세럼형 자외선 차단제 SPF50, 40ml입니다. 오일막 \
                    없이 매끈하게 마무리됩니다.",
        detail_en: "A 40 ml serum sunscreen, SPF50, light enough to follow any moisturiser. It \
                    finishes smooth, without an oily film.",
        price_won: 24_000,
        stock: 58,
        shape: Shape::DropperBottle,
        palette: Palette::Deungkkot,
    },
    DemoProduct {
        name_ko: "쿨링 선스프레이",
        name_en: "Cooling Sun Spray",
        maker_ko: "해늘",
        maker_en: "Haeneul",
        detail_ko: "팔다리에 고르게 뿌려지는 투명한 선스프레이 SPF50, 120ml입니다. 얼굴에는 손에 \
                    덜어 펴 발라 주세요.",
        detail_en: "A clear 120 ml sun spray, SPF50, that covers arms and legs evenly. For the \
                    face, spray into your palm first.",
        price_won: 19_500,
        stock: 4,
        shape: Shape::SprayBottle,
        palette: Palette::Gam,
    },
    DemoProduct {
        name_ko: "쑥 애프터선 젤",
        name_en: "Mugwort After Sun Gel",
        maker_ko: "볕나루",
        maker_en: "Byeotnaru",
        detail_ko: "햇볕을 쬔 날 저녁 듬뿍 바르는 수딩 젤, 150ml입니다. 냉장고에 넣어 두면 더 \
                    시원하게 쓸 수 있습니다.",
        detail_en: "A 150 ml soothing gel to apply generously on the evening of a sunny day. Keep \
                    it in the refrigerator for an extra cool touch.",
        price_won: 21_500,
        stock: 140,
        shape: Shape::CreamJar,
        palette: Palette::Ssuk,
    },
    DemoProduct {
        name_ko: "복숭아 톤업 선베이스",
        name_en: "Peach Tone Up Sun Base",
        maker_ko: "해늘",
        maker_en: "Haeneul",
        detail_ko: "은은한 복숭앗빛으로 칙칙함을 덜어 주는 선베이스 SPF40, 40ml입니다. 화장 전 \
                    마지막 단계에 한 겹만 발라도 화사해집니다.",
        detail_en: "A 40 ml sun base, SPF40, with a soft peach tint that takes away dullness. One \
                    layer as the last step before makeup is enough.",
        price_won: 17_500,
        stock: 0,
        shape: Shape::Tube,
        palette: Palette::Maehwa,
    },
];
