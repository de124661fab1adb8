//! Mugs.

use super::{Extent, Look};
use crate::demo::picture::canvas::Canvas;
use crate::demo::picture::colour::Colour;
use crate::demo::picture::label::{self, Place};
use crate::demo::picture::material::{Finish, SHADOW, WHITE};
use crate::demo::picture::path::Path;
use crate::demo::picture::turned::{TILT, Turned};

const COFFEE: Colour = Colour::hex(0x4A2C1C);
const TEA: Colour = Colour::hex(0xB9893F);
const MILK_TEA: Colour = Colour::hex(0xC9A27A);
/// Bare clay under a glaze that stops short of the foot.
pub const CLAY: Colour = Colour::hex(0xC8A583);

/// A mug with a handle.
pub fn mug(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(100.0, 122.0);
    let height = look.dice.between(176.0, 226.0);
    let foot = half * look.dice.pick(&[0.72, 0.86, 1.0]);
    let glaze = look.dice.pick(&[look.tones.body, look.tones.body.lit(0.2), look.tones.content]);
    let finish = look.dice.pick(&[Finish::Satin, Finish::Matte]);
    let body =
        Turned::on(foot, 0.0).curve((half, -height * 0.16), (half, -height * 0.4), (half, -height));

    canvas.placed("translate(-16)", |canvas| {
        handle(canvas, half, height, glaze);
        body.paint(canvas, glaze, finish);
        if look.dice.throw(2) == 0 {
            bare_foot(canvas, &body, height * look.dice.between(0.16, 0.36));
        }
        if look.dice.throw(2) == 0 {
            speckle(canvas, look, &body.silhouette(), (half, height));
        }
        let drink = look.dice.pick(&[COFFEE, TEA, MILK_TEA]);
        mouth(canvas, (half, -height), glaze, Some(drink));
        label::print_maker(canvas, look, glaze, Place::at(-height * 0.5, half * 0.9));
    });
    Extent::upright(half + 52.0, height + half * TILT).on_foot(foot)
}

fn handle(canvas: &mut Canvas, half: f64, height: f64, glaze: Colour) {
    let bow = Path::start(half - 8.0, -height * 0.82).cubic(
        (half + 82.0, -height * 0.9),
        (half + 78.0, -height * 0.2),
        (half - 10.0, -height * 0.26),
    );
    canvas.stroke(&bow, glaze.lit(-0.34), 27.0, 1.0);
    canvas.stroke(&bow, glaze.lit(-0.1), 22.0, 1.0);
    canvas.placed("translate(-3 -4)", |canvas| {
        canvas.stroke(&bow, glaze.lit(0.3), 8.0, 0.75);
    });
}

/// The opening seen from above: the inner wall, and the drink if there is one.
pub fn mouth(canvas: &mut Canvas, (half, top): (f64, f64), glaze: Colour, drink: Option<Colour>) {
    let depth = half * TILT;
    let rim = Path::ellipse(0.0, top, half, depth);
    canvas.fill(&rim, glaze.lit(0.42));
    let hollow = Path::ellipse(0.0, top + 0.6, half - 7.0, depth - 2.6);
    let wall = canvas.across(&[
        (0.0, glaze.lit(-0.5), 1.0),
        (0.5, glaze.lit(-0.3), 1.0),
        (1.0, glaze.lit(0.1), 1.0),
    ]);
    canvas.fill(&hollow, wall);
    if let Some(drink) = drink {
        canvas.inside(&hollow, |canvas| {
            let surface = Path::ellipse(0.0, top + 6.0, half - 9.0, depth - 4.0);
            let sheen = canvas.across(&[
                (0.0, drink.lit(-0.2), 1.0),
                (0.6, drink, 1.0),
                (1.0, drink.lit(0.3), 1.0),
            ]);
            canvas.fill(&surface, sheen);
        });
    }
    canvas.stroke(&rim, WHITE, 1.4, 0.5);
}

/// Leaves the clay bare up to a height, with the drop line of the glaze above it.
pub fn bare_foot(canvas: &mut Canvas, body: &Turned, height: f64) {
    canvas.inside(&body.silhouette(), |canvas| {
        let reach = 400.0;
        let clay = Path::start(-reach, -height)
            .quad((0.0, -height + reach * TILT), (reach, -height))
            .line(reach, 60.0)
            .line(-reach, 60.0)
            .close();
        let paint = Finish::Matte.round(canvas, CLAY);
        canvas.placed("scale(.4 1)", |canvas| canvas.fill(&clay, paint));
        let line = Path::start(-reach * 0.4, -height)
            .quad((0.0, -height + reach * TILT), (reach * 0.4, -height));
        canvas.stroke(&line, SHADOW, 2.4, 0.22);
    });
}

/// Iron specks that come through a stoneware glaze.
pub fn speckle(
    canvas: &mut Canvas,
    look: &mut Look<'_>,
    within: &Path,
    (half, height): (f64, f64),
) {
    let specks = (0..26).fold(Path::default(), |specks, _| {
        let x = look.dice.between(-half, half);
        let y = look.dice.between(-height, 0.0);
        specks.jump(x, y).line(x + 0.6, y)
    });
    canvas.inside(within, |canvas| canvas.stroke(&specks, SHADOW, 2.6, 0.4));
}
