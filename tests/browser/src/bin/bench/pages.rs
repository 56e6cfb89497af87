//! The pages that are measured, and the site they lie on.

use bellwether_browser_tests::fixtures::{Stored, entries};
use bellwether_browser_tests::{Context as _, Framework, Result, Site, generated};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// How many results lie in storage for [`Page::OursWithResults`].
const RESULTS: usize = 1_000;

/// One way to take an assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Page {
    /// The app as it ships.
    Ours,
    /// Another release of the app, for what has become of it since.
    Before,
    /// The app for a person who has finished 1,000 assessments before.
    OursWithResults,
    /// Plain HTML with the first four statements and a few lines of JavaScript: what a page needs at
    /// least to store each answer and to show how many there are.
    HandWritten,
    /// SurveyJS with all statements, storing its data as its own examples do.
    SurveyJs,
}

impl Page {
    /// What the table calls it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Before => "ours, before",
            Self::OursWithResults => "ours, 1,000 results",
            Self::HandWritten => "hand-written",
            Self::SurveyJs => "SurveyJS",
        }
    }

    /// Where it begins.
    pub(crate) fn address(self, framework: &Framework) -> String {
        match self {
            Self::Ours | Self::Before | Self::OursWithResults => {
                format!("#/take/{}/full", framework.id)
            }
            Self::HandWritten => "bench/hand-written.html".to_owned(),
            Self::SurveyJs => "bench/surveyjs.html".to_owned(),
        }
    }

    /// A script that goes on to the next element.
    pub(crate) fn next(self) -> &'static str {
        match self {
            Self::Ours | Self::Before | Self::OursWithResults => {
                "document.querySelector('.nhsuk-button-group a').click()"
            }
            Self::HandWritten => "document.querySelector('form button').click()",
            Self::SurveyJs => "survey.nextPage()",
        }
    }

    /// A script that counts the answers that are stored.
    pub(crate) fn count_stored(self) -> &'static str {
        match self {
            Self::Ours | Self::Before | Self::OursWithResults => {
                "return Object.keys(localStorage).filter(key => key.includes('/response/')).length"
            }
            Self::HandWritten => "return localStorage.length",
            Self::SurveyJs => {
                "return Object.keys(JSON.parse(localStorage.getItem('survey'))).length - 1"
            }
        }
    }

    /// Whether it shows how many statements are answered, where the probe looks for it.
    pub(crate) fn shows_count(self) -> bool {
        self != Self::SurveyJs
    }

    /// What is in storage before it is opened.
    pub(crate) fn stored(self, framework: &Framework) -> BTreeMap<String, String> {
        let results = if self == Self::OursWithResults { RESULTS } else { 0 };
        let result = |number| {
            Stored::full(&format!("past-{number}"), framework, |_, _| vec![4, 2, 0, 5]).finished()
        };
        entries(framework, &(0..results).map(result).collect::<Vec<_>>())
    }
}

/// All pages for one number of statements, on a site.
#[derive(Debug)]
pub(crate) struct Pages {
    /// The site.
    pub(crate) site: Site,
    folder: TempDir,
}

impl Pages {
    /// Copies a release and puts a framework of so many statements in place of its own, and the
    /// other pages beside it.
    ///
    /// # Errors
    /// If there is no release in that folder.
    pub(crate) fn of(release: &Path, statements: usize) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir_all(at("frameworks"))?;
        std::fs::create_dir_all(at("bench"))?;
        let mut styles = None;
        let files = std::fs::read_dir(release);
        for file in files.or_say(|| format!("{}: run ./dev build", release.display()))? {
            let path = file?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_file() {
                copy(&path, &at(&name))?;
            }
            // The sheet of the first view, which the hand-written page has too.
            let is_first = name.starts_with("main-") && name.ends_with(".css");
            styles = styles.or(is_first.then_some(name));
        }
        let styles = styles.or_say(|| "the release has no styles")?;

        let own = Framework::of(&Site::of_release()?)?.id;
        let own = release.join(format!("frameworks/{own}.json"));
        let own: Value = serde_json::from_slice(&std::fs::read(own)?)?;
        let framework = generated::framework(&own, statements)?;
        let catalogue = generated::catalogue(&framework, statements);
        let file = format!("frameworks/generated-{statements}.json");
        std::fs::write(at(&file), framework.to_string())?;
        std::fs::write(at("frameworks/catalogue.json"), catalogue.to_string())?;

        let page = include_str!("../../../bench/hand-written.html")
            .replace("{{styles}}", &styles)
            .replace("{{title}}", &format!("{statements} statements"))
            .replace("{{questions}}", &generated::questions(&framework));
        std::fs::write(at("bench/hand-written.html"), page)?;
        let script = include_str!("../../../bench/hand-written.js");
        std::fs::write(at("bench/hand-written.js"), script)?;
        std::fs::write(at("bench/surveyjs.html"), include_str!("../../../bench/surveyjs.html"))?;
        std::fs::write(at("bench/surveyjs.js"), include_str!("../../../bench/surveyjs.js"))?;
        let questionnaire = generated::surveyjs(&framework).to_string();
        std::fs::write(at("bench/questionnaire.json"), questionnaire)?;
        let site = Site::of(folder.path().to_owned())?;
        Ok(Self { site, folder })
    }

    /// Puts SurveyJS beside the pages, as npm installed it.
    pub(crate) fn add_surveyjs(&self) -> Result {
        let packages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../node_modules");
        for (from, to) in [
            ("survey-core/survey.core.min.js", "survey.core.js"),
            // The other one asks Google for a typeface: more bytes, and time on the network.
            ("survey-core/survey-core.fontless.min.css", "survey-core.css"),
            ("survey-js-ui/survey-js-ui.min.js", "survey-js-ui.js"),
        ] {
            copy(&packages.join(from), &self.folder.path().join("bench").join(to))?;
        }
        Ok(())
    }

    /// The sum of the sizes after Brotli of all files that were asked for since so many requests, but
    /// for those that the app fetches once its first view is there.
    pub(crate) fn bytes_since(&self, requests: usize) -> Result<usize> {
        let asked: BTreeSet<String> =
            self.site.requests().into_iter().skip(requests).map(|request| request.path).collect();
        const LATER: [&str; 3] = ["whole-", "crosswalk.json", "learning.json"];
        let first = asked.iter().filter(|path| !LATER.iter().any(|later| path.contains(later)));
        first.into_iter().try_fold(0, |sum, path| {
            let name = path.trim_start_matches('/');
            let name = if name.is_empty() { "index.html" } else { name };
            let bytes = std::fs::read(self.folder.path().join(name)).or_say(|| path.clone())?;
            Ok(sum + brotli(&bytes)?)
        })
    }
}

/// Where the release lies, as [`Site::of_release`] finds it.
pub(crate) fn release() -> PathBuf {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
    std::env::var_os("BELLWETHER_DIST").map_or(beside, PathBuf::from)
}

fn copy(from: &Path, to: &Path) -> Result {
    std::fs::copy(from, to).or_say(|| from.display().to_string())?;
    Ok(())
}

/// Size after Brotli at its best level, with the usual window: as `./dev build` counts.
fn brotli(bytes: &[u8]) -> Result<usize> {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed.len())
}
