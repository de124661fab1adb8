//! Colours and the little arithmetic that light needs.

use std::fmt;

/// Light areas lean towards this: daylight on paper is never pure white.
const LIT: Colour = Colour::hex(0xFFFCF6);
/// Shaded areas lean towards this: a warm dark looks like shade, black looks like soot.
const SHADED: Colour = Colour::hex(0x2A211D);

/// An opaque sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

impl Colour {
    /// Reads `0xRRGGBB`.
    pub const fn hex(code: u32) -> Self {
        let [_, red, green, blue] = code.to_be_bytes();
        Self { red, green, blue }
    }

    /// The colour `share` of the way to `other`, from 0 (this one) to 1 (the other).
    pub fn mix(self, other: Self, share: f64) -> Self {
        let channel = |from: u8, to: u8| {
            let value = f64::from(from) + (f64::from(to) - f64::from(from)) * share;
            value.round().clamp(0.0, 255.0) as u8
        };
        Self {
            red: channel(self.red, other.red),
            green: channel(self.green, other.green),
            blue: channel(self.blue, other.blue),
        }
    }

    /// The colour under more light (`amount` above 0) or in shade (below 0).
    pub fn lit(self, amount: f64) -> Self {
        let towards = if amount < 0.0 { SHADED } else { LIT };
        self.mix(towards, amount.abs())
    }

    /// Whether dark lettering reads better on this colour than light lettering.
    pub fn is_light(self) -> bool {
        let weighed = |channel: u8, weight: f64| f64::from(channel) * weight;
        weighed(self.red, 0.299) + weighed(self.green, 0.587) + weighed(self.blue, 0.114) > 150.0
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}
