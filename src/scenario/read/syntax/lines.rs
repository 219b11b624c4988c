//! Lines, as a person sees them.

use crate::problem::{self, Span};

/// The lines of a text.
pub(super) struct Lines<'t> {
    text: &'t str,
    lines: problem::Lines<'t>,
}

impl<'t> Lines<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self { text, lines: problem::Lines::of(text) }
    }

    /// The lines as such.
    pub(super) const fn all(&self) -> &problem::Lines<'t> {
        &self.lines
    }

    /// The number of the line that byte `at` is on, from 1.
    pub(super) fn number(&self, at: usize) -> usize {
        self.lines.number(at)
    }

    /// Whether both bytes are on one line.
    pub(super) fn same(&self, one: usize, other: usize) -> bool {
        self.number(one) == self.number(other)
    }

    /// How far the line that byte `at` is on is moved in.
    pub(super) fn indent(&self, at: usize) -> usize {
        let line = self.line(at);
        let text = &self.text[line.start..line.end];
        text.len() - text.trim_start_matches([' ', '\t', '\u{feff}']).len()
    }

    /// Whether nothing but space stands before byte `at` on its line.
    pub(super) fn is_first(&self, at: usize) -> bool {
        self.line(at).start + self.indent(at) >= at
    }

    /// What follows byte `at` on its line.
    pub(super) fn rest(&self, at: usize) -> &'t str {
        &self.text[at..self.line(at).end.max(at)]
    }

    /// The line that byte `at` is on, without its break.
    fn line(&self, at: usize) -> Span {
        self.lines.span(self.number(at)).unwrap_or_default()
    }
}
