//! Teapots.

use super::cup::{bare_foot, speckle};
use super::{Extent, Look};
use crate::demo::picture::canvas::Canvas;
use crate::demo::picture::colour::Colour;
use crate::demo::picture::material::{Finish, OAK, SHADOW, WALNUT};
use crate::demo::picture::path::Path;
use crate::demo::picture::turned::Turned;

/// A teapot.
pub fn teapot(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(122.0, 138.0);
    let height = look.dice.between(168.0, 204.0);
    let glaze =
        look.dice.pick(&[look.tones.body, look.tones.body.lit(0.12), look.tones.body.lit(0.25)]);
    let belly = Turned::on(half * 0.62, 0.0).curve(
        (half * 1.1, -height * 0.12),
        (half * 1.14, -height * 0.72),
        (half * 0.52, -height),
    );

    spout(canvas, half, height, glaze);
    handle(canvas, look, half, height, glaze);
    belly.paint(canvas, glaze, Finish::Satin);
    if look.dice.throw(2) == 0 {
        bare_foot(canvas, &belly, height * 0.2);
    }
    speckle(canvas, look, &belly.silhouette(), (half, height));
    lid(canvas, look, half * 0.52, -height, glaze);
    Extent::upright(half + 92.0, height + 66.0).on_foot(half * 0.8)
}

fn spout(canvas: &mut Canvas, half: f64, height: f64, glaze: Colour) {
    let spout = Path::start(-half * 0.76, -height * 0.3)
        .cubic(
            (-half - 34.0, -height * 0.36),
            (-half - 22.0, -height * 0.8),
            (-half - 66.0, -height * 0.96),
        )
        .line(-half - 44.0, -height * 1.02)
        .cubic(
            (-half - 8.0, -height * 0.92),
            (-half - 2.0, -height * 0.76),
            (-half * 0.7, -height * 0.72),
        )
        .close();
    let paint = canvas.slanting(&[
        (0.0, glaze.lit(0.4), 1.0),
        (0.5, glaze.lit(-0.04), 1.0),
        (1.0, glaze.lit(-0.4), 1.0),
    ]);
    canvas.fill(&spout, paint);
    let opening = Path::start(-half - 66.0, -height * 0.96).line(-half - 44.0, -height * 1.02);
    canvas.stroke(&opening, glaze.lit(-0.55), 4.0, 0.9);
}

/// A bow behind the pot, or the straight side handle of a Korean tea pot.
fn handle(canvas: &mut Canvas, look: &mut Look<'_>, half: f64, height: f64, glaze: Colour) {
    if look.dice.throw(2) == 0 {
        let bow = Path::start(half * 0.78, -height * 0.8).cubic(
            (half + 96.0, -height * 0.98),
            (half + 84.0, -height * 0.2),
            (half * 0.86, -height * 0.26),
        );
        canvas.stroke(&bow, glaze.lit(-0.34), 24.0, 1.0);
        canvas.stroke(&bow, glaze.lit(-0.08), 19.0, 1.0);
        canvas.placed("translate(-2 -4)", |canvas| {
            canvas.stroke(&bow, glaze.lit(0.3), 6.0, 0.7);
        });
        return;
    }
    let wood = look.dice.pick(&[OAK, WALNUT]);
    let grip = format!("translate({:.1} {:.1})rotate(-22)", half * 0.8, -height * 0.56);
    canvas.placed(&grip, |canvas| {
        let paint = canvas.down(&[
            (0.0, wood.lit(0.36), 1.0),
            (0.5, wood, 1.0),
            (1.0, wood.lit(-0.34), 1.0),
        ]);
        let stick = Path::start(0.0, -15.0)
            .line(100.0, -20.0)
            .quad((112.0, 0.0), (100.0, 20.0))
            .line(0.0, 15.0)
            .close();
        canvas.fill(&stick, paint);
        canvas.fill(&Path::rounded(-4.0, -19.0, 26.0, 38.0, 5.0), glaze.lit(-0.16));
    });
}

fn lid(canvas: &mut Canvas, look: &mut Look<'_>, half: f64, seat: f64, glaze: Colour) {
    canvas.blur(&Path::ellipse(0.0, seat + 5.0, half + 4.0, 7.0), SHADOW, 0.4, 3);
    Turned::on(half + 3.0, seat)
        .curve((half, seat - 16.0), (half * 0.5, seat - 26.0), (12.0, seat - 28.0))
        .paint(canvas, glaze.lit(0.06), Finish::Satin);
    let knob = look.dice.pick(&[glaze, OAK, WALNUT]);
    Turned::on(9.0, seat - 27.0)
        .curve((8.0, seat - 36.0), (20.0, seat - 38.0), (19.0, seat - 50.0))
        .curve((18.0, seat - 60.0), (10.0, seat - 64.0), (3.0, seat - 64.0))
        .paint(canvas, knob, Finish::Satin);
}
