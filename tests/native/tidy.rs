//! Guards the shape of the source: rooms that know only what they may, short files, no content in
//! code, nothing left undone. Reads the files under src; what is in comments and in the tests of a
//! file does not count.

use crate::support::{framework_files, project};
use bellwether::framework::{self, Framework};
use std::fs;
use std::path::{Path, PathBuf};

/// Longest file.
const MOST_LINES: usize = 300;

/// What the core may not know of: it has no browser and no clock.
const OUTSIDE: [&str; 12] = [
    "yew",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo",
    "std::time",
    "SystemTime",
    "Instant",
    "std::fs",
    "std::net",
    "std::env",
    "std::thread",
];

/// Every room with those that it may use besides itself. `base` are the files beside the rooms that
/// several of them need, such as time.rs and problem.rs.
const ARROWS: [(&str, &[&str]); 14] = [
    ("base", &[]),
    ("framework", &["base"]),
    ("assessment", &["base", "framework"]),
    ("record", &["base", "framework", "assessment"]),
    ("profile", &["base", "framework", "record"]),
    ("catalogue", &["base", "framework"]),
    ("crosswalk", &["base", "framework", "assessment"]),
    ("learning", &["base", "framework", "assessment", "record", "crosswalk"]),
    ("app", CORE),
    ("browser", CORE),
    ("components", DRAWN),
    ("pages", ALL),
    ("bin", ALL),
    ("main", ALL),
];
/// What several rooms need and is too long for one file.
const BASE_FOLDERS: [&str; 1] = ["json"];
const CORE: &[&str] = &[
    "base",
    "framework",
    "assessment",
    "record",
    "profile",
    "catalogue",
    "crosswalk",
    "learning",
    "app",
];
const DRAWN: &[&str] = &[
    "base",
    "framework",
    "assessment",
    "record",
    "profile",
    "catalogue",
    "crosswalk",
    "learning",
    "app",
    "browser",
];
const ALL: &[&str] = &[
    "base",
    "framework",
    "assessment",
    "record",
    "profile",
    "catalogue",
    "crosswalk",
    "learning",
    "app",
    "browser",
    "components",
    "pages",
];

/// A line of code, with where it stands.
struct Line {
    file: PathBuf,
    number: usize,
    room: String,
    code: String,
}

impl Line {
    fn told(&self) -> String {
        format!("{}:{}: {}", self.file.display(), self.number, self.code.trim())
    }
}

/// All source files, relative to the project.
fn files() -> Vec<PathBuf> {
    fn gather(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(project().join(folder)).unwrap() {
            let entry = entry.unwrap();
            let path = folder.join(entry.file_name());
            if entry.file_type().unwrap().is_dir() {
                gather(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    gather(Path::new("src"), &mut found);
    found.sort();
    assert!(found.len() > 40, "the source was not found");
    found
}

fn text(file: &Path) -> String {
    fs::read_to_string(project().join(file)).unwrap()
}

/// The room that a file belongs to.
fn room(file: &Path) -> String {
    let inside = file.strip_prefix("src").unwrap();
    let first = inside.iter().next().unwrap().to_str().unwrap();
    match first.strip_suffix(".rs") {
        None if BASE_FOLDERS.contains(&first) => "base".to_owned(),
        None | Some("main") => first.trim_end_matches(".rs").to_owned(),
        Some("lib") => "lib".to_owned(),
        Some(_) => "base".to_owned(),
    }
}

/// The code of all files: without comments and without their tests, which stand last.
fn code() -> Vec<Line> {
    let mut lines = Vec::new();
    for file in files() {
        let text = text(&file);
        let before_tests = text.split("#[cfg(test)]\nmod tests").next().unwrap();
        for (number, line) in before_tests.lines().enumerate() {
            let is_comment = line.trim_start().starts_with("//");
            let code = line.split(" // ").next().unwrap();
            if !is_comment && !code.trim().is_empty() {
                let (room, code) = (room(&file), code.to_owned());
                lines.push(Line { file: file.clone(), number: number + 1, room, code });
            }
        }
    }
    lines
}

/// All lines that a rule objects to, told one by one.
fn none(rule: &str, objects: impl Fn(&Line) -> bool) {
    let lines: Vec<String> = code().iter().filter(|line| objects(line)).map(Line::told).collect();
    assert!(lines.is_empty(), "{rule}:\n{}", lines.join("\n"));
}

/// Whether a text holds a name that is not part of a longer one.
fn names(code: &str, name: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '_');
    code.match_indices(name).any(|(at, _)| {
        let longer = name == "gloo" && code[at + name.len()..].starts_with('_');
        edge(code[..at].chars().next_back())
            && (longer || edge(code[at + name.len()..].chars().next()))
    })
}

/// The rooms that a line uses: `crate::room`, `bellwether::room`, `super::super::room`, or several
/// in braces.
fn used(code: &str) -> Vec<String> {
    let mut rooms = Vec::new();
    for start in ["crate::", "bellwether::", "super::super::"] {
        for (at, _) in code.match_indices(start) {
            let rest = &code[at + start.len()..];
            let first = |text: &str| {
                text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>()
            };
            match rest.strip_prefix('{') {
                Some(several) => rooms.extend(several.split(',').map(|one| first(one.trim()))),
                None => rooms.push(first(rest)),
            }
        }
    }
    let is_room = |room: &String| ARROWS.iter().any(|(known, _)| known == room);
    let base = |room: String| if is_room(&room) { room } else { "base".to_owned() };
    rooms.into_iter().filter(|room| !room.is_empty()).map(base).collect()
}

#[test]
fn the_core_knows_no_browser_and_no_clock() {
    none("the core may not use these", |line| {
        CORE.contains(&line.room.as_str()) && OUTSIDE.iter().any(|name| names(&line.code, name))
    });
}

#[test]
fn rooms_use_only_the_rooms_that_they_may() {
    for line in code() {
        let known = line.room == "lib" || ARROWS.iter().any(|(room, _)| *room == line.room);
        assert!(known, "a new room: say in tests/native/tidy.rs what it may use: {}", line.told());
    }
    none("arrows point inwards only", |line| {
        let may = ARROWS.iter().find(|(room, _)| *room == line.room).map(|(_, may)| *may);
        may.is_some_and(|may| {
            used(&line.code).iter().any(|room| *room != line.room && !may.contains(&room.as_str()))
        })
    });
}

#[test]
fn no_file_is_too_long() {
    let long: Vec<String> = files()
        .iter()
        .map(|file| (text(file).lines().count(), file))
        .filter(|(lines, _)| *lines > MOST_LINES)
        .map(|(lines, file)| format!("{}: {lines} lines", file.display()))
        .collect();
    assert!(long.is_empty(), "over {MOST_LINES} lines: {long:?}");
}

/// The texts in quotes on a line.
fn quoted(code: &str) -> Vec<&str> {
    code.split('"').skip(1).step_by(2).collect()
}

#[test]
fn nothing_of_a_framework_stands_in_the_code() {
    let mut ids: Vec<String> = Vec::new();
    for (_, text) in framework_files() {
        let framework: Framework = framework::read_unjoined(text.as_bytes()).unwrap();
        ids.push(framework.id.to_string());
        ids.extend(framework.domains.iter().map(|domain| domain.id.to_string()));
        ids.extend(framework.elements().map(|(_, element)| element.id.to_string()));
        ids.extend(framework.statements().map(|statement| statement.id.to_string()));
        ids.extend(framework.career_stages.iter().map(|stage| stage.id.to_string()));
    }
    assert!(ids.len() > 100);
    none("content belongs in frameworks/", |line| {
        quoted(&line.code).iter().any(|text| {
            ids.iter().any(|id| text == id || (id.contains('-') && text.contains(id.as_str())))
        })
    });
}

#[test]
fn nothing_is_left_undone() {
    const MARKS: [&str; 5] = ["TODO", "FIXME", "XXX", "todo!", "unimplemented!"];
    let mut left = Vec::new();
    for file in files() {
        for (number, line) in text(&file).lines().enumerate() {
            if MARKS.iter().any(|mark| line.contains(mark)) {
                left.push(format!("{}:{}: {}", file.display(), number + 1, line.trim()));
            }
        }
    }
    assert!(left.is_empty(), "{left:#?}");
}

#[test]
fn no_host_is_named_in_the_code() {
    none("nothing leaves the page, so no host is known", |line| {
        line.code.match_indices("//").any(|(at, _)| {
            let before = line.code[..at].ends_with([':', '"']);
            before && line.code[at + 2..].starts_with(|c: char| c.is_alphanumeric())
        })
    });
}

#[test]
fn the_rules_above_see_what_they_look_for() {
    assert!(names("use web_sys::Window;", "web_sys") && !names("my_web_sys", "web_sys"));
    assert!(names("gloo_utils::x", "gloo") && !names("Instantly", "Instant"));
    assert_eq!(used("use crate::pages::root;"), ["pages"]);
    assert_eq!(used("crate::{app::State, time}"), ["app", "base"]);
    assert_eq!(used("use bellwether::browser::x; crate::order::y"), ["base", "browser"]);
    assert_eq!(used("use super::super::pages::root;"), ["pages"]);
    assert_eq!(quoted(r#"a("x", "y z")"#), ["x", "y z"]);
    assert_eq!(room(Path::new("src/app/mod.rs")), "app");
    assert_eq!(room(Path::new("src/time.rs")), "base");
    assert_eq!(room(Path::new("src/main.rs")), "main");
}
