//! The screens, one file each: what it remembers, how that changes, and how it looks.

pub(crate) mod brief;
pub(crate) mod conversation;
pub(crate) mod debrief;
pub(crate) mod decision;
pub(crate) mod frame;
pub(crate) mod help;
pub(crate) mod home;
pub(crate) mod mistakes;
pub(crate) mod page;
mod rows;
pub(crate) mod shelf;
mod summary;
pub(crate) mod too_small;
pub(crate) mod words;

use ratatui::layout::Rect;

use super::app::practice::Practice;
use super::keymap::Place;

/// How wide the screen of `place` gets on `area`.
pub(crate) fn widest(place: Place, practice: Option<&Practice>, area: Rect) -> u16 {
    match (place, practice) {
        (Place::Conversation | Place::Over, Some(practice)) => conversation::widest(practice, area),
        (Place::Debrief | Place::Decision, _) => debrief::WIDEST,
        (Place::Page, _) => page::WIDEST,
        (Place::Help, _) => help::WIDEST,
        _ => home::WIDEST,
    }
}
