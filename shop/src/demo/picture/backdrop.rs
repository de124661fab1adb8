//! The room behind the goods: a wall, a surface and the light that falls on them.

use super::canvas::{Canvas, SIDE};
use super::dice::Dice;
use super::material::{SHADOW, WHITE};
use super::palette::Tones;
use super::path::Path;

/// Paints the wall, something quiet on it, and the surface from `horizon` down.
pub fn paint(canvas: &mut Canvas, tones: &Tones, dice: &mut Dice, horizon: f64) {
    wall(canvas, tones);
    match dice.throw(6) {
        0 => arch(canvas, tones, dice, horizon),
        1 => window_light(canvas, dice),
        2 => leaf_shadow(canvas, dice),
        3 => moon(canvas, tones, dice),
        4 => curtain(canvas, tones),
        _ => panel(canvas, tones, dice, horizon),
    }
    surface(canvas, tones, dice, horizon);
}

/// Darkens the corners, as a lens does. Goes over everything else.
pub fn vignette(canvas: &mut Canvas) {
    let falloff = canvas.radiating(
        (0.46, 0.44),
        0.78,
        &[(0.5, SHADOW, 0.0), (0.78, SHADOW, 0.06), (1.0, SHADOW, 0.22)],
    );
    canvas.fill(&Path::rect(0.0, 0.0, SIDE, SIDE), falloff);
}

fn wall(canvas: &mut Canvas, tones: &Tones) {
    let all = Path::rect(0.0, 0.0, SIDE, SIDE);
    let paint = canvas.slanting(&[
        (0.0, tones.wall.lit(0.4), 1.0),
        (0.5, tones.wall, 1.0),
        (1.0, tones.wall.lit(-0.12), 1.0),
    ]);
    canvas.fill(&all, paint);
    let light = canvas.radiating(
        (0.26, 0.24),
        0.7,
        &[(0.0, WHITE, 0.6), (0.5, WHITE, 0.2), (1.0, WHITE, 0.0)],
    );
    canvas.fill(&all, light);
}

/// The surface: a table with an edge, or a sweep of paper without one.
fn surface(canvas: &mut Canvas, tones: &Tones, dice: &mut Dice, horizon: f64) {
    let floor = tones.floor;
    let paint = canvas.down(&[
        (0.0, floor.lit(0.22), 1.0),
        (0.3, floor.lit(0.08), 1.0),
        (1.0, floor.lit(0.34), 1.0),
    ]);
    let table = Path::rect(-100.0, horizon, SIDE + 200.0, SIDE);
    if dice.throw(3) == 0 {
        canvas.blur(&table, paint, 1.0, 22);
    } else {
        let above = Path::rect(0.0, horizon - 26.0, SIDE, 30.0);
        canvas.blur(&above, SHADOW, 0.14, 14);
        canvas.blur(&table, paint, 1.0, 1);
    }
}

/// A recess with a round top.
fn arch(canvas: &mut Canvas, tones: &Tones, dice: &mut Dice, horizon: f64) {
    let half = dice.between(190.0, 260.0);
    let x = dice.between(360.0, 440.0);
    let top = dice.between(70.0, 130.0);
    let opening = Path::start(x - half, horizon + 10.0)
        .line(x - half, top + half)
        .cubic((x - half, top + half * 0.44), (x - half * 0.56, top), (x, top))
        .cubic((x + half * 0.56, top), (x + half, top + half * 0.44), (x + half, top + half))
        .line(x + half, horizon + 10.0)
        .close();
    let paint = canvas.slanting(&[
        (0.0, tones.wall.lit(-0.2), 1.0),
        (0.35, tones.wall.lit(-0.05), 1.0),
        (1.0, tones.wall.lit(0.3), 1.0),
    ]);
    canvas.fill(&opening, paint);
    // The reveal at the left keeps the light from the back of the recess.
    let reveal = canvas.across(&[(0.0, SHADOW, 0.2), (0.16, SHADOW, 0.0)]);
    canvas.fill(&opening, reveal);
    canvas.stroke(&opening, WHITE, 2.0, 0.5);
}

/// Sun through a window with bars.
fn window_light(canvas: &mut Canvas, dice: &mut Dice) {
    let (left, slant) = (dice.between(110.0, 300.0), dice.between(90.0, 160.0));
    let panes = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)].iter().fold(
        Path::default(),
        |panes, &(column, row)| {
            let (x, y) = (left + column * 170.0 + row * slant * 0.9, 40.0 + row * 236.0);
            let pane = Path::start(x, y)
                .line(x + 152.0, y + 24.0)
                .line(x + 152.0 + slant * 0.84, y + 242.0)
                .line(x + slant * 0.84, y + 218.0)
                .close();
            panes.and(&pane)
        },
    );
    canvas.blur(&panes, WHITE, 0.42, 5);
}

/// The shadow of a plant that stands outside the picture.
fn leaf_shadow(canvas: &mut Canvas, dice: &mut Dice) {
    let (x, turn) = (dice.between(560.0, 700.0), dice.between(-54.0, -30.0));
    canvas.placed(&format!("translate({x:.0} 40)rotate({turn:.1})"), |canvas| {
        let mut fronds = Path::rect(-2.0, -60.0, 4.0, 430.0);
        for pair in 0..6 {
            let y = 20.0 + 60.0 * f64::from(pair);
            for side in [-1.0, 1.0] {
                let frond = Path::start(0.0, y)
                    .quad((side * 60.0, y - 6.0), (side * 140.0, y + 92.0))
                    .quad((side * 40.0, y + 62.0), (0.0, y + 16.0))
                    .close();
                fronds = fronds.and(&frond);
            }
        }
        canvas.blur(&fronds, SHADOW, 0.13, 7);
    });
}

/// A large pale disc.
fn moon(canvas: &mut Canvas, tones: &Tones, dice: &mut Dice) {
    let (x, y) = (dice.between(330.0, 470.0), dice.between(270.0, 340.0));
    let radius = dice.between(200.0, 250.0);
    let paint = canvas.slanting(&[
        (0.0, tones.content.mix(tones.wall, 0.3).lit(0.5), 1.0),
        (1.0, tones.content.mix(tones.wall, 0.6), 1.0),
    ]);
    canvas.glaze(&Path::ellipse(x, y, radius, radius), paint, 0.8);
}

/// Soft upright folds.
fn curtain(canvas: &mut Canvas, tones: &Tones) {
    let fold = canvas.tiled((100.0, SIDE), 0.0, |canvas| {
        let light = Path::rect(12.0, 0.0, 30.0, SIDE);
        canvas.glaze(&light, tones.wall.lit(0.7), 0.34);
        let shade = Path::rect(58.0, 0.0, 34.0, SIDE);
        canvas.glaze(&shade, SHADOW, 0.08);
    });
    canvas.blur(&Path::rect(-50.0, -50.0, SIDE + 100.0, SIDE), fold, 1.0, 12);
}

/// A tall board leaning at one side.
fn panel(canvas: &mut Canvas, tones: &Tones, dice: &mut Dice, horizon: f64) {
    let x = dice.pick(&[90.0, 400.0, 470.0]) + dice.between(-20.0, 20.0);
    let (width, top) = (dice.between(240.0, 330.0), dice.between(90.0, 210.0));
    let board = Path::rect(x, top, width, horizon - top + 4.0);
    canvas.blur(&Path::rect(x + 14.0, top + 12.0, width, horizon - top), SHADOW, 0.2, 12);
    let paint =
        canvas.slanting(&[(0.0, tones.floor.lit(0.4), 1.0), (1.0, tones.floor.lit(-0.06), 1.0)]);
    canvas.fill(&board, paint);
}
