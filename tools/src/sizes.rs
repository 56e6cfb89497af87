//! The sizes of a release, and the budget of its first view.

use std::io::Write;
use std::path::{Path, PathBuf};

/// What the first view may cost, in bytes after Brotli: page, glue, wasm, styles, and the framework
/// shown.
const BUDGET: usize = 130_000;

/// The catalogue, as the table names it.
const CATALOGUE: &str = bellwether::catalogue::ADDRESS;

/// What the files begin with that are not loaded for the first view.
const LATER_FILES: [&str; 13] = [
    "asking",
    "banner",
    "bellwether-whole",
    "bellwether.html",
    "content",
    "element",
    "embed",
    "framed",
    "offline",
    "sharing",
    "sw.js",
    "whole",
    "woken",
];

/// The script that a page loads which shows the app as an element, and what it may cost, in bytes
/// after Brotli.
const LOADER: (&str, usize) = ("embed.js", 3_000);

/// Content that the first view does not need.
const LATER: [&str; 3] = ["crosswalk.json", "learning.json", "words.txt"];

/// One file of a release, in bytes.
struct Sizes {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints every file with its sizes, and the total of the first view.
///
/// # Errors
/// When the first view is over its budget, or the folder cannot be read.
pub(crate) fn report(folder: &Path) -> Result<(), String> {
    let mut paths = Vec::new();
    collect(folder, &mut paths)?;
    paths.sort();
    let mut files = Vec::new();
    for path in &paths {
        let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let name = path.strip_prefix(folder).unwrap_or(path).display().to_string();
        let (gzip, brotli) = (gzip(&bytes)?, brotli(&bytes)?);
        files.push(Sizes { name, raw: bytes.len(), gzip, brotli });
    }
    println!("{:<52} {:>10} {:>10} {:>10}", "file", "raw", "gzip", "Brotli");
    files.iter().for_each(print);
    let first_view = first_view(&files);
    print(&first_view);
    if first_view.brotli > BUDGET {
        return Err(format!(
            "the first view is {} bytes over its budget of {BUDGET}",
            first_view.brotli - BUDGET
        ));
    }
    let (loader, most) = LOADER;
    let loader = files.iter().find(|file| file.name == loader);
    if let Some(loader) = loader.filter(|loader| loader.brotli > most) {
        return Err(format!("{} has {} bytes, over {most}", loader.name, loader.brotli));
    }
    println!(
        "the first view is within its budget of {BUDGET} bytes, {} to spare",
        BUDGET - first_view.brotli
    );
    Ok(())
}

/// What a browser asks for before the first page is there: page, glue, wasm and styles, and the
/// largest of the frameworks, for who comes to a framework's own page. The page of all frameworks
/// asks for the catalogue instead; where there is only one framework, for both.
fn first_view(files: &[Sizes]) -> Sizes {
    // Of content, only frameworks lie in this folder itself; the rest is for other pages.
    let is_content = |file: &&Sizes| {
        let inside = file.name.strip_prefix("frameworks/");
        inside.is_some_and(|name| !name.contains('/') && !LATER.contains(&name))
    };
    let alone = files.iter().filter(is_content).count() == 2;
    let is_of_page = |file: &&Sizes| {
        let ending = Path::new(&file.name).extension().and_then(|ending| ending.to_str());
        !LATER_FILES.iter().any(|start| file.name.starts_with(start))
            && matches!(ending, Some("html" | "js" | "wasm" | "css"))
            || (alone && file.name == CATALOGUE)
    };
    let framework = files.iter().filter(is_content).max_by_key(|file| file.brotli);
    let mut total = Sizes { name: "first view".to_owned(), raw: 0, gzip: 0, brotli: 0 };
    for file in files.iter().filter(is_of_page).chain(framework) {
        total.raw += file.raw;
        total.gzip += file.gzip;
        total.brotli += file.brotli;
    }
    total
}

fn print(file: &Sizes) {
    println!("{:<52} {:>10} {:>10} {:>10}", file.name, file.raw, file.gzip, file.brotli);
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> Result<(), String> {
    let entries =
        std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for entry in entries.filter_map(Result::ok) {
        let path = entry.path();
        let is_copy = path.extension().is_some_and(|ending| ending == "br" || ending == "gz");
        if path.is_dir() {
            collect(&path, paths)?;
        } else if !is_copy {
            paths.push(path);
        }
    }
    Ok(())
}

/// Size after gzip at its best level.
fn gzip(bytes: &[u8]) -> Result<usize, String> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.map(|compressed| compressed.len()).map_err(|error| error.to_string())
}

/// Size after Brotli at its best level, with the usual window.
fn brotli(bytes: &[u8]) -> Result<usize, String> {
    let mut compressed = Vec::new();
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)
        .map_err(|error| error.to_string())?;
    Ok(compressed.len())
}
