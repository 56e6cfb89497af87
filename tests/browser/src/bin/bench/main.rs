//! Measures the app in a real browser with its processor slowed down, beside other ways of doing the
//! same: a hand-written page with four statements, and SurveyJS with all.
//!
//! For each number of statements there are several rounds, and in each round every page is loaded
//! once, in a fresh browser, and answered on: so whatever else the machine is doing meets all of them
//! alike. Times depend on the machine; ratios are for comparing, and only within one run.

mod learning;
mod measure;
mod options;
mod pages;
mod report;

use bellwether_browser_tests::{Browser, Context as _, Failure, Result, Setup};
use measure::{Load, load};
use options::Options;
use pages::{Page, Pages, release};
use report::Series;
use serde_json::{Value, json};
use std::process::ExitCode;

/// How often every page is loaded, each time with 16 answers.
const ROUNDS: usize = 3;

/// With how many statements the app is also measured for a person with 1,000 results.
const WITH_RESULTS: usize = 80;

fn main() -> ExitCode {
    let options = match options::read(std::env::args().skip(1)) {
        Ok(Some(options)) => options,
        Ok(None) => {
            println!("{}", options::HELP);
            return ExitCode::SUCCESS;
        }
        Err(wrong) => {
            eprintln!("{wrong}\n\n{}", options::HELP);
            return ExitCode::from(2);
        }
    };
    match bench(&options) {
        Ok(met) if met || !options.strict => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn bench(options: &Options) -> Result<bool> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let browser = browser_version().await?;
        let mut all = Vec::new();
        for &statements in &options.sizes {
            all.extend(all_pages(options, statements).await?);
        }
        let met = options.sizes.is_empty() || report::print(&all, &browser);
        learning::bench().await?;
        Ok(met)
    })
}

async fn browser_version() -> Result<String> {
    let browser = Browser::open(&Setup::default()).await?;
    let version = browser.cdp("Browser.getVersion", json!({})).await?;
    version
        .get("product")
        .and_then(Value::as_str)
        .map(str::to_owned)
        .or_say(|| "the browser has no version")
}

/// Measures every page with so many statements.
async fn all_pages(options: &Options, statements: usize) -> Result<Vec<Series>> {
    let pages = Pages::of(&release(), statements)?;
    let before = options.before.as_ref().map(|folder| Pages::of(folder, statements)).transpose()?;
    let mut wanted = vec![Page::Ours, Page::HandWritten];
    wanted.extend(before.is_some().then_some(Page::Before));
    if options.surveyjs {
        pages.add_surveyjs()?;
        wanted.push(Page::SurveyJs);
    }
    if statements == WITH_RESULTS {
        wanted.push(Page::OursWithResults);
    }
    let mut all: Vec<Series> = wanted
        .into_iter()
        .map(|page| Series { page, statements, bytes: 0, loads: Vec::new() })
        .collect();
    for round in 1..=ROUNDS {
        for series in all.iter_mut().filter(|series| !series.is_hopeless()) {
            let name = series.page.name();
            let other = before.as_ref().filter(|_| series.page == Page::Before);
            let pages = other.unwrap_or(&pages);
            let load = load(pages, series.page).await;
            let load = load.map_err(|failure| Failure::new(format!("{name}: {failure}")))?;
            eprintln!("{statements} statements, round {round} of {ROUNDS}, {name}: {}", say(&load));
            if series.loads.is_empty() {
                series.bytes = pages.bytes_since(load.requests_before)?;
            }
            series.loads.push(load);
        }
    }
    Ok(all)
}

fn say(load: &Load) -> String {
    let Some(first) = load.first else { return "takes too long".to_owned() };
    let paints = load.answers.iter().map(|answer| answer.paint).collect();
    let median = report::quantile(paints, 0.5).unwrap_or_default();
    let count = load.answers.len();
    format!("first statement after {first:.0} ms, an answer {median:.1} ms ({count})")
}
