//! The page of a problem, as `tellmore explain` prints it.

use ratatui::layout::Rect;

use crate::export::pages::{Page, text};
use crate::tui::screens::frame::Frame;
use crate::tui::screens::page::more;
use crate::tui::theme::Role;
use crate::tui::widgets::brush::Brush;
use crate::tui::widgets::scroll;

/// The widest that the page gets.
const WIDEST: u16 = 84;

/// The lines of `page` in `width` columns, without the heading.
fn lines(page: &Page, width: u16) -> Vec<String> {
    let layout = text::Layout { color: false, width: Some(usize::from(width.max(1))) };
    text::page(page, layout).lines().skip(2).map(str::to_owned).collect()
}

/// Where the page begins after moving by `by` rows from `top`.
pub(super) fn moved(page: &Page, top: usize, by: isize, area: Rect) -> usize {
    let body = Frame::new(area, WIDEST).body;
    scroll::moved(top, by, usize::from(body.height), lines(page, body.width).len())
}

/// Draws the page from row `top` on.
pub(super) fn view(page: &Page, top: usize, brush: &mut Brush<'_>, area: Rect) {
    let frame = Frame::new(area, WIDEST);
    frame.title(brush, (page.code.0, Role::Strong), page.severity.word(), 0);
    let lines = lines(page, frame.body.width);
    for (y, line) in (frame.body.top()..frame.body.bottom()).zip(lines.iter().skip(top)) {
        let role = match line {
            line if line.starts_with("With the problem") || line.starts_with("Mended (") => Role::Heading,
            line if line.starts_with("> ") => Role::Strong,
            _ => Role::Text,
        };
        brush.text(frame.body.x, y, frame.body.width, line, role);
    }
    more(brush, frame, top, lines.len());
}
