//! Reading a result by way of the crosswalk.

use super::model::{Crosswalk, Link};
use crate::assessment::{AssessmentResult, ElementResult, Score};
use crate::framework::{ElementId, FrameworkId};
use std::rc::Rc;

/// An element of another framework, with what a result says that bears on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counterpart<'a> {
    /// The element of the other framework.
    pub link: &'a Link,
    /// The elements of the result that share a nearest element of the hub with it.
    pub said: Vec<&'a ElementResult>,
}

/// A result in the words of another framework: its elements in its order, each with the elements of
/// the result that bear on it. Scores are not turned into scores of the other framework: the
/// statements were others.
pub fn in_words_of<'a>(
    crosswalk: &'a Crosswalk,
    from: &FrameworkId,
    result: &'a AssessmentResult,
    to: &FrameworkId,
) -> Vec<Counterpart<'a>> {
    let (Some(from), Some(to)) = (crosswalk.of(from), crosswalk.of(to)) else { return Vec::new() };
    let counterpart = |link: &'a Link| {
        let bears = |element: &&ElementResult| {
            let own = from.link(&element.id);
            own.is_some_and(|own| own.nearest.iter().any(|near| link.nearest.contains(near)))
        };
        Counterpart { link, said: result.elements().filter(bears).collect() }
    };
    to.elements.iter().map(counterpart).collect()
}

/// How much an element of the hub is in need, as far as a result says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// The element of the hub.
    pub element: ElementId,
    /// The score of the element of the result that says so.
    pub score: Score,
    /// How far the score is below what is wanted: the importance, where it was asked, or else the
    /// highest point of the scale. In billionths of a point, above zero.
    pub lack: i64,
    /// The title of the element of the result that says so.
    pub said_by: Rc<str>,
}

/// Which elements of the hub a result shows in need, the neediest first.
///
/// Each element with a score lacks what is between its score and its importance, or the highest
/// point where importance was not asked. It passes that on to the one element of the hub that comes
/// nearest to it, so that a lower score can never do anything for another; the greatest lack that
/// reaches an element counts. Equal ones stand in the hub's order.
pub fn needs(
    crosswalk: &Crosswalk,
    framework: &FrameworkId,
    result: &AssessmentResult,
    importance: Option<&AssessmentResult>,
    highest: u8,
) -> Vec<Need> {
    let (Some(from), Some(hub)) = (crosswalk.of(framework), crosswalk.of(&crosswalk.hub)) else {
        return Vec::new();
    };
    let full = Score::whole(highest);
    let mut needs: Vec<Need> = Vec::new();
    for link in &hub.elements {
        let mut worst: Option<Need> = None;
        for element in result.elements() {
            let own = from.link(&element.id);
            let near = own.is_some_and(|own| own.nearest.first() == Some(&link.element));
            let Some(score) = element.score.score().filter(|_| near) else { continue };
            let wanted = match importance {
                None => Some(full),
                Some(importance) => importance_of(importance, &element.id),
            };
            let lack = wanted.map_or(0, |wanted| wanted.above(score));
            if lack > 0 && worst.as_ref().is_none_or(|worst| lack > worst.lack) {
                let said_by = element.title.clone();
                worst = Some(Need { element: link.element.clone(), score, lack, said_by });
            }
        }
        needs.extend(worst);
    }
    needs.sort_by_key(|need| std::cmp::Reverse(need.lack));
    needs
}

fn importance_of(importance: &AssessmentResult, element: &ElementId) -> Option<Score> {
    importance.elements().find(|one| one.id == *element).and_then(|one| one.score.score())
}
