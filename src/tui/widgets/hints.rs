//! The last line of a screen: what can be done here and now.

use std::borrow::Cow;

use ratatui::layout::Rect;

use super::brush::{Brush, columns};
use crate::tui::theme::Role;

/// One hint: the keys, and what they do.
pub(crate) type Hint = (Cow<'static, str>, Cow<'static, str>);

const GAP: u16 = 3;

/// A hint that shows nothing and takes the room of `hint`.
pub(crate) fn blank((keys, what): &Hint) -> Hint {
    let spaces = |text: &str| Cow::Owned(" ".repeat(usize::from(columns(text))));
    (spaces(keys), spaces(what))
}

/// Whether a hint always has its room: those that lead out of a place, and to the help page.
fn is_needed((keys, _): &Hint) -> bool {
    ["?", "esc", "q"].contains(&&**keys)
}

/// Draws as many `hints` as fit on one line, from the first; those that are needed everywhere always have their room.
pub(crate) fn draw(brush: &mut Brush<'_>, area: Rect, hints: &[Hint]) {
    let width = |(keys, what): &Hint| columns(keys) + 1 + columns(what);
    let mut kept: u16 = hints.iter().filter(|hint| is_needed(hint)).map(|hint| width(hint) + GAP).sum();
    let (mut x, mut full) = (area.left(), false);
    for hint in hints {
        let (keys, what) = hint;
        let width = width(hint);
        if is_needed(hint) {
            kept -= width + GAP;
        } else {
            full |= x + width + kept > area.right();
            if full {
                continue;
            }
        }
        let after = brush.text(x, area.top(), columns(keys), keys, Role::Heading);
        brush.text(after + 1, area.top(), columns(what), what, Role::Quiet);
        x += width + GAP;
    }
}
