//! The clock, the calendar, and chance.

use crate::app::Now;
use crate::time::Timestamp;
use js_sys::{Date, Math};
use wasm_bindgen::JsValue;

/// The moment, with a random number.
pub fn now() -> Now {
    Now { time: Timestamp(Date::now() as u64), random: random() }
}

/// A number that no other running copy of the app has drawn, as near as matters: 53 random bits.
pub fn random() -> u64 {
    (Math::random() * 9_007_199_254_740_992.0) as u64
}

/// A moment as a date in the reader's own calendar and words, such as “22 November 2026”.
pub fn date(moment: Timestamp) -> String {
    let options = js_sys::Object::new();
    for (name, value) in [("day", "numeric"), ("month", "long"), ("year", "numeric")] {
        // Setting a field of a fresh object cannot fail.
        let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
    }
    let date = Date::new(&JsValue::from_f64(moment.0 as f64));
    date.to_locale_date_string("en-GB", &options).into()
}

/// Today as `2026-11-22`, by the reader's own time, for names of files.
pub fn today() -> String {
    let now = Date::new_0();
    format!("{}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}
