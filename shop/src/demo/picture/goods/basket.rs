//! Woven baskets.

use super::{Extent, Look};
use crate::demo::picture::canvas::Canvas;
use crate::demo::picture::colour::Colour;
use crate::demo::picture::label::{self, Place};
use crate::demo::picture::material::{Finish, IVORY, OAK, SHADOW, WHITE};
use crate::demo::picture::path::Path;
use crate::demo::picture::turned::{TILT, Turned};

const STRAW: Colour = Colour::hex(0xD3B483);

/// A woven basket with two handles and a cloth in it.
pub fn basket(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(150.0, 178.0);
    let height = look.dice.between(168.0, 220.0);
    let foot = half * look.dice.between(0.78, 0.92);
    let straw = look.dice.pick(&[STRAW, STRAW.lit(0.3), OAK, look.tones.body]);
    let body = Turned::on(foot, 0.0).curve(
        (half * 1.04, -height * 0.3),
        (half, -height * 0.7),
        (half, -height),
    );

    handles(canvas, half, height, straw);
    cloth(canvas, look, half, -height);
    body.paint(canvas, straw, Finish::Matte);
    let weave = plaits(canvas, straw);
    let whole = Path::rect(-half * 1.02, -height - half * TILT, half * 2.04, height + half * 0.3);
    // The weave is flat: the round shading has to go over it once more.
    let shade = canvas.across(&[
        (0.0, SHADOW, 0.3),
        (0.28, WHITE, 0.16),
        (0.6, SHADOW, 0.0),
        (1.0, SHADOW, 0.4),
    ]);
    canvas.inside(&body.silhouette(), |canvas| {
        canvas.glaze(&whole, weave, 0.9);
        canvas.fill(&whole, shade);
    });
    rim(canvas, half, -height, straw);
    leather_tag(canvas, look, -height * 0.5);
    Extent::upright(half, height + 84.0).on_foot(foot)
}

fn plaits(canvas: &mut Canvas, straw: Colour) -> String {
    canvas.tiled((28.0, 20.0), 0.0, |canvas| {
        for (x, y) in [(0.0, 0.0), (14.0, 10.0), (-14.0, 10.0)] {
            let strand = Path::rounded(x + 1.0, y + 1.0, 26.0, 8.4, 4.2);
            canvas.fill(&strand, straw.lit(0.1));
            let light = Path::start(x + 6.0, y + 3.4).line(x + 20.0, y + 3.4);
            canvas.stroke(&light, WHITE, 1.6, 0.4);
            let under = Path::start(x + 3.0, y + 9.4).line(x + 25.0, y + 9.4);
            canvas.stroke(&under, straw.lit(-0.5), 1.8, 0.55);
        }
    })
}

fn handles(canvas: &mut Canvas, half: f64, height: f64, straw: Colour) {
    let bow = Path::start(-half * 0.42, -height + 10.0).cubic(
        (-half * 0.4, -height - 104.0),
        (half * 0.4, -height - 104.0),
        (half * 0.42, -height + 10.0),
    );
    canvas.stroke(&bow, straw.lit(-0.4), 15.0, 1.0);
    canvas.stroke(&bow, straw.lit(0.04), 10.0, 1.0);
    canvas.stitch(&bow, straw.lit(-0.5), "2 9", 0.8);
}

/// A cloth that looks over the rim.
fn cloth(canvas: &mut Canvas, look: &Look<'_>, half: f64, rim: f64) {
    let linen = look.tones.content.lit(0.2);
    let heap = Path::start(-half * 0.9, rim + 6.0)
        .cubic((-half * 0.8, rim - 40.0), (-half * 0.4, rim - 20.0), (-half * 0.2, rim - 42.0))
        .cubic((0.0, rim - 62.0), (half * 0.3, rim - 26.0), (half * 0.5, rim - 38.0))
        .cubic((half * 0.7, rim - 46.0), (half * 0.86, rim - 20.0), (half * 0.9, rim + 6.0))
        .close();
    let paint = canvas.slanting(&[
        (0.0, linen.lit(0.4), 1.0),
        (0.6, linen, 1.0),
        (1.0, linen.lit(-0.3), 1.0),
    ]);
    canvas.fill(&heap, paint);
    let creases = Path::start(-half * 0.2, rim - 38.0)
        .quad((-half * 0.1, rim - 14.0), (-half * 0.3, rim + 2.0))
        .jump(half * 0.48, rim - 34.0)
        .quad((half * 0.36, rim - 16.0), (half * 0.44, rim + 2.0));
    canvas.stroke(&creases, linen.lit(-0.4), 3.0, 0.4);
}

fn rim(canvas: &mut Canvas, half: f64, top: f64, straw: Colour) {
    let band = Path::rounded(-half - 5.0, top - 9.0, half * 2.0 + 10.0, 22.0, 11.0);
    let paint =
        canvas.down(&[(0.0, straw.lit(0.4), 1.0), (0.5, straw, 1.0), (1.0, straw.lit(-0.4), 1.0)]);
    canvas.fill(&band, paint);
    let binding = (0..18).fold(Path::default(), |binding, turn| {
        let x = -half + half * f64::from(turn) / 8.8;
        binding.jump(x, top + 11.0).line(x + 8.0, top - 7.0)
    });
    canvas.stroke(&binding, straw.lit(-0.45), 1.8, 0.5);
}

fn leather_tag(canvas: &mut Canvas, look: &Look<'_>, y: f64) {
    let tag = Path::rounded(-62.0, y - 22.0, 124.0, 40.0, 4.0);
    canvas.blur(&tag, SHADOW, 0.5, 4);
    canvas.fill(&tag, IVORY);
    canvas.stitch(&Path::rounded(-57.0, y - 17.0, 114.0, 30.0, 3.0), look.tones.ink, "4 3", 0.4);
    label::print_maker(canvas, look, IVORY, Place::at(y + 4.0, 98.0));
}
