//! What a product contains or is made of, laid out before it.

use super::canvas::Canvas;
use super::colour::Colour;
use super::dice::Dice;
use super::goods::{Look, Shape};
use super::material::{IVORY, OAK, SHADOW, WHITE};
use super::path::Path;

/// Paints the swatch that belongs to goods of a kind, at the lower left.
pub fn paint(canvas: &mut Canvas, shape: Shape, look: &Look<'_>, dice: &mut Dice) {
    let turn = dice.between(-9.0, 9.0);
    canvas.placed(
        &format!("translate(182 728)scale(1.06)rotate({turn:.1})"),
        |canvas| match shape {
            Shape::CreamJar | Shape::Tube | Shape::PumpBottle | Shape::SheetMask => {
                cream(canvas, look.tones.content.lit(0.42));
            }
            Shape::DropperBottle | Shape::ScrewBottle | Shape::SprayBottle => {
                drops(canvas, look.tones.content.mix(look.tones.body, 0.2), dice);
            }
            Shape::Lipstick | Shape::LipTint => {
                strokes(canvas, look.tones.content.mix(look.tones.body, 0.5));
            }
            Shape::Compact => powder(canvas, look.tones.content, dice),
            Shape::SoapBar | Shape::BalmStick => foam(canvas, dice),
            Shape::PerfumeBottle | Shape::Diffuser | Shape::Candle => petals(canvas, look, dice),
            Shape::Mug
            | Shape::Bowl
            | Shape::Plate
            | Shape::Teapot
            | Shape::MoonJar
            | Shape::BottleVase
            | Shape::GlassVase => {
                chips(canvas, [look.tones.body, look.tones.content, look.tones.accent], 22.0);
            }
            Shape::Notebook
            | Shape::DomeLamp
            | Shape::PleatedLamp
            | Shape::PaperLamp
            | Shape::WoodenBox
            | Shape::HairBrush
            | Shape::LacquerBrush => {
                chips(canvas, [OAK, look.tones.body, look.tones.accent], 4.0);
            }
            Shape::Towels
            | Shape::Blanket
            | Shape::Pillow
            | Shape::Basket
            | Shape::ToteBag
            | Shape::ClothBox => {
                cloths(canvas, look);
            }
        },
    );
}

/// A stroke of cream drawn out with a spatula.
fn cream(canvas: &mut Canvas, colour: Colour) {
    let smear = Path::start(-150.0, 24.0)
        .cubic((-166.0, -22.0), (-110.0, -46.0), (-62.0, -44.0))
        .cubic((-8.0, -66.0), (46.0, -58.0), (96.0, -50.0))
        .cubic((150.0, -56.0), (176.0, -34.0), (156.0, -12.0))
        .cubic((182.0, 10.0), (136.0, 34.0), (92.0, 34.0))
        .cubic((36.0, 54.0), (-20.0, 44.0), (-66.0, 48.0))
        .cubic((-110.0, 54.0), (-142.0, 48.0), (-150.0, 24.0))
        .close();
    canvas.placed("translate(6 10)", |canvas| canvas.blur(&smear, SHADOW, 0.4, 8));
    let paint = canvas.slanting(&[
        (0.0, colour.lit(0.7), 1.0),
        (0.5, colour, 1.0),
        (1.0, colour.lit(-0.16), 1.0),
    ]);
    canvas.fill(&smear, paint);
    canvas.inside(&smear, |canvas| {
        for (y, bend) in [(-26.0, -22.0), (2.0, -16.0), (28.0, -10.0)] {
            let ridge = Path::start(-140.0, y + 12.0).cubic(
                (-70.0, y + bend),
                (30.0, y - bend * 0.6),
                (160.0, y - 8.0),
            );
            canvas.placed("translate(0 7)", |canvas| {
                canvas.stroke(&ridge, colour.lit(-0.4), 9.0, 0.2);
            });
            canvas.stroke(&ridge, WHITE, 6.0, 0.75);
        }
    });
}

/// Drops of serum or toner.
fn drops(canvas: &mut Canvas, colour: Colour, dice: &mut Dice) {
    let places =
        [(-96.0, -12.0, 58.0), (10.0, 22.0, 78.0), (104.0, -20.0, 40.0), (-30.0, -44.0, 22.0)];
    for (x, y, across) in places {
        let across = across * dice.between(0.9, 1.08);
        let down = across * 0.44;
        let drop = Path::ellipse(x, y, across, down);
        canvas.blur(&Path::ellipse(x + 6.0, y + 7.0, across, down), SHADOW, 0.36, 5);
        let lens = canvas.slanting(&[
            (0.0, colour.lit(-0.24), 0.9),
            (0.5, colour.lit(0.1), 0.85),
            (1.0, colour.lit(0.75), 0.9),
        ]);
        canvas.fill(&drop, lens);
        canvas.stroke(&drop, WHITE, 1.6, 0.5);
        let glint = Path::ellipse(x - across * 0.42, y - down * 0.4, across * 0.2, down * 0.2);
        canvas.glaze(&glint, WHITE, 0.95);
        let far = Path::start(x + across * 0.1, y + down * 0.76)
            .quad((x + across * 0.6, y + down * 0.7), (x + across * 0.8, y + down * 0.24));
        canvas.stroke(&far, WHITE, 3.4, 0.7);
    }
}

/// Three strokes of colour, from sheer to full.
fn strokes(canvas: &mut Canvas, colour: Colour) {
    for (row, depth) in [0.45, 0.1, -0.14].into_iter().enumerate() {
        let y = -74.0 + 46.0 * row as f64;
        let tone = colour.lit(depth);
        let stroke = Path::start(-140.0, y + 20.0)
            .cubic((-150.0, y - 4.0), (-120.0, y - 14.0), (-90.0, y - 12.0))
            .line(106.0, y - 18.0)
            .quad((150.0, y - 10.0), (120.0, y + 2.0))
            .quad((146.0, y + 14.0), (96.0, y + 18.0))
            .line(-100.0, y + 26.0)
            .quad((-130.0, y + 30.0), (-140.0, y + 20.0))
            .close();
        canvas.placed("translate(3 5)", |canvas| canvas.blur(&stroke, SHADOW, 0.3, 3));
        let paint = canvas.across(&[
            (0.0, tone.lit(-0.12), 1.0),
            (0.3, tone.lit(0.14), 1.0),
            (1.0, tone, 1.0),
        ]);
        canvas.fill(&stroke, paint);
        let streaks =
            Path::start(-120.0, y).line(100.0, y - 7.0).jump(-110.0, y + 12.0).line(70.0, y + 7.0);
        canvas.stroke(&streaks, WHITE, 3.0, 0.42);
    }
}

/// A broken heap of powder.
fn powder(canvas: &mut Canvas, colour: Colour, dice: &mut Dice) {
    canvas.blur(&Path::ellipse(4.0, 18.0, 150.0, 34.0), colour.lit(-0.2), 0.6, 9);
    let heap = Path::start(-130.0, 30.0)
        .cubic((-90.0, -6.0), (-50.0, -58.0), (-6.0, -50.0))
        .cubic((44.0, -62.0), (86.0, -4.0), (136.0, 28.0))
        .quad((0.0, 56.0), (-130.0, 30.0))
        .close();
    let paint = canvas.slanting(&[
        (0.0, colour.lit(0.45), 1.0),
        (0.5, colour, 1.0),
        (1.0, colour.lit(-0.26), 1.0),
    ]);
    canvas.fill(&heap, paint);
    for _ in 0..16 {
        let (x, y) = (dice.between(-150.0, 150.0), dice.between(-10.0, 52.0));
        let size = dice.between(3.0, 13.0);
        let crumb = Path::start(x - size, y)
            .line(x - size * 0.3, y - size * 0.8)
            .line(x + size, y - size * 0.3)
            .line(x + size * 0.4, y + size * 0.6)
            .close();
        canvas.fill(&crumb, colour.lit(dice.between(-0.24, 0.3)));
    }
}

/// A heap of bubbles.
fn foam(canvas: &mut Canvas, dice: &mut Dice) {
    canvas.blur(&Path::ellipse(4.0, 30.0, 140.0, 26.0), SHADOW, 0.36, 9);
    let tint = Colour::hex(0xF4F3EF);
    let bubble = canvas.radiating(
        (0.34, 0.3),
        0.72,
        &[(0.0, WHITE, 1.0), (0.6, tint, 0.96), (1.0, tint.lit(-0.2), 0.96)],
    );
    for row in 0..3 {
        let across = 7 - row * 2;
        for column in 0..across {
            let x = (f64::from(column) - f64::from(across - 1) / 2.0) * 40.0;
            let y = 26.0 - 32.0 * f64::from(row) + dice.between(-8.0, 8.0);
            let size = dice.between(20.0, 34.0);
            canvas.fill(&Path::ellipse(x + dice.between(-8.0, 8.0), y, size, size * 0.86), &bubble);
        }
    }
}

/// Scattered petals and a leaf or two.
fn petals(canvas: &mut Canvas, look: &Look<'_>, dice: &mut Dice) {
    let petal = look.tones.content;
    for number in 0..9 {
        let (x, y) = (dice.between(-150.0, 150.0), dice.between(-44.0, 54.0));
        let turn = dice.between(0.0, 360.0);
        let (width, length) = (dice.between(22.0, 34.0), dice.between(62.0, 88.0));
        let colour = match number % 4 {
            0 => petal.lit(0.4),
            1 => look.tones.body.mix(look.tones.ink, 0.35),
            _ => petal,
        };
        // Lying flat, all of them look shorter away from the viewer than across.
        canvas.placed(
            &format!("translate({x:.0} {y:.0})scale(1 .55)rotate({turn:.0})"),
            |canvas| {
                let leaf = Path::leaf(0.0, length / 2.0, width, length);
                canvas.placed("translate(5 8)", |canvas| canvas.blur(&leaf, SHADOW, 0.4, 4));
                let paint =
                    canvas.down(&[(0.0, colour.lit(0.4), 1.0), (1.0, colour.lit(-0.18), 1.0)]);
                canvas.fill(&leaf, paint);
            },
        );
    }
}

/// Three sample chips of glaze, wood or lacquer, overlapping.
fn chips(canvas: &mut Canvas, colours: [Colour; 3], corner: f64) {
    for (position, colour) in colours.into_iter().enumerate() {
        let x = -96.0 + 82.0 * position as f64;
        let turn = -12.0 + 13.0 * position as f64;
        canvas.placed(&format!("translate({x} 0)scale(1 .62)rotate({turn})"), |canvas| {
            let chip = Path::rounded(-66.0, -66.0, 132.0, 132.0, corner);
            canvas.placed("translate(8 14)", |canvas| canvas.blur(&chip, SHADOW, 0.42, 7));
            canvas.placed("translate(0 11)", |canvas| canvas.fill(&chip, colour.lit(-0.34)));
            let paint = canvas.slanting(&[
                (0.0, colour.lit(0.5), 1.0),
                (0.5, colour, 1.0),
                (1.0, colour.lit(-0.1), 1.0),
            ]);
            canvas.fill(&chip, paint);
            let glint = Path::start(-46.0, -50.0).line(16.0, -50.0);
            canvas.stroke(&glint, WHITE, 5.0, 0.55);
        });
    }
}

/// Swatches of cloth with pinked edges.
fn cloths(canvas: &mut Canvas, look: &Look<'_>) {
    let weave = canvas.tiled((8.0, 8.0), 0.0, |canvas| {
        let over = Path::start(0.0, 2.0).line(5.0, 2.0).jump(4.0, 6.0).line(9.0, 6.0);
        canvas.stroke(&over, WHITE, 1.6, 0.5);
        let under = Path::start(6.6, 0.0).line(6.6, 4.0).jump(2.4, 4.0).line(2.4, 8.0);
        canvas.stroke(&under, SHADOW, 1.2, 0.3);
    });
    let colours = [look.tones.body, IVORY, look.tones.content];
    for (position, colour) in colours.into_iter().enumerate() {
        let x = -70.0 + 66.0 * position as f64;
        let turn = -16.0 + 15.0 * position as f64;
        canvas.placed(&format!("translate({x} 0)scale(1 .6)rotate({turn})"), |canvas| {
            let cloth = pinked(84.0);
            let square = Path::rect(-84.0, -84.0, 168.0, 168.0);
            canvas.placed("translate(7 12)", |canvas| canvas.blur(&square, SHADOW, 0.4, 6));
            let paint =
                canvas.slanting(&[(0.0, colour.lit(0.3), 1.0), (1.0, colour.lit(-0.12), 1.0)]);
            canvas.fill(&cloth, paint);
            canvas.glaze(&square, &weave, 0.8);
        });
    }
}

/// A square with zigzag edges.
fn pinked(half: f64) -> Path {
    let teeth = 8;
    let step = half * 2.0 / f64::from(teeth);
    let mut path = Path::start(-half, -half);
    for tooth in 0..teeth {
        let along = -half + step * f64::from(tooth);
        path = path.line(along + step / 2.0, -half - 6.0).line(along + step, -half);
    }
    for tooth in 0..teeth {
        let along = -half + step * f64::from(tooth);
        path = path.line(half + 6.0, along + step / 2.0).line(half, along + step);
    }
    for tooth in (0..teeth).rev() {
        let along = -half + step * f64::from(tooth);
        path = path.line(along + step / 2.0, half + 6.0).line(along, half);
    }
    for tooth in (0..teeth).rev() {
        let along = -half + step * f64::from(tooth);
        path = path.line(-half - 6.0, along + step / 2.0).line(-half, along);
    }
    path.close()
}
