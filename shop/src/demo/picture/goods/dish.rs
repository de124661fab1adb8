//! Bowls and plates.

use super::cup::{bare_foot, speckle};
use super::{Extent, Look};
use crate::demo::picture::canvas::Canvas;
use crate::demo::picture::colour::Colour;
use crate::demo::picture::material::{Finish, OAK, SHADOW, WALNUT, WHITE};
use crate::demo::picture::path::Path;
use crate::demo::picture::turned::Turned;

/// A footed bowl, seen a little more from above than the other goods.
pub fn bowl(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(160.0, 186.0);
    let height = look.dice.between(118.0, 156.0);
    let foot = half * look.dice.between(0.4, 0.52);
    let glaze =
        look.dice.pick(&[look.tones.body, look.tones.body.lit(0.12), look.tones.body.lit(0.3)]);
    let belly = look.dice.between(0.1, 0.4);

    Turned::cylinder(foot, 0.0, 18.0).paint(canvas, glaze.lit(-0.12), Finish::Matte);
    let wall = Turned::on(foot + 2.0, -12.0).curve(
        (half * 0.86, -20.0),
        (half, -height * (1.0 - belly)),
        (half, -height),
    );
    wall.paint(canvas, glaze, Finish::Satin);
    if look.dice.throw(2) == 0 {
        bare_foot(canvas, &wall, height * 0.26);
    }
    if look.dice.throw(3) > 0 {
        speckle(canvas, look, &wall.silhouette(), (half, height));
    }
    hollow(canvas, look, half, -height, glaze);
    Extent::upright(half, height + half * 0.24).on_foot(foot + 24.0)
}

/// The inside of the bowl, with a rim of bare clay or of another glaze.
fn hollow(canvas: &mut Canvas, look: &mut Look<'_>, half: f64, top: f64, glaze: Colour) {
    let depth = half * 0.23;
    let rim = Path::ellipse(0.0, top, half, depth);
    let lip = look.dice.pick(&[glaze.lit(0.45), WALNUT.lit(0.3), look.tones.accent.lit(0.2)]);
    canvas.fill(&rim, lip);
    let inside = Path::ellipse(0.0, top + 0.5, half - 6.0, depth - 4.0);
    let within = glaze.mix(look.tones.content, 0.5);
    let light = canvas.radiating(
        (0.62, 0.86),
        0.75,
        &[(0.0, within.lit(0.5), 1.0), (0.5, within, 1.0), (1.0, within.lit(-0.42), 1.0)],
    );
    canvas.fill(&inside, light);
    canvas.inside(&inside, |canvas| {
        let bottom = Path::ellipse(4.0, top + depth * 0.6, half * 0.5, depth * 0.34);
        canvas.stroke(&bottom, SHADOW, 2.0, 0.14);
        let glint = Path::ellipse(half * 0.5, top + depth * 0.4, half * 0.16, depth * 0.16);
        canvas.blur(&glint, WHITE, 0.7, 6);
    });
    canvas.stroke(&rim, WHITE, 1.4, 0.5);
}

/// A plate on a stand.
pub fn plate(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(168.0, 190.0);
    let glaze =
        look.dice.pick(&[look.tones.body, look.tones.body.lit(0.12), look.tones.body.lit(0.35)]);
    let wood = look.dice.pick(&[OAK, WALNUT]);
    let centre = -half - 16.0;

    stand(canvas, half, wood);
    let disc = Path::ellipse(0.0, centre, half, half);
    canvas.blur(&Path::ellipse(10.0, centre + 8.0, half, half), SHADOW, 0.34, 10);
    let rim_light = canvas.slanting(&[
        (0.1, glaze.lit(0.5), 1.0),
        (0.5, glaze, 1.0),
        (0.9, glaze.lit(-0.26), 1.0),
    ]);
    canvas.fill(&disc, rim_light);
    canvas.stroke(&disc, glaze.lit(-0.3), 1.6, 0.5);
    well(canvas, look, half, centre, glaze);
    front_pegs(canvas, half, wood);
    Extent::flat(half, half * 2.0 + 16.0).on_foot(half * 0.62)
}

/// The middle of the plate, which lies deeper than its rim, and its decoration.
fn well(canvas: &mut Canvas, look: &mut Look<'_>, half: f64, centre: f64, glaze: Colour) {
    let inner = half * look.dice.between(0.64, 0.76);
    let middle = Path::ellipse(0.0, centre, inner, inner);
    let within = glaze.mix(look.tones.content, 0.35);
    let light = canvas.slanting(&[
        (0.08, within.lit(-0.22), 1.0),
        (0.3, within.lit(0.04), 1.0),
        (0.9, within.lit(0.34), 1.0),
    ]);
    canvas.fill(&middle, light);
    canvas.stroke(&middle, WHITE, 2.0, 0.4);
    let edge = Path::ellipse(0.0, centre, half - 5.0, half - 5.0);
    let decoration = look.dice.throw(3);
    match decoration {
        0 => canvas.stroke(&edge, look.tones.ink, 4.0, 0.55),
        1 => {
            let ring = Path::ellipse(0.0, centre, inner * 0.86, inner * 0.86);
            canvas.stroke(&ring, look.tones.ink, 1.6, 0.4);
            sprig(canvas, look, centre + inner * 0.45);
        }
        _ => {
            canvas.placed(&format!("translate(0 {:.1})", half + centre), |canvas| {
                let whole = Path::ellipse(0.0, -half, half, half);
                speckle(canvas, look, &whole, (half, half * 2.0));
            });
        }
    }
}

/// A brush-painted sprig.
fn sprig(canvas: &mut Canvas, look: &Look<'_>, foot: f64) {
    let colour = look.tones.ink.mix(look.tones.body, 0.25);
    canvas.stroke(
        &Path::start(0.0, foot).quad((8.0, foot - 50.0), (0.0, foot - 104.0)),
        colour,
        3.0,
        0.8,
    );
    for (height, turn) in [(20, 48), (34, -50), (54, 42), (68, -44), (90, 30), (100, -16)] {
        let place = format!("translate(3 {:.1})rotate({turn})", foot - f64::from(height));
        canvas.placed(&place, |canvas| {
            canvas.glaze(&Path::leaf(0.0, 0.0, 10.0, 42.0), colour, 0.8);
        });
    }
}

/// The back legs of the stand.
fn stand(canvas: &mut Canvas, half: f64, wood: Colour) {
    let paint = canvas.down(&[(0.0, wood, 1.0), (1.0, wood.lit(-0.3), 1.0)]);
    let foot = Path::rounded(-half * 0.56, -14.0, half * 1.12, 20.0, 5.0);
    canvas.fill(&foot, paint);
}

/// The front pegs that keep the plate from sliding.
fn front_pegs(canvas: &mut Canvas, half: f64, wood: Colour) {
    let paint = Finish::Satin.round(canvas, wood);
    for side in [-1.0, 1.0] {
        let x = side * half * 0.36 - 8.0;
        canvas.fill(&Path::rounded(x, -46.0, 16.0, 56.0, 7.0), &paint);
    }
}
