//! Curves over time, drawn as SVG.

use crate::course::Point;
use crate::report::count;
use std::fmt::Write;

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 240.0;
const LEFT: f64 = 76.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 28.0;
/// Lines across: as many as the eye takes in.
const Y_MARKS: u32 = 4;
const X_MARKS: u32 = 6;

/// Curves that share their axes.
pub(super) struct Chart<'a> {
    /// What they show.
    pub title: &'a str,
    /// What the numbers are.
    pub unit: &'a str,
    /// What stands behind a number of seconds.
    pub second: &'a str,
    /// The first is drawn with its area.
    pub curves: Vec<Curve<'a>>,
}

/// One of them.
pub(super) struct Curve<'a> {
    /// Its name in the legend.
    pub name: &'a str,
    /// Its colour's number in the style sheet.
    pub color: u8,
    /// Its height at a point.
    pub value: fn(&Point) -> f64,
}

/// From figures to places in the drawing.
struct Scale {
    x_end: f64,
    y_end: f64,
}

impl Scale {
    fn x(&self, at_s: f64) -> f64 {
        LEFT + at_s / self.x_end * (WIDTH - LEFT - RIGHT)
    }

    fn y(&self, value: f64) -> f64 {
        HEIGHT - BOTTOM - value / self.y_end * (HEIGHT - TOP - BOTTOM)
    }
}

impl Chart<'_> {
    /// Draws it; nothing if nothing happened.
    pub fn draw(&self, course: &[Point], page: &mut String) {
        let Some(last) = course.last() else { return };
        let values = self.curves.iter().flat_map(|curve| course.iter().map(curve.value));
        let highest = values.fold(1.0, f64::max);
        let y_step = step(highest / f64::from(Y_MARKS));
        let scale = Scale { x_end: last.at_s, y_end: y_step * (highest / y_step).ceil() };
        let title = self.title;
        writeln!(page, "<figure>\n<figcaption><h2>{title}</h2>{}</figcaption>", self.legend()).ok();
        writeln!(
            page,
            "<svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{title}\">"
        )
        .ok();
        self.axes(&scale, y_step, page);
        for (n, curve) in self.curves.iter().enumerate() {
            curve.draw(&scale, course, n == 0, page);
        }
        self.tips(&scale, course, page);
        page.push_str("</svg>\n</figure>\n");
    }

    /// One curve needs none: the title names it.
    fn legend(&self) -> String {
        if self.curves.len() < 2 {
            return String::new();
        }
        let names = self
            .curves
            .iter()
            .map(|curve| format!("<span><i class=\"c{}\"></i>{}</span>", curve.color, curve.name));
        format!("<p class=\"legend\">{}</p>", names.collect::<String>())
    }

    fn axes(&self, scale: &Scale, y_step: f64, page: &mut String) {
        let mut value = 0.0;
        while value <= scale.y_end + y_step / 2.0 {
            let y = scale.y(value);
            let (right, label_x, label_y) = (WIDTH - RIGHT, LEFT - 8.0, y + 4.0);
            let label = number(value);
            writeln!(
                page,
                "<line class=\"grid\" x1=\"{LEFT}\" x2=\"{right}\" y1=\"{y:.1}\" y2=\"{y:.1}\" />\
                 <text class=\"y\" x=\"{label_x}\" y=\"{label_y:.1}\">{label}</text>"
            )
            .ok();
            value += y_step;
        }
        let x_step = step(scale.x_end / f64::from(X_MARKS));
        let mut at_s = 0.0;
        while at_s <= scale.x_end + x_step / 1_000.0 {
            let (x, y) = (scale.x(at_s), HEIGHT - 8.0);
            writeln!(
                page,
                "<text class=\"x\" x=\"{x:.1}\" y=\"{y}\">{}{}</text>",
                number(at_s),
                self.second
            )
            .ok();
            at_s += x_step;
        }
    }

    /// What a pointer that rests on a step is told.
    fn tips(&self, scale: &Scale, course: &[Point], page: &mut String) {
        let mut from_s = 0.0;
        for point in course {
            let (x, width) = (scale.x(from_s), scale.x(point.at_s) - scale.x(from_s));
            let height = HEIGHT - TOP - BOTTOM;
            let told = self.curves.iter().map(|curve| {
                format!("\n{}: {} {}", curve.name, number((curve.value)(point)), self.unit)
            });
            writeln!(
                page,
                "<rect class=\"tip\" x=\"{x:.1}\" y=\"{TOP}\" width=\"{width:.1}\" \
                 height=\"{height}\"><title>{}{}{}</title></rect>",
                number(point.at_s),
                self.second,
                told.collect::<String>()
            )
            .ok();
            from_s = point.at_s;
        }
    }
}

impl Curve<'_> {
    fn draw(&self, scale: &Scale, course: &[Point], with_area: bool, page: &mut String) {
        let mut path = String::new();
        let mut from_s = 0.0;
        for (n, point) in course.iter().enumerate() {
            // A step is drawn at its middle.
            let (x, y) = (scale.x((from_s + point.at_s) / 2.0), scale.y((self.value)(point)));
            write!(path, "{}{x:.1} {y:.1}", if n == 0 { "M" } else { " L" }).ok();
            from_s = point.at_s;
        }
        let color = self.color;
        if with_area && course.len() > 1 {
            let step = course[0].at_s / 2.0;
            let (first, last) = (scale.x(step), scale.x(scale.x_end - step));
            let base = scale.y(0.0);
            writeln!(
                page,
                "<path class=\"area c{color}\" d=\"{path} L{last:.1} {base:.1} L{first:.1} {base:.1} Z\" />"
            )
            .ok();
        }
        writeln!(page, "<path class=\"curve c{color}\" d=\"{path}\" />").ok();
    }
}

/// The next of 1, 2, 5, 10, 20 … that is no less.
fn step(least: f64) -> f64 {
    let power = 10_f64.powf(least.log10().floor());
    [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|m| m * power)
        .find(|s| *s >= least * 0.999)
        .unwrap_or(least)
}

fn number(value: f64) -> String {
    if value >= 100.0 || (value - value.round()).abs() < 0.001 {
        return count(value.round() as u64);
    }
    let digits = if value < 1.0 { 2 } else { 1 };
    format!("{value:.digits$}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_at_round_numbers() {
        for (least, mark) in
            [(1.0, 1.0), (1.1, 2.0), (2_100.0, 5_000.0), (0.03, 0.05), (60.0, 100.0)]
        {
            assert!((step(least) - mark).abs() < mark / 1_000.0, "{least}: {}", step(least));
        }
        for (value, text) in
            [(0.0, "0"), (0.05, "0.05"), (1.5, "1.5"), (2.0, "2"), (7_833.4, "7,833")]
        {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn the_highest_point_is_inside() {
        let scale = Scale { x_end: 10.0, y_end: 100.0 };
        assert_eq!((scale.x(0.0), scale.x(10.0)), (LEFT, WIDTH - RIGHT));
        assert_eq!((scale.y(0.0), scale.y(100.0)), (HEIGHT - BOTTOM, TOP));
    }
}
