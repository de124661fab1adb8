//! The report as plain text.

use super::Report;
use crate::checker::Kind;
use crate::latency::Latency;
use crate::machine::Machine;
use std::fmt::Write;

const LABEL_CHARS: usize = 36;
const PERCENT: f64 = 100.0;

/// Two columns, so that it can be read and put into a README as it is.
pub(super) fn write(report: &Report) -> String {
    let mut lines = Lines::default();
    head(report, &mut lines);
    speed(report, &mut lines);
    coupons(report, &mut lines);
    watched(report, &mut lines);
    findings(report, &mut lines);
    lines.machine(&report.machine);
    lines.0
}

/// Titles and rows of two columns.
#[derive(Default)]
pub struct Lines(pub String);

impl Lines {
    /// A title, set apart from what is above.
    pub fn title(&mut self, text: &str) {
        let gap = if self.0.is_empty() { "" } else { "\n" };
        writeln!(self.0, "{gap}{text}").ok();
    }

    /// A label and what there is to say.
    pub fn row(&mut self, label: &str, value: impl std::fmt::Display) {
        writeln!(self.0, "  {label:<LABEL_CHARS$}{value}").ok();
    }

    /// The same for a latency, if it was measured.
    pub fn latency(&mut self, label: &str, latency: Option<Latency>) {
        if let Some(latency) = latency {
            self.row(label, latency);
        }
    }

    /// Where it ran.
    pub fn machine(&mut self, machine: &Machine) {
        self.title("Machine, shared by the shop, its parts and the generator");
        self.row("cores", format!("{} × {}", machine.cores, machine.processor));
        self.row("memory", format!("{:.1} GiB", machine.memory_gib));
        self.row("kernel", &machine.kernel);
        self.row("database", &machine.mysql);
        self.row("redis", &machine.redis);
        self.row("checkout", &machine.commit);
        self.row("bench", &machine.bench);
    }
}

fn head(report: &Report, lines: &mut Lines) {
    let asked = &report.options;
    lines.title(&format!("Rehearsal of drop {}, seed {}", report.drop_id, asked.seed));
    let servers: Vec<&str> = asked.addresses.iter().map(|address| address.host()).collect();
    lines.row("servers", servers.join(", "));
    let (members, coupons) = (count(asked.members.into()), count(asked.quota.into()));
    lines.row("members, coupons", format!("{members}, {coupons}"));
    let (clicks, rate) = (count(report.figures.clicks as u64), count(asked.rate.into()));
    let repeat = asked.repeat;
    lines.row("clicks", format!("{clicks}, {rate} a second, {repeat} % of them repeated"));
    lines.row("connections", count(asked.connections.into()));
    let drop_rate = asked
        .drop_rate
        .map_or("unlimited".into(), |rate| format!("{} coupons a second", count(rate.into())));
    lines.row("the drop's own rate", drop_rate);
}

fn speed(report: &Report, lines: &mut Lines) {
    let figures = &report.figures;
    lines.title("Clicks (latency from the intended time of each)");
    let answered = count(figures.answered as u64);
    let rate = count(figures.answered_per_s.round() as u64);
    lines.row("answered", format!("{answered}, {rate} a second"));
    lines.latency("latency", figures.latency);
    lines.latency("  of \"waiting\"", figures.latency_waiting);
    lines.latency("  of \"sold out\"", figures.latency_sold_out);
    lines.latency("  in it: sent late", figures.sent_late);
    for (answer, number) in &figures.answers {
        let share = *number as f64 * PERCENT / figures.clicks as f64;
        lines.row(
            &format!("told \"{answer}\""),
            format!("{share:.2} % ({})", count(*number as u64)),
        );
    }
    lines.row("asked after the last click", count(figures.asked_later as u64));
}

fn coupons(report: &Report, lines: &mut Lines) {
    let figures = &report.figures;
    lines.title("Coupons");
    let quota = count(report.options.quota.into());
    lines.row("issued", format!("{} of {quota}", count(figures.issued as u64)));
    let rate = figures.issued_per_s.map(|rate| count(rate.round() as u64));
    lines.row("issued a second, first to last", rate.as_deref().unwrap_or("-"));
    lines.row("last coupon after the opening", seconds(figures.last_coupon_s));
    let after = figures.last_coupon_after_last_click_s.map_or("-".into(), |s| {
        if s < 0.0 { format!("{:.3} s before it", -s) } else { seconds(Some(s)) }
    });
    lines.row("last coupon after the last click", after);
    lines.row("last member told after the opening", seconds(figures.last_told_s));
}

fn watched(report: &Report, lines: &mut Lines) {
    let Some(watched) = &report.watched else { return };
    lines.title("Those who looked on, by sockets");
    lines.row("sockets", count(watched.sockets.into()));
    let (reached, ticks) = (watched.ticks_to_all, watched.ticks);
    lines.row("tells that reached all of them", format!("{reached} of {ticks}"));
    lines.latency("how old the news was", watched.lag);
    lines.row("sockets lost", count(watched.lost));
    lines.row("steps back", count(watched.steps_back));
}

fn findings(report: &Report, lines: &mut Lines) {
    let verdict = if report.is_clean() { "all kept" } else { "BROKEN" };
    lines.title(&format!("Promises: {verdict}"));
    for kind in Kind::ALL {
        lines.row(kind.name(), count(report.findings.count(kind)));
        for example in report.findings.examples(kind) {
            lines.row("", format_args!("e.g. {example}"));
        }
    }
}

fn seconds(seconds: Option<f64>) -> String {
    seconds.map_or("-".into(), |seconds| format!("{seconds:.3} s"))
}

/// 1234567 as 1,234,567.
pub fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() * 4 / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        for (number, text) in [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(count(number), text);
        }
    }
}
