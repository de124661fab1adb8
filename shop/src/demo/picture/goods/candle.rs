//! Things that scent a room.

use super::{Extent, Look};
use crate::demo::picture::canvas::Canvas;
use crate::demo::picture::colour::Colour;
use crate::demo::picture::label::{self, Place};
use crate::demo::picture::material::{SHADOW, WHITE};
use crate::demo::picture::path::Path;
use crate::demo::picture::turned::{TILT, Turned};

const FLAME: Colour = Colour::hex(0xFFC766);
const REED: Colour = Colour::hex(0xB58A5C);

/// A candle in a glass, lit.
pub fn candle(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(98.0, 118.0);
    let height = look.dice.between(206.0, 250.0);
    let vessel = Turned::on(half * 0.96, 0.0).to(half, -height);
    let wax = look.tones.content.lit(0.45);

    if look.dice.throw(5) < 3 {
        let tint = look.tones.body;
        vessel.paint_glass(canvas, tint, |canvas| {
            vessel.paint_filling(canvas, wax, -height * 0.78);
        });
        flame(canvas, -height * 0.78);
        let rim = Path::ellipse(0.0, -height, half, half * TILT);
        canvas.stroke(&rim, WHITE, 2.4, 0.75);
        label::stick(canvas, look, Place::at(-height * 0.36, half * 1.3));
    } else {
        let (shell, finish) = look.shell();
        vessel.paint(canvas, shell, finish);
        let rim = Path::ellipse(0.0, -height, half, half * TILT);
        canvas.fill(&rim, shell.lit(0.4));
        let pool = Path::ellipse(0.0, -height + 1.0, half - 8.0, half * TILT - 3.0);
        let light = canvas.radiating(
            (0.5, 0.5),
            0.6,
            &[(0.0, Colour::hex(0xFFF3D2), 1.0), (1.0, wax.lit(-0.12), 1.0)],
        );
        canvas.fill(&pool, light);
        flame(canvas, -height + 2.0);
        label::print(canvas, look, shell, Place::at(-height * 0.52, half * 1.3));
    }
    Extent::upright(half, height + 62.0)
}

/// The wick, the flame and its glow.
fn flame(canvas: &mut Canvas, surface: f64) {
    let glow = canvas.radiating(
        (0.5, 0.5),
        0.5,
        &[(0.0, FLAME, 0.7), (0.5, FLAME, 0.22), (1.0, FLAME, 0.0)],
    );
    canvas.fill(&Path::ellipse(0.0, surface - 30.0, 92.0, 78.0), glow);
    let wick = Path::start(0.0, surface).line(1.0, surface - 14.0);
    canvas.stroke(&wick, SHADOW, 3.4, 0.9);
    let body = canvas.down(&[
        (0.0, Colour::hex(0xFFE9A8), 0.95),
        (0.6, FLAME, 1.0),
        (1.0, Colour::hex(0xF08A3C), 0.75),
    ]);
    canvas.fill(&Path::leaf(1.0, surface - 8.0, 14.0, 54.0), body);
    canvas.fill(&Path::leaf(1.0, surface - 10.0, 6.0, 28.0), Colour::hex(0xFFF8E4));
}

/// A bottle with scent reeds.
pub fn diffuser(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(78.0, 96.0);
    let height = look.dice.between(146.0, 190.0);
    let shoulder = look.dice.pick(&[16.0, 40.0, 80.0]);
    let neck = 24.0;
    let body = Turned::shouldered(half, 0.0, height, shoulder, neck);
    let reed_length = look.dice.between(190.0, 220.0);

    reeds(canvas, look, -height - 26.0, reed_length);
    let ground = if look.dice.throw(3) > 0 {
        let tint = look.tones.body;
        let oil = look.tones.content.mix(tint, 0.3);
        body.paint_glass(canvas, tint, |canvas| {
            body.paint_filling(canvas, oil, -height * 0.66);
            reeds_within(canvas, height);
        });
        oil
    } else {
        let (shell, finish) = look.shell();
        body.paint(canvas, shell, finish);
        shell
    };
    let (collar, finish) = look.cap();
    Turned::cylinder(neck + 4.0, -height + 2.0, 32.0).paint(canvas, collar, finish);
    if look.dice.throw(2) == 0 || ground.is_light() {
        label::stick(canvas, look, Place::at(-height * 0.46, half * 1.3));
    } else {
        label::print(canvas, look, ground, Place::at(-height * 0.44, half * 1.3));
    }
    Extent::upright(half, height + reed_length + 24.0)
}

/// The reeds fanning out of the neck.
fn reeds(canvas: &mut Canvas, look: &mut Look<'_>, mouth: f64, length: f64) {
    let colour = look.dice.pick(&[REED, look.tones.ink, REED.lit(0.4)]);
    for step in [-3, -2, -1, 1, 2, 3] {
        let turn = f64::from(step) * 6.5 + look.dice.between(-2.0, 2.0);
        let tall = length * look.dice.between(0.9, 1.0);
        canvas.placed(&format!("translate(0 {mouth:.1})rotate({turn:.1})"), |canvas| {
            canvas.stroke(&Path::start(0.0, 20.0).line(0.0, -tall), colour, 5.6, 1.0);
        });
    }
    let mouth_disc = Path::ellipse(0.0, mouth - 4.0, 28.0, 28.0 * TILT);
    canvas.fill(&mouth_disc, look.tones.ink.lit(-0.3));
}

/// The lower ends of the reeds, seen through glass and oil.
fn reeds_within(canvas: &mut Canvas, height: f64) {
    let ends = [-34.0, -14.0, 12.0, 36.0].iter().fold(Path::default(), |ends, &foot| {
        ends.jump(foot * 0.2, -height + 4.0).line(foot, -14.0)
    });
    canvas.stroke(&ends, REED, 5.0, 0.4);
}
