//! Texts whose quotes are missing, of another kind, or in the wrong place. Only texts on one line have a clear end.

use super::Edit;
use super::site::Site;
use crate::problem::Span;
use crate::scenario::read::layout::Kind;
use crate::scenario::read::vocabulary;

type Edits = Option<Vec<Edit>>;

/// A quote that can stand for `"`.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '´' | '\u{2018}'..='\u{201f}' | '«' | '»' | '‹' | '›' | '＂')
}

/// Whether what stands before `after` on its line is the end of a field or an item.
fn is_end(after: &str) -> bool {
    let after = after.trim_start();
    if after.is_empty() || after.starts_with([')', ']', '}', ':']) || after.starts_with("//") {
        return true;
    }
    let Some(next) = after.strip_prefix(',') else { return false };
    let next = next.trim_start();
    next.is_empty()
        || next.starts_with("//")
        || next.starts_with([')', ']', '}'])
        || next.starts_with(is_quote)
        || starts_field(next)
}

/// Whether `text` begins with a word and a colon.
fn starts_field(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_');
    rest.len() < text.len() && rest.trim_start().starts_with(':')
}

/// Whether another field seems to begin inside of `text`.
fn holds_field(text: &str) -> bool {
    text.match_indices(',').any(|(at, _)| starts_field(text[at + 1..].trim_start()))
}

/// `inner` between quotes, with a backslash before each quote that has none.
fn quoted(inner: &str) -> String {
    let mut text = String::with_capacity(inner.len() + 4);
    text.push('"');
    let mut is_escaped = false;
    for c in inner.chars() {
        if c == '"' && !is_escaped {
            text.push('\\');
        }
        is_escaped = c == '\\' && !is_escaped;
        text.push(c);
    }
    text.push('"');
    text
}

impl Site<'_, '_> {
    /// The curly or single quote at `span`, and the one that closes the text.
    pub(super) fn other_quotes(self, span: Span) -> Edits {
        let Some(at) = self.piece(span.start) else {
            // It closes a text that a straight one opened.
            let text = self.from(span.start).checked_sub(1)?;
            let is_text = matches!(self.kind(text), Some(Kind::Text | Kind::OpenText));
            let is_closing =
                is_text && self.same_line(self.span(text).start, span.start) && is_end(self.rest(span.end));
            return if is_closing { self.one(span, "\"") } else { None };
        };
        if !matches!(self.before(at), Some(Kind::Colon | Kind::Comma | Kind::Open(_))) {
            return None;
        }
        let rest = self.rest(span.end);
        let (close, sign) = rest.char_indices().find(|&(at, c)| is_quote(c) && is_end(&rest[at + c.len_utf8()..]))?;
        let inner = &rest[..close];
        if inner.contains('\\') || holds_field(inner) {
            return None;
        }
        self.one(Span::new(span.start, span.end + close + sign.len_utf8()), quoted(inner))
    }

    /// Words from `span` on should be a text.
    pub(super) fn without_quotes(self, span: Span) -> Edits {
        let at = self.piece(span.start)?;
        if self.before(at) != Some(Kind::Colon) {
            return None;
        }
        let rest = self.rest(span.start);
        if let Some(close) = rest.find('"') {
            let is_only = !rest[close + 1..].contains('"') && is_end(&rest[close + 1..]);
            let inner = &rest[..close];
            return (is_only && !holds_field(inner)).then(|| vec![Edit::insert(span.start, "\"")]);
        }
        let words = rest.trim_end().trim_end_matches(',').trim_end();
        let is_clear = !words.is_empty()
            && !words.contains(['(', ')', '[', ']', '{', '}', '\\'])
            && !words.contains(" //")
            && !holds_field(words);
        if is_clear { self.one(Span::new(span.start, span.start + words.len()), quoted(words)) } else { None }
    }

    /// The text at `span` has no closing quote on its line.
    pub(super) fn unclosed_text(self, span: Span) -> Edits {
        let at = self.piece(span.start)?;
        let line = self.rest(span.start).trim_end();
        let words = line.strip_suffix(',').unwrap_or(line).trim_end();
        let is_clear = self.before(at) == Some(Kind::Colon)
            && line.starts_with('"')
            && words.len() > 1
            && !words[1..].contains('"')
            && !words.ends_with([')', ']', '}', '\\'])
            && !words.contains(" //")
            && !holds_field(words);
        is_clear.then(|| {
            let close = if line.ends_with(',') { "\"" } else { "\"," };
            vec![Edit::insert(span.start + words.len(), close)]
        })
    }

    /// The text that ends with the quote at `span` should go on. It is clear where it ends if it is all of its line.
    pub(super) fn quote_in_text(self, span: Span) -> Edits {
        let text = self.from(span.start).checked_sub(1)?;
        let start = self.span(text).start;
        let name = text.checked_sub(2)?;
        let is_field = self.kind(text) == Some(Kind::Text)
            && self.kind(name + 1) == Some(Kind::Colon)
            && self.kind(name) == Some(Kind::Word)
            && vocabulary::is_field(self.source(name))
            && self.is_first(self.span(name).start)
            && self.same_line(self.span(name).start, span.start);
        let line = self.rest(start).trim_end();
        let all = line.strip_suffix(',').unwrap_or(line).trim_end();
        let inner = all.strip_prefix('"')?.strip_suffix('"')?;
        let is_one = inner.match_indices('"').all(|(at, _)| !is_end(&inner[at + 1..]) || inner[at + 1..].is_empty());
        if is_field && is_one && !inner.ends_with('\\') {
            self.one(Span::new(start, start + all.len()), quoted(inner))
        } else {
            None
        }
    }
}
