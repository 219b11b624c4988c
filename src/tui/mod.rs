//! The screens: practice in a terminal.
//!
//! [`app::App`] is the program as plain data: events in, effects out, drawn at any time. [`run`] is the shell around
//! it, which has the effects done: it reads the scenarios, keeps the history, solves beside the conversation, and holds
//! the [`terminal`]. [`watch`] is the bench of those who write scenarios, built in the same way.

pub mod app;
pub mod keymap;
pub mod shell;
pub mod terminal;
pub mod theme;
pub mod watch;

mod screens;
mod widgets;

#[cfg(test)]
mod tests;

pub use app::App;
pub use shell::{Left, Options, run};
