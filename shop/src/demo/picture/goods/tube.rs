//! Soft tubes.

use super::{Extent, Look};
use crate::demo::picture::canvas::Canvas;
use crate::demo::picture::colour::Colour;
use crate::demo::picture::label::{self, Place};
use crate::demo::picture::material::{SHADOW, WHITE};
use crate::demo::picture::path::{Bend, Path};
use crate::demo::picture::turned::{TILT, Turned};

/// A soft tube standing on its cap.
pub fn tube(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let top_half = look.dice.between(78.0, 96.0);
    let foot = top_half * look.dice.between(0.62, 0.8);
    let height = look.dice.between(268.0, 330.0);
    let cap_height = look.dice.between(40.0, 66.0);
    let (shell, finish) = look.shell();
    let (cap, cap_finish) = look.cap();

    Turned::cylinder(foot - 3.0, 0.0, cap_height).paint(canvas, cap, cap_finish);
    let sleeve = sleeve(foot, top_half, -cap_height, -cap_height - height);
    let paint = finish.round(canvas, shell);
    canvas.fill(&sleeve, paint);
    shade_sleeve(canvas, foot, top_half, -cap_height, height);
    seal(canvas, top_half, -cap_height - height, shell);
    if look.dice.throw(2) == 0 {
        accent_band(canvas, look, foot, cap_height, height);
    }
    let middle = -cap_height - height * 0.58;
    label::print(canvas, look, shell, Place::at(middle, top_half * 1.4));
    Extent::upright(top_half, height + cap_height).on_foot(foot)
}

fn sleeve(foot: f64, top_half: f64, bottom: f64, top: f64) -> Path {
    let waist = bottom + (top - bottom) * 0.5;
    Path::start(-foot, bottom)
        .arc((foot, foot * TILT), Bend::Counter, (foot, bottom))
        .cubic((foot + 2.0, waist), (top_half, waist), (top_half, top + 22.0))
        .line(top_half, top)
        .line(-top_half, top)
        .line(-top_half, top + 22.0)
        .cubic((-top_half, waist), (-foot - 2.0, waist), (-foot, bottom))
        .close()
}

/// The soft folds a tube takes where it goes from round to flat.
fn shade_sleeve(canvas: &mut Canvas, foot: f64, top_half: f64, bottom: f64, height: f64) {
    let top = bottom - height + 22.0;
    let fold = |side: f64| {
        Path::start(side * top_half * 0.98, top)
            .quad(
                (side * foot * 0.72, top + height * 0.3),
                (side * foot * 0.74, top + height * 0.7),
            )
            .quad((side * foot * 0.9, top + height * 0.3), (side * top_half * 0.98, top))
            .close()
    };
    canvas.blur(&fold(1.0), SHADOW, 0.15, 5);
    canvas.blur(&fold(-1.0), WHITE, 0.5, 5);
    let under_seal = Path::rect(-top_half + 4.0, top, top_half * 2.0 - 8.0, 10.0);
    canvas.blur(&under_seal, SHADOW, 0.16, 5);
}

/// The flat, ribbed seal at the top.
fn seal(canvas: &mut Canvas, half: f64, top: f64, colour: Colour) {
    let band = Path::rounded(-half, top, half * 2.0, 24.0, 2.0);
    let paint = canvas.down(&[
        (0.0, colour.lit(0.4), 1.0),
        (0.7, colour.lit(0.1), 1.0),
        (1.0, colour.lit(-0.18), 1.0),
    ]);
    canvas.fill(&band, paint);
    let ribs = (0..18).fold(Path::default(), |ribs, rib| {
        let x = -half + half * (f64::from(rib) + 0.5) / 9.0;
        ribs.jump(x, top + 4.0).line(x, top + 20.0)
    });
    canvas.stroke(&ribs, colour.lit(-0.3), 1.2, 0.35);
}

/// A band of the accent colour just above the cap.
fn accent_band(canvas: &mut Canvas, look: &Look<'_>, foot: f64, cap_height: f64, height: f64) {
    let sleeve = sleeve(foot, foot * 1.3, -cap_height, -cap_height - height);
    let colour = look.tones.ink;
    canvas.inside(&sleeve, |canvas| {
        let band = Turned::cylinder(foot * 1.3, -cap_height - height * 0.12, 7.0);
        canvas.glaze(&band.silhouette(), colour, 0.55);
    });
}
