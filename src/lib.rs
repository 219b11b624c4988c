//! tellmore: a practice coach in the terminal for what happens after an insight.
//!
//! The crate is a house with one staircase: a room knows the floors below it and nothing above.
//!
//! | floor | rooms | for |
//! |---|---|---|
//! | 4 | [`tui`], [`cli`] | the faces: screens and commands |
//! | 3 | [`export`], [`history`], [`library`] | documents out, attempts kept, scenario files found |
//! | 2 | [`conversation`], [`solver`], [`debrief`], [`check`] | one run, its exact values, what it gave away, what a scenario lacks |
//! | 1 | [`scenario`] | the words of the format as checked types |
//! | 0 | [`problem`], [`visible`], [`text_hash`] | what is wrong and where; text made safe to show; which text it was |
//!
//! Floors 0 to 2 are pure: no file, no clock, no terminal, no randomness of their own. The lints below hold them to it.

#[deny(clippy::disallowed_methods, clippy::disallowed_types)]
pub mod check;
pub mod cli;
#[deny(clippy::disallowed_methods, clippy::disallowed_types)]
pub mod conversation;
#[deny(clippy::disallowed_methods, clippy::disallowed_types)]
pub mod debrief;
#[deny(clippy::disallowed_methods, clippy::disallowed_types)]
pub mod export;
pub mod history;
pub mod library;
#[deny(clippy::disallowed_methods, clippy::disallowed_types)]
pub mod problem;
#[deny(clippy::disallowed_methods, clippy::disallowed_types)]
pub mod scenario;
#[deny(clippy::disallowed_methods, clippy::disallowed_types)]
pub mod solver;
#[deny(clippy::disallowed_methods, clippy::disallowed_types)]
pub mod text_hash;
pub mod tui;
#[deny(clippy::disallowed_methods, clippy::disallowed_types)]
pub mod visible;

#[cfg(test)]
mod generated;
