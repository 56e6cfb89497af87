//! What another tab that has not heard yet writes to where a record was comes along to where it is.

use bellwether_browser_tests::{App, Context as _, Result, breakable, story, story_of, until_is};
use std::collections::BTreeMap;
use thirtyfour::WindowHandle;

const PASSPHRASE: &str = "heron kettle bicycle";
const PROFILES: &str = "bellwether-profiles/1/";

/// A tab with the app, and one that knows nothing of it, as one that a browser has slowed down.
struct Tabs {
    app: WindowHandle,
    late: WindowHandle,
}

impl Tabs {
    async fn of(app: &App) -> Result<Self> {
        app.forgive("favicon.ico");
        let (ours, late) = app.new_tab().await?;
        app.visit("icon.svg").await?;
        app.look_at(&ours).await?;
        Ok(Self { app: ours, late })
    }

    /// Writes something late, and looks at the app again.
    async fn write(&self, app: &App, key: &str, text: &str) -> Result {
        app.look_at(&self.late).await?;
        // A picture has no document with eyes in it.
        let script = "localStorage.setItem(arguments[0], arguments[1])";
        app.browser.run(script, &[key.into(), text.into()]).await?;
        app.look_at(&self.app).await
    }
}

/// An answer that is later than any that a test has given.
const LATER: &str = "9000000000000 0 wlate 2";

type Entries = BTreeMap<String, String>;

async fn stored(app: &App) -> Result<Entries> {
    app.look("return Object.fromEntries(Object.entries(localStorage))", &[]).await
}

/// Waits until nothing is stored under a key any more.
async fn see_gone(app: &App, key: &str) -> Result {
    until_is(&format!("{key} to be there"), false, async || {
        Ok(stored(app).await?.contains_key(key))
    })
    .await
}

/// The key of the first answer on the page, in a record without a place of its own.
async fn key_of_answer(app: &App, assessment: &str) -> Result<String> {
    Ok(format!("bellwether/1/response/{assessment}/{}", app.statements().await?[0]))
}

/// The place of a record that is not locked.
async fn open_place(app: &App) -> Result<String> {
    let script = "const [, head] = Object.entries(localStorage).find(
            ([key]) => key.startsWith(arguments[0] + 'head/'));
        return arguments[0] + 'open/' + JSON.parse(head.slice(head.indexOf(' '))).space + '/'";
    app.look(script, &[PROFILES.into()]).await
}

/// Begins with an answer, and returns the assessment and the key of the answer.
async fn begin(app: &App) -> Result<(String, String)> {
    app.start_short().await?;
    app.answer(1, 4).await?;
    let assessment = app.assessment().await?;
    let key = key_of_answer(app, &assessment).await?;
    Ok((assessment, key))
}

/// Goes on where the person was, to the one answer, and sees it there.
async fn sees_answer(app: &App, answer: u8) -> Result {
    app.visit_within(&app.home()).await?;
    app.press("Go on where you were").await?;
    app.see_element(1).await?;
    app.see_answers(&[Some(answer)]).await
}

/// After the next start too it is there, and nothing of it can be read.
async fn is_sealed(app: &App, answer: u8) -> Result {
    let stored = stored(app).await?;
    let is_readable = |key: &&String| key.contains("/response/") || key.contains("/open/");
    assert_eq!(stored.keys().find(is_readable), None);
    app.reload().await?;
    app.come_in("Ann", Some(PASSPHRASE)).await?;
    app.see_member("Ann").await?;
    sees_answer(app, answer).await
}

#[test]
fn an_answer_to_the_record_of_the_browser_comes_late_into_the_locked_profile() -> Result {
    story(async |app| {
        let (_, key) = begin(app).await?;
        let tabs = Tabs::of(app).await?;
        app.make_profile("Ann", Some(PASSPHRASE)).await?;
        sees_answer(app, 4).await?;
        let sealed = stored(app).await?;
        tabs.write(app, &key, LATER).await?;
        app.see_answers(&[Some(2)]).await?;
        see_gone(app, &key).await?;
        let keys = |stored: &Entries| stored.keys().cloned().collect::<Vec<_>>();
        let now = stored(app).await?;
        assert_eq!(keys(&now), keys(&sealed), "in the place of the answer before");
        assert_ne!(now, sealed);
        is_sealed(app, 2).await
    })
}

#[test]
fn an_answer_to_a_record_that_was_not_locked_comes_late_under_the_lock() -> Result {
    story(async |app| {
        let (_, key) = begin(app).await?;
        app.make_profile("Ann", None).await?;
        let key = [open_place(app).await?, key].concat();
        assert!(stored(app).await?.contains_key(&key), "it is where a late tab would write it");
        let tabs = Tabs::of(app).await?;
        app.fill_in_passphrase(PASSPHRASE).await?;
        app.press("Lock the record").await?;
        app.see("Your record is locked").await?;
        sees_answer(app, 4).await?;
        tabs.write(app, &key, LATER).await?;
        app.see_answers(&[Some(2)]).await?;
        see_gone(app, &key).await?;
        is_sealed(app, 2).await
    })
}

/// The late tab has the key to the lock that was, as one with the app has.
#[test]
fn an_answer_to_a_locked_record_comes_late_to_where_it_is_unlocked() -> Result {
    story(async |app| {
        begin(app).await?;
        app.make_profile("Ann", Some(PASSPHRASE)).await?;
        sees_answer(app, 4).await?;
        // Two states of the record, as a tab that has it open seals them: the later is written late.
        let before = stored(app).await?;
        app.answer(1, 2).await?;
        app.see_answers(&[Some(2)]).await?;
        let after = stored(app).await?;
        let (key, later) = after
            .iter()
            .find(|(key, text)| key.contains("/sealed/") && before.get(*key) != Some(text))
            .map(|(key, text)| (key.clone(), text.clone()))
            .or_say(|| "no answer that is sealed")?;
        let earlier = before[&key].clone();
        let tabs = Tabs::of(app).await?;
        // The answer before is what the record has when the lock is taken off.
        app.visit_within("#/profiles").await?;
        app.see_heading("Your profile").await?;
        tabs.write(app, &key, &earlier).await?;
        app.press("Take the lock off").await?;
        app.send("Take the lock off").await?;
        app.see("The lock is off").await?;
        let open = [open_place(app).await?, "bellwether/1/response/".to_owned()].concat();
        let answer = async || -> Result<Option<String>> {
            let stored = stored(app).await?;
            let answer = stored.into_iter().find(|(key, _)| key.starts_with(&open));
            Ok(answer.and_then(|(_, text)| text.chars().last()).map(String::from))
        };
        assert_eq!(answer().await?, Some("4".to_owned()));
        tabs.write(app, &key, &later).await?;
        see_gone(app, &key).await?;
        assert_eq!(answer().await?, Some("2".to_owned()));
        sees_answer(app, 2).await?;
        app.reload().await?;
        app.come_in("Ann", None).await?;
        app.see_member("Ann").await?;
        sees_answer(app, 2).await
    })
}

/// The tab that took the record has died before it looked at what had come meanwhile.
#[test]
fn an_answer_that_came_late_where_a_tab_has_died_comes_along_at_the_next_start() -> Result {
    story_of(&breakable(), async |app| {
        app.open().await?;
        let (_, key) = begin(app).await?;
        app.visit("#/profiles").await?;
        app.see_heading("Profiles").await?;
        let makes = async || {
            app.fill_in_profile("Ann", Some(PASSPHRASE)).await?;
            app.see("Your profile is made").await
        };
        let states = app.states_while(makes).await?;
        let is_between = |state: &Entries| {
            state.contains_key(&key) && state.keys().any(|key| key.contains("/head/"))
        };
        let mut state = states.into_iter().find(is_between).or_say(|| "no such state")?;
        state.insert(key.clone(), LATER.to_owned());
        app.put_in_storage(&state).await?;
        app.visit("#/profiles").await?;
        app.come_in("Ann", Some(PASSPHRASE)).await?;
        app.see_member("Ann").await?;
        see_gone(app, &key).await?;
        sees_answer(app, 2).await?;
        is_sealed(app, 2).await
    })
}

/// Somebody else may use the browser without a profile, in a tab that has not heard.
#[test]
fn what_comes_late_and_is_of_none_of_the_assessments_is_somebody_elses() -> Result {
    story(async |app| {
        let (assessment, key) = begin(app).await?;
        let tabs = Tabs::of(app).await?;
        app.make_profile("Ann", Some(PASSPHRASE)).await?;
        let theirs: Entries = [
            (key.replace(&assessment, "a9"), LATER.to_owned()),
            ("bellwether/1/name".to_owned(), "9000000000000 0 wlate Bo".to_owned()),
            (
                "bellwether/1/note/speaking-up/case".to_owned(),
                "9000000000000 0 wlate =Hm.".to_owned(),
            ),
        ]
        .into();
        for (key, text) in &theirs {
            tabs.write(app, key, text).await?;
        }
        // What is written after it has come along, so it has been looked at.
        sees_answer(app, 4).await?;
        tabs.write(app, &key, LATER).await?;
        app.see_answers(&[Some(2)]).await?;
        let in_browser = async || -> Result<Entries> {
            let mut stored = stored(app).await?;
            stored.retain(|key, _| key.starts_with("bellwether/"));
            Ok(stored)
        };
        see_gone(app, &key).await?;
        assert_eq!(in_browser().await?, theirs);
        app.reload().await?;
        app.come_in("Ann", Some(PASSPHRASE)).await?;
        app.see_member("Ann").await?;
        sees_answer(app, 2).await?;
        assert_eq!(in_browser().await?, theirs, "nor does a new start take it");
        Ok(())
    })
}
