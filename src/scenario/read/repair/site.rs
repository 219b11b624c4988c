//! What stands around a mistake.

use super::Edit;
use crate::problem::Span;
use crate::scenario::read::layout::{Kind, Layout, opens};

/// The text that is mended.
#[derive(Debug, Clone, Copy)]
pub(super) struct Site<'l, 't> {
    pub(super) layout: &'l Layout<'t>,
    pub(super) text: &'t str,
}

/// What `(`, `[` and `{` are closed with.
pub(super) const fn closing(open: u8) -> &'static str {
    match open {
        b'(' => ")",
        b'[' => "]",
        _ => "}",
    }
}

const fn place(open: u8) -> usize {
    match open {
        b'(' => 0,
        b'[' => 1,
        _ => 2,
    }
}

impl<'t> Site<'_, 't> {
    /// `by` in place of `span`.
    #[expect(clippy::unnecessary_wraps, reason = "it stands beside others that are not always certain")]
    pub(super) fn one(self, span: Span, by: impl Into<String>) -> Option<Vec<Edit>> {
        Some(vec![Edit::new(span, by)])
    }

    pub(super) fn kind(self, at: usize) -> Option<Kind> {
        self.layout.pieces.get(at).map(|piece| piece.kind)
    }

    pub(super) fn span(self, at: usize) -> Span {
        self.layout.pieces.get(at).map_or_else(Span::default, |piece| piece.span())
    }

    pub(super) fn source(self, at: usize) -> &'t str {
        self.layout.slice(self.span(at))
    }

    pub(super) fn slice(self, span: Span) -> &'t str {
        self.layout.slice(span)
    }

    /// The first piece that begins at byte `at` or later; the number of pieces where none does.
    pub(super) fn from(self, at: usize) -> usize {
        self.layout.pieces.partition_point(|piece| (piece.start as usize) < at)
    }

    /// The piece that begins at byte `at`.
    pub(super) fn piece(self, at: usize) -> Option<usize> {
        let index = self.from(at);
        (index < self.layout.pieces.len() && self.span(index).start == at).then_some(index)
    }

    /// What the piece before `at` is.
    pub(super) fn before(self, at: usize) -> Option<Kind> {
        at.checked_sub(1).and_then(|before| self.kind(before))
    }

    /// Whether a name can stand at the piece `at`: a comma or an opening bracket comes before it.
    pub(super) fn is_name_place(self, at: usize) -> bool {
        matches!(self.before(at), Some(Kind::Comma | Kind::Open(_)))
    }

    /// What follows byte `at` on its line.
    pub(super) fn rest(self, at: usize) -> &'t str {
        let rest = self.text.get(at..).unwrap_or("");
        rest.split('\n').next().unwrap_or("").trim_end_matches('\r')
    }

    fn line_start(self, at: usize) -> usize {
        self.text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
    }

    pub(super) fn same_line(self, one: usize, other: usize) -> bool {
        self.line_start(one) == self.line_start(other)
    }

    /// How far the line of byte `at` is moved in.
    pub(super) fn indent(self, at: usize) -> usize {
        let line = self.rest(self.line_start(at));
        line.len() - line.trim_start_matches([' ', '\t', '\u{feff}']).len()
    }

    /// Whether nothing but space stands before byte `at` on its line.
    pub(super) fn is_first(self, at: usize) -> bool {
        self.line_start(at) + self.indent(at) >= at
    }

    /// The bracket that is open where the piece `at` stands.
    pub(super) fn around(self, at: usize) -> Option<usize> {
        let mut closed = 0_usize;
        self.layout.pieces.get(..at)?.iter().rposition(|piece| match piece.kind {
            Kind::Close(_) => {
                closed += 1;
                false
            }
            Kind::Open(_) if closed > 0 => {
                closed -= 1;
                false
            }
            Kind::Open(_) => true,
            _ => false,
        })
    }

    /// How many more `(`, `[` and `{` are opened than closed.
    pub(super) fn balance(self) -> [i64; 3] {
        let mut balance = [0; 3];
        for piece in &self.layout.pieces {
            match piece.kind {
                Kind::Open(open) => balance[place(open)] += 1,
                Kind::Close(close) => balance[place(opens(close))] -= 1,
                _ => {}
            }
        }
        balance
    }

    /// How often `open` is opened more often than closed.
    pub(super) fn more_open(self, open: u8) -> i64 {
        self.balance()[place(open)]
    }

    /// Whether the piece `next` can be the next field or item of the bracket that is open before it.
    pub(super) fn is_next_item(self, next: usize) -> bool {
        let Some(open) = self.around(next) else { return false };
        let start = self.span(next).start;
        let is_inside = self.same_line(self.span(next - 1).start, start)
            || self.indent(start) > self.indent(self.span(open).start)
            || self.balance() == [0; 3];
        let has_colon = self.kind(next + 1) == Some(Kind::Colon);
        let fits = match (self.kind(open), self.kind(next)) {
            (Some(Kind::Open(b'(')), Some(Kind::Word)) => {
                has_colon || self.is_first(start) && crate::scenario::read::vocabulary::is_field(self.source(next))
            }
            (Some(Kind::Open(b'{')), Some(Kind::Text)) => has_colon,
            (Some(Kind::Open(b'[')), kind) => !has_colon && self.kind(open + 1) == kind,
            _ => false,
        };
        is_inside && fits
    }
}
