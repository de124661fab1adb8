//! The report as one page for whoever owns the shop: no script, no address of anybody else's, so
//! that it can be kept and sent by mail.

mod chart;
mod words;

#[cfg(test)]
mod tests;

use super::{Report, count};
use crate::checker::Kind;
use crate::course::Point;
use crate::machine::Machine;
use crate::options::PageLanguage;
use chart::{Chart, Curve};
use std::fmt::Write;
use words::{Words, promise};

const STYLE: &str = include_str!("html/style.css");

/// Writes it.
pub(super) fn write(report: &Report, language: PageLanguage) -> String {
    let words = Words(language);
    let title = words.say("선착순 리허설", "Rehearsal of a drop");
    let lang = words.say("ko", "en");
    let mut body = String::new();
    verdict(report, words, &mut body);
    tiles(report, words, &mut body);
    charts(&report.course, words, &mut body);
    promises(report, words, &mut body);
    details(report, words, &mut body);
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\" />\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n\
         <body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )
}

fn verdict(report: &Report, words: Words, page: &mut String) {
    let (class, sentence) = if report.is_clean() {
        ("good", words.say("모든 약속을 지켰습니다", "Every promise was kept"))
    } else {
        ("bad", words.say("지키지 못한 약속이 있습니다", "Promises were broken"))
    };
    let members = count(report.options.members.into());
    let quota = count(report.options.quota.into());
    let clicks = count(report.figures.clicks as u64);
    let rate = count(report.options.rate.into());
    let scene = match words.0 {
        PageLanguage::Ko => format!(
            "{members}명이 쿠폰 {quota}장을 두고 1초에 {rate}번씩, 모두 {clicks}번 눌렀습니다."
        ),
        PageLanguage::En => format!(
            "{members} members wanted {quota} coupons and clicked {clicks} times, {rate} times a second."
        ),
    };
    let title = words.say("선착순 쿠폰 리허설", "Rehearsal of a first-come drop");
    writeln!(
        page,
        "<header class=\"{class}\">\n<p class=\"eyebrow\">{title} #{}</p>\n<h1>{sentence}</h1>\n\
         <p>{scene}</p>\n</header>",
        report.drop_id
    )
    .ok();
}

fn tiles(report: &Report, words: Words, page: &mut String) {
    let figures = &report.figures;
    page.push_str("<section class=\"tiles\">\n");
    let mut tile = |label: &str, value: String, note: String| {
        writeln!(
            page,
            "<div><p class=\"label\">{label}</p><p class=\"value\">{value}</p>\
             <p class=\"note\">{note}</p></div>"
        )
        .ok();
    };
    let per_s = |rate: f64| count(rate.round() as u64);
    tile(
        words.say("답한 클릭", "Clicks answered"),
        format!("{}<small>{}</small>", per_s(figures.answered_per_s), words.say("/초", "/s")),
        format!("{} / {}", count(figures.answered as u64), count(figures.clicks as u64)),
    );
    let p99 = figures.latency.map_or("-".into(), |l| format!("{}<small>ms</small>", ms(l.p99_ms)));
    let half = figures.latency.map_or("-".into(), |l| {
        format!("{} {} ms", words.say("절반은", "half of them"), ms(l.p50_ms))
    });
    tile(words.say("99%가 기다린 시간", "99 % answered in"), p99, half);
    tile(
        words.say("나간 쿠폰", "Coupons issued"),
        count(figures.issued as u64),
        format!("{} {}", words.say("준비한 쿠폰", "of"), count(report.options.quota.into())),
    );
    let last = figures
        .last_coupon_s
        .map_or("-".into(), |s| format!("{s:.1}<small>{}</small>", words.say("초", "s")));
    let rate = figures.issued_per_s.map_or("-".into(), per_s);
    tile(
        words.say("마지막 쿠폰까지", "Last coupon after"),
        last,
        format!("{rate} {}", words.say("장/초", "coupons/s")),
    );
    if let Some(watched) = &report.watched {
        let lag = watched.lag.map_or("-".into(), |l| format!("{}<small>ms</small>", ms(l.p99_ms)));
        let note = words.say("명이 봄 · 늦음 p99", " watch; lag p99");
        tile(
            words.say("실시간 순번", "Live places"),
            lag,
            format!("{}{note}", count(watched.sockets.into())),
        );
    }
    page.push_str("</section>\n");
}

fn charts(course: &[Point], words: Words, page: &mut String) {
    let curve = |name, color, value: fn(&Point) -> f64| Curve { name, color, value };
    let second = words.say("초", " s");
    let charts = [
        Chart {
            title: words.say("클릭과 쿠폰, 1초에", "Clicks and coupons a second"),
            unit: words.say("/초", "/s"),
            second,
            curves: vec![
                curve(words.say("답한 클릭", "clicks answered"), 1, |p| p.clicks_per_s),
                curve(words.say("나간 쿠폰", "coupons issued"), 2, |p| p.coupons_per_s),
            ],
        },
        Chart {
            title: words.say("줄에서 기다리는 사람", "People waiting in the line"),
            unit: words.say("명", ""),
            second,
            curves: vec![curve(words.say("기다리는 사람", "waiting"), 1, |p| {
                p.waiting as f64
            })],
        },
        Chart {
            title: words.say("답이 오기까지, ms", "How long an answer took, ms"),
            unit: "ms",
            second,
            curves: vec![
                curve("p50", 1, |p| p.latency.map_or(0.0, |l| l.p50_ms)),
                curve("p90", 3, |p| p.latency.map_or(0.0, |l| l.p90_ms)),
                curve("p99", 2, |p| p.latency.map_or(0.0, |l| l.p99_ms)),
            ],
        },
    ];
    for chart in &charts {
        chart.draw(course, page);
    }
}

fn promises(report: &Report, words: Words, page: &mut String) {
    let title = words.say("약속", "Promises");
    let note = words.say(
        "받은 답과 데이터베이스를 하나하나 맞춰 본 결과입니다. 모두 0이어야 합니다.",
        "Every answer was held against the database. All of these should be zero.",
    );
    writeln!(
        page,
        "<section>\n<h2>{title}</h2>\n<p class=\"note\">{note}</p>\n<ul class=\"zeros\">"
    )
    .ok();
    let mut line = |number: u64, name: &str| {
        let class = if number == 0 { "good" } else { "bad" };
        let number = count(number);
        writeln!(page, "<li class=\"{class}\"><b>{number}</b><span>{name}</span></li>").ok();
    };
    for kind in Kind::ALL {
        line(report.findings.count(kind), promise(kind, words));
    }
    if let Some(watched) = &report.watched {
        line(watched.steps_back, words.say("뒤로 간 순번", "steps back of the line"));
    }
    page.push_str("</ul>\n</section>\n");
}

fn details(report: &Report, words: Words, page: &mut String) {
    let Machine { cores, processor, memory_gib, kernel, commit, bench, mysql, redis } =
        &report.machine;
    let servers: Vec<&str> = report.options.addresses.iter().map(|a| a.host()).collect();
    let rows = [
        (words.say("서버", "servers"), servers.join(", ")),
        (words.say("연결", "connections"), count(report.options.connections.into())),
        (words.say("다시 누른 클릭", "repeated clicks"), format!("{} %", report.options.repeat)),
        (words.say("프로세서", "processor"), format!("{cores} × {processor}")),
        (words.say("메모리", "memory"), format!("{memory_gib:.1} GiB")),
        (words.say("커널", "kernel"), kernel.clone()),
        (words.say("데이터베이스", "database"), mysql.clone()),
        ("Redis", redis.clone()),
        (words.say("판", "commit"), commit.clone()),
        (words.say("리허설 프로그램", "bench"), bench.clone()),
    ];
    let title = words.say("어디에서 어떻게", "Where and how");
    let note = words.say(
        "누르는 쪽과 상점이 같은 기계를 나누어 썼습니다.",
        "The clicking and the shop shared this machine.",
    );
    let seed = report.options.seed;
    writeln!(
        page,
        "<details>\n<summary>{title}</summary>\n<p class=\"note\">{note} seed {seed}</p>\n<dl>"
    )
    .ok();
    for (name, value) in rows {
        writeln!(page, "<div><dt>{name}</dt><dd>{}</dd></div>", escape(&value)).ok();
    }
    page.push_str("</dl>\n</details>\n");
}

/// What comes from the machine is no HTML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn ms(ms: f64) -> String {
    if ms < 10.0 { format!("{ms:.1}") } else { count(ms.round() as u64) }
}
