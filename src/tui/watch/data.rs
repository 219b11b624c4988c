//! What the bench is given and what it asks for, as plain data.

use std::sync::Arc;

use crossterm::event::{KeyEvent, MouseEvent};

use super::picture::{Broken, Picture};
use crate::tui::shell::input::Input;

/// What came of reading the file once.
#[derive(Debug, Clone)]
pub enum Reading {
    /// It can be played. The same picture as before means that the same was saved again.
    Good(Arc<Picture>),
    /// It cannot.
    Broken(Arc<Broken>),
}

/// What happens to the bench.
#[derive(Debug, Clone)]
pub enum Event {
    /// A key was pressed.
    Key(KeyEvent),
    /// The mouse did something.
    Mouse(MouseEvent),
    /// Text was pasted.
    Paste(String),
    /// The terminal is now this many columns and rows.
    Resize(u16, u16),
    /// The file was read.
    Read {
        /// When, as people read a clock: `14:03:22`.
        at: String,
        /// What came of it.
        reading: Reading,
    },
    /// A new version is being worked out.
    Begun,
    /// It has been for so long that people wonder.
    Slow,
    /// Why the system does not tell of saves, so that the file has to be looked at again and again.
    NotTold(String),
    /// An editor was asked for: that it ran, or why it did not.
    Edited(Result<(), String>),
}

impl From<Input> for Event {
    fn from(input: Input) -> Self {
        match input {
            Input::Key(key) => Self::Key(key),
            Input::Mouse(mouse) => Self::Mouse(mouse),
            Input::Paste(text) => Self::Paste(text),
            Input::Resize(width, height) => Self::Resize(width, height),
        }
    }
}

/// What the bench asks of the world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Open an editor.
    Edit {
        /// At this line, from 1, where one is known.
        line: Option<usize>,
        /// On the `pack.ron` beside the file, and not on the file.
        pack: bool,
    },
    /// Read the file again.
    Read,
    /// Stop until the shell brings the program back.
    Suspend,
    /// End the program.
    Quit,
}
