//! Bags.

use super::{Extent, Look};
use crate::demo::picture::canvas::Canvas;
use crate::demo::picture::colour::Colour;
use crate::demo::picture::label::{self, Place};
use crate::demo::picture::material::{SHADOW, WHITE, lettering_on};
use crate::demo::picture::path::Path;

/// A bag with two handles.
pub fn tote(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(136.0, 160.0);
    let height = look.dice.between(236.0, 290.0);
    let cloth = look.dice.pick(&[look.tones.body, look.tones.body.lit(0.16)]);
    let strap = look.dice.pick(&[cloth, look.tones.ink, look.tones.accent]);

    handle(canvas, half, -height - 6.0, 96.0, strap.lit(-0.24));
    let outline = outline(half, height);
    let paint = canvas.across(&[
        (0.0, cloth.lit(-0.16), 1.0),
        (0.2, cloth.lit(0.24), 1.0),
        (0.6, cloth, 1.0),
        (1.0, cloth.lit(-0.26), 1.0),
    ]);
    canvas.fill(&outline, paint);
    let canvas_weave = canvas.tiled((5.0, 5.0), 0.0, |canvas| {
        canvas.stroke(&Path::start(0.0, 1.0).line(3.0, 1.0), WHITE, 0.9, 0.6);
        canvas.stroke(&Path::start(3.4, 2.4).line(3.4, 5.0), SHADOW, 0.8, 0.3);
    });
    canvas.glaze(&outline, canvas_weave, 0.5);
    folds(canvas, &outline, half, height);
    hem(canvas, half, height, cloth);
    handle(canvas, half, -height + 40.0, 122.0, strap);
    print(canvas, look, cloth, (half, height));
    Extent::flat(half + 6.0, height + 104.0).on_foot(half * 0.94)
}

fn outline(half: f64, height: f64) -> Path {
    Path::start(-half, -height)
        .quad((0.0, -height + 10.0), (half, -height))
        .cubic((half + 3.0, -height * 0.6), (half + 8.0, -height * 0.2), (half - 6.0, 0.0))
        .quad((0.0, 12.0), (-half + 6.0, 0.0))
        .cubic((-half - 8.0, -height * 0.2), (-half - 3.0, -height * 0.6), (-half, -height))
        .close()
}

fn handle(canvas: &mut Canvas, half: f64, foot: f64, rise: f64, colour: Colour) {
    let (inner, lift) = (half * 0.46, rise * 1.34);
    let bow = Path::start(-inner, foot).cubic(
        (-inner * 0.9, foot - lift),
        (inner * 0.9, foot - lift),
        (inner, foot),
    );
    canvas.stroke(&bow, colour.lit(-0.3), 19.0, 1.0);
    canvas.stroke(&bow, colour.lit(0.08), 16.0, 1.0);
    canvas.stitch(&bow, colour.lit(-0.4), "5 4", 0.5);
}

/// The soft folds of a bag that hangs half full.
fn folds(canvas: &mut Canvas, outline: &Path, half: f64, height: f64) {
    canvas.inside(outline, |canvas| {
        let dark = Path::start(-half * 0.5, -height)
            .quad((-half * 0.3, -height * 0.5), (-half * 0.56, -height * 0.14))
            .quad((-half * 0.2, -height * 0.5), (-half * 0.5, -height))
            .jump(half * 0.62, -height * 0.8)
            .quad((half * 0.44, -height * 0.4), (half * 0.8, -6.0))
            .quad((half * 0.6, -height * 0.4), (half * 0.62, -height * 0.8));
        canvas.blur(&dark, SHADOW, 0.28, 7);
        let light = Path::start(-half * 0.78, -height * 0.9)
            .quad((-half * 0.64, -height * 0.4), (-half * 0.86, -height * 0.1))
            .quad((-half * 0.7, -height * 0.4), (-half * 0.78, -height * 0.9));
        canvas.blur(&light, WHITE, 0.5, 6);
        let foot = Path::ellipse(0.0, 6.0, half, 22.0);
        canvas.blur(&foot, SHADOW, 0.26, 8);
    });
}

fn hem(canvas: &mut Canvas, half: f64, height: f64, cloth: Colour) {
    let seam = Path::start(-half + 1.0, -height + 24.0)
        .quad((0.0, -height + 34.0), (half - 1.0, -height + 24.0));
    canvas.stitch(&seam, cloth.lit(-0.45), "6 4", 0.6);
}

/// A round print with the maker's name under it.
fn print(canvas: &mut Canvas, look: &mut Look<'_>, cloth: Colour, (half, height): (f64, f64)) {
    let ink = lettering_on(cloth, look.tones.ink);
    let y = -height * 0.5;
    let radius = half * 0.3;
    let moon = Path::ellipse(0.0, y, radius, radius);
    match look.dice.throw(3) {
        0 => canvas.glaze(&moon, ink, 0.75),
        1 => canvas.stroke(&moon, ink, 3.0, 0.75),
        _ => {
            for turn in [-40, 0, 40] {
                canvas.placed(&format!("translate(0 {:.1})rotate({turn})", y + 34.0), |canvas| {
                    canvas.glaze(&Path::leaf(0.0, 0.0, 15.0, 76.0), ink, 0.75);
                });
            }
        }
    }
    label::print_maker(canvas, look, cloth, Place::at(-height * 0.18, half * 1.2));
}
