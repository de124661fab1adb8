//! How surfaces take the light, which falls from the upper left in every picture.

use super::canvas::{Canvas, Stop};
use super::colour::Colour;

/// The colour of polished brass parts.
pub const BRASS: Colour = Colour::hex(0xC9A66B);
/// The colour of brushed steel parts.
pub const STEEL: Colour = Colour::hex(0xBDBAB6);
/// The colour of oak parts.
pub const OAK: Colour = Colour::hex(0xC49A6C);
/// The colour of walnut parts.
pub const WALNUT: Colour = Colour::hex(0x7A5439);
/// The colour of unbleached cotton and of paper labels.
pub const IVORY: Colour = Colour::hex(0xF6F0E4);
/// The colour of white parts.
pub const WHITE: Colour = Colour::hex(0xFFFFFF);
/// The colour of shadows.
pub const SHADOW: Colour = Colour::hex(0x2F2420);

/// How polished a surface is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finish {
    /// Paper, unglazed clay, soft-touch plastic.
    Matte,
    /// Lacquer and most plastic.
    Satin,
    /// Glaze and polished plastic.
    Gloss,
    /// Polished metal.
    Metal,
}

/// Light over a turned body from its left edge to its right: where, and how much.
type Fall = &'static [(f64, f64)];

impl Finish {
    fn round_fall(self) -> Fall {
        match self {
            Self::Matte => {
                &[(0.0, -0.2), (0.1, -0.04), (0.3, 0.2), (0.58, 0.0), (0.86, -0.2), (1.0, -0.28)]
            }
            Self::Satin => &[
                (0.0, -0.26),
                (0.08, -0.06),
                (0.22, 0.42),
                (0.38, 0.1),
                (0.62, -0.02),
                (0.9, -0.28),
                (1.0, -0.16),
            ],
            Self::Gloss => &[
                (0.0, -0.34),
                (0.06, -0.08),
                (0.13, 0.68),
                (0.22, 0.6),
                (0.26, 0.06),
                (0.6, 0.0),
                (0.86, -0.34),
                (0.94, -0.36),
                (1.0, 0.1),
            ],
            Self::Metal => &[
                (0.0, -0.46),
                (0.08, 0.1),
                (0.2, 0.74),
                (0.32, 0.06),
                (0.5, -0.32),
                (0.66, 0.04),
                (0.8, 0.5),
                (0.9, -0.16),
                (1.0, -0.48),
            ],
        }
    }

    /// The paint of a turned body of this finish.
    pub fn round(self, canvas: &mut Canvas, colour: Colour) -> String {
        let stops: Vec<Stop> =
            self.round_fall().iter().map(|&(at, light)| (at, colour.lit(light), 1.0)).collect();
        canvas.across(&stops)
    }
}

/// The paint of a flat face turned towards the viewer.
pub fn face(canvas: &mut Canvas, colour: Colour) -> String {
    canvas.slanting(&[
        (0.0, colour.lit(0.24), 1.0),
        (0.45, colour, 1.0),
        (1.0, colour.lit(-0.16), 1.0),
    ])
}

/// The paint of a ball or of anything cushioned.
pub fn ball(canvas: &mut Canvas, colour: Colour) -> String {
    canvas.radiating(
        (0.34, 0.28),
        0.8,
        &[
            (0.0, colour.lit(0.5), 1.0),
            (0.4, colour.lit(0.04), 1.0),
            (0.8, colour.lit(-0.24), 1.0),
            (1.0, colour.lit(-0.34), 1.0),
        ],
    )
}

/// A colour that lettering shows up in on the given ground.
pub fn lettering_on(ground: Colour, ink: Colour) -> Colour {
    if ground.is_light() { ink } else { IVORY }
}
