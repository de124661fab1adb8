//! A dozen muted colour schemes, named after the Korean things they are taken from.

use super::colour::Colour;
use super::material::{OAK, WALNUT};

/// The colour scheme of a product and of the room it is photographed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Palette {
    /// White porcelain.
    Baekja,
    /// Mugwort green.
    Ssuk,
    /// Ochre clay.
    Hwangto,
    /// Indigo dye.
    Jjok,
    /// Ink black.
    Meok,
    /// Plum blossom.
    Maehwa,
    /// Pine pollen.
    Songhwa,
    /// Celadon glaze.
    Cheongja,
    /// Ripe persimmon.
    Gam,
    /// Mulberry paper.
    Hanji,
    /// Wisteria.
    Deungkkot,
    /// Morning sea.
    Bada,
    /// Schisandra berry.
    Omija,
}

/// The colours of one scheme, by the part they play in a picture.
#[derive(Clone, Copy, Debug)]
pub struct Tones {
    /// The wall behind the product.
    pub wall: Colour,
    /// The surface it stands on.
    pub floor: Colour,
    /// The product itself.
    pub body: Colour,
    /// Caps, bands and props.
    pub accent: Colour,
    /// Lettering on light ground, and the darkest parts.
    pub ink: Colour,
    /// What is inside: cream, liquid, pigment, light.
    pub content: Colour,
}

impl Tones {
    /// The wood that goes with these colours: oak with light ones, walnut with dark ones.
    pub fn wood(&self) -> Colour {
        if self.body.is_light() { OAK } else { WALNUT }
    }
}

impl Palette {
    /// The colours of this scheme.
    pub const fn tones(self) -> Tones {
        match self {
            Self::Baekja => tones([0xE9E4DB, 0xDDD5C9, 0xF7F4EE, 0xC9BBA6, 0x4A433C, 0xFBF6EC]),
            Self::Ssuk => tones([0xD3D8C6, 0xBFC6AF, 0x8E9C78, 0xE9E3D2, 0x37422E, 0xC9D3AC]),
            Self::Hwangto => tones([0xE8D3BC, 0xD7B998, 0xC48F63, 0xF3E8D8, 0x5A3A24, 0xE9C79B]),
            Self::Jjok => tones([0xCFD7E0, 0xB4C0CC, 0x44597A, 0xE8E4DA, 0x22304A, 0xA9BFD6]),
            Self::Meok => tones([0xD6D2CC, 0xBDB7AF, 0x3B3937, 0xB59D7C, 0x1F1D1C, 0xD9CFC0]),
            Self::Maehwa => tones([0xF1DDD9, 0xE4C7C1, 0xE3AFA9, 0xFAF0EA, 0x6A3B3D, 0xF6CFC8]),
            Self::Songhwa => tones([0xF2E6C8, 0xE3D2A6, 0xE6C877, 0xFAF4E2, 0x5E4A1E, 0xF4DC94]),
            Self::Cheongja => tones([0xD5E0DA, 0xBACBC3, 0x9DBBAF, 0xF0EEE4, 0x2F4A43, 0xC6DDD2]),
            Self::Gam => tones([0xF0D9C8, 0xDFBBA1, 0xCB7347, 0xF6E9DA, 0x5C2C17, 0xEFA878]),
            Self::Hanji => tones([0xECE3D3, 0xDCCFB9, 0xDCCBAE, 0x8C7355, 0x4E4030, 0xF1E5CC]),
            Self::Deungkkot => tones([0xE0DAE6, 0xCBC1D5, 0xB3A3C4, 0xF3EEF2, 0x46395A, 0xD7CAE4]),
            Self::Bada => tones([0xD5E1E6, 0xBBCCD4, 0xA8C3CF, 0xF4F2EC, 0x2B4856, 0xCDE3EA]),
            Self::Omija => tones([0xEBD6D3, 0xD6B3AF, 0x9C3D46, 0xF3E5DC, 0x4B1A20, 0xD0646A]),
        }
    }
}

/// Names the six colours in the order they stand in [`Tones`].
const fn tones(codes: [u32; 6]) -> Tones {
    let [wall, floor, body, accent, ink, content] = codes;
    Tones {
        wall: Colour::hex(wall),
        floor: Colour::hex(floor),
        body: Colour::hex(body),
        accent: Colour::hex(accent),
        ink: Colour::hex(ink),
        content: Colour::hex(content),
    }
}
