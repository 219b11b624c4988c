//! Texts that end too early, too late or never.

use super::strays::is_curly;
use super::{Case, codes};
use crate::problem::{Problem, Span};
use crate::scenario::read::layout::{Kind, Piece};
use crate::scenario::read::vocabulary;

impl Case<'_> {
    /// What is wrong where `next` follows the text `before` without anything between them; nothing if the text seems
    /// whole, and only a comma is missing.
    pub(super) fn after_text(&self, before: Piece, at: usize) -> Option<Problem> {
        let next = self.pieces[at];
        let (span, gap) = (before.span(), self.gap(before, next));
        if !self.lines.same(span.end, next.start as usize) {
            return None;
        }
        if self.swallowed_lines(span) {
            return Some(self.unclosed_text(span));
        }
        let source = self.source(next);
        let ends_line = self.lines.rest(next.end() as usize).trim().is_empty();
        match next.kind {
            Kind::Stray if matches!(source, ";" | "；") && ends_line => None,
            Kind::Stray if source.starts_with(is_curly) => Some(self.curly(next.start as usize)),
            _ if gap.is_empty() => Some(self.quote_in_text(before, next)),
            Kind::Word if self.kind(at + 1) == Some(Kind::Colon) => None,
            Kind::Word if vocabulary::is_thing(source) || self.kind(at + 1) == Some(Kind::Open(b'(')) => None,
            Kind::Word => Some(self.quote_in_text(before, next)),
            _ => None,
        }
    }

    /// A quote inside the text that `before` should have been: `next` is what stands behind it.
    pub(super) fn quote_in_text(&self, before: Piece, next: Piece) -> Problem {
        let end = before.end() as usize;
        let problem =
            Problem::error(codes::QUOTE_IN_TEXT, Span::new(end - 1, end), "a quote ends this text before its end");
        if self.lines.rest(next.start as usize).contains('"') {
            problem.label("the text ends here").help("inside a text write \\\" for a quote, or use single quotes there")
        } else {
            problem.label("the text ends here, and more follows").help("move the quote to the end of the text")
        }
    }

    /// Whether the text at `span` holds whole lines that were not meant as text: its closing quote was forgotten.
    fn swallowed_lines(&self, span: Span) -> bool {
        let source = &self.text[span.start..span.end];
        source.split('\n').skip(1).any(|line| {
            let line = line.trim();
            let word = line.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or("");
            let rest = line[word.len()..].trim_start();
            let field = vocabulary::is_field(word) && rest.starts_with(':');
            let thing = vocabulary::is_thing(word) && rest.starts_with('(');
            field || thing || line.starts_with([')', ']', '}']) || line.starts_with("//") || line == "\""
        })
    }

    /// The text at `span` has no closing quote where it should have one.
    pub(super) fn unclosed_text(&self, span: Span) -> Problem {
        let first_line = self.lines.rest(span.start);
        if let Some(at) = first_line.find(is_curly)
            && first_line[at..].chars().nth(1).is_none_or(|c| matches!(c, ',' | ']' | ')' | ':'))
        {
            return self.curly(span.start + at);
        }
        let line = Span::new(span.start, (span.start + first_line.trim_end().len()).min(span.end));
        Problem::error(codes::UNCLOSED_TEXT, line, "this text has no closing quote")
            .label("begins here and does not end on this line")
            .help("write \" at the end of the text, before the comma")
    }

    /// What is wrong where a `problem` shows at the piece `at` only because the quote at the beginning of a text was
    /// forgotten before it, or both its quotes: a sign of the text stands there as if it were one of the format.
    pub(super) fn lost_quote(&self, at: usize, problem: &Problem) -> Option<Problem> {
        let start = self.pieces[at].start as usize;
        let on_line = |&at: &usize| self.lines.same(self.pieces[at].start as usize, start);
        let is_name = |&at: &usize| {
            self.kind(at) == Some(Kind::Word)
                && self.kind(at + 1) == Some(Kind::Colon)
                && vocabulary::takes_text(self.source(self.pieces[at]))
        };
        let name = (0..=at).rev().take_while(on_line).find(is_name)?;
        let first = *self.pieces.get(name + 2).filter(|_| name + 2 <= at && on_line(&(name + 2)))?;
        let has_quote = self.source(first).starts_with(|c| is_curly(c) || matches!(c, '\'' | '`' | '´' | ';'));
        if !matches!(first.kind, Kind::Word | Kind::Number | Kind::Stray) || has_quote {
            return None;
        }
        let rest = self.lines.rest(first.start as usize);
        let quotes = rest.matches('"').count();
        let ends = rest.trim_end().trim_end_matches([',', ')', ']']).ends_with('"');
        let is_lost = quotes == 1 && ends || quotes == 0 && problem.code == codes::UNREADABLE;
        is_lost.then(|| self.without_quotes(first))
    }

    /// Words that stand where a text should, without quotes.
    pub(super) fn without_quotes(&self, first: Piece) -> Problem {
        let rest = self.lines.rest(first.start as usize).trim_end();
        let length = rest.trim_end_matches([',', '"']).len().max(1);
        let span = Span::new(first.start as usize, first.start as usize + length);
        let problem = Problem::error(codes::TEXT_WITHOUT_QUOTES, span, "a text stands here without quotes");
        if rest.trim_end_matches(',').ends_with('"') {
            problem.label("the quote before it is missing").help("write \" at the beginning of the text too")
        } else {
            problem.label("words without quotes").help("write the text between quotes: \"..\"")
        }
    }
}
