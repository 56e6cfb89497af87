//! One file a page. A page draws the state it is given and says what the person did; what follows
//! from that, [`crate::app::apply`] decides.

mod asked_twice;
mod begin;
mod check;
mod choose;
mod company;
mod compare;
mod door;
mod doorkeeper;
mod entering;
mod first;
mod leads;
mod learn;
mod method;
mod passphrases;
mod profile_bar;
mod profiles;
mod program;
mod record;
mod result;
mod root;
mod sealed_files;
mod stage;
mod start;
mod statements;
mod tasks;
mod unavailable;
mod view;
mod welcome;
mod whole;

pub use begin::begin;
pub use company::CompanyDoor;
pub use doorkeeper::{Doorkeeper, NoDoor, Step};
pub use first::First;
pub use program::Program;
pub use view::View;
pub use whole::Whole;
