//! What the person who runs the benchmark wants of it.

use std::path::PathBuf;

/// What can be wanted.
pub(crate) const HELP: &str =
    "bench [--sizes 20,80] [--before FOLDER] [--without-surveyjs] [--only-learning] [--strict]

  --sizes N,N…         numbers of statements; otherwise 20, 80, 1000 and 10000
  --before FOLDER      another release, in the same rounds: what a change has made of the app
  --without-surveyjs   only ours and the hand-written page; SurveyJS takes most of the time
  --only-learning      only opening and searching what there is to learn
  --strict             fail when a target is not met";

/// What is wanted.
#[derive(Debug)]
pub(crate) struct Options {
    /// With how many statements everything is measured.
    pub(crate) sizes: Vec<usize>,
    /// Where another release lies that is measured too.
    pub(crate) before: Option<PathBuf>,
    /// Whether SurveyJS is measured too.
    pub(crate) surveyjs: bool,
    /// Whether a target that is not met is a failure.
    pub(crate) strict: bool,
}

/// Reads the options; `None` if only help is wanted.
pub(crate) fn read(mut arguments: impl Iterator<Item = String>) -> Result<Option<Options>, String> {
    let sizes = vec![20, 80, 1_000, 10_000];
    let mut options = Options { sizes, before: None, surveyjs: true, strict: false };
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--sizes" => {
                let sizes = arguments.next().unwrap_or_default();
                options.sizes = read_sizes(&sizes)?;
            }
            "--before" => {
                let folder = arguments.next().ok_or("--before wants the folder of a release")?;
                options.before = Some(folder.into());
            }
            "--without-surveyjs" => options.surveyjs = false,
            "--only-learning" => options.sizes.clear(),
            "--strict" => options.strict = true,
            "-h" | "--help" => return Ok(None),
            unknown => return Err(format!("there is no option {unknown}")),
        }
    }
    Ok(Some(options))
}

/// Elements are answered to the end, so there must be as many as are answered in a load.
fn read_sizes(text: &str) -> Result<Vec<usize>, String> {
    let size = |word: &str| word.trim().parse().ok().filter(|size| (20..=100_000).contains(size));
    let sizes: Option<Vec<usize>> = text.split(',').map(size).collect();
    sizes.ok_or_else(|| format!("--sizes wants numbers from 20 to 100000, such as 20,80: {text}"))
}
