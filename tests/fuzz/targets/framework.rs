//! A framework file: what a page takes is what the validator takes, and it can be answered.

#![no_main]
#![forbid(unsafe_code)]

use bellwether::assessment::{
    Assessment, AssessmentId, Form, FrameworkRef, Progress, Questionnaire, Response, readiness,
    result, result_of, tier_fit,
};
use bellwether::framework::{Framework, check, is_sound, parse, read_unjoined, validate};
use bellwether::record::Record;
use bellwether::time::{Stamp, Stamped, Timestamp};
use bellwether_fuzz::{json, reads_back, records};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use std::rc::Rc;

fuzz_target!(|data: &[u8]| {
    // Whatever has the form of a framework: the two ways to check it agree.
    if let Ok(framework) = serde_json::from_slice::<Framework>(data) {
        assert_eq!(is_sound(&framework), check(&framework).is_empty());
    }
    let unjoined = read_unjoined(data);
    assert_eq!(unjoined.is_ok(), validate(data, None).is_empty());
    if let Ok(framework) = &unjoined {
        assert_eq!(serde_json::from_slice(data).ok().as_ref(), Some(framework));
        reads_back(framework, |text| read_unjoined(text.as_bytes()).ok());
    }
    match parse(data) {
        Ok(framework) => answered(&Rc::new(framework)),
        Err(problems) => assert!(!problems.is_empty()),
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    // Bytes now and then, so that what is no JSON is tried too.
    let varied = if seed.is_multiple_of(8) { None } else { json::vary(data, size, seed) };
    varied.unwrap_or_else(|| fuzzer_mutate(data, size, max_size))
});

/// Answers all of it, by either form, with ratings that the scale may not have.
fn answered(framework: &Rc<Framework>) {
    let id = AssessmentId::parse("a1").expect("an id");
    let parts: Vec<_> = framework.parts.iter().map(|part| part.id.clone()).collect();
    for form in [Form::Full, Form::Short] {
        let questionnaire = Questionnaire::new(framework.clone(), form, &parts);
        let of = FrameworkRef::to(framework);
        let mut assessment = Assessment::new(id.clone(), of, form, Timestamp(1));
        for (number, statement) in (0_u8..=255).cycle().zip(framework.statements()) {
            let response = match number % 11 {
                10 => None,
                0 => Some(Response::NotApplicable),
                rating => Some(Response::Rated(rating)),
            };
            let stamp = Stamp { time: Timestamp(2), count: 0, writer: "w".into() };
            assessment.set_response(statement.id.clone(), Stamped { value: response, stamp });
        }
        let progress = Progress::of(&questionnaire, &assessment);
        assert_eq!(progress.answered() + progress.unanswered(), questionnaire.len());
        let result = result(&questionnaire, &assessment);
        assert!(result.rated + result.not_applicable <= result.asked);
        let rules = &framework.result;
        let _ = rules.tiers.as_ref().map(|rule| tier_fit(&result, rule.fits_from));
        let _ = rules.readiness.as_ref().map(|rule| readiness(&result, rule));
        for part in &parts {
            let _ = result_of(&questionnaire, &assessment, Some(part));
        }
        let mut record = Record::default();
        record.merge_assessment(assessment);
        records::hold(&record);
    }
}
