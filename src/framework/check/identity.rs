//! What a framework is called, whose it is, and whom it is for.

use super::{At, Checker, Seen};
use crate::form::{is_language_tag, is_version};
use crate::framework::model::Framework;
use crate::framework::sound::{FORMAT, MAX_GROUPS};
use crate::link::host_of;
use crate::problem::quoted;

impl Checker {
    pub(super) fn identity(&mut self, framework: &Framework) {
        if framework.format != FORMAT {
            self.report(
                At::Top("format"),
                || format!("file format {} is not known here", framework.format),
                || format!("write {FORMAT}, or use the version of Bellwether that the file is for"),
            );
        }
        self.id(At::Top("id"), &framework.id.shared(), &mut Seen::default());
        if !is_version(&framework.version) {
            self.report(
                At::Top("version"),
                || format!("`{}` is not a version", quoted(&framework.version)),
                || "write three numbers with dots, such as 1.0.0",
            );
        }
        if !is_language_tag(&framework.language) {
            self.report(
                At::Top("language"),
                || format!("`{}` is not a language tag", quoted(&framework.language)),
                || "write a tag such as en-GB or cy",
            );
        }
        if host_of(&framework.source.link).is_none() {
            self.report(
                At::Top("source/link"),
                || format!("`{}` is not a web address", quoted(&framework.source.link)),
                || "write an address that starts with https://, its host in plain letters",
            );
        }
        self.title(At::Top("title"), &framework.title);
        self.text(At::Top("summary"), &framework.summary);
        self.text(At::Top("owner"), &framework.owner);
        self.text(At::Top("source/title"), &framework.source.title);
        self.text(At::Top("source/link"), &framework.source.link);
        self.text(At::Top("rights"), &framework.rights);
        self.text(At::Top("audience"), &framework.audience);
        if let Some(produces) = &framework.produces {
            self.text(At::Top("produces"), produces);
        }
        for (i, audience) in framework.audiences.iter().enumerate() {
            if framework.audiences.iter().take(i).any(|earlier| earlier == audience) {
                let what = || format!("`{}` stands here already", audience.as_str());
                self.report(At::Audience(i), what, || "take one of the two out");
            }
        }
        if let Some(id) = &framework.builds_on {
            self.id(At::Top("builds_on"), &id.shared(), &mut Seen::default());
            if *id == framework.id {
                let what = || "the framework builds on itself";
                self.report(At::Top("builds_on"), what, || "name another one, or take this out");
            }
        }
    }

    pub(super) fn career_stages(&mut self, framework: &Framework) {
        self.count("career_stages", framework.career_stages.len(), MAX_GROUPS);
        let mut seen = Seen::default();
        for (i, stage) in framework.career_stages.iter().enumerate() {
            self.id(At::Stage(i, "id"), &stage.id.shared(), &mut seen);
            self.title(At::Stage(i, "title"), &stage.title);
            self.text(At::Stage(i, "description"), &stage.description);
        }
    }
}
