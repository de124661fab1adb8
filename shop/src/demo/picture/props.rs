//! The quiet things that keep a product company.

use super::canvas::{Canvas, SIDE};
use super::colour::Colour;
use super::dice::Dice;
use super::goods::{Look, Shape};
use super::ground;
use super::label::{self, Place};
use super::material::{Finish, IVORY, SHADOW, WALNUT, WHITE, ball};
use super::path::Path;
use super::turned::{TILT, Turned};

/// Paints what keeps the product company: `product` is called to paint it in between.
///
/// Something tall stands to its right and a little behind it, something low lies before it.
pub fn around(
    canvas: &mut Canvas,
    shape: Shape,
    look: &Look<'_>,
    dice: &mut Dice,
    right: f64,
    product: impl FnOnce(&mut Canvas),
) {
    let place = ((right + 96.0).min(SIDE - 130.0), 590.0);
    let tall = match (shape.is_boxed(), dice.throw(3)) {
        (true, 0 | 1) => Tall::Carton,
        (false, 0) => Tall::Books,
        (_, 1) => Tall::Plinth,
        _ => Tall::BudVase,
    };
    match tall {
        Tall::Carton => carton(canvas, look, place),
        Tall::Books => books(canvas, look, dice, place),
        Tall::Plinth => {
            let stone = look.tones.wall.lit(0.2);
            ground::plinth(canvas, place, 84.0, dice.between(110.0, 190.0), stone);
        }
        Tall::BudVase => bud_vase(canvas, look, dice, place),
    }
    product(canvas);
    let x = dice.pick(&[150.0, (right + 40.0).min(640.0)]);
    // Next to a branch in a vase, a second branch would be one too many.
    let choices = if tall == Tall::BudVase { 3 } else { 4 };
    match dice.throw(choices) {
        0 => fruit(canvas, dice, (x, 712.0)),
        1 if shape.is_boxed() => dish(canvas, look, (x, 708.0)),
        1 | 2 => pebbles(canvas, look, dice, (x, 706.0)),
        _ => sprig(canvas, look, dice, (x - 60.0, 716.0)),
    }
}

/// What may stand behind a product.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tall {
    Carton,
    Books,
    Plinth,
    BudVase,
}

impl Shape {
    /// Whether goods of this kind are sold in a printed carton.
    fn is_boxed(self) -> bool {
        matches!(
            self,
            Self::PumpBottle
                | Self::DropperBottle
                | Self::ScrewBottle
                | Self::CreamJar
                | Self::Tube
                | Self::SprayBottle
                | Self::PerfumeBottle
                | Self::Lipstick
                | Self::LipTint
                | Self::BalmStick
                | Self::Compact
                | Self::SoapBar
                | Self::Candle
                | Self::Diffuser
        )
    }
}

/// A prop's shadow, plainer than the product's own.
fn shadow(canvas: &mut Canvas, (x, y): (f64, f64), half: f64, height: f64) {
    let reach = (height * 0.2).min(70.0);
    let cast = Path::ellipse(x + reach * 0.8, y + 6.0, half + reach * 0.6, half * 0.1 + 12.0);
    canvas.blur(&cast, SHADOW, 0.26, 8);
    let touch = Path::ellipse(x + 2.0, y + 3.0, half * 0.98, half * TILT + 2.0);
    canvas.blur(&touch, SHADOW, 0.5, 3);
}

/// The box the product comes in.
fn carton(canvas: &mut Canvas, look: &Look<'_>, (x, y): (f64, f64)) {
    let (half, height, depth) = (74.0, 286.0, 30.0);
    let colour = look.tones.accent.mix(look.tones.body, 0.25);
    shadow(canvas, (x + 10.0, y), half + 8.0, height);
    canvas.placed(&format!("translate({x:.1} {y:.1})"), |canvas| {
        let side = Path::start(half, 4.0)
            .line(half + depth, -12.0)
            .line(half + depth, -height - 8.0)
            .line(half, -height)
            .close();
        canvas.fill(&side, colour.lit(-0.3));
        let top = Path::start(-half, -height)
            .line(-half + depth, -height - 10.0)
            .line(half + depth, -height - 8.0)
            .line(half, -height)
            .close();
        canvas.fill(&top, colour.lit(0.5));
        let front = Path::rect(-half, -height, half * 2.0, height + 4.0);
        let paint = canvas.slanting(&[(0.0, colour.lit(0.36), 1.0), (1.0, colour.lit(-0.1), 1.0)]);
        canvas.fill(&front, paint);
        let panel = Path::rect(-half, -height * 0.26, half * 2.0, height * 0.26 + 4.0);
        canvas.glaze(&panel, look.tones.ink, 0.2);
        label::print(canvas, look, colour, Place::at(-height * 0.72, half * 1.56));
    });
}

/// Two or three books lying on one another.
fn books(canvas: &mut Canvas, look: &Look<'_>, dice: &mut Dice, (x, y): (f64, f64)) {
    shadow(canvas, (x, y), 118.0, 90.0);
    let covers = [look.tones.ink.lit(0.14), look.tones.accent, look.tones.body];
    let mut bottom = y + 6.0;
    for cover in covers {
        let (half, thick) = (dice.between(96.0, 122.0), dice.between(26.0, 38.0));
        let left = x - half + dice.between(-8.0, 8.0);
        let block = Path::rounded(left, bottom - thick, half * 2.0, thick, 4.0);
        let paint = canvas.down(&[
            (0.0, cover.lit(0.3), 1.0),
            (0.2, cover, 1.0),
            (1.0, cover.lit(-0.28), 1.0),
        ]);
        canvas.fill(&block, paint);
        let pages = Path::rect(left + 24.0, bottom - thick + 5.0, half * 2.0 - 28.0, thick - 10.0);
        let paper = canvas.down(&[(0.0, IVORY.lit(-0.2), 1.0), (0.5, IVORY, 1.0)]);
        canvas.fill(&pages, paper);
        bottom -= thick;
    }
}

/// A small vase with one branch.
fn bud_vase(canvas: &mut Canvas, look: &Look<'_>, dice: &mut Dice, (x, y): (f64, f64)) {
    shadow(canvas, (x, y), 50.0, 300.0);
    let glaze = dice.pick(&[look.tones.accent, look.tones.wall.lit(0.4), look.tones.ink.lit(0.2)]);
    let lean = dice.between(-6.0, 10.0);
    canvas.placed(&format!("translate({x:.1} {y:.1})"), |canvas| {
        canvas.placed(&format!("translate(0 -150)rotate({lean:.1})"), |canvas| {
            branch(canvas, look, 210.0);
        });
        Turned::on(38.0, 0.0)
            .curve((70.0, -30.0), (62.0, -92.0), (20.0, -116.0))
            .curve((14.0, -126.0), (14.0, -140.0), (19.0, -152.0))
            .paint(canvas, glaze, Finish::Satin);
        canvas.fill(&Path::ellipse(0.0, -152.0, 16.0, 16.0 * TILT), glaze.lit(-0.5));
    });
}

/// A stem with paired leaves, growing upwards.
fn branch(canvas: &mut Canvas, look: &Look<'_>, length: f64) {
    let leaf = look.tones.body.mix(look.tones.ink, 0.45).mix(Colour::hex(0x7E8A62), 0.4);
    let stem = Path::start(0.0, 10.0).quad((14.0, -length * 0.5), (0.0, -length));
    canvas.stroke(&stem, leaf.lit(-0.2), 3.0, 0.95);
    for pair in 0..5 {
        let share = (f64::from(pair) + 1.0) / 5.0;
        let bow = 28.0 * share * (1.0 - share);
        for turn in [-58.0, 52.0] {
            let spread = turn * (1.15 - share * 0.5);
            let y = -length * share;
            canvas.placed(&format!("translate({bow:.1} {y:.0})rotate({spread:.0})"), |canvas| {
                let tone = if turn < 0.0 { leaf.lit(0.22) } else { leaf };
                canvas.fill(&Path::leaf(0.0, 2.0, 13.0, 52.0 - 14.0 * share), tone);
            });
        }
    }
}

fn pebbles(canvas: &mut Canvas, look: &Look<'_>, dice: &mut Dice, (x, y): (f64, f64)) {
    let stones = [look.tones.wall.lit(0.3), look.tones.floor.lit(-0.2), look.tones.ink.lit(0.35)];
    for (position, stone) in stones.into_iter().enumerate() {
        let across = dice.between(28.0, 50.0);
        let stone_x = x + (position as f64 - 1.0) * 62.0;
        let stone_y = y + dice.between(-12.0, 14.0);
        let down = across * dice.between(0.5, 0.68);
        shadow(canvas, (stone_x, stone_y + down * 0.7), across * 0.8, 50.0);
        let paint = ball(canvas, stone);
        canvas.fill(&Path::ellipse(stone_x, stone_y, across, down), paint);
    }
}

/// A citron and the half of another.
fn fruit(canvas: &mut Canvas, dice: &mut Dice, (x, y): (f64, f64)) {
    let skin = dice.pick(&[
        Colour::hex(0xE5B93C),
        Colour::hex(0xDE7F3A),
        Colour::hex(0xB9525A),
        Colour::hex(0xA9B05C),
    ]);
    shadow(canvas, (x, y), 44.0, 80.0);
    let paint = ball(canvas, skin);
    canvas.fill(&Path::ellipse(x, y - 44.0, 54.0, 50.0), paint);
    canvas.fill(&Path::ellipse(x + 4.0, y - 90.0, 5.0, 3.0), WALNUT);
    let (half_x, half_y) = (x + 86.0, y + 12.0);
    shadow(canvas, (half_x, half_y + 6.0), 36.0, 40.0);
    canvas.placed(&format!("translate({half_x:.1} {:.1})rotate(-14)", half_y - 30.0), |canvas| {
        canvas.fill(&Path::ellipse(0.0, 0.0, 42.0, 37.0), skin);
        canvas.fill(&Path::ellipse(0.0, 0.0, 37.0, 32.0), skin.lit(0.8));
        canvas.fill(&Path::ellipse(0.0, 0.0, 33.0, 28.0), skin.lit(0.34));
        let walls = Path::start(-31.0, -8.0)
            .line(31.0, 8.0)
            .jump(-31.0, 10.0)
            .line(31.0, -10.0)
            .jump(-11.0, -26.0)
            .line(11.0, 26.0)
            .jump(13.0, -26.0)
            .line(-13.0, 26.0);
        canvas.stroke(&walls, skin.lit(0.8), 2.6, 1.0);
    });
}

/// A small dish with a spoonful of what the product is about.
fn dish(canvas: &mut Canvas, look: &Look<'_>, (x, y): (f64, f64)) {
    let glaze = look.tones.accent;
    shadow(canvas, (x, y + 8.0), 70.0, 40.0);
    canvas.placed(&format!("translate({x:.1} {y:.1})"), |canvas| {
        Turned::on(44.0, 8.0).curve((80.0, 4.0), (92.0, -18.0), (94.0, -30.0)).paint(
            canvas,
            glaze,
            Finish::Satin,
        );
        canvas.fill(&Path::ellipse(0.0, -30.0, 94.0, 24.0), glaze.lit(0.45));
        let hollow = Path::ellipse(0.0, -29.0, 87.0, 20.0);
        let paint = canvas.down(&[(0.0, glaze.lit(-0.34), 1.0), (1.0, glaze.lit(0.1), 1.0)]);
        canvas.fill(&hollow, paint);
        canvas.inside(&hollow, |canvas| {
            let heap = ball(canvas, look.tones.content);
            canvas.fill(&Path::ellipse(-4.0, -24.0, 52.0, 17.0), heap);
            let swirl = Path::start(-34.0, -28.0).quad((-2.0, -44.0), (26.0, -28.0));
            canvas.stroke(&swirl, WHITE, 4.0, 0.5);
        });
    });
}

/// A cut branch lying on the surface.
fn sprig(canvas: &mut Canvas, look: &Look<'_>, dice: &mut Dice, (x, y): (f64, f64)) {
    let turn = dice.between(66.0, 82.0);
    let lying = format!("translate({x:.1} {y:.1})rotate({turn:.1})");
    canvas.blur(&Path::ellipse(x + 92.0, y + 2.0, 104.0, 14.0), SHADOW, 0.34, 8);
    canvas.placed(&lying, |canvas| {
        branch(canvas, look, 176.0);
        canvas.stroke(&Path::start(0.0, 8.0).quad((14.0, -80.0), (2.0, -160.0)), WHITE, 1.0, 0.4);
    });
}
