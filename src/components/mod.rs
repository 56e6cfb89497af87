//! Pieces that pages share. Each draws what it is given and says what the person did; none knows
//! the state of the app or where anything is kept.
//!
//! They are plain functions but for [`memo`] (docs/decisions/0003-views-are-functions.md).

mod answers;
mod bars;
mod button;
mod exercise;
mod fields;
mod form;
mod frame;
mod kept_banner;
pub mod markup;
mod memo;
mod notices;
mod progress_bar;
mod prose;
mod quadrants;
mod question;
mod radar;

pub use answers::answers;
pub use bars::bars;
pub use button::{
    button, button_group, link_button, nav_link, quiet_button, quiet_link_button, text_button,
};
pub use exercise::exercise;
pub use fields::{name_field, select, text_area, text_line};
pub use form::{Field, form, submit_button, tick_box};
pub use frame::frame;
pub use kept_banner::kept_banner;
pub use memo::memo;
pub use notices::notices;
pub use progress_bar::progress_bar;
pub use prose::prose;
pub use quadrants::quadrants;
pub use question::question;
pub use radar::radar;
