//! The bench: a scenario watched while it is written.
//!
//! [`Bench`] is what is on the screen, as plain data: events in, effects out, drawn at any time. [`run`] is the shell
//! around it: it hears that the file was saved, has it read and reckoned away from the keys, and lends the terminal to
//! an editor.

mod act;
mod bench;
pub mod data;
mod editor;
mod explained;
mod figures;
mod files;
pub mod finding;
mod outline;
mod pane;
pub mod picture;
mod places;
mod problems;
mod shell;
mod stand;
mod talk;
#[cfg(test)]
mod tests;
mod view;
mod walk;
mod worker;

pub use bench::Bench;
pub use shell::{Options, run};
