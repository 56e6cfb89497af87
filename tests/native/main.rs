//! The native tests of the core: what Bellwether decides without a browser. One subject a file;
//! each says at its top what it guards.

#[cfg(test)]
mod app_files;
#[cfg(test)]
mod app_flow;
#[cfg(test)]
mod app_links;
#[cfg(test)]
mod app_outside;
#[cfg(test)]
mod app_tabs;
#[cfg(test)]
mod arbitrary;
#[cfg(test)]
mod bounds;
#[cfg(test)]
mod building_on;
#[cfg(test)]
mod catalogue;
#[cfg(test)]
mod choosing;
#[cfg(test)]
mod clearing;
#[cfg(test)]
mod coming_back;
#[cfg(test)]
mod content;
#[cfg(test)]
mod crosswalk;
#[cfg(test)]
mod exercises;
#[cfg(test)]
mod faulty;
#[cfg(test)]
mod hostile_files;
#[cfg(test)]
mod id_map;
#[cfg(test)]
mod keeping;
#[cfg(test)]
mod keeping_apart;
#[cfg(test)]
mod leads;
#[cfg(test)]
mod learn_content;
#[cfg(test)]
mod learn_flow;
#[cfg(test)]
mod learn_validator;
#[cfg(test)]
mod links;
#[cfg(test)]
mod merging;
#[cfg(test)]
mod parts;
#[cfg(test)]
mod person;
#[cfg(test)]
mod plain_words;
#[cfg(test)]
mod profile_at_once;
#[cfg(test)]
mod profile_damage;
#[cfg(test)]
mod profile_deleting;
#[cfg(test)]
mod profile_ending;
#[cfg(test)]
mod profile_flow;
#[cfg(test)]
mod profile_locks;
#[cfg(test)]
mod profile_meanwhile;
#[cfg(test)]
mod profile_moving;
#[cfg(test)]
mod profile_places;
#[cfg(test)]
mod profile_properties;
#[cfg(test)]
mod profile_support;
#[cfg(test)]
mod profile_tab;
#[cfg(test)]
mod profile_tabs;
#[cfg(test)]
mod profile_undo;
#[cfg(test)]
mod profile_waiting;
#[cfg(test)]
mod recommending;
#[cfg(test)]
mod record_format;
#[cfg(test)]
mod routes;
#[cfg(test)]
mod schema;
#[cfg(test)]
mod scoring;
#[cfg(test)]
mod searching;
#[cfg(test)]
mod setting_aside;
#[cfg(test)]
mod shelf;
#[cfg(test)]
mod simulation;
#[cfg(test)]
mod simulation_perils;
#[cfg(test)]
mod simulation_store;
#[cfg(test)]
mod simulation_tab;
#[cfg(test)]
mod simulation_world;
#[cfg(test)]
mod sound_learning;
#[cfg(test)]
mod standing_out;
#[cfg(test)]
mod support;
#[cfg(test)]
mod taking_over;
#[cfg(test)]
mod tidy;
#[cfg(test)]
mod validator;
#[cfg(test)]
mod validator_properties;
