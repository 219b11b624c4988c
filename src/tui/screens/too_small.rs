//! What stands on a screen that is too small for any other.

use ratatui::layout::Rect;

use crate::tui::theme::Role;
use crate::tui::widgets::brush::{Brush, columns};

/// The least columns and rows that the other screens need.
pub(crate) const LEAST: (u16, u16) = (60, 16);

/// Whether `area` is too small for the other screens.
pub(crate) const fn is(area: Rect) -> bool {
    area.width < LEAST.0 || area.height < LEAST.1
}

/// Says how much room is needed, as far as there is room for that.
pub(crate) fn view(brush: &mut Brush<'_>, area: Rect) {
    let need = format!("tellmore needs {}x{}", LEAST.0, LEAST.1);
    let have = format!("this is {}x{}", area.width, area.height);
    let lines: [(&str, Role); 2] = if columns(&need) > area.width {
        [("too small", Role::Strong), ("", Role::Text)]
    } else {
        [(&need, Role::Strong), (&have, Role::Quiet)]
    };
    let top = area.top() + area.height.saturating_sub(2) / 2;
    for (y, (line, role)) in (top..area.bottom()).zip(lines) {
        let x = area.left() + area.width.saturating_sub(columns(line)) / 2;
        brush.text(x, y, area.width, line, role);
    }
}
