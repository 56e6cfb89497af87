//! The app in a real browser, one subject a file. How the tests see and touch it is in the library
//! beside them.

#[cfg(test)]
mod access;
#[cfg(test)]
mod addresses;
#[cfg(test)]
mod anywhere;
#[cfg(test)]
mod corrupted;
#[cfg(test)]
mod deleted_profiles;
#[cfg(test)]
mod embedded;
#[cfg(test)]
mod frameworks;
#[cfg(test)]
mod guests;
#[cfg(test)]
mod hosting;
#[cfg(test)]
mod import;
#[cfg(test)]
mod kept;
#[cfg(test)]
mod keyboard;
#[cfg(test)]
mod killed;
#[cfg(test)]
mod learning;
#[cfg(test)]
mod locked;
#[cfg(test)]
mod locked_answers;
#[cfg(test)]
mod locked_choices;
#[cfg(test)]
mod locked_damage;
#[cfg(test)]
mod locked_faults;
#[cfg(test)]
mod locked_late;
#[cfg(test)]
mod locked_moves;
#[cfg(test)]
mod locked_refused;
#[cfg(test)]
mod locked_waiting;
#[cfg(test)]
mod mouse;
#[cfg(test)]
mod network;
#[cfg(test)]
mod people;
#[cfg(test)]
mod print;
#[cfg(test)]
mod resume;
#[cfg(test)]
mod storage_full;
#[cfg(test)]
mod storage_off;
#[cfg(test)]
mod tabs;
#[cfg(test)]
mod undo;
#[cfg(test)]
mod versions;
#[cfg(test)]
mod wiped;
#[cfg(test)]
mod writes;
