//! Where the parts of a screen stand: a header, a hairline, the body with air around it, and the hints.

use ratatui::layout::Rect;

use crate::tui::theme::Role;
use crate::tui::widgets::brush::Brush;

/// The places of a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Frame {
    /// The row of the header.
    pub(crate) header: Rect,
    /// What lies between the hairline and the hints.
    pub(crate) body: Rect,
    /// The row of the hints.
    pub(crate) hints: Rect,
}

/// The rows from which on there is air above the header and around the body.
const AIRY: u16 = 22;

impl Frame {
    /// The places on a screen of `area`, no wider than `widest` columns, in the middle.
    pub(crate) fn new(area: Rect, widest: u16) -> Self {
        let width = area.width.saturating_sub(4).min(widest);
        let left = area.left() + (area.width - width) / 2;
        let air = u16::from(area.height >= AIRY);
        let row = |y| Rect::new(left, y, width, 1);
        let header = row(area.top() + air);
        let hints = row(area.bottom().saturating_sub(1));
        let top = header.y + 2 + air;
        let bottom = hints.y.saturating_sub(air);
        Self { header, body: Rect::new(left, top, width, bottom.saturating_sub(top)), hints }
    }

    /// Draws the hairline under the header.
    pub(crate) fn rule(&self, brush: &mut Brush<'_>) {
        brush.hairline(self.header, self.header.y + 1);
    }

    /// Draws a title in the header with something quieter after it, leaving `kept` columns free at its end.
    pub(crate) fn title(&self, brush: &mut Brush<'_>, title: (&str, Role), after: &str, kept: u16) {
        let end = self.header.right().saturating_sub(kept).max(self.header.x);
        let x = brush.text(self.header.x, self.header.y, end - self.header.x, title.0, title.1);
        if !after.is_empty() && x + 6 < end {
            let x = brush.text(x, self.header.y, 3, " · ", Role::Quiet);
            brush.text(x, self.header.y, end - x, after, Role::Quiet);
        }
        self.rule(brush);
    }
}

/// The rows of `area` from `from` on.
pub(crate) fn below(area: Rect, from: u16) -> Rect {
    let from = from.clamp(area.top(), area.bottom());
    Rect { y: from, height: area.bottom() - from, ..area }
}
