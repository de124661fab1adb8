//! Compacts.

use super::{Extent, Look};
use crate::demo::picture::canvas::Canvas;
use crate::demo::picture::colour::Colour;
use crate::demo::picture::label::{self, Place};
use crate::demo::picture::material::{BRASS, Finish, SHADOW, WHITE, ball};
use crate::demo::picture::path::Path;

/// An open compact with its mirror.
pub fn compact(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(128.0, 146.0);
    let depth = half * 0.34;
    let (shell, finish) = look.shell();
    let powder = look.tones.content.mix(look.tones.body, look.dice.between(0.0, 0.4));
    let floor = -26.0;

    lid(canvas, half, floor - depth - half * 0.8, shell);
    // The compact is seen from higher up than bottles are, or one would not see into it.
    let side = Path::start(-half, floor - depth)
        .line(-half, floor - depth + 30.0)
        .cubic((-half, floor + 46.0), (half, floor + 46.0), (half, floor - depth + 30.0))
        .line(half, floor - depth)
        .close();
    let paint = finish.round(canvas, shell);
    canvas.fill(&side, paint);
    let centre = floor - depth + 2.0;
    let rim = Path::ellipse(0.0, centre, half, depth);
    let rim_paint = canvas.slanting(&[(0.0, shell.lit(0.5), 1.0), (1.0, shell.lit(-0.06), 1.0)]);
    canvas.fill(&rim, rim_paint);
    pan(canvas, look, (half, depth), centre, powder);
    let name = Place::at(floor + 12.0, half * 0.7);
    label::print_maker(canvas, look, shell, name);
    Extent::flat(half, half * 1.8 + depth + 30.0).on_foot(half * 0.72)
}

/// The opened lid with the mirror in it.
fn lid(canvas: &mut Canvas, half: f64, centre: f64, shell: Colour) {
    let disc = Path::ellipse(0.0, centre, half, half * 0.94);
    let back = canvas.slanting(&[(0.0, shell.lit(0.4), 1.0), (1.0, shell.lit(-0.25), 1.0)]);
    canvas.fill(&disc, back);
    canvas.stroke(&disc, shell.lit(-0.3), 1.2, 0.4);
    let mirror = Path::ellipse(0.0, centre, half * 0.87, half * 0.82);
    let sky = canvas.slanting(&[
        (0.0, Colour::hex(0xFBFAF7), 1.0),
        (0.46, Colour::hex(0xDCDDDB), 1.0),
        (0.5, Colour::hex(0xF3F2EF), 1.0),
        (0.7, Colour::hex(0xCFCFCC), 1.0),
        (1.0, Colour::hex(0xB3B1AC), 1.0),
    ]);
    canvas.fill(&mirror, sky);
    canvas.stroke(&mirror, SHADOW, 2.0, 0.3);
    let hinge = Path::rounded(-34.0, centre + half * 0.84, 68.0, 18.0, 6.0);
    let brass = Finish::Metal.round(canvas, BRASS);
    canvas.fill(&hinge, brass);
}

/// The powder or the cushion in its brass pan, and sometimes the puff on it.
fn pan(
    canvas: &mut Canvas,
    look: &mut Look<'_>,
    (half, depth): (f64, f64),
    centre: f64,
    powder: Colour,
) {
    let ring = Path::ellipse(0.0, centre, half * 0.88, depth * 0.86);
    let brass = Finish::Metal.round(canvas, BRASS.lit(0.2));
    canvas.fill(&ring, brass);
    let (pan_half, pan_depth) = (half * 0.84, depth * 0.81);
    let pan = Path::ellipse(0.0, centre + 2.0, pan_half, pan_depth);
    let light = canvas.slanting(&[
        (0.0, powder.lit(-0.14), 1.0),
        (0.5, powder.lit(0.12), 1.0),
        (1.0, powder.lit(0.3), 1.0),
    ]);
    canvas.fill(&pan, light);
    if look.dice.throw(2) == 0 {
        let rings = [0.74, 0.52, 0.3].iter().fold(Path::default(), |rings, &share| {
            rings.and(&Path::ellipse(0.0, centre + 2.0, pan_half * share, pan_depth * share))
        });
        canvas.stroke(&rings, powder.lit(-0.3), 2.0, 0.35);
        canvas.placed("translate(0 1.6)", |canvas| canvas.stroke(&rings, WHITE, 1.4, 0.5));
    } else {
        let across = half * 0.56;
        let puff = Path::ellipse(0.0, centre - 10.0, across, depth * 0.52);
        canvas.blur(&Path::ellipse(4.0, centre + 4.0, across, depth * 0.52), SHADOW, 0.4, 5);
        let soft = ball(canvas, look.tones.accent.lit(0.3));
        canvas.fill(&puff, soft);
        let ribbon = Path::start(-across, centre - 10.0)
            .quad((0.0, centre - 26.0), (across, centre - 10.0))
            .line(across * 0.98, centre + 4.0)
            .quad((0.0, centre - 8.0), (-across * 0.98, centre + 4.0))
            .close();
        canvas.glaze(&ribbon, look.tones.ink, 0.75);
    }
}
