//! Text to read: the whole brief, what was learned, the whole conversation, the mistakes of a file.

use ratatui::layout::Rect;

use super::frame::Frame;
use crate::tui::theme::Role;
use crate::tui::widgets::brush::Brush;
use crate::tui::widgets::prose::{self, Columns, MEASURE, Para};
use crate::tui::widgets::scroll;
use crate::tui::widgets::wraps::Wraps;

/// What is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Text {
    Brief,
    Facts,
    Words,
    Mistakes,
}

/// What the page remembers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Page {
    pub(crate) text: Text,
    /// The first row shown.
    pub(crate) top: usize,
}

/// What a page shows.
pub(crate) struct Content<'a> {
    pub(crate) title: &'a str,
    pub(crate) after: String,
    pub(crate) paras: Vec<Para<'a>>,
}

fn columns(content: &Content<'_>, body: Rect) -> Columns {
    Columns::fitting(&content.paras, body.width, super::words::NAME)
}

/// The widest that the screen gets.
pub(crate) const WIDEST: u16 = MEASURE + super::words::NAME + 2;

fn frame(area: Rect) -> Frame {
    Frame::new(area, WIDEST)
}

/// Where the page begins after moving by `by` rows.
pub(crate) fn moved(content: &Content<'_>, top: usize, by: isize, area: Rect, wraps: &Wraps) -> usize {
    let body = frame(area).body;
    let rows = prose::lay(&content.paras, columns(content, body), wraps).len();
    scroll::moved(top, by, usize::from(body.height), rows)
}

/// Draws a page.
pub(crate) fn view(content: &Content<'_>, top: usize, brush: &mut Brush<'_>, area: Rect) {
    let frame = frame(area);
    let at = columns(content, frame.body);
    let rows = prose::lay(&content.paras, at, brush.wraps());
    frame.title(brush, (content.title, Role::Strong), &content.after, 0);
    prose::draw(brush, frame.body, &rows, at, top);
    more(brush, frame, top, rows.len());
}

/// Says in the hairline whether there is more above or below.
pub(crate) fn more(brush: &mut Brush<'_>, frame: Frame, top: usize, total: usize) {
    let below = total.saturating_sub(top + usize::from(frame.body.height));
    let words = match (top, below) {
        (0, 0) => return,
        (0, _) => " ↓ more ",
        (_, 0) => " ↑ more ",
        _ => " ↑↓ more ",
    };
    brush.right(frame.header.right().saturating_sub(2), frame.header.y + 1, 12, words, Role::Quiet);
}
