//! One file a page. A page draws the state it is given and says what the person did; what follows
//! from that, [`crate::app::apply`] decides.

mod check;
mod choose;
mod leads;
mod method;
mod record;
mod result;
mod root;
mod start;
mod statements;
mod tasks;
mod unavailable;
mod welcome;

pub use root::Root;
