//! Rating scales, further parts, and what the result leads with.

use super::{At, Checker, ScaleOf, Seen};
use crate::framework::model::Framework;
use crate::framework::rules::{PriorityRule, ReadinessRule, TierRule};
use crate::framework::scale::RatingScale;
use crate::framework::sound::{MAX_GROUPS, MAX_POINTS};
use crate::framework::tenths::Tenths;
use crate::problem::quoted;

/// The lowest score there is.
const LOWEST: Tenths = Tenths::new(10);

impl Checker {
    pub(super) fn rating_scale(&mut self, of: ScaleOf, scale: &RatingScale) {
        self.text(At::Scale(of, "question"), &scale.question);
        self.title(At::Scale(of, "not_applicable/label"), &scale.not_applicable.label);
        self.text(At::Scale(of, "not_applicable/anchor"), &scale.not_applicable.anchor);
        if !(2..=MAX_POINTS).contains(&scale.points.len()) {
            self.report(
                At::Scale(of, "points"),
                || format!("the rating scale has {} points", scale.points.len()),
                || format!("give it 2 to {MAX_POINTS} points"),
            );
        }
        for (i, point) in scale.points.iter().enumerate() {
            if usize::from(point.value) != i + 1 {
                self.report(
                    At::Point(of, i, "value"),
                    || format!("point {} of the rating scale has the value {}", i + 1, point.value),
                    || "number the points 1, 2, 3 and so on, from the least to the most",
                );
            }
            self.title(At::Point(of, i, "label"), &point.label);
            self.text(At::Point(of, i, "anchor"), &point.anchor);
        }
    }

    pub(super) fn parts(&mut self, framework: &Framework) {
        self.count("parts", framework.parts.len(), MAX_GROUPS);
        let own = framework.rating_scale.points.len();
        let mut ids = Seen::default();
        for (p, part) in framework.parts.iter().enumerate() {
            self.id(At::Part(p, "id"), &part.id.shared(), &mut ids);
            self.title(At::Part(p, "title"), &part.title);
            self.text(At::Part(p, "description"), &part.description);
            if let Some(offer) = &part.offer {
                self.text(At::Part(p, "offer"), offer);
            }
            let of = ScaleOf::Part(p);
            self.rating_scale(of, &part.rating_scale);
            let points = part.rating_scale.points.len();
            if points != own {
                self.report(
                    At::Scale(of, "points"),
                    || format!("this scale has {points} points, and the framework's own has {own}"),
                    || "give both the same number, so that they can be compared",
                );
            }
        }
    }

    pub(super) fn result_rules(&mut self, framework: &Framework) {
        let rules = &framework.result;
        if let Some(rule) = &rules.tiers {
            self.tiers(framework, rule);
        }
        if let Some(rule) = &rules.priorities {
            self.priorities(framework, rule);
        }
        if let Some(rule) = &rules.readiness {
            self.readiness(framework, rule);
        }
        let led = [rules.tiers.is_some(), rules.priorities.is_some(), rules.readiness.is_some()];
        if led.into_iter().filter(|&is| is).count() > 1 {
            self.report(
                At::Top("result"),
                || "there are several rules here",
                || "keep the one that leads",
            );
        }
    }

    fn tiers(&mut self, framework: &Framework, rule: &TierRule) {
        self.score(At::Top("result/tiers/fits_from"), framework, rule.fits_from);
        if framework.domains.len() < 2 && framework.builds_on.is_none() {
            self.report(
                At::Top("result/tiers"),
                || "there are no tiers: the framework has fewer than two domains",
                || "make each tier a domain, or take the rule out",
            );
        }
    }

    fn priorities(&mut self, framework: &Framework, rule: &PriorityRule) {
        if framework.part(&rule.importance).is_none() {
            let what = || format!("`{}` is no part", quoted(rule.importance.as_str()));
            let remedy = || "name one of the framework's parts";
            self.report(At::Top("result/priorities/importance"), what, remedy);
        }
    }

    fn readiness(&mut self, framework: &Framework, rule: &ReadinessRule) {
        if rule.bands.first().is_none_or(|band| band.from != LOWEST) {
            let what = || "the first band does not begin at 1";
            self.report(At::Top("result/readiness/bands"), what, || "begin with a band from 1");
        }
        for (i, band) in rule.bands.iter().enumerate() {
            self.score(At::Band(i, "from"), framework, band.from);
            let before = i.checked_sub(1).and_then(|before| rule.bands.get(before));
            if before.is_some_and(|before| before.from >= band.from) {
                self.report(
                    At::Band(i, "from"),
                    || "this band begins no higher than the one before",
                    || "put the bands in order, from the lowest up",
                );
            }
            self.title(At::Band(i, "label"), &band.label);
            self.text(At::Band(i, "description"), &band.description);
        }
        for (i, step) in rule.next_steps.iter().enumerate() {
            self.title(At::NextStep(i, "title"), &step.title);
            self.text(At::NextStep(i, "text"), &step.text);
        }
    }

    fn score(&mut self, at: At, framework: &Framework, score: Tenths) {
        let highest = 10 * u16::from(framework.rating_scale.highest());
        if score < LOWEST || score.tenths() > highest {
            let remedy = || format!("write a number from 1 to {}", highest / 10);
            self.report(at, || "no score can be this", remedy);
        }
    }
}
