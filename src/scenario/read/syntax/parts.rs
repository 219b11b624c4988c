//! Words that were written in several parts, and values that a comment swallowed.

use super::walk::Walk;
use super::{Case, codes};
use crate::problem::{Problem, Span};
use crate::scenario::read::layout::Kind;
use crate::scenario::read::near::Near;
use crate::scenario::read::reader::one_of;
use crate::scenario::read::vocabulary;
use crate::scenario::read::wording::short;

impl Case<'_> {
    /// How many pieces from `at` on can be the parts of one word, on one line.
    fn parts(&self, at: usize) -> usize {
        let start = self.pieces[at].start as usize;
        let is_part = |piece: &&super::Piece| match piece.kind {
            Kind::Word | Kind::Number => self.lines.same(start, piece.start as usize),
            Kind::Stray => matches!(self.source(**piece), "'" | "’"),
            _ => false,
        };
        self.pieces[at..].iter().take_while(is_part).count()
    }

    /// From the first to the last of `count` pieces.
    fn pieces_span(&self, at: usize, count: usize) -> Span {
        Span::new(self.pieces[at].start as usize, self.pieces[at + count - 1].end() as usize)
    }

    /// What is wrong where a field's name in several words, or with a hyphen, begins at the piece `at`.
    pub(super) fn field_in_parts(&self, at: usize) -> Option<Problem> {
        let count = self.parts(at);
        if count < 2 || self.kind(at + count) != Some(Kind::Colon) {
            return None;
        }
        let span = self.pieces_span(at, count);
        let name = &self.text[span.start..span.end];
        let message = format!("`{}` is not the name of a field", short(name));
        let problem = Problem::error(codes::UNKNOWN_FIELD, span, message);
        Some(match Near::default().to(name, vocabulary::fields()) {
            Some(near) => problem.label(format!("did you mean `{near}`?")),
            None => problem.label("the name of a field is one word"),
        })
    }

    /// What is wrong where a word of the format, or the name of a thing, is written in several parts from the piece
    /// `at` on.
    pub(super) fn word_in_parts(&self, at: usize) -> Option<Problem> {
        let count = self.parts(at);
        let end = self.kind(at + count);
        // The last of them is the name of the next field, and only a comma is missing before it.
        let count = if end == Some(Kind::Colon) { count.saturating_sub(1) } else { count };
        if count < 2 {
            return None;
        }
        let span = self.pieces_span(at, count);
        let found = &self.text[span.start..span.end];
        let field = at.checked_sub(2).filter(|&name| self.kind(name + 1) == Some(Kind::Colon));
        let field = field.map_or("", |name| self.source(self.pieces[name]));
        if let Some(words) = vocabulary::words_of(field) {
            let near = Near::default().to(found, words.iter().copied());
            let label =
                near.map_or_else(|| "not one of the words for it".to_owned(), |near| format!("did you mean {near}?"));
            let problem = Problem::error(codes::UNKNOWN_WORD, span, format!("`{field}` cannot be `{}`", short(found)));
            return Some(problem.label(label).help(one_of(words.into_iter())));
        }
        if end != Some(Kind::Open(b'(')) {
            return None;
        }
        let near = Near::default().to(found, vocabulary::things())?;
        let message = format!("`{}` is no name that can stand before a bracket", short(found));
        Some(Problem::error(codes::WRONG_NAME, span, message).label(format!("did you mean {near}?")))
    }
}

impl Walk<'_, '_> {
    /// What is wrong where the value before the colon `at` is the name of the next field, because the value of the
    /// field before it is missing or stands in a comment.
    pub(super) fn eaten_value(&self, at: usize) -> Option<Problem> {
        let case = &*self.case;
        let before = case.pieces[at - 1];
        let name = at.checked_sub(3).filter(|&name| case.kind(name + 1) == Some(Kind::Colon))?;
        let colon = case.pieces[name + 1];
        if case.lines.same(colon.end() as usize, before.start as usize) {
            let is_address = before.kind == Kind::Word && case.text[case.pieces[at].end() as usize..].starts_with("//");
            return is_address.then(|| {
                let rest = case.lines.rest(before.start as usize);
                let length = rest.find([' ', '"', ',']).unwrap_or(rest.len());
                let span = Span::new(before.start as usize, before.start as usize + length);
                Problem::error(codes::TEXT_WITHOUT_QUOTES, span, "an address stands here without quotes")
                    .label("belongs between the quotes")
                    .help("outside of quotes // begins a comment, and what follows on its line is not read")
            });
        }
        let is_comment = case.lines.rest(colon.end() as usize).trim_start().starts_with("//");
        // Fields that are moved in further are those of this one, and only its brackets are missing.
        let is_next = case.lines.indent(before.start as usize) <= case.lines.indent(colon.start as usize);
        if !is_comment && !is_next {
            return None;
        }
        let name = short(case.source(case.pieces[name]));
        let problem = Problem::error(codes::MISSING_VALUE, colon.span(), format!("nothing follows after `{name}:`"))
            .label("a value is missing here");
        Some(if is_comment {
            problem.help("what stands behind // is a comment and is not read; write the value before it")
        } else {
            problem.help("write a value, or take the whole field away")
        })
    }
}
