//! Names and words that are written in parts or in quotes, and numbers that are none.

use super::Edit;
use super::site::Site;
use crate::problem::Span;
use crate::scenario::read::layout::Kind;
use crate::scenario::read::near::Near;
use crate::scenario::read::vocabulary;

type Edits = Option<Vec<Edit>>;

impl Site<'_, '_> {
    pub(super) fn quoted_field(self, span: Span) -> Edits {
        let word = self.slice(span).strip_prefix('"')?.strip_suffix('"')?;
        let is_word = word.starts_with(|c: char| c.is_ascii_alphabetic())
            && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        let at = self.piece(span.start)?;
        let is_field = self.around(at).and_then(|open| self.kind(open)) == Some(Kind::Open(b'('));
        if is_word && is_field { self.one(span, word) } else { None }
    }

    pub(super) fn field_in_parts(self, span: Span) -> Edits {
        let near = Near::default().to(self.slice(span), vocabulary::fields())?;
        self.one(span, near)
    }

    pub(super) fn word_in_parts(self, span: Span) -> Edits {
        let field = self.piece(span.start)?.checked_sub(2)?;
        let words = vocabulary::words_of(self.source(field))?;
        // Any of them will do: what is found on the line is not told.
        let near = Near::default().to(self.slice(span), words.iter().copied()).or(words.first().copied())?;
        self.one(span, near)
    }

    pub(super) fn name_in_parts(self, span: Span) -> Edits {
        let near = Near::default().to(self.slice(span), vocabulary::things())?;
        self.one(span, near)
    }

    pub(super) fn not_a_number(self, span: Span) -> Edits {
        let at = self.piece(span.start)?;
        let next = self.span(at + 1);
        match self.kind(at)? {
            Kind::Number if matches!(self.slice(span), "+" | "-") => {
                if self.kind(at + 1) == Some(Kind::Number) && self.same_line(span.end, next.start) {
                    self.one(Span::new(span.end, next.start), "")
                } else {
                    None
                }
            }
            // A stand-in of another sort: no number is known that would be right here.
            Kind::Number => self.one(span, "\"\""),
            Kind::Word | Kind::Stray => {
                let end = (at..self.layout.pieces.len())
                    .find(|&end| !matches!(self.kind(end), Some(Kind::Word | Kind::Stray)))?;
                let is_unit = matches!(self.kind(end), Some(Kind::Comma | Kind::Close(_)))
                    && self.same_line(span.start, self.span(end).start);
                if is_unit { self.one(Span::new(span.start, self.span(end - 1).end), "") } else { None }
            }
            _ => None,
        }
    }
}
