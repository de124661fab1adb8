//! Notebooks and boxes.

use super::{Extent, Look};
use crate::demo::picture::canvas::Canvas;
use crate::demo::picture::colour::Colour;
use crate::demo::picture::label::{self, Place};
use crate::demo::picture::material::{IVORY, SHADOW, WALNUT, WHITE, face};
use crate::demo::picture::path::Path;

/// A bound notebook, standing a little turned so that its pages show.
pub fn notebook(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(122.0, 138.0);
    let height = look.dice.between(322.0, 366.0);
    let cover = look.dice.pick(&[look.tones.body, look.tones.body.lit(-0.16)]);
    let pages = 24.0;

    page_block(canvas, (half, height), pages, cover);
    let board = Path::rounded(-half, -height, half * 2.0, height, 7.0);
    let paint = face(canvas, cover);
    canvas.fill(&board, paint);
    let spine = Path::rect(-half, -height, 34.0, height);
    let cloth = look.dice.pick(&[cover.lit(-0.3), look.tones.ink, IVORY]);
    canvas.inside(&board, |canvas| {
        let round = canvas.across(&[
            (0.0, cloth.lit(-0.3), 1.0),
            (0.4, cloth.lit(0.24), 1.0),
            (0.94, cloth.lit(-0.04), 1.0),
            (1.0, cloth.lit(-0.4), 1.0),
        ]);
        canvas.fill(&spine, round);
    });
    if look.dice.throw(2) == 0 {
        let band = Path::rect(half - 34.0, -height, 9.0, height);
        canvas.placed("translate(2 0)", |canvas| canvas.glaze(&band, SHADOW, 0.25));
        canvas.fill(&band, look.tones.ink);
    }
    let place = Place { x: 8.0, y: -height * 0.6, width: half * 1.1 };
    if look.dice.throw(2) == 0 {
        label::stick(canvas, look, place);
    } else {
        label::print(canvas, look, cover, place);
    }
    Extent::flat(half + pages, height + 12.0)
}

/// The edges of the pages at the right and the back board behind them.
fn page_block(canvas: &mut Canvas, (half, height): (f64, f64), pages: f64, cover: Colour) {
    let back = Path::start(half - 6.0, -height + 1.0)
        .line(half + pages, -height + 10.0)
        .line(half + pages, -12.0)
        .line(half - 6.0, -1.0)
        .close();
    canvas.fill(&back, cover.lit(-0.34));
    let block = Path::start(half - 6.0, -height + 7.0)
        .line(half + pages - 5.0, -height + 15.0)
        .line(half + pages - 5.0, -16.0)
        .line(half - 6.0, -7.0)
        .close();
    let paper = canvas.across(&[(0.0, IVORY.lit(-0.3), 1.0), (1.0, IVORY, 1.0)]);
    canvas.fill(&block, paper);
    let leaves = (1..5).fold(Path::default(), |leaves, leaf| {
        let x = half - 5.0 + f64::from(leaf) * 4.6;
        leaves.jump(x, -height + 14.0).line(x, -14.0)
    });
    canvas.stroke(&leaves, SHADOW, 0.9, 0.28);
}

/// A wooden box with a lid.
pub fn wooden_box(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let wood = look.tones.wood();
    let grain = canvas.tiled((150.0, 24.0), 0.0, |canvas| {
        let veins = Path::start(0.0, 6.0)
            .quad((40.0, 2.0), (75.0, 6.0))
            .quad((110.0, 10.0), (150.0, 6.0))
            .jump(0.0, 17.0)
            .quad((60.0, 22.0), (150.0, 17.0));
        canvas.stroke(&veins, SHADOW, 1.2, 0.26);
    });
    lidded_box(canvas, look, wood, &grain)
}

/// A box of cloth-covered board with a lid.
pub fn cloth_box(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let cloth = look.tones.body;
    let weave = canvas.tiled((4.0, 4.0), 0.0, |canvas| {
        canvas.stroke(&Path::start(0.0, 1.0).line(2.4, 1.0), WHITE, 0.8, 0.6);
        canvas.stroke(&Path::start(2.8, 2.0).line(2.8, 4.0), SHADOW, 0.7, 0.4);
    });
    lidded_box(canvas, look, cloth, &weave)
}

fn lidded_box(canvas: &mut Canvas, look: &mut Look<'_>, side: Colour, texture: &str) -> Extent {
    let half = look.dice.between(158.0, 184.0);
    let height = look.dice.between(150.0, 196.0);
    let lid_height = look.dice.between(44.0, 60.0);

    let lid = look.dice.pick(&[side, side.lit(0.2), look.tones.accent]);

    let front = Path::rounded(-half, -height, half * 2.0, height + 6.0, 5.0);
    let paint = face(canvas, side);
    canvas.fill(&front, paint);
    let foot = canvas.down(&[(0.5, SHADOW, 0.0), (1.0, SHADOW, 0.28)]);
    canvas.fill(&front, foot);
    let gap = Path::rect(-half + 2.0, -height, half * 2.0 - 4.0, 9.0);
    canvas.blur(&gap, SHADOW, 0.5, 3);
    lift_lid(canvas, half + 5.0, -height, lid_height, lid);
    canvas.glaze(&front, texture, 0.5);
    pull(canvas, look, -height + 6.0);
    label::print(canvas, look, side, Place::at(-height * 0.5 - 4.0, half * 1.3));
    Extent::flat(half + 6.0, height + lid_height + 30.0).on_foot(half)
}

/// The lid: its front edge and its top, seen a little from above.
fn lift_lid(canvas: &mut Canvas, half: f64, bottom: f64, height: f64, colour: Colour) {
    let top = Path::start(-half, bottom - height)
        .line(-half + 26.0, bottom - height - 30.0)
        .line(half - 26.0, bottom - height - 30.0)
        .line(half, bottom - height)
        .close();
    let light = canvas.down(&[(0.0, colour.lit(0.2), 1.0), (1.0, colour.lit(0.5), 1.0)]);
    canvas.fill(&top, light);
    let edge = Path::rounded(-half, bottom - height - 1.0, half * 2.0, height + 1.0, 4.0);
    let paint = canvas.slanting(&[
        (0.0, colour.lit(0.3), 1.0),
        (0.6, colour, 1.0),
        (1.0, colour.lit(-0.2), 1.0),
    ]);
    canvas.fill(&edge, paint);
    let corner = Path::start(-half + 3.0, bottom - height).line(half - 3.0, bottom - height);
    canvas.stroke(&corner, WHITE, 1.6, 0.5);
}

/// A loop of leather to lift the lid by.
fn pull(canvas: &mut Canvas, look: &Look<'_>, y: f64) {
    let strap = Path::rounded(-15.0, y - 34.0, 30.0, 54.0, 13.0);
    canvas.blur(&strap, SHADOW, 0.5, 3);
    let leather = look.tones.ink.mix(WALNUT, 0.6);
    let paint = canvas.down(&[(0.0, leather.lit(0.24), 1.0), (1.0, leather.lit(-0.1), 1.0)]);
    canvas.fill(&strap, paint);
    canvas.fill(&Path::ellipse(0.0, y - 20.0, 4.6, 4.6), Colour::hex(0xD8B873));
}
