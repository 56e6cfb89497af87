//! What the measurements come to.

use crate::measure::{Load, MOST_SECONDS, THROTTLE};
use crate::pages::Page;
use std::fmt::Display;

/// Most that an answer may take, in those of the hand-written page.
const MOST_OF_HAND_WRITTEN: f64 = 1.5;

/// Most that the first of 10,000 statements may take, in those of the first of 20.
const MOST_OF_SHORTEST: f64 = 2.0;
const SHORTEST: usize = 20;
const LONGEST: usize = 10_000;

/// All loads of one page with one number of statements.
#[derive(Debug)]
pub(crate) struct Series {
    /// Which page.
    pub(crate) page: Page,
    /// With how many statements.
    pub(crate) statements: usize,
    /// What it loads, in bytes after Brotli.
    pub(crate) bytes: usize,
    /// Every load.
    pub(crate) loads: Vec<Load>,
}

impl Series {
    /// The median time to the first statement, unless a load took too long.
    fn first(&self) -> Option<f64> {
        let firsts: Option<Vec<f64>> = self.loads.iter().map(|load| load.first).collect();
        quantile(firsts?, 0.5)
    }

    fn paints(&self) -> Vec<f64> {
        self.loads.iter().flat_map(|load| &load.answers).map(|answer| answer.paint).collect()
    }

    /// The median time from an answer to the next paint.
    fn answer(&self) -> Option<f64> {
        quantile(self.paints(), 0.5)
    }

    fn script(&self) -> Option<f64> {
        let answers = self.loads.iter().flat_map(|load| &load.answers);
        quantile(answers.map(|answer| answer.script).collect(), 0.5)
    }

    /// Whether it takes too long to be loaded once more.
    pub(crate) fn is_hopeless(&self) -> bool {
        self.loads.iter().any(|load| load.first.is_none())
    }
}

/// The smallest number that so large a part of the numbers does not exceed.
pub(crate) fn quantile(mut numbers: Vec<f64>, part: f64) -> Option<f64> {
    numbers.sort_by(f64::total_cmp);
    let rank = (part * numbers.len() as f64).ceil() as usize;
    numbers.get(rank.max(1) - 1).copied()
}

/// Prints the machine, the table and the targets. Returns whether all targets are met that could be
/// judged.
pub(crate) fn print(all: &[Series], browser: &str) -> bool {
    let slowdowns = all.iter().flat_map(|series| &series.loads);
    let slowdown = quantile(slowdowns.filter_map(|load| load.slowdown).collect(), 0.5);
    println!(
        "{}; {browser}; main thread throttled {THROTTLE} × (a loop takes {} × as long)",
        machine(),
        decimal(slowdown),
    );
    println!();
    println!(
        "{:<20} {:>10} {:>9} {:>11} {:>7} {:>8} {:>8} {:>8} {:>7}",
        "", "", "Brotli", "first", "", "answer", "95th", "script", "of hand-"
    );
    println!(
        "{:<20} {:>10} {:>9} {:>11} {:>7} {:>8} {:>8} {:>8} {:>7}",
        "page", "statements", "bytes", "ms", "answers", "ms", "ms", "ms", "written"
    );
    for series in all {
        print_row(series, all);
    }
    println!();
    println!(
        "first: from navigation to the paint of the first statement, median of the loads. answer: \
         from click to next paint,\nmedian; 95th percentile. script: the part of it in which the page's \
         handlers run, median."
    );
    println!();
    let mut all_met = true;
    for (what, most, figure) in targets(all) {
        let verdict = match figure {
            Some(figure) if figure <= most => "met",
            Some(_) => "NOT MET",
            None => "not measured",
        };
        all_met &= verdict != "NOT MET";
        println!("{what}: {} × (at most {most} ×), {verdict}", decimal(figure));
    }
    all_met
}

fn print_row(series: &Series, all: &[Series]) {
    let first = match series.first() {
        None => format!("over {MOST_SECONDS} s"),
        first => decimal(first),
    };
    println!(
        "{:<20} {:>10} {:>9} {:>11} {:>7} {:>8} {:>8} {:>8} {:>7}",
        series.page.name(),
        series.statements,
        series.bytes,
        first,
        series.paints().len(),
        decimal(series.answer()),
        decimal(quantile(series.paints(), 0.95)),
        decimal(series.script()),
        decimal(of_hand_written(series, all)),
    );
}

/// What is to be reached: what it is, the most it may be, and what it is here.
fn targets(all: &[Series]) -> Vec<(String, f64, Option<f64>)> {
    let ours = |series: &&Series| matches!(series.page, Page::Ours | Page::OursWithResults);
    let mut targets: Vec<_> = all
        .iter()
        .filter(ours)
        .map(|series| {
            let what = format!("an answer, {}, {}", series.page.name(), series.statements);
            (what, MOST_OF_HAND_WRITTEN, of_hand_written(series, all))
        })
        .collect();
    let first = |statements| find(all, Page::Ours, statements).and_then(Series::first);
    let growth = first(LONGEST).zip(first(SHORTEST)).map(|(longest, shortest)| longest / shortest);
    let what = format!("first statement, ours, {LONGEST} to {SHORTEST}");
    targets.push((what, MOST_OF_SHORTEST, growth));
    targets
}

/// The time of an answer, in those of the hand-written page of the same run and round.
fn of_hand_written(series: &Series, all: &[Series]) -> Option<f64> {
    let control = find(all, Page::HandWritten, series.statements)?;
    Some(series.answer()? / control.answer()?)
}

fn find(all: &[Series], page: Page, statements: usize) -> Option<&Series> {
    all.iter().find(|series| series.page == page && series.statements == statements)
}

fn decimal(number: Option<f64>) -> String {
    number.map_or_else(|| "–".to_owned(), |number| format!("{number:.1}"))
}

/// The processor, as far as the system tells.
fn machine() -> impl Display {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let told = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = told.lines().find(|line| line.starts_with("model name"));
    let model = model.and_then(|line| line.split_once(": ")).map_or("unknown", |(_, model)| model);
    format!("{cores} cores of {model}")
}
