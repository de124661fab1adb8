//! Slender things to twist up or pull open.

use super::{Extent, Look};
use crate::demo::picture::canvas::Canvas;
use crate::demo::picture::colour::Colour;
use crate::demo::picture::label::{self, Place};
use crate::demo::picture::material::{Finish, SHADOW, WHITE};
use crate::demo::picture::path::{Bend, Path};
use crate::demo::picture::turned::{TILT, Turned};

/// An open lipstick beside its cap.
pub fn lipstick(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(42.0, 50.0);
    let height = look.dice.between(120.0, 150.0);
    let (case, finish) = look.shell();
    let (sleeve, sleeve_finish) = look.collar();
    let colour = look.tones.content.mix(look.tones.body, 0.5).lit(-0.06);
    let cap_height = height + look.dice.between(10.0, 50.0);

    canvas.placed("translate(-66)", |canvas| {
        let bullet_foot = -height - 46.0;
        bullet(canvas, half - 13.0, bullet_foot, colour);
        Turned::cylinder(half - 8.0, -height, 50.0).paint_lidded(canvas, sleeve, sleeve_finish);
        let front = Turned::cylinder(half - 13.0, bullet_foot - 2.0, 26.0);
        front.paint(canvas, colour, Finish::Satin);
        Turned::cylinder(half, 0.0, height).paint_lidded(canvas, case, finish);
        Turned::cylinder(half - 8.0, -height, 10.0).paint(canvas, sleeve, sleeve_finish);
        label::print_maker(canvas, look, case, Place::at(-height * 0.44, half * 1.5));
    });
    canvas.placed("translate(62 14)", |canvas| {
        shadow_beside(canvas, half);
        Turned::cylinder(half + 1.0, 0.0, cap_height).paint_lidded(canvas, case, finish);
        let ring = Turned::cylinder(half + 1.5, -8.0, 9.0);
        ring.paint(canvas, sleeve, sleeve_finish);
    });
    Extent::upright(118.0, height + 172.0)
}

/// The slanting stick of colour.
fn bullet(canvas: &mut Canvas, half: f64, bottom: f64, colour: Colour) {
    let (low, high) = (bottom - 64.0, bottom - 118.0);
    let stick = Path::start(-half, bottom)
        .arc((half, half * TILT), Bend::Counter, (half, bottom))
        .line(half, low)
        .cubic((half, low - 22.0), (-half * 0.2, high - 10.0), (-half * 0.7, high))
        .quad((-half, high + 4.0), (-half, high + 30.0))
        .close();
    let paint = Finish::Satin.round(canvas, colour);
    canvas.fill(&stick, paint);
    let cut = Path::start(half - 1.0, low)
        .cubic((half, low - 22.0), (-half * 0.2, high - 10.0), (-half * 0.7, high))
        .cubic((-half * 0.9, high + 26.0), (half * 0.3, low + 22.0), (half - 1.0, low))
        .close();
    canvas.glaze(&cut, colour.lit(0.42), 0.9);
}

/// The shade between two things that stand side by side.
fn shadow_beside(canvas: &mut Canvas, half: f64) {
    canvas.blur(&Path::ellipse(6.0, 4.0, half * 1.15, half * 0.26), SHADOW, 0.4, 6);
}

/// A lip tint with its wand.
pub fn tint(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(36.0, 44.0);
    let height = look.dice.between(168.0, 204.0);
    let (cap, cap_finish) = look.cap();
    let colour = look.tones.content.mix(look.tones.body, 0.55).lit(-0.04);

    canvas.placed("translate(-58)", |canvas| {
        Turned::cylinder(half * 0.55, -height + 2.0, 26.0).paint_lidded(
            canvas,
            colour.lit(0.5),
            Finish::Satin,
        );
        let body = Turned::shouldered(half, 0.0, height, 12.0, half * 0.7);
        let core = Turned::shouldered(half * 0.8, -14.0, height - 24.0, 8.0, half * 0.6);
        body.paint_glass(canvas, colour.lit(0.2), |canvas| {
            core.paint(canvas, colour, Finish::Satin);
        });
        label::print_maker_upwards(canvas, look, colour, Place::at(-height * 0.48, height * 0.72));
    });
    canvas.placed("translate(58 14)", |canvas| {
        shadow_beside(canvas, half);
        let cap_height = height * 0.82;
        wand(canvas, -cap_height, colour);
        Turned::cylinder(half, 0.0, cap_height).paint_lidded(canvas, cap, cap_finish);
        Turned::cylinder(half * 0.5, -cap_height, 12.0).paint(
            canvas,
            colour.lit(0.5),
            Finish::Satin,
        );
    });
    Extent::upright(106.0, height * 0.82 + 150.0)
}

/// The wand standing up from its upturned cap, wet at the tip.
fn wand(canvas: &mut Canvas, foot: f64, colour: Colour) {
    let shaft = Path::start(0.0, foot).line(0.0, foot - 96.0);
    canvas.stroke(&shaft, colour.lit(0.3), 8.0, 1.0);
    canvas.stroke(&shaft, colour.lit(0.7), 4.0, 1.0);
    let tip = Path::leaf(0.0, foot - 88.0, 15.0, 62.0);
    let paint = Finish::Satin.round(canvas, colour);
    canvas.fill(&tip, paint);
}

/// A twist-up stick beside its cap.
pub fn balm_stick(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(58.0, 70.0);
    let height = look.dice.between(176.0, 214.0);
    let (shell, finish) = look.shell();
    let (cap, cap_finish) = look.cap();
    let balm = look.tones.content.lit(0.4);

    canvas.placed("translate(-78)", |canvas| {
        Turned::shouldered(half - 12.0, -height, 78.0, 34.0, half * 0.4).paint(
            canvas,
            balm,
            Finish::Satin,
        );
        let glint = Path::ellipse(-half * 0.36, -height - 56.0, 14.0, 7.0);
        canvas.blur(&glint, WHITE, 0.7, 4);
        Turned::cylinder(half - 6.0, -height + 2.0, 22.0).paint(canvas, shell.lit(0.3), finish);
        Turned::cylinder(half, 0.0, height).paint(canvas, shell, finish);
        Turned::cylinder(half, 0.0, 26.0).paint(canvas, cap, cap_finish);
        label::print(canvas, look, shell, Place::at(-height * 0.62, half * 1.5));
    });
    canvas.placed("translate(82 16)", |canvas| {
        shadow_beside(canvas, half);
        Turned::shouldered(half, 0.0, height * 0.6, 14.0, half - 10.0)
            .paint_lidded(canvas, cap, cap_finish);
    });
    Extent::upright(152.0, height + 84.0)
}
