//! What the goods stand on, and the shadows they throw there.

use super::canvas::Canvas;
use super::colour::Colour;
use super::dice::Dice;
use super::goods::Extent;
use super::material::{SHADOW, WHITE};
use super::palette::Tones;
use super::path::{Bend, Path};

/// How much flatter than wide a plinth's top looks.
const PLINTH_TILT: f64 = 0.17;

/// Paints the shadows of a thing whose foot is at a point, drawn at a scale.
pub fn shadow(canvas: &mut Canvas, (x, y): (f64, f64), extent: Extent, scale: f64) {
    let (foot, bow) = (extent.foot * scale, extent.bow * scale);
    let reach = (extent.height * scale * 0.3).min(130.0);
    let cast = Path::ellipse(x + reach * 0.62, y + 6.0, foot + reach * 0.55, bow + 14.0);
    canvas.blur(&cast, SHADOW, 0.2, 14);
    let near = Path::ellipse(x + 10.0, y + 4.0, foot * 1.04, bow + 7.0);
    canvas.blur(&near, SHADOW, 0.34, 8);
    let touch = Path::ellipse(x + 2.0, y + 3.0, foot * 0.98, bow + 2.0);
    canvas.blur(&touch, SHADOW, 0.5, 3);
}

/// Paints something to stand on and gives the height at which a thing stands on it.
pub fn support(
    canvas: &mut Canvas,
    tones: &Tones,
    dice: &mut Dice,
    (x, y): (f64, f64),
    half: f64,
) -> f64 {
    let stone = dice.pick(&[tones.wall.lit(0.3), tones.accent.lit(0.2), tones.floor.lit(-0.06)]);
    let height = dice.between(34.0, 92.0);
    match dice.throw(4) {
        0 => y,
        1 => {
            slab(canvas, (x, y), half + 74.0, height.min(46.0), stone);
            y - height.min(46.0) - 20.0
        }
        _ => {
            plinth(canvas, (x, y), half + 56.0, height, stone);
            y - height
        }
    }
}

/// A round plinth, its lower rim at the height `y`.
pub fn plinth(canvas: &mut Canvas, (x, y): (f64, f64), half: f64, height: f64, stone: Colour) {
    let depth = half * PLINTH_TILT;
    let top = y - height;
    canvas.blur(&Path::ellipse(x + 30.0, y + 8.0, half * 1.08, depth), SHADOW, 0.36, 13);
    let drum = Path::start(x - half, top)
        .line(x - half, y)
        .arc((half, depth), Bend::Counter, (x + half, y))
        .line(x + half, top)
        .close();
    let side = canvas.across(&[
        (0.0, stone.lit(-0.16), 1.0),
        (0.24, stone.lit(0.22), 1.0),
        (0.55, stone.lit(-0.06), 1.0),
        (1.0, stone.lit(-0.34), 1.0),
    ]);
    canvas.fill(&drum, side);
    let disc = Path::ellipse(x, top, half, depth);
    let light = canvas.slanting(&[(0.0, stone.lit(0.6), 1.0), (1.0, stone.lit(0.14), 1.0)]);
    canvas.fill(&disc, light);
    canvas.stroke(&disc, WHITE, 1.4, 0.5);
}

/// A low rectangular slab, its front edge at the height `y`.
fn slab(canvas: &mut Canvas, (x, y): (f64, f64), half: f64, height: f64, stone: Colour) {
    let y = y + 24.0;
    let top = y - height;
    canvas.blur(&Path::rect(x - half + 16.0, y - 16.0, half * 2.0, 28.0), SHADOW, 0.4, 11);
    let upper = Path::start(x - half, top)
        .line(x - half + 44.0, top - 70.0)
        .line(x + half - 44.0, top - 70.0)
        .line(x + half, top)
        .close();
    let light = canvas.slanting(&[(0.0, stone.lit(0.6), 1.0), (1.0, stone.lit(0.16), 1.0)]);
    canvas.fill(&upper, light);
    let front = Path::rect(x - half, top, half * 2.0, height);
    let face = canvas.across(&[
        (0.0, stone.lit(0.1), 1.0),
        (0.4, stone.lit(-0.04), 1.0),
        (1.0, stone.lit(-0.24), 1.0),
    ]);
    canvas.fill(&front, face);
    let edge = Path::start(x - half, top).line(x + half, top);
    canvas.stroke(&edge, WHITE, 1.6, 0.55);
}
