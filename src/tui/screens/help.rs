//! The keys of a place, from the live keymap.

use ratatui::layout::Rect;

use super::frame::Frame;
use crate::tui::keymap::{self, Place};
use crate::tui::theme::Role;
use crate::tui::widgets::brush::Brush;
use crate::tui::widgets::scroll;

const KEYS: u16 = 12;
/// The widest that the screen gets.
pub(crate) const WIDEST: u16 = 72;

fn frame(area: Rect) -> Frame {
    Frame::new(area, WIDEST)
}

/// Where the list begins after moving by `by` rows.
pub(crate) fn moved(place: Place, top: usize, by: isize, area: Rect) -> usize {
    scroll::moved(top, by, usize::from(frame(area).body.height), keymap::bindings(place).count())
}

/// Draws the keys of `place` from row `top` on.
pub(crate) fn view(place: Place, top: usize, brush: &mut Brush<'_>, area: Rect) {
    let frame = frame(area);
    let body = frame.body;
    frame.title(brush, ("Keys", Role::Strong), where_they_hold(place), 0);
    for (y, binding) in (body.top()..body.bottom()).zip(keymap::bindings(place).skip(top)) {
        brush.right(body.x + KEYS, y, KEYS, binding.shown, Role::Accent);
        brush.text(body.x + KEYS + 3, y, body.width.saturating_sub(KEYS + 3), binding.help, Role::Text);
    }
    super::page::more(brush, frame, top, keymap::bindings(place).count());
}

const fn where_they_hold(place: Place) -> &'static str {
    match place {
        Place::Home | Place::Filter => "choosing a conversation",
        Place::Conversation => "in a conversation; a click says a line too",
        Place::Over => "at the end of a conversation",
        Place::Debrief | Place::Decision => "in a debrief",
        Place::Page | Place::Help | Place::Sure => "reading",
    }
}
