//! Bottles with a pump, a pipette or a screw cap.

use super::{Extent, Look};
use crate::demo::picture::canvas::Canvas;
use crate::demo::picture::colour::Colour;
use crate::demo::picture::label::{self, Place};
use crate::demo::picture::material::{Finish, SHADOW, WHITE};
use crate::demo::picture::path::Path;
use crate::demo::picture::turned::Turned;

/// A shouldered bottle with a lotion pump.
pub fn pump(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(76.0, 94.0);
    let height = look.dice.between(238.0, 286.0);
    let shoulder = look.dice.pick(&[14.0, 26.0, 44.0, 60.0]);
    let (shell, finish) = look.shell();
    let (cap, cap_finish) = look.cap();

    pump_head(canvas, -height - 34.0, cap, cap_finish);
    Turned::cylinder(34.0, -height + 2.0, 34.0).paint_lidded(canvas, cap, cap_finish);
    Turned::shouldered(half, 0.0, height, shoulder, 34.0).paint(canvas, shell, finish);
    // The collar presses into the shoulder and keeps the light from it.
    canvas.blur(&Path::ellipse(0.0, -height + 5.0, 38.0, 4.0), SHADOW, 0.35, 3);
    if look.dice.throw(3) == 0 {
        label::stick(canvas, look, Place::at(-height * 0.46, half * 1.4));
    } else {
        label::print(canvas, look, shell, Place::at(-height * 0.5, half * 1.36));
    }
    Extent::upright(half, height + 116.0)
}

/// The stem, the nozzle pointing left and the head of a pump, above its collar.
fn pump_head(canvas: &mut Canvas, collar: f64, colour: Colour, finish: Finish) {
    let stem = collar - 34.0;
    Turned::cylinder(9.0, collar + 4.0, 40.0).paint(canvas, colour.lit(0.1), finish);
    let nozzle = Path::start(10.0, stem - 24.0)
        .line(-58.0, stem - 24.0)
        .cubic((-74.0, stem - 24.0), (-82.0, stem - 16.0), (-84.0, stem + 6.0))
        .line(-72.0, stem + 7.0)
        .cubic((-70.0, stem - 6.0), (-64.0, stem - 8.0), (-56.0, stem - 8.0))
        .line(10.0, stem - 4.0)
        .close();
    let top_light = canvas.down(&[
        (0.0, colour.lit(0.45), 1.0),
        (0.4, colour, 1.0),
        (1.0, colour.lit(-0.3), 1.0),
    ]);
    canvas.fill(&nozzle, top_light);
    Turned::shouldered(27.0, stem, 40.0, 10.0, 22.0).paint(canvas, colour, finish);
    canvas.stroke(&Path::start(-20.0, stem - 39.0).line(14.0, stem - 40.0), WHITE, 2.0, 0.5);
}

/// A small bottle with a pipette.
pub fn dropper(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(72.0, 90.0);
    let height = look.dice.between(176.0, 216.0);
    let shoulder = look.dice.pick(&[20.0, 36.0, 58.0]);
    let (cap, cap_finish) = look.cap();
    let body = Turned::shouldered(half, 0.0, height, shoulder, 30.0);

    rubber_bulb(canvas, -height - 42.0, look.tones.ink);
    let ground = if look.dice.throw(5) < 3 {
        glass_with_pipette(canvas, look, &body, height)
    } else {
        let (shell, finish) = look.shell();
        body.paint(canvas, shell, finish);
        shell
    };
    Turned::cylinder(32.0, -height + 2.0, 46.0).paint_lidded(canvas, cap, cap_finish);
    let ridges = (0..9).fold(Path::default(), |ridges, ridge| {
        let x = -28.0 + 7.0 * f64::from(ridge);
        ridges.jump(x, -height - 38.0).line(x, -height - 2.0)
    });
    canvas.stroke(&ridges, cap.lit(-0.4), 1.0, 0.4);
    if look.dice.throw(2) == 0 {
        label::stick(canvas, look, Place::at(-height * 0.44, half * 1.4));
    } else {
        label::print(canvas, look, ground, Place::at(-height * 0.46, half * 1.36));
    }
    Extent::upright(half, height + 130.0)
}

/// The rubber bulb that draws the pipette full, above its cap.
fn rubber_bulb(canvas: &mut Canvas, cap: f64, colour: Colour) {
    Turned::on(19.0, cap)
        .to(18.0, cap - 40.0)
        .curve((18.0, cap - 66.0), (12.0, cap - 82.0), (4.0, cap - 84.0))
        .paint(canvas, colour.lit(0.12), Finish::Matte);
}

/// Clear glass, the serum in it and the pipette that stands in the serum.
fn glass_with_pipette(
    canvas: &mut Canvas,
    look: &mut Look<'_>,
    body: &Turned,
    height: f64,
) -> Colour {
    let tint = look.dice.pick(&[look.tones.body, look.tones.content, Colour::hex(0xB07A45)]);
    let serum = tint.mix(look.tones.content, 0.45);
    body.paint_glass(canvas, tint, |canvas| {
        body.paint_filling(canvas, serum, -height * 0.78);
        let pipette = Path::rounded(-7.0, -height, 14.0, height * 0.88, 7.0);
        canvas.glaze(&pipette, WHITE, 0.26);
    });
    serum
}

/// A tall bottle with a screw cap.
pub fn screw(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(64.0, 80.0);
    let height = look.dice.between(262.0, 312.0);
    let (cap, cap_finish) = look.cap();
    let neck = half * look.dice.pick(&[0.5, 0.62, 0.8]);
    let cap_height = look.dice.between(52.0, 84.0);
    let body = Turned::shouldered(half, 0.0, height, half * 0.5, neck);

    let ground = if look.dice.throw(2) == 0 {
        let tint = look.tones.body.lit(0.1);
        let toner = look.tones.content.mix(tint, 0.4);
        body.paint_glass(canvas, tint, |canvas| {
            body.paint_filling(canvas, toner, -height * 0.86);
        });
        toner
    } else {
        let (shell, finish) = look.shell();
        body.paint(canvas, shell, finish);
        shell
    };
    let (ring, ring_finish) = look.collar();
    Turned::cylinder(neck + 1.0, -height + 3.0, 8.0).paint(canvas, ring, ring_finish);
    Turned::cylinder(neck + 2.0, -height - 4.0, cap_height).paint_lidded(canvas, cap, cap_finish);
    label::print(canvas, look, ground, Place::at(-height * 0.5, half * 1.4));
    Extent::upright(half, height + cap_height + 12.0)
}
