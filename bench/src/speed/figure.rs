//! A figure beside its target and its yardstick.

use crate::report::count;
use serde::Serialize;
use std::fmt::Write;

const HEADS: [&str; 6] = ["figure", "measured", "echo of this run", "ratio", "target", "met"];
/// Below this a number is shown with its fractions.
const WHOLE_FROM: f64 = 100.0;

/// What a figure is held against.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// The ratio to the yardstick is no less.
    RatioAtLeast(f64),
    /// The figure itself is less.
    Below(f64),
    /// The figure itself is exactly this.
    Exactly(f64),
}

/// One line of the table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// What was measured.
    pub name: String,
    /// In what.
    pub unit: &'static str,
    /// How much.
    pub measured: f64,
    /// The yardstick of the same run: as a rule the bare axum server.
    pub yardstick: Option<f64>,
    /// What it should be; none is only told.
    pub target: Option<Target>,
}

impl Figure {
    /// A figure that is only told.
    pub fn told(name: impl Into<String>, unit: &'static str, measured: f64) -> Self {
        Self { name: name.into(), unit, measured, yardstick: None, target: None }
    }

    /// Beside a yardstick.
    pub fn beside(self, yardstick: f64) -> Self {
        Self { yardstick: Some(yardstick), ..self }
    }

    /// With a target.
    pub fn aiming(self, target: Target) -> Self {
        Self { target: Some(target), ..self }
    }

    /// Its part of the yardstick.
    pub fn ratio(&self) -> Option<f64> {
        self.yardstick.map(|yardstick| self.measured / yardstick)
    }

    /// Whether it is what it should be; `None` without a target.
    pub fn is_met(&self) -> Option<bool> {
        Some(match self.target? {
            Target::RatioAtLeast(least) => self.ratio().is_some_and(|ratio| ratio >= least),
            Target::Below(bound) => self.measured < bound,
            Target::Exactly(value) => self.measured == value,
        })
    }

    fn cells(&self) -> [String; 6] {
        let target = self.target.map_or("-".into(), |target| match target {
            Target::RatioAtLeast(least) => format!("ratio >= {least:.2}"),
            Target::Below(bound) => format!("< {}", number(bound, self.unit)),
            Target::Exactly(value) => format!("= {}", number(value, self.unit)),
        });
        let met = self.is_met().map_or("-", |met| if met { "yes" } else { "NO" });
        [
            self.name.clone(),
            number(self.measured, self.unit),
            self.yardstick.map_or("-".into(), |yardstick| number(yardstick, self.unit)),
            self.ratio().map_or("-".into(), |ratio| format!("{ratio:.2}")),
            target,
            met.into(),
        ]
    }
}

/// All of them, in columns.
pub fn table(figures: &[Figure]) -> String {
    let rows: Vec<[String; 6]> = std::iter::once(HEADS.map(str::to_owned))
        .chain(figures.iter().map(Figure::cells))
        .collect();
    let widths: Vec<usize> = (0..HEADS.len())
        .map(|column| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0))
        .collect();
    let mut table = String::new();
    for row in &rows {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let gap = if column == 0 { "" } else { " | " };
            write!(line, "{gap}{cell:<width$}", width = widths[column]).ok();
        }
        writeln!(table, "{}", line.trim_end()).ok();
    }
    table
}

fn number(value: f64, unit: &str) -> String {
    let digits = if value >= WHOLE_FROM || value.fract() == 0.0 {
        count(value.round() as u64)
    } else {
        format!("{value:.3}")
    };
    format!("{digits} {unit}").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_is_to_the_yardstick_of_the_same_run() {
        let joins = Figure::told("joins", "/s", 70_000.0).beside(200_000.0);
        assert_eq!(joins.ratio(), Some(0.35));
        assert_eq!(joins.is_met(), None);
        let aiming = |least| joins.clone().aiming(Target::RatioAtLeast(least)).is_met();
        assert_eq!((aiming(0.35), aiming(0.36)), (Some(true), Some(false)));
        let alone = Figure::told("joins", "/s", 1.0).aiming(Target::RatioAtLeast(0.1));
        assert_eq!(alone.is_met(), Some(false), "nothing to hold it against");
    }

    #[test]
    fn a_bound_is_not_met_by_reaching_it() {
        let lag = |ms| Figure::told("lag", "ms", ms).aiming(Target::Below(250.0)).is_met();
        assert_eq!((lag(249.9), lag(250.0)), (Some(true), Some(false)));
        let lost = |n| Figure::told("lost", "", n).aiming(Target::Exactly(0.0)).is_met();
        assert_eq!((lost(0.0), lost(1.0)), (Some(true), Some(false)));
    }

    #[test]
    fn the_table_stands_in_columns() {
        let figures = [
            Figure::told("joins", "/s", 70_000.4)
                .beside(200_000.0)
                .aiming(Target::RatioAtLeast(0.5)),
            Figure::told("the last one", "s", 0.25).aiming(Target::Below(1.0)),
        ];
        assert_eq!(
            table(&figures),
            "figure       | measured  | echo of this run | ratio | target        | met\n\
             joins        | 70,000 /s | 200,000 /s       | 0.35  | ratio >= 0.50 | NO\n\
             the last one | 0.250 s   | -                | -     | < 1 s         | yes\n"
        );
    }
}
