//! Numbers as the heights of bars.

/// The height of the tallest bar.
pub const HEIGHT: u64 = 100;
/// From the left of a bar to the left of the next.
pub const STEP: usize = 10;
/// The width of a bar.
pub const WIDTH: usize = 7;

/// Where a bar stands in its chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Its left.
    pub x: usize,
    /// Its top.
    pub y: u64,
    /// Its height.
    pub height: u64,
}

/// A bar a number, the largest one as tall as the chart. What is more than nothing can be seen.
pub fn bars(numbers: &[u64]) -> Vec<Bar> {
    let most = numbers.iter().copied().max().unwrap_or(0).max(1);
    let height_of = |number: u64| {
        let height = u128::from(number) * u128::from(HEIGHT) / u128::from(most);
        u64::try_from(height).unwrap_or(HEIGHT).max(u64::from(number > 0))
    };
    numbers
        .iter()
        .enumerate()
        .map(|(n, number)| {
            let height = height_of(*number);
            Bar { x: n * STEP, y: HEIGHT - height, height }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_day_is_the_tallest_and_a_little_is_more_than_nothing() {
        let heights: Vec<u64> = bars(&[0, 1, 500, 1_000]).iter().map(|bar| bar.height).collect();
        assert_eq!(heights, [0, 1, 50, 100]);
        assert_eq!(bars(&[0, 5])[1], Bar { x: 10, y: 0, height: 100 });
    }

    #[test]
    fn nothing_and_the_most_there_can_be_are_drawn() {
        assert_eq!(bars(&[0])[0], Bar { x: 0, y: 100, height: 0 });
        assert_eq!(bars(&[u64::MAX])[0].height, 100);
        assert!(bars(&[]).is_empty());
    }
}
