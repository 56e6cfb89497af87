//! The crosswalk: read back the same, and a result is read by it whatever it says.

#![no_main]
#![forbid(unsafe_code)]

use bellwether::assessment::{
    Assessment, AssessmentId, AssessmentResult, Form, FrameworkRef, Questionnaire, Response, result,
};
use bellwether::crosswalk::{Crosswalk, in_words_of, needs, validate};
use bellwether::framework::{Framework, parse};
use bellwether::time::{Stamp, Stamped, Timestamp};
use bellwether_fuzz::{json, reads_back, text};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use std::rc::Rc;

fuzz_target!(|data: &[u8]| {
    let (framework, result) = RATED.with(Clone::clone);
    let problems = validate(data, std::slice::from_ref(&*framework));
    assert!(problems.iter().all(|problem| !problem.to_string().is_empty()));
    let Ok(crosswalk) = Crosswalk::parse(&text(data)) else { return };
    reads_back(&crosswalk, |text| Crosswalk::parse(text).ok());
    let completed = crosswalk.completed(std::slice::from_ref(&*framework));
    reads_back(&completed, |text| Crosswalk::parse(text).ok());
    for crosswalk in [&crosswalk, &completed] {
        for to in &crosswalk.frameworks {
            let read = in_words_of(crosswalk, &framework.id, &result, &to.framework);
            assert!(read.len() <= crosswalk.of(&to.framework).map_or(0, |to| to.elements.len()));
        }
        let needs = needs(crosswalk, &framework.id, &result, None, 5);
        assert!(needs.iter().all(|need| need.lack > 0));
        assert!(needs.is_sorted_by_key(|need| std::cmp::Reverse(need.lack)));
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    // Bytes now and then, so that what is no JSON is tried too.
    let varied = if seed.is_multiple_of(8) { None } else { json::vary(data, size, seed) };
    varied.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

thread_local! {
    /// Made once: it is the same for all inputs.
    static RATED: (Rc<Framework>, Rc<AssessmentResult>) = rated();
}

/// A small framework, and a result of it.
fn rated() -> (Rc<Framework>, Rc<AssessmentResult>) {
    let text = include_bytes!("../../fixtures/frameworks/small.json");
    let framework = Rc::new(parse(text).expect("a framework"));
    let id = AssessmentId::parse("a1").expect("an id");
    let of = FrameworkRef::to(&framework);
    let mut assessment = Assessment::new(id, of, Form::Full, Timestamp(1));
    for (rating, statement) in (1_u8..=2).cycle().zip(framework.statements()) {
        let stamp = Stamp { time: Timestamp(2), count: 0, writer: "w".into() };
        let answer = Stamped { value: Some(Response::Rated(rating)), stamp };
        assessment.set_response(statement.id.clone(), answer);
    }
    let questionnaire = Questionnaire::of(framework.clone(), &assessment);
    let result = result(&questionnaire, &assessment);
    (framework, Rc::new(result))
}
