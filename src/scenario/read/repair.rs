//! A mistake in the signs of a text, mended in a copy, so that what stands behind it is read as well.
//!
//! Only what can be meant in one way is mended. A mistake that is not there is worse than one that is told the next
//! time: where there is a doubt nothing is mended, and the reading stops as it would without this.

mod brackets;
mod copy;
mod quotes;
mod signs;
mod site;
mod words;

pub(super) use self::copy::Copy;

use self::site::Site;
use super::codes;
use super::layout::Layout;
use crate::problem::{Problem, Span};

/// Some characters in place of a stretch of the text.
#[derive(Debug)]
pub(super) struct Edit {
    span: Span,
    by: String,
}

impl Edit {
    fn new(span: Span, by: impl Into<String>) -> Self {
        Self { span, by: by.into() }
    }

    fn insert(at: usize, what: impl Into<String>) -> Self {
        Self::new(Span::new(at, at), what)
    }
}

/// What mends `problem`, which is why `layout` is not RON; nothing where that is not certain.
pub(super) fn edits(layout: &Layout<'_>, problem: &Problem) -> Option<Vec<Edit>> {
    let site = Site { layout, text: layout.text };
    let span = problem.span;
    match problem.code {
        codes::MISSING_COMMA => site.missing_comma(span),
        codes::EXTRA_COMMA => site.one(span, " "),
        codes::MISSING_COLON => site.missing_colon(span),
        codes::MISSING_VALUE => site.missing_value(span),
        codes::WRONG_SIGN => site.wrong_sign(span),
        codes::WRONG_COMMENT => site.wrong_comment(span),
        codes::INVISIBLE_CHARACTER => site.invisible(span),
        codes::TRAILING_TEXT => site.trailing(span),
        codes::CURLY_QUOTE | codes::SINGLE_QUOTE => site.other_quotes(span),
        codes::TEXT_WITHOUT_QUOTES => site.without_quotes(span),
        codes::UNCLOSED_TEXT => site.unclosed_text(span),
        codes::QUOTE_IN_TEXT => site.quote_in_text(span),
        codes::BAD_ESCAPE => Some(vec![Edit::insert(span.start, "\\")]),
        codes::QUOTED_FIELD => site.quoted_field(span),
        codes::UNKNOWN_FIELD => site.field_in_parts(span),
        codes::UNKNOWN_WORD => site.word_in_parts(span),
        codes::WRONG_NAME => site.name_in_parts(span),
        codes::NOT_A_NUMBER => site.not_a_number(span),
        codes::WRONG_BRACKET => site.wrong_bracket(problem),
        codes::STRAY_BRACKET => site.stray_bracket(span),
        codes::UNCLOSED_BRACKET => site.unclosed_bracket(problem),
        _ => None,
    }
}
