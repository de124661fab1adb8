//! Hair brushes.

use super::{Extent, Look};
use crate::demo::picture::canvas::Canvas;
use crate::demo::picture::colour::Colour;
use crate::demo::picture::label::{self, Place};
use crate::demo::picture::material::{Finish, SHADOW};
use crate::demo::picture::path::Path;
use crate::demo::picture::turned::Turned;

/// A paddle brush, standing in a holder of stone.
pub fn paddle(canvas: &mut Canvas, look: &mut Look<'_>, wood: Colour) -> Extent {
    let half = look.dice.between(82.0, 104.0);
    let length = look.dice.between(206.0, 244.0);

    let turn = look.dice.between(3.0, 8.0);

    let lean = format!("translate(-12 -14)rotate({turn:.1})");
    canvas.placed(&lean, |canvas| {
        let back = body(half, length);
        canvas.blur(&body(half + 2.0, length - 4.0), SHADOW, 0.3, 10);
        let paint = canvas.across(&[
            (0.0, wood.lit(-0.14), 1.0),
            (0.16, wood.lit(0.3), 1.0),
            (0.5, wood, 1.0),
            (0.9, wood.lit(-0.2), 1.0),
            (1.0, wood.lit(-0.34), 1.0),
        ]);
        canvas.fill(&back, paint);
        grain(canvas, &back, wood, half, length);
        cushion(canvas, look, half, length);
        let place = Place::at(-92.0, 104.0);
        label::print_maker_upwards(canvas, look, wood, place);
    });
    Turned::shouldered(52.0, 0.0, 42.0, 8.0, 46.0).paint(
        canvas,
        look.tones.accent.lit(0.25),
        Finish::Matte,
    );
    Extent::upright(half + 34.0, length + 178.0).on_foot(52.0)
}

/// The paddle and its handle in one piece.
fn body(half: f64, length: f64) -> Path {
    let (neck, top) = (-168.0, -168.0 - length);
    let corner = half * 0.62;
    Path::start(-21.0, -14.0)
        .quad((-19.0, 2.0), (0.0, 2.0))
        .quad((19.0, 2.0), (21.0, -14.0))
        .cubic((24.0, -70.0), (14.0, -110.0), (17.0, neck + 30.0))
        .cubic((22.0, neck - 6.0), (half, neck - 2.0), (half, neck - 52.0))
        .line(half, top + corner)
        .quad((half, top), (half - corner, top))
        .line(-half + corner, top)
        .quad((-half, top), (-half, top + corner))
        .line(-half, neck - 52.0)
        .cubic((-half, neck - 2.0), (-22.0, neck - 6.0), (-17.0, neck + 30.0))
        .cubic((-14.0, -110.0), (-24.0, -70.0), (-21.0, -14.0))
        .close()
}

fn grain(canvas: &mut Canvas, back: &Path, wood: Colour, half: f64, length: f64) {
    canvas.inside(back, |canvas| {
        let veins = (0..7).fold(Path::default(), |veins, vein| {
            let x = -half + half * (f64::from(vein) + 0.5) / 3.5;
            let bow = x * 0.3;
            veins.jump(x, -170.0 - length).cubic((x + 8.0, -260.0), (bow, -190.0), (bow * 0.6, 0.0))
        });
        canvas.stroke(&veins, wood.lit(-0.4), 1.4, 0.28);
    });
}

/// The rubber cushion and the pins in it.
fn cushion(canvas: &mut Canvas, look: &Look<'_>, half: f64, length: f64) {
    let (inner, top) = (half - 15.0, -168.0 - length + 15.0);
    let height = length - 44.0;
    let pad = Path::rounded(-inner, top, inner * 2.0, height, half * 0.52);
    let rubber = look.tones.ink.mix(look.tones.accent, 0.12);
    let paint = canvas.slanting(&[(0.0, rubber.lit(0.22), 1.0), (1.0, rubber.lit(-0.2), 1.0)]);
    canvas.fill(&pad, paint);
    canvas.stroke(&pad, SHADOW, 2.0, 0.4);
    // Whole pixels, so that the tiles meet the edges of the field.
    let spacing = ((inner * 2.0 - 26.0) / 9.0).floor();
    let rows = ((height - 28.0) / spacing).floor();
    let pin = canvas.tiled((spacing, spacing), 0.0, |canvas| {
        let middle = spacing / 2.0;
        canvas.glaze(&Path::ellipse(middle + 1.0, middle + 2.0, 2.2, 2.6), SHADOW, 0.6);
        canvas.fill(&Path::ellipse(middle, middle, 2.3, 2.3), look.tones.accent.lit(0.6));
    });
    // The rounded corners leave no room for the outer pins of the first and the last rows.
    let between = spacing * (rows - 4.0);
    let field = Path::rect(spacing, 0.0, spacing * 7.0, spacing * rows)
        .and(&Path::rect(0.0, spacing * 2.0, spacing, between))
        .and(&Path::rect(spacing * 8.0, spacing * 2.0, spacing, between));
    let field_top = top + (height - rows * spacing) / 2.0;
    let corner = format!("translate({:.1} {field_top:.1})", -spacing * 4.5);
    canvas.placed(&corner, |canvas| canvas.fill(&field, pin));
}
