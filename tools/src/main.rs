//! What `./dev` needs beyond cargo and trunk.
//!
//! - `content`: puts the content and its lists beside the page (a hook of trunk);
//! - `validate FILE…`: says everything that is wrong with files of content;
//! - `schema FOLDER`: writes the JSON Schemas;
//! - `sizes FOLDER`: prints the sizes of a release and holds the first view to its budget.

mod content;
mod sizes;

use bellwether::{crosswalk, framework, learning};
use content::Shelf;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let paths: Vec<PathBuf> = arguments.map(PathBuf::from).collect();
    let done = match (command.as_str(), paths.as_slice()) {
        ("content", []) => content::put_beside_page(),
        ("validate", [_, ..]) => validate(&paths),
        ("schema", [folder]) => schema(folder),
        ("sizes", [folder]) => sizes::report(folder),
        _ => Err("usage: content | validate FILE… | schema FOLDER | sizes FOLDER".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// Says everything that is wrong with each file.
fn validate(paths: &[PathBuf]) -> Result<(), String> {
    let shelf = Shelf::read(Path::new("."))?;
    let mut faulty = 0;
    for path in paths {
        let problems = shelf.problems(path)?;
        for problem in &problems {
            println!("{}: {problem}", path.display());
        }
        if problems.is_empty() {
            println!("{}: no problems", path.display());
        } else {
            faulty += 1;
        }
    }
    if faulty == 0 {
        Ok(())
    } else {
        Err(format!("{faulty} of {} files have problems", paths.len()))
    }
}

/// Writes the JSON Schemas that editors use.
fn schema(folder: &Path) -> Result<(), String> {
    for (name, schema) in [
        ("framework", framework::schema()),
        ("crosswalk", crosswalk::schema()),
        ("session", learning::session_schema()),
        ("pathway", learning::pathway_schema()),
        ("elsewhere", learning::elsewhere_schema()),
    ] {
        let path = folder.join(format!("{name}.schema.json"));
        let text = format!("{schema:#}\n");
        std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
        println!("wrote {}", path.display());
    }
    Ok(())
}
