//! Text that people read: paragraphs in a measure, some with a name in a column beside them.

use std::borrow::Cow;

use ratatui::layout::Rect;

use super::brush::{Brush, columns};
use super::wraps::{Lines, Wraps};
use crate::tui::theme::Role;

/// The widest column that is comfortable to read.
pub(crate) const MEASURE: u16 = 72;

/// One paragraph.
#[derive(Debug, Clone)]
pub(crate) struct Para<'a> {
    /// What stands beside its first line.
    pub(crate) label: Cow<'a, str>,
    pub(crate) label_role: Role,
    pub(crate) text: Cow<'a, str>,
    pub(crate) role: Role,
    /// What stands quietly at the end of its last line, or below it where there is no room.
    pub(crate) tail: &'a str,
    /// The empty lines before it.
    pub(crate) space: u16,
}

impl<'a> Para<'a> {
    /// A paragraph after an empty line.
    pub(crate) fn new(text: impl Into<Cow<'a, str>>, role: Role) -> Self {
        Self { label: Cow::Borrowed(""), label_role: Role::Quiet, text: text.into(), role, tail: "", space: 1 }
    }

    /// With `label` beside its first line.
    pub(crate) fn labelled(mut self, label: impl Into<Cow<'a, str>>, role: Role) -> Self {
        (self.label, self.label_role) = (label.into(), role);
        self
    }

    /// With `tail` at the end.
    pub(crate) const fn tail(mut self, tail: &'a str) -> Self {
        self.tail = tail;
        self
    }

    /// Straight after the one before.
    pub(crate) const fn close(mut self) -> Self {
        self.space = 0;
        self
    }
}

/// How wide the label's column and the text are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Columns {
    /// The room for labels, the gap after them included; 0 for none.
    pub(crate) label: u16,
    pub(crate) text: u16,
}

impl Columns {
    /// The columns for a `label` column within `width`, with text no wider than is comfortable.
    pub(crate) fn within(width: u16, label: u16) -> Self {
        Self { label, text: width.saturating_sub(label).clamp(1, MEASURE) }
    }

    /// The columns that fit `paras`: the label column is as wide as the widest label, up to `most`.
    pub(crate) fn fitting(paras: &[Para<'_>], width: u16, most: u16) -> Self {
        let widest = paras.iter().map(|para| columns(&para.label)).max().unwrap_or(0);
        Self::within(width, if widest == 0 { 0 } else { widest.min(most) + 2 })
    }
}

/// One line of laid out prose.
#[derive(Debug, Clone)]
pub(crate) struct Row<'a> {
    label: Cow<'a, str>,
    label_role: Role,
    line: Option<(Lines, usize)>,
    role: Role,
    tail: &'a str,
}

impl Row<'_> {
    /// The words on the line.
    pub(crate) fn text(&self) -> &str {
        self.line.as_ref().map_or("", |(lines, at)| &lines[*at])
    }
}

/// The lines of `paras`.
pub(crate) fn lay<'a>(paras: &[Para<'a>], at: Columns, wraps: &Wraps) -> Vec<Row<'a>> {
    let empty = || Row { label: Cow::Borrowed(""), label_role: Role::Text, line: None, role: Role::Text, tail: "" };
    let mut rows: Vec<Row<'a>> = Vec::new();
    for para in paras {
        if !rows.is_empty() {
            rows.extend((0..para.space).map(|_| empty()));
        }
        let lines = wraps.lines(&para.text, at.text);
        let first = rows.len();
        for line in 0..lines.len() {
            rows.push(Row { line: Some((lines.clone(), line)), role: para.role, ..empty() });
        }
        if let Some(row) = rows.get_mut(first) {
            (row.label, row.label_role) = (para.label.clone(), para.label_role);
        }
        if !para.tail.is_empty() {
            let last = lines.last().map_or(0, |line| columns(line));
            if columns(para.tail).saturating_add(last + 2) > at.text {
                rows.push(empty());
            }
            if let Some(row) = rows.last_mut() {
                row.tail = para.tail;
            }
        }
    }
    rows
}

/// Draws `rows` from number `from` into `area`.
pub(crate) fn draw(brush: &mut Brush<'_>, area: Rect, rows: &[Row<'_>], at: Columns, from: usize) {
    for (y, row) in (area.top()..area.bottom()).zip(rows.iter().skip(from)) {
        if !row.label.is_empty() {
            let room = at.label.saturating_sub(2);
            brush.right(area.left() + room, y, room, &row.label, row.label_role);
        }
        let x = area.left() + at.label;
        brush.text(x, y, at.text, row.text(), row.role);
        if !row.tail.is_empty() {
            brush.right(x + at.text, y, at.text, row.tail, Role::Quiet);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_keeps_its_label_beside_its_first_line_and_its_tail_at_the_end() {
        let wraps = Wraps::default();
        let paras = [
            Para::new("one two three", Role::Text).labelled("You", Role::RepName),
            Para::new("four", Role::Text).tail("tail"),
            Para::new("five six", Role::Text).tail("tail").close(),
        ];
        let rows = lay(&paras, Columns { label: 5, text: 10 }, &wraps);
        let shown: Vec<String> = rows.iter().map(|row| format!("{}|{}|{}", row.label, row.text(), row.tail)).collect();
        assert_eq!(shown, ["You|one two|", "|three|", "||", "|four|tail", "|five six|", "||tail"]);
    }
}
