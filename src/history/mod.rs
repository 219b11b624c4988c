//! Attempts, kept turn by turn in SQLite: the one room that knows SQL.
//!
//! A [`History`] lives in one file of the data folder, which people can look into with other tools. Each turn is on the
//! disk when [`History::keep`] returns; an attempt keeps the text that it was played with, so that it can be read when
//! the scenario was edited, renamed or deleted. No type of the database leaves this room, and no clock is read in it.

mod aside;
mod attempt;
mod error;
mod migrate;
mod open;
mod recall;
mod row;
mod store;
#[cfg(test)]
mod tests;

pub use aside::set_aside;
pub use attempt::{Attempt, AttemptId, Begin, Finish, Kept, Standing};
pub use error::HistoryError;
pub use store::History;

/// The name of the file in the data folder.
pub const FILE: &str = "history.db";
