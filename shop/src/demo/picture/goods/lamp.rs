//! Table lamps.

use super::{Extent, Look};
use crate::demo::picture::canvas::Canvas;
use crate::demo::picture::colour::Colour;
use crate::demo::picture::label::{self, Place};
use crate::demo::picture::material::{BRASS, Finish, OAK, STEEL};
use crate::demo::picture::path::Path;
use crate::demo::picture::turned::Turned;

const LIGHT: Colour = Colour::hex(0xFFE2A6);

/// What shades the light.
#[derive(Clone, Copy, Debug)]
pub enum Shade {
    /// A mushroom dome of lacquered metal.
    Dome,
    /// A pleated cotton cone that glows from within.
    Pleats,
    /// A round lantern of mulberry paper.
    Paper,
}

/// A table lamp, lit.
pub fn lamp(canvas: &mut Canvas, look: &mut Look<'_>, shade: Shade) -> Extent {
    let half = look.dice.between(122.0, 152.0);
    let stem = look.dice.between(170.0, 214.0);
    let (metal, finish) = look.dice.pick(&[
        (BRASS, Finish::Metal),
        (STEEL, Finish::Metal),
        (OAK, Finish::Matte),
        (look.tones.ink, Finish::Satin),
        (look.tones.body, Finish::Satin),
    ]);
    let base = half * look.dice.between(0.5, 0.62);

    halo(canvas, half, -stem - 60.0);
    Turned::shouldered(base, 0.0, 24.0, 6.0, base - 4.0).paint_lidded(canvas, metal, finish);
    Turned::cylinder(8.0, -22.0, stem).paint(canvas, metal, finish);
    let shade_height = match shade {
        Shade::Dome => dome(canvas, look, half, -stem),
        Shade::Pleats => cone(canvas, look, half, -stem),
        Shade::Paper => lantern(canvas, half, -stem),
    };
    label::print_maker(canvas, look, metal, Place::at(-4.0, base * 0.7));
    Extent::upright(half, stem + shade_height).on_foot(base)
}

fn halo(canvas: &mut Canvas, half: f64, centre: f64) {
    let glow = canvas.radiating(
        (0.5, 0.5),
        0.5,
        &[(0.0, LIGHT, 0.8), (0.5, LIGHT, 0.28), (1.0, LIGHT, 0.0)],
    );
    canvas.fill(&Path::ellipse(0.0, centre, half * 2.1, half * 1.9), glow);
    let pool = canvas.radiating((0.5, 0.5), 0.5, &[(0.0, LIGHT, 0.6), (1.0, LIGHT, 0.0)]);
    canvas.fill(&Path::ellipse(0.0, 4.0, half * 1.7, 44.0), pool);
}

/// The light that falls out under a shade.
fn underside(canvas: &mut Canvas, half: f64, bottom: f64) {
    let light = canvas.radiating(
        (0.5, 0.3),
        0.6,
        &[(0.0, Colour::hex(0xFFFBEF), 1.0), (1.0, Colour::hex(0xF4CE86), 1.0)],
    );
    canvas.fill(&Path::ellipse(0.0, bottom, half, half * 0.1), light);
}

fn dome(canvas: &mut Canvas, look: &Look<'_>, half: f64, bottom: f64) -> f64 {
    let height = half * 0.86;
    Turned::on(half, bottom)
        .curve(
            (half, bottom - height * 0.72),
            (half * 0.6, bottom - height),
            (10.0, bottom - height),
        )
        .paint(canvas, look.tones.body, Finish::Gloss);
    underside(canvas, half, bottom);
    height
}

fn cone(canvas: &mut Canvas, look: &Look<'_>, half: f64, bottom: f64) -> f64 {
    let height = half * 1.14;
    let cloth = look.tones.content.mix(LIGHT, 0.5);
    let shade = Turned::on(half, bottom).to(half * 0.56, bottom - height);
    let paint = canvas.across(&[
        (0.0, cloth.lit(-0.2), 1.0),
        (0.36, cloth.lit(0.7), 1.0),
        (0.6, cloth.lit(0.36), 1.0),
        (1.0, cloth.lit(-0.24), 1.0),
    ]);
    canvas.fill(&shade.silhouette(), paint);
    let pleats = (-8..=8).fold(Path::default(), |pleats, pleat| {
        let share = f64::from(pleat) / 8.5;
        let sag = (1.0 - share * share) * half * 0.1;
        pleats.jump(share * half, bottom + sag).line(share * half * 0.56, bottom - height)
    });
    canvas.stroke(&pleats, cloth.lit(-0.4), 1.6, 0.3);
    let top = Path::ellipse(0.0, bottom - height, half * 0.56, half * 0.06);
    canvas.fill(&top, LIGHT.lit(0.5));
    height
}

fn lantern(canvas: &mut Canvas, half: f64, bottom: f64) -> f64 {
    let tall = half * 0.86;
    let centre = bottom - tall + 10.0;
    let ball = Path::ellipse(0.0, centre, half, tall);
    let paint = canvas.radiating(
        (0.5, 0.56),
        0.56,
        &[
            (0.0, Colour::hex(0xFFFDF4), 1.0),
            (0.6, Colour::hex(0xFCEBC6), 1.0),
            (1.0, Colour::hex(0xDDB983), 1.0),
        ],
    );
    canvas.fill(&ball, paint);
    let ribs = (-4..=4).fold(Path::default(), |ribs, rib| {
        let share = f64::from(rib) / 5.0;
        let reach = half * (1.0 - share * share).sqrt();
        let y = centre + tall * share;
        ribs.jump(-reach, y).quad((0.0, y + 14.0), (reach, y))
    });
    canvas.stroke(&ribs, Colour::hex(0xA9824C), 1.3, 0.4);
    tall * 2.0 - 10.0
}
