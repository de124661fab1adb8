//! Folded cloth: towels, throws and bed linen.

use super::{Extent, Look};
use crate::demo::picture::canvas::Canvas;
use crate::demo::picture::colour::Colour;
use crate::demo::picture::label::{self, Place};
use crate::demo::picture::material::{IVORY, SHADOW, WHITE};
use crate::demo::picture::path::Path;

/// A stack of three folded towels.
pub fn towels(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(168.0, 190.0);
    let thick = look.dice.between(70.0, 88.0);
    let terry = terry(canvas);
    let mut shades = [look.tones.body, look.tones.content, look.tones.body.lit(0.3)];
    let first = look.dice.throw(shades.len());
    shades.rotate_left(first);

    let mut bottom = 0.0;
    for (level, shade) in shades.into_iter().enumerate() {
        let fold = Fold { half: half - look.dice.between(0.0, 12.0), bottom, thick };
        fold.paint(canvas, shade, (&terry, 0.36));
        bottom -= thick;
        if level + 1 == shades.len() {
            hem(canvas, &fold, shade);
        }
    }
    woven_tag(canvas, look, half * 0.2, bottom + thick * 0.56);
    Extent::flat(half, 6.0 - bottom)
}

/// Little loops of cotton.
fn terry(canvas: &mut Canvas) -> String {
    canvas.tiled((7.0, 6.0), 12.0, |canvas| {
        canvas.stroke(&Path::start(1.0, 2.0).line(2.6, 3.4), WHITE, 1.6, 0.6);
        canvas.stroke(&Path::start(4.6, 4.8).line(5.6, 3.8), SHADOW, 1.4, 0.28);
    })
}

/// One folded piece, its rounded fold towards the viewer.
struct Fold {
    half: f64,
    bottom: f64,
    thick: f64,
}

impl Fold {
    fn outline(&self) -> Path {
        let (half, bottom, top) = (self.half, self.bottom + 4.0, self.bottom - self.thick);
        let round = self.thick * 0.5;
        Path::start(-half + round, top)
            .quad((0.0, top - 5.0), (half - round, top))
            .cubic((half + 6.0, top), (half + 6.0, bottom), (half - round, bottom))
            .quad((0.0, bottom + 6.0), (-half + round, bottom))
            .cubic((-half - 6.0, bottom), (-half - 6.0, top), (-half + round, top))
            .close()
    }

    /// Paints the piece in a colour, and a texture over it.
    fn paint(&self, canvas: &mut Canvas, colour: Colour, (texture, depth): (&str, f64)) {
        let reach = self.half + 6.0;
        let whole =
            Path::rect(-reach, self.bottom - self.thick - 3.0, reach * 2.0, self.thick + 10.0);
        canvas.inside(&self.outline(), |canvas| {
            let light = canvas.down(&[
                (0.0, colour.lit(0.34), 1.0),
                (0.3, colour.lit(0.1), 1.0),
                (0.72, colour.lit(-0.06), 1.0),
                (1.0, colour.lit(-0.38), 1.0),
            ]);
            canvas.fill(&whole, light);
            let sides = canvas.across(&[
                (0.0, SHADOW, 0.2),
                (0.12, WHITE, 0.2),
                (0.5, WHITE, 0.0),
                (1.0, SHADOW, 0.26),
            ]);
            canvas.fill(&whole, sides);
            canvas.glaze(&whole, texture, depth);
        });
        self.paint_layers(canvas);
    }

    /// The layers inside the fold show at its end, one turning back within the other.
    fn paint_layers(&self, canvas: &mut Canvas) {
        let (right, middle) = (self.half - 4.0, self.bottom - self.thick * 0.48);
        let layers = [0.3, 0.1].iter().fold(Path::default(), |layers, &share| {
            let (rise, tip) = (self.thick * share, right - self.thick * (0.34 - share));
            let (upper, lower) = (middle - rise, middle + rise);
            layers
                .jump(right - self.thick * 1.9, upper)
                .line(tip - rise * 1.6, upper)
                .cubic((tip, upper), (tip, lower), (tip - rise * 1.6, lower))
                .line(right - self.thick * 1.9, lower)
        });
        let fading = canvas.across(&[(0.0, SHADOW, 0.0), (1.0, SHADOW, 0.34)]);
        canvas.stroke(&layers, fading, 2.2, 1.0);
    }
}

/// The flat woven bands near the end of a towel.
fn hem(canvas: &mut Canvas, fold: &Fold, colour: Colour) {
    canvas.inside(&fold.outline(), |canvas| {
        for x in [-0.66, -0.56] {
            let band =
                Path::rect(fold.half * x, fold.bottom - fold.thick - 8.0, 9.0, fold.thick + 20.0);
            canvas.glaze(&band, colour.lit(-0.24), 0.55);
        }
    });
}

fn woven_tag(canvas: &mut Canvas, look: &Look<'_>, x: f64, y: f64) {
    let (width, height) = (104.0, 32.0);
    let tag = Path::rounded(x - width / 2.0, y - height / 2.0, width, height, 2.0);
    canvas.blur(&tag, SHADOW, 0.35, 3);
    canvas.fill(&tag, IVORY);
    let place = Place { x, y: y + 5.0, width: width * 0.84 };
    label::print_maker(canvas, look, IVORY, place);
}

/// A folded throw with a fringe, or folded bed linen with piping.
pub fn blanket(canvas: &mut Canvas, look: &mut Look<'_>) -> Extent {
    let half = look.dice.between(176.0, 196.0);
    let thick = look.dice.between(84.0, 104.0);
    let cloth = look.dice.pick(&[look.tones.body, look.tones.content, look.tones.body.lit(0.25)]);
    let weave = weave(canvas, look, cloth);
    let fringed = look.dice.throw(2) == 0;

    for level in 0..2 {
        let fold =
            Fold { half: half - 8.0 * f64::from(level), bottom: -thick * f64::from(level), thick };
        fold.paint(canvas, cloth, (&weave, 0.8));
    }
    drape(canvas, look, cloth, &weave, (half, thick), fringed);
    Extent::flat(half, thick * 2.0 + 12.0)
}

/// Herringbone, a window check or stripes.
fn weave(canvas: &mut Canvas, look: &mut Look<'_>, cloth: Colour) -> String {
    let deep = cloth.mix(look.tones.ink, 0.55);
    match look.dice.throw(3) {
        0 => canvas.tiled((16.0, 10.0), 0.0, |canvas| {
            let herringbone = Path::start(0.0, 8.0).line(8.0, 2.0).line(16.0, 8.0);
            canvas.stroke(&herringbone, deep, 1.2, 0.35);
        }),
        1 => canvas.tiled((46.0, 46.0), 0.0, |canvas| {
            let check = Path::start(0.0, 23.0).line(46.0, 23.0).jump(23.0, 0.0).line(23.0, 46.0);
            canvas.stroke(&check, deep, 2.2, 0.4);
        }),
        _ => canvas.tiled((34.0, 8.0), 0.0, |canvas| {
            canvas.glaze(&Path::rect(0.0, 0.0, 11.0, 8.0), deep, 0.22);
            canvas.glaze(&Path::rect(16.0, 0.0, 2.0, 8.0), deep, 0.3);
        }),
    }
}

/// The end that hangs down over the front of the stack.
fn drape(
    canvas: &mut Canvas,
    look: &Look<'_>,
    cloth: Colour,
    weave: &str,
    (half, thick): (f64, f64),
    fringed: bool,
) {
    let (left, right) = (-half * 0.3, half * 0.42);
    let (top, hem) = (-thick * 2.0 - 3.0, -thick * 0.32);
    let sheet = Path::start(left, top)
        .quad((left - 8.0, -thick), (left - 3.0, hem))
        .quad(((left + right) / 2.0, hem + 8.0), (right + 4.0, hem - 2.0))
        .quad((right + 8.0, -thick), (right, top))
        .close();
    canvas.blur(&sheet, SHADOW, 0.36, 6);
    let light = canvas.down(&[
        (0.0, cloth.lit(0.42), 1.0),
        (0.14, cloth.lit(0.12), 1.0),
        (1.0, cloth.lit(-0.08), 1.0),
    ]);
    canvas.fill(&sheet, light);
    canvas.glaze(&sheet, weave, 0.8);
    if fringed {
        let threads = (0..22).fold(Path::default(), |threads, thread| {
            let x = left + (right - left) * (f64::from(thread) + 0.5) / 22.0;
            threads.jump(x, hem).line(x + 1.5, hem + 26.0)
        });
        canvas.stroke(&threads, cloth.lit(0.2), 3.0, 1.0);
    } else {
        let piping = Path::start(left - 3.0, hem - 8.0)
            .quad(((left + right) / 2.0, hem), (right + 4.0, hem - 10.0));
        canvas.stroke(&piping, look.tones.ink, 2.4, 0.6);
    }
    woven_tag(canvas, look, (left + right) / 2.0, hem - 44.0);
}
