//! Guards the addresses and titles of the pages: an address that the app writes it reads again, and
//! none from outside leads anywhere but to a page.

use crate::person::Person;
use crate::support::cases;
use bellwether::app::{Route, title};
use bellwether::assessment::{AssessmentId, Form};
use proptest::prelude::*;

fn any_route() -> impl Strategy<Value = Route> {
    const ID: &str = "[a-z][a-z0-9-]{0,63}";
    let form = prop_oneof![Just(Form::Full), Just(Form::Short)];
    let assessment = || ID.prop_map(|id| AssessmentId::parse(&id).unwrap());
    prop_oneof![
        Just(Route::Start),
        Just(Route::Record),
        Just(Route::Method),
        ID.prop_map(|id| Route::Framework(id.as_str().into())),
        (ID, form).prop_map(|(id, form)| Route::Take(id.as_str().into(), form)),
        assessment().prop_map(Route::Tasks),
        assessment().prop_map(Route::Check),
        assessment().prop_map(Route::Result),
        (assessment(), ID).prop_map(|(id, to)| Route::Statements(id, to.as_str().into())),
    ]
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn every_address_that_is_written_is_read_again(route in any_route()) {
        let address = route.to_string();
        for address in [&*address, address.trim_start_matches('#')] {
            prop_assert_eq!(&Route::parse(address), &route);
        }
    }

    #[test]
    fn whatever_is_read_is_a_page_whose_address_leads_to_it(address in "\\PC{0,40}") {
        let route = Route::parse(&address);
        let known = route != Route::Unknown;
        prop_assert!(!known || Route::parse(&route.to_string()) == route, "{route:?}");
    }

    #[test]
    fn addresses_that_are_nearly_right_lead_to_a_page_or_are_unknown(
        parts in prop::collection::vec(
            prop_oneof![
                Just("take"), Just("assessment"), Just("element"), Just("check"), Just("result"),
                Just("full"), Just("short"), Just("a1"), Just(""), Just(".."), Just("A"),
                Just("%61"), Just("<b>"), Just("a/b"), Just("record"), Just("framework"),
            ],
            0..6,
        ),
    ) {
        let address = format!("#/{}", parts.join("/"));
        let route = Route::parse(&address);
        let bare = |address: &str| address.trim_matches(['#', '/']).to_owned();
        let same = bare(&route.to_string()) == bare(&address);
        prop_assert!(route == Route::Unknown || same, "{address} gave {route:?}");
    }
}

#[test]
fn every_page_says_in_its_title_where_the_person_is() {
    let mut person = Person::new();
    person.begins(Form::Full);
    for (address, expected) in [
        ("#/", "Bellwether: see where you stand in clinical leadership"),
        ("#/framework/local", "Local – Bellwether"),
        ("#/framework/nowhere", "Assessment – Bellwether"),
        ("#/assessment/*", "Local: your assessment – Bellwether"),
        ("#/assessment/*/element/e1", "Element 1 (1 of 3) – Bellwether"),
        ("#/assessment/*/element/e3", "Element 3 (3 of 3) – Bellwether"),
        ("#/assessment/*/element/nowhere", "Assessment – Bellwether"),
        ("#/assessment/*/check", "Check your answers – Bellwether"),
        ("#/assessment/*/result", "Local: your result – Bellwether"),
        ("#/record", "Your record – Bellwether"),
        ("#/method", "How results are worked out – Bellwether"),
        ("#/nowhere", "Page not found – Bellwether"),
    ] {
        assert_eq!(title(&person.opens(address).state), expected, "{address}");
    }
}
