//! Why a text is not RON: the likeliest cause, at the line where it is.

use ron::error::SpannedError;

use super::codes;
use super::layout::Layout;
use crate::problem::{Problem, Span};

/// The likeliest cause why ron refuses the text.
pub(super) fn cause(layout: &Layout<'_>, refusal: &SpannedError) -> Problem {
    let span = Span::new(at(layout.text, refusal), layout.text.len().min(at(layout.text, refusal) + 1));
    Problem::error(codes::UNREADABLE, span, "the text cannot be read from here on")
}

/// The byte at which ron stopped.
fn at(text: &str, refusal: &SpannedError) -> usize {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let position = refusal.span.end;
    let mut at = start;
    for line in text[start..].split_inclusive('\n').take(position.line.saturating_sub(1)) {
        at += line.len();
    }
    text[at..].char_indices().nth(position.col.saturating_sub(1)).map_or(text.len(), |(column, _)| at + column)
}
