//! Whether a framework is what the rest of the crate relies on: yes or no.
//!
//! The same rules as [`check`](super::check), without saying which is broken and where: that takes
//! twelve times the code, which the validator has and a page need not load. A test holds the two
//! together, fault by fault.

use super::model::{Element, Framework, Statement};
use super::rules::ResultRules;
use super::scale::RatingScale;
use super::tenths::Tenths;
use crate::form::{is_language_tag, is_text, is_title, is_version, is_well_formed};
use crate::id_map::IdMap;
use crate::link::host_of;
use std::rc::Rc;

/// The file format that this code reads and writes.
pub(super) const FORMAT: u32 = 1;

/// As many points as there are digit keys to choose them.
pub(super) const MAX_POINTS: usize = 9;

/// Far more stages, and parts, than any framework tells apart: each statement and example is held against all.
pub(super) const MAX_GROUPS: usize = 100;

/// Far more elements than anybody is assessed in: results and crosswalks are read element by element.
pub(crate) const MAX_ELEMENTS: usize = 10_000;

/// Far more statements than anybody answers, and as many answers as a record takes.
pub(crate) const MAX_STATEMENTS: usize = 50_000;

/// Whether [`check`](super::check) finds nothing.
pub fn is_sound(framework: &Framework) -> bool {
    let mut statements = Ids::default();
    has_sound_identity(framework)
        && is_sound_scale(&framework.rating_scale)
        && has_sound_parts(framework)
        && has_sound_domains(framework, &mut statements)
        && has_sound_short_form(framework, &statements)
        && are_sound_rules(framework, &framework.result)
}

/// Ids of one kind.
#[derive(Default)]
struct Ids(IdMap<()>);

impl Ids {
    /// Whether an id is well-formed and the first of its name.
    fn admit(&mut self, id: &Rc<str>) -> bool {
        is_well_formed(id) && self.0.insert(id.clone(), ()).is_none()
    }
}

fn has_sound_identity(framework: &Framework) -> bool {
    let link = &framework.source.link;
    let texts = [
        &framework.summary,
        &framework.owner,
        &framework.source.title,
        link,
        &framework.rights,
        &framework.audience,
    ];
    let mut stages = Ids::default();
    framework.format == FORMAT
        && is_well_formed(framework.id.as_str())
        && is_version(&framework.version)
        && is_language_tag(&framework.language)
        && host_of(link).is_some()
        && is_title(&framework.title)
        && texts.into_iter().all(|text| is_text(text))
        && framework.produces.as_deref().is_none_or(is_text)
        && are_different(&framework.audiences)
        && framework.career_stages.len() <= MAX_GROUPS
        && framework
            .builds_on
            .as_ref()
            .is_none_or(|id| is_well_formed(id.as_str()) && *id != framework.id)
        && framework.career_stages.iter().all(|stage| {
            stages.admit(&stage.id.shared())
                && is_title(&stage.title)
                && is_text(&stage.description)
        })
}

fn are_different<T: PartialEq>(items: &[T]) -> bool {
    items.iter().enumerate().all(|(i, item)| !items.iter().take(i).any(|earlier| earlier == item))
}

fn is_sound_scale(scale: &RatingScale) -> bool {
    is_text(&scale.question)
        && is_title(&scale.not_applicable.label)
        && is_text(&scale.not_applicable.anchor)
        && (2..=MAX_POINTS).contains(&scale.points.len())
        && (1..).zip(&scale.points).all(|(number, point)| {
            usize::from(point.value) == number && is_title(&point.label) && is_text(&point.anchor)
        })
}

fn has_sound_parts(framework: &Framework) -> bool {
    let mut ids = Ids::default();
    framework.parts.len() <= MAX_GROUPS
        && framework.parts.iter().all(|part| {
            ids.admit(&part.id.shared())
                && is_title(&part.title)
                && is_text(&part.description)
                && part.offer.as_deref().is_none_or(is_text)
                && is_sound_scale(&part.rating_scale)
                && part.rating_scale.points.len() == framework.rating_scale.points.len()
        })
}

fn has_sound_domains(framework: &Framework, statements: &mut Ids) -> bool {
    let (mut domains, mut elements) = (Ids::default(), Ids::default());
    !framework.domains.is_empty()
        && framework.domains.iter().all(|domain| {
            domains.admit(&domain.id.shared())
                && is_title(&domain.title)
                && is_text(&domain.description)
                && !domain.elements.is_empty()
                && domain.elements.iter().all(|element| {
                    elements.admit(&element.id.shared())
                        && is_sound_element(framework, element, statements)
                })
        })
        && elements.0.len() <= MAX_ELEMENTS
        && statements.0.len() <= MAX_STATEMENTS
}

fn is_sound_element(framework: &Framework, element: &Element, statements: &mut Ids) -> bool {
    let rank = |statement: &Statement| match &statement.part {
        None => Some(0),
        Some(id) => framework.parts.iter().position(|part| part.id == *id).map(|p| p + 1),
    };
    let ranks: Option<Vec<usize>> = element.statements.iter().map(rank).collect();
    let stages: Vec<&str> = element.examples.iter().map(|one| one.stage.as_str()).collect();
    is_title(&element.title)
        && is_text(&element.description)
        && element.overuse.as_deref().is_none_or(is_text)
        && ranks.is_some_and(|ranks| ranks.first() == Some(&0) && ranks.is_sorted())
        && element
            .statements
            .iter()
            .all(|statement| statements.admit(&statement.id.shared()) && is_text(&statement.text))
        // Each has a stage of its own, so there are no more.
        && stages.len() <= framework.career_stages.len()
        && are_different(&stages)
        && element.examples.iter().all(|example| {
            is_text(&example.text)
                && framework.career_stages.iter().any(|stage| stage.id == example.stage)
        })
}

fn has_sound_short_form(framework: &Framework, statements: &Ids) -> bool {
    let mut named = Ids::default();
    framework.short_form.iter().all(|id| {
        (framework.builds_on.is_some() || statements.0.contains(id.as_str()))
            && named.0.insert(id.shared(), ()).is_none()
    })
}

fn are_sound_rules(framework: &Framework, rules: &ResultRules) -> bool {
    let lowest = Tenths::new(10);
    let is_score = |score: Tenths| {
        score >= lowest && score.tenths() <= 10 * u16::from(framework.rating_scale.highest())
    };
    let led = usize::from(rules.tiers.is_some())
        + usize::from(rules.priorities.is_some())
        + usize::from(rules.readiness.is_some());
    let tiers = rules.tiers.as_ref().is_none_or(|rule| {
        is_score(rule.fits_from) && (framework.domains.len() > 1 || framework.builds_on.is_some())
    });
    let priorities =
        rules.priorities.as_ref().is_none_or(|rule| framework.part(&rule.importance).is_some());
    let readiness = rules.readiness.as_ref().is_none_or(|rule| {
        let bands = &rule.bands;
        bands.first().is_some_and(|band| band.from == lowest)
            && bands.is_sorted_by(|one, next| one.from < next.from)
            && bands.iter().all(|band| {
                is_score(band.from) && is_title(&band.label) && is_text(&band.description)
            })
            && rule.next_steps.iter().all(|step| is_title(&step.title) && is_text(&step.text))
    });
    led <= 1 && tiers && priorities && readiness
}
