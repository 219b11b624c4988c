//! Rows of text that can be scrolled and pointed at: what every view of the bench is made of.

use ratatui::layout::Rect;

use crate::tui::theme::Role;
use crate::tui::widgets::brush::Brush;
use crate::tui::widgets::scroll;
use crate::tui::widgets::wraps::Wraps;

/// A row: its texts, and which of the things that can be selected it belongs to.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    texts: Vec<Text>,
    item: Option<usize>,
}

#[derive(Debug, Clone)]
struct Text {
    x: u16,
    width: u16,
    words: String,
    role: Role,
    /// Whether it ends at the end of its width.
    right: bool,
}

/// Rows in the making, `width` columns wide.
pub(super) struct Rows<'w> {
    rows: Vec<Row>,
    wraps: &'w Wraps,
    pub(super) width: u16,
    /// What the rows that are added belong to.
    pub(super) item: Option<usize>,
}

impl<'w> Rows<'w> {
    pub(super) const fn new(wraps: &'w Wraps, width: u16) -> Self {
        Self { rows: Vec::new(), wraps, width, item: None }
    }

    /// An empty row, but not at the top.
    pub(super) fn gap(&mut self) {
        if !self.rows.is_empty() {
            self.rows.push(Row::default());
        }
    }

    /// A row with `words` from column `x` on, cut where they do not fit.
    pub(super) fn line(&mut self, x: u16, words: impl Into<String>, role: Role) {
        let width = self.width.saturating_sub(x);
        let text = Text { x, width, words: words.into(), role, right: false };
        self.rows.push(Row { texts: vec![text], item: self.item });
    }

    /// `words` from column `x` on, over as many rows as they take, `kept` columns short of the end.
    pub(super) fn wrapped(&mut self, x: u16, kept: u16, words: &str, role: Role) {
        let width = self.width.saturating_sub(x + kept).max(1);
        for line in &*self.wraps.lines(words, width) {
            let text = Text { x, width, words: line.to_string(), role, right: false };
            self.rows.push(Row { texts: vec![text], item: self.item });
        }
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Puts `words` at column `x` of row `row` as well.
    pub(super) fn put(&mut self, row: usize, x: u16, words: impl Into<String>, role: Role) {
        let width = self.width.saturating_sub(x);
        if let Some(row) = self.rows.get_mut(row) {
            row.texts.push(Text { x, width, words: words.into(), role, right: false });
        }
    }

    /// Puts `words` at row `row` as well, ending before column `end`.
    pub(super) fn put_right(&mut self, row: usize, end: u16, words: impl Into<String>, role: Role) {
        let end = end.min(self.width);
        if let Some(row) = self.rows.get_mut(row) {
            row.texts.push(Text { x: 0, width: end, words: words.into(), role, right: true });
        }
    }

    pub(super) fn done(self) -> Vec<Row> {
        self.rows
    }
}

/// The first row to show of `rows` in `room` rows, moving as little as possible from `top`, so that what is selected is
/// seen.
pub(super) fn follow(rows: &[Row], top: usize, selected: Option<usize>, room: usize) -> usize {
    let its = |row: &Row| selected.is_some() && row.item == selected;
    let (Some(start), Some(end)) = (rows.iter().position(its), rows.iter().rposition(its)) else {
        return scroll::moved(top, 0, room, rows.len());
    };
    // What stands above the first of all, a heading say, is seen with it.
    let start = if rows[..start].iter().all(|row| row.item.is_none()) && end < room { 0 } else { start };
    scroll::follow(top, start, end + 1, room, rows.len())
}

/// What the row that stands `y` rows below the top belongs to.
pub(super) fn item(rows: &[Row], top: usize, y: u16) -> Option<usize> {
    rows.get(top + usize::from(y)).and_then(|row| row.item)
}

/// Draws `rows` from number `top` on.
pub(super) fn draw(brush: &mut Brush<'_>, area: Rect, rows: &[Row], top: usize) {
    for (y, row) in (area.top()..area.bottom()).zip(rows.iter().skip(top)) {
        for text in &row.texts {
            let x = area.x + text.x;
            let width = text.width.min(area.right().saturating_sub(x));
            if text.right {
                brush.right(x + width, y, width, &text.words, text.role);
            } else {
                brush.text(x, y, width, &text.words, text.role);
            }
        }
    }
}
