//! The one way in which text reaches a screen.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use crate::export::lines::beginning;
use crate::tui::theme::{Role, Theme};
use crate::tui::widgets::wraps::{Lines, Wraps};
use crate::visible::visible;

/// Draws text by the role that it plays. All text is made safe to show on its way, and nothing is drawn outside the
/// screen whatever the place that is asked for.
pub(crate) struct Brush<'a> {
    buffer: &'a mut Buffer,
    theme: Theme,
    wraps: &'a Wraps,
}

impl<'a> Brush<'a> {
    pub(crate) const fn new(buffer: &'a mut Buffer, theme: Theme, wraps: &'a Wraps) -> Self {
        Self { buffer, theme, wraps }
    }

    /// `text` in lines of at most `width` columns.
    pub(crate) fn lines(&self, text: &str, width: u16) -> Lines {
        self.wraps.lines(text, width)
    }

    pub(crate) const fn wraps(&self) -> &'a Wraps {
        self.wraps
    }

    /// Draws `text` on row `y` from column `x`, over at most `width` columns, and returns the column after it. What
    /// does not fit ends in `…`.
    pub(crate) fn text(&mut self, x: u16, y: u16, width: u16, text: &str, role: Role) -> u16 {
        let screen = self.buffer.area;
        if y < screen.top() || y >= screen.bottom() || x < screen.left() || x >= screen.right() || width == 0 {
            return x;
        }
        let style = self.theme.style(role);
        let width = width.min(screen.right() - x);
        if text.len() <= usize::from(width) && text.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
            return self.ascii(x, y, text, style);
        }
        let shown = visible(text);
        if shown.width() <= usize::from(width) {
            return self.buffer.set_stringn(x, y, &*shown, usize::from(width), style).0;
        }
        let kept = beginning(&shown, usize::from(width) - 1);
        let (end, _) = self.buffer.set_stringn(x, y, kept, usize::from(width), style);
        self.buffer.set_stringn(end, y, "…", 1, style).0
    }

    /// The short way for text of which each byte is one column: most of what is drawn.
    fn ascii(&mut self, x: u16, y: u16, text: &str, style: Style) -> u16 {
        let mut column = x;
        for byte in text.bytes() {
            if let Some(cell) = self.buffer.cell_mut(Position::new(column, y)) {
                cell.set_char(char::from(byte)).set_style(style);
            }
            column += 1;
        }
        column
    }

    /// Draws `text` so that it ends before column `end`, over at most `width` columns, and returns where it begins.
    pub(crate) fn right(&mut self, end: u16, y: u16, width: u16, text: &str, role: Role) -> u16 {
        let x = end.saturating_sub(columns(text).min(width));
        self.text(x, y, width, text, role);
        x
    }

    /// Makes everything in `area` look like something that no longer holds: quiet, and without weight.
    pub(crate) fn dim(&mut self, area: Rect) {
        let style = self.theme.style(Role::Quiet);
        for place in area.intersection(self.buffer.area).positions() {
            if let Some(cell) = self.buffer.cell_mut(place) {
                let faint = cell.style().fg == self.theme.style(Role::Faint).fg && style.fg.is_some();
                let kept = cell.symbol().to_owned();
                cell.reset();
                cell.set_symbol(&kept).set_style(if faint { self.theme.style(Role::Faint) } else { style });
            }
        }
    }

    /// A thin line over the width of `area` on row `y`.
    pub(crate) fn hairline(&mut self, area: Rect, y: u16) {
        let style = self.theme.style(Role::Faint);
        for x in area.left()..area.right() {
            if let Some(cell) = self.buffer.cell_mut(Position::new(x, y)) {
                cell.set_char('─').set_style(style);
            }
        }
    }
}

/// The columns that `text` takes when it is shown.
pub(crate) fn columns(text: &str) -> u16 {
    if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_control()) {
        return u16::try_from(text.len()).unwrap_or(u16::MAX);
    }
    u16::try_from(visible(text).width()).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(width: u16, draw: impl FnOnce(&mut Brush<'_>)) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, 1));
        draw(&mut Brush::new(&mut buffer, Theme::Colourless, &Wraps::default()));
        buffer.content.iter().map(|cell| cell.symbol()).collect()
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        assert_eq!(drawn(12, |brush| _ = brush.text(0, 0, 6, "one two", Role::Text)), "one t…      ");
        assert_eq!(drawn(8, |brush| _ = brush.text(0, 0, 5, "one two", Role::Text)), "one…    ");
    }

    #[test]
    fn a_wide_character_is_not_cut_in_half() {
        assert_eq!(columns("日本"), 4);
        let shown = drawn(8, |brush| _ = brush.text(0, 0, 4, "日本語", Role::Text));
        assert!(shown.starts_with("日") && shown.contains('…') && !shown.contains('本'), "{shown:?}");
    }

    #[test]
    fn nothing_is_drawn_outside_the_screen() {
        drawn(5, |brush| {
            brush.text(4, 0, 99, "日本", Role::Text);
            brush.text(5, 0, 9, "x", Role::Text);
            brush.text(0, 9, 9, "x", Role::Text);
            brush.right(2, 0, 9, "longer", Role::Text);
            brush.hairline(Rect::new(0, 0, 90, 1), 3);
        });
    }

    #[test]
    fn escapes_are_never_drawn() {
        assert!(!drawn(20, |brush| _ = brush.text(0, 0, 20, "\u{1b}[31m\u{9b}2J", Role::Text)).contains('\u{1b}'));
    }
}
