//! Drawn pictures of the demo goods, in the manner of calm editorial photographs.
//!
//! A picture is a complete SVG document. It is a pure function of the product, its index and the
//! view: all variation comes from dice seeded with the index, and no function is used whose
//! result may differ between machines, so the same product looks the same everywhere.

mod backdrop;
mod canvas;
mod colour;
mod dice;
mod goods;
mod ground;
mod label;
mod material;
mod palette;
mod path;
mod props;
mod scene;
mod swatch;
mod turned;

use self::canvas::Canvas;
use self::dice::Dice;
use self::goods::Look;
use super::products::DemoProduct;

pub use self::goods::Shape;
pub use self::palette::Palette;

/// From where, and with what about it, a product is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The whole product by itself.
    Front,
    /// The product close up, with what it contains or is made of before it.
    Detail,
    /// The product among other things.
    Set,
}

impl View {
    /// Every view, in the order a product page shows them.
    pub const ALL: [Self; 3] = [Self::Front, Self::Detail, Self::Set];

    fn letter(self) -> char {
        match self {
            Self::Front => 'f',
            Self::Detail => 'd',
            Self::Set => 's',
        }
    }
}

/// Draws the product that stands at `index` in the catalogue as an SVG document.
pub fn draw(product: &DemoProduct, index: usize, view: View) -> String {
    let letter = view.letter();
    // Ids carry product and view, so that several pictures may be put into one page.
    let mut canvas = Canvas::new(format!("p{index}{letter}"));
    let mut look = Look {
        tones: product.palette.tones(),
        maker: product.maker_en,
        name: product.name_en,
        dice: Dice::new(index, 0),
    };
    let mut dice = Dice::new(index, u64::from(u32::from(letter)));
    match view {
        View::Front => scene::front(&mut canvas, product.shape, &mut look, &mut dice),
        View::Detail => scene::detail(&mut canvas, product.shape, &mut look, &mut dice),
        View::Set => scene::set(&mut canvas, product.shape, &mut look, &mut dice),
    }
    canvas.finish()
}
