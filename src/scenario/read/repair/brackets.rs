//! Brackets, where they are all right but one and its place is certain.

use super::Edit;
use super::site::{Site, closing};
use crate::problem::{Problem, Span};
use crate::scenario::read::layout::{Kind, opens};

type Edits = Option<Vec<Edit>>;

impl Site<'_, '_> {
    /// The bracket that what stands behind `open` should stand in.
    fn meant(self, open: usize) -> u8 {
        let (first, second) = (self.kind(open + 1), self.kind(open + 2));
        let is_thing = self.before(open) == Some(Kind::Word);
        match (first, second) {
            _ if is_thing => b'(',
            (Some(Kind::Word), Some(Kind::Colon)) => b'(',
            (Some(Kind::Text), Some(Kind::Colon)) => b'{',
            _ => b'[',
        }
    }

    pub(super) fn wrong_bracket(self, problem: &Problem) -> Edits {
        let at = self.piece(problem.span.start)?;
        match self.kind(at)? {
            Kind::Close(close) => {
                let open = self.piece(problem.others.first()?.0.start)?;
                let Kind::Open(kind) = self.kind(open)? else { return None };
                let meant = self.meant(open);
                let is_certain = self.same_line(self.span(open).start, problem.span.start)
                    || self.is_only_swapped(kind, opens(close));
                if !is_certain {
                    return None;
                }
                if meant == kind {
                    self.one(problem.span, closing(kind))
                } else if meant == opens(close) {
                    self.one(self.span(open), char::from(meant))
                } else {
                    None
                }
            }
            Kind::Open(kind) => {
                let index = u32::try_from(at).ok()?;
                let partner = self.layout.pieces[at].partner(index) as usize;
                let meant = self.meant(at);
                if meant != kind && partner == at && self.is_only_swapped(kind, meant) {
                    return self.one(problem.span, char::from(meant));
                }
                (partner > at && meant != kind).then(|| {
                    vec![Edit::new(problem.span, char::from(meant)), Edit::new(self.span(partner), closing(meant))]
                })
            }
            _ => None,
        }
    }

    /// Whether the brackets of the text are right but for one that is opened as `wrong` and closed as `meant`.
    fn is_only_swapped(self, wrong: u8, meant: u8) -> bool {
        let more = |sign: u8| i64::from(sign == wrong) - i64::from(sign == meant);
        self.balance() == [b'(', b'[', b'{'].map(more)
    }

    /// The bracket at `span` is one too many; the one to take away is certain where two that are alike stand together.
    pub(super) fn stray_bracket(self, span: Span) -> Edits {
        let at = self.piece(span.start)?;
        let Kind::Close(close) = self.kind(at)? else { return None };
        if self.more_open(opens(close)) >= 0 {
            return None;
        }
        let is_twin = |other: Option<usize>| {
            other.is_some_and(|other| {
                self.kind(other) == Some(Kind::Close(close))
                    && (self.span(other).end == span.start || self.span(other).start == span.end)
            })
        };
        if is_twin(at.checked_sub(1)) || is_twin(Some(at + 1)) {
            return self.one(span, " ");
        }
        // The line above it is the same.
        let twin = at.checked_sub(2)?;
        let is_same = self.kind(twin) == Some(Kind::Close(close))
            && self.kind(twin + 1) == Some(Kind::Comma)
            && self.is_first(span.start)
            && self.is_first(self.span(twin).start)
            && self.indent(span.start) == self.indent(self.span(twin).start)
            && self.kind(at + 1) == Some(Kind::Comma)
            && self.same_line(span.start, self.span(at + 1).start);
        if is_same { self.one(Span::new(span.start, self.span(at + 1).end), " ") } else { None }
    }

    /// A bracket is never closed. Where it ends is certain if it was to end on its line, or if the lines inside of it
    /// are moved in further than the next one.
    pub(super) fn unclosed_bracket(self, problem: &Problem) -> Edits {
        let other = problem.others.first()?.0;
        let (first, last) = (problem.span.min(other), problem.span.max(other));
        let open = self.piece(first.start)?;
        let Kind::Open(kind) = self.kind(open)? else { return None };
        if self.more_open(kind) <= 0 {
            return None;
        }
        let Some(at) = self.piece(last.start).filter(|&at| !self.is_end_of_all(at)) else {
            // The one around the whole.
            let end = self.layout.pieces.last()?.end() as usize;
            return self.around(open).is_none().then(|| vec![Edit::insert(end, closing(kind))]);
        };
        let indent = self.indent(first.start);
        let (before, next) = (at.checked_sub(1).filter(|&before| before > open)?, self.span(at).start);
        let is_inline = (open..at).all(|inside| self.same_line(first.start, self.span(inside).start));
        let is_block = !is_inline
            && (open + 1..at).all(|inside| {
                let start = self.span(inside).start;
                !self.is_first(start) || self.indent(start) > indent
            });
        if self.same_line(first.start, next) || self.indent(next) > indent || !(is_inline || is_block) {
            return None;
        }
        let is_last = matches!(self.kind(at), Some(Kind::Close(_) | Kind::Comma));
        let has_comma = self.kind(before) == Some(Kind::Comma);
        if is_inline && has_comma {
            return Some(vec![Edit::insert(self.span(before).start, closing(kind))]);
        }
        let close = format!("{}{}", closing(kind), if is_last { "" } else { "," });
        Some(vec![Edit::insert(self.span(before).end, close)])
    }

    /// Whether the piece `at` is the last one, and closes what it should.
    fn is_end_of_all(self, at: usize) -> bool {
        let is_lost = matches!(self.kind(at), Some(Kind::Close(_)))
            && u32::try_from(at).is_ok_and(|index| self.layout.pieces[at].partner(index) == index);
        at + 1 == self.layout.pieces.len() && !is_lost
    }
}
