//! Outlines: the `d` attribute of an SVG path, built from points.

use std::fmt::{self, Write};

/// The outline of an area or the course of a line.
#[derive(Clone, Debug, Default)]
pub struct Path(String);

/// Which way an arc bends, going from its start to its end.
#[derive(Clone, Copy, Debug)]
pub enum Bend {
    /// With the hands of a clock.
    Clockwise,
    /// Against the hands of a clock.
    Counter,
}

impl Path {
    /// A path that starts at a point.
    pub fn start(x: f64, y: f64) -> Self {
        Self::default().jump(x, y)
    }

    /// Lifts the pen and goes on at a point.
    pub fn jump(self, x: f64, y: f64) -> Self {
        self.command('M', &[x, y])
    }

    /// A straight line to a point.
    pub fn line(self, x: f64, y: f64) -> Self {
        self.command('L', &[x, y])
    }

    /// A curve with one control point.
    pub fn quad(self, control: (f64, f64), end: (f64, f64)) -> Self {
        self.command('Q', &[control.0, control.1, end.0, end.1])
    }

    /// A curve with two control points.
    pub fn cubic(self, first: (f64, f64), second: (f64, f64), end: (f64, f64)) -> Self {
        self.command('C', &[first.0, first.1, second.0, second.1, end.0, end.1])
    }

    /// The shorter elliptical arc to a point.
    pub fn arc(self, radii: (f64, f64), bend: Bend, end: (f64, f64)) -> Self {
        let sweep = match bend {
            Bend::Clockwise => 1.0,
            Bend::Counter => 0.0,
        };
        self.command('A', &[radii.0, radii.1, 0.0, 0.0, sweep, end.0, end.1])
    }

    /// Back to the start of this part.
    pub fn close(mut self) -> Self {
        self.0.push('Z');
        self
    }

    /// A rectangle from its top left corner.
    pub fn rect(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self::start(x, y)
            .command('H', &[x + width])
            .command('V', &[y + height])
            .command('H', &[x])
            .close()
    }

    /// A rectangle with rounded corners, from its top left corner.
    pub fn rounded(x: f64, y: f64, width: f64, height: f64, radius: f64) -> Self {
        let radius = radius.min(width / 2.0).min(height / 2.0);
        let (right, bottom) = (x + width, y + height);
        let turn = |path: Self, x, y| path.arc((radius, radius), Bend::Clockwise, (x, y));
        let path = turn(Self::start(x + radius, y).line(right - radius, y), right, y + radius);
        let path = turn(path.line(right, bottom - radius), right - radius, bottom);
        let path = turn(path.line(x + radius, bottom), x, bottom - radius);
        turn(path.line(x, y + radius), x + radius, y).close()
    }

    /// An ellipse from its centre.
    pub fn ellipse(x: f64, y: f64, across: f64, down: f64) -> Self {
        Self::start(x - across, y)
            .arc((across, down), Bend::Clockwise, (x + across, y))
            .arc((across, down), Bend::Clockwise, (x - across, y))
            .close()
    }

    /// A leaf from its stalk at a point, pointing up.
    pub fn leaf(x: f64, y: f64, width: f64, length: f64) -> Self {
        let tip = (x, y - length);
        Self::start(x, y)
            .cubic((x - width, y - length * 0.3), (x - width * 0.6, y - length * 0.8), tip)
            .cubic((x + width * 0.6, y - length * 0.8), (x + width, y - length * 0.3), (x, y))
            .close()
    }

    /// This outline together with another.
    pub fn and(mut self, other: &Self) -> Self {
        self.0.push_str(&other.0);
        self
    }

    fn command(mut self, letter: char, numbers: &[f64]) -> Self {
        self.0.push(letter);
        for (position, number) in numbers.iter().copied().map(tenths).enumerate() {
            // A minus parts two numbers as well as a space does.
            if position > 0 && number >= 0.0 {
                self.0.push(' ');
            }
            write!(self.0, "{number}").expect("a String takes whatever is written");
        }
        self
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A number rounded to one decimal: finer than any screen shows, and short to write.
pub fn tenths(number: f64) -> f64 {
    // Adding zero turns a negative zero into a plain one.
    (number * 10.0).round() / 10.0 + 0.0
}
