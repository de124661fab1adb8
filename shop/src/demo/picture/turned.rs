//! Turned bodies: bottles, jars, cups and all else that is round about an upright axis.

use super::canvas::Canvas;
use super::colour::Colour;
use super::material::{Finish, SHADOW, WHITE};
use super::path::{Bend, Path};

/// How far a circle lying flat is seen from above: its depth for a width of 1.
pub const TILT: f64 = 0.11;

/// The right half of a turned body's silhouette, from the base upwards.
///
/// Points are (distance from the axis, height), with heights negative upwards as in SVG.
#[derive(Clone, Debug)]
pub struct Turned {
    base: (f64, f64),
    steps: Vec<Step>,
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Line((f64, f64)),
    Curve((f64, f64), (f64, f64), (f64, f64)),
}

impl Step {
    fn end(self) -> (f64, f64) {
        match self {
            Self::Line(end) | Self::Curve(_, _, end) => end,
        }
    }
}

impl Turned {
    /// A body that stands on a circle of radius `half`.
    pub fn on(half: f64, height: f64) -> Self {
        Self { base: (half, height), steps: Vec::new() }
    }

    /// A plain cylinder.
    pub fn cylinder(half: f64, bottom: f64, height: f64) -> Self {
        Self::on(half, bottom).to(half, bottom - height)
    }

    /// A cylinder whose upper edge is rounded off down to the radius `neck`.
    pub fn shouldered(half: f64, bottom: f64, height: f64, shoulder: f64, neck: f64) -> Self {
        let top = bottom - height;
        Self::on(half, bottom).to(half, top + shoulder).curve(
            (half, top + shoulder * 0.35),
            (half - (half - neck) * 0.35, top),
            (neck, top),
        )
    }

    /// Goes straight on to a point.
    pub fn to(mut self, half: f64, height: f64) -> Self {
        self.steps.push(Step::Line((half, height)));
        self
    }

    /// Goes on to a point in a curve.
    pub fn curve(mut self, first: (f64, f64), second: (f64, f64), end: (f64, f64)) -> Self {
        self.steps.push(Step::Curve(first, second, end));
        self
    }

    /// Where the silhouette ends at the top.
    pub fn rim(&self) -> (f64, f64) {
        self.steps.last().map_or(self.base, |step| step.end())
    }

    /// The outline of the whole body.
    pub fn silhouette(&self) -> Path {
        let mut path = Path::start(self.base.0, self.base.1);
        for &step in &self.steps {
            path = match step {
                Step::Line(end) => path.line(end.0, end.1),
                Step::Curve(first, second, end) => path.cubic(first, second, end),
            };
        }
        let (rim, top) = self.rim();
        path = path.arc((rim, rim * TILT), Bend::Counter, (-rim, top));
        let mirrored = |(half, height): (f64, f64)| (-half, height);
        for (position, &step) in self.steps.iter().enumerate().rev() {
            let before = match position {
                0 => self.base,
                _ => self.steps[position - 1].end(),
            };
            path = match step {
                Step::Line(_) => path.line(-before.0, before.1),
                Step::Curve(first, second, _) => {
                    path.cubic(mirrored(second), mirrored(first), mirrored(before))
                }
            };
        }
        let (half, bottom) = self.base;
        path.arc((half, half * TILT), Bend::Counter, (half, bottom)).close()
    }

    /// Paints the body in a solid material.
    pub fn paint(&self, canvas: &mut Canvas, colour: Colour, finish: Finish) {
        let silhouette = self.silhouette();
        let paint = finish.round(canvas, colour);
        canvas.fill(&silhouette, paint);
        // Less light reaches the foot of a body than its top.
        let shade = canvas.down(&[(0.55, SHADOW, 0.0), (1.0, SHADOW, 0.26)]);
        canvas.fill(&silhouette, shade);
    }

    /// Paints the body and, on top of it, the disc that closes it.
    pub fn paint_lidded(&self, canvas: &mut Canvas, colour: Colour, finish: Finish) {
        self.paint(canvas, colour, finish);
        let (rim, top) = self.rim();
        let paint = canvas.slanting(&[(0.0, colour.lit(0.5), 1.0), (1.0, colour.lit(0.06), 1.0)]);
        let disc = Path::ellipse(0.0, top, rim, rim * TILT);
        canvas.fill(&disc, paint);
        canvas.stroke(&disc, WHITE, 1.0, 0.35);
    }

    /// Paints the body as clear glass of a tint, with what is seen through it.
    pub fn paint_glass(
        &self,
        canvas: &mut Canvas,
        tint: Colour,
        contents: impl FnOnce(&mut Canvas),
    ) {
        let silhouette = self.silhouette();
        let dark = tint.lit(-0.4);
        let (half, bottom) = self.base;
        let (_, top) = self.rim();
        let whole = Path::rect(-half, top - half * TILT, half * 2.0, bottom - top + half);
        canvas.inside(&silhouette, |canvas| {
            canvas.glaze(&whole, tint.lit(0.5), 0.55);
            contents(canvas);
            let edges = canvas.across(&[
                (0.0, dark, 0.62),
                (0.07, tint, 0.3),
                (0.2, WHITE, 0.16),
                (0.5, tint, 0.12),
                (0.86, tint.lit(-0.1), 0.3),
                (0.94, dark, 0.5),
                (1.0, tint.lit(0.2), 0.5),
            ]);
            canvas.fill(&whole, edges);
            self.paint_reflections(canvas);
        });
        canvas.stroke(&silhouette, dark, 1.2, 0.35);
    }

    /// The window mirrored at the left, the light along the right edge and in the thick foot.
    fn paint_reflections(&self, canvas: &mut Canvas) {
        let (half, bottom) = self.base;
        let (_, top) = self.rim();
        let reach = bottom - top;
        let (left, width) = (-half * 0.8, half * 0.16);
        let window = Path::rounded(left, top + reach * 0.1, width, reach * 0.76, half * 0.08);
        let sheen = canvas.down(&[(0.0, WHITE, 0.85), (1.0, WHITE, 0.25)]);
        canvas.fill(&window, sheen);
        let edge = Path::start(half * 0.83, top + reach * 0.2).line(half * 0.83, bottom - 30.0);
        canvas.stroke(&edge, WHITE, 5.0, 0.4);
        let foot = Path::ellipse(0.0, bottom, half * 0.86, half * TILT * 0.8);
        canvas.stroke(&foot, WHITE, 3.0, 0.4);
    }

    /// Paints what fills a glass body up to a level, a wall's thickness within it.
    pub fn paint_filling(&self, canvas: &mut Canvas, colour: Colour, level: f64) {
        let (half, bottom) = self.base;
        let wall = (half * 0.07).max(4.0);
        let inner = half - wall;
        let filling = Turned::cylinder(inner, bottom - wall, bottom - wall - level);
        let paint = canvas.across(&[
            (0.0, colour.lit(-0.3), 0.95),
            (0.25, colour.lit(0.24), 0.88),
            (0.6, colour, 0.9),
            (1.0, colour.lit(-0.28), 0.95),
        ]);
        canvas.fill(&filling.silhouette(), paint);
        let surface = Path::ellipse(0.0, level, inner, inner * TILT);
        canvas.fill(&surface, colour.lit(0.36));
    }
}
