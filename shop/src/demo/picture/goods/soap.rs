//! Bars of soap.

use super::{Extent, Look};
use crate::demo::picture::canvas::Canvas;
use crate::demo::picture::colour::Colour;
use crate::demo::picture::label::{self, Place};
use crate::demo::picture::material::{IVORY, SHADOW, WHITE};
use crate::demo::picture::path::Path;

/// Two bars of soap, one in a paper band.
pub fn bars(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(136.0, 158.0);
    let height = look.dice.between(88.0, 108.0);
    let corner = look.dice.pick(&[10.0, 20.0, 34.0]);
    let soap =
        look.dice.pick(&[look.tones.body, look.tones.body.lit(0.1), look.tones.body.lit(0.24)]);

    bar(canvas, (half, height), corner, soap);
    let band = half * look.dice.between(0.5, 0.72);
    paper_band(canvas, look, band, height);
    let shift = look.dice.between(-26.0, 26.0);
    let turn = look.dice.between(-3.0, 3.0);
    let top = -height - 10.0;
    let lean = format!("translate({shift:.1} {top:.1})rotate({turn:.1})");
    canvas.placed(&lean, |canvas| {
        canvas.blur(&Path::ellipse(0.0, 2.0, half * 0.88, 8.0), SHADOW, 0.45, 5);
        bar(canvas, (half * 0.94, height * 0.94), corner, soap.lit(0.08));
        stamp(canvas, look, half, height, soap);
    });
    Extent::flat(half + 14.0, height * 2.0 + 50.0)
}

fn bar(canvas: &mut Canvas, (half, height): (f64, f64), corner: f64, colour: Colour) {
    let back = Path::rounded(-half + 4.0, -height - 20.0, half * 2.0 - 8.0, height, corner);
    let top_light = canvas.down(&[(0.0, colour.lit(0.26), 1.0), (0.3, colour.lit(0.42), 1.0)]);
    canvas.fill(&back, top_light);
    let front = Path::rounded(-half, -height, half * 2.0, height + 8.0, corner);
    let paint = canvas.down(&[
        (0.0, colour.lit(0.34), 1.0),
        (0.16, colour.lit(0.06), 1.0),
        (0.7, colour, 1.0),
        (1.0, colour.lit(-0.24), 1.0),
    ]);
    canvas.fill(&front, paint);
    let side = canvas.across(&[(0.0, WHITE, 0.18), (0.4, WHITE, 0.0), (1.0, SHADOW, 0.2)]);
    canvas.fill(&front, side);
}

/// The maker pressed into the soap: a dark cut with a light lower edge.
fn stamp(canvas: &mut Canvas, look: &Look<'_>, half: f64, height: f64, soap: Colour) {
    let place = Place::at(-height * 0.4, half * 1.1);
    canvas.placed("translate(0 1.5)", |canvas| {
        let mut lit = look.clone();
        lit.tones.ink = soap.lit(0.7);
        label::print_maker(canvas, &lit, WHITE, place);
    });
    let mut cut = look.clone();
    cut.tones.ink = soap.lit(-0.36);
    label::print_maker(canvas, &cut, WHITE, place);
}

fn paper_band(canvas: &mut Canvas, look: &Look<'_>, half: f64, height: f64) {
    let over_top = Path::start(-half, -height + 1.0)
        .line(-half + 3.0, -height - 20.0)
        .line(half - 3.0, -height - 20.0)
        .line(half, -height + 1.0)
        .close();
    canvas.fill(&over_top, IVORY.lit(0.5));
    let front = Path::rect(-half, -height, half * 2.0, height + 8.5);
    let paint = canvas.down(&[(0.0, WHITE, 1.0), (0.2, IVORY, 1.0), (1.0, IVORY.lit(-0.2), 1.0)]);
    canvas.fill(&front, paint);
    label::print(canvas, look, IVORY, Place::at(-height * 0.58, half * 1.7));
}
