//! Sheet masks.

use super::{Extent, Look};
use crate::demo::picture::canvas::Canvas;
use crate::demo::picture::colour::Colour;
use crate::demo::picture::label::{self, Place};
use crate::demo::picture::material::{IVORY, SHADOW, WHITE};
use crate::demo::picture::path::Path;

/// A flat pouch with a sheet mask in it, another one behind it.
pub fn pouch(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(112.0, 128.0);
    let height = look.dice.between(330.0, 366.0);
    let colour = look.dice.pick(&[look.tones.body, look.tones.content, IVORY, look.tones.accent]);
    let behind = look.dice.between(5.0, 9.0);

    canvas.placed(&format!("translate(26 -2)rotate({behind:.1})"), |canvas| {
        foil(canvas, half, height, colour.lit(-0.1));
    });
    canvas.blur(
        &Path::rect(-half + 8.0, -height + 14.0, half * 2.0, height - 16.0),
        SHADOW,
        0.3,
        8,
    );
    foil(canvas, half, height, colour);
    let emblem = look.dice.throw(4);
    draw_emblem(canvas, look, emblem, -height * 0.68, colour);
    label::print(canvas, look, colour, Place::at(-height * 0.34, half * 1.5));
    Extent::flat(half + 44.0, height + 10.0)
}

fn foil(canvas: &mut Canvas, half: f64, height: f64, colour: Colour) {
    let sheet = Path::rounded(-half, -height, half * 2.0, height, 5.0);
    let paint = canvas.slanting(&[
        (0.0, colour.lit(0.42), 1.0),
        (0.3, colour.lit(0.08), 1.0),
        (0.52, colour, 1.0),
        (0.62, colour.lit(0.24), 1.0),
        (1.0, colour.lit(-0.2), 1.0),
    ]);
    canvas.fill(&sheet, paint);
    canvas.inside(&sheet, |canvas| {
        for top in [-height, -26.0] {
            canvas.glaze(&Path::rect(-half, top, half * 2.0, 26.0), WHITE, 0.28);
            let ribs = (1..6).fold(Path::default(), |ribs, rib| {
                let y = top + 4.5 * f64::from(rib);
                ribs.jump(-half, y).line(half, y)
            });
            canvas.stroke(&ribs, colour.lit(-0.4), 1.0, 0.3);
        }
        // Where the folded mask inside lifts the foil.
        let swell = Path::start(-half * 0.82, -height * 0.1)
            .quad((-half * 0.9, -height * 0.5), (-half * 0.8, -height * 0.88));
        canvas.stroke(&swell, WHITE, 3.0, 0.4);
        let dent = Path::start(half * 0.84, -height * 0.12)
            .quad((half * 0.92, -height * 0.5), (half * 0.8, -height * 0.86));
        canvas.stroke(&dent, SHADOW, 3.0, 0.14);
    });
}

/// What the mask is made from, as a small print: leaves, a drop, a flower or the moon.
fn draw_emblem(canvas: &mut Canvas, look: &Look<'_>, emblem: usize, y: f64, ground: Colour) {
    let deep = label_colour(look, ground);
    canvas.placed(&format!("translate(0 {y:.1})"), |canvas| match emblem {
        0 => {
            for turn in [-52, 0, 52] {
                canvas.placed(&format!("rotate({turn})"), |canvas| {
                    canvas.glaze(&Path::leaf(0.0, 34.0, 15.0, 78.0), deep, 0.75);
                });
            }
        }
        1 => {
            let drop = Path::start(0.0, -52.0)
                .cubic((10.0, -22.0), (34.0, -4.0), (34.0, 18.0))
                .cubic((34.0, 60.0), (-34.0, 60.0), (-34.0, 18.0))
                .cubic((-34.0, -4.0), (-10.0, -22.0), (0.0, -52.0))
                .close();
            canvas.glaze(&drop, deep, 0.7);
            let shine = Path::start(-14.0, 10.0).quad((-14.0, 24.0), (-2.0, 28.0));
            canvas.stroke(&shine, WHITE, 3.0, 0.8);
        }
        2 => {
            for petal in 0..5 {
                canvas.placed(&format!("rotate({})", petal * 72), |canvas| {
                    canvas.glaze(&Path::ellipse(0.0, -23.0, 16.0, 19.0), deep, 0.6);
                });
            }
            canvas.fill(&Path::ellipse(0.0, 0.0, 7.0, 7.0), WHITE);
        }
        _ => {
            canvas.glaze(&Path::ellipse(0.0, 0.0, 40.0, 40.0), deep, 0.3);
            canvas.glaze(&Path::ellipse(9.0, 5.0, 30.0, 30.0), deep, 0.75);
        }
    });
}

fn label_colour(look: &Look<'_>, ground: Colour) -> Colour {
    if ground.is_light() { look.tones.ink.mix(look.tones.body, 0.3) } else { look.tones.content }
}
