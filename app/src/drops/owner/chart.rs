//! The shape of a chart: numbers in, SVG paths out. No browser in here.

use std::fmt::Write;

/// Seconds from the start to the end of a chart, one unit each.
pub const WIDTH: i64 = 120;
/// Units from its top to its floor.
pub const HEIGHT: f64 = 40.0;
/// The highest point stays so far from the top: its line is not cut.
const HEADROOM: f64 = 2.0;
/// A longer silence is a gap, and nothing is drawn over it.
const GAP_S_MAX: i64 = 4;

/// A chart's line, and the area below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// The `d` of the line.
    pub line: String,
    /// The `d` of the area.
    pub area: String,
    /// The highest number.
    pub peak: u64,
}

/// The shape of numbers, each so many seconds ago, oldest first.
pub fn shape(points: &[(i64, u64)]) -> Shape {
    let shown: Vec<(i64, u64)> =
        points.iter().copied().filter(|(ago, _)| (0..=WIDTH).contains(ago)).collect();
    let peak = shown.iter().map(|(_, number)| *number).max().unwrap_or(0);
    let mut shape = Shape { peak, ..Shape::default() };
    for run in shown.chunk_by(|(before, _), (after, _)| before - after <= GAP_S_MAX) {
        draw(&mut shape, run);
    }
    shape
}

/// One run without a gap.
fn draw(shape: &mut Shape, run: &[(i64, u64)]) {
    let (Some((first, _)), Some((last, _))) = (run.first(), run.last()) else { return };
    let mut line = String::new();
    for (n, (ago, number)) in run.iter().enumerate() {
        let pen = if n == 0 { 'M' } else { 'L' };
        // Writing into a text does not fail.
        let _ = write!(line, "{pen}{} {:.1}", WIDTH - ago, height(*number, shape.peak));
    }
    let _ = write!(shape.area, "{line}L{} {HEIGHT}L{} {HEIGHT}Z", WIDTH - last, WIDTH - first);
    shape.line.push_str(&line);
}

fn height(number: u64, peak: u64) -> f64 {
    let part = number as f64 / peak.max(1) as f64;
    HEIGHT - part * (HEIGHT - HEADROOM)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_number_is_at_the_right_and_the_highest_at_the_top() {
        let shape = shape(&[(2, 0), (1, 50), (0, 100)]);
        assert_eq!(shape.line, "M118 40.0L119 21.0L120 2.0");
        assert_eq!(shape.area, "M118 40.0L119 21.0L120 2.0L120 40L118 40Z");
        assert_eq!(shape.peak, 100);
    }

    #[test]
    fn nothing_is_drawn_over_a_gap_or_outside() {
        let shape = shape(&[(500, 9_000), (20, 1), (19, 1), (3, 1)]);
        assert_eq!(shape.line, "M100 2.0L101 2.0M117 2.0");
        assert_eq!(shape.peak, 1, "what is not shown is no measure");
    }

    #[test]
    fn a_quiet_line_lies_on_the_floor() {
        assert_eq!(shape(&[(1, 0), (0, 0)]).line, "M119 40.0L120 40.0");
        assert_eq!(shape(&[]), Shape::default());
    }
}
