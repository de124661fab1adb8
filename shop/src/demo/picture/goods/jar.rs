//! Jars of cream.

use super::{Extent, Look};
use crate::demo::picture::canvas::Canvas;
use crate::demo::picture::colour::Colour;
use crate::demo::picture::label::{self, Place};
use crate::demo::picture::material::SHADOW;
use crate::demo::picture::path::{Bend, Path};
use crate::demo::picture::turned::{TILT, Turned};

/// A wide jar with a lid.
pub fn cream(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(118.0, 142.0);
    let height = look.dice.between(118.0, 150.0);
    let lid_height = look.dice.between(46.0, 72.0);
    let shoulder = look.dice.pick(&[8.0, 22.0, 40.0]);
    let (lid, lid_finish) = look.cap();
    let body = Turned::shouldered(half, 0.0, height, shoulder, half * 0.86);

    let ground = if look.dice.throw(2) == 0 {
        thick_glass(canvas, look, &body, height)
    } else {
        let (shell, finish) = look.shell();
        body.paint(canvas, shell, finish);
        shell
    };
    let lid_half = half * if shoulder > 20.0 { 0.92 } else { 1.01 };
    let seam = -height + 4.0;
    let gap = Path::start(-lid_half, seam).arc(
        (lid_half, lid_half * TILT),
        Bend::Counter,
        (lid_half, seam),
    );
    canvas.stroke(&gap, SHADOW, 5.0, 0.35);
    Turned::shouldered(lid_half, seam, lid_height, 7.0, lid_half - 5.0)
        .paint_lidded(canvas, lid, lid_finish);
    label::print(canvas, look, ground, Place::at(-height * 0.58, half * 1.3));
    Extent::upright(half, height + lid_height + 12.0)
}

/// A heavy glass wall with the cream in its own cup inside.
fn thick_glass(canvas: &mut Canvas, look: &Look<'_>, body: &Turned, height: f64) -> Colour {
    let tint = look.tones.content;
    let cream = look.tones.content.lit(0.35);
    let (rim, top) = body.rim();
    let cup = Turned::shouldered(rim * 0.93, -height * 0.14, height * 0.8, 6.0, rim * 0.9);
    let paint = canvas.across(&[
        (0.0, cream.lit(-0.18), 1.0),
        (0.3, cream.lit(0.5), 1.0),
        (0.7, cream, 1.0),
        (1.0, cream.lit(-0.2), 1.0),
    ]);
    body.paint_glass(canvas, tint, |canvas| canvas.fill(&cup.silhouette(), paint));
    let mouth = Path::ellipse(0.0, top, rim, rim * TILT);
    canvas.glaze(&mouth, tint.lit(-0.2), 0.5);
    cream
}
