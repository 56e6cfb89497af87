//! Noticing that nobody is there any more.

use super::clock;
use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use std::cell::Cell;
use std::rc::Rc;

/// What shows that somebody is there.
const SIGNS: [&str; 5] = ["pointerdown", "pointermove", "keydown", "wheel", "scroll"];
/// How often the clock is looked at, in milliseconds. Browsers look less often while a tab is hidden, and
/// not while the machine sleeps, so it is looked at too when the tab is seen again.
const EVERY: u32 = 5_000;

/// Watches for somebody to touch the page, for as long as it is kept.
#[derive(Debug)]
pub struct IdleWatch {
    _tick: Interval,
    _listeners: Vec<EventListener>,
}

impl IdleWatch {
    /// Calls back once when nobody has touched the page for so many minutes.
    pub fn begin(minutes: u32, call: impl Fn() + 'static) -> Option<Self> {
        let window = web_sys::window()?;
        let last = Rc::new(Cell::new(clock::now().time.0));
        let look = {
            let (last, done) = (last.clone(), Cell::new(false));
            move || {
                let long = u64::from(minutes) * 60_000;
                // A clock that was set back begins anew.
                last.set(last.get().min(clock::now().time.0));
                if clock::now().time.0 - last.get() >= long && !done.replace(true) {
                    call();
                }
            }
        };
        let look = Rc::new(look);
        let mut listeners: Vec<EventListener> = SIGNS
            .iter()
            .map(|&sign| {
                let (last, look) = (last.clone(), look.clone());
                EventListener::new(&window, sign, move |_| {
                    // Whoever comes after the time is somebody else.
                    look();
                    last.set(clock::now().time.0);
                })
            })
            .collect();
        let seen = look.clone();
        let document = gloo_utils::document();
        listeners.push(EventListener::new(&document, "visibilitychange", move |_| seen()));
        Some(Self { _tick: Interval::new(EVERY, move || look()), _listeners: listeners })
    }
}
