//! Bottles that spray: mists and perfumes.

use super::{Extent, Look};
use crate::demo::picture::canvas::Canvas;
use crate::demo::picture::colour::Colour;
use crate::demo::picture::label::{self, Place};
use crate::demo::picture::material::{Finish, SHADOW, WHITE, ball};
use crate::demo::picture::path::Path;
use crate::demo::picture::turned::Turned;

/// A slender bottle with a fine sprayer under a clear cap.
pub fn spray(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(54.0, 68.0);
    let height = look.dice.between(236.0, 290.0);
    let (collar, collar_finish) = look.collar();
    let (nozzle, nozzle_finish) = look.cap();
    let body = Turned::shouldered(half, 0.0, height, look.dice.between(14.0, 40.0), 30.0);

    let ground = if look.dice.throw(2) == 0 {
        let tint = look.tones.content;
        body.paint_glass(canvas, look.tones.body, |canvas| {
            body.paint_filling(canvas, tint, -height * 0.84);
        });
        tint
    } else {
        let (shell, finish) = look.shell();
        body.paint(canvas, shell, finish);
        shell
    };
    let top = -height + 2.0;
    Turned::shouldered(19.0, top - 18.0, 40.0, 8.0, 15.0).paint(canvas, nozzle, nozzle_finish);
    canvas.fill(&Path::ellipse(-9.0, top - 38.0, 3.0, 3.4), SHADOW);
    Turned::cylinder(31.0, top, 18.0).paint_lidded(canvas, collar, collar_finish);
    clear_cap(canvas, 34.0, top - 6.0, 84.0);
    label::print(canvas, look, ground, Place::at(-height * 0.5, half * 1.34));
    Extent::upright(half, height + 92.0)
}

/// The clear cap over a sprayer.
fn clear_cap(canvas: &mut Canvas, half: f64, bottom: f64, height: f64) {
    let cap = Turned::shouldered(half, bottom, height, 12.0, half - 7.0);
    let paint = canvas.across(&[
        (0.0, SHADOW, 0.3),
        (0.1, WHITE, 0.2),
        (0.3, WHITE, 0.5),
        (0.36, WHITE, 0.16),
        (0.88, SHADOW, 0.06),
        (1.0, SHADOW, 0.3),
    ]);
    canvas.fill(&cap.silhouette(), paint);
}

/// A block of glass with a stopper.
pub fn perfume(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(92.0, 122.0);
    let height = look.dice.between(186.0, 250.0);
    let corner = look.dice.pick(&[10.0, 26.0, 60.0, 110.0]);
    let juice = look.tones.content.mix(look.tones.body, 0.3);

    let (collar, collar_finish) = look.collar();
    Turned::cylinder(27.0, -height + 8.0, 30.0).paint_lidded(canvas, collar, collar_finish);
    stopper(canvas, look, -height - 20.0);
    glass_block(canvas, (half, height), corner, juice);
    if look.dice.throw(2) == 0 {
        label::stick(canvas, look, Place::at(-height * 0.5, half * 1.2));
    } else {
        label::print(canvas, look, juice, Place::at(-height * 0.48, half * 1.3));
    }
    Extent::flat(half, height + 108.0).on_foot(half - corner * 0.4)
}

/// A thick glass wall around the juice.
fn glass_block(canvas: &mut Canvas, (half, height): (f64, f64), corner: f64, juice: Colour) {
    let block = Path::rounded(-half, -height, half * 2.0, height + 6.0, corner);
    let whole = Path::rect(-half, -height, half * 2.0, height + 6.0);
    canvas.inside(&block, |canvas| {
        let wall = canvas.slanting(&[
            (0.0, WHITE, 0.95),
            (0.4, juice.lit(0.5), 0.9),
            (0.8, juice.lit(0.1), 0.9),
            (1.0, juice.lit(-0.3), 0.95),
        ]);
        canvas.fill(&whole, wall);
        pool(canvas, (half, height), corner, juice);
        let glare = Path::start(-half, -height)
            .line(-half * 0.1, -height)
            .line(-half * 0.62, 10.0)
            .line(-half, 10.0)
            .close();
        let sheen = canvas.slanting(&[(0.0, WHITE, 0.5), (0.8, WHITE, 0.0)]);
        canvas.fill(&glare, sheen);
        let edge = Path::start(half - 7.0, -height * 0.8).line(half - 7.0, -height * 0.2);
        canvas.stroke(&edge, WHITE, 4.0, 0.5);
    });
    canvas.stroke(&block, juice.lit(-0.4), 1.4, 0.4);
}

/// The juice in its hollow, which leaves a heavy foot of solid glass.
fn pool(canvas: &mut Canvas, (half, height): (f64, f64), corner: f64, juice: Colour) {
    let (inset, foot) = (13.0, 24.0);
    let (left, top) = (inset - half, inset - height);
    let (width, depth) = (-left * 2.0, height - inset - foot + 6.0);
    let hollow = Path::rounded(left, top, width, depth, (corner - inset).max(6.0));
    let level = top + depth * 0.14;
    canvas.inside(&hollow, |canvas| {
        canvas.fill(&Path::rect(left, top, width, depth), juice.lit(0.55));
        let paint = canvas.slanting(&[
            (0.0, juice.lit(0.4), 1.0),
            (0.5, juice, 1.0),
            (1.0, juice.lit(-0.2), 1.0),
        ]);
        canvas.fill(&Path::rect(left, level, width, depth), paint);
        canvas.fill(&Path::ellipse(0.0, level, -left, 5.0), juice.lit(0.6));
    });
}

/// A cylinder, a wider disc or a ball.
fn stopper(canvas: &mut Canvas, look: &mut Look<'_>, bottom: f64) {
    let (cap, finish) = look.cap();
    match look.dice.throw(3) {
        0 => Turned::cylinder(34.0, bottom, 78.0).paint_lidded(canvas, cap, finish),
        1 => Turned::shouldered(48.0, bottom, 62.0, 9.0, 42.0).paint_lidded(canvas, cap, finish),
        _ => {
            let paint = ball(canvas, cap);
            canvas.fill(&Path::ellipse(0.0, bottom - 40.0, 44.0, 42.0), paint);
            if finish != Finish::Matte {
                canvas.blur(&Path::ellipse(-15.0, bottom - 56.0, 10.0, 7.0), WHITE, 0.8, 3);
            }
        }
    }
}
