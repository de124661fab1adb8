//! Vases.

use super::cup::{bare_foot, mouth, speckle};
use super::{Extent, Look};
use crate::demo::picture::canvas::Canvas;
use crate::demo::picture::colour::Colour;
use crate::demo::picture::material::{Finish, WHITE};
use crate::demo::picture::path::Path;
use crate::demo::picture::turned::{TILT, Turned};

/// The buds of a plum twig in February.
const BLOSSOM: Colour = Colour::hex(0xDFA29C);
/// How far a twig rises above its vase.
const TWIG: f64 = 190.0;

/// A full white moon jar.
pub fn moon_jar(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(112.0, 136.0);
    let white = look.tones.body.lit(0.2);
    glazed(canvas, look, &full_round(half), (half, white))
}

/// A vase whose belly runs up into a narrow neck.
pub fn bottle_vase(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(92.0, 110.0);
    let glaze = look.dice.pick(&[look.tones.body, look.tones.body.lit(0.2)]);
    glazed(canvas, look, &narrow_necked(half), (half, glaze))
}

/// A straight vase of clear glass.
pub fn glass_vase(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(70.0, 84.0);
    let body = Turned::on(half, 0.0).to(half * 1.12, -250.0);
    let (rim, top) = body.rim();
    twig(canvas, look, top);
    let tint = look.tones.body.lit(0.1);
    body.paint_glass(canvas, tint, |canvas| {
        body.paint_filling(canvas, tint.lit(0.5), -96.0);
        let stalk = Path::start(0.0, top).line(-20.0, -14.0);
        canvas.stroke(&stalk, look.tones.ink, 3.6, 0.5);
    });
    canvas.stroke(&Path::ellipse(0.0, top, rim, rim * TILT), WHITE, 2.6, 0.8);
    Extent::upright(half + 20.0, TWIG - top).on_foot(half)
}

/// A glazed body with a twig in its mouth.
fn glazed(
    canvas: &mut Canvas,
    look: &mut Look<'_>,
    body: &Turned,
    (half, glaze): (f64, Colour),
) -> Extent {
    let (rim, top) = body.rim();
    let finish = look.dice.pick(&[Finish::Satin, Finish::Matte]);
    body.paint(canvas, glaze, finish);
    if look.dice.throw(2) == 0 {
        bare_foot(canvas, body, 46.0);
    }
    speckle(canvas, look, &body.silhouette(), (half, -top));
    mouth(canvas, (rim, top), glaze, None);
    twig(canvas, look, top - 5.0);
    Extent::upright(half + 8.0, TWIG - top).on_foot(half * 0.6)
}

/// The full, slightly uneven round of a white moon jar.
fn full_round(half: f64) -> Turned {
    let height = half * 1.8;
    Turned::on(half * 0.42, 0.0)
        .curve((half * 0.86, -height * 0.1), (half, -height * 0.3), (half, -height * 0.5))
        .curve((half, -height * 0.74), (half * 0.72, -height * 0.9), (half * 0.42, -height * 0.95))
        .to(half * 0.44, -height)
}

/// A belly that runs up into a narrow neck.
fn narrow_necked(half: f64) -> Turned {
    Turned::on(half * 0.62, 0.0)
        .curve((half * 1.2, -50.0), (half * 1.1, -140.0), (half * 0.4, -182.0))
        .curve((half * 0.2, -200.0), (half * 0.24, -236.0), (half * 0.34, -250.0))
}

/// A bare twig with buds, or a few stems of eucalyptus.
fn twig(canvas: &mut Canvas, look: &mut Look<'_>, top: f64) {
    let lean = look.dice.between(-7.0, 7.0);
    let leafy = look.dice.throw(2) == 0;
    let wood = look.tones.ink.mix(look.tones.floor, 0.25);
    canvas.placed(&format!("translate(0 {:.1})rotate({lean:.1})", top + 8.0), |canvas| {
        let stems = Path::start(0.0, 0.0)
            .cubic((4.0, -60.0), (-22.0, -100.0), (-8.0, -186.0))
            .jump(-3.0, -60.0)
            .cubic((10.0, -90.0), (40.0, -110.0), (58.0, -162.0))
            .jump(-11.0, -100.0)
            .cubic((-30.0, -120.0), (-50.0, -124.0), (-62.0, -150.0));
        canvas.stroke(&stems, wood, 3.4, 0.95);
        let places = [
            (-12, -118, -44),
            (-12, -140, 36),
            (-9, -164, -30),
            (-8, -184, 8),
            (24, -106, 60),
            (42, -126, -12),
            (58, -160, 30),
            (-36, -121, -64),
            (-54, -134, 12),
            (-62, -148, -40),
        ];
        let leaf = look.tones.body.mix(look.tones.ink, 0.4);
        for (x, y, turn) in places {
            canvas.placed(&format!("translate({x} {y})rotate({turn})"), |canvas| {
                if leafy {
                    canvas.glaze(&Path::leaf(0.0, 2.0, 12.0, 34.0), leaf, 0.92);
                } else {
                    canvas.fill(&Path::ellipse(0.0, -3.0, 5.4, 6.6), BLOSSOM);
                }
            });
        }
    });
}
