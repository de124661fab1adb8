//! How a picture of each view is put together.

use super::backdrop;
use super::canvas::Canvas;
use super::dice::Dice;
use super::goods::{Extent, Look, Shape};
use super::ground;
use super::props;
use super::swatch;

/// A drawn thing that has not found its place yet.
struct Piece {
    layer: String,
    extent: Extent,
}

impl Piece {
    fn of(canvas: &mut Canvas, shape: Shape, look: &mut Look<'_>) -> Self {
        let mut extent = Extent::upright(0.0, 0.0);
        let layer = canvas.layer(|canvas| extent = shape.draw(canvas, look));
        Self { layer, extent }
    }

    /// The scale at which the thing fills a room of the given size.
    fn scale_into(&self, width: f64, height: f64) -> f64 {
        (width / (self.extent.half * 2.0)).min(height / self.extent.height)
    }

    /// Puts the thing and its shadow at a point.
    fn stand(&self, canvas: &mut Canvas, (x, y): (f64, f64), scale: f64) {
        ground::shadow(canvas, (x, y), self.extent, scale);
        canvas.placed(&format!("translate({x:.1} {y:.1})scale({scale:.3})"), |canvas| {
            canvas.lay(&self.layer);
        });
    }
}

/// The whole product by itself, on a plinth, on a slab or on the bare surface.
pub fn front(canvas: &mut Canvas, shape: Shape, look: &mut Look<'_>, dice: &mut Dice) {
    let piece = Piece::of(canvas, shape, look);
    let horizon = dice.between(500.0, 548.0);
    backdrop::paint(canvas, &look.tones, dice, horizon);
    let scale = piece.scale_into(470.0, 490.0).min(1.7);
    let half = piece.extent.foot * scale;
    let y = ground::support(canvas, &look.tones, dice, (400.0, 676.0), half);
    piece.stand(canvas, (400.0, y), scale);
    backdrop::vignette(canvas);
}

/// The product close up, with what it contains or is made of before it.
pub fn detail(canvas: &mut Canvas, shape: Shape, look: &mut Look<'_>, dice: &mut Dice) {
    let piece = Piece::of(canvas, shape, look);
    backdrop::paint(canvas, &look.tones, dice, 430.0);
    let scale = piece.scale_into(640.0, 664.0);
    piece.stand(canvas, (492.0, 716.0), scale);
    swatch::paint(canvas, shape, look, dice);
    backdrop::vignette(canvas);
}

/// The product among other things.
pub fn set(canvas: &mut Canvas, shape: Shape, look: &mut Look<'_>, dice: &mut Dice) {
    let piece = Piece::of(canvas, shape, look);
    let horizon = dice.between(470.0, 520.0);
    backdrop::paint(canvas, &look.tones, dice, horizon);
    let scale = piece.scale_into(400.0, 440.0).min(1.4);
    let (x, y) = (330.0, 644.0);
    let right = x + piece.extent.half * scale;
    props::around(canvas, shape, look, dice, right, |canvas| {
        piece.stand(canvas, (x, y), scale);
    });
    backdrop::vignette(canvas);
}
