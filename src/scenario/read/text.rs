//! Texts: what ron makes of them, without line breaks, and without characters that act on a terminal.

use super::codes;
use super::reader::Reader;
use super::value::{Form, Value};
use super::wording::short;
use crate::problem::{Problem, Span};
use crate::visible::is_forbidden;

impl Reader<'_> {
    /// What the text `value` says; never empty.
    pub(super) fn text(&mut self, value: Value, of: &str) -> Option<String> {
        let (value, form) = self.form(value, of)?;
        if !matches!(form, Form::Text) {
            let source = short(value.source(self.layout));
            if source.starts_with('\'') {
                self.problems.add(|| {
                    let message = "a text stands between double quotes, not single ones";
                    Problem::error(codes::SINGLE_QUOTE, value.span(self.layout), message)
                        .label(format!("write \"{}\"", source.trim_matches('\'')))
                });
                return None;
            }
            if let Form::Record(Some(found), _) = form
                && self.astray(value, found)
            {
                return None;
            }
            let help = match form {
                Form::Number | Form::Word(_) => Some(format!("put quotes around it: \"{source}\"")),
                Form::List(_) => Some(format!("{of} takes one text, without square brackets")),
                _ => None,
            };
            self.wrong_sort(value, of, "a text in quotes", help);
            return None;
        }
        let escaped = self.parsed.text(value.first());
        if escaped.is_some_and(|text| text.contains(is_forbidden)) {
            self.forbidden_escape(value.span(self.layout));
            return None;
        }
        let text = one_line(escaped.unwrap_or_else(|| between_quotes(value.source(self.layout))));
        if text.trim().is_empty() {
            self.problems.add(|| {
                Problem::error(codes::EMPTY_TEXT, value.span(self.layout), format!("{of} is empty"))
                    .label("nothing is written here")
                    .help("write something between the quotes; a field that may be left out can go altogether")
            });
            return None;
        }
        Some(text)
    }

    /// What the text `value` says, or an empty one where it says nothing that can be used.
    pub(super) fn text_or_empty(&mut self, value: Option<Value>, of: &str) -> String {
        value.and_then(|value| self.text(value, of)).unwrap_or_default()
    }

    /// The texts in the list `value`.
    pub(super) fn texts(&mut self, value: Option<Value>, of: &str, one: &str) -> Vec<String> {
        self.each(value, of, |reader, item| reader.text(item, one))
    }

    /// Notes the first escape in the text at `span` that stands for a control character.
    fn forbidden_escape(&mut self, span: Span) {
        let source = self.layout.slice(span);
        let mut escape = Span::new(span.start, span.end);
        let mut at = 0;
        while let Some(length) = source[at..].find('\\') {
            let start = at + length;
            let end = escape_end(source, start);
            let stands_for: Result<String, _> = ron::from_str(&format!("\"{}\"", &source[start..end]));
            if stands_for.is_ok_and(|text| text.chars().any(is_forbidden)) {
                escape = Span::new(span.start + start, span.start + end);
                break;
            }
            at = end;
        }
        self.problems.add(|| {
            Problem::error(codes::CONTROL_CHARACTER, escape, "a control character is written in a text")
                .label("this stands for a character that no one can read")
                .help("take it out: such characters can act on a terminal")
        });
    }
}

/// What stands between the quotes of `source`.
fn between_quotes(source: &str) -> &str {
    source.strip_prefix('"').and_then(|source| source.strip_suffix('"')).unwrap_or(source)
}

/// Where the escape that begins at `start` ends.
pub(super) fn escape_end(source: &str, start: usize) -> usize {
    let rest = &source[start..];
    let length = if rest.starts_with("\\u") {
        rest.find('}').map_or(rest.len(), |at| at + 1)
    } else if rest.starts_with("\\x") {
        // A character beyond ASCII is written as several of these in a row.
        let bytes = rest.as_bytes().chunks(4).take_while(|chunk| chunk.starts_with(b"\\x") && chunk.len() == 4);
        let high = bytes.take_while(|chunk| chunk[2] >= b'8').count();
        high.max(1) * 4
    } else {
        1 + rest[1..].chars().next().map_or(0, char::len_utf8)
    };
    let mut end = (start + length).min(source.len());
    while !source.is_char_boundary(end) {
        end += 1;
    }
    end
}

/// `text` with each run of white space that has a line break or a tab in it as one space.
fn one_line(text: &str) -> String {
    let breaks = |c: char| matches!(c, '\n' | '\r' | '\t');
    let is_break = |byte: u8| (byte == b'\n') | (byte == b'\r') | (byte == b'\t');
    if !text.bytes().fold(false, |found, byte| found | is_break(byte)) {
        return text.to_owned();
    }
    let mut line = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(breaks) {
        let spaces = |c: char| c == ' ' || breaks(c);
        line.push_str(rest[..at].trim_end_matches(' '));
        line.push(' ');
        rest = rest[at..].trim_start_matches(spaces);
    }
    line.push_str(rest);
    line
}
