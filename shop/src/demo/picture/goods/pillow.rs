//! Pillows and cushions.

use super::{Extent, Look};
use crate::demo::picture::canvas::Canvas;
use crate::demo::picture::colour::Colour;
use crate::demo::picture::label::{self, Place};
use crate::demo::picture::material::{IVORY, SHADOW, WHITE};
use crate::demo::picture::path::Path;

/// A cushion or a pillow, standing.
pub fn pillow(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(188.0, 208.0);
    let height = look.dice.between(232.0, 290.0);
    let cloth = look.dice.pick(&[look.tones.body, look.tones.content, look.tones.body.lit(0.2)]);
    let outline = outline(half, height);

    let puff = canvas.radiating(
        (0.38, 0.34),
        0.78,
        &[
            (0.0, cloth.lit(0.4), 1.0),
            (0.45, cloth.lit(0.05), 1.0),
            (0.8, cloth.lit(-0.14), 1.0),
            (1.0, cloth.lit(-0.36), 1.0),
        ],
    );
    canvas.fill(&outline, puff);
    let pattern = pattern(canvas, look, cloth);
    canvas.glaze(&outline, pattern, 0.6);
    swell(canvas, &outline, half, height);
    creases(canvas, half, height);
    canvas.stroke(&outline, cloth.lit(-0.26), 2.4, 0.7);
    tag(canvas, look, half, height);
    Extent::flat(half, height).on_foot(half * 0.86)
}

/// Pointed corners, full sides, the lower edge pressed flat by the weight.
fn outline(half: f64, height: f64) -> Path {
    let (top, full) = (-height + 26.0, half + 4.0);
    Path::start(-half, top)
        .cubic((-half * 0.7, top - 6.0), (-half * 0.5, -height), (0.0, -height))
        .cubic((half * 0.5, -height), (half * 0.7, top - 6.0), (half, top))
        .cubic((half - 20.0, top + 40.0), (full, -height * 0.5), (half - 22.0, -50.0))
        .cubic((half - 26.0, -30.0), (half - 14.0, -18.0), (half - 4.0, -12.0))
        .cubic((half * 0.8, 2.0), (half * 0.4, 6.0), (0.0, 6.0))
        .cubic((-half * 0.4, 6.0), (-half * 0.8, 2.0), (-half + 4.0, -12.0))
        .cubic((-half + 14.0, -18.0), (-half + 26.0, -30.0), (-half + 22.0, -50.0))
        .cubic((-full, -height * 0.5), (-half + 20.0, top + 40.0), (-half, top))
        .close()
}

/// Quilting, stripes, a slub weave or a sprigged print.
fn pattern(canvas: &mut Canvas, look: &mut Look<'_>, cloth: Colour) -> String {
    let deep = cloth.mix(look.tones.ink, 0.5);
    match look.dice.throw(4) {
        0 => canvas.tiled((42.0, 42.0), 45.0, |canvas| {
            let seam = Path::start(0.0, 0.0).line(42.0, 0.0).jump(0.0, 0.0).line(0.0, 42.0);
            canvas.stroke(&seam, deep, 3.0, 0.45);
            let light = Path::start(3.0, 4.0).line(42.0, 4.0);
            canvas.stroke(&light, WHITE, 2.0, 0.4);
        }),
        1 => canvas.tiled((28.0, 10.0), 0.0, |canvas| {
            canvas.glaze(&Path::rect(0.0, 0.0, 5.0, 10.0), deep, 0.4);
        }),
        2 => canvas.tiled((9.0, 7.0), 0.0, |canvas| {
            canvas.stroke(&Path::start(0.0, 2.0).line(6.0, 2.0), deep, 1.0, 0.35);
            canvas.stroke(&Path::start(4.0, 5.0).line(9.0, 5.0), WHITE, 1.0, 0.5);
        }),
        _ => canvas.tiled((48.0, 56.0), 0.0, |canvas| {
            for (x, y) in [(14.0, 26.0), (38.0, 54.0)] {
                canvas.glaze(&Path::leaf(x, y, 6.0, 20.0), deep, 0.4);
            }
        }),
    }
}

/// The light on the full middle and the shade where the cushion falls off to its seams.
fn swell(canvas: &mut Canvas, outline: &Path, half: f64, height: f64) {
    canvas.inside(outline, |canvas| {
        let middle = Path::ellipse(-half * 0.2, -height * 0.62, half * 0.5, height * 0.24);
        canvas.blur(&middle, WHITE, 0.4, 22);
        let falls = Path::rect(half * 0.82, -height, half * 0.3, height).and(&Path::rect(
            -half,
            -height * 0.14,
            half * 2.0,
            height * 0.3,
        ));
        canvas.blur(&falls, SHADOW, 0.22, 20);
    });
}

fn creases(canvas: &mut Canvas, half: f64, height: f64) {
    for (side, up) in [(-1.0, true), (1.0, true), (-1.0, false), (1.0, false)] {
        let corner_y = if up { -height + 32.0 } else { -8.0 };
        let inward = if up { height * 0.3 } else { -height * 0.26 };
        let crease = Path::start(side * (half - 10.0), corner_y)
            .quad(
                (side * half * 0.84, corner_y + inward * 0.3),
                (side * half * 0.66, corner_y + inward),
            )
            .quad((side * half * 0.78, corner_y + inward * 0.3), (side * (half - 10.0), corner_y))
            .close();
        canvas.blur(&crease, SHADOW, 0.4, 4);
    }
    let lap = Path::ellipse(0.0, -12.0, half * 0.7, 16.0);
    canvas.blur(&lap, SHADOW, 0.16, 8);
}

/// The woven tag sewn into the side seam.
fn tag(canvas: &mut Canvas, look: &Look<'_>, half: f64, height: f64) {
    let (width, tall) = (104.0, 34.0);
    let (x, y) = (half * 0.88 - width, -height * 0.22);
    canvas.blur(&Path::rect(x + 1.0, y + 3.0, width, tall), SHADOW, 0.3, 2);
    canvas.fill(&Path::rounded(x, y, width, tall, 2.0), IVORY);
    let place = Place { x: x + width / 2.0, y: y + tall / 2.0 + 5.0, width: width * 0.84 };
    label::print_maker(canvas, look, IVORY, place);
}
