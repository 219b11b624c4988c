//! Commas, colons, comments and what cannot be seen.

use super::Edit;
use super::site::Site;
use crate::problem::Span;
use crate::scenario::read::layout::Kind;
use crate::scenario::read::vocabulary;
use crate::visible::is_hidden;

type Edits = Option<Vec<Edit>>;

impl Site<'_, '_> {
    pub(super) fn missing_comma(self, span: Span) -> Edits {
        self.is_next_item(self.from(span.end)).then(|| vec![Edit::insert(span.end, ",")])
    }

    /// The name at `span` lacks its colon.
    pub(super) fn missing_colon(self, span: Span) -> Edits {
        let name = self.piece(span.start)?;
        let (next, after) = (name + 1, name + 2);
        let is_field = self.kind(name) == Some(Kind::Word) && vocabulary::is_field(self.source(name));
        let is_name = is_field || matches!(self.kind(name), Some(Kind::Text | Kind::Word));
        if !is_name || !self.is_name_place(name) || !self.same_line(span.start, self.span(next).start) {
            return None;
        }
        match self.kind(next)? {
            Kind::Comma if is_field || self.kind(name) == Some(Kind::Text) && self.kind(after) == Some(Kind::Word) => {
                let is_value = matches!(self.kind(after), Some(Kind::Text | Kind::Number | Kind::Word | Kind::Open(_)))
                    && self.kind(after + 1) != Some(Kind::Colon)
                    && self.same_line(span.start, self.span(after).start);
                if is_value { self.one(self.span(next), ":") } else { None }
            }
            Kind::Text | Kind::Number => Some(vec![Edit::insert(span.end, ":")]),
            Kind::Word | Kind::Open(_) if is_field || self.kind(name) == Some(Kind::Text) => {
                Some(vec![Edit::insert(span.end, ":")])
            }
            _ => None,
        }
    }

    /// Nothing follows after the colon at `span`: a stand-in, because nothing else in the file is wrong for that.
    pub(super) fn missing_value(self, span: Span) -> Edits {
        let colon = self.piece(span.start).filter(|&at| self.kind(at) == Some(Kind::Colon))?;
        let is_last = matches!(self.kind(colon + 1), Some(Kind::Comma | Kind::Close(_)));
        if !is_last && !self.is_next_item(colon + 1) {
            return None;
        }
        Some(vec![Edit::insert(span.end, if is_last { " \"\"" } else { " \"\"," })])
    }

    pub(super) fn wrong_sign(self, span: Span) -> Edits {
        let at = self.piece(span.start)?;
        let is_named = at >= 1
            && self.is_name_place(at - 1)
            && self.around(at).and_then(|open| self.kind(open)) != Some(Kind::Open(b'['));
        let behind = self.text.get(span.end..)?.chars().next();
        match self.slice(span).chars().next()? {
            '=' if is_named => self.one(span, ":"),
            ';' if is_named && !matches!(self.kind(at + 1), Some(Kind::Close(_))) => self.one(span, ":"),
            ';' if matches!(self.kind(at + 1), Some(Kind::Close(_))) || self.is_next_item(at + 1) => {
                self.one(span, ",")
            }
            '，' | '、' => self.one(span, ","),
            '：' => self.one(span, ":"),
            ':' => self.one(span, " "),
            '−' | '–' | '—' | '‐' | '‑' | '－' if behind.is_some_and(|c| c.is_ascii_digit()) => {
                self.one(span, "-")
            }
            // The wide forms follow each other as the ordinary ones do.
            wide @ ('（' | '）' | '［' | '］' | '｛' | '｝') => {
                self.one(span, char::from_u32(u32::from(wide).checked_sub(0xfee0)?)?)
            }
            _ => None,
        }
    }

    /// Something other than `//` begins a comment at `span`. What follows on the line must be no part of the file.
    pub(super) fn wrong_comment(self, span: Span) -> Edits {
        let at = self.piece(span.start)?;
        let rest = self.rest(span.start);
        let nets = [('(', ')'), ('[', ']'), ('{', '}')];
        if nets.iter().any(|&(open, close)| rest.matches(open).count() != rest.matches(close).count()) {
            return None;
        }
        let is_apart = matches!(self.before(at), None | Some(Kind::Comma | Kind::Open(_) | Kind::Close(_)));
        let is_behind_value =
            matches!(self.before(at), Some(Kind::Text | Kind::Number | Kind::Word)) && rest.starts_with('#');
        if rest.starts_with("<!--") {
            let end = span.start + self.text.get(span.start..)?.find("-->")?;
            if self.slice(Span::new(span.start, end)).contains("*/") {
                return None;
            }
            let start = Span::new(span.start, span.start + 4);
            return is_apart.then(|| vec![Edit::new(start, "/*"), Edit::new(Span::new(end, end + 3), "*/")]);
        }
        if !(is_apart || is_behind_value && !self.is_name_place(at - 1)) {
            return None;
        }
        let sign = rest.chars().next()?;
        let length = if rest.starts_with("--") { 2 } else { sign.len_utf8() };
        self.one(Span::new(span.start, span.start + length), "//")
    }

    /// From `span` on stand characters that cannot be seen.
    pub(super) fn invisible(self, span: Span) -> Edits {
        let is_unseen = |c: char| {
            c != '\n'
                && (is_hidden(c) || c.is_whitespace() || matches!(c, '\u{200c}' | '\u{200d}' | '\u{2800}' | '\u{3164}'))
        };
        let run = self.rest(span.start);
        let length = run.find(|c| !is_unseen(c)).unwrap_or(run.len());
        let spaces = run[..length].chars().filter(|c| c.is_whitespace()).count();
        self.one(Span::new(span.start, span.start + length), " ".repeat(spaces))
    }

    /// More follows after the end of the whole.
    pub(super) fn trailing(self, span: Span) -> Edits {
        let more = self.layout.pieces.get(self.piece(span.start)?..)?;
        let is_remark = more.iter().all(|piece| !matches!(piece.kind, Kind::Open(_) | Kind::Close(_)));
        if is_remark { self.one(Span::new(span.start, self.text.len()), "") } else { None }
    }
}
