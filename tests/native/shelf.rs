//! Content for tests of learning: a small shelf of sessions, pathways and a crosswalk, and the real
//! one of the project.

use crate::support::{files, text_of};
use bellwether::app::{Failure, Late, More, MoreContent};
use bellwether::crosswalk::Crosswalk;
use bellwether::framework::{self, Framework};
use bellwether::learning::search::{Words, WordsMaker};
use bellwether::learning::{Library, Pathway, Session, read_pathway, read_session};
use serde_json::{Value, json};

/// What a site has to learn.
#[derive(Debug, Clone)]
pub(crate) struct Shelf {
    pub(crate) frameworks: Vec<Framework>,
    pub(crate) crosswalk: Crosswalk,
    pub(crate) sessions: Vec<Session>,
    pub(crate) pathways: Vec<Pathway>,
}

impl Shelf {
    /// A shelf for a framework: `each` sessions for every element, `<element>-1` and so on, and a
    /// pathway `all` with one module of all of them and one activity, `try-it`.
    pub(crate) fn small(framework: &Framework, each: usize) -> Self {
        let elements = framework.elements().map(|(_, element)| element.id.as_str().to_owned());
        let sessions: Vec<Session> = elements
            .flat_map(|element| {
                (1..=each).map(move |n| session(&format!("{element}-{n}"), &element))
            })
            .collect();
        let ids: Vec<&str> = sessions.iter().map(|session| session.id.as_str()).collect();
        let pathways = vec![pathway("all", &ids)];
        let crosswalk = crosswalk(framework.id.as_str());
        Self { frameworks: vec![framework.clone()], crosswalk, sessions, pathways }
    }

    /// The content of the project; frameworks are not joined.
    pub(crate) fn real() -> Self {
        let frameworks = files("frameworks", "json")
            .into_iter()
            .filter(|path| path.file_stem().is_some_and(|name| name != "crosswalk"))
            .map(|path| framework::read_unjoined(&std::fs::read(path).unwrap()).unwrap());
        let text = |path| std::fs::read_to_string(path).unwrap();
        Self {
            frameworks: frameworks.collect(),
            crosswalk: Crosswalk::parse(&text_of("frameworks/crosswalk.json")).unwrap(),
            sessions: files("frameworks/sessions", "json")
                .into_iter()
                .map(|path| read_session(&text(path)).unwrap())
                .collect(),
            pathways: files("frameworks/pathways", "json")
                .into_iter()
                .map(|path| read_pathway(&text(path)).unwrap())
                .collect(),
        }
    }

    /// The crosswalk as it lies beside the page.
    pub(crate) fn completed(&self) -> Crosswalk {
        self.crosswalk.completed(&self.frameworks)
    }

    /// The library as it lies beside the page.
    pub(crate) fn library(&self) -> Library {
        let hub = self.frameworks.iter().find(|framework| framework.id == self.crosswalk.hub);
        Library::of(hub.unwrap(), &self.pathways, &self.sessions, &[])
    }

    /// The words as they lie beside the page.
    pub(crate) fn words(&self) -> Words {
        let mut maker = WordsMaker::default();
        self.sessions.iter().for_each(|session| maker.add_session(session));
        Words::parse(&maker.into_text()).unwrap()
    }

    /// What is fetched from it.
    pub(crate) fn fetch(&self, more: More) -> MoreContent {
        match more {
            More::Crosswalk => MoreContent::Crosswalk(Ok(self.completed().into())),
            More::Library => MoreContent::Library(Ok(self.library().into())),
            More::Words => MoreContent::Words(Ok(self.words().into())),
            More::Session(id) => {
                let found = self.sessions.iter().find(|session| session.id == id).cloned();
                MoreContent::Session(id, found.map(Late::from).ok_or(Failure::Missing))
            }
            More::Pathway(id) => {
                let found = self.pathways.iter().find(|pathway| pathway.id == id).cloned();
                MoreContent::Pathway(id, found.map(Late::from).ok_or(Failure::Missing))
            }
        }
    }
}

/// A session as a file has it, with a question of every kind.
pub(crate) fn session_file(id: &str, element: &str) -> Value {
    let option = |id: &str| json!({ "id": id, "text": format!("Do {id}."), "feedback": "Since." });
    let right = |id: &str| json!({ "id": id, "text": format!("Do {id}."), "feedback": "Since.", "right": true });
    let on = |id: &str, pile: u8| json!({ "id": id, "text": format!("Put {id}."), "feedback": "Since.", "pile": pile });
    json!({
        "format": 1, "id": id, "version": "1.0.0", "language": "en-GB",
        "title": format!("About {id}"), "summary": "What it is good for.", "minutes": 12,
        "framework": "local", "element": element, "theme": "m1", "level": "early",
        "professions": ["nurse"], "setting": "ward", "after": [],
        "outcomes": ["Do one thing", "Do another", "Do a third"],
        "case": { "title": "A case", "text": ["It is late."], "question": "What now?" },
        "points": [{ "id": "a", "title": "A point", "text": "Some advice." }],
        "exercise": [
            { "id": "a", "kind": "one", "ask": "Which?", "options": [option("a"), right("b"), option("c")] },
            { "id": "b", "kind": "all", "ask": "Which ones?", "options": [right("a"), option("b"), right("c")] },
            { "id": "c", "kind": "order", "ask": "Which first?", "options": [option("a"), option("b"), option("c")] },
            { "id": "d", "kind": "piles", "ask": "Where?", "piles": ["Here", "There"], "options": [on("a", 0), on("b", 1), on("c", 0)] },
            { "id": "e", "kind": "words", "ask": "Say it.", "example": "Like this.", "look_for": ["It is short."] },
        ],
        "reflection": "What did you see?", "try": "Try it once.",
        "trainer": { "questions": ["Why?", "How?", "When?"], "plan": [{ "minutes": 20, "text": "Talk." }] },
        "reading": [],
    })
}

/// A session.
pub(crate) fn session(id: &str, element: &str) -> Session {
    read_session(&session_file(id, element).to_string()).unwrap()
}

/// A pathway as a file has it: one module with some sessions and an activity.
pub(crate) fn pathway_file(id: &str, sessions: &[&str]) -> Value {
    json!({
        "format": 1, "id": id, "version": "1.0.0", "language": "en-GB", "title": "All of it",
        "summary": "Everything there is.", "audience": "Anybody.", "source": "Nowhere.",
        "framework": "local", "first": [],
        "modules": [{
            "id": "m1", "title": "A module", "summary": "It has all.", "sessions": sessions,
            "activities": [{
                "id": "try-it", "title": "Try it", "text": "Do it.", "when": "Now.",
                "start": "Begin.", "record": "What you did.", "shows": "That you can.",
                "elements": ["e1"],
            }],
        }],
    })
}

fn pathway(id: &str, sessions: &[&str]) -> Pathway {
    read_pathway(&pathway_file(id, sessions).to_string()).unwrap()
}

fn crosswalk(hub: &str) -> Crosswalk {
    let file = json!({
        "format": 1, "version": "1.0.0", "language": "en-GB", "hub": hub,
        "note": "Ours.", "frameworks": [],
    });
    Crosswalk::parse(&file.to_string()).unwrap()
}
